import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";

/** "was shot", "had been killed". */
export function isPassive(doc: Document, i: number): boolean {
  if (doc.xpos[i] !== P.VBN) return false;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) if (doc.upos[k] === U.AUX) return true;
  return false;
}

/** "died", "were killed", "are missing": the word itself or an auxiliary of it tells a tense. */
export function isFinite(doc: Document, i: number): boolean {
  if (isTensed(doc, i)) return true;
  for (let c = doc.firstChild[i]; c >= 0 && c < i; c = doc.nextSibling[c]) if (doc.upos[c] === U.AUX && isTensed(doc, c)) return true;
  return false;
}

function isTensed(doc: Document, i: number): boolean {
  return doc.xpos[i] === P.VBD || doc.xpos[i] === P.VBZ || doc.xpos[i] === P.VBP;
}
