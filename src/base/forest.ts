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
