import type { Terms } from "./terms.js";

/** In how many of some bags each term stands. A table by hand: it is asked hundreds of times for every pair of reports. */
export class Counts {
  private ids: Uint32Array;
  private counts: Uint8Array;
  private held = 0;

  constructor(bags: readonly Terms[]) {
    const room = 2 ** Math.ceil(Math.log2(2 * Math.max(...bags.map((bag) => bag.ids.length), 8)));
    this.ids = new Uint32Array(room);
    this.counts = new Uint8Array(room);
    for (const { ids } of bags) for (const id of ids) this.add(id);
  }

  of(id: number): number {
    return this.counts[this.placeOf(id)];
  }

  /** Terms are hashes already: their low bits say where they stand, or as near behind as there was room. */
  private placeOf(id: number): number {
    const { ids, counts } = this;
    const mask = ids.length - 1;
    let place = id & mask;
    while (counts[place] !== 0 && ids[place] !== id) place = (place + 1) & mask;
    return place;
  }

  private add(id: number): void {
    const place = this.placeOf(id);
    if (this.counts[place]++ > 0) return;
    this.ids[place] = id;
    if (++this.held * 2 > this.ids.length) this.widen();
  }

  private widen(): void {
    const { ids, counts } = this;
    this.ids = new Uint32Array(2 * ids.length);
    this.counts = new Uint8Array(2 * ids.length);
    for (let k = 0; k < ids.length; k++) {
      if (counts[k] === 0) continue;
      const place = this.placeOf(ids[k]);
      this.ids[place] = ids[k];
      this.counts[place] = counts[k];
    }
  }
}
