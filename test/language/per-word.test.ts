import { describe, expect, it } from "vitest";
import { PerWord } from "../../src/language/per-word.js";
import { vocabulary } from "../../src/language/vocabulary.js";

describe("a number for each word", () => {
  it("is worked out once, also for words that come late", () => {
    const asked: string[] = [];
    const lengths = new PerWord((word) => {
      asked.push(word);
      return -word.length;
    });
    const first = vocabulary.id("zebrawise");
    for (let k = 0; k < 40_000; k++) vocabulary.id(`late word ${k}`);
    const last = vocabulary.id("quaggalike");
    expect([first, last, first, last].map((id) => lengths.get(id))).toEqual([-9, -10, -9, -10]);
    expect(asked).toEqual(["zebrawise", "quaggalike"]);
  });
});
