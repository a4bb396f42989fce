/**
 * A table by ids of the vocabulary, made once and asked for every token: most words are in none, and an array says so at once where a
 * `Map` would hash.
 */
export class ById<T> {
  private readonly places: Int32Array;
  private readonly values: T[] = [];

  constructor(entries: Iterable<readonly [id: number, value: T]>) {
    const all = [...entries];
    this.places = new Int32Array(all.reduce((most, [id]) => Math.max(most, id + 1), 0));
    for (const [id, value] of all) this.places[id] = this.values.push(value);
  }

  get(id: number): T | undefined {
    return this.has(id) ? this.values[this.places[id] - 1] : undefined;
  }

  has(id: number): boolean {
    return id < this.places.length && this.places[id] > 0;
  }
}
