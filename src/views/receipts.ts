import { overlaps, type Span } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { Reading } from "../model/reading.js";
import { sentencesOf } from "./sentences.js";
import type { State } from "./state.js";
import type { Receipt } from "./types.js";
import { wordsOf } from "./voices.js";

/**
 * Per report: how many of its sentences gave statements, and which that tell of an act or hold a number gave none. Sentences are cut
 * roughly, at their full stops.
 */
export function receipts(state: State): readonly Receipt[] {
  return [...state.readings.values()].map((reading) => {
    const { report } = reading;
    const skip = report.parts.filter((p) => p.part === "furniture" || p.part === "teaser" || p.part === "dateline").map((p) => p.span);
    const sentences = sentencesOf(report.text).filter((s) => !skip.some((x) => overlaps(x, s)));
    const told = sentences.filter((s) => reading.statements.some((st) => overlaps(st.evidence, s)));
    const left = sentences.flatMap((s) => {
      const because = told.includes(s) ? null : reasonIn(reading, s);
      return because ? [{ ...wordsOf(reading, s), because }] : [];
    });
    return { report: report.id, sentences: sentences.length, withStatement: told.length, left };
  });
}

/** What makes one expect a statement: an act is mentioned, else a number. */
function reasonIn({ report, events }: Reading, span: Span): Receipt["left"][number]["because"] | null {
  if (events.some((e) => e.mentions.some((m) => overlaps(m, span)))) return "act";
  const words = report.text.slice(span[0], span[1]);
  return /\d/u.test(words) ||
    words
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some((w) => numbers().has(w))
    ? "number"
    : null;
}

/** Kinds of number words that count; articles and "one" stand in every other sentence. */
const COUNTING: ReadonlySet<string> = new Set(["digit", "teen", "ten", "many"]);
let forms: ReadonlySet<string> | null = null;

function numbers(): ReadonlySet<string> {
  forms ??= new Set(loadTable("numbers").rows.flatMap((r) => (COUNTING.has(r.kind) && r.value !== "1" ? [r.form] : [])));
  return forms;
}
