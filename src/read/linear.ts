import { hashUnits } from "../language/hash.js";
import { PerWord } from "../language/per-word.js";

/** Features of one decision as hashed indices below `2 ** bits`; reused from decision to decision. */
export class Features {
  readonly indices: Int32Array;
  count = 0;
  private readonly mask: number;

  constructor(bits: number, room = 2048) {
    this.mask = (1 << bits) - 1;
    this.indices = new Int32Array(room);
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds the feature of a template number and up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.count === this.indices.length) return;
    let h = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f) ^ Math.imul(b, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 13), 0x165667b1) ^ Math.imul(c, 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    this.indices[this.count++] = (h ^ (h >>> 14)) & this.mask;
  }

  /** The features without their repetitions, in order of index; they too outlive the next `clear`. */
  distinct(): Int32Array {
    const sorted = this.taken().sort();
    return sorted.filter((x, i) => i === 0 || x !== sorted[i - 1]);
  }

  /** A copy that outlives the next `clear`. */
  taken(): Int32Array {
    return this.indices.slice(0, this.count);
  }
}

/** Weights of one linear decision, a byte each; the score is a log-odds. */
export interface Linear {
  readonly scale: number;
  readonly weights: Int8Array;
}

export function score(model: Linear, features: Features): number {
  let sum = 0;
  for (let i = 0; i < features.count; i++) sum += model.weights[features.indices[i]];
  return sum * model.scale;
}

export function scoreOf(model: Linear, features: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += model.weights[features[i]];
  return sum * model.scale;
}

/** What each of so many features weighs where a case is to be of length 1, however many it has. */
export function levelled(features: Int32Array): number {
  return 1 / Math.sqrt(features.length || 1);
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Packs decisions of one size: for each a scale (float 32, little-endian) and a byte a weight. */
export function packLinear(all: readonly Float64Array[]): Uint8Array {
  const size = all[0].length;
  const bytes = new Uint8Array(all.length * (4 + size));
  const view = new DataView(bytes.buffer);
  all.forEach((w, k) => {
    const top = w.reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9);
    view.setFloat32(k * (4 + size), top / 127, true);
    for (let i = 0; i < size; i++) view.setInt8(k * (4 + size) + 4 + i, Math.round((w[i] / top) * 127));
  });
  return bytes;
}

export function unpackLinear(bytes: Uint8Array, bits: number): readonly Linear[] {
  const size = 1 << bits;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const all: Linear[] = [];
  for (let at = 0; at + 4 + size <= bytes.length; at += 4 + size) {
    all.push({ scale: view.getFloat32(at, true), weights: new Int8Array(bytes.buffer, bytes.byteOffset + at + 4, size) });
  }
  return all;
}

const hashes = new PerWord((word) => hashUnits(word, 0, word.length));

/** A hash of a vocabulary entry's letters: the same in every process, as its id is not. */
export function stableHash(id: number): number {
  return hashes.get(id);
}
