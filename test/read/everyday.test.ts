import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

const readingOf = (text: string): Reading => read(reportOf(text));
const typesOf = (text: string): readonly string[] => readingOf(text).events.map((e) => e.type);
const who = ({ report, events }: Reading, type: string, role: string): readonly string[] =>
  events.flatMap((e) => (e.type === type ? e.roles.filter((x) => x.role === role).map((x) => report.text.slice(...x.span)) : []));
const tollsOf = ({ events, report, statements }: Reading): readonly string[] =>
  statements.flatMap((s) => {
    if (s.kind !== "toll") return [];
    const type = events.find((e) => e.id === s.event)?.type ?? "none";
    return [`${type} ${s.effect} ${s.count.low}${s.who === null ? "" : ` ${report.text.slice(...s.who)}`}`];
  });

test("of two subjects before a verb the one in its clause was shot", () => {
  const r = readingOf("The girl was upset after her 15-year-old cousin was shot in the head with a rubber bullet on Monday.");
  expect(who(r, "violence.attack", "victim")).toEqual(["her 15-year-old cousin"]);
  expect(tollsOf(r)).toEqual(["violence.attack injured 1"]);
});

test("people set ablaze are victims, and burnt to death they are killed in that act", () => {
  const r = readingOf(
    "Mob burns two suspected thieves to death in Lagos. An angry mob on Sunday set two suspected thieves ablaze at a bus stop in Lagos.",
  );
  expect(r.events.map((e) => e.type)).toEqual(["violence.killing"]);
  expect(who(r, "violence.killing", "target")).toEqual([]);
  expect(typesOf("A mob set a police station ablaze in Lagos on Sunday.")).toEqual(["violence.arson"]);
  expect(typesOf("Youths seized the bus and set it on fire in Lagos on Sunday.")).toContain("violence.arson");
});

test("what displaced people is none of them", () => {
  const r = readingOf("More than 190,000 people have been displaced by the rains in Kenya, he said.");
  expect(who(r, "movement.displacement", "victim")).toEqual(["More than 190,000 people"]);
});

test("a distance is nobody's victim", () => {
  const r = readingOf("A man in his 20s was seriously injured in a stabbing half a mile away on Roundhay Road.");
  expect(who(r, "violence.assault", "victim").filter((x) => x.includes("mile"))).toEqual([]);
});

test("a suspect moved to another police department is not let go, and the right to a fair trial is no trial", () => {
  expect(typesOf("The suspect was transferred to the State Investigation Department in Panti on Monday.")).toEqual([]);
  expect(typesOf("They were entitled to a fair trial, he said.")).toEqual([]);
});

test("a crowd's trampling is an accident, a roof fall in a mine a collapse", () => {
  expect(typesOf("Eleven people were trampled to death at a pop concert in Sangju on Monday.")).toEqual(["hazard.accident"]);
  expect(typesOf("Six miners are dead after a roof fall in a coal mine in Dhanbad.")).toEqual(["hazard.collapse"]);
  expect(typesOf("A bricklayer escaped with a broken arm when a tower collapsed in Lagos.")).toEqual(["hazard.collapse"]);
});
