import { ADDRESS, type TokenBuffer } from "./buffer.js";
import { DIGIT, kindOf, LETTER, SPACE } from "./characters.js";
import type { TokenParts } from "./parts.js";

/** The state of one scan, shared by the scanners of words, numbers and marks. */
export interface Scan {
  readonly text: string;
  readonly tokens: TokenBuffer;
  readonly parts: TokenParts;
}

export function kindAt(text: string, at: number): number {
  return at < text.length ? kindOf(text.charCodeAt(at)) : SPACE;
}

/** One past the letters that begin at `at`. */
export function skipLetters(text: string, at: number): number {
  let i = at;
  while (i < text.length && kindOf(text.charCodeAt(i)) === LETTER) i++;
  return i;
}

/** One past the last code unit before the next space. */
export function skipChunk(text: string, at: number): number {
  let i = at;
  while (i < text.length && kindOf(text.charCodeAt(i)) !== SPACE) i++;
  return i;
}

/** First code unit at or after `at` that is no space. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && kindOf(text.charCodeAt(i)) === SPACE) i++;
  return i;
}

const CLITICS = new Set(["s", "m", "d", "re", "ve", "ll"]);

/** Whether the letters `[at, end)` are a clitic without its apostrophe. */
export function isClitic(text: string, at: number, end: number): boolean {
  return end - at <= 2 && CLITICS.has(text.slice(at, end).toLowerCase());
}

/** Pushes what stands up to the next space, without closing marks, as one address. */
export function scanAddress(scan: Scan, start: number): number {
  const { text, tokens } = scan;
  let end = skipChunk(text, start);
  while (end > start + 1) {
    const code = text.charCodeAt(end - 1);
    const kind = kindOf(code);
    if (kind === LETTER || kind === DIGIT || code === 0x2f || code === 0x3d || code === 0x23) break;
    end--;
  }
  tokens.push(start, end, ADDRESS);
  return end;
}
