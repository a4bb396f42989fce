import { type Configuration, LONGEST } from "./configuration.js";
import * as f from "./parse-features.js";
import type { PackedScorer } from "./scorer.js";
import type { Workspace } from "./workspace.js";

/** Words kept for each group of features that word and tag alone decide; a word gives way to another that falls on its place. */
const PLACES_BITS = 12;
const PLACES = 2 ** PLACES_BITS;
/** Tags a model may have. */
const TAGS = 256;

/** Where the kept rows lie: two of the front's, two of each node of the stack by its depth, one a tag, then one a word for each group. */
const FRONT = 0;
const AHEAD = 1;
const STACK = 2;
const RIGHT = STACK + LONGEST;
const HEADLESS = RIGHT + LONGEST;
const WORDS = HEADLESS + TAGS;
const BARE_LEFT = 0;
const BARE_RIGHT = 1;
const BARE_FRONT = 2;
const NEXT = 3;
const AFTER_NEXT = 4;
export const PARSER_ROWS = WORDS + 5 * PLACES;

/**
 * The sums of those features of a state that outlast it: of the stack's top by itself, which changes only when it gets a dependent, and
 * of the buffer's front by itself. What word and tag alone decide (a node without dependents or head, the words ahead) is kept beyond
 * the sentence. Whole numbers are added up, so that the sums are those of all features looked up anew.
 */
export class SummedFeatures {
  private readonly scorer: PackedScorer;
  private readonly state: Configuration;
  /** For which front, and how many dependents of it, the rows hold; the same for each depth of the stack. */
  private front = 0;
  private lefts = 0;
  private readonly node = new Int32Array(LONGEST);
  private readonly rights = new Int32Array(LONGEST);
  private readonly hasTag = new Uint8Array(TAGS);
  private readonly words = new Int32Array(5 * PLACES).fill(-1);

  constructor(scorer: PackedScorer, state: Configuration) {
    this.scorer = scorer;
    this.state = state;
  }

  begin(work: Workspace): void {
    this.front = 0;
    this.node.fill(0, 0, work.length + 1);
  }

  /** Asks the scorer for the rows of the state's top and front; returns how many. The stack must not be empty. */
  rowsOf(work: Workspace): number {
    const { state, scorer } = this;
    const depth = state.size - 1;
    const s = state.stack[depth];
    const b = state.front;
    if (this.node[depth] !== s) this.sumTop(work, depth, s);
    else if (this.rights[depth] !== state.rights[s]) this.sumRight(work, depth, s);
    if (this.front !== b) this.sumAhead(work, b);
    else if (this.lefts !== state.lefts[b]) this.sumFront(work, b);
    const { rows } = scorer;
    rows[0] = STACK + depth;
    rows[1] = RIGHT + depth;
    rows[2] = FRONT;
    rows[3] = AHEAD;
    return 4;
  }

  private sumTop(work: Workspace, depth: number, s: number): void {
    const { state, scorer } = this;
    const { keys } = scorer;
    const headless = state.head[s] === 0;
    const leftless = state.lefts[s] === 0;
    const headRow = headless ? this.headlessRow(work, s) : -1;
    const leftRow = leftless ? this.wordRow(work, BARE_LEFT, s) : -1;
    let rows = 0;
    if (headless) scorer.rows[rows++] = headRow;
    if (leftless) scorer.rows[rows++] = leftRow;
    let n = f.belowFeatures(work, state, keys, 0);
    if (!headless) n = f.headFeatures(work, state, s, keys, n);
    if (!leftless) n = f.leftFeatures(work, state, s, keys, n);
    scorer.keep(STACK + depth, n, rows);
    this.node[depth] = s;
    this.sumRight(work, depth, s);
  }

  private sumRight(work: Workspace, depth: number, s: number): void {
    const { state, scorer } = this;
    this.rights[depth] = state.rights[s];
    if (state.rights[s] > 0) scorer.keep(RIGHT + depth, f.rightFeatures(work, state, s, scorer.keys, 0));
    else this.copy(this.wordRow(work, BARE_RIGHT, s), RIGHT + depth);
  }

  private sumFront(work: Workspace, b: number): void {
    const { state, scorer } = this;
    this.lefts = state.lefts[b];
    if (state.lefts[b] > 0) scorer.keep(FRONT, f.frontFeatures(work, state, b, scorer.keys, 0));
    else this.copy(this.wordRow(work, BARE_FRONT, b), FRONT);
  }

  private sumAhead(work: Workspace, b: number): void {
    const { scorer } = this;
    this.front = b;
    this.sumFront(work, b);
    const next = this.wordRow(work, NEXT, b + 1);
    const afterNext = this.wordRow(work, AFTER_NEXT, b + 2);
    scorer.rows[0] = next;
    scorer.rows[1] = afterNext;
    scorer.keep(AHEAD, f.aheadFeatures(work, b, scorer.keys, 0), 2);
  }

  private copy(row: number, to: number): void {
    this.scorer.rows[0] = row;
    this.scorer.keep(to, 0, 1);
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
