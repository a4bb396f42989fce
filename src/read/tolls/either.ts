import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Effect } from "../../model/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { type TollWord, tollWordAt } from "./words.js";

/** "127 people died or went missing", "killed or wounded": a number of either is the number of neither. */
export function isOfEither(doc: Document, i: number, word: TollWord): boolean {
  for (let k = i - EITHER; k <= i + EITHER; k++) {
    if (k === i || k < 1 || k >= doc.length || doc.sentence[k] !== doc.sentence[i]) continue;
    const other = tollWordAt(doc, k);
    if (!other || other.effect === word.effect || !HARMS.has(other.effect) || !HARMS.has(word.effect)) continue;
    for (let t = Math.min(i, k) + 1; t < Math.max(i, k); t++)
      if (doc.norm[t] === OR) return !isNumbered(doc, Math.min(i, k), Math.max(i, k));
  }
  return false;
}

/** "six dead or 12 wounded": each has a number of its own. */
function isNumbered(doc: Document, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (doc.upos[t] === U.NUM) return true;
  return false;
}

const OR = vocabulary.id("or");
const EITHER = 4;
const HARMS = new Set<Effect>(["killed", "injured", "missing"]);

/** "A woman reported missing on Sunday was found alive", "A man who went missing has returned": who was missed is missing no more. */
export function isFoundAgain(doc: Document, i: number, word: TollWord): boolean {
  if (word.effect !== "missing") return false;
  for (let t = i, n = 0; t >= 0 && n < CLIMB; t = doc.head[t], n++) {
    const verb = doc.head[t];
    const isSubject = doc.relation[t] === R.nsubj || doc.relation[t] === R["nsubj:pass"];
    if (isSubject && t !== i && verb > i && FOUND.has(doc.lemma[verb])) return true;
  }
  return false;
}

const FOUND = wordsOf("found-again");
const CLIMB = 5;
