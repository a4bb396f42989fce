import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string) => read(plainReport(text, { published: "2024-11-20" }));

test("what somebody calls an event is a label of it and no event of its own, nor asked for", () => {
  const { events, statements } = reading('The mother called the killings "an execution".');
  expect(events.map((e) => [e.type, e.status])).toEqual([["violence.killing", "occurred"]]);
  expect(statements.filter((s) => s.kind === "label")).toHaveLength(1);
  expect(reading("The president described the protest as a coup attempt.").events.map((e) => e.type)).toEqual(["unrest.protest"]);
});

test("what somebody calls for is still planned", () => {
  expect(reading("Union leaders have called for a strike.").events.map((e) => [e.type, e.status])).toEqual([["unrest.strike", "planned"]]);
});

test("who only plays dead is not", () => {
  const { statements } = reading("The attack killed two men. A third survived by pretending to be dead.");
  expect(statements.flatMap((s) => (s.kind === "toll" ? [[s.effect, s.count.low]] : []))).toEqual([["killed", 2]]);
});

test("how many there were, told in a clause of its own, is a figure", () => {
  const { events, statements } = reading("Groups deplored deaths in custody, which rose from 214 in 2020 to 237 in 2021.");
  expect(events).toEqual([]);
  expect(statements.filter((s) => s.kind === "figure")).toMatchObject([{ count: { low: 237, was: 214 } }]);
});

test.each([
  ["Troops freed 40 hostages, the ministry's spokesman, Ali Haddou, said.", "Ali Haddou"],
  ["Troops freed 40 hostages, Ali Haddou, the ministry's spokesman, said.", "Ali Haddou"],
])("a speaker named twice closes the sentence as one tag: %s", (text, name) => {
  const { attributions, statements } = reading(text);
  expect(attributions.map((a) => a.sourceSpan && text.slice(...a.sourceSpan))).toEqual([name]);
  for (const s of statements) expect(s.attribution, s.kind).toHaveLength(1);
});

test("a flood's missing are the flood's, not those of the house that fell before", () => {
  const text =
    "Floods killed 14 people in Narvia on Monday. Six drowned when a house collapsed in Hale.\n\nThree people are still missing.";
  const { events, statements, lead } = reading(text);
  expect(events.find((e) => e.id === lead)?.type).toBe("hazard.flood");
  expect(statements.flatMap((s) => (s.kind === "toll" && s.effect === "missing" ? [s.event] : []))).toEqual([lead]);
});
