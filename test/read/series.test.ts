import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Tolls of a text as "effect low who", parts marked. */
function tolls(text: string): readonly string[] {
  const { statements } = read(plainReport(text, { published: "2024-11-20" }));
  return statements
    .flatMap((s) =>
      s.kind === "toll"
        ? [`${s.effect} ${s.count.low}${s.who ? ` ${text.slice(...s.who)}` : ""}${s.partOf === null ? "" : " (part)"}`]
        : [],
    )
    .sort();
}

test("people of one list are each told, with their ages between them", () => {
  expect(tolls("Vorst shot Temba Dlomo, 20, Lena Kumal, 19, and an unnamed 17-year-old on 3 May.")).toEqual([
    "injured 1 Lena Kumal",
    "injured 1 Temba Dlomo",
    "injured 1 unnamed 17-year-old",
  ]);
  expect(tolls("He shot dead his wife, 34, his two sons, aged 6 and 9, and a neighbour.")).toEqual([
    "killed 1 neighbour",
    "killed 1 wife",
    "killed 2 sons",
  ]);
  expect(tolls("Ali Karam, 34, Sara Hadin, 28, and their daughter Nora, 5, were killed by a shell.")).toHaveLength(3);
});

test("who is told by a name beside a noun is one, and who speaks behind a list is none of it", () => {
  expect(tolls("The attack killed his wife, Ana Karam, and two sons.")).toEqual(["killed 1 wife", "killed 2 sons"]);
  expect(tolls("The attack killed two soldiers, and a spokesman said it would be avenged.")).toEqual(["killed 2 soldiers"]);
});

test("a share of those counted is a part of them, wherever it breaks off the clause", () => {
  expect(tolls("Nine people, two of them civilians, were killed in the attack.")).toEqual(["killed 2 civilians (part)", "killed 9"]);
  expect(tolls("The attack killed 12 people, three of them police officers, and wounded 30.")).toEqual([
    "injured 30",
    "killed 12",
    "killed 3 police officers (part)",
  ]);
  expect(tolls("Six suspects had been arrested, among them a former pupil of the school.")).toEqual([
    "arrested 1 former pupil (part)",
    "arrested 6 suspects",
  ]);
});

test("most of a crowd is not one", () => {
  expect(tolls("Most of the plotters were arrested.")).toEqual([]);
});
