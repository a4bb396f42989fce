import { describe, expect, it } from "vitest";
import { analyse } from "../../src/language/analyse.js";
import { Phrases } from "../../src/read/names/phrases.js";

describe("phrases", () => {
  const phrases = new Phrases();
  for (let k = 1; k <= 3000; k++) phrases.add(`front ${k} north${k % 7} wing`, k);
  phrases.add("front 12", 5000);

  it("are found among thousands, the longest first", () => {
    const doc = analyse("front 12 north5 wing and front 12 and front 2999 north3 wing and front 2999 north4 wing");
    const found = Array.from({ length: doc.length }, (_, i) => phrases.longestAt(doc, i, doc.length)).filter((f) => f !== null);
    expect(found).toEqual([
      { value: 12, length: 4 },
      { value: 5000, length: 2 },
      { value: 2999, length: 4 },
    ]);
  });
});
