import { caseOf, kindOf, LETTER, SPACE } from "./characters.js";

/** How a text breaks its lines. */
export interface Wrapping {
  /** Column at which lines are broken, or null where a line is a paragraph. */
  readonly width: number | null;
  /** Spaces that every line but the first begins with. */
  readonly indent: number;
}

const NEWLINE = 0x0a;
/** Longest line of a text that is wrapped; and of one whose lines plainly break off within sentences. */
const LONGEST = 100;
const LONGEST_BROKEN = 130;
/** Fewest lines that reach nearly as far as the longest; fewest that break off before a small letter. */
const NEAR = 3;
const BROKEN = 3;

/**
 * Whether a text is wrapped by hand (agency copy, mail, the source of a page): no line is longer than 100 code units, or 130 where
 * several break off within a sentence, and several reach nearly as far as the longest. Not a guess about single lines; `breaksAt`
 * asks that.
 */
export function wrappingOf(text: string): Wrapping {
  const indent = indentOf(text);
  const histogram = new Int32Array(LONGEST_BROKEN + 1);
  let longest = 0;
  let broken = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text.charCodeAt(i) !== NEWLINE) continue;
    const length = Math.max(0, i - start - (start > 0 ? indent : 0));
    if (length > LONGEST_BROKEN) return { width: null, indent };
    histogram[length]++;
    if (length > longest) longest = length;
    if (i > start && isBroken(text, i, indent)) broken++;
    start = i + 1;
  }
  if (longest < 50 || (longest > LONGEST && broken < BROKEN)) return { width: null, indent };
  let near = 0;
  for (let k = Math.max(0, longest - 14); k <= longest; k++) near += histogram[k];
  return { width: near >= NEAR ? longest : null, indent };
}

/** Whether the line that ends at `i` goes on in the next: after a letter or comma, before a small letter. */
function isBroken(text: string, i: number, indent: number): boolean {
  const next = i + 1 + indent;
  if (next >= text.length || caseOf(text.charCodeAt(next)) !== 2) return false;
  const last = text.charCodeAt(i - 1);
  return kindOf(last) === LETTER || last === COMMA;
}

const COMMA = 0x2c;
const BLANK = 0x20;

/** The spaces that all lines after the first share, blank lines aside. */
function indentOf(text: string): number {
  let indent = Number.POSITIVE_INFINITY;
  for (let i = text.indexOf("\n"); i >= 0 && indent > 0; i = text.indexOf("\n", i + 1)) {
    let k = i + 1;
    while (text.charCodeAt(k) === BLANK) k++;
    if (k < text.length && text.charCodeAt(k) !== NEWLINE && k - i - 1 < indent) indent = k - i - 1;
  }
  return Number.isFinite(indent) ? indent : 0;
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
  if (to - first > 2 + wrapping.indent) return true;
  let word = to;
  while (word < text.length && kindOf(text.charCodeAt(word)) !== SPACE) word++;
  const begins = line > 0 ? line + wrapping.indent : line;
  const fits = first - begins + 1 + (word - to) <= wrapping.width * 0.72;
  return fits && caseOf(text.charCodeAt(to)) !== 2;
}
