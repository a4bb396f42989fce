import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const PROTESTING = wordsOf("protesting");
const OVER = wordsOf("protesting-over");
const SPARKED = wordsOf("sparked");
const BY = vocabulary.id("by");
/** How many words of a noun's phrase may stand before it, and how many may stand between what people are angry at and their anger. */
const PHRASE = 6;

/**
 * "protests over the death of a student", "crowds angry at the killing of a trader", "riots sparked by a shooting": what people protest
 * against had happened before, and is no part of what they or police did next.
 */
export function isGrievance(doc: Document, t: number): boolean {
  if (isVerbal(doc, t)) return false;
  const first = doc.sentenceStart[doc.sentence[t]];
  let i = t - 1;
  for (; i >= first && t - i <= PHRASE && doc.upos[i] !== U.ADP && doc.upos[i] !== U.SCONJ; i--) {
    const u = doc.upos[i];
    if (u === U.VERB || u === U.AUX || u === U.PUNCT || u === U.CCONJ) return false;
  }
  if (i <= first || t - i > PHRASE) return false;
  const before = doc.lemma[i - 1];
  if (doc.norm[i] === BY) return SPARKED.has(before);
  return OVER.has(doc.norm[i]) && PROTESTING.has(before);
}
