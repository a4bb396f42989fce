import { ACRONYM, CLOCK, INITIAL, MARK, TokenBuffer, WORD } from "./buffer.js";
import { caseOf, DIGIT, HIGH, isApostrophe, kindOf, LETTER, lowerAscii, SPACE } from "./characters.js";
import { tokenParts } from "./parts.js";
import { isClitic, kindAt, type Scan, scanAddress, skipLetters, skipSpace } from "./scan.js";
import { scanNumber } from "./scan-number.js";
import { scanSymbol } from "./scan-symbol.js";

const DOT = 0x2e;

/**
 * Cuts a text into tokens after the manner of the UD English treebanks (EWT, GUM): contractions and possessives are cut ("do" "n't"),
 * hyphens are tokens except after a prefix ("27" "-" "year" "-" "old", "anti-government"), abbreviations keep their full stop.
 * One pass over code units. Not a normaliser: tokens are ranges of the text as it stands.
 */
export function tokenise(text: string): TokenBuffer {
  const scan: Scan = { text, tokens: new TokenBuffer(8 + (text.length >> 2)), parts: tokenParts() };
  const n = text.length;
  let i = 0;
  while (i < n) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === SPACE) i++;
    else if (kind === LETTER) i = scanWord(scan, i);
    else if (kind === DIGIT) i = scanNumber(scan, i, i);
    else if (kind === HIGH) i = scanPictograph(scan, i);
    else i = scanSymbol(scan, i);
  }
  return scan.tokens;
}

function scanPictograph(scan: Scan, start: number): number {
  const { text } = scan;
  let i = start + 2;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const joined = code === 0xfe0f || code === 0x200d || (code === 0xd83c && text.charCodeAt(i + 1) >= 0xdffb);
    if (!joined) break;
    i += code === 0xfe0f ? 1 : 2;
    if (code === 0x200d) i++;
  }
  const end = Math.min(i, text.length);
  scan.tokens.push(start, end, MARK);
  return end;
}

function scanWord(scan: Scan, start: number): number {
  const { text, tokens } = scan;
  const n = text.length;
  let i = start + 1;
  while (true) {
    while (i < n) {
      const code = text.charCodeAt(i);
      const kind = kindOf(code);
      if (kind !== LETTER && kind !== DIGIT && code !== 0x5f) break;
      if (kind === DIGIT && i - start <= LONGEST_MONEY && isMoney(scan, start, i)) {
        tokens.push(start, i, MARK);
        return i;
      }
      i++;
    }
    if (i >= n) break;
    const code = text.charCodeAt(i);
    if (code <= 0x20) break;
    if (isApostrophe(code)) {
      const end = scanClitic(scan, start, i);
      if (end < 0) break;
      if (end > 0) return end;
      i = skipLetters(text, i + 1);
    } else if (code === DOT) {
      const end = scanAbbreviation(scan, start, i);
      if (end > 0) return end;
      break;
    } else if (code === 0x2d || code === 0x2010 || code === 0x2011) {
      if (!keepsHyphen(scan, start, i)) break;
      i++;
    } else if (code === 0x26 && isInitials(text, start, i)) i++;
    else if (code === 0x40 && kindAt(text, i + 1) === LETTER) return scanAddress(scan, start);
    else if (code === 0x3a && text.charCodeAt(i + 1) === 0x2f && text.charCodeAt(i + 2) === 0x2f) return scanAddress(scan, start);
    else if (code === 0x24 && i - start <= 2 && kindAt(text, i + 1) === DIGIT) {
      // "US$500"
      tokens.push(start, i + 1, MARK);
      return i + 1;
    } else break;
  }
  return pushWord(scan, start, i);
}

/** Letters of the longest sign of money that is written against its number. */
const LONGEST_MONEY = 4;

/** "N3.4 billion", "Rs45 lakh": letters that stand for money before their number. A single letter only before what is plainly an amount: not "N95", "R1". */
function isMoney({ text, parts }: Scan, start: number, digits: number): boolean {
  if (!parts.money.has(text.slice(start, digits))) return false;
  return digits - start > 1 || AMOUNT.test(text.slice(digits, digits + AMOUNT_REACH));
}

const AMOUNT = /^\d+(?:[.,]\d|(?:m|bn|tn|k)\b|\s?(?:million|billion|trillion|thousand|lakh|crore)\b)/i;
const AMOUNT_REACH = 20;

/** Pushes a word, cutting the few that hold two: "cannot", "gonna". */
function pushWord(scan: Scan, start: number, end: number): number {
  const { text, tokens } = scan;
  const length = end - start;
  if (length === 6 && lowerAscii(text.charCodeAt(start)) === 0x63 && text.slice(start, end).toLowerCase() === "cannot") {
    tokens.push(start, start + 3, WORD);
    tokens.push(start + 3, end, WORD);
  } else if (length === 5 && (text.charCodeAt(start + 3) | 32) === 0x6e && /^(?:gonna|wanna)$/i.test(text.slice(start, end))) {
    tokens.push(start, start + 3, WORD);
    tokens.push(start + 3, end, WORD);
  } else tokens.push(start, end, WORD);
  return end;
}

/**
 * What an apostrophe at `at` does to the word `[start, at)`: cuts it (both parts are pushed, the end returned), belongs to it (0), or
 * ends it (-1).
 */
function scanClitic(scan: Scan, start: number, at: number): number {
  const { text, tokens } = scan;
  if (kindAt(text, at + 1) !== LETTER) return -1;
  const end = skipLetters(text, at + 1);
  if (end - at === 2 && (text.charCodeAt(at + 1) | 32) === 0x74 && (text.charCodeAt(at - 1) | 32) === 0x6e && at - 1 > start) {
    tokens.push(start, at - 1, WORD);
    tokens.push(at - 1, end, WORD);
    return end;
  }
  if (isClitic(text, at + 1, end)) {
    pushWord(scan, start, at);
    tokens.push(at, end, WORD);
    return end;
  }
  // An opening quote against the word before it is not an apostrophe.
  return text.charCodeAt(at) === 0x2018 ? -1 : 0;
}

function keepsHyphen(scan: Scan, start: number, at: number): boolean {
  const { text, parts } = scan;
  if (kindAt(text, at + 1) !== LETTER) return false;
  if (at - start <= 7 && parts.prefixes.has(text.slice(start, at).toLowerCase())) return true;
  const end = skipLetters(text, at + 1);
  return end - at <= 7 && parts.suffixes.has(text.slice(at + 1, end).toLowerCase());
}

/** Whether an ampersand at `at` stands between initials: "AT&T". */
function isInitials(text: string, start: number, at: number): boolean {
  if (at - start > 3 || kindAt(text, at + 1) !== LETTER) return false;
  const end = skipLetters(text, at + 1);
  return end - at <= 4 && caseOf(text.charCodeAt(start)) === 1 && caseOf(text.charCodeAt(end - 1)) === 1;
}

/** What a full stop at `at` does to the word `[start, at)`: pushes the word with it and returns the end, or 0 where it ends the word. */
function scanAbbreviation(scan: Scan, start: number, at: number): number {
  const { text, tokens, parts } = scan;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  if (next === DOT) return 0;
  if (at - start === 1) {
    const end = scanAcronym(text, start);
    if (end > 0) {
      const clock = end - start <= 4 && (text.charCodeAt(start + 2) | 32) === 0x6d && /[ap]/i.test(text[start]);
      tokens.push(start, end, clock ? CLOCK : ACRONYM);
      return end;
    }
    const first = text.charCodeAt(start);
    if (caseOf(first) === 1 && first !== 0x49) {
      tokens.push(start, at + 1, INITIAL);
      return at + 1;
    }
  }
  const known = at - start <= 6 ? parts.abbreviations.get(text.slice(start, at).toLowerCase()) : undefined;
  if (known && keepsStop(scan, known.only, at)) {
    tokens.push(start, at + 1, known.shape);
    return at + 1;
  }
  if (kindOf(next) === LETTER || kindOf(next) === DIGIT) return scanDomain(scan, start);
  return 0;
}

function keepsStop(scan: Scan, only: string | null, at: number): boolean {
  if (only === null) return true;
  const { text, tokens } = scan;
  const after = text.charCodeAt(at + 1);
  const comma = after === 0x2c;
  // "Gary, Ind.", "(D-Mass.)"
  if (only === "comma") return comma || after === 0x29 || (tokens.length > 0 && text.charCodeAt(tokens.start[tokens.length - 1]) === 0x2c);
  const digit = kindAt(text, skipSpace(text, at + 1)) === DIGIT;
  return digit || (only === "digitOrComma" && comma);
}

/** One past "U.S.", "p.m", "J.F." at `start`; 0 where there is none. */
function scanAcronym(text: string, start: number): number {
  let i = start;
  while (kindAt(text, i) === LETTER && text.charCodeAt(i + 1) === DOT && text.charCodeAt(i + 2) !== DOT) i += 2;
  const open =
    kindAt(text, i) === LETTER && kindAt(text, i + 1) !== LETTER && kindAt(text, i + 1) !== DIGIT && !isApostrophe(text.charCodeAt(i + 1));
  if (i - start >= 4) return open ? i + 1 : i;
  return i - start === 2 && open ? i + 1 : 0;
}

/** Pushes "example.com" or "report.pdf" as one token; 0 where the run of letters and dots is none. */
function scanDomain(scan: Scan, start: number): number {
  const { text, parts } = scan;
  let i = start;
  let last = start;
  // No longer than a host name may be: "a.b.c.d" without end must not be read again from each dot.
  const most = Math.min(text.length, start + 253);
  while (i < most) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (code === DOT && kindAt(text, i + 1) === LETTER) last = i + 1;
    else if (kind !== LETTER && kind !== DIGIT && code !== 0x2d && code !== 0x5f && code !== 0x40) break;
    i++;
  }
  const www = text.startsWith("www.", start) || text.startsWith("WWW.", start);
  return www || parts.domains.has(text.slice(last, i).toLowerCase()) ? scanAddress(scan, start) : 0;
}
