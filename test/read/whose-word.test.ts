import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

/** Remarks in short: the words, who says so and how. */
function remarks(text: string): readonly string[] {
  const found = read(plainReport(text));
  return found.statements.flatMap((s) => {
    if (s.kind !== "remark") return [];
    const by = found.attributions.find((a) => a.id === s.attribution[0]);
    return [`${by?.sourceSpan ? text.slice(...by.sourceSpan) : "?"} ${by?.stance}: ${text.slice(...s.span)}`];
  });
}

test.each([
  "A bomb went off at the gate but nobody was hurt.",
  "Gunmen have released 11 of the 34 pupils who were abducted from a school last month.",
  "Gunmen blasted their way into the Hilltop Hotel with two car bombs on Friday evening before opening fire.",
  "Security forces fired back at the gunmen, who were holed up on the top floor.",
])("nobody says anything in %j", (text) => {
  expect(read(plainReport(text)).attributions).toEqual([]);
});

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ["The union said Thursday it would meet again.", ["The union asserts: it would meet again"]],
  ["The judge fired back that the video showed otherwise.", ["The judge asserts: that the video showed otherwise"]],
  [
    "A man who identified himself as Captain Sano said the army had dissolved parliament.",
    ["Sano asserts: the army had dissolved parliament"],
  ],
  ["The measure now goes to President Paul Bano, who has said he will sign it.", ["who asserts: he will sign it"]],
  [
    "The governor, Musa Dano, declared a state of emergency in four districts and flew over the area by helicopter.",
    ["Musa Dano asserts: declared a state of emergency in four districts"],
  ],
  [
    "Norway and Chile condemned the plan, which was the costliest since the president took office in May.",
    ["Norway and Chile alleges: condemned the plan"],
  ],
  [
    "The ministry is considering longer terms for people who sell knives.",
    ["The ministry proposes: considering longer terms for people who sell knives"],
  ],
  ["Judges rejected the argument that Reese had been under a spell.", ["Judges asserts: the argument that Reese had been under a spell"]],
  ['"I pushed him down and he never got up," she said.', ["she asserts: I pushed him down and he never got up"]],
  [
    "Police fired rubber bullets to disperse thousands of workers demanding a hike in wages on Friday.",
    ["workers proposes: demanding a hike in wages on Friday"],
  ],
  ["Half of the wells are dry, according to the children's charity Save Our Schools.", []],
];

test.each(ROWS)("%s", (text, said) => {
  expect(remarks(text)).toEqual(said);
});

test("a speaker's word against a link does not deny what he says next", () => {
  const text = '"It is not related to the march at all. It appears to be some kind of personal argument," he said.';
  expect(remarks(text).map((r) => r.split(":")[0])).toEqual(["he denies", "he asserts"]);
});

/** Events in short: type, status, and who is in which role. */
function events(text: string): readonly string[] {
  const found = read(plainReport(text));
  return found.events.map((e) =>
    [`${e.type} ${e.status}`, ...e.roles.map((r) => `${r.role}=${text.slice(...(r.span ?? [0, 0]))}`)].join(" "),
  );
}

test.each([
  ["The opposition has threatened to challenge the law in court.", "policy.law planned"],
  ["The kidnappers marched the students into the bush.", null],
  ["In 2015 a court lifted a ban on street begging.", null],
  ["Last year judges struck down a law against vagrancy.", null],
  ["Twelve of the dead were buried on Sunday.", null],
  ["A fourth defendant walked free.", "justice.release occurred defendant=A fourth defendant"],
  ["The aunt testified for an hour.", "justice.trial occurred"],
  ["Three men jailed over nightclub murders", "justice.sentence occurred offence=nightclub murders defendant=Three men"],
])("%s", (text, expected) => {
  const told = events(text);
  if (expected === null) expect(told).toEqual([]);
  else if (expected.startsWith("policy")) expect(told.filter((e) => e.startsWith("violence"))).toEqual([]);
  else expect(told).toEqual([expected]);
});

test("a bill to ban something is no ban yet", () => {
  expect(events("Parliament is debating a bill to ban fireworks.").filter((e) => e.startsWith("policy.ban"))).toEqual([]);
});

test("who was convicted before is convicted", () => {
  expect(events("Jamal Reese was ordered to serve 31 years after being convicted of two counts of murder.")).toContain(
    "justice.conviction occurred defendant=Jamal Reese offence=two counts of murder",
  );
});

test("who answers for a murder is not who was murdered", () => {
  const text = "Callum Dunne, 19, was stabbed to death in Paisley. A 17-year-old boy was convicted of his murder in May.";
  const victims = events(text).flatMap((e) => (e.startsWith("violence") ? [e] : []));
  expect(victims).toEqual(["violence.killing occurred victim=Callum Dunne perpetrator=A 17-year-old boy"]);
});

test.each([
  ["A powerful earthquake struck the province of Heraz, leaving at least 120 dead, informed the spokesman, Nisar Rahimo.", "Nisar Rahimo"],
  ["The government of Guinea-Bissau said it had foiled a coup.", "The government"],
])("%s", (text, source) => {
  const found = read(plainReport(text));
  expect(found.attributions.map((a) => (a.sourceSpan ? text.slice(...a.sourceSpan) : null))).toEqual([source]);
});

test("what was heard is told with who heard it, and is no remark besides", () => {
  expect(remarks("Gunfire was heard near the palace until 9 a.m., residents said.")).toEqual([]);
});

test("how long somebody must serve is not how long since", () => {
  const text = "Jamal Reese was ordered to serve a minimum of 31 years after being convicted of two counts of murder.";
  const found = read(reportOf(text, "2024-05-10"));
  expect(found.events.filter((e) => e.type === "justice.conviction").map((e) => e.latest)).toEqual(["2024-05-10"]);
});

test("a tabloid cages who a court jails", () => {
  expect(events("Builder Shane Locke, 31, was caged for 14 years.")[0]).toContain("justice.sentence occurred");
});

test.each([
  ["Gunmen free 11 abducted pupils in Tessalia", "justice.release occurred perpetrator=Gunmen victim=11 abducted pupils"],
  ["Court jails 3 for fraud", "justice.sentence occurred authority=Court defendant=3 offence=fraud"],
  ["Bomb wounds 12 at market in Tessalia", "violence.bombing occurred weapon=Bomb victim=12"],
])("the verb of a headline: %s", (text, expected) => {
  expect(events(text)).toContain(expected);
});
