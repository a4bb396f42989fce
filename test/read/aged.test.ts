import { expect, test } from "vitest";
import type { Event, Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2023-06-15" }));
const event = (r: Reading, type: Event["type"]): Event => {
  const found = r.events.find((e) => e.type === type);
  expect(found, `no ${type} in ${r.report.text}`).toBeDefined();
  return found as Event;
};
const fillers = (text: string, type: Event["type"], role: string): readonly string[] => {
  const r = reading(text);
  return event(r, type)
    .roles.filter((f) => f.role === role)
    .map((f) => r.report.text.slice(f.span[0], f.span[1]));
};

test("whose age stands before a verb is whom the verb tells of", () => {
  const opened = "Two students dead, six wounded after 16-year-old opens fire at school in Ohio";
  expect(fillers(opened, "violence.attack", "perpetrator")).toEqual(["16-year-old"]);
  const held = "Man held after woman, 82, dies in house fire in Hull";
  expect(fillers(held, "hazard.fire", "victim")).toEqual(["woman"]);
  const listed = "Ann Reeve, 15, and Tom Reeve, 17, died in a crash in Hull on Monday.";
  expect(fillers(listed, "hazard.accident", "victim")).toEqual(["Ann Reeve", "Tom Reeve"]);
});

test("an execution that is halted did not come to be, and who was put to death was put to death", () => {
  expect(event(reading("An appeals court halted the execution of Leon Guthrie on Monday."), "justice.execution").status).toBe(
    "not-occurred",
  );
  expect(event(reading("A judge postponed the trial of two men in Leeds."), "justice.trial").status).toBe("planned");
  expect(fillers("Stokes was the second inmate put to death in Oklahoma this year.", "justice.execution", "authority")).toEqual([]);
});

test("magistrates before whom somebody appears are no defendants", () => {
  expect(fillers("Leo Marsh will appear before Leeds magistrates on Saturday.", "justice.trial", "defendant")).toEqual(["Leo Marsh"]);
  expect(fillers("Leo Marsh will appear before Leeds magistrates on Saturday.", "justice.trial", "authority")).toEqual([
    "Leeds magistrates",
  ]);
});

test("who is named between commas behind an office is the one who speaks", () => {
  const r = reading("Oke's lawyer, Chief Adewale Cole, SAN, said two men were arrested in Kano on Monday.");
  expect(r.attributions.map((a) => r.actors.find((o) => o.id === a.source)?.name)).toEqual(["Adewale Cole"]);
});

test("what is proved beyond doubt is not doubted", () => {
  const r = reading("The prosecution proved beyond reasonable doubt that the governor stole the money.");
  expect(r.attributions.map((a) => a.stance)).not.toContain("doubts");
});
