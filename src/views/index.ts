/**
 * What a ledger says, as pure folds over its entries: the same entries give the same views, in whatever order reports arrived.
 *
 *     const state = await foldStore(store, asOf);               // or fold(entries, asOf)
 *     const accounts = eventAccounts(state, { rule: "latest" });
 *     const one = findAccount(accounts, "3f2a");                // an id, an older id, or the start of one
 *     disputes(accounts); cases(state, accounts); figures(state); proposals(state)
 *     people(state, accounts); sources(state, accounts); receipts(state); openCells(state, accounts); changes(entries, since);
 *     judgements(state, account)
 */
export { type AccountOptions, eventAccounts, findAccount } from "./account.js";
export { cases } from "./cases.js";
export { changes, replay } from "./changes.js";
export { disputes } from "./disputes.js";
export { figures } from "./figures.js";
export { judgements } from "./judgements.js";
export { openCells } from "./open.js";
export { people } from "./people.js";
export { proposals } from "./proposals.js";
export { receipts } from "./receipts.js";
export { RULES, type RuleName } from "./rules.js";
export { sources } from "./sources.js";
export { fold, foldStore, instant, type Moment, type State } from "./state.js";
export type * from "./types.js";
