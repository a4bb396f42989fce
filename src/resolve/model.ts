import { readFileSync } from "node:fs";

/** One regression tree, its nodes in arrays: a leaf has `left` -1. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
}

/** Boosted trees (Friedman 2001) over named features; the sum is the log-odds that two reports tell of one event. */
export interface Forest {
  readonly features: readonly string[];
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** What the resolver was trained to, and in how many of the training reports each term stands. */
export interface Model {
  readonly forest: Forest;
  readonly reports: number;
  readonly frequency: ReadonlyMap<number, number>;
}

let loaded: Model | null = null;

/** `models/resolve.json` holds the trees, `models/resolve-terms.bin` the terms: hash and count, six bytes each. */
export function model(): Model {
  loaded ??= load();
  return loaded;
}

function load(): Model {
  const { forest, reports } = JSON.parse(readFileSync(new URL("../../models/resolve.json", import.meta.url), "utf8")) as Model;
  const bytes = readFileSync(new URL("../../models/resolve-terms.bin", import.meta.url));
  const frequency = new Map<number, number>();
  for (let at = 0; at + 6 <= bytes.length; at += 6) frequency.set(bytes.readUInt32LE(at), bytes.readUInt16LE(at + 4));
  return { forest, reports, frequency };
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
