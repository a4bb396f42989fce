/** Two items with the log-odds that they belong together. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly odds: number;
}

/** Log-odds of two items that were never compared: they share no rare word. */
export const NEVER = -5;
const BOUND = 6;

/**
 * Agglomerative clustering by average link over log-odds: the two clusters that belong together most are joined first, as long as
 * the mean over all pairs of theirs is above `least`. What may not be together is in `apart`, what must be in `together`. The result
 * depends on the numbering of items alone: give them in a fixed order.
 *
 * @param exclusive two items of one number here never share a cluster, unless `together` says so
 * @returns for each item the lowest item of its cluster
 */
export function cluster(
  n: number,
  links: readonly Link[],
  least: number,
  together: readonly (readonly [number, number])[] = [],
  apart: readonly (readonly [number, number])[] = [],
  exclusive: Int32Array | null = null,
): Int32Array {
  const clusters = new Clusters(n, exclusive);
  for (const { a, b, odds } of links) if (odds > NEVER) clusters.link(a, b, Math.min(BOUND, odds));
  for (const [a, b] of apart) clusters.part(a, b);
  for (const [a, b] of together) clusters.join(a, b, true);
  const queue = new Queue();
  for (const { a, b, odds } of links) {
    if (odds <= NEVER) continue;
    const [x, y] = [clusters.root(a), clusters.root(b)];
    if (x !== y) queue.push(clusters.mean(x, y), Math.min(x, y), Math.max(x, y));
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [odds, a, b] = next;
    if (odds <= least) break;
    if (clusters.root(a) !== a || clusters.root(b) !== b || clusters.mean(a, b) !== odds) continue;
    if (!clusters.join(a, b)) continue;
    for (const c of clusters.near(a)) {
      const mean = clusters.mean(a, c);
      if (mean > least) queue.push(mean, Math.min(a, c), Math.max(a, c));
    }
  }
  return Int32Array.from({ length: n }, (_, i) => clusters.root(i));
}

/** Clusters with the sums of the odds between them. A cluster is called by its lowest item. */
class Clusters {
  readonly #root: Int32Array;
  readonly #size: Int32Array;
  readonly #owners: Set<number>[] | null;
  readonly #sums: Map<number, { sum: number; n: number }>[];
  readonly #apart = new Map<number, Set<number>>();

  constructor(n: number, exclusive: Int32Array | null) {
    this.#root = Int32Array.from({ length: n }, (_, i) => i);
    this.#owners = exclusive ? Array.from(exclusive, (owner) => new Set([owner])) : null;
    this.#size = new Int32Array(n).fill(1);
    this.#sums = Array.from({ length: n }, () => new Map());
  }

  root(i: number): number {
    let at = i;
    while (this.#root[at] !== at) at = this.#root[at] = this.#root[this.#root[at]];
    return at;
  }

  link(a: number, b: number, odds: number): void {
    if (a === b) return;
    this.#sums[a].set(b, { sum: odds, n: 1 });
    this.#sums[b].set(a, { sum: odds, n: 1 });
  }

  part(a: number, b: number): void {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ])
      this.#apart.set(x, (this.#apart.get(x) ?? new Set<number>()).add(y));
  }

  near(a: number): Iterable<number> {
    return this.#sums[a].keys();
  }

  mean(a: number, b: number): number {
    const { sum, n } = this.#sums[a].get(b) ?? { sum: 0, n: 0 };
    const all = this.#size[a] * this.#size[b];
    return (sum + (all - n) * NEVER) / all;
  }

  join(p: number, q: number, must = false): boolean {
    const [a, b] = [this.root(p), this.root(q)].sort((x, y) => x - y);
    if (a === b) return true;
    if (this.#apart.get(a)?.has(b)) return false;
    if (this.#owners) {
      const [mine, theirs] = [this.#owners[a], this.#owners[b]];
      for (const owner of theirs) if (!must && mine.has(owner)) return false;
      for (const owner of theirs) mine.add(owner);
    }
    this.#root[b] = a;
    this.#size[a] += this.#size[b];
    for (const [c, { sum, n }] of this.#sums[b]) {
      this.#sums[c].delete(b);
      if (c === a) continue;
      const known = this.#sums[a].get(c) ?? { sum: 0, n: 0 };
      const next = { sum: known.sum + sum, n: known.n + n };
      this.#sums[a].set(c, next);
      this.#sums[c].set(a, next);
    }
    this.#sums[b].clear();
    for (const c of this.#apart.get(b) ?? []) {
      this.#apart.get(c)?.delete(b);
      this.part(a, c);
    }
    return true;
  }
}

type Waiting = readonly [odds: number, a: number, b: number];

/** A heap: the highest odds first, then the lowest numbers. */
class Queue {
  readonly #heap: Waiting[] = [];

  push(odds: number, a: number, b: number): void {
    const heap = this.#heap;
    heap.push([odds, a, b]);
    for (let i = heap.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if (!before(heap[i], heap[up])) break;
      [heap[i], heap[up]] = [heap[up], heap[i]];
      i = up;
    }
  }

  pop(): Waiting | null {
    const heap = this.#heap;
    const top = heap[0] ?? null;
    const last = heap.pop();
    if (!last || !heap.length) return top;
    heap[0] = last;
    for (let i = 0; ; ) {
      const [l, r] = [2 * i + 1, 2 * i + 2];
      let best = i;
      if (l < heap.length && before(heap[l], heap[best])) best = l;
      if (r < heap.length && before(heap[r], heap[best])) best = r;
      if (best === i) return top;
      [heap[i], heap[best]] = [heap[best], heap[i]];
      i = best;
    }
  }
}

function before(x: Waiting, y: Waiting): boolean {
  return x[0] > y[0] || (x[0] === y[0] && (x[1] < y[1] || (x[1] === y[1] && x[2] < y[2])));
}
