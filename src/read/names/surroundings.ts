import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { CLASS } from "./classes.js";
import type { Surroundings } from "./features.js";
import { markKnown } from "./known.js";
import { LABELS, OUTSIDE, typeOf } from "./labels.js";
import { CASE, SHAPE, shapesOf } from "./shapes.js";
import { words } from "./words.js";

/** How a word stands elsewhere in a report, as bits. */
export const ELSEWHERE = { lower: 1, capitalInside: 2, capitalsInside: 4, repeated: 8 } as const;

const known = new WeakMap<Document, Surroundings>();

/** What the tagger looks at besides the columns, worked out once a report. */
export function surroundingsOf(doc: Document): Surroundings {
  let made = known.get(doc);
  if (!made) known.set(doc, (made = lookAround(doc)));
  return made;
}

function lookAround(doc: Document): Surroundings {
  const shapes = shapesOf(doc);
  const { shape, mode } = shapes;
  const phrase = markKnown(doc);
  return { shape, mode, elsewhere: elsewhereOf(doc, shape, mode), phrase, plain: plainOf(doc, shape, mode, phrase), before: null };
}

/** Bits and counts by word, reused from report to report: an entry holds where its stamp is the report's. */
class Tally {
  private stamp = 0;
  private stamps = new Int32Array(0);
  bits = new Uint8Array(0);
  counts = new Int32Array(0);
  /** Number of each word among the report's, and how many there are. */
  places = new Int32Array(0);
  words = 0;

  begin(size: number): void {
    if (size > this.stamps.length) {
      this.stamps = new Int32Array(size * 2);
      this.bits = new Uint8Array(size * 2);
      this.counts = new Int32Array(size * 2);
      this.places = new Int32Array(size * 2);
      this.stamp = 0;
    }
    this.stamp++;
    this.words = 0;
  }

  see(v: number, bit: number): void {
    if (this.stamps[v] !== this.stamp) {
      this.stamps[v] = this.stamp;
      this.bits[v] = 0;
      this.counts[v] = 0;
      this.places[v] = this.words++;
    }
    this.bits[v] |= bit;
    this.counts[v]++;
  }
}

const tally = new Tally();

/** Marks for each token whether its word also stands in small letters or, inside a sentence, with a capital. */
function elsewhereOf(doc: Document, shape: Uint8Array, mode: Uint8Array): Uint8Array {
  tally.begin(vocabulary.size);
  for (let s = 0; s < doc.sentenceCount; s++) {
    const from = doc.sentenceStart[s];
    for (let i = from; i < doc.sentenceStart[s + 1]; i++) tally.see(doc.norm[i], mode[s] === CASE.mixed ? bitOf(shape[i], i === from) : 0);
  }
  const bits = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) bits[i] = tally.bits[doc.norm[i]] | (tally.counts[doc.norm[i]] > 1 ? ELSEWHERE.repeated : 0);
  return bits;
}

function bitOf(kind: number, first: boolean): number {
  if (kind === SHAPE.lower) return ELSEWHERE.lower;
  if (first) return 0;
  if (kind === SHAPE.capital || kind === SHAPE.inner) return ELSEWHERE.capitalInside;
  return kind === SHAPE.capitals ? ELSEWHERE.capitalsInside : 0;
}

/** How many small words may stand between two capitals of one name: "Bank of the West". */
const GAP = 3;

/** Tokens that need no look: in a sentence with capitals, everything that has none and does not stand between two words that do. */
function plainOf(doc: Document, shape: Uint8Array, mode: Uint8Array, phrase: Uint8Array): Uint8Array {
  const plain = new Uint8Array(doc.length);
  for (let s = 0; s < doc.sentenceCount; s++) {
    if (mode[s] === CASE.capitals || mode[s] === CASE.none) continue;
    let last = -10;
    for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) {
      const kind = shape[i];
      const bare = kind === SHAPE.lower || kind === SHAPE.digits || kind === SHAPE.mark;
      if (bare && phrase[i] === 0 && (words.flags[doc.norm[i]] & CLASS.nationality) === 0) {
        plain[i] = 1;
        continue;
      }
      // "al-Hilla", "de Gaulle": a particle before the capital.
      if (i > doc.sentenceStart[s] && doc.end[i - 1] === doc.start[i])
        for (let k = Math.max(doc.sentenceStart[s], i - 2); k < i; k++) plain[k] = 0;
      if (i - last <= GAP + 1) for (let k = last + 1; k < i; k++) plain[k] = 0;
      last = i;
    }
  }
  return plain;
}

/**
 * For each token, what the first pass called the same word elsewhere in the report: 0 nothing elsewhere; else 1 + its most frequent
 * type (0 outside) * 3 + how sure (0 mixed, 1 mostly, 2 always). The token's own label does not count.
 */
export function beforeOf(doc: Document, labels: Uint8Array): Uint8Array {
  const counts = countsOf(doc, labels);
  const before = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) {
    if (tally.counts[doc.norm[i]] < 2) continue;
    const of = 5 * tally.places[doc.norm[i]];
    const own = kindOf(labels[i]);
    const total = tally.counts[doc.norm[i]] - 1;
    let best = 0;
    let most = -1;
    for (let t = 0; t < 5; t++) {
      const n = counts[of + t] - (t === own ? 1 : 0);
      if (n > most) {
        most = n;
        best = t;
      }
    }
    before[i] = 1 + best * 3 + (most === total ? 2 : most * 2 > total ? 1 : 0);
  }
  return before;
}

/** How often each word has each kind of label, five numbers a word from its place in `tally` on. */
function countsOf(doc: Document, labels: Uint8Array): Int32Array {
  tally.begin(vocabulary.size);
  for (let i = 0; i < doc.length; i++) tally.see(doc.norm[i], 0);
  const counts = new Int32Array(5 * (tally.words + 1));
  for (let i = 0; i < doc.length; i++) counts[5 * tally.places[doc.norm[i]] + kindOf(labels[i])]++;
  return counts;
}

/** 0 for outside, else 1 + the type of a label. */
function kindOf(label: number): number {
  return label === OUTSIDE || label >= LABELS ? 0 : 1 + typeOf(label);
}
