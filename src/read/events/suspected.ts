import { P, U } from "../../language/tags.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { nounAfter } from "./nearby.js";
import { wordsOf } from "./words.js";

const FOR = wordsOf("suspected-of");
const REACH = 14;
const DEED = /^violence\./;

/** "booked eight men for murder", "for allegedly raping a girl", "on charges of arson": the crime that police name behind their verb, however the tree hangs it; none where it is none. */
export function crimeBehind({ doc, classes, lexicon }: Context, verb: number): number[] {
  const end = Math.min(doc.sentenceStart[doc.sentence[verb] + 1], verb + REACH);
  for (let i = verb + 1; i + 1 < end; i++) {
    if (doc.upos[i] === U.VERB && doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBG) return [];
    if (!FOR.has(doc.norm[i])) continue;
    const first = doc.upos[i + 1] === U.ADV ? i + 2 : i + 1;
    const isCrime = (k: number): boolean =>
      (classes[k] & C.crime) !== 0 || (lexicon.rows.get(doc.lemma[k]) ?? []).some((row) => DEED.test(row.type ?? ""));
    const last = doc.xpos[first] === P.VBG ? first : Math.min(nounAfter(doc, first), end - 1);
    // "over a cocaine shoot-out"
    for (let k = first; k <= last; k++) if (isCrime(k)) return [k];
  }
  return [];
}
