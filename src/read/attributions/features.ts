import { PerWord } from "../../language/per-word.js";

/** Weights of a scorer: this many bits of feature hash. */
export const BITS = 18;
const MASK = (1 << BITS) - 1;

/** FNV-1a of a string. Stable from run to run, unlike vocabulary ids. */
export function hashString(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const hashes = new PerWord(hashString);

/** Hash of the string behind a vocabulary id; -1 (no token) has one of its own. */
export function hashOf(id: number): number {
  if (id < 0) return 1;
  return hashes.get(id) >>> 0;
}

/**
 * The features of one decision, hashed (Weinberger et al. 2009): indices into a weight vector, all of value one. Reused from
 * decision to decision. Not a set: an index may stand twice.
 */
export class FeatureBuffer {
  readonly indices = new Int32Array(160);
  count = 0;

  clear(): this {
    this.count = 0;
    return this;
  }

  /** Adds a feature: which template, and up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.count >= this.indices.length) return;
    let h = Math.imul(template + 1, 0x9e3779b1);
    h = Math.imul(h ^ a, 0x85ebca6b);
    h ^= h >>> 15;
    h = Math.imul(h ^ b, 0xc2b2ae35);
    h ^= h >>> 13;
    h = Math.imul(h ^ c, 0x27d4eb2f);
    h ^= h >>> 16;
    this.indices[this.count++] = h & MASK;
  }

  copy(): Int32Array {
    return this.indices.slice(0, this.count);
  }
}
