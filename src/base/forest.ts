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

/** Log-odds for one vector of features. */
export function logOdds(forest: Forest, x: ArrayLike<number>): number {
  let sum = forest.base;
  for (const tree of forest.trees) {
    let node = 0;
    while (tree.left[node] >= 0) node = x[tree.feature[node]] <= tree.threshold[node] ? tree.left[node] : tree.right[node];
    sum += tree.value[node];
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
