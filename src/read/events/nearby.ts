import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Argument } from "./arguments.js";

const BE = vocabulary.id("be");
const GET = vocabulary.id("get");
const BY = vocabulary.id("by");
const REACH = 14;

/**
 * Arguments of a verb by the words beside it, for where the tree cannot be trusted (a participle tagged as an adjective, a verb
 * without an object). Not used where the tree gives the slot.
 */
export function nearbyArguments(doc: Document, t: number): readonly Argument[] {
  const found: Argument[] = [];
  const passive = isPassiveNearby(doc, t);
  const subject = nounBefore(doc, t);
  // "sentenced yet another suspect"
  const object = nounAfter(doc, t + 1 < doc.length && doc.upos[t + 1] === U.ADV ? t + 2 : t + 1);
  if (subject >= 0) found.push({ slot: passive ? "patient" : "agent", token: subject, via: "own" });
  if (object >= 0) found.push({ slot: passive ? "object" : "patient", token: object, via: "own" });
  found.push(...prepositional(doc, t, passive));
  return found;
}

/** A form of "be" or "get" among the three words before, adverbs between. */
function isPassiveNearby(doc: Document, t: number): boolean {
  for (let i = t - 1; i >= 0 && t - i <= 3 && doc.sentence[i] === doc.sentence[t]; i--) {
    if (doc.lemma[i] === BE || doc.lemma[i] === GET) return true;
    if (doc.upos[i] !== U.ADV && doc.upos[i] !== U.PART) return false;
  }
  return false;
}

function isNominal(doc: Document, i: number): boolean {
  const tag = doc.upos[i];
  return tag === U.NOUN || tag === U.PROPN || tag === U.PRON;
}

/** The noun or pronoun before the verb, across auxiliaries and adverbs. */
function nounBefore(doc: Document, t: number): number {
  for (let i = t - 1; i >= 0 && doc.sentence[i] === doc.sentence[t]; i--) {
    const tag = doc.upos[i];
    if (isNominal(doc, i)) return i;
    if (tag !== U.AUX && tag !== U.ADV && tag !== U.PART) return -1;
  }
  return -1;
}

/** Head of the noun phrase that starts at `from`: the last noun of its run; -1 where none starts there. */
export function nounAfter(doc: Document, from: number): number {
  // "Teacher's killer convicted": behind the last word of a line nothing is its object
  if (from > 0 && from < doc.length && doc.sentence[from] !== doc.sentence[from - 1]) return -1;
  let head = -1;
  for (let i = from; i < doc.length && i - from < 9 && doc.sentence[i] === doc.sentence[from]; i++) {
    const tag = doc.upos[i];
    if (isNominal(doc, i)) head = i;
    else if (tag === U.NUM || tag === U.DET || tag === U.ADJ || (tag === U.PART && head >= 0) || tag === U.SYM) {
      if (tag === U.DET && head >= 0) break;
    } else if (!(tag === U.PUNCT && doc.text[doc.start[i]] === "-")) break;
    if (head >= 0 && doc.upos[head] === U.PRON) break;
  }
  return head;
}

function prepositional(doc: Document, t: number, passive: boolean): Argument[] {
  const found: Argument[] = [];
  for (let i = t + 1; i < doc.length && i - t <= REACH && doc.sentence[i] === doc.sentence[t]; i++) {
    const tag = doc.upos[i];
    if (tag === U.VERB || tag === U.SCONJ || tag === U.CCONJ || (tag === U.PUNCT && doc.text[doc.start[i]] !== "-")) break;
    if (tag !== U.ADP) continue;
    const head = nounAfter(doc, i + 1);
    if (head < 0) continue;
    found.push({ slot: passive && doc.norm[i] === BY ? "agent" : vocabulary.of(doc.norm[i]), token: head, via: "own" });
  }
  return found;
}

/** Head of the noun phrase after the first "by" that follows the verb before another verb or a stop; -1 where there is none. */
export function nounAfterBy(doc: Document, t: number): number {
  for (let i = t + 1; i < doc.length && i - t <= REACH && doc.sentence[i] === doc.sentence[t]; i++) {
    const tag = doc.upos[i];
    if (tag === U.VERB || tag === U.SCONJ || (tag === U.PUNCT && doc.text[doc.start[i]] !== "-")) return -1;
    if (doc.norm[i] === BY && tag === U.ADP) return nounAfter(doc, i + 1);
  }
  return -1;
}
