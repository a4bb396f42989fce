import type { Dates } from "./dating.js";

/** A mention of an event that has its days. */
export interface Dated {
  readonly token: number;
  /** Which event, in the order of the report. */
  readonly order: number;
  readonly dates: Dates;
}

/** Mentions of dated events of one part, in the order of the text. */
export class Timeline {
  private readonly all: Dated[] = [];

  add(mention: Dated): void {
    this.all.splice(this.firstFrom(mention.token, mention.order), 0, mention);
  }

  /** The last mention before a token; of several events' at one token the first event's. */
  lastBefore(token: number): Dated | null {
    let k = this.firstFrom(token, -1) - 1;
    while (k > 0 && this.all[k - 1].token === this.all[k].token) k--;
    return this.all[k] ?? null;
  }

  private firstFrom(token: number, order: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const m = this.all[middle];
      if (m.token < token || (m.token === token && m.order < order)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
