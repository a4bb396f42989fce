import type { Document } from "../../language/document.js";
import type { Surroundings } from "./features.js";
import { markKnown } from "./known.js";
import { LABELS, OUTSIDE, typeOf } from "./labels.js";
import { CASE, SHAPE, shapesOf } from "./shapes.js";

/** How a word stands elsewhere in a report, as bits. */
export const ELSEWHERE = { lower: 1, capitalInside: 2, capitalsInside: 4, repeated: 8 } as const;

/** What the tagger looks at besides the columns, worked out once a report. */
export function surroundingsOf(doc: Document): Surroundings {
  const shapes = shapesOf(doc);
  return { ...shapes, elsewhere: elsewhereOf(doc, shapes.shape, shapes.mode), phrase: markKnown(doc), before: null };
}

/** Marks for each token whether its word also stands in small letters or, inside a sentence, with a capital. */
function elsewhereOf(doc: Document, shape: Uint8Array, mode: Uint8Array): Uint8Array {
  const seen = new Map<number, number>();
  const counted = new Map<number, number>();
  for (let i = 0; i < doc.length; i++) {
    const v = doc.norm[i];
    counted.set(v, (counted.get(v) ?? 0) + 1);
    if (mode[doc.sentence[i]] !== CASE.mixed) continue;
    const kind = shape[i];
    const first = i === doc.sentenceStart[doc.sentence[i]];
    const bit =
      kind === SHAPE.lower ? ELSEWHERE.lower : first ? 0 : kind === SHAPE.capital || kind === SHAPE.inner ? ELSEWHERE.capitalInside : kind === SHAPE.capitals ? ELSEWHERE.capitalsInside : 0;
    if (bit > 0) seen.set(v, (seen.get(v) ?? 0) | bit);
  }
  const bits = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) bits[i] = (seen.get(doc.norm[i]) ?? 0) | ((counted.get(doc.norm[i]) ?? 0) > 1 ? ELSEWHERE.repeated : 0);
  return bits;
}

/**
 * For each token, what the first pass called the same word elsewhere in the report: 0 nothing elsewhere; else 1 + its most frequent
 * type (0 outside) * 3 + how sure (0 mixed, 1 mostly, 2 always). The token's own label does not count.
 */
export function beforeOf(doc: Document, labels: Uint8Array): Uint8Array {
  const counts = new Map<number, Int32Array>();
  for (let i = 0; i < doc.length; i++) {
    let of = counts.get(doc.norm[i]);
    if (of === undefined) {
      of = new Int32Array(5);
      counts.set(doc.norm[i], of);
    }
    of[kindOf(labels[i])]++;
  }
  const before = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) {
    const of = counts.get(doc.norm[i]) as Int32Array;
    const own = kindOf(labels[i]);
    let total = -1;
    for (let t = 0; t < 5; t++) total += of[t];
    if (total <= 0) continue;
    let best = 0;
    let most = -1;
    for (let t = 0; t < 5; t++) {
      const n = of[t] - (t === own ? 1 : 0);
      if (n > most) {
        most = n;
        best = t;
      }
    }
    before[i] = 1 + best * 3 + (most === total ? 2 : most * 2 > total ? 1 : 0);
  }
  return before;
}

/** 0 for outside, else 1 + the type of a label. */
function kindOf(label: number): number {
  return label === OUTSIDE || label >= LABELS ? 0 : 1 + typeOf(label);
}
