import { caseOf, kindOf, LETTER } from "./characters.js";
import type { Lexemes } from "./lexemes.js";
import { NO_WORD, ROOT_WORD } from "./lexemes.js";

/** Case of a token as the models see it. */
export const SHAPE_LOWER = 1;
export const SHAPE_CAPITAL = 2;
export const SHAPE_UPPER = 3;
export const SHAPE_MIXED = 4;
export const SHAPE_NONE = 5;
/** In a sentence whose letter case says nothing (all capitals, all small, a headline in title case) every word has this shape. */
export const SHAPE_HIDDEN = 6;

export function shapeOf(text: string, start: number, end: number): number {
  let upper = 0;
  let lower = 0;
  const first = text.charCodeAt(start);
  for (let i = start; i < end; i++) {
    const letterCase = caseOf(text.charCodeAt(i));
    if (letterCase === 1) upper++;
    else if (letterCase === 2) lower++;
  }
  if (upper + lower === 0) return SHAPE_NONE;
  if (upper === 0) return SHAPE_LOWER;
  if (lower === 0) return upper > 1 ? SHAPE_UPPER : SHAPE_CAPITAL;
  return caseOf(first) === 1 && upper === 1 ? SHAPE_CAPITAL : SHAPE_MIXED;
}

/** Padding before the first token and after the last, so that features never ask for bounds. Token k of a sentence stands at PAD + k. */
export const PAD = 3;
const LONGEST = 1024;

/**
 * One sentence in the making: columns that the tagger and the parser fill, reused from sentence to sentence. Positions `PAD ..
 * PAD + length - 1` are tokens, `PAD + length` is the root.
 */
export class Workspace {
  length = 0;
  readonly norm = new Int32Array(LONGEST);
  readonly shape = new Int32Array(LONGEST);
  readonly word = new Int32Array(LONGEST);
  readonly tagSet = new Int32Array(LONGEST);
  readonly fine = new Int32Array(LONGEST);
  readonly coarse = new Int32Array(LONGEST);
  readonly tag = new Int32Array(LONGEST);
  /** The finite verb's tag that the tagger found likeliest for each token, -1 where the word can be none. */
  readonly finite = new Int32Array(LONGEST);
  /** How far that tag's score fell short of the tag given; 0 where it is the tag given. */
  readonly short = new Int32Array(LONGEST);
  readonly head = new Int32Array(LONGEST);
  readonly label = new Int32Array(LONGEST);

  /** Begins a sentence of `length` tokens; `norm` and `shape` must be set from PAD on before `prepare`. */
  begin(length: number): void {
    this.length = length;
  }

  /** Hides shapes that say nothing and copies the words' columns. */
  prepare(lexemes: Lexemes, hide: boolean): void {
    const n = this.length;
    for (let i = 0; i < PAD; i++) this.pad(i, NO_WORD);
    for (let i = PAD + n; i < PAD + n + PAD; i++) this.pad(i, ROOT_WORD);
    for (let i = PAD; i < PAD + n; i++) {
      const id = this.norm[i];
      lexemes.ensure(id);
      this.word[i] = lexemes.word[id];
      this.tagSet[i] = lexemes.tagSet[id];
      this.fine[i] = lexemes.fine[id];
      this.coarse[i] = lexemes.coarse[id];
      if (hide && this.shape[i] !== SHAPE_NONE) this.shape[i] = SHAPE_HIDDEN;
    }
  }

  private pad(i: number, word: number): void {
    this.norm[i] = -1;
    this.word[i] = word;
    this.shape[i] = 0;
    this.tagSet[i] = 0;
    this.fine[i] = 0;
    this.coarse[i] = 0;
    this.tag[i] = word === ROOT_WORD ? 1 : 0;
  }
}

/**
 * Whether letter case says nothing in a sentence: all capitals, all small, or a headline in title case without a final stop.
 * `lengths` are the tokens' lengths.
 */
export function hidesCase(work: Workspace, text: string, start: ArrayLike<number>, end: ArrayLike<number>, from: number): boolean {
  let upper = 0;
  let lower = 0;
  let capital = 0;
  let long = 0;
  let longCapital = 0;
  for (let k = 0; k < work.length; k++) {
    const shape = work.shape[PAD + k];
    if (shape === SHAPE_NONE) continue;
    const length = end[from + k] - start[from + k];
    if (shape === SHAPE_LOWER) {
      if (length > 1 && kindOf(text.charCodeAt(start[from + k])) === LETTER) lower++;
    } else if (shape === SHAPE_UPPER) upper++;
    else capital++;
    if (length < 4) continue;
    long++;
    if (shape !== SHAPE_LOWER) longCapital++;
  }
  if (upper + capital === 0) return lower > 0;
  if (lower === 0 && upper > 1) return true;
  if (upper > 6 && lower * 12 < upper) return true;
  if (long < 4 || longCapital * 8 < long * 7) return false;
  const last = text.charCodeAt(start[from + work.length - 1]);
  return last !== 0x2e && last !== 0x21 && last !== 0x3f;
}
