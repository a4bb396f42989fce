import type { Span } from "../base/span.js";
import { vocabulary } from "./vocabulary.js";

/**
 * An analysed text as a column store: one entry a token in every array, sentences as ranges over tokens. Offsets are UTF-16
 * code units of `text`. There is no object per token: stages read columns by index.
 */
export interface Document {
  readonly text: string;
  readonly length: number;
  /** First code unit of each token. */
  readonly start: Int32Array;
  /** One past the last code unit of each token. */
  readonly end: Int32Array;
  /** Vocabulary id of the token in lower case, quotes and dashes made plain. */
  readonly norm: Int32Array;
  /** Vocabulary id of the lemma, lower case. */
  readonly lemma: Int32Array;
  /** Index into UPOS. */
  readonly upos: Uint8Array;
  /** Index into XPOS. */
  readonly xpos: Uint8Array;
  /** Token index (of the document, not the sentence) of the syntactic head; -1 at a root. */
  readonly head: Int32Array;
  /** Index into RELATIONS. */
  readonly relation: Uint8Array;
  /** Leftmost dependent of each token, -1 where it has none; the rest follow through `nextSibling`, left to right. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** First and last token (inclusive) of each token's subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Which sentence each token belongs to. */
  readonly sentence: Int32Array;
  /** First token of each sentence, and one more entry: the number of tokens. */
  readonly sentenceStart: Int32Array;
  readonly sentenceCount: number;
}

/** The token's exact words. */
export function tokenText(doc: Document, i: number): string {
  return doc.text.slice(doc.start[i], doc.end[i]);
}

/** The token in lower case. */
export function normOf(doc: Document, i: number): string {
  return vocabulary.of(doc.norm[i]);
}

export function lemmaOf(doc: Document, i: number): string {
  return vocabulary.of(doc.lemma[i]);
}

/** Span of the tokens `first` to `last`, inclusive. */
export function spanOf(doc: Document, first: number, last: number): Span {
  return [doc.start[first], doc.end[last]];
}

/** Calls `visit` for each dependent of `i`, left to right. */
export function forEachChild(doc: Document, i: number, visit: (child: number) => void): void {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) visit(c);
}

/** The first dependent of `i` with one of these relations, or -1. */
export function childWith(doc: Document, i: number, ...relations: number[]): number {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (relations.includes(doc.relation[c])) return c;
  return -1;
}

/** The token that holds offset `at`, else the first one after it; `length` where there is none. */
export function tokenAt(doc: Document, at: number): number {
  let lo = 0;
  let hi = doc.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (doc.end[mid] > at) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

/** Tokens `[first, end)` that overlap a span; empty (first === end) where there is none. */
export function tokensIn(doc: Document, span: Span): readonly [first: number, end: number] {
  const first = tokenAt(doc, span[0]);
  let end = first;
  while (end < doc.length && doc.start[end] < span[1]) end++;
  return [first, end];
}

/** Span of sentence `s`. */
export function sentenceSpan(doc: Document, s: number): Span {
  return spanOf(doc, doc.sentenceStart[s], doc.sentenceStart[s + 1] - 1);
}

/** Whether `ancestor` is `i` or stands above it. */
export function dominates(doc: Document, ancestor: number, i: number): boolean {
  for (let at = i; at >= 0; at = doc.head[at]) if (at === ancestor) return true;
  return false;
}
