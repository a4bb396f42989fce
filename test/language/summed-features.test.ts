import { describe, expect, it } from "vitest";
import { Configuration, LEFT, REDUCE, SHIFT } from "../../src/language/configuration.js";
import { PARSE_FEATURES, parseFeatures } from "../../src/language/parse-features.js";
import { PackedScorer, type SparseWeights } from "../../src/language/scorer.js";
import { PARSER_ROWS, SummedFeatures } from "../../src/language/summed-features.js";
import { PAD, Workspace } from "../../src/language/workspace.js";

const LABELS = 5;
const CLASSES = LEFT + 2 * LABELS;

function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** A sentence of made-up words and tags. */
function sentence(work: Workspace, length: number, next: (below: number) => number): void {
  work.begin(length);
  for (let i = 0; i < PAD + length + PAD; i++) {
    work.word[i] = i < PAD ? 1 : i < PAD + length ? 4096 + next(9) : 2;
    work.tag[i] = i < PAD ? 0 : i < PAD + length ? next(4) : 1;
    work.fine[i] = next(3);
    work.coarse[i] = next(2);
  }
}

/** A move that the state allows. */
function anyMove(state: Configuration, next: (below: number) => number): number {
  const headless = state.head[state.peek(0)] === 0;
  if (state.size === 0 || next(4) === 0) return SHIFT;
  if (next(2) === 0) return headless ? LEFT + next(LABELS) : REDUCE;
  return LEFT + LABELS + next(LABELS);
}

/** Weights for every feature of many random states, so that none of them counts for nothing. */
function weigh(seen: ReadonlySet<number>, next: (below: number) => number): SparseWeights {
  const keys = Int32Array.from(seen);
  return {
    keys,
    counts: new Uint8Array(keys.length).fill(CLASSES),
    classes: Uint8Array.from({ length: keys.length * CLASSES }, (_, k) => k % CLASSES),
    weights: Int16Array.from({ length: keys.length * CLASSES }, () => next(250) - 125),
  };
}

function walk(visit: (work: Workspace, state: Configuration) => void, seed: number): void {
  const next = chance(seed);
  const work = new Workspace();
  const state = new Configuration(LABELS);
  for (let round = 0; round < 20; round++) {
    sentence(work, 12, next);
    state.begin(work);
    for (; state.front < state.root; state.apply(anyMove(state, next))) if (state.size > 0) visit(work, state);
  }
}

describe("the features of a state summed by groups", () => {
  it("give the sums of all of them looked up one by one, after any moves and in sentence after sentence", () => {
    const seen = new Set<number>();
    const keys = new Int32Array(PARSE_FEATURES);
    walk((work, state) => {
      for (const key of keys.subarray(0, parseFeatures(work, state, keys))) seen.add(key);
    }, 11);
    const weights = weigh(seen, chance(5));
    const plain = new PackedScorer(weights);
    const scorer = new PackedScorer(weights, [], PARSER_ROWS);
    let summed: SummedFeatures | null = null;
    let states = 0;
    walk((work, state) => {
      summed ??= new SummedFeatures(scorer, state);
      const n = summed.keysOf(work);
      const sums = [...scorer.score(n, 0, summed.rows).subarray(0, CLASSES)];
      const all = [...plain.score(parseFeatures(work, state, plain.keys)).subarray(0, CLASSES)];
      expect(sums).toEqual(all);
      states++;
    }, 11);
    expect(states).toBeGreaterThan(200);
  });
});
