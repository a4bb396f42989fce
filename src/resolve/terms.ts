import type { ReportPart } from "../model/report.js";

/** Terms of a text with how often they stand in it. */
export type Terms = ReadonlyMap<string, number>;

/** Words of title and body in lower case with their counts; furniture and teasers left out. */
export function termsOf(title: string | null, text: string, parts: readonly ReportPart[]): Terms {
  const terms = new Map<string, number>();
  const skip = parts.filter((p) => p.part === "furniture" || p.part === "teaser").map((p) => p.span);
  for (const source of [title ?? "", text]) {
    for (const found of source.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
      if (source === text && skip.some(([a, b]) => found.index >= a && found.index < b)) continue;
      const term = found[0].toLowerCase().replace(/['’]s?$/u, "");
      terms.set(term, (terms.get(term) ?? 0) + 1);
    }
  }
  return terms;
}
