import type { Document } from "../../language/document.js";
import { apartWords } from "./mention.js";
import { wordsOf } from "./words.js";

/** "three others", "another man", "a second man": people besides those told of. */
export function isFurther(doc: Document, t: number): boolean {
  if (setsApart(doc, t)) return true;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) if (setsApart(doc, c)) return true;
  return false;
}

const ELSEWHERE = wordsOf("elsewhere");

/** A word that sets what it stands with apart from what was told of. */
export function setsApart(doc: Document, t: number): boolean {
  return apartWords().get(doc.norm[t]) === "apart" || apartWords().get(doc.lemma[t]) === "apart" || ELSEWHERE.has(doc.norm[t]);
}
