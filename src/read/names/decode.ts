import type { Document } from "../../language/document.js";
import { heaviest, type Spoken } from "../journal.js";
import { namesOfTokenFeatures, OFFSETS, type Sink, type Surroundings, tokenFeatures, wordFeatures } from "./features.js";
import { EDGE_STARTS, EDGES, LABELS, MAY_END, MAY_START, OUTSIDE } from "./labels.js";
import type { NameWeights } from "./weights.js";
import { words } from "./words.js";

/** Words whose sums are remembered; rarer ones (later ids) are summed anew each time, so that a long run stays small. */
const REMEMBERED = 150_000;

/** The words of `OFFSETS`, as `why` calls them. */
const SLOTS = ["itself", "before it", "after it", "two before", "two after"];

/** Marks in `back` that a stretch of tokens starts here. */
const STOP = 255;

/** Scores labels of tokens with one set of weights and finds the best sequence. */
export class NameTagger {
  private readonly sums: Float32Array[] = OFFSETS.map(() => new Float32Array(0));
  private readonly summed: Uint8Array[] = OFFSETS.map(() => new Uint8Array(0));
  private readonly edges: Float32Array[];
  private best = new Float32Array(256 * LABELS);
  private back = new Uint8Array(256 * LABELS);
  private readonly row = new Float32Array(LABELS);
  /** What each word of `OFFSETS` adds to the labels of a token: an array and where in it. */
  private readonly added: Float32Array[] = OFFSETS.map(() => new Float32Array(LABELS));
  private readonly addedAt = new Int32Array(OFFSETS.length);
  private readonly features: Sink;

  constructor(private readonly weights: NameWeights) {
    this.features = { ids: weights.scorer.keys, size: 0 };
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
    if (n * LABELS > this.best.length) {
      this.best = new Float32Array(2 * n * LABELS);
      this.back = new Uint8Array(2 * n * LABELS);
    }
    const { best, back, row } = this;
    let open = false;
    for (let i = 0; i < n; i++) {
      const skipped = around.plain[from + i] === 1;
      // Between names the best way is to stand outside; what was decided before need not be kept.
      if (skipped && !open) {
        labels[from + i] = OUTSIDE;
        continue;
      }
      if (skipped) {
        this.close(from, i, labels, true);
        labels[from + i] = OUTSIDE;
        open = false;
        continue;
      }
      this.score(doc, around, from + i, from, to);
      const at = i * LABELS;
      if (open) this.step(at);
      else {
        for (let k = 0; k < LABELS; k++) {
          best[at + k] = MAY_START[k] ? row[k] + (i === 0 ? 0 : this.weights.transitions[k]) : Number.NEGATIVE_INFINITY;
          back[at + k] = STOP;
        }
      }
      open = true;
    }
    if (open) this.close(from, n, labels, false);
  }

  /** What spoke for a label of token `i` rather than for no name: the features of the token one by one, those of each word together. */
  why(doc: Document, around: Surroundings, i: number, label: number): readonly Spoken[] {
    words.grow();
    const { features, weights } = this;
    const from = doc.sentenceStart[doc.sentence[i]];
    const to = doc.sentenceStart[doc.sentence[i] + 1];
    features.size = 0;
    tokenFeatures(doc, around, i, features);
    const spoken = namesOfTokenFeatures(doc, around, i).map((name, f) => ({ name, weight: this.alone(features.ids[f], label) }));
    OFFSETS.forEach((offset, slot) => {
      const at = i + offset;
      const inside = at >= from && at < to;
      const row = new Float32Array(LABELS);
      this.sumWord(inside ? doc.norm[at] : -1, slot, row, 0);
      const name = inside ? `“${doc.text.slice(doc.start[at], doc.end[at])}” ${SLOTS[slot]}` : `edge of the sentence ${SLOTS[slot]}`;
      spoken.push({ name, weight: (row[label] - row[OUTSIDE]) * weights.scale });
    });
    return heaviest(spoken);
  }

  /** What one feature adds to a label rather than to no name. */
  private alone(id: number, label: number): number {
    const { scorer, scale } = this.weights;
    const first = scorer.keys[0];
    scorer.keys[0] = id;
    const sums = scorer.score(1);
    scorer.keys[0] = first;
    return (sums[label] - sums[OUTSIDE]) * scale;
  }

  /** One step of Viterbi at `at`, from the labels of the token before. */
  private step(at: number): void {
    const { best, back, row } = this;
    const { transitions } = this.weights;
    const before = at - LABELS;
    for (let k = 0; k < LABELS; k++) {
      let top = Number.NEGATIVE_INFINITY;
      let chosen = 0;
      for (let e = EDGE_STARTS[k]; e < EDGE_STARTS[k + 1]; e++) {
        const p = EDGES[e];
        const score = best[before + p] + transitions[p * LABELS + k];
        if (score > top) {
          top = score;
          chosen = p;
        }
      }
      best[at + k] = top + row[k];
      back[at + k] = chosen;
    }
  }

  /** Follows the best way back from the token before `end`; where the sentence goes on, it goes on outside. */
  private close(from: number, end: number, labels: Uint8Array, goesOn: boolean): void {
    const { best, back } = this;
    const { transitions } = this.weights;
    let at = OUTSIDE;
    let top = Number.NEGATIVE_INFINITY;
    const last = (end - 1) * LABELS;
    for (let k = 0; k < LABELS; k++) {
      const score = best[last + k] + (goesOn ? transitions[k * LABELS] : 0);
      if (!MAY_END[k] || score <= top) continue;
      top = score;
      at = k;
    }
    for (let i = end - 1; i >= 0; i--) {
      labels[from + i] = at;
      const before = back[i * LABELS + at];
      if (before === STOP) return;
      at = before;
    }
  }

  /** Sums the weights of token `i` into `row`. */
  private score(doc: Document, around: Surroundings, i: number, from: number, to: number): void {
    const { row, features } = this;
    features.size = 0;
    tokenFeatures(doc, around, i, features);
    const sums = this.weights.scorer.score(features.size);
    for (let k = 0; k < LABELS; k++) row[k] = sums[k];
    for (let slot = 0; slot < OFFSETS.length; slot++) {
      const at = i + OFFSETS[slot];
      this.findWord(at < from || at >= to ? -1 : doc.norm[at], slot);
    }
    this.addWords();
    const { scale } = this.weights;
    for (let k = 0; k < LABELS; k++) row[k] *= scale;
    row[OUTSIDE] -= this.weights.bias;
  }

  /** Finds what the word `v` adds at a slot of `OFFSETS`, summed anew where it is not remembered. */
  private findWord(v: number, slot: number): void {
    const { added, addedAt } = this;
    addedAt[slot] = 0;
    if (v < 0) {
      added[slot] = this.edges[slot];
      return;
    }
    if (v >= REMEMBERED) {
      added[slot] = new Float32Array(LABELS);
      this.sumWord(v, slot, added[slot], 0);
      return;
    }
    if (v >= this.summed[slot].length) this.reserve(slot, v);
    added[slot] = this.sums[slot];
    addedAt[slot] = v * LABELS;
    if (this.summed[slot][v] === 1) return;
    this.sumWord(v, slot, added[slot], addedAt[slot]);
    this.summed[slot][v] = 1;
  }

  /** Adds to the token's own sums what its five words add, one after the other and each sum rounded. */
  private addWords(): void {
    const { row, added, addedAt } = this;
    const [a, b, c, d, e] = [added[0], added[1], added[2], added[3], added[4]];
    const [i, j, l, m, n] = [addedAt[0], addedAt[1], addedAt[2], addedAt[3], addedAt[4]];
    const r = Math.fround;
    for (let k = 0; k < LABELS; k++) row[k] = r(r(r(r(row[k] + a[i + k]) + b[j + k]) + c[l + k]) + d[m + k]) + e[n + k];
  }

  private sumWord(v: number, slot: number, into: Float32Array, at: number): void {
    const { features } = this;
    features.size = 0;
    wordFeatures(v, slot, features);
    const sums = this.weights.scorer.score(features.size);
    for (let k = 0; k < LABELS; k++) into[at + k] += sums[k];
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
