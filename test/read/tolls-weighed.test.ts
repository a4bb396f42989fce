import { expect, test } from "vitest";
import { logOdds } from "../../src/base/forest.js";
import { findAll } from "../../src/read/index.js";
import { Census } from "../../src/read/tolls/census.js";
import { cluesOf } from "../../src/read/tolls/clues.js";
import { DENSE, denseRows } from "../../src/read/tolls/dense.js";
import { likeliest } from "../../src/read/tolls/reckon.js";
import type { Sheet, Told } from "../../src/read/tolls/sheet.js";
import { KINDS, kindOf, likelihoods, packWording, saidOfPair, unpackWording, wordsOf } from "../../src/read/tolls/wording.js";
import { commonWords, learnWording } from "../../src/read/train/wording.js";
import { boostChoice } from "../../src/resolve/train/boost.js";
import { reportOf } from "../support/report.js";

const GROWN = { trees: 20, rate: 0.3, leaves: 4, fewest: 2, l2: 1 };

/** Choices of two rows each: right is the row whose two figures are equal, which neither figure says alone; the first is posed twice. */
const PAIRS = [
  [
    [0, 0],
    [0, 1],
  ],
  [
    [1, 0],
    [1, 1],
  ],
  [
    [0, 1],
    [1, 1],
  ],
  [
    [0, 0],
    [1, 0],
  ],
] as const;
const CHOICES = Array.from({ length: 40 }, (_, n) => PAIRS[Math.max(0, (n % 5) - 1)]);

test("trees of a choice learn what two figures say only together", () => {
  const rows = CHOICES.flat();
  const groups = CHOICES.map((rs, n) => [2 * n, 2 * n + 2, 2 * n + rs.findIndex(([a, b]) => a === b)] as const);
  const forest = boostChoice(["a", "b"], rows, groups, new Float64Array(rows.length), GROWN);
  for (const [p, q] of PAIRS) expect(logOdds(forest, p) > logOdds(forest, q)).toBe(p[0] === p[1]);
});

const told = (n: number, strength: number, sentence: number): Told => ({
  n,
  strength,
  near: 2,
  place: sentence === 0 ? 2 : 0,
  sentence,
  further: false,
  anaphoric: false,
  single: n === 1,
  aside: false,
});

/** One dead; three hurt by a plain word, or nobody. */
const SHEET: Sheet = {
  sentences: 5,
  killed: [told(1, 2, 0)],
  injured: [told(3, 2, 2), told(3, 2, 4)],
  figures: {
    killed: [{ v: 1, by: ["now", "told"], told: [told(1, 2, 0)] }],
    injured: [
      { v: 0, by: ["none"], told: [] },
      { v: 3, by: ["told"], told: [told(3, 2, 2), told(3, 2, 4)] },
    ],
  },
  cues: { hurt: 1 },
  clues: { acts: 4, deaths: 0, ordinal: 0, victims: 0, backDead: 0, backHurt: 3, back: 0, murders: 1, attempts: 0 },
  besides: [0, 0, 0],
  gathered: { dead: 1, deadAgain: 0, deadInHeadline: 1, hurtInHeadline: 0, apart: [0, 0, 0], open: [0, 0, 0] },
};

/** By the report's words alone, every kind of pair is as likely as every other. */
const EVEN = new Float64Array(KINDS).fill(1 / KINDS);
const ROWS = denseRows(SHEET, { killed: [1], injured: [1, 0.5], pairs: [2, 1.5] }, EVEN, new Census([]));
const asked = (row: (typeof ROWS)[number], name: string): number => row.x[DENSE.indexOf(name)];

test("every question has one answer, and pairs come the likeliest first", () => {
  expect(ROWS.map((row) => row.x.length)).toEqual([DENSE.length, DENSE.length]);
  expect(ROWS.map((row) => row.pair)).toEqual([0, 1]);
  expect(ROWS.map((row) => asked(row, "score behind"))).toEqual([-0.5, 0.5]);
});

test("a number passed over by plain words is known, and one told twice", () => {
  expect(ROWS.map((row) => asked(row, "injured plain over"))).toEqual([2, 0]);
  expect(ROWS.map((row) => asked(row, "injured sentences"))).toEqual([0, 2]);
  expect(ROWS.map((row) => asked(row, "injured behind headline"))).toEqual([-9, -9]);
  expect(ROWS.map((row) => asked(row, "killed behind headline"))).toEqual([0, 0]);
});

test("a number that the report gives away is met or missed by so many, and nothing where it gives none", () => {
  expect(ROWS.map((row) => asked(row, "total behind acts"))).toEqual([-3, 0]);
  expect(ROWS.map((row) => asked(row, "injured behind hurt told back"))).toEqual([-3, 0]);
  expect(ROWS.map((row) => asked(row, "killed behind murders"))).toEqual([0, 0]);
  expect(ROWS.map((row) => asked(row, "killed behind deaths"))).toEqual([-9, -9]);
});

test("a report gives numbers away by what it calls the act, by who comes last, by who is looked back at and by what was charged", () => {
  const given = (text: string) => cluesOf(findAll(reportOf(text), "assertions"));
  expect(given("Police are investigating a triple shooting in Ashford.").acts).toBe(3);
  expect(given("It was the town's second double homicide this year.").deaths).toBe(2);
  expect(given("A fourth victim walked into a clinic.").ordinal).toBe(4);
  expect(given("Both were taken to a hospital in stable condition.").backHurt).toBe(2);
  expect(given("The two men were pronounced dead at the scene.").backDead).toBe(2);
  const charged = given("Dan Roe faces two counts of murder and three counts of attempted murder.");
  expect([charged.murders, charged.attempts]).toEqual([2, 3]);
});

test("trees may overturn what the linear scorer says, and only by enough", () => {
  const lift = (value: number) => ({
    features: DENSE,
    base: 0,
    trees: [
      {
        feature: [DENSE.indexOf("injured plain over"), -1, -1],
        threshold: [0, 0, 0],
        left: [1, -1, -1],
        right: [2, -1, -1],
        value: [0, value, 0],
      },
    ],
  });
  const ahead = ROWS[0].score - ROWS[1].score;
  expect(ahead).toBeGreaterThan(0);
  expect(likeliest(ROWS, lift(ahead - 0.1))).toBe(0);
  expect(likeliest(ROWS, lift(ahead + 0.1))).toBe(1);
});

test("words at large tell one from several, survive packing, and know no names", () => {
  const wordsIn = (text: string): readonly number[] => {
    const { doc, partOf } = findAll(reportOf(text), "analyse");
    return [...wordsOf(doc, partOf)];
  };
  const both = wordsIn("Both victims were taken to a clinic.");
  const one = wordsIn("The victim was taken to a clinic.");
  const cases = Array.from({ length: 80 }, (_, n) => ({
    words: n % 2 ? both : one,
    gold: { killed: 0, injured: n % 2 ? 2 : 1 },
  }));
  const learned = learnWording(cases, commonWords(cases));
  const packed = unpackWording(packWording(learned));
  for (const w of [learned, packed]) {
    const p = likelihoods(both, w);
    expect(p[kindOf(0, 2)]).toBeGreaterThan(p[kindOf(0, 1)]);
    expect(saidOfPair(p, 0, 2)[0]).toBeGreaterThan(saidOfPair(p, 0, 1)[0]);
    expect(likelihoods(one, w)[kindOf(0, 1)]).toBeGreaterThan(likelihoods(one, w)[kindOf(0, 2)]);
  }
  const names = (person: string): readonly number[] => [...wordsIn(`Police named ${person} as the driver.`)].sort();
  expect(names("Jane Roe")).toEqual(names("Ann Brekke"));
  const sorted = (text: string): readonly number[] => [...wordsIn(text)].sort();
  expect(sorted("A 24-year-old clerk and two drivers fled.")).toEqual(sorted("A 31-year-old clerk and 2 drivers fled."));
  expect(sorted("The clerk and two drivers fled.")).not.toEqual(sorted("The clerk and three drivers fled."));
});
