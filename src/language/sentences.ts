import { loadTable } from "../lexicon/table.js";
import { ACRONYM, CLOCK, DATE, ENDING, INITIAL, NUMBER, TITLE, type TokenBuffer, WORD } from "./buffer.js";
import { caseOf, isApostrophe, kindOf, LETTER } from "./characters.js";
import { datelineEnd } from "./dateline.js";
import { breaksAt, wrappingOf } from "./lines.js";

/** Sentences are cut here at the latest, so that a text without full stops stays readable by the parser. */
const LONGEST = 300;

let words: ReadonlyMap<string, string> | null = null;

/** Kind of a word in `sentence-words.tsv`, or undefined. */
function kindOfWord(word: string): string | undefined {
  words ??= new Map(loadTable("sentence-words").rows.map((row) => [row.word, row.kind]));
  return words.get(word);
}

interface Split {
  readonly text: string;
  readonly tokens: TokenBuffer;
  /** Every letter of the text is small, or every one is a capital: case says nothing about where sentences begin. */
  readonly caseless: boolean;
  readonly lower: boolean;
}

function caseProfile(text: string): { lower: boolean; upper: boolean } {
  let lower = 0;
  let upper = 0;
  const n = Math.min(text.length, 20_000);
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
  }
  return { lower: lower > 0 && upper * 200 < lower, upper: upper > 0 && lower * 5 < upper };
}

/**
 * First token of each sentence and, last, the number of tokens. A sentence ends at a full stop that no abbreviation accounts for, at
 * the end of a paragraph or headline, after a dateline, and at each offset of `breaks`.
 */
export function splitSentences(text: string, tokens: TokenBuffer, breaks: readonly number[]): Int32Array {
  const profile = caseProfile(text);
  const split: Split = { text, tokens, caseless: profile.lower || profile.upper, lower: profile.lower };
  const wrapping = wrappingOf(text);
  const starts: number[] = [0];
  let nextBreak = 0;
  let first = 0;
  let dateline = datelineEnd(text, tokens, 0, split.caseless);
  for (let i = 0; i + 1 < tokens.length; i++) {
    const from = tokens.end[i];
    const to = tokens.start[i + 1];
    while (nextBreak < breaks.length && breaks[nextBreak] < from) nextBreak++;
    const paragraph = (nextBreak < breaks.length && breaks[nextBreak] <= to) || (to > from && breaksAt(text, from, to, wrapping));
    if (!paragraph && i !== dateline && i + 1 - first < LONGEST && !endsSentence(split, i, first)) continue;
    first = i + 1;
    starts.push(first);
    if (paragraph) dateline = datelineEnd(text, tokens, first, split.caseless);
  }
  if (tokens.length === 0) return Int32Array.of(0);
  starts.push(tokens.length);
  return Int32Array.from(starts);
}

/** Whether `i` closes something: a quotation mark or bracket that stands against the token before it. */
function isCloser(split: Split, i: number): boolean {
  const { text, tokens } = split;
  const code = text.charCodeAt(tokens.start[i]);
  if (code === 0x29 || code === 0x5d || code === 0x201d || code === 0xbb) return true;
  if (code !== 0x22 && !isApostrophe(code)) return false;
  return i > 0 && tokens.end[i - 1] === tokens.start[i];
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

/** Whether a sentence ends after token `i`. */
function endsSentence(split: Split, i: number, first: number): boolean {
  const { text, tokens } = split;
  let stop = i;
  while (stop > first && isCloser(split, stop)) stop--;
  // The sentence that a closer follows is closed with it: '."'
  if (isCloser(split, i + 1) && (tokens.start[i + 1] === tokens.end[i] || text.charCodeAt(tokens.start[i + 1]) === 0x201d)) return false;
  const code = text.charCodeAt(tokens.start[stop]);
  const shape = tokens.shape[stop];
  if (isStop(code) && shape !== NUMBER && shape !== WORD) return endsAtStop(split, i, stop, first);
  if (stop !== i) return shape >= ENDING && shape <= DATE ? startsSurely(split, i + 1) : isMarker(split, stop, i);
  if (shape < TITLE || shape > DATE) return false;
  return endsAtAbbreviation(split, i, shape);
}

/** "[TEXT]" */
function isMarker(split: Split, word: number, close: number): boolean {
  const { text, tokens } = split;
  if (close !== word + 1 || text.charCodeAt(tokens.start[close]) !== 0x5d || word === 0 || text.charCodeAt(tokens.start[word - 1]) !== 0x5b)
    return false;
  return kindOfWord(text.slice(tokens.start[word], tokens.end[word]).toLowerCase()) === "marker";
}

function endsAtStop(split: Split, i: number, stop: number, first: number): boolean {
  const { text, tokens } = split;
  const code = text.charCodeAt(tokens.start[stop]);
  const ellipsis = code === 0x2026 || (code === 0x2e && tokens.end[stop] - tokens.start[stop] > 1);
  const begins = beginsSentence(split, i + 1);
  // ". . ."
  if (code === 0x2e && text.charCodeAt(tokens.start[i + 1]) === 0x2e) return false;
  // "1. Seize the town."
  if (i === stop && stop === first + 1 && tokens.shape[first] === NUMBER && tokens.end[first] - tokens.start[first] < 3) return false;
  if (ellipsis) return begins && !split.caseless && tokens.end[i] < tokens.start[i + 1];
  if (code === 0x2e) {
    if (split.caseless || begins) return true;
    // "He was held. police said": a full stop after a plain word ends a sentence in careless copy too.
    return (
      i === stop &&
      stop > 0 &&
      tokens.shape[stop - 1] === WORD &&
      tokens.end[stop - 1] - tokens.start[stop - 1] > 3 &&
      tokens.end[i] < tokens.start[i + 1]
    );
  }
  return begins && !(i > stop && sayingNear(split, i + 1));
}

/** '"Why?" he asked' */
function sayingNear(split: Split, from: number): boolean {
  const { text, tokens } = split;
  for (let k = from; k < Math.min(from + 4, tokens.length); k++) {
    if (tokens.shape[k] !== WORD) return false;
    if (kindOfWord(text.slice(tokens.start[k], tokens.end[k]).toLowerCase()) === "saying") return true;
  }
  return false;
}

/** Whether token `i` may be the first of a sentence by its letters: no small letter, no mark that only continues. */
function beginsSentence(split: Split, i: number): boolean {
  const { text, tokens } = split;
  const code = text.charCodeAt(tokens.start[i]);
  if (kindOf(code) === LETTER) return split.lower || caseOf(code) !== 2;
  return (
    code !== 0x2c && code !== 0x3b && code !== 0x3a && code !== 0x29 && code !== 0x5d && code !== 0x2d && code !== 0x2014 && code !== 0x2013
  );
}

/** Whether token `i` begins a sentence even after an abbreviation: a capitalised starter, or a quotation mark before a capital. */
function startsSurely(split: Split, i: number): boolean {
  const { text, tokens } = split;
  if (i >= tokens.length || !beginsSentence(split, i)) return false;
  const code = text.charCodeAt(tokens.start[i]);
  if (code === 0x22 || code === 0x201c)
    return i + 1 < tokens.length && !split.caseless && caseOf(text.charCodeAt(tokens.start[i + 1])) === 1;
  return kindOfWord(text.slice(tokens.start[i], tokens.end[i]).toLowerCase()) === "starter";
}

function endsAtAbbreviation(split: Split, i: number, shape: number): boolean {
  const { text, tokens } = split;
  if (shape === TITLE || text.charCodeAt(tokens.end[i] - 1) !== 0x2e) return false;
  if (shape === INITIAL)
    return (
      i > 0 &&
      tokens.shape[i - 1] === WORD &&
      !split.caseless &&
      caseOf(text.charCodeAt(tokens.start[i - 1])) === 2 &&
      startsSurely(split, i + 1)
    );
  if (startsSurely(split, i + 1)) return true;
  if (shape === ACRONYM || shape === ENDING || split.caseless || !beginsSentence(split, i + 1)) return false;
  const code = text.charCodeAt(tokens.start[i + 1]);
  if (caseOf(code) !== 1) return false;
  const word = text.slice(tokens.start[i + 1], tokens.end[i + 1]).toLowerCase();
  return shape === CLOCK ? kindOfWord(word) !== "timezone" : shape === DATE;
}
