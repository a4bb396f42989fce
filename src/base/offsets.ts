import type { Span } from "./span.js";

/**
 * Leads every position of a made text back to where it came from. Made of runs: a plain run has as many code units in the text as in
 * the source, a replaced run ("&amp;", collapsed white space) stands for its source as a whole. Not a diff: the maker of the text
 * says where each run came from.
 */
export interface OffsetMap {
  /** Where the code unit at `offset` of the text begins in the source. */
  home(offset: number): number;
  /** The stretch of the source that a span of the text came from. */
  homeSpan(span: Span): Span;
}

/** The text is the source: every position leads to itself. */
export const identity: OffsetMap = { home: (offset) => offset, homeSpan: (span) => span };

/** Collects runs in the order of the text. */
export class OffsetMapBuilder {
  /** First code unit of each run: in the text, in the source; how many code units of the source it takes. */
  private readonly at: number[] = [];
  private readonly from: number[] = [];
  private readonly taken: number[] = [];
  private length = 0;

  /** `length` code units of the text stand for `sourceLength` of the source, from `sourceStart`. */
  add(length: number, sourceStart: number, sourceLength: number = length): void {
    if (length === 0) return;
    const last = this.at.length - 1;
    const plain = length === sourceLength;
    const lastPlain = last >= 0 && this.taken[last] === this.length - this.at[last];
    if (plain && lastPlain && this.from[last] + this.taken[last] === sourceStart) this.taken[last] += length;
    else {
      this.at.push(this.length);
      this.from.push(sourceStart);
      this.taken.push(sourceLength);
    }
    this.length += length;
  }

  /** Takes back the last `count` code units of the text: spaces at the end of a line. */
  trim(count: number): void {
    this.length -= count;
    while (this.at.length > 0 && this.at[this.at.length - 1] >= this.length) {
      this.at.pop();
      this.from.pop();
      this.taken.pop();
    }
    const last = this.at.length - 1;
    if (last >= 0) this.taken[last] = Math.min(this.taken[last], Math.max(this.length - this.at[last], 0)) || this.taken[last];
  }

  build(): OffsetMap {
    return new Runs(Int32Array.from(this.at), Int32Array.from(this.from), Int32Array.from(this.taken), this.length);
  }
}

class Runs implements OffsetMap {
  constructor(
    private readonly at: Int32Array,
    private readonly from: Int32Array,
    private readonly taken: Int32Array,
    private readonly length: number,
  ) {}

  home(offset: number): number {
    if (this.at.length === 0) return 0;
    if (offset >= this.length) return this.endOf(this.length - 1);
    const run = this.runAt(offset);
    return this.isPlain(run) ? this.from[run] + (offset - this.at[run]) : this.from[run];
  }

  homeSpan(span: Span): Span {
    if (span[1] <= span[0]) return [this.home(span[0]), this.home(span[0])];
    return [this.home(span[0]), this.endOf(span[1] - 1)];
  }

  /** One past the source of the code unit at `offset`. */
  private endOf(offset: number): number {
    const run = this.runAt(offset);
    return this.isPlain(run) ? this.from[run] + (offset - this.at[run]) + 1 : this.from[run] + this.taken[run];
  }

  private isPlain(run: number): boolean {
    const end = run + 1 < this.at.length ? this.at[run + 1] : this.length;
    return end - this.at[run] === this.taken[run];
  }

  private runAt(offset: number): number {
    let lo = 0;
    let hi = this.at.length - 1;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if (this.at[mid] <= offset) lo = mid;
      else hi = mid - 1;
    }
    return lo;
  }
}
