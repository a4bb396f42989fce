import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C, wordBits } from "../events/classes.js";
import { movedBy, numberBehind } from "../moved-number.js";
import { subjectOf } from "./cues.js";
import { sourceKindAt } from "./lexicon.js";

/** Who gives a number that stands for another, and the words that give it. */
export interface Numbering {
  readonly source: number;
  readonly content: Span;
}

const BODIES = C.government | C.police | C.security | C.court | C.organisation | C.militant;

/** "The ministry lowered the toll to 24", "and later revised it to 17": whose number it is now. Not "nine more bodies raised the toll to 41". */
export function numberingAt(doc: Document, i: number): Numbering | null {
  const what = movedBy(doc, i);
  if (what < 0 || childWith(doc, i, R["aux:pass"]) >= 0) return null;
  const source = nearestSpeaker(doc, i);
  if (source < 0 || source === what || !speaks(doc, source)) return null;
  const first = what > i ? doc.left[what] : i + 1;
  const number = numberBehind(doc, i, what);
  const last = Math.max(doc.right[what], doc.lemma[i] === PUT ? phraseEnd(doc, number, i) : number);
  return { source, content: spanOf(doc, Math.min(first, i + 1), last) };
}

const PUT = vocabulary.id("put");

/** "at $2 million", "at more than 40 people": the last token of the phrase of a number. */
function phraseEnd(doc: Document, number: number, verb: number): number {
  let top = number;
  while (doc.head[top] > verb && doc.relation[top] !== R.obl && doc.relation[top] !== R.nmod) top = doc.head[top];
  return Math.max(number, doc.right[top]);
}

/** "The governor said that 12 officers died, and later raised the figure to 13": those counted number nobody; who speaks of them does. */
function nearestSpeaker(doc: Document, i: number): number {
  const own = subjectOf(doc, i);
  const clause = doc.relation[i] === R.conj ? doc.head[i] : -1;
  if (own < 0 || clause < 0 || doc.relation[clause] !== R.ccomp || childWith(doc, own, R.nummod) < 0) return own;
  return childWith(doc, doc.head[clause], R.nsubj);
}

function speaks(doc: Document, i: number): boolean {
  if (doc.upos[i] === U.PRON) return doc.xpos[i] === P.PRP;
  return doc.upos[i] === U.PROPN || sourceKindAt(doc, i) !== 0 || (wordBits(doc.lemma[i]) & BODIES) !== 0;
}
