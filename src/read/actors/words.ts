import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";

/** The words of a span on one line. */
export function wordsAt(doc: Document, span: Span): string {
  return doc.text.slice(span[0], span[1]).replace(/\s+/g, " ");
}
