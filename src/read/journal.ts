import type { Span } from "../base/span.js";
import type { Document } from "../language/document.js";

/** A feature that spoke in a decision, and how much it weighed. */
export interface Spoken {
  readonly name: string;
  readonly weight: number;
}

/** One decision of a learned scorer, with the features that decided: kept for `explain` only. */
export interface Decision {
  /** What was decided: "cue", "name", "place" … */
  readonly what: string;
  /** The file that the scorer's weights come from; its card stands beside it. */
  readonly model: string;
  readonly span: Span;
  /** What it was chosen for: the cue of a source or content; else `null`. */
  readonly of: Span | null;
  readonly score: number;
  /** The score from which it is believed; `null` where the best of several is taken. */
  readonly least: number | null;
  /** What else was open, with its score: the next best label, place, source. */
  readonly instead: string | null;
  readonly features: readonly Spoken[];
}

let kept: Decision[] | null = null;

/** Whether decisions are being kept: never in a reading, only while one is explained. */
export function isExplaining(): boolean {
  return kept !== null;
}

/** Keeps a decision, where decisions are kept. */
export function keep(decision: Decision): void {
  kept?.push(decision);
}

/** Runs a reading and keeps what its scorers decided. The reading is the same as without. */
export function explained<T>(run: () => T): { readonly result: T; readonly decisions: readonly Decision[] } {
  const before = kept;
  const decisions: Decision[] = [];
  kept = decisions;
  try {
    return { result: run(), decisions };
  } finally {
    kept = before;
  }
}

/** Features that weigh anything, the heaviest first; one that stands several times once. */
export function heaviest(features: readonly Spoken[]): readonly Spoken[] {
  const sums = new Map<string, number>();
  for (const { name, weight } of features) sums.set(name, (sums.get(name) ?? 0) + weight);
  return [...sums]
    .flatMap(([name, weight]) => (Math.abs(weight) < 0.005 ? [] : [{ name, weight }]))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1));
}

/** What told one choice from the next best: what speaks for both alike is left out. */
export function against(best: readonly Spoken[], next: readonly Spoken[]): readonly Spoken[] {
  return heaviest([...best, ...next.map(({ name, weight }) => ({ name, weight: -weight }))]);
}

/** A buffer of hashed features, as scorers use them. */
interface Hashed {
  readonly indices: Int32Array;
  count: number;
  add(template: number, a?: number, b?: number, c?: number): void;
}

/** Names of hashed features: the template's, and the words or numbers in it. A buffer made by `named` remembers them. */
interface Named<F extends Hashed> {
  readonly buffer: F;
  /** What the features in the buffer add to a score. */
  weighed(weights: Int8Array, scale: number): readonly Spoken[];
}

/**
 * Makes a buffer remember what its features were made of: hashes cannot be read back. `templates` gives a template's name,
 * `words` the word behind a hash.
 */
export function named<F extends Hashed>(buffer: F, templates: (template: number) => string, words: ReadonlyMap<number, string>): Named<F> {
  const names: string[] = [];
  const add = buffer.add.bind(buffer);
  buffer.add = (template, a = 0, b = 0, c = 0) => {
    const at = buffer.count;
    add(template, a, b, c);
    if (buffer.count === at) return;
    const values = [a, b, c].map((v) => (words.has(v) ? `“${words.get(v)}”` : String(v)));
    while (values.length > 0 && values[values.length - 1] === "0") values.pop();
    names[at] = [templates(template), ...values].join(" ");
  };
  const weighed = (weights: Int8Array, scale: number): readonly Spoken[] =>
    heaviest(Array.from({ length: buffer.count }, (_, i) => ({ name: names[i], weight: weights[buffer.indices[i]] * scale })));
  return { buffer, weighed };
}

/** The words of a document by their hashes. */
export function wordsByHash(doc: Document, of: (id: number) => string, hash: (id: number) => number): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (let i = 0; i < doc.length; i++) for (const id of [doc.norm[i], doc.lemma[i]]) words.set(hash(id), of(id));
  return words;
}
