import type { Document } from "../../language/document.js";
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
    const noun = doc.xpos[first] === P.VBG ? first : crimeNoun(doc, classes, first, end);
    if (noun < 0) continue;
    const isDeed = (lexicon.rows.get(doc.lemma[noun]) ?? []).some((row) => DEED.test(row.type ?? ""));
    if (isDeed || (classes[noun] & C.crime) !== 0) return [noun];
  }
  return [];
}

function crimeNoun(doc: Document, classes: Context["classes"], from: number, end: number): number {
  const noun = nounAfter(doc, from);
  for (let i = from; i <= noun && i < end; i++) if ((classes[i] & C.crime) !== 0) return i;
  return noun < end ? noun : -1;
}
