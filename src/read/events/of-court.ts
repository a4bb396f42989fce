import { childWith } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { EventFinding } from "../findings.js";
import type { Candidate, Dating, Told } from "./dating.js";
import { ledBy } from "./when.js";

const RULED = /^justice\.(charge|trial|conviction|acquittal|sentence|appeal|execution|extradition)$/;
const DEED = /^(violence|hazard)\./;

/**
 * Dates that an act may have, without the days of what a court did about it: "jailed on Thursday for shooting a neighbour". They stay
 * where the act's own words give them, and for what is told beside a hearing ("fans fought police when he was sentenced on Monday").
 */
export function withoutCourt(d: Dating, e: EventFinding, all: readonly Candidate[]): readonly Candidate[] {
  if (!DEED.test(e.type) || e.status === "planned" || e.status === "possible") return all;
  const verbs = courtTokens(d, e);
  if (verbs.size === 0) return all;
  const isCourts = (c: Candidate): boolean => c.told.length > 0 && c.told.every((t) => isOfCourt(d, e, t, verbs));
  const courts = all.filter(isCourts);
  if (courts.length === 0) return all;
  // nobody is jailed for what comes after
  const last = courts.reduce((day, { latest }) => (latest !== null && latest < day ? latest : day), "9999");
  return all.filter((c) => !courts.includes(c) && (c.earliest === null || c.earliest <= last));
}

/** What courts are told to have done, where one of them did it about this act. */
function courtTokens({ doc, events }: Dating, e: EventFinding): ReadonlySet<number> {
  const verbs = new Set<number>();
  let isTried = false;
  for (const o of events) {
    if (!RULED.test(o.type)) continue;
    for (const t of o.triggers) verbs.add(t);
    isTried ||= o.triggers.some((t) => e.triggers.some((u) => u !== t && doc.left[t] <= u && u <= doc.right[t]));
  }
  return isTried ? verbs : new Set();
}

function isOfCourt(d: Dating, e: EventFinding, t: Told, verbs: ReadonlySet<number>): boolean {
  const { doc } = d;
  if (e.triggers.includes(ledBy(d, t.time, t.head))) return false;
  let verb = doc.head[t.head];
  while (verb >= 0 && !verbs.has(verb) && !verbs.has(childWith(doc, verb, R.nsubj))) {
    if (d.actTokens.has(verb)) return false;
    verb = doc.head[verb];
  }
  if (verb < 0) return false;
  // "convicted of the killing of Leon Baptiste outside his home in March 2022": behind the act a date is the act's
  return !e.triggers.some((u) => doc.sentence[u] === t.sentence && u > verb && u < t.head && (t.head - verb > BESIDE || u < verb));
}

/** How near to its verb a time stands that is plainly the verb's. */
const BESIDE = 3;
