import { hashUnits } from "./hash.js";
import { vocabulary } from "./vocabulary.js";

/** What a model knows of words: read from its file, or counted by its trainer. */
export interface Lexicon {
  /** Words seen often enough to have weights of their own; digits stand as 0. */
  readonly words: readonly string[];
  /** Index into `tagSets` for each word. */
  readonly tagSetOf: ArrayLike<number>;
  /** The tags a word may take; set 0 is what an unknown word may take. */
  readonly tagSets: readonly Uint8Array[];
  /** Words with a distributional class, and their classes (1 and up); the coarse class is `fineToCoarse[fine]`. */
  readonly clusterWords: readonly string[];
  readonly clusterOf: ArrayLike<number>;
  readonly coarseOf: ArrayLike<number>;
}

/** Word ids below this are no words: padding, root, and one id for each class of unknown words. */
export const FIRST_WORD = 4096;
export const NO_WORD = 1;
export const ROOT_WORD = 2;
const UNKNOWN_WORD = 16;

/** The tag set of a word that may be anything. */
const ANY = 0;

const NUMERIC = 1;
const MIXED_DIGITS = 2;
const HYPHENATED = 3;
const PLAIN = 0;
const MARKS = 4;

/**
 * Features of words by vocabulary id, computed once a word. Not features of tokens: letter case is no matter here, norms are in
 * lower case.
 */
export class Lexemes {
  readonly tagSets: readonly Uint8Array[];
  private capacity = 0;
  private readonly wordIds = new Map<string, number>();
  private readonly clusters = new Map<string, number>();
  private readonly lexicon: Lexicon;
  /** Index into `tagSets` of what a word of a table may take. */
  private readonly sure = new Map<string, number>();
  private known = new Uint8Array(0);
  word = new Int32Array(0);
  tagSet = new Int32Array(0);
  fine = new Int32Array(0);
  coarse = new Int32Array(0);
  prefix1 = new Int32Array(0);
  prefix2 = new Int32Array(0);
  prefix3 = new Int32Array(0);
  suffix1 = new Int32Array(0);
  suffix2 = new Int32Array(0);
  suffix3 = new Int32Array(0);
  suffix4 = new Int32Array(0);
  kind = new Int32Array(0);

  /** `sure`: words that are one kind of word and no other, with their tags; they count only where the model has seen too little of a word to say. */
  constructor(lexicon: Lexicon, sure: ReadonlyMap<string, readonly number[]> = new Map()) {
    this.lexicon = lexicon;
    this.tagSets = lexicon.tagSets;
    lexicon.words.forEach((word, i) => {
      this.wordIds.set(word, i);
    });
    lexicon.clusterWords.forEach((word, i) => {
      this.clusters.set(word, lexicon.clusterOf[i]);
    });
    for (const [word, tags] of sure) {
      const set = lexicon.tagSets.findIndex((of) => of.length === tags.length && tags.every((tag) => of.includes(tag)));
      if (set > 0) this.sure.set(word, set);
    }
  }

  /** Makes sure that the columns hold the word with this vocabulary id. */
  ensure(id: number): void {
    if (id >= this.capacity) this.grow(id + 1);
    if (this.known[id] === 0) this.fill(id);
  }

  private grow(atLeast: number): void {
    const size = Math.max(atLeast, this.capacity * 2, 65536);
    const wider = (old: Int32Array) => {
      const next = new Int32Array(size);
      next.set(old);
      return next;
    };
    for (const name of COLUMNS) this[name] = wider(this[name]);
    const known = new Uint8Array(size);
    known.set(this.known);
    this.known = known;
    this.capacity = size;
  }

  private fill(id: number): void {
    const norm = vocabulary.of(id);
    const n = norm.length;
    const kind = kindOfNorm(norm);
    const pattern = kind === NUMERIC || kind === MIXED_DIGITS ? norm.replace(/\p{Nd}/gu, "0") : norm;
    const fine = this.clusters.get(norm) ?? 0;
    const word = this.wordIds.get(pattern);
    this.known[id] = 1;
    this.kind[id] = kind + 1;
    this.fine[id] = fine;
    this.coarse[id] = fine > 0 ? this.lexicon.coarseOf[fine] : 0;
    this.word[id] = word === undefined ? UNKNOWN_WORD + (fine > 0 ? 8 + fine : kind) : FIRST_WORD + word;
    const set = word === undefined ? ANY : this.lexicon.tagSetOf[word];
    this.tagSet[id] = set === ANY ? (this.sure.get(norm) ?? ANY) : set;
    this.prefix1[id] = hashUnits(pattern, 0, Math.min(1, n));
    this.prefix2[id] = hashUnits(pattern, 0, Math.min(2, n));
    this.prefix3[id] = hashUnits(pattern, 0, Math.min(3, n));
    this.suffix1[id] = hashUnits(pattern, Math.max(0, n - 1), n);
    this.suffix2[id] = hashUnits(pattern, Math.max(0, n - 2), n);
    this.suffix3[id] = hashUnits(pattern, Math.max(0, n - 3), n);
    this.suffix4[id] = hashUnits(pattern, Math.max(0, n - 4), n);
  }
}

const COLUMNS = [
  "word",
  "tagSet",
  "fine",
  "coarse",
  "prefix1",
  "prefix2",
  "prefix3",
  "suffix1",
  "suffix2",
  "suffix3",
  "suffix4",
  "kind",
] as const;

/** The form under which the lexicon counts a norm: digits are all 0. */
export function patternOf(norm: string): string {
  return /\p{Nd}/u.test(norm) ? norm.replace(/\p{Nd}/gu, "0") : norm;
}

function kindOfNorm(norm: string): number {
  let digits = 0;
  let letters = 0;
  let hyphen = false;
  for (let i = 0; i < norm.length; i++) {
    const code = norm.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if ((code >= 97 && code <= 122) || code > 0xbf) letters++;
    else if (code === 0x2d) hyphen = true;
  }
  if (digits > 0) return letters > 0 ? MIXED_DIGITS : NUMERIC;
  if (letters === 0) return MARKS;
  return hyphen ? HYPHENATED : PLAIN;
}
