import { type Forest, logOdds } from "../base/forest.js";
import { cluster, type Link } from "./cluster.js";
import { FEATURES, type Pair } from "./features.js";
import { Surroundings } from "./local.js";
import { model } from "./model.js";
import { neighbours } from "./neighbours.js";
import { type Profile, profile } from "./profile.js";
import type { ReportSummary } from "./summary.js";
import { containment, cosine, Rarity } from "./vectors.js";

/** Mean log-odds above which reports tell of one event. */
export const LEAST_ODDS = -0.5;

/** Cosine of wordings, or share of names held, below which two reports are not worth a full comparison. */
const ENOUGH = 0.1;
/** Log-odds below which what two reports have in common is not kept: nobody will ask why they were not joined. */
const WORTH_KEEPING = -4;
const NOTHING = new Float32Array();
/** Log-odds above which two reports of a third one's are compared themselves, and of how many at most. */
const LIKELY = -1;
const MOST_LIKELY = 30;

/** Two reports that were compared: numbers into `reports`, what was found and what it comes to. */
export interface Compared extends Link {
  readonly features: Float32Array;
}

/** Reports in their fixed order, with every pair that was compared. */
export interface Comparison {
  readonly reports: readonly ReportSummary[];
  readonly pairs: readonly Compared[];
}

/** Compares reports that may tell of one event. Their order in `reports` does not matter: they are sorted by date, then id. */
export function compare(reports: readonly ReportSummary[], forest: Forest | null = null): Comparison {
  const { frequency, reports: known, forest: trained } = model();
  return compareWith(reports, frequency, known, forest ?? trained);
}

/** The same with term frequencies handed in: for training. Without a forest every pair's odds are 0. */
export function compareWith(
  reports: readonly ReportSummary[],
  frequency: ReadonlyMap<number, number>,
  known: number,
  forest: Forest | null,
): Comparison {
  const sorted = [...reports].sort((a, b) => order(a.published ?? "~", b.published ?? "~") || order(a.id, b.id));
  const rarity = new Rarity(frequency, known, known && !forest ? [] : sorted.map((r) => r.wording.body));
  const profiles = sorted.map((r) => profile(r, rarity));
  const near = neighbours(profiles, rarity);
  const around = new Surroundings(profiles, near, rarity);
  const pairs: Compared[] = [];
  near.forEach((list, i) => {
    list.of.forEach((j, k) => {
      if (i < j && (!forest || list.cosine[k] >= ENOUGH || containment(profiles[i].names, profiles[j].names) >= ENOUGH))
        pairs.push(compareTwo(profiles, i, j, rarity, around, forest));
    });
  });
  if (forest) pairs.push(...closing(sorted.length, pairs).map(([i, j]) => compareTwo(profiles, i, j, rarity, around, forest)));
  return { reports: sorted, pairs };
}

/** Reports that are likely one story with the same third one, and were not compared themselves. */
function closing(n: number, pairs: readonly Compared[]): (readonly [number, number])[] {
  const likely: number[][] = Array.from({ length: n }, () => []);
  const compared = new Set(pairs.map((p) => p.a * n + p.b));
  for (const { a, b, odds } of pairs) {
    if (odds <= LIKELY) continue;
    likely[a].push(b);
    likely[b].push(a);
  }
  const open: [number, number][] = [];
  for (const list of likely) {
    for (const x of list.slice(0, MOST_LIKELY)) {
      for (const y of list.slice(0, MOST_LIKELY)) {
        if (x >= y || compared.has(x * n + y)) continue;
        compared.add(x * n + y);
        open.push([x, y]);
      }
    }
  }
  return open.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}

function compareTwo(
  profiles: readonly Profile[],
  i: number,
  j: number,
  rarity: Rarity,
  around: Surroundings,
  forest: Forest | null,
): Compared {
  const [a, b] = [profiles[i], profiles[j]];
  const pair: Pair = { a, b, i, j, rarity, around, wording: cosine(a.body, b.body) };
  const features = Float32Array.from(FEATURES, (f) => f.of(pair));
  const odds = forest ? logOdds(forest, features) : 0;
  return { a: i, b: j, features: forest && odds < WORTH_KEEPING ? NOTHING : features, odds };
}

/** For each report (in the comparison's order) the first report of its story. */
export function stories(
  comparison: Comparison,
  together: readonly (readonly [number, number])[] = [],
  apart: readonly (readonly [number, number])[] = [],
): Int32Array {
  return cluster(comparison.reports.length, comparison.pairs, LEAST_ODDS, together, apart);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
