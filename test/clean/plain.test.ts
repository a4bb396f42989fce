import { describe, expect, it } from "vitest";
import { datelineOf } from "../../src/clean/dateline.js";
import { partsOfText } from "../../src/clean/plain.js";

function parts(text: string, title: string | null = null): string[] {
  return partsOfText(text, title).parts.map(({ span, part }) => `${part}: ${text.slice(...span).trim()}`);
}

describe("a plain text", () => {
  it("without marks of any kind is all body", () => {
    expect(parts("Five people died on Monday, police said.\nThe road is shut.")).toEqual([
      "body: Five people died on Monday, police said.\nThe road is shut.",
    ]);
  });

  it("has a headline where its first line stands apart and is no sentence", () => {
    expect(parts("Two dead in quarry blast\n\nA blast killed two men.")).toEqual([
      "headline: Two dead in quarry blast",
      "body: A blast killed two men.",
    ]);
    expect(parts("Two men died in a blast.\n\nThey were brothers.")).toHaveLength(1);
  });

  it("has a headline where its first line says the given title", () => {
    expect(parts("Two dead in quarry blast.\nA blast killed two men.", "Two dead in quarry blast")[0]).toBe(
      "headline: Two dead in quarry blast.",
    );
  });

  it("ends in pointers to other stories, which are no part of this one", () => {
    const text = "A court jailed two men.\nHeavy snow fell in the north, according to a May 4 ... more\nREAD MORE: Bridge closed";
    expect(parts(text)).toEqual([
      "body: A court jailed two men.",
      "teaser: Heavy snow fell in the north, according to a May 4 ... more\nREAD MORE: Bridge closed",
    ]);
  });

  it("leaves out what was wrong in another version of it", () => {
    expect(parts("A wall fell on two men.\nAn earlier version of this story said that three were hurt.")).toEqual([
      "body: A wall fell on two men.",
      "furniture: An earlier version of this story said that three were hurt.",
    ]);
  });

  it("tells captions from their credits", () => {
    const text =
      "Image copyright Jo Marsh Image caption Divers searched the lake\nDivers found a car.\nThe car is lifted out. (Photo: Jo Marsh)";
    expect(parts(text)).toEqual([
      "furniture: Image copyright Jo Marsh Image caption",
      "caption: Divers searched the lake",
      "body: Divers found a car.",
      "caption: The car is lifted out.",
      "furniture: (Photo: Jo Marsh)",
    ]);
  });

  it("names who wrote it, where a line says nothing else", () => {
    const text = "By Ana Ruiz and Bo Li\nA wall fell on Sunday.\nBy Monday it was built again.";
    expect(partsOfText(text, null).byline).toBe("Ana Ruiz and Bo Li");
    expect(parts(text)).toEqual(["furniture: By Ana Ruiz and Bo Li", "body: A wall fell on Sunday.\nBy Monday it was built again."]);
  });

  it("keeps buttons and notices out of the story", () => {
    const text = "Police shot a bear.\nRead or Share this story: http://x.example\nCopyright 2016 Coast Herald. All rights reserved.";
    expect(parts(text).map((p) => p.split(":")[0])).toEqual(["body", "furniture"]);
  });

  it("is covered by its parts from its first to its last character", () => {
    const text = "\n\nOSLO (NTB) — A man fell.\n\nShare\n";
    const { parts: all } = partsOfText(text, null);
    expect(all[0].span[0]).toBe(0);
    expect(all.at(-1)?.span[1]).toBe(text.length);
    for (let k = 1; k < all.length; k++) expect(all[k].span[0]).toBe(all[k - 1].span[1]);
  });
});

const STORY =
  "A ferry with forty people on board ran aground near the harbour on Sunday and was pulled free by two tugs in the evening, an officer said.";

describe("a dateline", () => {
  it.each([
    ["SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] REBELS", "SAN SALVADOR, 3 JAN 90 (ACAN-EFE)", "1990-01-03"],
    ["PANAMA CITY (PANAMA), 10 MAY 90 (RADIO UNO) -- [TEXT] THE", "PANAMA CITY (PANAMA), 10 MAY 90 (RADIO UNO)", "1990-05-10"],
    ["BEIRUT (Reuters) - Gunmen", "BEIRUT (Reuters)", null],
    ["BERLIN — A tram", "BERLIN", null],
    ["NAIROBI, Kenya (AP) _ Two", "NAIROBI, Kenya (AP)", null],
    ["FLINT, Mich., Oct. 4, 2016 (UPI) — The", "FLINT, Mich., Oct. 4, 2016 (UPI)", "2016-10-04"],
    ["(CNN) A plane", "(CNN)", null],
    ["Lilongwe, 15 February — Lawmakers", "Lilongwe, 15 February", null],
    ["Herat, 7 October 2023 - A quake", "Herat, 7 October 2023", "2023-10-07"],
  ])("begins %j", (line, words, date) => {
    expect(datelineOf(line)).toMatchObject({ words, date });
  });

  it.each([
    ["Nairobi: ", "Nairobi"],
    ["mombasa/kampala: ", "mombasa/kampala"],
    ["Kampala, March 3: ", "Kampala, March 3"],
    ["ORVATHUR: ", "ORVATHUR"],
    ["NEW ORVATHUR, March 3: ", "NEW ORVATHUR, March 3"],
  ])("begins a story with %j", (line, words) => {
    expect(datelineOf(line + STORY)).toMatchObject({ words, span: [0, line.length] });
  });

  it.each([
    "Nairobi: two held over a theft",
    `Police: ${STORY}`,
    `Kenya: ${STORY}`,
    `Our verdict: ${STORY}`,
    `UPDATE: ${STORY}`,
    `MR ROE: ${STORY}`,
    "ORVATHUR: Six held after a night of clashes in the bazaar",
  ])("ends in no colon in %j", (line) => {
    expect(datelineOf(line)).toBeNull();
  });

  it.each([
    "Police said - again - that the road was shut.",
    "Two men (both from Lima) were held.",
    "In Riga — as in Vilnius — people marched.",
    "THE END",
    "Police: Two men were held.",
    "Ann Roe, 34 – who was there – saw it.",
  ])("is not seen in %j", (line) => {
    expect(datelineOf(line)).toBeNull();
  });
});
