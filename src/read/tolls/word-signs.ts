import type { Document } from "../../language/document.js";
import { hashUnits } from "../../language/hash.js";
import { PerWord } from "../../language/per-word.js";
import { U } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";
import type { Part } from "../../model/report.js";
import { stableHash } from "../linear.js";

/**
 * A report's words and pairs of neighbours as hashes, for what is learned of words at large. Names are one word whatever they are, numbers
 * are told apart up to nine and by their shape beyond.
 */

/** How many sentences are the first, the headline among them. */
const FIRST = 4;

const NAME = textHash("<name>");
const START = textHash("<start>");
const END = textHash("<end>");

/** Where a word or pair stands: at large, in the headline, in the first sentences. */
const [ANYWHERE, HEADLINE, EARLY] = [1, 3, 5];

/** Calls `visit` with every word and pair of what is no teaser, and again with those of the headline and of the first sentences. */
export function eachSign(doc: Document, partOf: readonly Part[], visit: (sign: number) => void): void {
  for (let s = 0; s < doc.sentenceCount; s++) {
    const part = partOf[s];
    if (part === "teaser" || part === "furniture") continue;
    const where = part === "headline" ? HEADLINE : s < FIRST ? EARLY : 0;
    let before = START;
    for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) {
      const word = wordAt(doc, i);
      if (word === NAME && before === NAME) continue;
      visit(hash(ANYWHERE, word, 0));
      if (where > 0) visit(hash(where, word, 0));
      pair(before, word, where, visit);
      before = word;
    }
    pair(before, END, where, visit);
  }
}

function pair(a: number, b: number, where: number, visit: (sign: number) => void): void {
  visit(hash(ANYWHERE + 1, a, b));
  if (where > 0) visit(hash(where + 1, a, b));
}

function wordAt(doc: Document, i: number): number {
  if (doc.upos[i] === U.PROPN) return NAME;
  return numbers.get(doc.norm[i]) || stableHash(doc.lemma[i]);
}

let digits: ReadonlyMap<string, string> | null = null;

/** Hash of a number by what it says or by its shape; 0 of what is none. "two", "2"; "24": two figures; "16-year-old": "0-year-old". */
const numbers = new PerWord((word) => {
  digits ??= new Map(loadTable("numbers").rows.flatMap((row) => (row.kind === "digit" ? [[row.form, row.value] as const] : [])));
  const value = digits.get(word) ?? shapeOf(word);
  return value === null ? 0 : textHash(`#${value}`);
});

function shapeOf(word: string): string | null {
  if (/^\d$/.test(word)) return word;
  if (/^\d\d$/.test(word)) return "00";
  return /\d/.test(word) ? word.replace(/\d+/g, "0") : null;
}

function textHash(s: string): number {
  return hashUnits(s, 0, s.length);
}

function hash(template: number, a: number, b: number): number {
  let h = Math.imul(template, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f) ^ Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x2c1b3c6d);
  return h ^ (h >>> 16);
}
