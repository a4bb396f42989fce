import { NUMBER, WORD } from "./buffer.js";
import { DIGIT, isApostrophe, kindOf, LETTER } from "./characters.js";
import { isClitic, kindAt, type Scan, skipLetters } from "./scan.js";

function skipDigits(text: string, at: number): number {
  let i = at;
  while (i < text.length && kindOf(text.charCodeAt(i)) === DIGIT) i++;
  return i;
}

/** One past groups of digits parted by one same mark, from the first mark at `at`; `at` itself where no group follows. */
function skipGroups(text: string, at: number): number {
  const mark = text.charCodeAt(at);
  let i = at;
  while (text.charCodeAt(i) === mark && kindAt(text, i + 1) === DIGIT) i = skipDigits(text, i + 1);
  return i;
}

/** Whether `[start, end)` holds "713-853-3989", "2016-07-21" or "555-0112", not a range such as "1939-45". */
function isSerial(text: string, start: number, first: number, end: number): boolean {
  const second = skipDigits(text, first + 1);
  return second < end || (first - start === 3 && end - first === 5);
}

/**
 * Pushes the number whose first digit stands at `digits` and whose token begins at `start` (a sign or a point may stand before it),
 * and returns its end. A unit is cut off ("10.21" "mn"), an ordinal's or a decade's letters are not ("30th", "1980s").
 */
export function scanNumber(scan: Scan, start: number, digits: number): number {
  const { text, tokens } = scan;
  let i = skipDigits(text, digits);
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (kindAt(text, i + 1) !== DIGIT) break;
    if (code === 0x2c) {
      if (skipDigits(text, i + 1) !== i + 4) break;
      i += 4;
    } else if (code === 0x2e || code === 0x3a || code === 0x2f) i = skipGroups(text, i);
    else if (code === 0x2d) {
      const end = skipGroups(text, i);
      if (!isSerial(text, start, i, end)) break;
      i = end;
    } else break;
  }
  const code = i < text.length ? text.charCodeAt(i) : 0x20;
  if (kindOf(code) === LETTER) return scanUnit(scan, start, i);
  if (isApostrophe(code) && kindAt(text, i + 1) === LETTER) {
    const end = skipLetters(text, i + 1);
    if (isClitic(text, i + 1, end)) {
      // "the 1960's" is one token, "2003's" is two.
      if (text.charCodeAt(i - 1) === 0x30 && end - i === 2) {
        tokens.push(start, end, NUMBER);
        return end;
      }
      tokens.push(start, i, NUMBER);
      tokens.push(i, end, WORD);
      return end;
    }
  }
  tokens.push(start, i, NUMBER);
  return i;
}

/** Pushes a number that letters follow at `at`. */
function scanUnit(scan: Scan, start: number, at: number): number {
  const { text, tokens, parts } = scan;
  const end = skipLetters(text, at);
  const clock = end - at === 1 && /^[ap]\.m\b/i.test(text.slice(at, at + 4));
  if (clock || (end - at <= 7 && kindAt(text, end) !== DIGIT && parts.units.has(text.slice(at, end).toLowerCase()))) {
    tokens.push(start, at, NUMBER);
    return at;
  }
  let i = end;
  while (kindAt(text, i) === LETTER || kindAt(text, i) === DIGIT) i++;
  tokens.push(start, i, NUMBER);
  return i;
}
