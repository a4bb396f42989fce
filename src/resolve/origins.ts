import type { ReportSummary } from "./summary.js";

/** Report id -> origin: reports that carry one text share one. */
export type Origins = ReadonlyMap<string, string>;

/** Share of the shorter report's passages that the other must hold to be its copy. */
const COPIED = 0.5;

/**
 * Where reports come from: those that share most of their passages form one origin, named by the earliest of them. Reports of one
 * outlet are one source anyway, whatever their words.
 */
export function origins(reports: readonly Pick<ReportSummary, "id" | "published" | "passages">[]): Origins {
  const sorted = [...reports].sort((a, b) => compare(a.published ?? "9", b.published ?? "9") || compare(a.id, b.id));
  const holders = new Map<number, number[]>();
  const root = sorted.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at];
    return at;
  };
  sorted.forEach((report, i) => {
    const shared = new Map<number, number>();
    for (const print of report.passages) {
      const others = holders.get(print) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (others.length < 50) holders.set(print, [...others, i]);
    }
    for (const [other, n] of shared) {
      if (n < COPIED * Math.min(report.passages.length, sorted[other].passages.length)) continue;
      const [a, b] = [find(other), find(i)];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return new Map(sorted.map((report, i) => [report.id, sorted[find(i)].id]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
