import { NUMBER, type TokenBuffer, WORD } from "./buffer.js";
import { caseOf } from "./characters.js";

const LONGEST = 24;

function isDash(text: string, tokens: TokenBuffer, i: number): boolean {
  const code = text.charCodeAt(tokens.start[i]);
  if (code === 0x2014 || code === 0x2013) return true;
  if (code !== 0x2d) return false;
  return tokens.end[i] - tokens.start[i] > 1 || (i > 0 && tokens.end[i - 1] < tokens.start[i] && tokens.start[i + 1] > tokens.end[i]);
}

function isUpperWord(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (caseOf(text.charCodeAt(i)) === 2) return false;
  return to - from >= 3;
}

/**
 * The dash that ends a dateline at the head of a paragraph ("SPRINGFIELD, Ohio (AP) --"), or -1. What stands before the dash is
 * names, numbers and brackets only, and begins in capitals or holds a bracket: a sentence with a dash in it is not a dateline.
 */
export function datelineEnd(text: string, tokens: TokenBuffer, first: number, caseless: boolean): number {
  let brackets = 0;
  let numbers = 0;
  let depth = 0;
  for (let i = first; i < Math.min(first + LONGEST, tokens.length - 1); i++) {
    const code = text.charCodeAt(tokens.start[i]);
    const dash = isDash(text, tokens, i);
    if (dash && depth === 0) {
      if (i === first) return -1;
      const capitals = !caseless && isUpperWord(text, tokens.start[first], tokens.end[first]);
      return capitals || brackets > 0 || (caseless && numbers > 0) ? i : -1;
    }
    if (code === 0x28 || code === 0x5b) {
      depth++;
      brackets++;
    } else if (code === 0x29 || code === 0x5d) depth--;
    else if (tokens.shape[i] === NUMBER) numbers++;
    else if (depth === 0 && tokens.shape[i] === WORD && !caseless && caseOf(code) === 2) return -1;
    else if (code === 0x22 || code === 0x201c || code === 0x3a || code === 0x3f || code === 0x21 || (code === 0x2e && depth === 0))
      return -1;
  }
  return -1;
}
