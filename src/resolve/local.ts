import type { Neighbour } from "./neighbours.js";
import type { Profile } from "./profile.js";
import type { Terms } from "./terms.js";
import type { Rarity } from "./vectors.js";

/** So many of a report's neighbours say what is common around it, */
const AROUND = 40;
/** and only those of the same weeks, where both have a date. */
const DAYS = 45;

/**
 * What is common among the reports most like one: "pirates" tells nothing between reports of two pirate attacks, "26" tells all.
 * Weighs terms by how few of the neighbours hold them.
 */
export class Surroundings {
  readonly #count: readonly ReadonlyMap<number, number>[];
  readonly #size: readonly number[];
  readonly #top: readonly number[];
  readonly #rank: readonly ReadonlyMap<number, number>[];
  readonly #rarity: Rarity;

  constructor(profiles: readonly Profile[], neighbours: readonly (readonly Neighbour[])[], rarity: Rarity) {
    this.#rarity = rarity;
    const bodies = profiles.map((p) => p.report.wording.body);
    const near = neighbours.map((list, i) => list.filter((n) => sameWeeks(profiles[i].day, profiles[n.i].day)).slice(0, AROUND));
    this.#count = near.map((list, i) => {
      const count = new Map<number, number>();
      for (const j of [i, ...list.map((n) => n.i)]) for (const id of bodies[j].ids) count.set(id, (count.get(id) ?? 0) + 1);
      return count;
    });
    this.#size = near.map((list) => list.length + 1);
    this.#top = near.map((list) => list.slice(0, 3).reduce((s, n) => s + n.cosine, 0) / Math.max(1, Math.min(3, list.length)));
    this.#rank = near.map((list) => new Map(list.map((n, k) => [n.i, k])));
  }

  /** Mean cosine of a report's three nearest. */
  top(i: number): number {
    return this.#top[i];
  }

  /** Place of `j` among the neighbours of `i`, 0 to 1. */
  rank(i: number, j: number): number {
    const k = this.#rank[i].get(j);
    return k === undefined ? 1 : k / AROUND;
  }

  #weight(i: number, id: number): number {
    return Math.max(0, Math.log((this.#size[i] + 1) / ((this.#count[i].get(id) ?? 0) + 0.5))) * this.#rarity.of(id);
  }

  /** Cosine of two bags of terms, weighed by what is rare around both reports. */
  cosine(i: number, j: number, a: Terms, b: Terms): number {
    let [both, left, right] = [0, 0, 0];
    const weigh = (id: number): number => Math.sqrt(this.#weight(i, id) * this.#weight(j, id));
    for (let x = 0, y = 0; x < a.ids.length || y < b.ids.length; ) {
      if (x < a.ids.length && y < b.ids.length && a.ids[x] === b.ids[y]) {
        const w = weigh(a.ids[x]);
        const v = w * (1 + Math.log(a.counts[x++]));
        const u = w * (1 + Math.log(b.counts[y++]));
        both += v * u;
        left += v * v;
        right += u * u;
      } else if (y >= b.ids.length || (x < a.ids.length && a.ids[x] < b.ids[y]))
        left += (weigh(a.ids[x]) * (1 + Math.log(a.counts[x++]))) ** 2;
      else right += (weigh(b.ids[y]) * (1 + Math.log(b.counts[y++]))) ** 2;
    }
    return left > 0 && right > 0 ? both / Math.sqrt(left * right) : 0;
  }
}

function sameWeeks(a: number | null, b: number | null): boolean {
  return a === null || b === null || Math.abs(a - b) <= DAYS;
}
