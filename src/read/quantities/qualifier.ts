import type { Document } from "../../language/document.js";
import type { Qualifier } from "../../model/vocabulary.js";
import type { SaidNumber } from "./number.js";
import { type Phrase, words } from "./words.js";

/** The bounds of a count, as READING's table has them. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

/** What stands around a number: how far its span reaches with its qualifiers, and what they do to its bounds. */
export interface Qualified {
  readonly first: number;
  readonly end: number;
  readonly gives: readonly string[];
  readonly rules: readonly string[];
}

function endsAt(doc: Document, phrase: Phrase, last: number): boolean {
  const first = last - phrase.ids.length + 1;
  if (first < doc.sentenceStart[doc.sentence[last]]) return false;
  return phrase.ids.every((id, k) => doc.norm[first + k] === id);
}

/** The longest phrase of `index` that ends at token `last`. */
export function phraseBefore(doc: Document, index: ReadonlyMap<number, readonly Phrase[]>, last: number): Phrase | null {
  return index.get(doc.norm[last])?.find((p) => endsAt(doc, p, last)) ?? null;
}

/** The longest phrase of `index` that begins at token `first`. */
export function phraseAfter(doc: Document, index: ReadonlyMap<number, readonly Phrase[]>, first: number): Phrase | null {
  if (first >= doc.length) return null;
  const fits = (p: Phrase) => first + p.ids.length <= doc.length && p.ids.every((id, k) => doc.norm[first + k] === id);
  return index.get(doc.norm[first])?.find(fits) ?? null;
}

/** Finds the qualifiers of the number in tokens `[first, end)`; "at least some 50" has two. */
export function qualify(doc: Document, first: number, end: number): Qualified {
  const tables = words();
  const start = doc.sentenceStart[doc.sentence[first]];
  const gives: string[] = [];
  const rules: string[] = [];
  let from = first;
  for (let k = 0; k < 3 && from > start; k++) {
    const phrase = phraseBefore(doc, tables.before, from - 1);
    if (!phrase || (from - phrase.ids.length > start && phrase.notAfter.has(doc.lemma[from - phrase.ids.length - 1]))) break;
    from -= phrase.ids.length;
    gives.push(phrase.row.gives);
    rules.push(`qualifiers.${phrase.row.id}`);
  }
  let to = end;
  const after = phraseAfter(doc, tables.after, hyphenated(doc, end));
  if (after) {
    to = hyphenated(doc, end) + after.ids.length;
    gives.push(after.row.gives);
    rules.push(`qualifiers.${after.row.id}`);
  }
  return { first: from, end: to, gives, rules };
}

/** "30-odd": the word behind a hyphen. */
function hyphenated(doc: Document, end: number): number {
  return end + 1 < doc.length && words().glue.hyphen.has(doc.norm[end]) && doc.start[end] === doc.end[end - 1] ? end + 1 : end;
}

/** Kinds of unit whose measures run on: "more than 62.9 inches" keeps 62.9. */
const CONTINUOUS = new Set(["length", "mass", "area", "volume", "money", "percent", "speed", "temperature", "power", "magnitude"]);

/** Whether a unit's measures are whole steps, so that "more than 20" is 21 at least. */
export function isContinuous(kind: string | null): boolean {
  return kind !== null && CONTINUOUS.has(kind);
}

/** Low and high of a number under its qualifiers. */
export function boundsOf(n: Pick<SaidNumber, "value" | "high" | "order">, gives: readonly string[], continuous: boolean): Bounds {
  const { value, high } = n;
  const top = high ?? value;
  const step = continuous || !Number.isInteger(value) ? 0 : 1;
  if (gives.includes("more-than")) return { low: value + step, high: null, qualifier: "at-least" };
  if (gives.includes("at-least")) return { low: value, high: null, qualifier: "at-least" };
  if (gives.includes("fewer-than")) return { low: null, high: top - step, qualifier: "at-most" };
  if (gives.includes("at-most")) return { low: null, high: top, qualifier: "at-most" };
  if (n.order) return { low: value, high: null, qualifier: "order" };
  if (high !== null) return { low: value, high, qualifier: "between" };
  return { low: value, high: value, qualifier: gives.includes("about") ? "about" : "exact" };
}
