import { expect, test } from "vitest";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

const of = (text: string) => {
  const reading = read(reportOf(text, "2024-05-10"));
  const words = (span: readonly [number, number] | null): string => (span ? text.slice(span[0], span[1]) : "");
  return {
    ...reading,
    /** Remarks with their stance. */
    said: reading.statements.flatMap((s) =>
      s.kind === "remark" ? [`${reading.attributions.find((a) => a.id === s.attribution[0])?.stance}: ${words(s.span)}`] : [],
    ),
    /** Events with their fillers of one role. */
    with: (role: string) =>
      reading.events.map((e) => `${e.type}: ${e.roles.flatMap((r) => (r.role === role ? [words(r.span)] : [])).join(", ")}`),
    tolls: reading.statements.flatMap((s) => (s.kind === "toll" ? [`${s.effect} ${s.count.low}`] : [])),
  };
};

const NEXT: readonly (readonly [string, readonly string[]])[] = [
  [
    "The union condemned the offer and called on drivers to stay home.",
    ["alleges: condemned the offer", "proposes: called on drivers to stay home"],
  ],
  ["Ms Vane has denied wrongdoing and says the case is political.", ["denies: denied wrongdoing", "asserts: the case is political"]],
  ["The club praised its fans and criticised the referee.", ["asserts: praised its fans", "alleges: criticised the referee"]],
  ["The ministry condemned the ruling, calling it illegal.", ["alleges: condemned the ruling", "asserts: calling it illegal"]],
  [
    "Lawyers welcomed the verdict but warned that it would take years to enforce.",
    ["asserts: welcomed the verdict", "expects: that it would take years to enforce"],
  ],
  ["The dean promised new lamps and said the gate would stay shut.", ["asserts: promised new lamps", "asserts: the gate would stay shut"]],
  ["He admitted the mistake but denied copying the text.", ["asserts: admitted the mistake", "denies: denied copying the text"]],
  [
    "The judge said the clerk had been careless and accused her of contempt.",
    ["asserts: the clerk had been careless", "alleges: accused her of contempt"],
  ],
];

test.each(NEXT)("what a speaker says next is a remark of its own: %s", (text, said) => {
  expect(of(text).said).toEqual(said);
});

const BEHIND: readonly (readonly [string, string])[] = [
  ["The protests began in March after a canopy at the station collapsed, killing two people.", "hazard.collapse"],
  ["Villagers left after rebels from the hills burned their huts.", "violence.arson"],
  ["The mayor resigned in April after protesters from the port stormed his office.", "violence.attack"],
  ["The envoy denied any role after students marched to the embassy on Wednesday.", "unrest.protest"],
];

test.each(BEHIND)("an act told behind 'after' is read, wherever its subject ends: %s", (text, type) => {
  expect(of(text).events.map((e) => `${e.type} ${e.status}`)).toContain(`${type} occurred`);
});

test("ages are nobody who was hurt or held", () => {
  expect(of("Two boys aged 15 and 16 were arrested on Tuesday.").with("defendant")).toEqual(["security.arrest: Two boys"]);
  expect(of("Soldiers shot three men aged between 19 and 25.").with("victim")).toEqual(["violence.attack: three men"]);
  expect(of("Among the dead were two children, aged four and seven, who drowned in the flood.").with("victim").join()).not.toMatch(
    /four|seven|dead/,
  );
});

test("who tells of an act was not hurt in it", () => {
  const text = "Seven people were killed when a tram derailed near Lund on Wednesday, the transport police and fire crews said.";
  expect(of(text).with("victim")).toEqual(["hazard.accident: Seven people"]);
});

test("the dead are who the sentence says they were", () => {
  const text = "A drone strike killed six men on Sunday. Elders said the dead were shepherds.";
  expect(of(text).with("victim").join()).toContain("shepherds");
});

test("who is taken and then killed is killed by another act", () => {
  const text =
    "Rebels seized two priests near Goma on Monday. The driver was shot in the leg. In 2017, two surveyors were kidnapped and killed in Kasai.";
  const killing = of(text).events.find((e) => e.type === "violence.killing");
  expect(killing?.roles.filter((r) => r.role === "victim").map((r) => text.slice(...r.span))).toEqual(["two surveyors"]);
});

test("a second count in the present goes with its own word", () => {
  const text = "At least 34 people have died and nine are missing after two days of rain caused flooding in Moldova, officials said.";
  expect(of(text).tolls).toEqual(["killed 34", "missing 9"]);
});

test("a noun that looks back has the sense in which it was told", () => {
  const text = "A drone strike killed six men in Yemen on Sunday. Elders asked why the strike was carried out.";
  expect(of(text).events.map((e) => e.type)).toEqual(["violence.shelling"]);
  expect(of("Teachers walked out on Monday. The strike closed schools.").events.map((e) => e.type)).toEqual(["unrest.strike"]);
});

test("a pit where coal is dug is no weapon, and soldiers who raid a house rob nobody", () => {
  expect(of("A coal mine blast in Oyo killed four. The blast was caused by gas.").events.map((e) => e.type)).toEqual(["hazard.explosion"]);
  expect(of("A land mine blast killed two soldiers.").events.map((e) => e.type)).toEqual(["violence.bombing"]);
  expect(of("Security forces raided a house in Lome on Monday.").events.map((e) => e.type)).toEqual(["security.raid"]);
});

const BLAMED: readonly (readonly [string, string])[] = [
  ["A bomb killed four in Herat on Monday. The governor blamed the Taliban for the bombing.", "the Taliban"],
  ["Gunmen attacked a post in Shabwa, killing four. The army blamed the Red Front for the attack.", "the Red Front"],
  ["Rebels were blamed for the ambush near the village, in which nine people were killed.", "Rebels"],
  ["The attack on the convoy was blamed on the Red Front.", "the Red Front"],
];

test.each(BLAMED)("who is blamed for an act is its doer on the word of who blames: %s", (text, doer) => {
  const reading = of(text);
  expect(reading.events.flatMap((e) => e.roles.flatMap((r) => (r.role === "perpetrator" ? [text.slice(...r.span)] : [])))).toContain(doer);
  const stances = reading.statements.flatMap((s) =>
    s.kind === "event" ? s.attribution.map((id) => reading.attributions.find((a) => a.id === id)?.stance) : [],
  );
  expect(stances).toContain("alleges");
});

test("an act is told by the words that say it, not by a mention in passing before them", () => {
  const text = "The cause of the blast was not known. Nobody slept. The blast destroyed a workshop in Lagos on Monday.";
  const told = of(text).statements.filter((s) => s.kind === "event");
  expect(told.map((s) => text.slice(...s.evidence))).toEqual(["The blast destroyed a workshop in Lagos on Monday"]);
});

const PLACED: readonly (readonly [string, string])[] = [
  ["A U.S. drone strike killed six men in southern Yemen on Sunday.", "Yemen"],
  ["A Pakistan air strike in Iran killed nine people.", "Iran"],
  ["An Iraq bombing killed ten people on Monday.", "Iraq"],
  ["A drone strike killed six men in Yemen on Sunday. Washington says they were fighters. The strike hit a car in Yemen.", "Yemen"],
];

test.each(PLACED)("whose an attack was is not where it was: %s", (text, name) => {
  const reading = of(text);
  expect(reading.events.map((e) => reading.places.find((p) => p.id === e.where)?.name)).toEqual([name]);
});

test("a part of a day is of the day told right behind it, not of the dateline's", () => {
  const text = "KABUL, May 10 - A bomber blew himself up in Kabul during evening prayers on Wednesday, killing 18 people.";
  const [bombing] = of(text).events;
  expect([bombing.earliest, bombing.latest]).toEqual(["2024-05-08", "2024-05-08"]);
  expect(bombing.roles.map((r) => `${r.role}: ${text.slice(...r.span)}`)).toEqual(["perpetrator: A bomber", "victim: 18 people"]);
});

test("'it happened' looks back at the act, and is told on the word of who says it", () => {
  const reading = of("A man was shot dead at a club in Lund on Sunday. Police said it happened at about 1 a.m.");
  expect(reading.events.map((e) => e.type)).toEqual(["violence.killing"]);
  expect(reading.statements.flatMap((s) => (s.kind === "event" ? [s.attribution.length] : []))).toEqual([0, 1]);
  expect(reading.said).toEqual([]);
});

test("a clause set against one that is told otherwise is a remark of its own", () => {
  const text = "The agency said 197 girls remain captive, though it is not known how many of them are alive.";
  expect(of(text).said).toEqual(["asserts: though it is not known how many of them are alive"]);
});
