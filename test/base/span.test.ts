import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, overlaps, type Span, SpanIndex } from "../../src/base/span.js";

const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]): Span => [start, start + length]);

describe("an index of spans", () => {
  it("says of any span what a look at all of them says", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, asked) => {
        const index = new SpanIndex(spans);
        expect(index.overlaps(asked)).toBe(spans.some((s) => overlaps(s, asked)));
        expect(index.contains(asked)).toBe(spans.some((s) => contains(s, asked)));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
