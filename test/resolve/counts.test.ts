import { describe, expect, it } from "vitest";
import { Counts } from "../../src/resolve/counts.js";
import type { Terms } from "../../src/resolve/terms.js";

function bag(ids: readonly number[]): Terms {
  return { ids: Uint32Array.from(ids), counts: new Uint8Array(ids.length).fill(1) };
}

describe("how many bags a term stands in", () => {
  it("is counted for terms that fall on one place, for thousands of them, and is none for others", () => {
    const common = [0, 64, 128, 4_294_967_295, 1 << 20];
    const bags = Array.from({ length: 30 }, (_, k) =>
      bag([...common, ...Array.from({ length: 200 }, (_, t) => 1_000_000 * k + 64 * t + 7)]),
    );
    const counts = new Counts(bags);
    for (const id of common) expect(counts.of(id)).toBe(30);
    for (const { ids } of bags) for (const id of ids.slice(common.length)) expect(counts.of(id)).toBe(1);
    for (const id of [1, 65, 8, 4_294_967_294]) expect(counts.of(id)).toBe(0);
  });

  it("is none where no bag holds anything", () => {
    expect(new Counts([bag([]), bag([])]).of(5)).toBe(0);
  });
});
