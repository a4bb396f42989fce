import { spanOf } from "../../language/document.js";
import type { EventFinding } from "../findings.js";
import { against, keep, type Spoken } from "../journal.js";
import { FEATURES, type Known, Values, valuesOf } from "./date-features.js";
import type { Candidate, Dating } from "./dating.js";

/** Keeps why an event was given its days: what told them from the next best. */
export function keepDates(d: Dating, e: EventFinding, all: readonly Candidate[], known: Known, weights: Float64Array): void {
  const judged = all.map((c) => {
    const spoken = spokenOf(d, e, c, all, known, weights);
    return { c, spoken, score: spoken.reduce((sum, s) => sum + s.weight, 0) };
  });
  const top = (of: typeof judged): (typeof judged)[number] => of.reduce((a, b) => (b.score > a.score ? b : a));
  const best = top(judged);
  const others = judged.filter((j) => j !== best);
  const next = others.length > 0 ? top(others) : null;
  keep({
    what: `dated ${called(best.c)}`,
    model: "event-dates",
    span: spanOf(d.doc, e.triggers[0], e.triggers[0]),
    of: null,
    score: best.score - (next?.score ?? 0),
    least: null,
    instead: next === null ? null : called(next.c),
    features: against(best.spoken, next?.spoken ?? []),
  });
}

function spokenOf(
  d: Dating,
  e: EventFinding,
  c: Candidate,
  all: readonly Candidate[],
  known: Known,
  weights: Float64Array,
): readonly Spoken[] {
  const values = new Values();
  valuesOf(d, e, c, all, known, values);
  return Array.from({ length: values.count }, (_, i) => ({
    name: FEATURES[values.index[i]],
    weight: weights[values.index[i]] * values.value[i],
  }));
}

function called({ from, earliest, latest }: Candidate): string {
  if (from === "none") return "by no time of the report";
  return earliest === latest ? `${earliest}` : `${earliest ?? "open"} to ${latest ?? "open"}`;
}
