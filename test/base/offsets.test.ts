import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identity, OffsetMapBuilder } from "../../src/base/offsets.js";

describe("an offset map", () => {
  it("leads plain words home, character for character", () => {
    const map = new OffsetMapBuilder();
    map.add(5, 10);
    map.add(3, 20);
    const built = map.build();
    expect(built.home(0)).toBe(10);
    expect(built.home(4)).toBe(14);
    expect(built.home(5)).toBe(20);
    expect(built.homeSpan([3, 7])).toEqual([13, 22]);
  });

  it("leads a replaced character to all of its source", () => {
    const map = new OffsetMapBuilder();
    map.add(4, 0);
    map.add(1, 4, 5); // "&amp;"
    map.add(4, 9);
    const built = map.build();
    expect(built.homeSpan([4, 5])).toEqual([4, 9]);
    expect(built.homeSpan([0, 9])).toEqual([0, 13]);
    expect(built.home(5)).toBe(9);
  });

  it("of a text that is its source leads every position to itself", () => {
    expect(identity.homeSpan([3, 8])).toEqual([3, 8]);
  });

  it("never turns the order of positions round", () => {
    const run = fc.record({
      length: fc.integer({ min: 1, max: 6 }),
      gap: fc.integer({ min: 0, max: 4 }),
      taken: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 20 }), (runs) => {
        const map = new OffsetMapBuilder();
        let [at, length] = [0, 0];
        for (const { length: n, gap, taken } of runs) {
          at += gap;
          map.add(n, at, taken);
          at += taken;
          length += n;
        }
        const built = map.build();
        for (let k = 1; k < length; k++) expect(built.home(k)).toBeGreaterThanOrEqual(built.home(k - 1));
        expect(built.homeSpan([0, length])[1]).toBe(at);
      }),
      { seed: 7 },
    );
  });
});
