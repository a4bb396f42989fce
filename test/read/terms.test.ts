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
const roles = (text: string, type: Event["type"], role: string): readonly string[] => {
  const r = reading(text);
  return event(r, type)
    .roles.filter((f) => f.role === role)
    .map((f) => r.report.text.slice(f.span[0], f.span[1]));
};
const penalties = (text: string): readonly string[] => roles(text, "justice.sentence", "penalty");
const sentenced = (text: string): readonly string[] => roles(text, "justice.sentence", "defendant");

test("everybody whom one breath sentences is sentenced, each to a term of their own", () => {
  const told: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["Carl Boone was jailed for six years and Leo Marsh to four.", ["Carl Boone", "Leo Marsh"], ["six years", "four"]],
    ["Carl Boone was jailed for six years and Leo Marsh for four.", ["Carl Boone", "Leo Marsh"], ["six years", "four"]],
    ["Carl Boone, 33, got 16 years and his cousin Leo Marsh 12.", ["Carl Boone", "his cousin Leo Marsh"], ["16 years", "12"]],
    [
      "Ana Ruiz was sentenced to five years and her two sons to two years each.",
      ["Ana Ruiz", "her two sons"],
      ["five years", "two years each"],
    ],
  ];
  for (const [text, who, terms] of told) {
    expect(sentenced(text), text).toEqual(who);
    expect(penalties(text), text).toEqual(terms);
  }
});

test("a term that somebody is given, handed or awarded sentences them", () => {
  expect(penalties("The brothers were given eight years each.")).toEqual(["eight years each"]);
  expect(sentenced("The brothers were given eight years each.")).toEqual(["The brothers"]);
  expect(penalties("Boone was given 12 years in prison for robbery.")).toEqual(["12 years in prison"]);
  expect(penalties("Dev Lal had been awarded life imprisonment in 2017.")).toEqual(["life imprisonment"]);
  expect(penalties("Boone must serve a minimum of 22 years.")).toEqual(["a minimum of 22 years"]);
  expect(penalties("Tunde Oke was jailed for seven years without an option of fine.")).toEqual(["seven years"]);
  expect(penalties("It sentenced Dev Lal to imprisonment for 25 years.")).toEqual(["imprisonment for 25 years"]);
});

test("years that nobody is sent down for are no sentence", () => {
  const texts = [
    "The workers got two years of back pay.",
    "He had been given six months to live.",
    "The coach was given a three-year contract.",
    "The judge gave Boone two weeks to pay the fine.",
  ];
  for (const text of texts) expect(reading(text).events.map((e) => e.type)).not.toContain("justice.sentence");
  expect(penalties("Boone was jailed for defrauding clients over three years.")).toEqual([]);
  expect(penalties("Boone was sentenced two years after the raid.")).toEqual([]);
});

test("a court that changes a term is its authority, and what it makes of it the penalty", () => {
  const commuted = "The High Court commuted the death sentence of Ravi Gond to life imprisonment.";
  expect(penalties(commuted)).toEqual(["life imprisonment"]);
  expect(sentenced(commuted)).toEqual(["Ravi Gond"]);
  expect(roles("The appeals court upheld the 12-year term handed to the former minister.", "justice.sentence", "authority")).toEqual([
    "The appeals court",
  ]);
  const overturned = "The Court of Appeal overturned a 12-year term given to a former bank manager.";
  expect(roles(overturned, "justice.acquittal", "authority")).toEqual(["The Court of Appeal"]);
  expect(roles(overturned, "justice.acquittal", "defendant")).toEqual(["a former bank manager"]);
  expect(sentenced(overturned)).toEqual(["a former bank manager"]);
  const aside = "The Supreme Court set aside the conviction of Ravi Gond.";
  expect(roles(aside, "justice.acquittal", "defendant")).toEqual(["Ravi Gond"]);
});

test("what somebody faces may come to be", () => {
  const r = reading("Carl Boone faces up to 10 years in prison if convicted.");
  expect(event(r, "justice.sentence").status).toBe("possible");
  expect(penalties("Carl Boone faces up to 10 years in prison if convicted.")).toEqual(["up to 10 years in prison"]);
});

test("a fine is the sum, with whatever sign it is written", () => {
  expect(penalties("A court in Leeds fined the firm £500,000.")).toEqual(["£500,000"]);
  expect(penalties("Bamoke Ventures was fined N200 million.")).toEqual(["N200 million"]);
  expect(penalties("Boone was fined $2 million.")).toEqual(["$2 million"]);
  expect(sentenced("The court fined Boone Sh5 million.")).toEqual(["Boone"]);
});

test("who is named beside an office, or with Mr or Ms, is the one who is accused", () => {
  const defendant = (text: string, type: Event["type"]): readonly (string | undefined)[] => {
    const r = reading(text);
    return event(r, type)
      .roles.filter((f) => f.role === "defendant")
      .map((f) => r.actors.find((a) => a.id === f.actor)?.name);
  };
  expect(defendant("Ms Harte was arrested at her home on Monday.", "security.arrest")).toEqual(["Harte"]);
  expect(defendant("His accomplice, Mr Tunde Bello, was jailed for seven years.", "justice.sentence")).toEqual(["Tunde Bello"]);
  const aside = "A court convicted a former governor of Kogara State, Chief Bola Oke, of money laundering.";
  expect(defendant(aside, "justice.conviction")).toEqual(["Bola Oke"]);
  expect(roles(aside, "justice.conviction", "offence")).toEqual(["money laundering"]);
});

test("whom somebody orders or urges says nothing", () => {
  expect(sentenced("Boone was ordered to serve at least 22 years.")).toEqual(["Boone"]);
  const r = reading("Residents were urged to leave the town after a fire broke out on Monday.");
  const speakers = r.attributions.map((a) => r.actors.find((o) => o.id === a.source)?.name ?? null);
  expect(speakers).not.toContain("Residents");
});

test("no fewer than so many are so many, whoever they are suspected to be", () => {
  const text = "Gunmen suspected to be kidnappers abducted no fewer than 14 passengers of a bus in Kaduna on Monday.";
  const r = reading(text);
  expect(event(r, "violence.abduction").status).toBe("occurred");
  expect(roles(text, "violence.abduction", "perpetrator")).toEqual(["Gunmen"]);
  expect(roles(text, "violence.abduction", "victim")).toEqual(["no fewer than 14 passengers"]);
  const toll = r.statements.find((s) => s.kind === "toll");
  expect(toll?.kind === "toll" && toll.count.low).toBe(14);
  expect(toll?.attribution).toEqual([]);
});

test("who is flown to a hospital is not evacuated", () => {
  const types = (text: string): readonly string[] => reading(text).events.map((e) => e.type);
  expect(types("A man was stabbed in Leeds on Monday and airlifted to hospital.")).not.toContain("movement.evacuation");
  expect(types("The army airlifted 200 villagers from the flooded valley to Kaduna.")).toContain("movement.evacuation");
});
