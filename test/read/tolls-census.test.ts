import { expect, test } from "vitest";
import { findAll } from "../../src/read/index.js";
import {
  Census,
  type Counted,
  countedBy,
  figuresOf,
  type Gathering,
  gatheringOf,
  packSigns,
  sumsOf,
  unpackSigns,
} from "../../src/read/tolls/census.js";
import { FIGURES } from "../../src/read/tolls/mention-figures.js";
import { chiefAccount } from "../../src/read/tolls/reckon.js";
import { signsOf } from "../../src/read/tolls/weigh.js";
import { toldOf } from "../../src/read/tolls.js";
import { commonSigns, growPersons, learnSigns } from "../../src/read/train/census.js";
import { reportOf } from "../support/report.js";

const SURE = 9;
const one = (dead: boolean, odds: number): Counted => ({ dead, n: 1, odds, less: 0 });
const likeliest = (sums: Float64Array): number => sums.indexOf(Math.max(...sums));

function gathered(text: string): Gathering {
  const found = findAll(reportOf(text), "assertions");
  const account = chiefAccount(found, toldOf(found));
  if (!account) throw new Error("counts nobody");
  return gatheringOf(signsOf(found), account);
}

const AGAIN = gathered("A man was shot in Elm Street on Monday. The man was taken to a clinic after he was shot.");
const ANOTHER = gathered("A man was shot in Elm Street on Monday. Another man was shot in Oak Lane.");
const CASES = Array.from({ length: 60 }, (_, n) => ({
  gathering: n % 2 ? ANOTHER : AGAIN,
  gold: { killed: 0, injured: n % 2 ? 2 : 1 },
}));
const NO_TREES = { features: FIGURES, base: 0, trees: [] };

test("phrases that tell of people anew add up, and who is told of again adds nothing", () => {
  expect(likeliest(sumsOf([one(true, SURE), one(true, -SURE), one(true, SURE)], 0))).toBe(2);
  expect(sumsOf([one(true, 0), one(true, 0)], 0).slice(0, 3)).toEqual(Float64Array.of(0.25, 0.5, 0.25));
});

test('"four people were shot, one of whom died": the number holds the dead where it is likely to', () => {
  const four = { dead: false, n: 4, odds: SURE, less: 0.9 };
  expect(likeliest(sumsOf([four], 1))).toBe(3);
  expect(likeliest(sumsOf([four], 0))).toBe(4);
  const census = new Census([one(true, SURE), four]);
  expect(census.of(1, 3)[2]).toBeGreaterThan(census.of(1, 4)[2]);
  expect(census.of(0, 4)[2]).toBeLessThan(census.of(1, 3)[2]);
});

test("from sums alone it is learned who is somebody else, and the weights survive packing", () => {
  const learned = learnSigns(CASES, commonSigns(CASES));
  for (const w of [learned, unpackSigns(packSigns(learned))]) {
    const sums = (g: Gathering): Float64Array => sumsOf(countedBy(g, w, NO_TREES), 0);
    expect(likeliest(sums(ANOTHER))).toBe(2);
    expect(likeliest(sums(AGAIN))).toBe(1);
  }
});

test("trees learn the same beside weights that say nothing", () => {
  const none = { rows: new Map<number, number>(), weights: [], scale: 1 };
  const odds = CASES.map((c) => c.gathering.people.all.map(() => ({ anew: 0, less: 0 })));
  const trees = growPersons(CASES, odds);
  expect(likeliest(sumsOf(countedBy(ANOTHER, none, trees), 0))).toBe(2);
  expect(likeliest(sumsOf(countedBy(AGAIN, none, trees), 0))).toBe(1);
});

test("every question about a phrase has one answer", () => {
  const odds = AGAIN.people.all.map(() => ({ anew: 0, less: 0 }));
  expect(odds.length).toBeGreaterThan(1);
  expect(figuresOf(AGAIN, odds).map((x) => x.length)).toEqual(odds.map(() => FIGURES.length));
});
