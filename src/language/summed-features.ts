import type { Configuration } from "./configuration.js";
import * as f from "./parse-features.js";
import type { PackedScorer } from "./scorer.js";
import type { Workspace } from "./workspace.js";

/** Words kept for each group of features that word and tag alone decide; a word gives way to another that falls on its place. */
const PLACES_BITS = 14;
const PLACES = 2 ** PLACES_BITS;
/** Tags a model may have. */
const TAGS = 256;

/** The groups that word and tag decide: a node without dependents on the left, on the right; the front without any; the words ahead. */
const BARE_LEFT = 0;
const BARE_RIGHT = 1;
const BARE_FRONT = 2;
const NEXT = 3;
const AFTER_NEXT = 4;

/** Where the kept rows lie: one a tag for nodes without a head, then one a word for each group. */
const HEADLESS = 0;
const WORDS = HEADLESS + TAGS;
export const PARSER_ROWS = WORDS + 5 * PLACES;

/**
 * The features of a state, those that word and tag alone decide (of a node without dependents or head, of the words ahead) as sums kept
 * beyond the sentence. Whole numbers are added up, so that the sums are those of all features looked up anew.
 */
export class SummedFeatures {
  private readonly scorer: PackedScorer;
  private readonly state: Configuration;
  private readonly hasTag = new Uint8Array(TAGS);
  private readonly words = new Int32Array(5 * PLACES).fill(-1);
  /** How many rows `keysOf` asked for. */
  rows = 0;

  constructor(scorer: PackedScorer, state: Configuration) {
    this.scorer = scorer;
    this.state = state;
  }

  /** Asks the scorer for the state's features: writes their keys and the rows that hold sums of others; returns how many keys. The stack must not be empty. */
  keysOf(work: Workspace): number {
    const { state } = this;
    const { keys, rows } = this.scorer;
    const s = state.stack[state.size - 1];
    const b = state.front;
    const headless = state.head[s] === 0;
    const leftless = state.lefts[s] === 0;
    const rightless = state.rights[s] === 0;
    const frontless = state.lefts[b] === 0;
    // Rows first: a row that is not kept yet is summed from the same keys.
    const next = this.wordRow(work, NEXT, b + 1);
    const afterNext = this.wordRow(work, AFTER_NEXT, b + 2);
    const head = headless ? this.headlessRow(work, s) : -1;
    const left = leftless ? this.wordRow(work, BARE_LEFT, s) : -1;
    const right = rightless ? this.wordRow(work, BARE_RIGHT, s) : -1;
    const front = frontless ? this.wordRow(work, BARE_FRONT, b) : -1;
    let r = 0;
    rows[r++] = next;
    rows[r++] = afterNext;
    let n = f.pairFeatures(work, state, keys, 0);
    n = f.belowFeatures(work, state, keys, n);
    n = f.aheadFeatures(work, b, keys, n);
    if (headless) rows[r++] = head;
    else n = f.headFeatures(work, state, s, keys, n);
    if (leftless) rows[r++] = left;
    else n = f.leftFeatures(work, state, s, keys, n);
    if (rightless) rows[r++] = right;
    else n = f.rightFeatures(work, state, s, keys, n);
    if (frontless) rows[r++] = front;
    else n = f.frontFeatures(work, state, b, keys, n);
    this.rows = r;
    return n;
  }

  private headlessRow(work: Workspace, s: number): number {
    const tag = work.tag[s];
    if (this.hasTag[tag] === 0) {
      this.hasTag[tag] = 1;
      this.scorer.keep(HEADLESS + tag, f.headFeatures(work, this.state, s, this.scorer.keys, 0));
    }
    return HEADLESS + tag;
  }

  /** The row of one of the groups that a node's word and tag decide; the node has no dependents that the group asks for. */
  private wordRow(work: Workspace, group: number, i: number): number {
    const key = work.word[i] * TAGS + work.tag[i];
    const place = group * PLACES + (Math.imul(key, 0x9e3779b1) >>> (32 - PLACES_BITS));
    if (this.words[place] !== key) {
      this.words[place] = key;
      this.scorer.keep(WORDS + place, this.wordFeatures(work, group, i));
    }
    return WORDS + place;
  }

  private wordFeatures(work: Workspace, group: number, i: number): number {
    const { state } = this;
    const { keys } = this.scorer;
    if (group === BARE_LEFT) return f.leftFeatures(work, state, i, keys, 0);
    if (group === BARE_RIGHT) return f.rightFeatures(work, state, i, keys, 0);
    if (group === BARE_FRONT) return f.frontFeatures(work, state, i, keys, 0);
    return group === NEXT ? f.nextFeatures(work, i, keys, 0) : f.afterNextFeatures(work, i, keys, 0);
  }
}
