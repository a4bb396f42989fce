/** One regression tree, its nodes in arrays: a leaf has `left` -1. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
}

/** Boosted trees (Friedman 2001) over named features; the sum is the log-odds that it is so. */
export interface Forest {
  readonly features: readonly string[];
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** The nodes of all trees in one row each, those of a tree together and the left branch of a node right behind it. */
interface Packed {
  readonly roots: Int32Array;
  /** Feature asked at a node; -1 at a leaf. */
  readonly feature: Int16Array;
  /** Where the right branch begins. */
  readonly right: Int32Array;
  /** Threshold of a node, value of a leaf. */
  readonly value: Float64Array;
}

const packed = new WeakMap<Forest, Packed>();

function pack(forest: Forest): Packed {
  const size = forest.trees.reduce((n, tree) => n + tree.left.length, 0);
  const made = { feature: new Int16Array(size), right: new Int32Array(size), value: new Float64Array(size) };
  let end = 0;
  const put = (tree: Tree, node: number): void => {
    const at = end++;
    if (tree.left[node] < 0) {
      made.feature[at] = -1;
      made.value[at] = tree.value[node];
      return;
    }
    made.feature[at] = tree.feature[node];
    made.value[at] = tree.threshold[node];
    put(tree, tree.left[node]);
    made.right[at] = end;
    put(tree, tree.right[node]);
  };
  const roots = Int32Array.from(forest.trees, (tree) => {
    const root = end;
    put(tree, 0);
    return root;
  });
  return { roots, ...made };
}

/** Log-odds for one vector of features. */
export function logOdds(forest: Forest, x: ArrayLike<number>): number {
  let p = packed.get(forest);
  if (!p) packed.set(forest, (p = pack(forest)));
  const { roots, feature, right, value } = p;
  let sum = forest.base;
  for (let k = 0; k < roots.length; k++) {
    let node = roots[k];
    for (let f = feature[node]; f >= 0; f = feature[node]) node = x[f] <= value[node] ? node + 1 : right[node];
    sum += value[node];
  }
  return sum;
}

/**
 * What told one vector from another, by feature: each tree's part of the difference is that of the feature at which their ways part.
 * The parts add up to the difference of the log-odds.
 */
export function partings(forest: Forest, x: ArrayLike<number>, other: ArrayLike<number>): ReadonlyMap<string, number> {
  const by = new Map<string, number>();
  for (const tree of forest.trees) {
    const ways = [x, other].map((v) => wayOf(tree, v));
    const parting = ways[0].findIndex((node, i) => node !== ways[1][i]);
    if (parting <= 0) continue;
    const name = forest.features[tree.feature[ways[0][parting - 1]]];
    const [a, b] = ways.map((way) => tree.value[way[way.length - 1]]);
    by.set(name, (by.get(name) ?? 0) + a - b);
  }
  return by;
}

function wayOf(tree: Tree, x: ArrayLike<number>): readonly number[] {
  const way = [0];
  for (let node = 0; tree.left[node] >= 0; way.push(node))
    node = x[tree.feature[node]] <= tree.threshold[node] ? tree.left[node] : tree.right[node];
  return way;
}
