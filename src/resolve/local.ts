import { Counts } from "./counts.js";
import type { Neighbours } from "./neighbours.js";
import type { Profile } from "./profile.js";
import type { Terms } from "./terms.js";
import type { Rarity } from "./vectors.js";

/** So many of a report's neighbours say what is common around it, */
const AROUND = 40;
/** and only those of the same weeks, where both have a date. */
const DAYS = 45;
/** So many reports' surroundings are kept at a time. */
const KEPT = 2048;

/**
 * What is common among the reports most like one: "pirates" tells nothing between reports of two pirate attacks, "26" tells all.
 * Weighs terms by how few of the neighbours hold them.
 */
export class Surroundings {
  readonly #profiles: readonly Profile[];
  /** The nearest of the same weeks. */
  readonly #near: readonly Int32Array[];
  readonly #top: Float32Array;
  readonly #rarity: Rarity;
  readonly #counts = new Map<number, Counts>();
  readonly #rarities = new WeakMap<Terms, Float64Array>();

  constructor(profiles: readonly Profile[], neighbours: readonly Neighbours[], rarity: Rarity) {
    this.#profiles = profiles;
    this.#rarity = rarity;
    const kept = neighbours.map((list, i) => nearest(profiles, list, i));
    this.#near = kept.map((ks, i) => Int32Array.from(ks, (k) => neighbours[i].of[k]));
    this.#top = Float32Array.from(kept, (ks, i) => {
      const few = ks.slice(0, 3);
      return few.reduce((s, k) => s + neighbours[i].cosine[k], 0) / Math.max(1, few.length);
    });
  }

  /** Mean cosine of a report's three nearest. */
  top(i: number): number {
    return this.#top[i];
  }

  /** Place of `j` among the neighbours of `i`, 0 to 1. */
  rank(i: number, j: number): number {
    const k = this.#near[i].indexOf(j);
    return k < 0 ? 1 : k / AROUND;
  }

  /** In how many of the reports around `i` each term stands. Kept for the reports asked for last: all of them would fill the memory. */
  #around(i: number): Counts {
    const known = this.#counts.get(i);
    if (known) return known;
    const counts = new Counts([i, ...this.#near[i]].map((j) => this.#profiles[j].report.wording.body));
    if (this.#counts.size >= KEPT) for (const first of [...this.#counts.keys()].slice(0, KEPT / 2)) this.#counts.delete(first);
    this.#counts.set(i, counts);
    return counts;
  }

  /** How rare each term of a bag is. */
  #rare(terms: Terms): Float64Array {
    const known = this.#rarities.get(terms);
    if (known) return known;
    const made = Float64Array.from(terms.ids, (id) => this.#rarity.of(id));
    this.#rarities.set(terms, made);
    return made;
  }

  /** Cosine of two bags of terms, weighed by what is rare around both reports. */
  cosine(i: number, j: number, a: Terms, b: Terms): number {
    let [both, left, right] = [0, 0, 0];
    const [ci, cj] = [this.#around(i), this.#around(j)];
    const [li, lj] = [LOGS[this.#near[i].length], LOGS[this.#near[j].length]];
    const [p, q] = [a.ids, b.ids];
    const [rp, rq] = [this.#rare(a), this.#rare(b)];
    for (let x = 0, y = 0; x < p.length || y < q.length; ) {
      const first = y >= q.length || (x < p.length && p[x] <= q[y]);
      const second = x >= p.length || (y < q.length && q[y] <= p[x]);
      const id = first ? p[x] : q[y];
      const around = li[ci.of(id)] * lj[cj.of(id)];
      const w = around > 0 ? Math.sqrt(around) * (first ? rp[x] : rq[y]) : 0;
      const v = first ? w * damped(a.counts[x++]) : 0;
      const u = second ? w * damped(b.counts[y++]) : 0;
      both += v * u;
      left += v * v;
      right += u * u;
    }
    return left > 0 && right > 0 ? both / Math.sqrt(left * right) : 0;
  }
}

/** How rare a term is that stands in so many of the reports around one: by how many those are, then in how many it stands. */
const LOGS: readonly Float64Array[] = Array.from({ length: AROUND + 1 }, (_, near) =>
  Float64Array.from({ length: AROUND + 2 }, (_, count) => Math.log((near + 2) / (count + 0.5))),
);

const DAMPED = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));

/** How much so many times say more than once does. */
function damped(count: number): number {
  return count < DAMPED.length ? DAMPED[count] : 1 + Math.log(count);
}

function sameWeeks(a: number | null, b: number | null): boolean {
  return a === null || b === null || Math.abs(a - b) <= DAYS;
}

/** Which of a report's neighbours stand around it: places in their list. */
function nearest(profiles: readonly Profile[], list: Neighbours, i: number): number[] {
  const kept: number[] = [];
  for (let k = 0; k < list.of.length && kept.length < AROUND; k++) if (sameWeeks(profiles[i].day, profiles[list.of[k]].day)) kept.push(k);
  return kept;
}
