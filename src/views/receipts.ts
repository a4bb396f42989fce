import { overlaps, type Span } from "../base/span.js";
import type { State } from "./state.js";
import type { Receipt } from "./types.js";
import { wordsOf } from "./voices.js";

/** Per report: how many of its sentences gave statements, and which with a number gave none. Sentences are cut roughly, at their full stops. */
export function receipts(state: State): readonly Receipt[] {
  return [...state.readings.values()].map((reading) => {
    const { report } = reading;
    const skip = report.parts.filter((p) => p.part === "furniture" || p.part === "teaser").map((p) => p.span);
    const sentences = cut(report.text).filter((s) => !skip.some((x) => overlaps(x, s)));
    const told = sentences.filter((s) => reading.statements.some((st) => overlaps(st.evidence, s)));
    const left = sentences.filter((s) => !told.includes(s) && /\d/u.test(report.text.slice(s[0], s[1])));
    return { report: report.id, sentences: sentences.length, withStatement: told.length, left: left.map((s) => wordsOf(reading, s)) };
  });
}

function cut(text: string): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(/\S[^\n]*?(?:[.!?]["”’)]*(?=\s|$)|(?=\n|$))/gu))
    spans.push([found.index, found.index + found[0].length]);
  return spans;
}
