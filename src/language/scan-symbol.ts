import { ADDRESS, MARK, WORD } from "./buffer.js";
import { DIGIT, isApostrophe, LETTER, SPACE } from "./characters.js";
import { isClitic, kindAt, type Scan, scanAddress, skipLetters } from "./scan.js";
import { scanNumber } from "./scan-number.js";

/** Marks whose runs make one token: "...", "--", "!!". */
const RUNS = new Set([0x2e, 0x2d, 0x21, 0x3f, 0x3d, 0x2a, 0x5f, 0x7e, 0x2b, 0x3c, 0x3e, 0x7c, 0x2014, 0x2013, 0x23, 0x60, 0x27]);

/** Pushes the token that begins with a mark at `start` and returns its end. */
export function scanSymbol(scan: Scan, start: number): number {
  const { text, tokens } = scan;
  const code = text.charCodeAt(start);
  const next = kindAt(text, start + 1);
  if (isApostrophe(code)) {
    const end = scanApostrophe(scan, start);
    if (end > 0) return end;
  } else if (next === DIGIT && opensNumber(scan, start, code)) return scanNumber(scan, start, start + 1);
  else if ((code === 0x40 || code === 0x23) && next === LETTER && !follows(text, start)) return scanHandle(scan, start);
  else if (code === 0x3a || code === 0x3b) {
    const end = scanFace(text, start);
    if (end > 0) {
      tokens.push(start, end, MARK);
      return end;
    }
  }
  let end = start + 1;
  if (RUNS.has(code)) {
    const queries = code === 0x21 || code === 0x3f;
    // At most two quotes make one mark: "''".
    const most = code === 0x27 || code === 0x60 ? Math.min(text.length, start + 2) : text.length;
    while (end < most && (text.charCodeAt(end) === code || (queries && (text.charCodeAt(end) === 0x21 || text.charCodeAt(end) === 0x3f))))
      end++;
  }
  tokens.push(start, end, MARK);
  return end;
}

/** Whether a letter or digit stands right before `at`. */
function follows(text: string, at: number): boolean {
  if (at === 0) return false;
  const kind = kindAt(text, at - 1);
  return kind === LETTER || kind === DIGIT;
}

/** ".5", "+44". Not "-5": there the mark may be a dash. */
function opensNumber(scan: Scan, at: number, code: number): boolean {
  return (code === 0x2e || code === 0x2b) && (at === 0 || kindAt(scan.text, at - 1) === SPACE);
}

/** "@name", "#tag". */
function scanHandle(scan: Scan, start: number): number {
  const { text, tokens } = scan;
  let i = start + 1;
  while (kindAt(text, i) === LETTER || kindAt(text, i) === DIGIT || text.charCodeAt(i) === 0x5f) i++;
  if (text.charCodeAt(start) === 0x40 && text.charCodeAt(i) === 0x2e && kindAt(text, i + 1) === LETTER) return scanAddress(scan, start);
  tokens.push(start, i, ADDRESS);
  return i;
}

/** A clitic after a mark ("U.S."'s), "'em", "'05"; 0 where the apostrophe is a quotation mark. */
function scanApostrophe(scan: Scan, start: number): number {
  const { text, tokens, parts } = scan;
  const next = kindAt(text, start + 1);
  const bound = start > 0 && kindAt(text, start - 1) !== SPACE;
  if (next === LETTER) {
    const end = skipLetters(text, start + 1);
    const clitic = bound && text.charCodeAt(start) !== 0x2018 && isClitic(text, start + 1, end);
    if (clitic || (!bound && end - start <= 6 && parts.elided.has(text.slice(start + 1, end).toLowerCase()))) {
      tokens.push(start, end, WORD);
      return end;
    }
    // "the Navy 's": tokens of a text that was already cut.
    if (!bound && start > 0 && end - start === 2 && (text.charCodeAt(start + 1) | 32) === 0x73 && kindAt(text, end) === SPACE) {
      tokens.push(start, end, WORD);
      return end;
    }
  }
  if (next === DIGIT && !bound && kindAt(text, start + 2) === DIGIT && kindAt(text, start + 3) !== DIGIT)
    return scanNumber(scan, start, start + 1);
  return 0;
}

/** One past ":)" and the like, where nothing else stands against it; 0 where there is none. */
function scanFace(text: string, start: number): number {
  if (start > 0 && kindAt(text, start - 1) !== SPACE) return 0;
  const nose = text.charCodeAt(start + 1) === 0x2d ? start + 2 : start + 1;
  const mouth = text[nose];
  if (mouth !== ")" && mouth !== "(" && mouth !== "D" && mouth !== "P") return 0;
  return kindAt(text, nose + 1) === SPACE ? nose + 1 : 0;
}
