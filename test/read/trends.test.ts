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

const tolls = (text: string) =>
  read(plainReport(text, { published: "2024-11-20" })).statements.flatMap((s) => (s.kind === "toll" ? [s.count.low] : []));

test.each([
  "Police in the state killed 703 people in 2023, a drop of 19 percent from 871 in 2022.",
  "Road crashes killed 4,748 people in 2023, 1.6 percent more than a year before and the highest number since records began.",
  "At least 1,703 civilians were killed in air strikes last year, a 52% increase on 2022.",
  "About 44,400 people died of gunshot wounds in 2023, down from 46,728 in 2022.",
  "The country recorded 612 stabbings last year, compared with 577 in 2022.",
])("people harmed over a year that is set beside another are no toll, and what harmed them is no event: %s", (text) => {
  expect(tolls(text)).toEqual([]);
  expect(types(text)).toEqual([]);
});

test.each([
  ["The bombing killed 703 people in 2003, and was the deadliest attack in the country since 1995.", 703],
  ["A gunman killed 58 people in Arlen in 2017, more than in any other shooting.", 58],
  ["An earthquake killed 2,300 people in 2012.", 2300],
])("a single act keeps its toll, whatever it is set beside: %s", (text, n) => {
  expect(tolls(text)).toContain(n);
});

test("a report of statistics goes on with them until it tells of an act on its day", () => {
  const text =
    "Police recorded 612 murders in 2023, up 8 percent from 566 a year earlier. The rise in stabbings worries doctors. " +
    "Over 100 children were killed. On Sunday a bus overturned near Arlen and 26 people died.";
  expect(types(text)).toEqual(["hazard.accident"]);
  expect(tolls(text)).toEqual([26]);
});

test("robberies that a report has counted are those it tells of further on, with who was killed in them", () => {
  const text = "Ghana recorded 402 armed robberies in 2022. Thirty-one people were killed in the robberies in 2022, police said.";
  expect(types(text)).toEqual([]);
  expect(types("Our drivers no longer report every robbery.")).toEqual([]);
});

test("kidnappings that fell from one year to the next are no kidnapping", () => {
  expect(types("Kidnappings for ransom in the state fell to 112 last year from 187 in 2020, police figures show.")).toEqual([]);
});

test("a year's dead are not those of the crash that the report tells further on, however little it tells of them", () => {
  const text =
    "Road crashes killed 4,748 people in the country in 2023, 1.6 percent more than a year before. " +
    "The worst single crash came on 8 August, when a bus overturned near Arlen and 26 people died.";
  expect(tolls(text)).toEqual([26]);
});
