import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { hasBlankLines, isParagraphBreak } from "../paragraphs.js";
import { CLOSES, OPENS, singleQuotes } from "../single-quotes.js";

/** A stretch between quotation marks, the marks included. One that runs on into the next paragraph is one quotation a paragraph. */
export interface Quotation {
  readonly span: Span;
  readonly first: number;
  /** One past the last token. */
  readonly end: number;
  /** Whether it continues the quotation before it: no closing mark stood at the end of the paragraph. */
  readonly continues: boolean;
}

export interface Quotations {
  readonly list: readonly Quotation[];
  /** Index of the quotation that holds each token, or -1. */
  readonly at: Int32Array;
}

/** Longest quotation without a closing mark in its paragraph that is still believed. */
const LONGEST = 4000;

const OPEN = new Set(["“", "«", "„", "``"]);
const CLOSE = new Set(["”", "»"]);
/** Marks that look alike on both sides. */
const PLAIN = new Set(['"', "''"]);

/** Finds quotations by their marks, paragraph by paragraph. A quotation within another, between marks of the other kind, is part of it. */
export function quotationsOf(doc: Document): Quotations {
  const list: Quotation[] = [];
  const blankLines = hasBlankLines(doc);
  const singles = singleQuotes(doc, blankLines);
  let open = -1;
  let single = false;
  let ranOn = false;
  const shut = (end: number, closed: boolean): void => {
    if (end - open > 2 && doc.end[end - 1] - doc.start[open] < LONGEST) {
      list.push({ span: [doc.start[open], doc.end[end - 1]], first: open, end, continues: ranOn });
    }
    ranOn = !closed;
    open = -1;
  };
  for (let i = 0; i < doc.length; i++) {
    if (i > 0 && isParagraphBreak(doc, i, blankLines)) {
      if (open >= 0) shut(i, false);
      else if (ranOn && markAt(doc, singles, i) === null) ranOn = false;
    }
    const mark = markAt(doc, singles, i);
    if (mark === null) continue;
    if (open >= 0 && single !== singles[i] > 0) continue;
    if (open >= 0 && mark !== "open") shut(i + 1, true);
    else if (mark !== "close") {
      open = i;
      single = singles[i] > 0;
    }
  }
  if (open >= 0) shut(doc.length, false);
  const at = new Int32Array(doc.length).fill(-1);
  list.forEach((q, k) => {
    at.fill(k, q.first, q.end);
  });
  return { list, at };
}

/** What a token does as a quotation mark. A plain one opens after a space and before a word; else it may do either. */
function markAt(doc: Document, singles: Uint8Array, i: number): "open" | "close" | "either" | null {
  if (singles[i] === OPENS) return "open";
  if (singles[i] === CLOSES) return "close";
  if (doc.end[i] - doc.start[i] > 2) return null;
  const mark = doc.text.slice(doc.start[i], doc.end[i]);
  if (OPEN.has(mark)) return "open";
  if (CLOSE.has(mark)) return "close";
  if (!PLAIN.has(mark)) return null;
  const before = i === 0 || doc.end[i - 1] < doc.start[i];
  const after = i + 1 >= doc.length || doc.start[i + 1] > doc.end[i];
  return before === after ? "either" : before ? "open" : "close";
}
