import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const tolls = (text: string): readonly string[] =>
  read(plainReport(text, { published: "2024-05-14" })).statements.flatMap((s) =>
    s.kind === "toll" && s.partOf === null ? [`${s.effect} ${s.count.low}`] : [],
  );

test.each([
  ["a limb stands for who has it", "A bullet struck the knee of a girl at a park in Tarn on Monday.", ["injured 1"]],
  ["ages count nobody twice", "Two girls, 10 and 12, were wounded when a gunman opened fire in Tarn.", ["injured 2"]],
  ["a bare number before an adverb", "A shooting in Tarn on Monday left three dead and one seriously injured.", ["killed 3", "injured 1"]],
  ["a number in a headline", "3 killed, 1 seriously injured in Tarn crash", ["killed 3", "injured 1"]],
])("%s: %s", (_, text, expected) => {
  expect(tolls(text)).toEqual(expected);
});

test("what is so each year is no toll of the act", () => {
  expect(tolls("A gunman wounded two people in Tarn on Monday. Shootings kill dozens of children each year.")).toEqual(["injured 2"]);
});
