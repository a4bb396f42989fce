import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Policy events of a text published on 12 June 2025, as "type status: measures". */
function policies(text: string): readonly string[] {
  const { events } = read(plainReport(text, { published: "2025-06-12" }));
  return events
    .filter((e) => e.type.startsWith("policy."))
    .map(
      (e) => `${e.type.slice(7)} ${e.status}: ${e.roles.flatMap((r) => (r.role === "measure" ? [text.slice(...r.span)] : [])).join(" / ")}`,
    );
}

const dates = (text: string) => read(plainReport(text, { published: "2025-06-12" })).events.map((e) => [e.type, e.earliest, e.latest]);

test.each([
  ["The government is proposing to double the maximum sentence to 20 years.", "double the maximum sentence to 20 years"],
  ["Ministers have proposed doubling the maximum sentence to four years.", "doubling the maximum sentence to four years"],
  ["The ministry wants to make buyers show ID.", "make buyers show ID"],
  ["The bill would require doctors to report threats.", "require doctors to report threats"],
  ["The minister said the government would abolish permanent permits.", "abolish permanent permits"],
  ["Lawmakers are weighing whether to tax ammunition.", "tax ammunition"],
])("what a proposal would do is its measure, told by an infinitive, a gerund or the bill itself: %s", (text, measure) => {
  expect(policies(text)).toEqual([`proposal planned: ${measure}`]);
});

test("a list of what is proposed is so many measures", () => {
  expect(policies("Proposals include banning the sale of knives, raising the age for buyers to 21 and requiring two papers.")).toContain(
    "proposal planned: banning the sale of knives / raising the age for buyers to 21 / requiring two papers",
  );
});

test.each([
  "Lawmakers rejected a proposal to lower the voting age to 16.",
  "The party withdrew its proposal to scrap special courts.",
  "An amendment to ban rifles was voted down.",
  "A bill to lengthen sentences was shelved in committee last year.",
])("a measure that was turned down or given up has not come about: %s", (text) => {
  expect(policies(text).map((p) => p.split(":")[0])).toEqual(["proposal not-occurred"]);
});

test("a call to withdraw a bill has not withdrawn it", () => {
  expect(policies("The opposition urged the government to withdraw the bill.")[0]).toContain("planned");
});

test("a ban to come is dated by the day from which it holds, and is planned", () => {
  expect(dates("The sale of crossbows is to be banned from September.")).toEqual([["policy.ban", "2025-09-01", "2025-09-30"]]);
  expect(dates("The government will ban the knives from 1 August.")).toEqual([["policy.ban", "2025-08-01", "2025-08-01"]]);
  expect(policies("A law banning the burning of flags takes effect on 1 October.").map((p) => p.split(":")[0])).toEqual([
    "law planned",
    "ban planned",
  ]);
  expect(policies("The council banned the sale of crossbows in May.")).toEqual(["ban occurred: the sale of crossbows"]);
});

test("what a measure is about is no act", () => {
  const types = (text: string) => read(plainReport(text, { published: "2025-06-12" })).events.map((e) => e.type);
  expect(types("The country plans to reinstate the death penalty for murder.")).toEqual(["policy.proposal"]);
  expect(types("The government would bring in a law to bar protests near churches.")).toEqual(["policy.law"]);
  expect(types("Ministers proposed to raise fines after the attack on Monday.")).toContain("violence.attack");
});

test("who thinks little of a bill has not turned it down", () => {
  expect(policies('Labour leader Carol Dunne rejected the bill as "window dressing".').join()).not.toContain("not-occurred");
});

test("a ban is proposed with what it is on", () => {
  expect(policies('The ministry proposed a ban on "zombie-style" knives.')).toContain('proposal planned: a ban on "zombie-style" knives');
});

test("measures that would do other things are two, though both are of guns", () => {
  expect(
    policies(
      "Parliament voted on Thursday to double the sentence for owning an unlicensed gun. A proposal to ban replica guns was rejected.",
    ),
  ).toEqual(["law occurred: double the sentence for owning an unlicensed gun", "proposal not-occurred: ban replica guns"]);
});
