import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** What is read of a sentence: "type status" and "role=words" of each event. */
function told(text: string): readonly string[] {
  const r = read(plainReport(text, { published: "2012-05-14" }));
  return r.events.map((e) => [`${e.type} ${e.status}`, ...e.roles.map((f) => `${f.role}=${r.report.text.slice(...f.span)}`)].join("; "));
}

type Row = readonly [sentence: string, ...events: readonly string[]];

const FIGHTING: readonly Row[] = [
  ["A patrol came under fire near Delgar.", "violence.attack occurred; target=A patrol"],
  ["The convoy came under attack from rebels.", "violence.attack occurred; perpetrator=rebels; target=The convoy"],
  ["A patrol was fired upon by gunmen in Delgar.", "violence.attack occurred; target=A patrol; perpetrator=gunmen"],
  ["A gunman fired inside a church.", "violence.attack occurred; perpetrator=A gunman"],
  ["Fighting broke out in Delgar.", "violence.clash occurred"],
  ["Two rockets landed in the old quarter.", "violence.shelling occurred; weapon=Two rockets"],
  ["Their jeep hit a landmine.", "violence.bombing occurred; target=Their jeep; weapon=a landmine"],
  ["The village was burnt to the ground by militiamen.", "violence.arson occurred; target=The village; perpetrator=militiamen"],
  ["A blast tore through a temple in Delgar. Nobody claimed the attack.", "violence.bombing occurred"],
];

const TAKEN: readonly Row[] = [
  ["Two nurses were captured by rebels.", "violence.abduction occurred; victim=Two nurses; perpetrator=rebels"],
  ["Six soldiers were taken prisoner by the insurgents.", "violence.abduction occurred; victim=Six soldiers; perpetrator=the insurgents"],
  ["Rebels detained four monitors.", "violence.abduction occurred; perpetrator=Rebels; victim=four monitors"],
  ["Pirates are holding 21 sailors.", "violence.abduction ongoing; perpetrator=Pirates; victim=21 sailors"],
  ["Troops captured three rebels.", "security.arrest occurred; authority=Troops; defendant=three rebels"],
];

const FIGURES: readonly string[] = [
  "The minister fired back at his critics on Wednesday.",
  "The spring show is an explosion of colour.",
  "Her election is a coup for the reformers.",
  "The team was under siege for most of the second half.",
  "The bill was killed in committee.",
  "The rebels hold him responsible for the delay.",
];

test.each([...FIGHTING, ...TAKEN])("is read as it is told: '%s'", (sentence, ...events) => {
  expect(told(sentence)).toEqual(events);
});

test.each(FIGURES)("tells of no violence: '%s'", (sentence) => {
  expect(told(sentence).filter((e) => e.startsWith("violence") || e.startsWith("hazard"))).toEqual([]);
});

test("what a court punishes somebody for has happened, by the verb or by its noun", () => {
  expect(told("A court jailed two men for bombing a market.")).toContain("violence.bombing occurred; target=a market; perpetrator=two men");
  expect(told("The officer was found guilty of murdering a motorist.")).toContain(
    "violence.killing occurred; victim=a motorist; perpetrator=The officer",
  );
});

test("acts done with one bomb are one bombing", () => {
  expect(told("A farmer stepped on a mine planted by rebels. He had stepped on the mine near a well.")).toHaveLength(1);
});

test("a strike that is threatened has not begun", () => {
  expect(told("The unions threatened to strike.")).toEqual(["unrest.strike threatened"]);
});
