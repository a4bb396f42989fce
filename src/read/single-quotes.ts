import { DIGIT, isApostrophe, kindOf, LETTER } from "../language/characters.js";
import type { Document } from "../language/document.js";
import { isParagraphBreak } from "./paragraphs.js";

export const OPENS = 1;
export const CLOSES = 2;

/** What a mark may be by what stands on its two sides; a mark that may also be the apostrophe of a plural or a cut word closes less surely. */
const NOTHING = 0;
const OPENING = 1;
const SURE = 2;
const BEFORE_MARK = 3;
const BEFORE_WORD = 4;

/**
 * For each token, whether it is a single quote that opens or closes a quotation, or 0. An opening mark counts where its paragraph closes
 * it, or where it begins its paragraph and the next one begins with a mark as well: all others are apostrophes.
 */
export function singleQuotes(doc: Document, blankLines: boolean): Uint8Array {
  const marks = new Uint8Array(doc.length);
  let opening = -1;
  let beforeMark = -1;
  let beforeWord = -1;
  let begin = 0;
  const pair = (close: number): void => {
    if (opening >= 0 && close >= 0) {
      marks[opening] = OPENS;
      marks[close] = CLOSES;
    }
    opening = beforeMark = beforeWord = -1;
  };
  const unsure = (): number => (beforeMark >= 0 ? beforeMark : beforeWord);
  for (let i = 0; i < doc.length; i++) {
    const side = sideOf(doc, i);
    if (i > 0 && isParagraphBreak(doc, i, blankLines)) {
      if (side === OPENING && opening === begin && runsOn(doc, opening, unsure(), i)) {
        marks[opening] = OPENS;
        opening = -1;
      }
      pair(unsure());
      begin = i;
    }
    if (side === OPENING) {
      pair(unsure());
      opening = i;
    } else if (side === SURE) pair(i);
    else if (side === BEFORE_MARK && beforeMark < 0) beforeMark = i;
    else if (side === BEFORE_WORD && beforeWord < 0) beforeWord = i;
  }
  pair(unsure());
  return marks;
}

/** Whether a quotation that opens a paragraph goes on after it: nothing closes it, or only the apostrophe of a plural far behind ("'It was the boys' turn."). */
function runsOn(doc: Document, opening: number, close: number, next: number): boolean {
  if (close < 0) return true;
  return close - opening > LONGEST_LABEL && STOPS.has(doc.text.charCodeAt(doc.end[next - 1] - 1));
}

/** Tokens up to the closing mark of a quotation that may only name something: "'Loyal sons' march". */
const LONGEST_LABEL = 4;
const STOPS = new Set([0x2e, 0x21, 0x3f]);

function sideOf(doc: Document, i: number): number {
  if (doc.end[i] - doc.start[i] !== 1) return NOTHING;
  const code = doc.text.charCodeAt(doc.start[i]);
  if (!isApostrophe(code)) return NOTHING;
  const left = i > 0 && doc.end[i - 1] === doc.start[i];
  const right = i + 1 < doc.length && doc.start[i + 1] === doc.end[i];
  const next = doc.text.charCodeAt(doc.end[i]);
  if (right && code !== RIGHT && opensAhead(next) && (!left || BEHIND.has(doc.text.charCodeAt(doc.start[i] - 1)))) return OPENING;
  if (!left || code === LEFT || (right && isWordy(next))) return NOTHING;
  return closing(doc, i);
}

const LEFT = 0x2018;
const RIGHT = 0x2019;

/** How surely a mark against the end of the token before it closes: "the boys' coats", "goin' home" and "rock 'n' roll" close nothing. */
function closing(doc: Document, i: number): number {
  const { text, start, end } = doc;
  const first = text.charCodeAt(start[i - 1]);
  if (isApostrophe(first) && end[i - 1] - start[i - 1] > 1 && (i < 2 || end[i - 2] < start[i - 1])) return NOTHING;
  const last = text.charCodeAt(start[i] - 1);
  const plural = (last | 32) === 0x73;
  const cut = (last | 32) === 0x6e && (text.charCodeAt(start[i] - 2) | 32) === 0x69;
  if (!plural && !cut) return SURE;
  return i + 1 < doc.length && isWordy(text.charCodeAt(start[i + 1])) ? BEFORE_WORD : BEFORE_MARK;
}

function isWordy(code: number): boolean {
  const kind = kindOf(code);
  return kind === LETTER || kind === DIGIT;
}

/** Brackets, dashes, slashes and double quotes may stand right before an opening mark. */
const BEHIND = new Set([0x28, 0x5b, 0x22, 0x201c, 0x2d, 0x2013, 0x2014, 0x2f]);

/** Double quotes, brackets, ellipses and signs of money may stand right after one. */
const AHEAD = new Set([0x22, 0x201c, 0x28, 0x5b, 0x2026, 0x24, 0xa3, 0x20ac]);

function opensAhead(code: number): boolean {
  return isWordy(code) || AHEAD.has(code);
}
