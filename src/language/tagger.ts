import { key1, key2, key3 } from "./hash.js";
import type { Lexemes } from "./lexemes.js";
import type { PackedScorer } from "./scorer.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, U } from "./tags.js";
import { PAD, type Workspace } from "./workspace.js";

export const TAG_FEATURES = 48;

/** Tags of verbs that can carry a sentence by themselves; of "is" and "will" too. */
export const isFiniteTag = (xpos: number): boolean => xpos === P.VBD || xpos === P.VBZ || xpos === P.VBP;

/**
 * The words of a sentence seen from token `i`: a key for each feature, written to `keys`. Returns how many. After Ratnaparkhi (1996) and
 * Collins (2002).
 *
 * They come in groups: what a word decides wherever it stands is a group of its own, so that it can be summed once (see `Tagger`). Each
 * group writes from the `n`-th key on and returns where it ended.
 */
export function tagFeatures(work: Workspace, lexemes: Lexemes, i: number, keys: Int32Array): number {
  let n = ownFeatures(work, lexemes, i, keys, 0);
  n = beforeFeatures(work, lexemes, i - 1, keys, n);
  n = afterFeatures(work, lexemes, i + 1, keys, n);
  return amongFeatures(work, lexemes, i, keys, n);
}

/** The shape of a token, and whether it is the sentence's first. */
function shapeAt(work: Workspace, i: number): number {
  return work.shape[i] | (i === PAD ? 8 : 0);
}

/** The word itself, with its shape. */
function ownFeatures(work: Workspace, lexemes: Lexemes, i: number, keys: Int32Array, n: number): number {
  const id = work.norm[i];
  const w = work.word[i];
  const s = shapeAt(work, i);
  keys[n++] = key1(0, w);
  keys[n++] = key2(5, lexemes.suffix1[id], s);
  keys[n++] = key2(6, lexemes.suffix2[id], s);
  keys[n++] = key2(7, lexemes.suffix3[id], s);
  keys[n++] = key1(8, lexemes.suffix4[id]);
  keys[n++] = key1(9, lexemes.prefix1[id]);
  keys[n++] = key1(10, lexemes.prefix2[id]);
  keys[n++] = key1(11, lexemes.prefix3[id]);
  keys[n++] = key2(12, s, lexemes.kind[id]);
  keys[n++] = key1(28, work.fine[i]);
  keys[n++] = key1(29, work.coarse[i]);
  keys[n++] = key2(35, w, s);
  return n;
}

/** The word before. */
function beforeFeatures(work: Workspace, lexemes: Lexemes, i: number, keys: Int32Array, n: number): number {
  const id = work.norm[i];
  keys[n++] = key1(1, work.word[i]);
  keys[n++] = key1(27, id < 0 ? 0 : lexemes.suffix3[id]);
  keys[n++] = key1(31, work.fine[i]);
  return n;
}

/** The word after. */
function afterFeatures(work: Workspace, lexemes: Lexemes, i: number, keys: Int32Array, n: number): number {
  const id = work.norm[i];
  keys[n++] = key1(2, work.word[i]);
  keys[n++] = key1(21, work.tagSet[i]);
  keys[n++] = key1(26, id < 0 ? 0 : lexemes.suffix3[id]);
  keys[n++] = key1(32, work.fine[i]);
  return n;
}

/** The token among the others and the tags given before it. */
function amongFeatures(work: Workspace, lexemes: Lexemes, i: number, keys: Int32Array, n: number): number {
  const { word, shape, tag, fine, coarse, tagSet } = work;
  const id = work.norm[i];
  const w = word[i];
  const previous = tag[i - 1];
  const before = tag[i - 2];
  const s = shapeAt(work, i);
  keys[n++] = key1(3, word[i - 2]);
  keys[n++] = key1(4, word[i + 2]);
  keys[n++] = key3(13, s, shape[i - 1], shape[i + 1]);
  keys[n++] = key1(14, previous);
  keys[n++] = key2(15, previous, before);
  keys[n++] = key2(16, previous, w);
  keys[n++] = key2(17, previous, lexemes.suffix3[id]);
  keys[n++] = key2(18, word[i - 1], w);
  keys[n++] = key2(19, w, word[i + 1]);
  keys[n++] = key2(20, previous, word[i + 1]);
  keys[n++] = key2(22, tagSet[i], tagSet[i + 1]);
  keys[n++] = key2(23, previous, tagSet[i + 1]);
  keys[n++] = key3(24, previous, tagSet[i], tagSet[i + 1]);
  keys[n++] = key2(25, tagSet[i + 1], tagSet[i + 2]);
  keys[n++] = key2(30, previous, fine[i]);
  keys[n++] = key2(33, coarse[i], coarse[i + 1]);
  keys[n++] = key2(34, coarse[i - 1], coarse[i]);
  keys[n++] = key3(36, previous, before, w);
  keys[n++] = key2(37, s, shape[i + 1]);
  keys[n++] = key2(38, lexemes.suffix2[id], previous);
  keys[n++] = key2(39, word[i - 1], word[i + 1]);
  return n;
}

/** Words kept for each group; a word gives way to another that falls on its place. */
const PLACES_BITS = 13;
const PLACES = 2 ** PLACES_BITS;
const OWN = 0;
const BEFORE = 1;
const AFTER = 2;
export const TAGGER_ROWS = 3 * PLACES;

/**
 * Tags a prepared sentence from left to right; greedy, so that a tag once given is not taken back. The sums of the features that one
 * word decides are kept beyond the sentence. Beside each tag stands the finite verb that the word came nearest to being
 * (`Workspace.finite`), and by how much it fell short of it (`Workspace.short`).
 */
export class Tagger {
  private readonly lexemes: Lexemes;
  private readonly scorer: PackedScorer;
  /** Which word each kept row is of; no word has number -2. */
  private readonly kept = new Int32Array(TAGGER_ROWS).fill(-2);
  /** Whether each tag is one of a finite verb. */
  private readonly isFinite: Uint8Array;

  /** The scorer must have room for `TAGGER_ROWS` kept rows. */
  constructor(lexemes: Lexemes, scorer: PackedScorer, { upos, xpos }: TagColumns) {
    this.lexemes = lexemes;
    this.scorer = scorer;
    this.isFinite = Uint8Array.from(xpos, (x, k) => (upos[k] === U.VERB && isFiniteTag(x) ? 1 : 0));
  }

  tag(work: Workspace): void {
    const { lexemes } = this;
    const end = PAD + work.length;
    for (let i = PAD; i < end; i++) {
      const set = lexemes.tagSets[work.tagSet[i]];
      work.finite[i] = -1;
      if (set.length === 1) {
        work.tag[i] = set[0];
        continue;
      }
      const scores = this.scoresOf(work, i);
      let best = set[0];
      for (let k = 1; k < set.length; k++) if (scores[set[k]] > scores[best]) best = set[k];
      work.tag[i] = best;
      this.nearestFinite(work, i, set, scores, best);
    }
  }

  private nearestFinite(work: Workspace, i: number, set: Uint8Array, scores: Int16Array, best: number): void {
    const { isFinite } = this;
    let near = -1;
    for (let k = 0; k < set.length; k++) if (isFinite[set[k]] === 1 && (near < 0 || scores[set[k]] > scores[near])) near = set[k];
    work.finite[i] = near;
    if (near >= 0) work.short[i] = scores[best] - scores[near];
  }

  private scoresOf(work: Workspace, i: number): Int16Array {
    const { scorer, lexemes } = this;
    const own = this.rowOf(work, OWN, i, work.norm[i] * 16 + shapeAt(work, i));
    const before = this.rowOf(work, BEFORE, i - 1, work.norm[i - 1]);
    const after = this.rowOf(work, AFTER, i + 1, work.norm[i + 1]);
    scorer.rows[0] = own;
    scorer.rows[1] = before;
    scorer.rows[2] = after;
    return scorer.score(amongFeatures(work, lexemes, i, scorer.keys, 0), 0, 3);
  }

  /** The row of a group of the word at `i`; `key` tells apart what the group asks of it. */
  private rowOf(work: Workspace, group: number, i: number, key: number): number {
    const row = group * PLACES + (Math.imul(key, 0x9e3779b1) >>> (32 - PLACES_BITS));
    if (this.kept[row] !== key) {
      this.kept[row] = key;
      const features = group === OWN ? ownFeatures : group === BEFORE ? beforeFeatures : afterFeatures;
      this.scorer.keep(row, features(work, this.lexemes, i, this.scorer.keys, 0));
    }
    return row;
  }
}
