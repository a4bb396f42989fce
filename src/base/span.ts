/** A half-open range `[start, end)` of UTF-16 code units. Not a range of bytes, code points or tokens. */
export type Span = readonly [start: number, end: number];

/** How many code units two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The smallest span that holds both. */
export function join(a: Span, b: Span): Span {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

export function sameSpan(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Orders by start, then the longer first. */
export function bySpan(a: Span, b: Span): number {
  return a[0] - b[0] || b[1] - a[1];
}

export function wordsAt(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

/** Spans to be asked again and again whether one of them overlaps another span or holds it: a step of a halving search each, not a look at all. */
export class SpanIndex {
  private readonly starts: Float64Array;
  /** The furthest end of all spans up to each. */
  private readonly reach: Float64Array;

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a[0] - b[0]);
    this.starts = Float64Array.from(sorted, (s) => s[0]);
    this.reach = Float64Array.from(sorted, (s) => s[1]);
    for (let i = 1; i < sorted.length; i++) this.reach[i] = Math.max(this.reach[i], this.reach[i - 1]);
  }

  overlaps([start, end]: Span): boolean {
    return this.reachBefore(end) > start;
  }

  contains([start, end]: Span): boolean {
    return this.reachBefore(start + 1) >= end;
  }

  /** The furthest end of the spans that start before an offset. */
  private reachBefore(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? Number.NEGATIVE_INFINITY : this.reach[low - 1];
  }
}
