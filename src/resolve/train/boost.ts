import type { Forest, Tree } from "../../base/forest.js";

/** How trees are grown. */
export interface BoostOptions {
  readonly trees: number;
  readonly rate: number;
  readonly leaves: number;
  /** Fewest rows of a leaf. */
  readonly fewest: number;
  readonly l2: number;
  /** Whether a tree may ask a feature; unsaid, every tree may ask all. Trees that may ask few each lean less on the same ones. */
  readonly open?: (tree: number, feature: number) => boolean;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
  readonly table: Table;
  readonly split: Split | null;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Gradient, hessian and number of a leaf's rows, by feature and bin. */
interface Table {
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly counts: Int32Array;
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
    trees.push(grow(bins, edges, gradient, hessian, odds, o, t));
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
  return boostBy(names, rows, offsets, o, (odds, gradient, hessian) => {
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
  });
}

/** Boosted trees for any loss: `slopes` puts its gradient and hessian by each row's log-odds into the arrays. */
export function boostBy(
  names: readonly string[],
  rows: readonly ArrayLike<number>[],
  offsets: ArrayLike<number>,
  o: BoostOptions,
  slopes: (odds: Float64Array, gradient: Float64Array, hessian: Float64Array) => void,
): Forest {
  const edges = names.map((_, f) => edgesOf(rows, f));
  const bins = edges.map((e, f) => Uint8Array.from(rows, (row) => binOf(e, row[f])));
  const odds = Float64Array.from(offsets);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let t = 0; t < o.trees; t++) {
    slopes(odds, gradient, hessian);
    trees.push(grow(bins, edges, gradient, hessian, odds, o, t));
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
  number: number,
): Tree {
  const may = bins.map((_, f) => o.open?.(number, f) ?? true);
  const tree = { feature: [-1], threshold: [0], left: [-1], right: [-1], value: [0] };
  const everything = Int32Array.from(g, (_, i) => i);
  const leaf = (rows: Int32Array, node: number, table: Table): Leaf => ({
    rows,
    node,
    table,
    split: bestSplit(table, rows.length, may, o),
  });
  const leaves: Leaf[] = [leaf(everything, 0, tableOf(bins, everything, g, h))];
  while (leaves.length < o.leaves) {
    const best = leaves.reduce((a, b, i) => ((b.split?.gain ?? 0) > (leaves[a].split?.gain ?? 0) ? i : a), 0);
    const { rows, node, split, table } = leaves[best];
    if (!split) break;
    const column = bins[split.feature];
    const sides = [rows.filter((i) => column[i] <= split.bin), rows.filter((i) => column[i] > split.bin)];
    tree.feature[node] = split.feature;
    tree.threshold[node] = edges[split.feature][split.bin];
    const fewer = sides[0].length <= sides[1].length ? 0 : 1;
    const own = tableOf(bins, sides[fewer], g, h);
    const made = sides.map((side, k) => {
      const at = tree.feature.push(-1) - 1;
      tree.threshold.push(0);
      tree.left.push(-1);
      tree.right.push(-1);
      tree.value.push(0);
      return leaf(side, at, k === fewer ? own : rest(table, own));
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

function tableOf(bins: readonly Uint8Array[], rows: Int32Array, g: Float64Array, h: Float64Array): Table {
  const size = bins.length * BINS;
  const [sums, weights, counts] = [new Float64Array(size), new Float64Array(size), new Int32Array(size)];
  const [own, weight] = [Float64Array.from(rows, (i) => g[i]), Float64Array.from(rows, (i) => h[i])];
  for (let f = 0; f < bins.length; f++) {
    const column = bins[f];
    for (let j = 0; j < rows.length; j++) {
      const b = f * BINS + column[rows[j]];
      sums[b] += own[j];
      weights[b] += weight[j];
      counts[b]++;
    }
  }
  return { sums, weights, counts };
}

/** What of a leaf's table is left beside one of its two sides. */
function rest(whole: Table, side: Table): Table {
  return {
    sums: whole.sums.map((x, b) => x - side.sums[b]),
    weights: whole.weights.map((x, b) => x - side.weights[b]),
    counts: whole.counts.map((x, b) => x - side.counts[b]),
  };
}

function bestSplit({ sums, weights, counts }: Table, rows: number, may: readonly boolean[], o: BoostOptions): Split | null {
  if (rows < 2 * o.fewest) return null;
  let best: Split | null = null;
  for (let from = 0; from < sums.length; from += BINS) {
    if (!may[from / BINS]) continue;
    let [sum, weight] = [0, 0];
    for (let b = from; b < from + BINS; b++) {
      sum += sums[b];
      weight += weights[b];
    }
    const whole = (sum * sum) / (weight + o.l2);
    let [left, below, n] = [0, 0, 0];
    for (let b = from; b < from + BINS - 1; b++) {
      left += sums[b];
      below += weights[b];
      n += counts[b];
      if (n < o.fewest || rows - n < o.fewest || !counts[b]) continue;
      const gain = (left * left) / (below + o.l2) + ((sum - left) * (sum - left)) / (weight - below + o.l2) - whole;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature: from / BINS, bin: b - from };
    }
  }
  return best;
}
