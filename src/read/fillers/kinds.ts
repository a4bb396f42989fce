import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { C, wordBits } from "../events/classes.js";
import { clusters } from "../names/clusters.js";
import type { Candidate } from "./candidates.js";
import type { Surroundings } from "./surroundings.js";

/** Classes of words that tell the roles apart. */
const KINDS =
  C.person |
  C.police |
  C.security |
  C.government |
  C.militant |
  C.organisation |
  C.building |
  C.vehicle |
  C.infrastructure |
  C.weapon |
  C.bomb;

/** What kind of thing a phrase is, in one number: the table's classes of its head, or the type of its name. */
export function kindOf(s: Surroundings, c: Candidate): number {
  return (wordBits(s.doc.lemma[c.head]) & KINDS) * 8 + s.nameAt[c.head];
}

/** How an event is told by its trigger: status, age, standing in the report. */
export function manner({ facts }: Surroundings, trigger: number): number {
  return facts.statusAt[trigger] * 16 + facts.ageAt[trigger] * 4 + facts.standAt[trigger];
}

const clusterOf = new Map<number, number>();

/** Cluster of a word by the company it keeps in texts. */
export function cluster(doc: Document, i: number): number {
  const known = clusterOf.get(doc.norm[i]);
  if (known !== undefined) return known;
  const made = clusters().fine(doc.text.slice(doc.start[i], doc.end[i]).toLowerCase());
  clusterOf.set(doc.norm[i], made);
  return made;
}

/** The relation that governs a phrase; a coordinated one is governed as the first of its row. */
export function effective(doc: Document, head: number): number {
  let at = head;
  while ((doc.relation[at] === R.conj || doc.relation[at] === R.appos) && doc.head[at] >= 0) at = doc.head[at];
  return at;
}
