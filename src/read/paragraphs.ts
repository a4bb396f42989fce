import type { Document } from "../language/document.js";

/** Whether a paragraph begins at token `i`: after a blank line, or after any line's end where the text has no blank lines. */
export function isParagraphBreak(doc: Document, i: number, blankLines: boolean): boolean {
  let lines = 0;
  for (let k = doc.end[i - 1]; k < doc.start[i]; k++) if (doc.text.charCodeAt(k) === 10) lines++;
  return lines >= 2 || (lines === 1 && !blankLines && doc.sentence[i] !== doc.sentence[i - 1]);
}

/** Whether blank lines part the paragraphs of a text. */
export function hasBlankLines(doc: Document): boolean {
  return /\n[ \t\r]*\n/.test(doc.text);
}
