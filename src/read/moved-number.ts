import { childWith, type Document } from "../language/document.js";
import { R, U } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { wordsOf } from "./events/words.js";

const MOVING = wordsOf("moves-number");
const NUMBERED = wordsOf("put-at");
const [TO, IT] = [vocabulary.id("to"), vocabulary.id("it")];
/** How far behind the number's noun the word "to" may stand, how far behind "it", and how far behind "to" the number. */
const REACH = 14;
const REACH_IT = 3;
const NEAR = 4;

/** Whether a token is a verb by which somebody moves a number that was told: "lowered". */
export function movesNumber(doc: Document, i: number): boolean {
  return doc.upos[i] === U.VERB && MOVING.has(doc.lemma[i]);
}

/**
 * What a verb moves to another number: "toll" in "lowered the death toll to 24", "it" in "later revised it to 17"; -1 where it moves
 * none. Of a passive its subject: "the figure was revised to nine".
 */
export function movedBy(doc: Document, i: number): number {
  if (!movesNumber(doc, i)) return -1;
  const object = childWith(doc, i, R.obj);
  const what = object >= 0 ? object : childWith(doc, i, R["nsubj:pass"]);
  if (what < 0) return -1;
  const isNumber = NUMBERED.has(doc.lemma[what]) || (doc.norm[what] === IT && object >= 0);
  return isNumber && numberBehind(doc, Math.max(i, what), doc.norm[what] === IT ? REACH_IT : REACH) >= 0 ? what : -1;
}

/** The number behind "to"; -1 where none stands near. */
export function numberBehind(doc: Document, from: number, reach = REACH): number {
  const end = doc.sentenceStart[doc.sentence[from] + 1];
  for (let k = from + 1; k < Math.min(end, from + reach); k++) {
    if (doc.norm[k] !== TO) continue;
    for (let n = k + 1; n < Math.min(end, k + 1 + NEAR); n++) if (doc.upos[n] === U.NUM) return n;
    return -1;
  }
  return -1;
}
