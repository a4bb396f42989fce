/** Adds up weights of features for each class. */
export interface Scorer {
  /** Adds to `scores` the weights of the first `n` keys. */
  score(keys: Int32Array, n: number, scores: Int32Array): void;
}

/** A trained scorer as its file holds it: features in the order of their slots, for each its key and its few weights that are not zero. */
export interface SparseWeights {
  readonly keys: Int32Array;
  /** Weights a feature has. */
  readonly counts: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array | Int16Array;
}

/** Classes fit into seven bits of a row's entry. */
export const MOST_CLASSES = 128;

/**
 * Sparse weights in an open-addressing table. A slot is a key and, in one integer, where its row begins and how long it is; an entry
 * of a row is a class and a weight in 16 bits: the whole table should stay in the processor's cache.
 */
export class SparseScorer implements Scorer {
  private readonly slots: Int32Array;
  private readonly rows: Int16Array;
  private readonly shift: number;
  private readonly mask: number;

  constructor({ keys, counts, classes, weights }: SparseWeights) {
    let bits = 4;
    while (2 ** bits < keys.length * 1.4) bits++;
    this.shift = 32 - bits;
    this.mask = 2 ** bits - 1;
    this.slots = new Int32Array(2 ** (bits + 1));
    this.rows = new Int16Array(classes.length);
    const { slots, rows, shift, mask } = this;
    for (let k = 0; k < rows.length; k++) rows[k] = (weights[k] << 7) | classes[k];
    for (let f = 0, at = 0; f < keys.length; at += counts[f++]) {
      let slot = Math.imul(keys[f], 0x9e3779b1) >>> shift;
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = keys[f];
      slots[2 * slot + 1] = (at << 7) | counts[f];
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
      const place = slots[2 * slot + 1];
      let at = place >>> 7;
      const end = at + (place & 127);
      for (; at < end; at++) {
        const entry = rows[at];
        scores[entry & 127] += entry >> 7;
      }
    }
  }
}
