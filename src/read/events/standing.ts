import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { EventFinding } from "../findings.js";
import type { Told } from "./dating.js";
import { CUE, clauseOf, ledBy, type Reach, tierAt } from "./when.js";

/**
 * How a time stands to a mention: within its phrase; with its own verb or the verb it is the subject of; with a verb it is some other
 * part of; in a clause tied to its own; with a verb that tells of another event; elsewhere in the sentence; with a verb of speaking;
 * in the sentence before, the one behind, near, far.
 */
const INNER = 0;
export const OWN = 1;
const PART = 2;
const TIED = 3;
const OTHERS = 4;
const SAME = 5;
export const SPOKEN = 6;
const BEFORE = 7;
const BEHIND = 8;
const NEAR = 9;
export const FAR = 10;
export const STANDINGS = 11;

export function standing(d: Reach, e: EventFinding, mention: number, t: Pick<Told, "head" | "sentence" | "time">): number {
  const away = t.sentence - d.doc.sentence[mention];
  const led = away === 0 ? ledBy(d, t.time, t.head) : -1;
  if (led >= 0) return led === mention ? INNER : SAME;
  if (away !== 0) return away === -1 ? BEFORE : away === 1 ? BEHIND : Math.abs(away) <= 3 ? NEAR : FAR;
  const tier = tierAt(d, mention, t.head);
  if (tier === CUE) return SPOKEN;
  if (tier < 0) return SAME;
  if (tier < 1) return INNER;
  const verb = clauseOf(d.doc, t.head);
  if (verb !== mention && d.actTokens.has(verb) && !e.triggers.includes(verb) && !e.results.includes(verb)) return OTHERS;
  if (tier >= 2) return TIED;
  return verb === mention || isSubject(d.doc, mention, verb) ? OWN : PART;
}

function isSubject(doc: Document, mention: number, verb: number): boolean {
  let at = mention;
  while (doc.head[at] >= 0 && doc.head[at] !== verb) at = doc.head[at];
  return doc.relation[at] === R.nsubj || doc.relation[at] === R["nsubj:pass"];
}
