import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const THE = wordsOf("definite");
const FOR = wordsOf("before-offence");
const LOCATIVE = wordsOf("locative");

/**
 * The noun of an act that a verb of another act leads up to, before what stands behind both: "jailed two men for the killing of four
 * traders at a market in Kilifi in March last year" tells where and when the killing was, wherever the tree hangs it. -1 where none is.
 */
export function nounBefore(doc: Document, acts: ReadonlySet<number>, at: number, anyVerb = false): number {
  let noun = -1;
  for (let i = at - 1; i >= doc.sentenceStart[doc.sentence[at]]; i--) {
    if (isVerbal(doc, i)) return noun >= 0 && (anyVerb || acts.has(i)) ? noun : -1;
    if (noun >= 0) {
      if (doc.upos[i] === U.PUNCT) return -1;
      continue;
    }
    if (isStop(doc, i)) return -1;
    if (acts.has(i) && !isVerbal(doc, i)) {
      if (!isLedTo(doc, i)) return -1;
      noun = i;
    }
  }
  return -1;
}

function isStop(doc: Document, i: number): boolean {
  return (doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] !== "-") || doc.upos[i] === U.CCONJ || doc.upos[i] === U.SCONJ;
}

/** "for the killing of four traders", "for a shooting at a bar": a noun behind a word that gives the reason, with what it was done to, or where. */
function isLedTo(doc: Document, noun: number): boolean {
  if (noun + 1 >= doc.length || !LOCATIVE.has(doc.norm[noun + 1])) return false;
  for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
    if (FOR.has(doc.norm[i])) return true;
    if (doc.upos[i] !== U.ADJ && doc.upos[i] !== U.NOUN && !THE.has(doc.norm[i])) return false;
  }
  return false;
}
