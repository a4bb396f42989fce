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
  profiles.forEach((p, i) => {
    const weight = new Map<number, number>();
    for (const id of keys[i]) {
      const w = rarity.of(id);
      for (const j of near(postings.get(id) as number[], i)) if (j !== i) weight.set(j, (weight.get(j) ?? 0) + w);
    }
    const best = [...weight.entries()]
      .sort((a, b) => b[1] - a[1] || Math.abs(a[0] - i) - Math.abs(b[0] - i) || a[0] - b[0])
      .slice(0, CANDIDATES);
    mine.push(Int32Array.from(best, ([j]) => j));
    for (const [j] of best) {
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

/** The postings around report `i`: numbers are in order of time. */
function near(list: readonly number[], i: number): readonly number[] {
  if (list.length <= POSTINGS) return list;
  let lo = 0;
  let hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (list[mid] < i) lo = mid + 1;
    else hi = mid;
  }
  const from = Math.max(0, Math.min(list.length - POSTINGS, lo - POSTINGS / 2));
  return list.slice(from, from + POSTINGS);
}
