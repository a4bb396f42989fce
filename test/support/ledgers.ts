import { memoryStore, recordReadings, recordResolution, type Store } from "../../src/ledger/index.js";
import type { Judgement } from "../../src/model/ledger.js";
import type { Reading } from "../../src/model/reading.js";
import { eventRef, RESOLVER, resolve, summarise } from "../../src/resolve/index.js";
import { foldStore, type State } from "../../src/views/index.js";

const AT = "2020-06-01T12:00:00Z";

/** Judges the first events of these readings the same, as the resolver would. */
export function joined(...readings: readonly Reading[]): Judgement[] {
  return readings.slice(1).map((r, i) => ({
    id: `j${i}-${r.report.id}`,
    verdict: "same",
    a: eventRef(readings[0], readings[0].events[0]),
    b: eventRef(r, r.events[0]),
    by: { kind: "resolver", version: RESOLVER },
    score: 0.9,
    features: {},
    reason: null,
    action: null,
  }));
}

/** What a ledger of these readings says, their first events judged to be one. */
export async function stateOf(readings: readonly Reading[], judgements: readonly Judgement[] = joined(...readings)): Promise<State> {
  const store = memoryStore();
  await recordReadings(store, readings, AT);
  await recordResolution(store, judgements, AT);
  return foldStore(store);
}

/** The same, resolved as an ingest does. */
export async function resolvedStore(readings: readonly Reading[], store: Store = memoryStore()): Promise<Store> {
  for (const reading of readings) await recordReadings(store, [reading], AT);
  await resolveAgain(store);
  return store;
}

export async function resolveAgain(store: Store): Promise<void> {
  const state = await foldStore(store);
  const persons = state.judgements.filter((j) => j.by.kind === "person");
  await recordResolution(store, resolve([...state.readings.values()].map(summarise), persons), AT);
}
