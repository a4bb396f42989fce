/**
 * A set of small whole numbers (ids of words, tags, relations), made once and asked for every token: a bit a number, where a `Set` would
 * hash. Whatever is added later is not in it.
 */
export class Ids extends Set<number> {
  private readonly bits: Int32Array;

  constructor(ids: Iterable<number>) {
    super(ids);
    let most = -1;
    for (const id of this) if (id > most) most = id;
    this.bits = new Int32Array((most >> 5) + 1);
    for (const id of this) this.bits[id >> 5] |= 1 << id;
  }

  override has(id: number): boolean {
    const word = id >>> 5;
    return word < this.bits.length && ((this.bits[word] >>> id) & 1) === 1;
  }
}
