import type { Document } from "../../language/document.js";
import { is, type TimeWord, timeWord } from "./words.js";

/** What token `i` can be in a time expression; null where nothing, or where there is no such token. */
export function at(doc: Document, i: number): TimeWord | null {
  return i >= 0 && i < doc.length ? timeWord(doc.norm[i]) : null;
}

/** Whether token `i` stands in a class of `time-words.tsv`. */
export function has(doc: Document, i: number, name: string): boolean {
  return is(at(doc, i), name) !== null;
}

/** Whether a token is written with a capital; in a text all in capitals everything is. */
export function isCapital(doc: Document, i: number): boolean {
  const c = doc.text.charCodeAt(doc.start[i]);
  return c >= 65 && c <= 90;
}
