/** Adds up weights of features for each class. */
export interface Scorer {
  /** Adds to `scores` the weights of the first `n` keys. */
  score(keys: Int32Array, n: number, scores: Int32Array): void;
}

const LAST = 0x100;

/** A trained scorer as its file holds it: features in a fixed order, for each its key and its few weights that are not zero. */
export interface SparseWeights {
  readonly keys: Int32Array;
  /** Weights a feature has. */
  readonly counts: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int16Array;
}

/** Sparse weights in an open-addressing table: a lookup touches one cache line, a feature nobody learned costs one probe. */
export class SparseScorer implements Scorer {
  private readonly slots: Int32Array;
  private readonly rows: Int32Array;
  private readonly shift: number;
  private readonly mask: number;

  constructor({ keys, counts, classes, weights }: SparseWeights) {
    let bits = 4;
    while (2 ** bits < keys.length * 1.6) bits++;
    this.shift = 32 - bits;
    this.mask = 2 ** bits - 1;
    this.slots = new Int32Array(2 ** (bits + 1));
    this.rows = new Int32Array(classes.length);
    const { slots, rows, shift, mask } = this;
    for (let f = 0, at = 0; f < keys.length; f++) {
      let slot = Math.imul(keys[f], 0x9e3779b1) >>> shift;
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = keys[f];
      slots[2 * slot + 1] = at;
      const end = at + counts[f];
      for (; at < end; at++) rows[at] = (weights[at] << 9) | (at === end - 1 ? LAST : 0) | classes[at];
    }
  }

  score(keys: Int32Array, n: number, scores: Int32Array): void {
    const { slots, rows, shift, mask } = this;
    for (let k = 0; k < n; k++) {
      const key = keys[k];
      let slot = Math.imul(key, 0x9e3779b1) >>> shift;
      let found = slots[2 * slot];
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = slots[2 * slot];
      }
      if (found === 0) continue;
      let at = slots[2 * slot + 1];
      let row = rows[at];
      while ((row & LAST) === 0) {
        scores[row & 0xff] += row >> 9;
        row = rows[++at];
      }
      scores[row & 0xff] += row >> 9;
    }
  }
}
