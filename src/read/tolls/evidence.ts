import type { Span } from "../../base/span.js";
import { evidenceAt } from "../voice.js";
import type { Candidate } from "./candidate.js";
import type { Needs } from "./count.js";

/** Spans of the phrases that one toll word counts side by side, by the word: "four policemen and a civilian". */
export type Lists = ReadonlyMap<number, Span>;

export function listsOf(all: readonly Candidate[]): Lists {
  const made = new Map<number, Span>();
  for (const c of all) {
    if (!c.coordinated || c.partOf !== null) continue;
    const own = together(c.count.span, c.phrase);
    const known = made.get(c.token);
    made.set(c.token, known ? together(known, own) : own);
  }
  return made;
}

/**
 * The words of a toll: its clause, which holds its number ("the 28 people still listed as missing had been declared dead") and all whom the
 * word counts beside it, so that those killed together stand in the same words.
 */
export function evidenceOf(found: Needs & Parameters<typeof evidenceAt>[0], c: Candidate, lists: Lists): Span {
  const words = together(evidenceAt(found, c.token), c.count.span);
  const list = c.coordinated && c.partOf === null ? lists.get(c.token) : undefined;
  return list ? together(words, list) : words;
}

const together = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
