import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

const reading = (text: string): Reading => read(reportOf(text));

/** Tolls in short: effect, count, who and whose word, "of" the count that they are a part of. */
function tolls(text: string): readonly string[] {
  const { statements, attributions } = reading(text);
  const all = statements.flatMap((s) => (s.kind === "toll" ? [s] : []));
  return all
    .map((t) => {
      const by = attributions.find((a) => a.id === t.attribution[0])?.sourceSpan ?? null;
      const whole = all.find((o) => o.id === t.partOf)?.count.low ?? null;
      const who = t.who ? ` ${text.slice(...t.who)}` : "";
      const was = t.count.was === null ? "" : ` was ${t.count.was}`;
      return `${t.effect} ${t.count.low}${was}${who}${whole === null ? "" : ` of ${whole}`}${by ? ` by ${text.slice(...by)}` : ""}`;
    })
    .sort();
}

const types = (text: string): readonly string[] => reading(text).events.map((e) => e.type);

function links(text: string): readonly string[] {
  const r = reading(text);
  const name = (id: string): string => r.events.find((e) => e.id === id)?.type ?? "";
  return r.events.flatMap((e) => e.links.map((l) => `${e.type} ${l.relation} ${name(l.to)}`));
}

test("a storm that bears a name is a storm, and the tolls told of it are its own", () => {
  expect(tolls("Anita Rao said on Thursday that 26 people had died in Cyclone Maya, up from 17 a day earlier.")).toEqual([
    "killed 26 was 17 by Anita Rao",
  ]);
  expect(types("The toll from Hurricane Odile climbed to 29 on Friday.")).toEqual(["hazard.storm"]);
});

test("a sinking and a ferry disaster are accidents; ground and heart sink too", () => {
  expect(types("Police held the owner over Sunday's sinking off Masbate, in which at least 33 people died.")).toContain("hazard.accident");
  expect(types("The death toll in a ferry disaster in the central Philippines has risen to 33.")).toContain("hazard.accident");
  expect(types("Relatives recalled a sinking feeling as they waited at the port.")).not.toContain("hazard.accident");
});

test("who moves a toll says it, whatever stands for the toll", () => {
  const flood = "Floods struck Odisha on Tuesday. ";
  expect(tolls(`${flood}The government had earlier put the toll at 29, and later revised it to 24.`)).toEqual([
    "killed 24 by The government",
    "killed 29 by The government",
  ]);
  expect(tolls(`${flood}The relief commissioner cut the toll to 24 from 29.`)).toEqual(["killed 24 was 29 by The relief commissioner"]);
  expect(tolls(`${flood}The army revised down its count of the dead to 12.`)).toEqual(["killed 12 by The army"]);
  expect(
    tolls("A ferry sank off Masbate on Sunday. The Coast Guard lowered the number of dead in the ferry sinking off Masbate from 41 to 38."),
  ).toEqual(["killed 38 was 41 by Coast Guard"]);
  expect(tolls("The minister on Tuesday revised the toll of last week's riot in Kisumu from two to six.")).toEqual([
    "killed 6 was 2 by The minister",
  ]);
});

test("what moves a toll without speaking says nothing, and a rate is no toll", () => {
  const flood = "Floods struck Odisha on Tuesday. ";
  expect(tolls(`${flood}The discovery of nine more bodies raised the toll to 50.`)).toEqual(["killed 50"]);
  expect(tolls(`${flood}Twelve people died. The central bank cut its rate to four per cent.`)).toEqual(["killed 12"]);
});

test("shares of further places stand beside the first, parts of a total where one is told", () => {
  expect(
    tolls("The toll from a cyclone rose to 17. Nine people were killed in Puri, six in Ganjam and two in Khurda, Asha Nanda said."),
  ).toEqual([
    "killed 17",
    "killed 2 in Khurda of 17 by Asha Nanda",
    "killed 6 in Ganjam of 17 by Asha Nanda",
    "killed 9 in Puri of 17 by Asha Nanda",
  ]);
  expect(tolls("Floods killed 17 people in Odisha: nine in Puri and eight in Ganjam.")).toEqual([
    "killed 17",
    "killed 8 in Ganjam of 17",
    "killed 9 in Puri of 17",
  ]);
  expect(
    tolls("Floods hit Brazil on Tuesday. The water killed 12 people in Recife, another four in Olinda and three in the town of Jaboatao."),
  ).toEqual(["killed 12 in Recife", "killed 3 in the town of Jaboatao", "killed 4 in Olinda"]);
  expect(tolls("Floods killed 29 people in Odisha. Fourteen of the dead were from Ganjam, 12 from Puri and three from Khurda.")).toEqual([
    "killed 12 from Puri of 29",
    "killed 14 from Ganjam of 29",
    "killed 29",
    "killed 3 from Khurda of 29",
  ]);
});

test("months and other deeds are no shares of a place", () => {
  expect(tolls("Floods hit Brazil on Tuesday. Ten died in Recife, and the mayor said schools would close in Olinda.")).toEqual([
    "killed 10",
  ]);
  expect(tolls("Floods hit Brazil on Tuesday. Five people died in March and three in April.").join()).not.toContain("in April");
});

test("a number of either dead or missing is the number of neither", () => {
  expect(tolls("The owner was jailed over the sinking of a ferry off Cebu, in which 127 people died or went missing.")).toEqual([]);
  expect(tolls("Six people were killed and four went missing when a ferry capsized off Cebu.")).toEqual(["killed 6", "missing 4"]);
});

test("what a headline is about stands before its colon, and says nothing", () => {
  expect(tolls("Cyclone Maya: 29 dead in Odisha")).toEqual(["killed 29"]);
});

test("a deed at a protest is a part of it, and the protest is not about it", () => {
  expect(links("Police opened fire on demonstrators protesting against a fuel tax in Kisumu on Wednesday, killing four.")).toEqual([
    "violence.attack part-of unrest.protest",
  ]);
  expect(links("Three people were shot dead at a rally in Dhaka on Thursday, hospital officials said.")).toEqual([
    "violence.killing part-of unrest.protest",
  ]);
  expect(links("Thousands protested in Lagos on Thursday over the killing of a trader by police.")).toEqual([
    "unrest.protest about violence.killing",
  ]);
  expect(links("Protesters took to the streets of Lagos on Thursday after police shot dead a trader on Tuesday.")).toContain(
    "unrest.protest about violence.killing",
  );
});

test("a deed recalled with its protest is of the protest's day, not of the court's", () => {
  const r = read({
    ...reportOf(
      "A court in Kisumu on Wednesday convicted a sergeant of murdering Brian Otieno, a student, during last June's protest over a tax.",
    ),
  });
  const deed = r.events.find((e) => e.type === "violence.killing");
  const protest = r.events.find((e) => e.type === "unrest.protest");
  expect(deed?.earliest).toBe(protest?.earliest);
});

test("who is arrested during a flood is no part of it, and the twelve let go are not those who were taken", () => {
  expect(links("Two engineers were arrested on Tuesday during the floods in Assam, police said.")).not.toContain(
    "security.arrest part-of hazard.flood",
  );
  expect(links("A landslide hit the valley during the floods in Assam on Tuesday.")).toContain("hazard.landslide part-of hazard.flood");
  expect(tolls("Kidnappers on Friday freed 12 of the pupils seized from a school in Kaduna state on 3 March.")).toEqual([
    "released 12 pupils",
  ]);
});

test("a nationality and a sort of place are not the place's name", () => {
  const r = reading("A landslide killed 12 people on Tuesday in the Brazilian city of Petrópolis, the mayor said.");
  expect(r.places.map((p) => [r.report.text.slice(...p.span), p.country])).toEqual([["Petrópolis", "BRA"]]);
});
