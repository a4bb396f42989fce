import { DENSE, DENSE_CLASSES, KEYS_AT, kernelModule, SCORES_AT, SLOTS_AT } from "./kernel.js";

/** Adds up weights of features for each class. */
export interface Scorer {
  /** Where the features' keys are to be written before `score`. */
  readonly keys: Int32Array;
  /** Sums of the weights of the first `n` keys, class by class; the same array each time. */
  score(n: number): Int16Array | Int32Array;
}

/** Trained weights as their file holds them: features in the order of their slots, for each its key and its few weights that are not zero. */
export interface SparseWeights {
  readonly keys: Int32Array;
  /** Weights a feature has. */
  readonly counts: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array | Int16Array;
}

/** What is used of WebAssembly, for which the compiler's library for Node has no values. */
interface Assembly {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

const assembly = (globalThis as unknown as { readonly WebAssembly: Assembly }).WebAssembly;

/** Keys a scorer takes at once. */
export const MOST_KEYS = 128;

/** A row with this many weights is kept dense. */
const DENSE_FROM = 14;

/**
 * Quantised weights in an open-addressing table that WebAssembly adds up (see kernel.ts). Frequent features have a weight for almost
 * every class and lie dense; the long tail has few and lies sparse.
 */
export class PackedScorer implements Scorer {
  readonly keys: Int32Array;
  private readonly sums: Int16Array;
  private readonly run: (n: number) => void;

  constructor({ keys, counts, classes, weights }: SparseWeights) {
    let bits = 4;
    while (2 ** bits < keys.length * 1.4) bits++;
    const shift = 32 - bits;
    const mask = 2 ** bits - 1;
    const rowsAt = SLOTS_AT + 2 ** (bits + 3);
    const denseAt = (rowsAt + 2 * classes.length + 15) & ~15;
    let denseRows = 0;
    for (let f = 0; f < counts.length; f++) if (counts[f] >= DENSE_FROM) denseRows++;
    const bytes = denseAt + denseRows * DENSE_CLASSES;
    const memory = new assembly.Memory({ initial: Math.ceil(bytes / 65536) });
    const slots = new Int32Array(memory.buffer, SLOTS_AT, 2 ** (bits + 1));
    const rows = new Int16Array(memory.buffer, rowsAt, classes.length);
    const dense = new Int8Array(memory.buffer);
    let nextDense = denseAt;
    let nextRow = 0;
    for (let f = 0, at = 0; f < keys.length; at += counts[f++]) {
      let slot = Math.imul(keys[f], 0x9e3779b1) >>> shift;
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = keys[f];
      const end = at + counts[f];
      if (counts[f] >= DENSE_FROM) {
        slots[2 * slot + 1] = nextDense | DENSE;
        for (let k = at; k < end; k++) dense[nextDense + classes[k]] = weights[k];
        nextDense += DENSE_CLASSES;
      } else {
        slots[2 * slot + 1] = (nextRow << 7) | counts[f];
        for (let k = at; k < end; k++) rows[nextRow++] = (weights[k] << 7) | classes[k];
      }
    }
    this.keys = new Int32Array(memory.buffer, KEYS_AT, MOST_KEYS);
    this.sums = new Int16Array(memory.buffer, SCORES_AT, DENSE_CLASSES);
    const instance = new assembly.Instance(new assembly.Module(kernelModule(shift, mask, rowsAt)), { env: { memory } });
    this.run = instance.exports.run as (n: number) => void;
  }

  score(n: number): Int16Array {
    this.sums.fill(0);
    this.run(n);
    return this.sums;
  }
}
