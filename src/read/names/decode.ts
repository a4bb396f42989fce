import type { Document } from "../../language/document.js";
import { OFFSETS, type Surroundings, tokenFeatures, wordFeatures } from "./features.js";
import { BEFORE, LABELS, MAY_END, MAY_START, OUTSIDE } from "./labels.js";
import { addFeature, type NameWeights } from "./weights.js";
import { words } from "./words.js";

/** Words whose sums are remembered; rarer ones (later ids) are summed anew each time, so that a long run stays small. */
const REMEMBERED = 150_000;

/** Scores labels of tokens with one set of weights and finds the best sequence. */
export class NameTagger {
  private readonly sums: Float32Array[] = OFFSETS.map(() => new Float32Array(0));
  private readonly summed: Uint8Array[] = OFFSETS.map(() => new Uint8Array(0));
  private readonly edges: Float32Array[];
  private readonly row = new Float32Array(LABELS);
  private readonly features: number[] = [];

  constructor(private readonly weights: NameWeights) {
    this.edges = OFFSETS.map((_, slot) => {
      const row = new Float32Array(LABELS);
      this.sumWord(-1, slot, row, 0);
      return row;
    });
  }

  /** Best label of each token. Sentences are decoded one by one (Viterbi). */
  tag(doc: Document, around: Surroundings): Uint8Array {
    words.grow();
    const labels = new Uint8Array(doc.length);
    for (let s = 0; s < doc.sentenceCount; s++) this.tagSentence(doc, around, doc.sentenceStart[s], doc.sentenceStart[s + 1], labels);
    return labels;
  }

  private tagSentence(doc: Document, around: Surroundings, from: number, to: number, labels: Uint8Array): void {
    const n = to - from;
    if (n === 0) return;
    const best = new Float32Array(n * LABELS).fill(Number.NEGATIVE_INFINITY);
    const back = new Uint8Array(n * LABELS);
    const { transitions } = this.weights;
    for (let i = 0; i < n; i++) {
      this.score(doc, around, from + i, from, to);
      for (let k = 0; k < LABELS; k++) {
        if (i === 0) {
          if (MAY_START[k]) best[k] = this.row[k];
          continue;
        }
        const before = (i - 1) * LABELS;
        let top = Number.NEGATIVE_INFINITY;
        let from = 0;
        for (const p of BEFORE[k]) {
          const score = best[before + p] + transitions[p * LABELS + k];
          if (score > top) {
            top = score;
            from = p;
          }
        }
        best[i * LABELS + k] = top + this.row[k];
        back[i * LABELS + k] = from;
      }
    }
    let at = 0;
    for (let k = 1; k < LABELS; k++) {
      if (MAY_END[k] && best[(n - 1) * LABELS + k] > best[(n - 1) * LABELS + at]) at = k;
    }
    for (let i = n - 1; i >= 0; i--) {
      labels[from + i] = at;
      at = back[i * LABELS + at];
    }
  }

  /** Sums the weights of token `i` into `row`. */
  private score(doc: Document, around: Surroundings, i: number, from: number, to: number): void {
    const { row, features } = this;
    features.length = 0;
    tokenFeatures(doc, around, i, features);
    row.fill(0);
    for (let f = 0; f < features.length; f++) addFeature(this.weights, features[f], row, 0);
    for (let slot = 0; slot < OFFSETS.length; slot++) {
      const at = i + OFFSETS[slot];
      this.addWord(at < from || at >= to ? -1 : doc.norm[at], slot);
    }
    const { scale } = this.weights;
    for (let k = 0; k < LABELS; k++) row[k] *= scale;
    row[OUTSIDE] -= this.weights.bias;
  }

  private addWord(v: number, slot: number): void {
    const { row } = this;
    if (v < 0) {
      const edge = this.edges[slot];
      for (let k = 0; k < LABELS; k++) row[k] += edge[k];
      return;
    }
    if (v >= REMEMBERED) {
      this.sumWord(v, slot, row, 0);
      return;
    }
    if (v >= this.summed[slot].length) this.reserve(slot, v);
    const sums = this.sums[slot];
    const at = v * LABELS;
    if (this.summed[slot][v] === 0) {
      this.sumWord(v, slot, sums, at);
      this.summed[slot][v] = 1;
    }
    for (let k = 0; k < LABELS; k++) row[k] += sums[at + k];
  }

  private sumWord(v: number, slot: number, into: Float32Array, at: number): void {
    const features: number[] = [];
    wordFeatures(v, slot, features);
    for (const f of features) addFeature(this.weights, f, into, at);
  }

  private reserve(slot: number, v: number): void {
    const size = Math.min(REMEMBERED, Math.max(8192, v * 2));
    const sums = new Float32Array(size * LABELS);
    sums.set(this.sums[slot]);
    this.sums[slot] = sums;
    const summed = new Uint8Array(size);
    summed.set(this.summed[slot]);
    this.summed[slot] = summed;
  }
}
