/**
 * Which events of which reports are the same, and which reports carry one another's words. Works on compact summaries, not on the
 * ledger; every answer is a judgement that the ledger can hold and a person can overrule.
 *
 *     const judgements = resolve(readings.map(summarise), judgementsOfPersons);
 *     await recordResolution(store, judgements, clock());
 *
 * The same reports give the same judgements whatever their order.
 */
export { FEATURES } from "./features.js";
export { type Origins, origins } from "./origins.js";
export { passages, passagesIn } from "./passages.js";
export { eventKey, eventRef, findEvent } from "./refs.js";
export { RESOLVER, resolve } from "./resolve.js";
export { type Comparison, compare, stories } from "./stories.js";
export { type EventSummary, type ReportSummary, summarise } from "./summary.js";
export { type Wording, wordingOf } from "./terms.js";
