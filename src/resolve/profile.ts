import type { ReportSummary } from "./summary.js";
import { type Rarity, type Vector, vector } from "./vectors.js";

/** A report as it is compared: its wording as vectors, its day. */
export interface Profile {
  readonly report: ReportSummary;
  /** Days since 1970, or null. */
  readonly day: number | null;
  readonly body: Vector;
  readonly title: Vector;
  readonly lead: Vector;
  readonly names: Vector;
  readonly pairs: Vector;
  readonly numbers: Vector;
  /** In order. */
  readonly passages: Uint32Array;
}

export function profile(report: ReportSummary, rarity: Rarity): Profile {
  const { wording } = report;
  return {
    report,
    day: report.published ? Math.floor(Date.parse(report.published.slice(0, 10)) / 86_400_000) : null,
    body: vector(wording.body, rarity),
    title: vector(wording.title, rarity),
    lead: vector(wording.lead, rarity),
    names: vector(wording.names, rarity),
    pairs: vector(wording.pairs, rarity),
    numbers: vector(wording.numbers, rarity),
    passages: Uint32Array.from(report.passages).sort(),
  };
}
