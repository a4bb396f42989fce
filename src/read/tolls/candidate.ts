import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import type { Count } from "../../model/reading.js";
import { whoSpan } from "./people.js";
import type { TollWord } from "./words.js";

/** A counted phrase under a toll word, before it is tied to an event. */
export interface Candidate {
  /** The toll word. */
  readonly token: number;
  readonly word: TollWord;
  /** Head of the phrase counted. */
  readonly head: number;
  readonly count: Count;
  /** The phrase without its number. */
  readonly phrase: Span;
  /** Index of the candidate that this is a part of, or null. */
  readonly partOf: number | null;
  /** One of several coordinated phrases: it must stand for itself. */
  readonly coordinated: boolean;
  /** The words that say where these were counted, of several places each with its number; else null. */
  readonly where: Span | null;
  readonly rules: readonly string[];
}

/** A candidate whose phrase is that of its head, without the number before token `after`; a word that says none makes the count none. */
export function candidateOf(
  doc: Document,
  token: number,
  word: TollWord,
  head: number,
  count: Count,
  after: number | null,
  coordinated: boolean,
  rule: string,
): Candidate {
  const zero = word.mark === "zero" ? { ...count, low: 0, high: 0, qualifier: "exact" as const } : count;
  const [start, end] = whoSpan(doc, head, after);
  // "Gun discharge kills officer's son", one phrase to the tree: who is behind the word begins behind it
  const phrase: Span = [head > token ? Math.max(start, Math.min(end, doc.start[token + 1])) : start, end];
  return { token, word, head, count: zero, phrase, partOf: null, coordinated, where: null, rules: [word.id, rule] };
}
