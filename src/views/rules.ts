import type { Reckoning } from "./types.js";

/** What one report says of a count in sum, by one origin: what the rules choose from. */
export interface Telling {
  /** The count that it comes to; lower and higher counts that it also gives. */
  readonly best: number;
  readonly low: number;
  readonly high: number | null;
  /** Milliseconds of when it was said (as of, else published). */
  readonly at: number;
  readonly origin: string;
  readonly speaker: string;
  readonly statements: readonly string[];
  /** Other counts of the same report that it left aside. */
  readonly beside: readonly string[];
}

/** A rule that reckons low, best and high from tellings in order of time. Not an estimate of ours: every number is one that was said. */
export interface Rule {
  readonly name: RuleName;
  readonly says: string;
  reckon(standing: readonly Telling[], all: readonly Telling[]): Pick<Reckoning, "low" | "best" | "high"> & { used: readonly Telling[] };
}
export type RuleName = "latest" | "ucdp" | "acled" | "range" | "majority-of-independent" | "weighed";

const value = (t: Telling): number => t.best;
const least = (ts: readonly Telling[]): Telling => ts.reduce((a, b) => (value(b) < value(a) ? b : a));

/** Lowest and highest said, opened upwards where some telling is open. */
function bounds(ts: readonly Telling[], best: number | null): { low: number | null; high: number | null } {
  const lows = ts.map((t) => t.low);
  const open = ts.some((t) => t.high === null && (best === null || value(t) >= best));
  const highs = ts.map((t) => t.high ?? value(t));
  const low = Math.min(...lows, ...(best === null ? [] : [best]));
  return { low, high: open ? null : Math.max(...highs, ...(best === null ? [] : [best])) };
}

/** The last word: of the latest telling; where several were last on one day, what most origins say. */
const latest: Rule = {
  name: "latest",
  says: "the latest word; low and high over each source's last word",
  reckon(standing) {
    const last = standing[standing.length - 1];
    return { best: value(last), ...bounds(standing, value(last)), used: standing };
  },
};

/** UCDP's codebook (Högbladh): where no source is more reliable, the lower figure is the best; low and high hold the others. */
const ucdp: Rule = {
  name: "ucdp",
  says: "the lower figure of the sources' last words; low and high hold the others",
  reckon(standing) {
    const best = value(least(standing));
    return { best, ...bounds(standing, best), used: standing };
  },
};

/** ACLED's codebook: the most conservative figure that is reported, and no range. */
const acled: Rule = {
  name: "acled",
  says: "the lowest credible figure, as the only one",
  reckon(standing) {
    const lowest = least(standing);
    return { low: value(lowest), best: value(lowest), high: value(lowest), used: [lowest] };
  },
};

const range: Rule = {
  name: "range",
  says: "the lowest and highest ever said, and no best",
  reckon(_, all) {
    return { best: null, ...bounds(all, null), used: all };
  },
};

const majority: Rule = {
  name: "majority-of-independent",
  says: "what most independent sources say; of equals, the later",
  reckon(standing) {
    const votes = new Map<number, Set<string>>();
    for (const t of standing) votes.set(value(t), (votes.get(value(t)) ?? new Set()).add(t.origin));
    const winner = standing.reduce((a, b) => ((votes.get(value(b))?.size ?? 0) >= (votes.get(value(a))?.size ?? 0) ? b : a));
    return { best: value(winner), ...bounds(standing, value(winner)), used: standing };
  },
};

/** Counts of everybody killed or injured are weighed (see `weighing.ts`); of other effects and of classes of people the last word is taken. */
const weighed: Rule = {
  ...latest,
  name: "weighed",
  says: "the count that speaks most for itself, by outlets, place in the report, recency and what else is counted; low and high leave out what next to nothing speaks for",
};

export const RULES: readonly Rule[] = [latest, ucdp, acled, range, majority, weighed];

export function ruleBy(name: RuleName): Rule {
  return RULES.find((r) => r.name === name) ?? latest;
}
