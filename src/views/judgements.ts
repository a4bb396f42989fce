import type { Judgement } from "../model/ledger.js";
import { FEATURES, findEvent } from "../resolve/index.js";
import { groupsOf } from "./groups.js";
import type { State } from "./state.js";
import type { EventAccount, Judged, JudgedEvent } from "./types.js";
import { wordsOf } from "./voices.js";

/**
 * Live judgements as a person would weigh them: which two tellings, in which words, by whom, how sure, from which features. Those that
 * nobody is sure of come first, then persons', then what is the same, the least sure first, then what is kept apart.
 *
 * @param account only what ties tellings of this event, or keeps them from others
 */
export function judgements(state: State, account: EventAccount | null = null): readonly Judged[] {
  const groups = groupsOf(state);
  const wording = new Set(FEATURES.map((f) => f.name));
  const sideOf = (ref: Judgement["a"]): JudgedEvent | null => {
    const reading = state.readings.get(ref.report);
    const event = reading ? findEvent(reading, ref) : null;
    if (!reading || !event) return null;
    const statement = reading.statements.find((s) => s.kind === "event" && s.event === event.id);
    const { outlet, published } = reading.report;
    return {
      event: groups.of(ref.report, event.id)?.id ?? ref.report,
      type: event.type,
      outlet,
      published: published.value,
      words: wordsOf(reading, statement?.evidence ?? event.mentions[0] ?? [0, 0]),
    };
  };
  const all = state.judgements.flatMap((j): Judged[] => {
    const [a, b] = [sideOf(j.a), sideOf(j.b)];
    if (!a || !b || (account && a.event !== account.id && b.event !== account.id)) return [];
    const { id, verdict, by, score, features, reason, action } = j;
    const weights = Object.fromEntries(Object.entries(features).filter(([name]) => !wording.has(name)));
    return [{ id, verdict, by, score, features, weights, reason, action, a, b }];
  });
  const rank = (j: Judged): number => (j.verdict === "unsure" ? 0 : j.by.kind === "person" ? 1 : j.verdict === "same" ? 2 : 3);
  return all.sort((x, y) => rank(x) - rank(y) || (x.score ?? 0) - (y.score ?? 0) || (x.id < y.id ? -1 : 1));
}
