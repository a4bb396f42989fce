import { compare, passages, type ReportSummary, stories, wordingOf } from "../../src/resolve/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/** A report's wording, day and passages: stories are told apart without its reading. */
export function summaryOfLine(line: Record<string, unknown>): ReportSummary {
  const { report } = reportOfLine(line);
  const { title, text, parts, outlet, published } = report;
  return {
    id: String(line.id),
    published: published.value?.slice(0, 10) ?? null,
    outlet,
    wording: wordingOf(title, text, parts),
    events: [],
    people: [],
    passages: passages(text),
  };
}

/** Report ids by story: the id of the story's first report. */
export function storyOf(summaries: readonly ReportSummary[]): ReadonlyMap<string, string> {
  const comparison = compare(summaries);
  const root = stories(comparison);
  return new Map(comparison.reports.map((r, i) => [r.id, comparison.reports[root[i]].id]));
}

export const predictor: Predictor = {
  kind: "all",
  predict(lines) {
    const story = storyOf(lines.map(summaryOfLine));
    return lines.map((line) => ({ id: line.id, event: story.get(String(line.id)) }));
  },
};
