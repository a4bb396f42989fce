import { describe, expect, it } from "vitest";
import { featuresOfSums, OF_SUMS, type Sum } from "../../src/views/sums.js";
import { type Believed, together, type Weighed } from "../../src/views/weighing.js";

const asked = (count: number, injured: boolean, sums: readonly Sum[]): Record<string, number> =>
  Object.fromEntries(featuresOfSums(count, injured, sums).map((x, i) => [OF_SUMS[i], x]));

/** On Monday one paper has one dead and four hurt; on Tuesday two have two dead and three hurt. */
const sums: readonly Sum[] = [
  { day: 100, killed: 1, injured: 4 },
  { day: 101, killed: 2, injured: 3 },
  { day: 101, killed: 2, injured: 3 },
];

describe("how a count stands to what reports say in sum", () => {
  it("is said by two of three, by all of the last day, and together with one number of the hurt", () => {
    expect(asked(2, false, sums)).toMatchObject({
      "latest sum": 1,
      "earliest sum": 0,
      "share of sums of the last day": 1,
      "behind the commonest pair": 0,
      "behind the commonest sum": 0,
      "sums above": 0,
    });
    expect(asked(2, false, sums)["share of sums"]).toBeCloseTo(2 / 3);
    expect(asked(2, false, sums)["share of late sums"]).toBeGreaterThan(2 / 3);
  });

  it("is behind where fewer say it, and earlier", () => {
    expect(asked(4, true, sums)).toMatchObject({
      "latest sum": 0,
      "earliest sum": 1,
      "behind the commonest pair": -1,
      "sums below": 2 / 3,
    });
  });

  it("stands to nothing where no report says anything, and takes undated reports for old ones", () => {
    expect(featuresOfSums(1, false, [])).toEqual(OF_SUMS.map(() => -1));
    const undated = [{ day: null, killed: 3, injured: 0 }, sums[1]];
    expect(asked(3, false, undated)["share of late sums"]).toBeLessThan(0.5);
    expect(asked(3, false, undated)["share of sums of the last day"]).toBe(0);
  });
});

describe("beliefs in the dead and the hurt together", () => {
  const believed = (counts: Readonly<Record<number, number>>): readonly Believed[] =>
    Object.entries(counts).map(([count, belief]) => ({ count: Number(count), belief, supports: [] }));
  const dead = believed({ 0: 0.45, 1: 0.55 });
  const hurt = believed({ 4: 0.48, 5: 0.52 });
  const weighed = (injured: boolean, said: readonly Sum[]): Weighed => ({ injured, sums: said }) as unknown as Weighed;
  const best = (all: readonly Believed[]): number => all.reduce((a, b) => (b.belief > a.belief ? b : a)).count;

  it("prefers a pair that reports say to one that nobody says", () => {
    const said = [
      { day: 1, killed: 0, injured: 5 },
      { day: 2, killed: 1, injured: 4 },
    ];
    expect([best(together(dead, hurt, weighed(false, said))), best(together(hurt, dead, weighed(true, said)))]).toEqual([1, 4]);
  });

  it("adds up to one, and leaves beliefs as they are where no report says a sum", () => {
    expect(together(dead, hurt, weighed(false, sums)).reduce((sum, c) => sum + c.belief, 0)).toBeCloseTo(1);
    expect(together(dead, hurt, weighed(false, []))).toEqual(dead);
  });
});
