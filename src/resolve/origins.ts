import type { Span } from "../base/span.js";
import type { Passage } from "./passages.js";

/** What finding origins needs of a report. */
export interface Copy {
  readonly id: string;
  readonly published: string | null;
  /** Whether it names itself as where the words come from: "BAIDOA (Horn News Agency) -" of that agency. */
  readonly own?: boolean;
  readonly passages: readonly Passage[];
}

/** Words that a report took from another, which is older. */
export interface Taken {
  readonly span: Span;
  readonly from: string;
}

/** Where reports come from. */
export interface Origins {
  /** Report id -> origin: reports that carry one text share one. */
  readonly of: ReadonlyMap<string, string>;
  /** What reports with a text of their own took from others, passage by passage. */
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
}

/** Share of the shorter report's passages that the other must hold to be its copy. */
const COPIED = 0.5;
/** Reports of one passage that are remembered. */
const MOST = 50;

/**
 * Where reports come from: those that share most of their passages form one origin, named by the earliest of them, or by one that says
 * the words are its own. Reports of one outlet are one source anyway, whatever their words.
 */
export function origins(reports: readonly Copy[]): Origins {
  const sorted = [...reports].sort(
    (a, b) => compare(day(a), day(b)) || Number(b.own ?? false) - Number(a.own ?? false) || compareTimes(a, b),
  );
  const holders = new Map<number, number[]>();
  const root = sorted.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at];
    return at;
  };
  const taken = new Map<string, readonly Taken[]>();
  sorted.forEach((report, i) => {
    const prints = new Set(report.passages.map((p) => p.print));
    const shared = sharedWith(prints, holders, i);
    for (const [other, n] of shared) {
      if (n < COPIED * Math.min(prints.size, new Set(sorted[other].passages.map((p) => p.print)).size)) continue;
      const [a, b] = [find(other), find(i)];
      root[Math.max(a, b)] = Math.min(a, b);
    }
    const runs = runsOf(report.passages, (print) => (holders.get(print) ?? []).find((other) => other !== i && find(other) !== find(i)));
    if (runs.length)
      taken.set(
        report.id,
        runs.map(({ span, from }) => ({ span, from: sorted[from].id })),
      );
  });
  return { of: new Map(sorted.map((report, i) => [report.id, sorted[find(i)].id])), taken };
}

/** How many passages each older report shares; remembers this one as a holder of its own. */
function sharedWith(prints: ReadonlySet<number>, holders: Map<number, number[]>, i: number): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const print of prints) {
    const others = holders.get(print) ?? [];
    for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
    if (others.length < MOST) holders.set(print, [...others, i]);
  }
  return shared;
}

/** Characters of taken words that are no chance: two fingerprints in a row, or one that reaches over a line. */
const SHORTEST = 80;

function runsOf(of: readonly Passage[], holder: (print: number) => number | undefined): { span: Span; from: number }[] {
  const runs: { span: Span; from: number }[] = [];
  for (const { print, span } of of) {
    const from = holder(print);
    if (from === undefined) continue;
    const last = runs.at(-1);
    if (last && last.from === from && span[0] <= last.span[1] + SHORTEST) last.span = [last.span[0], span[1]];
    else runs.push({ span: [span[0], span[1]], from });
  }
  return runs.filter((r) => r.span[1] - r.span[0] >= SHORTEST);
}

/** A report dated by its day alone may be of any hour. */
const day = (r: Copy): string => r.published?.slice(0, 10) ?? "9";
const compareTimes = (a: Copy, b: Copy): number => compare(a.published ?? "9", b.published ?? "9") || compare(a.id, b.id);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
