import { describe, expect, it } from "vitest";
import { ById } from "../../src/language/by-id.js";
import { normOf } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { Spellings } from "../../src/language/spellings.js";
import { vocabulary } from "../../src/language/vocabulary.js";
import { SHAPE_CAPITAL, SHAPE_LOWER } from "../../src/language/workspace.js";

describe("spellings", () => {
  it("give a word its norm and shape, the first time and again, and tell apart what differs in a letter's case", () => {
    const text = "Police told police";
    const spellings = new Spellings();
    const [norm, shape] = [new Int32Array(2), new Uint8Array(2)];
    for (let round = 0; round < 2; round++) {
      spellings.read(text, 0, 6, 0, norm, shape);
      spellings.read(text, 12, 18, 1, norm, shape);
      expect([...norm].map((id) => vocabulary.of(id))).toEqual(["police", "police"]);
      expect([...shape]).toEqual([SHAPE_CAPITAL, SHAPE_LOWER]);
    }
  });

  it("hold more words than there was room for at first", () => {
    const words = Array.from({ length: 9000 }, (_, k) => `w${k.toString(36)}x`);
    const doc = analyse(words.join(" "));
    expect(Array.from({ length: doc.length }, (_, i) => normOf(doc, i)).join(" ")).toBe(words.join(" "));
    const again = analyse(words[17]);
    expect(again.norm[0]).toBe(doc.norm[17]);
  });
});

it("a table by id knows what it was given, and nothing of words that came later", () => {
  const [rebel, army] = ["rebel", "army"].map((w) => vocabulary.id(w));
  const table = new ById([
    [rebel, "group"],
    [army, ""],
  ]);
  expect([table.get(rebel), table.get(army), table.has(army)]).toEqual(["group", "", true]);
  const later = vocabulary.id("a word that nobody used before");
  expect([table.get(later), table.has(later)]).toEqual([undefined, false]);
});
