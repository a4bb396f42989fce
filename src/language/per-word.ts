import { vocabulary } from "./vocabulary.js";

/** A whole number of 32 bits for each word of the vocabulary, by its id: worked out when it is first asked for, and kept. */
export class PerWord {
  private values = new Int32Array(1 << 14);
  private known = new Uint8Array(1 << 14);

  constructor(private readonly make: (word: string) => number) {}

  get(id: number): number {
    return id < this.known.length && this.known[id] === 1 ? this.values[id] : this.learn(id);
  }

  private learn(id: number): number {
    if (id >= this.known.length) {
      const size = Math.max(id + 1, 2 * this.known.length);
      const [values, known] = [new Int32Array(size), new Uint8Array(size)];
      values.set(this.values);
      known.set(this.known);
      this.values = values;
      this.known = known;
    }
    this.values[id] = this.make(vocabulary.of(id));
    this.known[id] = 1;
    return this.values[id];
  }
}
