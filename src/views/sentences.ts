import type { Span } from "../base/span.js";

/** Sentences of a text, cut roughly, at their full stops. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(/\S[^\n]*?(?:(?<!\b\p{Lu}\p{Ll}{0,2})[.!?]["”’)]*(?=\s|$)|(?=\n|$))/gu))
    spans.push([found.index, found.index + found[0].length]);
  return spans;
}
