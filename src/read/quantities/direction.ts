import { childWith, type Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { words } from "./words.js";

/** "were up 19 percent", "is down by a third": the word of direction stands before the number, or is what the copula says. */
export function isUpOrDown(doc: Document, verb: number): boolean {
  const { particles } = words();
  const copula = childWith(doc, verb, R.cop);
  if (copula < 0) return false;
  for (let i = copula + 1; i <= verb; i++) if (particles.has(doc.norm[i])) return true;
  return false;
}
