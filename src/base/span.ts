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
