import { expect, test } from "vitest";
import type { Event } from "../../src/model/reading.js";
import { findAll, read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

/** Readings of a text whose first line is its headline. */
function headlined(text: string): readonly Event[] {
  const end = text.indexOf("\n\n");
  const parts = [
    { span: [0, end], part: "headline" },
    { span: [end, text.length], part: "body" },
  ] as const;
  return read({ ...reportOf(text), parts }).events;
}

const eventsOf = (text: string, type: string): readonly Event[] => read(reportOf(text)).events.filter((e) => e.type === type);
const words = (text: string, e: Event | undefined): readonly string[] => (e?.mentions ?? []).map(([from, to]) => text.slice(from, to));

test("an appeal to people is no appeal in court", () => {
  expect(eventsOf("We appeal to all Nigerians to help the pupils, the governor said.", "justice.appeal")).toHaveLength(0);
  expect(eventsOf("He appealed to the Supreme Court on Tuesday.", "justice.appeal")).toHaveLength(1);
});

test("who is moved to a prison is not released", () => {
  expect(eventsOf("The pastor was later transferred to a prison.", "justice.release")).toHaveLength(0);
});

test("who flees a building is evacuated, not displaced", () => {
  expect(eventsOf("People fleeing buildings ran into the streets of Gao.", "movement.evacuation")).toHaveLength(1);
});

test("an outlawed body was banned, nobody says when", () => {
  for (const text of ["It bears the marks of the outlawed People's Front.", "He hailed from the now-outlawed Green Brotherhood group."]) {
    const [ban, ...more] = eventsOf(text, "policy.ban");
    expect(more).toHaveLength(0);
    expect([ban?.earliest, ban?.latest, ban?.roles[0]?.role]).toEqual([null, "2016-07-21", "target"]);
  }
});

test("a bare plural that a predicate says goes on is an event, and so are charges that were laid", () => {
  expect(eventsOf("Investigations into what caused the fire are ongoing.", "justice.investigation")).toHaveLength(1);
  expect(eventsOf("Over 1,200 criminal charges were laid following the assaults.", "justice.charge")).toHaveLength(1);
});

test("a verb and the noun of its kind behind 'in' tell of one act", () => {
  const coup = "The general seized power in a bloodless 1993 coup.";
  expect(eventsOf(coup, "violence.coup").map((e) => words(coup, e))).toEqual([["seized power", "coup"]]);
  expect(eventsOf("Some 1,000 youths engaged in scuffles with police.", "violence.clash")).toHaveLength(1);
});

test("bombs that something was attacked with are its weapon", () => {
  const text = "Youths attacked a police station in Gao with petrol bombs on Tuesday.";
  expect(eventsOf(text, "violence.bombing")).toHaveLength(0);
  expect(eventsOf(text, "violence.attack")).toHaveLength(1);
});

test("the headline tells of what the story tells", () => {
  const text = "Man Gets 15 Years For Theft\n\nA man from Gao was sentenced to 15 years in prison on Tuesday. He stole a car.";
  expect(headlined(text).filter((e) => e.type === "justice.sentence")).toHaveLength(1);
});

test("the same people set free, told of in other words, are set free once", () => {
  const text = "Gunmen released 21 pupils on Tuesday, the governor said. The Red Cross said it had transferred the 21 girls to the army.";
  expect(eventsOf(text, "justice.release")).toHaveLength(1);
});

test("where an earlier act was is not where the later one was", () => {
  const text = "The bombing took place a month after gunmen killed four people in the city of Aktobe.";
  const bombing = findAll(reportOf(text), "events").events.find((e) => e.type === "violence.bombing");
  expect(bombing?.where).toBeNull();
});

test("where the act was is not where somebody was sentenced for it", () => {
  const text = "Man Gets 15 Years For Deadly Shooting At Toledo Bar\n\nA man pleaded guilty on Monday and was sentenced to 15 years.";
  expect(headlined(text).flatMap((e) => (e.type === "justice.sentence" ? [e.where] : []))).toEqual([null]);
});

test("a land that has been suffering something suffers it still", () => {
  for (const text of ["Kenya has been suffering a drought.", "Kenya has been experiencing weeks of heavy rain."])
    expect(read(reportOf(text)).events.map((e) => e.status)).toEqual(["ongoing"]);
});

test("what goes on has happened so far, and later mentions in the past do not end it", () => {
  const text = "Snow continues to fall in Erie. The storm brought 34 inches on Monday. The storm closed roads.";
  expect(eventsOf(text, "hazard.storm").map((e) => e.status)).toEqual(["ongoing"]);
});
