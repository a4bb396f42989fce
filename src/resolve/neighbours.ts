import type { Profile } from "./profile.js";
import { cosine, type Rarity } from "./vectors.js";

/** Terms by which a report is looked up: its heaviest. */
const KEYS = 36;
/** A term that stands in more reports than this, nearest in time, looks nothing up. */
const POSTINGS = 160;
/** So many candidates are compared in full. */
const CANDIDATES = 90;
/** Below this cosine two reports are no neighbours. */
const LEAST = 0.045;

/** The reports most like one, the likest first: their numbers, and the cosines of the wordings. */
export interface Neighbours {
  readonly of: Int32Array;
  readonly cosine: Float32Array;
}

/**
 * For each report the reports most like it, without comparing all pairs: those that share its heaviest terms. Profiles come in a
 * fixed order (by date, then id); nearer in time goes first where a term is too common. The cost per report is bounded.
 */
export function neighbours(profiles: readonly Profile[], rarity: Rarity): readonly Neighbours[] {
  const keys = profiles.map((p) => heaviest(p));
  const postings = new Map<number, number[]>();
  keys.forEach((list, i) => {
    for (const id of list) {
      const known = postings.get(id);
      if (known) known.push(i);
      else postings.set(id, [i]);
    }
  });
  const found = profiles.map(() => ({ of: [] as number[], cosine: [] as number[] }));
  const mine: Int32Array[] = [];
  const likely = new Likely(profiles.length);
  profiles.forEach((p, i) => {
    for (const id of keys[i]) likely.add(postings.get(id) as number[], i, rarity.of(id));
    const best = likely.take(i);
    mine.push(best);
    for (const j of best) {
      if (j < i && mine[j].includes(i)) continue;
      const c = cosine(p.body, profiles[j].body);
      if (c < LEAST) continue;
      found[i].of.push(j);
      found[i].cosine.push(c);
      found[j].of.push(i);
      found[j].cosine.push(c);
    }
  });
  return found.map((list) => {
    const order = [...list.of.keys()].sort((a, b) => list.cosine[b] - list.cosine[a] || list.of[a] - list.of[b]);
    return { of: Int32Array.from(order, (k) => list.of[k]), cosine: Float32Array.from(order, (k) => list.cosine[k]) };
  });
}

function heaviest(p: Profile): number[] {
  const order = [...p.body.values.keys()].sort((a, b) => p.body.values[b] - p.body.values[a] || p.body.ids[a] - p.body.ids[b]);
  return order.slice(0, KEYS).map((k) => p.body.ids[k]);
}

/** Adds up by what terms each report may be like one, and gives the likeliest. Reused from report to report. */
class Likely {
  private readonly weight: Float64Array;
  private readonly touched: Int32Array;
  /** For which report each was touched last. */
  private readonly touchedFor: Int32Array;
  private count = 0;
  private readonly best = new Int32Array(CANDIDATES + 1);

  constructor(reports: number) {
    this.weight = new Float64Array(reports);
    this.touched = new Int32Array(reports);
    this.touchedFor = new Int32Array(reports).fill(-1);
  }

  /** Adds a term's weight for the reports that it stands in: of too many, those around report `i`, for numbers are in order of time. */
  add(postings: readonly number[], i: number, by: number): void {
    const { weight, touched, touchedFor } = this;
    const from = postings.length <= POSTINGS ? 0 : firstNear(postings, i);
    const to = Math.min(postings.length, from + POSTINGS);
    for (let k = from; k < to; k++) {
      const j = postings[k];
      if (j === i) continue;
      if (touchedFor[j] !== i) {
        touchedFor[j] = i;
        touched[this.count++] = j;
        weight[j] = 0;
      }
      weight[j] += by;
    }
  }

  /** The likeliest, heaviest first; of equals the nearer in time, then the earlier. */
  take(i: number): Int32Array {
    const { weight, touched, best } = this;
    const before = (a: number, b: number): boolean =>
      weight[a] !== weight[b] ? weight[a] > weight[b] : Math.abs(a - i) !== Math.abs(b - i) ? Math.abs(a - i) < Math.abs(b - i) : a < b;
    let n = 0;
    for (let k = 0; k < this.count; k++) {
      const j = touched[k];
      if (n === CANDIDATES && !before(j, best[n - 1])) continue;
      let at = n < CANDIDATES ? n++ : n - 1;
      while (at > 0 && before(j, best[at - 1])) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = j;
    }
    this.count = 0;
    return best.slice(0, n);
  }
}

/** Where the postings nearest to report `i` begin. */
function firstNear(list: readonly number[], i: number): number {
  let lo = 0;
  let hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (list[mid] < i) lo = mid + 1;
    else hi = mid;
  }
  return Math.max(0, Math.min(list.length - POSTINGS, lo - POSTINGS / 2));
}
