import type { Forest, Tree } from "../../base/forest.js";

/** How trees are grown. */
export interface BoostOptions {
  readonly trees: number;
  readonly rate: number;
  readonly leaves: number;
  /** Fewest rows of a leaf. */
  readonly fewest: number;
  readonly l2: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
  readonly split: Split | null;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

const BINS = 64;

/** Gradient-boosted trees for yes-or-no rows, over binned features, grown best leaf first. No chance in it: the same rows give the same trees. */
export function boost(
  names: readonly string[],
  rows: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
  o: BoostOptions,
): Forest {
  const edges = names.map((_, f) => edgesOf(rows, f));
  const bins = edges.map((e, f) => Uint8Array.from(rows, (row) => binOf(e, row[f])));
  const [yes, all] = rows.reduce<[number, number]>(([y, n], _, i) => [y + labels[i] * weights[i], n + weights[i]], [0, 0]);
  const base = Math.log(yes / (all - yes));
  const odds = new Float64Array(rows.length).fill(base);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let t = 0; t < o.trees; t++) {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-odds[i]));
      gradient[i] = weights[i] * (p - labels[i]);
      hessian[i] = weights[i] * p * (1 - p);
    }
    trees.push(grow(bins, edges, gradient, hessian, odds, o));
  }
  return { features: names, base, trees };
}

/**
 * Boosted trees for a choice: of the rows of a group one is right, and a softmax over the group says which. `offsets` are the log-odds
 * that rows begin with; the trees learn what to add to them.
 */
export function boostChoice(
  names: readonly string[],
  rows: readonly ArrayLike<number>[],
  groups: readonly (readonly [from: number, to: number, right: number])[],
  offsets: ArrayLike<number>,
  o: BoostOptions,
): Forest {
  const edges = names.map((_, f) => edgesOf(rows, f));
  const bins = edges.map((e, f) => Uint8Array.from(rows, (row) => binOf(e, row[f])));
  const odds = Float64Array.from(offsets);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let t = 0; t < o.trees; t++) {
    for (const [from, to, right] of groups) {
      const top = odds.subarray(from, to).reduce((a, b) => Math.max(a, b));
      let whole = 0;
      for (let i = from; i < to; i++) whole += Math.exp(odds[i] - top);
      for (let i = from; i < to; i++) {
        const p = Math.exp(odds[i] - top) / whole;
        gradient[i] = p - Number(i === right);
        hessian[i] = p * (1 - p);
      }
    }
    trees.push(grow(bins, edges, gradient, hessian, odds, o));
  }
  return { features: names, base: 0, trees };
}

/** Quantiles of a feature, as upper edges of its bins. */
function edgesOf(rows: readonly ArrayLike<number>[], f: number): number[] {
  const values = Float64Array.from(rows, (r) => r[f]).sort();
  const edges: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const v = values[Math.floor((b * values.length) / BINS)];
    if (v !== edges.at(-1)) edges.push(v);
  }
  return edges;
}

/** Number of edges below the value. */
function binOf(edges: readonly number[], value: number): number {
  let lo = 0;
  let hi = edges.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (edges[mid] < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function grow(
  bins: readonly Uint8Array[],
  edges: readonly number[][],
  g: Float64Array,
  h: Float64Array,
  odds: Float64Array,
  o: BoostOptions,
): Tree {
  const tree = { feature: [-1], threshold: [0], left: [-1], right: [-1], value: [0] };
  const everything = Int32Array.from(g, (_, i) => i);
  const leaves: Leaf[] = [{ rows: everything, node: 0, split: bestSplit(bins, everything, g, h, o) }];
  while (leaves.length < o.leaves) {
    const best = leaves.reduce((a, b, i) => ((b.split?.gain ?? 0) > (leaves[a].split?.gain ?? 0) ? i : a), 0);
    const { rows, node, split } = leaves[best];
    if (!split) break;
    const column = bins[split.feature];
    const sides = [rows.filter((i) => column[i] <= split.bin), rows.filter((i) => column[i] > split.bin)];
    tree.feature[node] = split.feature;
    tree.threshold[node] = edges[split.feature][split.bin];
    const made = sides.map((side) => {
      const at = tree.feature.push(-1) - 1;
      tree.threshold.push(0);
      tree.left.push(-1);
      tree.right.push(-1);
      tree.value.push(0);
      return { rows: side, node: at, split: bestSplit(bins, side, g, h, o) };
    });
    tree.left[node] = made[0].node;
    tree.right[node] = made[1].node;
    leaves.splice(best, 1, ...made);
  }
  for (const leaf of leaves) {
    let [sum, weight] = [0, 0];
    for (const i of leaf.rows) {
      sum += g[i];
      weight += h[i];
    }
    const value = Number(((-o.rate * sum) / (weight + o.l2)).toFixed(5));
    tree.value[leaf.node] = value;
    for (const i of leaf.rows) odds[i] += value;
  }
  return tree;
}

function bestSplit(bins: readonly Uint8Array[], rows: Int32Array, g: Float64Array, h: Float64Array, o: BoostOptions): Split | null {
  if (rows.length < 2 * o.fewest) return null;
  const [sums, weights, counts] = [new Float64Array(BINS), new Float64Array(BINS), new Int32Array(BINS)];
  let best: Split | null = null;
  for (let f = 0; f < bins.length; f++) {
    sums.fill(0);
    weights.fill(0);
    counts.fill(0);
    let [sum, weight] = [0, 0];
    for (const i of rows) {
      const b = bins[f][i];
      sums[b] += g[i];
      weights[b] += h[i];
      counts[b]++;
      sum += g[i];
      weight += h[i];
    }
    const whole = (sum * sum) / (weight + o.l2);
    let [left, below, n] = [0, 0, 0];
    for (let b = 0; b < BINS - 1; b++) {
      left += sums[b];
      below += weights[b];
      n += counts[b];
      if (n < o.fewest || rows.length - n < o.fewest || !counts[b]) continue;
      const gain = (left * left) / (below + o.l2) + ((sum - left) * (sum - left)) / (weight - below + o.l2) - whole;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature: f, bin: b };
    }
  }
  return best;
}
