import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";
import { figures } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";

const told = (id: string, published: string, text: string) => read(plainReport(text, { id, published }));

test("a share by which a measure moved is a series of its own, beside the one that says how many there were", async () => {
  const series = figures(
    await stateOf(
      [told("a", "2024-01-20", "Burglaries in Norland fell by 12%. There were 21,300 burglaries in Norland in 2023, the bureau said.")],
      [],
    ),
  );
  expect(series.map((s) => [s.measure, s.points.map((p) => [p.number.words, p.direction])]).sort()).toEqual([
    ["burglaries in Norland", [["21,300", null]]],
    ["change in burglaries in Norland", [["12", "down"]]],
  ]);
});

test("a measure is named without how many there were of it", async () => {
  const series = figures(
    await stateOf(
      [told("a", "2024-01-20", "Road crashes killed 312 people in Norland in 2023, down from 340 in 2022, the bureau said.")],
      [],
    ),
  );
  expect(series.map((s) => s.measure).some((m) => /\d/.test(m))).toBe(false);
  expect(series.flatMap((s) => s.points.map((p) => p.number.words))).toContain("312");
});
