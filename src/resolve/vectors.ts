import type { Terms } from "./terms.js";

/** How much a term tells: the logarithm of how few reports hold it, in training and among those compared. */
export class Rarity {
  readonly #total: number;
  readonly #here = new Map<number, number>();
  readonly #known: ReadonlyMap<number, number>;
  readonly #rare = new Map<number, number>();

  constructor(known: ReadonlyMap<number, number>, reports: number, here: Iterable<Terms>) {
    let n = 0;
    for (const terms of here) {
      n++;
      for (const id of terms.ids) this.#here.set(id, (this.#here.get(id) ?? 0) + 1);
    }
    this.#known = known;
    this.#total = reports + n;
  }

  of(id: number): number {
    const known = this.#rare.get(id);
    if (known !== undefined) return known;
    const rare = Math.max(0, Math.log((this.#total + 1) / ((this.#known.get(id) ?? 0) + (this.#here.get(id) ?? 0) + 0.5)));
    this.#rare.set(id, rare);
    return rare;
  }
}

/** A vector of length 1: tf-idf with damped counts. */
export interface Vector {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
  /** Its length before it was brought to 1. */
  readonly mass: number;
}

export function vector(terms: Terms, rarity: Rarity): Vector {
  const values = Float32Array.from(terms.ids, (id, i) => rarity.of(id) * (1 + Math.log(terms.counts[i])));
  let squares = 0;
  for (const v of values) squares += v * v;
  const mass = Math.sqrt(squares);
  if (mass > 0) for (let i = 0; i < values.length; i++) values[i] /= mass;
  return { ids: terms.ids, values, mass };
}

export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    if (a.ids[i] === b.ids[j]) sum += a.values[i++] * b.values[j++];
    else if (a.ids[i] < b.ids[j]) i++;
    else j++;
  }
  return Math.min(1, sum);
}

/** Share of the lighter one's weight that the other holds too. */
export function containment(a: Vector, b: Vector): number {
  let both = 0;
  let [left, right] = [0, 0];
  for (let i = 0, j = 0; i < a.ids.length || j < b.ids.length; ) {
    if (i < a.ids.length && j < b.ids.length && a.ids[i] === b.ids[j]) {
      const v = a.values[i++] * a.mass;
      const w = b.values[j++] * b.mass;
      both += Math.min(v, w);
      left += v;
      right += w;
    } else if (j >= b.ids.length || (i < a.ids.length && a.ids[i] < b.ids[j])) left += a.values[i++] * a.mass;
    else right += b.values[j++] * b.mass;
  }
  const least = Math.min(left, right);
  return least > 0 ? Math.min(1, both / least) : 0;
}

/** Rarity of what both hold, unscaled: one very rare shared name tells much. */
export function sharedRarity(a: Vector, b: Vector, rarity: Rarity): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    if (a.ids[i] === b.ids[j]) {
      sum += rarity.of(a.ids[i++]);
      j++;
    } else if (a.ids[i] < b.ids[j]) i++;
    else j++;
  }
  return sum;
}
