import { AccordingError } from "../base/error.js";
import { shortHash } from "../base/hash.js";
import { overlaps } from "../base/span.js";
import { recordJudgements, type Store, withdrawJudgements } from "../ledger/index.js";
import type { EventRef, Judgement, Verdict } from "../model/ledger.js";
import { familyOf } from "../model/vocabulary.js";
import { eventKey, eventRef } from "../resolve/index.js";
import type { EventAccount, State } from "../views/index.js";

export interface Person {
  readonly name: string;
  readonly reason: string | null;
  /** Now, from the caller's clock. */
  readonly at: string;
}

/** The tellings of an event: one ref for each report's mention of it, in order of the reports. */
function tellings(state: State, account: EventAccount): readonly EventRef[] {
  const ids = new Set(account.ids);
  return account.reports.flatMap(({ report }) => {
    const reading = state.readings.get(report);
    return (reading?.events ?? [])
      .filter((e) => reading && ids.has(eventKey(report, e)))
      .map((e) => eventRef(reading as NonNullable<typeof reading>, e));
  });
}

function judgement(verdict: Verdict, a: EventRef, b: EventRef, action: string, { name, reason }: Person): Judgement {
  const id = shortHash([verdict, a.report, a.type, JSON.stringify(a.evidence), b.report, b.type, JSON.stringify(b.evidence), name, action]);
  return { id, verdict, a, b, by: { kind: "person", name }, score: null, features: {}, reason, action };
}

/**
 * Says that two events are one with everything that tells of either, whatever persons kept apart before: no resolver takes a part of them
 * out again. Gives the action's id, by which it can be taken back.
 */
export async function join(store: Store, state: State, a: EventAccount, b: EventAccount, person: Person): Promise<string> {
  if (a.id === b.id) throw new AccordingError("judge.one", "these are one event already", "according pin EVENT keeps it so.");
  const action = actionId("join", [a.id, b.id], person);
  const [these, those] = [tellings(state, a), tellings(state, b)];
  const [first] = these;
  const kept = these.flatMap((x) => those.flatMap((y) => (x !== first && isKeptApart(state, x, y) ? [[x, y] as const] : [])));
  const pairs = [...[...these.slice(1), ...those].map((y) => [first, y] as const), ...kept];
  await recordJudgements(
    store,
    pairs.map(([x, y]) => judgement("same", x, y, action, person)),
    person.at,
  );
  return action;
}

/** Whether a person judged two tellings different: what joins them again must say so of each pair. */
function isKeptApart(state: State, x: EventRef, y: EventRef): boolean {
  const kept = state.judgements.filter((j) => j.by.kind === "person" && j.verdict === "different");
  return kept.some((j) => (meets(j.a, x) && meets(j.b, y)) || (meets(j.a, y) && meets(j.b, x)));
}

function meets(a: EventRef, b: EventRef): boolean {
  return a.report === b.report && a.evidence.some((x) => b.evidence.some((y) => overlaps(x, y)));
}

/** Says that what one report tells is another event than what the others tell. */
export async function split(store: Store, state: State, account: EventAccount, report: string, person: Person): Promise<string> {
  const all = tellings(state, account);
  const [apart, rest] = [all.filter((t) => t.report.startsWith(report)), all.filter((t) => !t.report.startsWith(report))];
  if (apart.length === 0)
    throw new AccordingError(
      "judge.report",
      `no report of this event is called "${report}"`,
      "according show EVENT lists its reports with their ids.",
    );
  if (rest.length === 0) throw new AccordingError("judge.alone", "no other report tells of this event: there is nothing to split");
  const action = actionId("split", [account.id, report], person);
  const alike = [...new Set(apart.map((t) => t.report))].flatMap((r) => alikeIn(state, account, r));
  await recordJudgements(
    store,
    [...apart, ...alike].flatMap((a) => rest.map((b) => judgement("different", a, b, action, person))),
    person.at,
  );
  return action;
}

/** What else of the event's kind a report tells: what was split away does not come back through it. */
function alikeIn(state: State, account: EventAccount, report: string): readonly EventRef[] {
  const reading = state.readings.get(report);
  const ids = new Set(account.ids);
  if (!reading) return [];
  return reading.events
    .filter((e) => familyOf(e.type) === familyOf(account.type) && !ids.has(eventKey(report, e)))
    .map((e) => eventRef(reading, e));
}

/** Says that everything that tells of this event now does: no resolver may take it apart. */
export async function pin(store: Store, state: State, account: EventAccount, person: Person): Promise<string> {
  const [first, ...others] = tellings(state, account);
  if (others.length === 0) throw new AccordingError("judge.alone", "one report alone tells of this event: there is nothing to pin");
  const action = actionId("pin", [account.id], person);
  await recordJudgements(
    store,
    others.map((other) => judgement("same", first, other, action, person)),
    person.at,
  );
  return action;
}

/** Takes back what a person judged: a whole action, or one judgement. */
export async function undo(store: Store, state: State, id: string, person: Person): Promise<number> {
  const meant = state.judgements.filter((j) => j.by.kind === "person" && (j.action === id || j.id === id));
  if (meant.length === 0)
    throw new AccordingError(
      "judge.unknown",
      `no live judgement of a person is called "${id}"`,
      "according judgements lists them: undo takes the id that stands behind the word undo.",
    );
  await withdrawJudgements(
    store,
    meant.map((j) => j.id),
    person.reason ?? "taken back",
    { kind: "person", name: person.name },
    person.at,
  );
  return meant.length;
}

function actionId(what: string, ids: readonly string[], { name, at }: Person): string {
  return shortHash([what, ...ids, name, at]).slice(0, 12);
}
