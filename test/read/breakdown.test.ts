import { expect, test } from "vitest";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

/** Tolls in short, smallest first: effect, number (after what it was), who, and whether it is a part of another. */
function short(text: string): readonly string[] {
  return read(reportOf(text, "2024-05-10"))
    .statements.flatMap((s) => (s.kind === "toll" ? [s] : []))
    .sort((a, b) => (a.count.low ?? 0) - (b.count.low ?? 0) || (a.who?.[0] ?? 0) - (b.who?.[0] ?? 0))
    .map((s) => {
      const { low, high, was } = s.count;
      const number = `${was === null ? "" : `${was} to `}${low}${high === low ? "" : "+"}`;
      return `${s.effect} ${number}${s.who ? ` ${text.slice(s.who[0], s.who[1])}` : ""}${s.partOf ? " of all" : ""}`;
    });
}

const BLAST = "The blast killed 17 people in Tessalia.";

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  [`${BLAST} Eight of the dead were women, and five were children, the agency said.`, ["5 children", "8 women"]],
  [`${BLAST} Of the dead, nine were children.`, ["9 children"]],
  [`${BLAST} Of the 17 victims, nine were children, six women and two men.`, ["2 men", "6 women", "9 children"]],
  [`${BLAST} Four of the victims were police officers.`, ["4 police officers"]],
  [`${BLAST} Five of the dead Norwegians were relatives on holiday.`, ["5 relatives"]],
  [`${BLAST} Among the dead was a nurse.`, ["1 nurse"]],
  [`${BLAST} Among the dead were three children and a guard.`, ["1 guard", "3 children"]],
  [`${BLAST} Among the dead were a local imam, Sani Goro, and his daughter, neighbours said.`, ["1 local imam", "1 daughter"]],
  [`${BLAST} Three children were among the dead.`, ["3 children"]],
];

test.each(ROWS)("%s", (text, parts) => {
  expect(short(text)).toEqual([...parts.map((p) => `killed ${p} of all`), "killed 17"]);
});

test("people among those killed are named, whatever is told of them between commas", () => {
  const text = `${BLAST} Among those killed were Muna Jaro, a mother of four, and her son Liban, relatives said.`;
  expect(short(text)).toEqual(["killed 1 Muna Jaro of all", "killed 1 son of all", "killed 17"]);
});

test("a word for harm counts nobody twice who is told of with another", () => {
  expect(short("Flash floods kill 17 in northern Tessalia, dozens missing")).toEqual(["killed 17", "missing 24+"]);
});

test("whoever says that others died is not who died", () => {
  expect(short(`${BLAST} One soldier, who gave his name only as Hussein, said three of his comrades died in the blast.`)).toEqual([
    "killed 3 comrades of all",
    "killed 17",
  ]);
});

test("people hurt in a second clause are counted with those that they include", () => {
  const text = "A worker was killed and at least 27 others, including six policemen, were injured when police fired tear gas shells.";
  expect(short(text)).toEqual(["killed 1 worker", "injured 6 policemen of all", "injured 27+"]);
});

test("a toll that moved keeps what it was, however the earlier one is called", () => {
  expect(short("The death toll from an attack on a hotel rose to 21 from an earlier toll of 12, the minister said.")).toEqual([
    "killed 12 to 21",
  ]);
  expect(short("The flood struck Tessalia. The number of dead rose to six, from five.")).toEqual(["killed 5 to 6"]);
  expect(short("The flood struck Tessalia. The ministry put the number of injured at 516.")).toEqual(["injured 516"]);
});

test("the number of an agency's update is no toll", () => {
  expect(short("UPDATE 3-Death toll in Tessalia hotel attack climbs to 21; siege over")).toEqual(["killed 21"]);
});

test("none is a number too", () => {
  expect(short("A bomb went off at the gate. There were no casualties.")).toEqual(["affected 0 casualties"]);
  expect(short("There were no deaths in the blast.")).toEqual(["killed 0"]);
});

test("those let go are not all who were taken", () => {
  const text = "Gunmen have released 11 of the 34 pupils who were abducted from a school last month.";
  expect(short(text)).toEqual(["released 11", "abducted 34 pupils"]);
});

test("patients with wounds are hurt, and not the crews that treat them", () => {
  expect(short("Crews were treating five patients with gunshot wounds after a shooting.")).toEqual(["injured 5"]);
});

test("people moved to camps are evacuated", () => {
  expect(short("About 6,000 people had been moved to three camps after the flood.")).toEqual(["evacuated 6000"]);
});

test("what has been done ever since is no toll of today's act", () => {
  const taken = "Gunmen abducted 34 pupils in Tessalia on 7 May.";
  expect(short(`${taken} More than 800 students have been kidnapped in the country since December, according to a charity.`)).toEqual([
    "abducted 34 pupils",
  ]);
  expect(short("The attack on Monday, the deadliest since 2014, killed 12 people.")).toEqual(["killed 12"]);
});

test("victims of whom nothing says what befell them are not broken down", () => {
  const text = "Of the 51 victims, 38 were men and 13 were women, according to the bulletin. Nineteen were stabbed.";
  expect(short(text).filter((t) => /men/.test(t))).toEqual([]);
});

test("somebody's own brother is a brother", () => {
  expect(short(`${BLAST} His own brother, a guard, was among the dead.`)).toEqual(["killed 1 brother of all", "killed 17"]);
});

test("a share stands behind the verb too, and behind one that is the whole", () => {
  expect(short("At least 34 people were killed, 11 of them children, when a bomb went off in Gao.")).toContain("killed 11 children of all");
  expect(short("The attack wounded eight people, two of them passers-by, officials said.")).toContain("injured 2 passers-by of all");
  expect(short("The governor said 34 people were killed, all of them civilians, and 11 of them children.")).toContain(
    "killed 11 children of all",
  );
});

test("who is told of behind two numbers is of the last", () => {
  const tolls = (text: string) =>
    read(reportOf(text)).statements.flatMap((s) => (s.kind === "toll" && s.partOf !== null ? [`${s.effect} ${s.count.low}`] : []));
  expect(tolls("Five people were killed and 30 others were wounded, including four children, in the blast.")).toEqual(["injured 4"]);
  expect(tolls("Three men were killed and 12 others injured, among them a priest, in a bombing.")).toEqual(["injured 1"]);
  expect(tolls("Twelve people, including a nurse, were killed and 30 wounded in the blast.")).toEqual(["killed 1"]);
});
