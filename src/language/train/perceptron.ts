import type { SparseWeights } from "../scorer.js";

/**
 * An averaged perceptron in the making (Collins 2002): sparse rows of integer weights, each with its running total. Features are
 * made when they first take part in an update.
 */
export class Perceptron {
  private bits = 20;
  private keys = new Int32Array(2 ** 20);
  private rowOf = new Int32Array(2 ** 20);
  features = 0;
  private rowStart = new Int32Array(2 ** 20);
  private rowSize = new Uint8Array(2 ** 20);
  private rowRoom = new Uint8Array(2 ** 20);
  private classes = new Uint8Array(2 ** 22);
  private weights = new Int32Array(2 ** 22);
  private totals = new Float64Array(2 ** 22);
  private stamps = new Int32Array(2 ** 22);
  private used = 0;
  private now = 0;

  score(keys: Int32Array, n: number, scores: Int32Array): void {
    const { rowStart, rowSize, classes, weights } = this;
    for (let k = 0; k < n; k++) {
      const row = this.find(keys[k]);
      if (row < 0) continue;
      const start = rowStart[row];
      const end = start + rowSize[row];
      for (let at = start; at < end; at++) scores[classes[at]] += weights[at];
    }
  }

  /** One step of time: averages are taken over steps. */
  tick(): void {
    this.now++;
  }

  update(keys: Int32Array, n: number, right: number, wrong: number): void {
    for (let k = 0; k < n; k++) {
      const row = this.make(keys[k]);
      this.add(row, right, 1);
      this.add(row, wrong, -1);
    }
  }

  private find(key: number): number {
    const mask = 2 ** this.bits - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - this.bits);
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === key) return this.rowOf[slot];
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private make(key: number): number {
    const known = this.find(key);
    if (known >= 0) return known;
    if (this.features * 2 > 2 ** this.bits) this.rehash();
    const row = this.features++;
    this.insert(key, row);
    return row;
  }

  private insert(key: number, row: number): void {
    const mask = 2 ** this.bits - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - this.bits);
    while (this.keys[slot] !== 0) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.rowOf[slot] = row;
  }

  private rehash(): void {
    const { keys, rowOf } = this;
    this.bits++;
    const size = 2 ** this.bits;
    this.keys = new Int32Array(size);
    this.rowOf = new Int32Array(size);
    for (let slot = 0; slot < keys.length; slot++) if (keys[slot] !== 0) this.insert(keys[slot], rowOf[slot]);
    this.rowStart = widen(this.rowStart, new Int32Array(size));
    this.rowSize = widen(this.rowSize, new Uint8Array(size));
    this.rowRoom = widen(this.rowRoom, new Uint8Array(size));
  }

  private add(row: number, cls: number, by: number): void {
    let start = this.rowStart[row];
    const size = this.rowSize[row];
    for (let at = start; at < start + size; at++) {
      if (this.classes[at] !== cls) continue;
      this.totals[at] += (this.now - this.stamps[at]) * this.weights[at];
      this.stamps[at] = this.now;
      this.weights[at] += by;
      return;
    }
    if (size === this.rowRoom[row]) start = this.move(row, size);
    const at = start + size;
    this.classes[at] = cls;
    this.weights[at] = by;
    this.totals[at] = 0;
    this.stamps[at] = this.now;
    this.rowSize[row]++;
  }

  /** Gives a full row twice the room at the end of the columns. */
  private move(row: number, size: number): number {
    const room = Math.min(255, size === 0 ? 2 : size * 2);
    if (this.used + room > this.weights.length) {
      const length = this.weights.length * 2;
      this.classes = widen(this.classes, new Uint8Array(length));
      this.weights = widen(this.weights, new Int32Array(length));
      this.totals = widen(this.totals, new Float64Array(length));
      this.stamps = widen(this.stamps, new Int32Array(length));
    }
    const from = this.rowStart[row];
    const to = this.used;
    this.classes.copyWithin(to, from, from + size);
    this.weights.copyWithin(to, from, from + size);
    this.totals.copyWithin(to, from, from + size);
    this.stamps.copyWithin(to, from, from + size);
    this.used += room;
    this.rowStart[row] = to;
    this.rowRoom[row] = room;
    return to;
  }

  /**
   * The averaged weights as 16-bit integers with `scale` steps to the unit; weights below `least` units are dropped, and features
   * left without any. Features come in the order of their slots.
   */
  average(scale: number, least: number): SparseWeights {
    const keys: number[] = [];
    const counts: number[] = [];
    const classes: number[] = [];
    const weights: number[] = [];
    for (let slot = 0; slot < this.keys.length; slot++) {
      if (this.keys[slot] === 0) continue;
      const row = this.rowOf[slot];
      const before = classes.length;
      const start = this.rowStart[row];
      for (let at = start; at < start + this.rowSize[row]; at++) {
        const mean = (this.totals[at] + (this.now - this.stamps[at]) * this.weights[at]) / Math.max(1, this.now);
        const value = Math.max(-32768, Math.min(32767, Math.round(mean * scale)));
        if (value === 0 || Math.abs(mean) < least) continue;
        classes.push(this.classes[at]);
        weights.push(value);
      }
      if (classes.length === before) continue;
      keys.push(this.keys[slot]);
      counts.push(classes.length - before);
    }
    return {
      keys: Int32Array.from(keys),
      counts: Uint8Array.from(counts),
      classes: Uint8Array.from(classes),
      weights: Int16Array.from(weights),
    };
  }
}

function widen<T extends { set(from: T): void }>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
