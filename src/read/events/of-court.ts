import { childWith, type Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { EventFinding } from "../findings.js";
import type { Candidate, Dating, Told } from "./dating.js";
import { clauseOf, ledBy } from "./when.js";

const RULED = /^justice\.(charge|trial|conviction|acquittal|sentence|appeal|execution|extradition)$/;
const DEED = /^(violence|hazard|security\.travel$)/;

/**
 * Dates that an act may have, without the days of what a court did about it: "jailed on Thursday for shooting a neighbour". They stay
 * where the act's own words give them, and for what is told beside a hearing ("fans fought police when he was sentenced on Monday").
 */
export function withoutCourt(d: Dating, e: EventFinding, all: readonly Candidate[]): readonly Candidate[] {
  if (!DEED.test(e.type) || e.status === "planned" || e.status === "possible") return all;
  const court = courtTokens(d, e);
  // "On July 19, a court elsewhere sentenced another suspect": a day of a case of its own
  if (court.own.size === 0)
    return all.filter((c) => c.told.length === 0 || !c.told.every((t) => isElsewhere(d, e, t) && courtVerb(d, e, t, court.all) >= 0));
  const courts = all.filter((c) => c.told.length > 0 && c.told.every((t) => courtVerb(d, e, t, court.all) >= 0));
  if (courts.length === 0) return all;
  // nobody is jailed for what comes after; "acquitted in 2017" of something else bounds nothing
  const own = courts.filter((c) => c.told.some((t) => court.own.has(courtVerb(d, e, t, court.all))));
  const last = own.reduce((day, { latest }) => (latest !== null && latest < day ? latest : day), "9999");
  return all.filter((c) => !courts.includes(c) && (c.earliest === null || c.earliest <= last));
}

const isElsewhere = ({ doc }: Dating, e: EventFinding, t: Told): boolean => e.triggers.every((u) => doc.sentence[u] !== t.sentence);

/**
 * "The man, who was arrested in February, had pleaded not guilty": what a clause set in between dates is what it tells, and no other stage of
 * the case.
 */
export function withoutAsides({ doc, actTokens, events }: Dating, e: EventFinding, all: readonly Candidate[]): readonly Candidate[] {
  if (!RULED.test(e.type)) return all;
  const undone = UNDONE.test(e.type) ? events.filter((o) => o.type === "justice.acquittal") : [];
  const isOthers = (t: Told): boolean => isAside(doc, actTokens, e, t.head) || undone.some((o) => isSaidWith(doc, o, e, t.head));
  return all.filter((c) => c.told.length === 0 || !c.told.every(isOthers));
}

function isAside(doc: Document, acts: ReadonlySet<number>, e: EventFinding, time: number): boolean {
  let at = time;
  while (at >= 0 && doc.relation[at] !== R["acl:relcl"]) at = doc.head[at];
  if (at < 0 || !acts.has(at) || e.triggers.some((t) => doc.left[at] <= t && t <= doc.right[at])) return false;
  return e.triggers.some((t) => doc.sentence[t] === doc.sentence[at]);
}

const UNDONE = /^justice\.(charge|conviction)$/;

/** "Charges against the deckhand were stayed in May": the day of the verb that undoes a charge is not the charge's. */
function isSaidWith(doc: Document, undoing: EventFinding, e: EventFinding, time: number): boolean {
  return undoing.triggers.some((v) => clauseOf(doc, time) === v && e.triggers.some((t) => doc.head[t] === v));
}

interface CourtTokens {
  /** What courts, and police in sentences of their own, are told to have done. */
  readonly all: ReadonlySet<number>;
  /** What of it was about this act, in the words of its own clause. */
  readonly own: ReadonlySet<number>;
}

function courtTokens({ doc, events }: Dating, e: EventFinding): CourtTokens {
  const all = new Set<number>();
  const own = new Set<number>();
  for (const o of events) {
    const isArrest = o.type === "security.arrest";
    if (!RULED.test(o.type) && !isArrest) continue;
    for (const t of o.triggers) {
      // "The man, who was arrested in February": told by itself, it says when he was arrested
      if (!isArrest || e.triggers.every((u) => doc.sentence[u] !== doc.sentence[t])) all.add(t);
      if (isArrest) continue;
      if (e.triggers.some((u) => u !== t && doc.left[t] <= u && u <= doc.right[t])) own.add(t);
    }
  }
  return { all, own };
}

/** What a court did that a time is of; -1 where it is not of a court. */
function courtVerb(d: Dating, e: EventFinding, t: Told, verbs: ReadonlySet<number>): number {
  const { doc } = d;
  if (e.triggers.includes(ledBy(d, t.time, t.head))) return -1;
  let verb = doc.head[t.head];
  while (verb >= 0 && !verbs.has(verb) && !verbs.has(childWith(doc, verb, R.nsubj))) {
    if (d.actTokens.has(verb)) return -1;
    verb = doc.head[verb];
  }
  if (verb < 0) return -1;
  // "convicted of the killing of Leon Baptiste outside his home in March 2022": behind the act a date is the act's
  if (e.triggers.some((u) => doc.sentence[u] === t.sentence && u > verb && u < t.head && t.head - verb > BESIDE)) return -1;
  return verbs.has(verb) ? verb : childWith(doc, verb, R.nsubj);
}

/** How near to its verb a time stands that is plainly the verb's. */
const BESIDE = 3;
