import { readFileSync } from "node:fs";
import type { Document } from "../../language/document.js";
import { analyse } from "../../language/index.js";
import { BEGIN, INSIDE, LABELS, LAST, labelOf, NAME_TYPES, OUTSIDE, UNIT } from "../names/labels.js";

/** One line of a names corpus. `complete` says which types it marks; `maybe` are spans that are neither asked nor punished. */
export interface NamesLine {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  readonly maybe?: readonly { readonly start: number; readonly end: number }[];
  readonly complete: readonly string[];
}

export function readLines(path: string): NamesLine[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as NamesLine);
}

/** A document with, as bits, the labels that each token may have. */
export interface Marked {
  readonly id: string;
  readonly doc: Document;
  readonly allowed: Int32Array;
  /** Names that no tokens fit. */
  readonly lost: readonly string[];
}

const ANY = (1 << LABELS) - 1;

/** How a copy of a text is written: capitals and small letters change no offset (texts where they would are left as they are). */
export function recase(text: string, way: "as is" | "upper" | "lower"): string {
  if (way === "as is") return text;
  let out = "";
  for (const c of text) {
    const other = way === "upper" ? c.toUpperCase() : c.toLowerCase();
    out += other.length === c.length ? other : c;
  }
  return out;
}

export function mark(line: NamesLine, text = line.text): Marked {
  const doc = analyse(text);
  const open = NAME_TYPES.map((type, t) => (line.complete.includes(type) ? 0 : 0b1111 << (1 + 4 * t))).reduce((a, b) => a | b, 0);
  const allowed = new Int32Array(doc.length).fill(open | (1 << OUTSIDE));
  const lost: string[] = [];
  const tokens = (start: number, end: number): [number, number] => {
    let first = 0;
    let last = doc.length;
    while (first < last) {
      const mid = (first + last) >> 1;
      if (doc.end[mid] > start) last = mid;
      else first = mid + 1;
    }
    let to = first;
    while (to < doc.length && doc.start[to] < end) to++;
    return [first, to];
  };
  for (const { start, end, type } of line.names) {
    const [first, to] = tokens(start, end);
    const t = (NAME_TYPES as readonly string[]).indexOf(type);
    if (to === first || t < 0) continue;
    const fits = doc.start[first] === start && doc.end[to - 1] === end && doc.sentence[first] === doc.sentence[to - 1];
    if (!fits) lost.push(line.text.slice(start, end));
    for (let i = first; i < to; i++) {
      const position = to - first === 1 ? UNIT : i === first ? BEGIN : i === to - 1 ? LAST : INSIDE;
      allowed[i] = fits ? 1 << labelOf(t, position) : ANY;
    }
  }
  for (const { start, end } of line.maybe ?? []) {
    const [first, to] = tokens(start, end);
    for (let i = first; i < to; i++) if (allowed[i] & (1 << OUTSIDE)) allowed[i] = ANY;
  }
  return { id: line.id, doc, allowed, lost };
}
