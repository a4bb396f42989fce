import { caseOf, kindOf, SPACE } from "./characters.js";

/** How a text breaks its lines. */
export interface Wrapping {
  /** Column at which lines are broken, or null where a line is a paragraph. */
  readonly width: number | null;
}

const NEWLINE = 0x0a;

/**
 * Whether a text is wrapped by hand (agency copy, mail): no line is longer than 100 code units and several reach nearly as far as the
 * longest. Not a guess about single lines; `breaksAt` asks that.
 */
export function wrappingOf(text: string): Wrapping {
  const histogram = new Int32Array(101);
  let longest = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text.charCodeAt(i) !== NEWLINE) continue;
    const length = i - start;
    if (length > 100) return { width: null };
    histogram[length]++;
    if (length > longest) longest = length;
    start = i + 1;
  }
  if (longest < 50) return { width: null };
  let near = 0;
  for (let k = Math.max(0, longest - 14); k <= longest; k++) near += histogram[k];
  return { width: near >= 3 ? longest : null };
}

/**
 * Whether the space `[from, to)` between two tokens ends a paragraph: a blank line, or a line break that wrapping does not account
 * for (the next word would still have fitted, or the next line is indented or begins with a bullet).
 */
export function breaksAt(text: string, from: number, to: number, wrapping: Wrapping): boolean {
  let first = -1;
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2029) return true;
    if (code !== NEWLINE) continue;
    if (first < 0) first = i;
    count++;
  }
  if (count === 0) return false;
  if (count > 1 || wrapping.width === null) return true;
  let line = first;
  while (line > 0 && text.charCodeAt(line - 1) !== NEWLINE) line--;
  if (to - first > 2) return true;
  let word = to;
  while (word < text.length && kindOf(text.charCodeAt(word)) !== SPACE) word++;
  const fits = first - line + 1 + (word - to) <= wrapping.width * 0.72;
  return fits && caseOf(text.charCodeAt(to)) !== 2;
}
