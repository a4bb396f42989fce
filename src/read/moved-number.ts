import { childWith, type Document } from "../language/document.js";
import { R, U } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { wordsOf } from "./events/words.js";

const MOVING = wordsOf("moves-number");
const NUMBERED = wordsOf("put-at");
const [TO, AT, IT, PUT] = ["to", "at", "it", "put"].map((word) => vocabulary.id(word));
/** How far behind the number's noun the word "to", or "at" behind "put", may stand, how far behind "it", and how far behind "to" the number. */
const REACH = 14;
const REACH_IT = 3;
const NEAR = 4;

/** Whether a token is a verb by which somebody moves a number that was told, or sets another beside it: "lowered", "put". */
function movesNumber(doc: Document, i: number): boolean {
  return doc.upos[i] === U.VERB && (MOVING.has(doc.lemma[i]) || doc.lemma[i] === PUT);
}

/**
 * What a verb moves to another number: "toll" in "lowered the death toll to 24", "it" in "later revised it to 17", "number" in "put the number
 * at nine"; -1 where it moves none. Of a passive its subject: "the figure was revised to nine".
 */
export function movedBy(doc: Document, i: number): number {
  if (!movesNumber(doc, i)) return -1;
  const object = childWith(doc, i, R.obj);
  const what = object >= 0 ? object : childWith(doc, i, R["nsubj:pass"]);
  if (what < 0) return -1;
  const isNumber = NUMBERED.has(doc.lemma[what]) || (doc.norm[what] === IT && object >= 0);
  return isNumber && numberBehind(doc, i, what) >= 0 ? what : -1;
}

/** The number to which a verb moves what it moves: behind "to", or "at" where it is put; -1 where none stands near. */
export function numberBehind(doc: Document, verb: number, what: number): number {
  const from = Math.max(verb, what);
  const by = doc.lemma[verb] === PUT ? AT : TO;
  const end = doc.sentenceStart[doc.sentence[from] + 1];
  for (let k = from + 1; k < Math.min(end, from + (doc.norm[what] === IT ? REACH_IT : REACH)); k++) {
    if (doc.norm[k] !== by) continue;
    for (let n = k + 1; n < Math.min(end, k + 1 + NEAR); n++) if (doc.upos[n] === U.NUM) return n;
    return -1;
  }
  return -1;
}
