import { childWith, type Document, normOf } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { EventFinding, Findings } from "../findings.js";
import { REFLEXIVE } from "./counted.js";
import type { Entry } from "./entry.js";
import { numberOf, type Way } from "./hypotheses.js";
import { ordinalOfPhrase } from "./ordinals.js";
import { groupOf } from "./people.js";
import { actorAt, isAnaphoric, isFurther } from "./persons.js";

/*
 * Numbers of harmed people that no one phrase says: the attackers on top of a total, the number that an ordinal gives away, those told
 * of one by one together with those told of by number.
 */

/** A number with the way to it. */
export interface Sum extends Way {
  readonly v: number;
}

/** Entries that tell of one attacker, and by what: the noun, who harmed himself, the role in the event, police who harmed him. */
function attackers(
  doc: Document,
  actors: Findings["actors"],
  lead: EventFinding,
  entries: readonly Entry[],
): readonly [kind: "noun" | "self" | "doer" | "force", entries: readonly Entry[]] | null {
  const one = entries.filter((e) => numberOf(e) === 1 && e.c.word.mark !== "zero");
  const said = one.filter((e) => groupOf(doc, e.c.head) === "attackers");
  if (said.length > 0) return ["noun", said];
  const selves = one.filter((e) => isSelf(doc, e));
  if (selves.length > 0) return ["self", selves];
  const doers = new Set(lead.roles.filter((r) => r.role === "perpetrator" && r.actor !== null).map((r) => r.actor));
  const doing = one.filter((e) => {
    const actor = actorAt(actors, [doc.start[e.c.head], doc.end[e.c.head]]);
    return actor !== null && doers.has(actor.id);
  });
  if (doing.length > 0) return ["doer", doing];
  const forced = one.filter((e) => isByForce(doc, e.c.token));
  return forced.length > 0 ? ["force", forced] : null;
}

/** Entries that tell of one attacker who was harmed. */
export function attackersAmong(doc: Document, actors: Findings["actors"], lead: EventFinding, entries: readonly Entry[]): readonly Entry[] {
  return attackers(doc, actors, lead, entries)?.[1] ?? [];
}

/** By what somebody harmed is known for an attacker, or null where nobody is. */
export function attackerBy(doc: Document, actors: Findings["actors"], lead: EventFinding, entries: readonly Entry[]): string | null {
  let known = kinds.get(entries);
  if (known === undefined) kinds.set(entries, (known = attackers(doc, actors, lead, entries)?.[0] ?? null));
  return known;
}

/** What was found, asked for every number of a report. */
const kinds = new WeakMap<readonly Entry[], string | null>();

/** Whether the word tells that people harmed themselves. */
export function isSelf(doc: Document, e: Entry): boolean {
  for (let k = e.c.token + 1; k < doc.length && k <= e.c.token + SELF_REACH; k++) if (REFLEXIVE.test(normOf(doc, k))) return true;
  return false;
}

const SELF_REACH = 4;

/** "before police shot and killed him", "was shot dead by officers". */
function isByForce(doc: Document, i: number): boolean {
  for (const at of [i, doc.relation[i] === R.conj ? doc.head[i] : -1]) {
    if (at < 0) continue;
    const doer = childWith(doc, at, R.nsubj, R["obl:agent"]);
    if (doer >= 0 && groupOf(doc, doer) === "security-forces") return true;
  }
  return false;
}

/** "an 8th teen was hit": eight; a number below two says nothing that the person does not. */
export function byOrdinal(doc: Document, entries: readonly Entry[]): readonly Sum[] {
  return entries.flatMap((e) => {
    const n = numberOf(e) === 1 ? ordinalOfPhrase(doc, e.c.head) : 0;
    return n >= 2 && n <= MOST_ORDINAL ? [{ v: n, kind: "ordinal" as const, entries: [e] }] : [];
  });
}

const MOST_ORDINAL = 60;

/** Persons told of one by one together with those told of by number only: "Two men were shot ... a woman was also hit". */
export function withNumbers(
  doc: Document,
  persons: readonly Entry[],
  entries: readonly Entry[],
  near: (e: Entry) => boolean,
  hints: boolean,
): Sum | null {
  const groups: Entry[] = [];
  for (const e of entries) {
    if (numberOf(e) < 2 || e.c.partOf !== null || e.ofPeriod || !near(e) || isAnaphoric(doc, e.c.head)) continue;
    if (e.c.word.mark === "zero" || (e.c.word.mark === "hint" && !hints)) continue;
    if (!isFurther(doc, e.c.head) && groups.some((o) => numberOf(o) === numberOf(e))) continue;
    groups.push(e);
  }
  if (groups.length === 0 || persons.length === 0) return null;
  return { v: persons.length + groups.reduce((n, e) => n + numberOf(e), 0), kind: "added", entries: [...persons, ...groups] };
}
