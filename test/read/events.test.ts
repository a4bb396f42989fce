import { expect, test } from "vitest";
import type { Event, Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

function reading(text: string, published = "2021-05-14"): Reading {
  return read(plainReport(text, { published }));
}

const words = (r: Reading, [start, end]: readonly [number, number]): string => r.report.text.slice(start, end);

function event(r: Reading, type: Event["type"]): Event {
  const found = r.events.find((e) => e.type === type);
  expect(found, `no ${type} among ${r.events.map((e) => e.type).join(", ")}`).toBeDefined();
  return found as Event;
}

function fillers(r: Reading, e: Event, role: string): readonly string[] {
  return e.roles.filter((f) => f.role === role).map((f) => words(r, f.span));
}

test("'Militants attacked a checkpoint' has who did it and what it was aimed at", () => {
  const r = reading("Militants attacked a checkpoint near the airport on Tuesday.");
  const e = event(r, "violence.attack");
  expect(fillers(r, e, "perpetrator")).toEqual(["Militants"]);
  expect(fillers(r, e, "target")).toEqual(["a checkpoint"]);
  expect(e.status).toBe("occurred");
  expect([e.earliest, e.latest]).toEqual(["2021-05-11", "2021-05-11"]);
});

test("a passive turns the parties round", () => {
  const r = reading("Two students were kidnapped by armed men on Monday.");
  const e = event(r, "violence.abduction");
  expect(fillers(r, e, "victim")).toEqual(["Two students"]);
  expect(fillers(r, e, "perpetrator")).toEqual(["armed men"]);
});

test("'thwarted' makes the attack foiled, 'planned to' planned, 'threatened to' threatened", () => {
  expect(event(reading("Police thwarted an attack on a church."), "violence.attack").status).toBe("foiled");
  expect(event(reading("The man had planned to attack a church."), "violence.attack").status).toBe("planned");
  expect(event(reading("The group threatened to kill the hostages."), "violence.killing").status).toBe("threatened");
});

test("'the blast' and 'the attack' after 'a car bomb exploded' are mentions of one bombing", () => {
  const r = reading("A car bomb exploded outside a barracks on Monday. The blast killed four soldiers. Nobody has claimed the attack.");
  const bombings = r.events.filter((e) => e.type === "violence.bombing");
  expect(bombings).toHaveLength(1);
  expect(bombings[0].mentions.length).toBeGreaterThanOrEqual(2);
  expect(fillers(r, bombings[0], "victim")).toContain("four soldiers");
});

test("an arrest, a charge and a sentence are events of their own about the act", () => {
  const r = reading("A man stabbed a teacher to death on Sunday. Police arrested a suspect on Monday over the killing.");
  const act = event(r, "violence.killing");
  const arrest = event(r, "security.arrest");
  expect(arrest.links).toContainEqual({ to: act.id, relation: "about" });
  expect(r.lead).toBe(act.id);
});

test("a clearly past event without a date is open at its start and ends with the report", () => {
  const e = event(reading("Rebels ambushed an army convoy."), "violence.attack");
  expect([e.earliest, e.latest]).toEqual([null, "2021-05-14"]);
});

test("'heart attack', 'fire department' and 'shot a film' are no events", () => {
  expect(reading("He suffered a heart attack. The fire department bought a truck. She shot a film.").events).toEqual([]);
});

test("a court's sentence has its authority, defendant and penalty", () => {
  const r = reading("A court sentenced the former minister to six years in prison on Thursday.");
  const e = event(r, "justice.sentence");
  expect(fillers(r, e, "authority")).toEqual(["A court"]);
  expect(fillers(r, e, "defendant")).toEqual(["the former minister"]);
  expect(fillers(r, e, "penalty")[0]).toContain("six years");
});

test("every mention and every filler lies in the text, and reading twice gives the same events", () => {
  const text = "Gunmen opened fire on a market, killing six people. Police said the gunmen fled. A judge jailed one of them for life.";
  const r = reading(text);
  for (const e of r.events) {
    for (const [start, end] of [...e.mentions, ...e.roles.map((f) => f.span)]) expect(words(r, [start, end]).length).toBe(end - start);
  }
  expect(reading(text).events).toEqual(r.events);
});

function links(r: Reading, relation: string): readonly (readonly [string, string])[] {
  const named = (id: string): string => words(r, r.events.find((e) => e.id === id)?.mentions[0] ?? [0, 0]);
  return r.events.flatMap((e) => e.links.filter((l) => l.relation === relation).map((l) => [named(e.id), named(l.to)] as const));
}

test("'in revenge for' and 'in retaliation for' tie an act to the one it answers, whichever stands first", () => {
  const after = reading("Gunmen killed three herders in Barawa on Monday in revenge for an attack on a village last week.");
  expect(links(after, "revenge-for")).toEqual([["killed", "attack"]]);
  const before = reading("In retaliation for the bombing of a mosque, militants attacked a police post in Gao.");
  expect(links(before, "revenge-for")).toEqual([["attacked", "bombing"]]);
});

test("'after' makes what stands before it follow, 'before' what comes after it", () => {
  expect(links(reading("A fire broke out after an earthquake near Lima."), "follows")).toEqual([["fire", "earthquake"]]);
  expect(links(reading("A landslide hit the village before a flood on Monday."), "follows")).toEqual([["flood", "landslide"]]);
});

test("what happens during a riot is part of it; an hour's length is no event", () => {
  expect(links(reading("Two officers were stabbed during a riot in Lyon on Friday."), "part-of")).toEqual([["stabbed", "riot"]]);
  expect(links(reading("Two officers were stabbed during the night in Lyon."), "part-of")).toEqual([]);
});

test("'threatened to bomb' threatens the bombing", () => {
  expect(links(reading("The group threatened to bomb the embassy."), "threatens")).toEqual([["threatened", "bomb"]]);
});

test("an attack of the year before that the report recalls is background, though it is told with 'after'", () => {
  const r = reading(
    "Gunmen attacked a market in Gao on Monday. The attack came a year after rebels bombed a convoy in Timbuktu in May 2020.",
  );
  expect(r.events.map((e) => e.background)).toEqual([false, true]);
});

test("a headline's noun that only names a place is the event told below it", () => {
  const r = reading("Earthquake victims sleep in tents\n\nA strong earthquake destroyed two villages near Lima on Monday, officials said.");
  const quakes = r.events.filter((e) => e.type === "hazard.earthquake");
  expect(quakes).toHaveLength(1);
  expect(quakes[0].mentions.map((m) => words(r, m))).toEqual(["Earthquake", "earthquake"]);
});

test("a market is attacked, an idea is not", () => {
  expect(reading("Rebels attacked a market in Gao on Monday.").events.map((e) => e.type)).toEqual(["violence.attack"]);
  expect(reading("The senator attacked the idea on Monday.").events).toEqual([]);
});

test("an arrest is the news where an act is told only as what the arrested man has to do with", () => {
  const chief = (text: string): string | undefined => {
    const r = read(plainReport(text, { published: "2012-05-14" }));
    return r.events.find((e) => e.id === r.lead)?.type;
  };
  expect(
    chief("Police arrested a rebel in Karak on Sunday. He was wanted for the killing of a trader and an attack on a camp in 2009."),
  ).toBe("security.arrest");
  expect(chief("A trader was shot dead in Karak on Sunday. Police arrested a man over the killing.")).toBe("violence.killing");
});

test("where the police sit is not where they arrest, if the words say where that was", () => {
  const r = read(plainReport("The Delhi Police arrested a clerk at a hotel in Mumbai on Sunday.", { published: "2012-05-14" }));
  const arrest = r.events.find((e) => e.type === "security.arrest");
  expect(r.places.find((p) => p.id === arrest?.where)?.name).toBe("Mumbai");
});

test("what a noun before 'to' intends is planned, what is waged goes on, inquiries go on when they went on", () => {
  const status = (text: string, type: Event["type"]): string => event(reading(text), type).status;
  expect(status("It confirmed their intent to attack and hijack the vessels.", "violence.hijacking")).toBe("planned");
  expect(status("The army has been waging an offensive against the rebels.", "violence.clash")).toBe("ongoing");
  expect(status("Experts were sifting through debris from a blast in Gao.", "justice.investigation")).toBe("ongoing");
  expect(status("The tower threatens to collapse at any moment.", "hazard.collapse")).toBe("possible");
});

test("a place inside what is threatened is not where the threat was made", () => {
  const r = reading("A man in custody threatened to bomb a hotel in Lagos, the police said.");
  expect(event(r, "violence.threat").where).toBeNull();
});

test("demonstrations that a law forbids are no event", () => {
  const r = reading("The government has banned all unauthorised demonstrations.");
  expect(r.events.map((e) => e.type)).toEqual(["policy.ban"]);
});

test("a wound, a bullet or a gun alone tells of an attack where the report tells of no other act that harms", () => {
  const acts = (text: string) =>
    read(reportOf(text))
      .events.filter((e) => e.type.startsWith("violence."))
      .map((e) => e.mentions.map(([a, b]) => text.slice(a, b)).join(" "));
  expect(acts("A man was found with a gunshot wound to the leg on Friday and was taken to a clinic.")).toEqual(["gunshot wound"]);
  expect(acts("A teenager was struck by a bullet while she sat in a car, police said.")).toEqual(["struck"]);
  expect(acts("The gun accidentally discharged, wounding a girl of 12.")).toEqual(["discharged"]);
  expect(acts("Boy accidentally shot in the west of Ashford, police say")).toEqual(["shot"]);
  expect(acts("A man was stabbed in Ashford on Friday. He also had a bullet wound.")).toEqual(["stabbed"]);
  expect(acts("She shot a short film in Ashford.")).toEqual([]);
});

test("a body that is found tells of a killing, unless an act told beside it does", () => {
  const types = (text: string): readonly string[] => reading(text).events.map((e) => e.type);
  expect(types("The body of a trader was found in a well near Lima on Monday.")).toEqual(["violence.killing"]);
  expect(types("Soldiers recovered the dead bodies of two miners from a pit.")).toEqual(["violence.killing"]);
  expect(types("A boat capsized off Lima on Monday. Nine bodies were recovered.")).not.toContain("violence.killing");
});

test("who killed and then burnt or robbed did two things", () => {
  const r = reading("Rebels killed a trader, a father of two, inside his car and set it ablaze near Lima.");
  expect(r.events.map((e) => e.type)).toEqual(["violence.killing", "violence.arson"]);
  expect(fillers(r, event(r, "violence.killing"), "victim")).toEqual(["a trader"]);
});

test("an encounter that something followed, and firing by somebody, are fights", () => {
  expect(event(reading("Two rebels were arrested following an encounter at Karpur."), "violence.clash").status).toBe("occurred");
  const r = reading("A constable was injured in firing by a group of rebels in Karpur.");
  expect(fillers(r, event(r, "violence.attack"), "perpetrator")).toEqual(["a group of rebels"]);
  expect(fillers(r, event(r, "violence.attack"), "authority")).toEqual([]);
});

test("'set ablaze' is a deed also behind words between commas", () => {
  const r = reading(
    "A group of six rebels, in the guise of local villagers, set ablaze a tractor engaged in road work near Mehar locality.",
  );
  expect(fillers(r, event(r, "violence.arson"), "target")).toEqual(["a tractor"]);
});

test("who surrendered or was arrested is found behind what tells who that is", () => {
  const six = reading("Six cadres of the rebels allegedly involved in the raid of 2009, surrendered before the minister at Gao.");
  expect(fillers(six, event(six, "security.surrender"), "defendant")).toEqual(["Six cadres of the rebels"]);
  const leader = reading("A rebel leader wanted in several cases of murder was arrested from Gao.");
  expect(fillers(leader, event(leader, "security.arrest"), "defendant")).toEqual(["A rebel leader"]);
});

test("one dies once, however often the report tells of it", () => {
  const r = reading(
    "A villager, identified as Bablu Das, was killed by rebels in Gao. Das was killed by rebels last night, an officer said.",
  );
  expect(r.events.filter((e) => e.type === "violence.killing")).toHaveLength(1);
});
