import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const types = (text: string) => read(plainReport(text, { published: "2024-11-20" })).events.map((e) => e.type);

test.each([
  "Carjackings have tripled since 2019.",
  "Robbery in the capital was up 19 percent to 3,115.",
  "Shootings in the city are down 20 percent this year, the mayor said.",
  "The number of killings fell for the third year.",
  "There have been 12 bombings in the city since January.",
  "Terrorist attacks killed 87 people in the province in the past twelve months.",
  "Fewer than half of knife attacks are reported to police.",
])("how many there were of a kind is no event: %s", (text) => {
  expect(types(text)).toEqual([]);
});

test.each([
  ["The protests grew on Monday.", "unrest.protest"],
  ["Floods rose on Monday and killed 12 people.", "hazard.flood"],
  ["Two bombings in the city on Monday killed 30 people.", "violence.bombing"],
  ["The attack killed 87 people on Monday.", "violence.attack"],
])("an act that swells or kills many stays one: %s", (text, type) => {
  expect(types(text)).toContain(type);
});

test("robberies that a report has counted are those it tells of further on, with who was killed in them", () => {
  const text = "Ghana recorded 402 armed robberies in 2022. Thirty-one people were killed in the robberies in 2022, police said.";
  expect(types(text)).toEqual([]);
  expect(types("Our drivers no longer report every robbery.")).toEqual([]);
});

test("kidnappings that fell from one year to the next are no kidnapping", () => {
  expect(types("Kidnappings for ransom in the state fell to 112 last year from 187 in 2020, police figures show.")).toEqual([]);
});
