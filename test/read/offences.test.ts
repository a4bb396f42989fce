import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2024-02-08" }));
const roles = (text: string, type: string, role: string): readonly string[] => {
  const r = reading(text);
  return r.events
    .filter((e) => e.type === type)
    .flatMap((e) => e.roles.filter((f) => f.role === role).map((f) => r.report.text.slice(f.span[0], f.span[1])));
};

test("everything that somebody is charged with or convicted of is an offence of its own", () => {
  expect(
    roles("The men were charged with supplying drugs and possessing firearms, and were refused bail.", "justice.charge", "offence"),
  ).toEqual(["supplying drugs", "possessing firearms"]);
  expect(roles("Travis Hollis was convicted of voluntary manslaughter and aggravated assault.", "justice.conviction", "offence")).toEqual([
    "voluntary manslaughter",
    "aggravated assault",
  ]);
  expect(
    roles("Two men accused of storing rifles or failing to tell police were sentenced to prison.", "justice.charge", "offence"),
  ).toEqual(["storing rifles", "failing to tell police"]);
  expect(roles("She was convicted of joining the militia, and a planned attack was foiled.", "justice.conviction", "offence")).toEqual([
    "joining the militia",
  ]);
  expect(roles("A court ordered nine of the accused, including a mayor, to pay 300 euros.", "justice.sentence", "penalty")).toEqual([
    "300 euros",
  ]);
  expect(roles("Two people are accused of being the gunmen who fired on a bus.", "justice.charge", "offence")).toEqual([
    "being the gunmen",
  ]);
  expect(roles("She was convicted of fraud and wept in the dock.", "justice.conviction", "offence")).toEqual(["fraud"]);
  expect(roles("The court acquitted her of insulting two ministers.", "justice.acquittal", "offence")).toEqual(["insulting two ministers"]);
  expect(roles("The court acquitted her of insulting two ministers.", "justice.acquittal", "defendant")).toEqual([]);
});

test("what somebody plotted, conspired or hired others to do has killed nobody", () => {
  for (const text of [
    "The court convicted five people, among them a general, of plotting to assassinate a judge and bomb a school.",
    "He is accused of hiring a gunman to kill his wife.",
    "Two teenagers were charged with conspiring to murder a teacher.",
  ]) {
    const r = reading(text);
    expect(
      r.statements.filter((s) => s.kind === "toll"),
      text,
    ).toEqual([]);
    expect(
      r.events.filter((e) => e.type.startsWith("violence.") && e.status === "occurred"),
      text,
    ).toEqual([]);
  }
  const ordered = reading("The killing was ordered by a cult leader, prosecutors told the court.");
  expect(ordered.events.map((e) => `${e.type} ${e.status}`)).toEqual(["violence.killing occurred"]);
});

test("who is told of among those held is one of them, and suspects who are seized are arrested", () => {
  const marines = "Thirteen marines, among them a captain, have been detained, a rights group said.";
  expect(roles(marines, "security.arrest", "defendant")).toEqual(["Thirteen marines"]);
  expect(reading("The suspects were seized on Wednesday in a raid on a flat.").events.map((e) => e.type)).toContain("security.arrest");
  expect(reading("Two priests were seized on Wednesday by gunmen.").events.map((e) => e.type)).toContain("violence.abduction");
});

test("'death by hanging' executes nobody yet, and a term runs to its months", () => {
  const hanged = "The court sentenced three men to death by hanging for the murder of a lecturer.";
  expect(reading(hanged).events.map((e) => e.type)).not.toContain("justice.execution");
  expect(
    roles(
      "The court sentenced Elif Dogan to two years and four months in prison for insulting the president.",
      "justice.sentence",
      "penalty",
    ),
  ).toEqual(["two years and four months in prison"]);
  expect(roles("The three others received terms of eight to 11 years.", "justice.sentence", "penalty")).toEqual([
    "terms of eight to 11 years",
  ]);
});

test("whoever shoots him is somebody else, and prosecutors who say that they will be charged will not", () => {
  const shot = reading("Hollis feared for his life. Prosecutors said the victim was walking away when Hollis shot him twice in the back.");
  const victims = shot.events.flatMap((e) => e.roles.filter((f) => f.role === "victim").map((f) => f.actor));
  const hollis = shot.actors.find((a) => a.name === "Hollis")?.id;
  expect(victims).not.toContain(hollis);
  expect(roles("Prosecutors said they would be charged with fraud.", "justice.charge", "defendant")).toEqual([]);
});

test("everybody of a list that is found guilty is, also with a day of the week for a first name, and an aside is nobody", () => {
  const list = "Justice Chinwe Obi found Emeka Nwosu, Sunday Briggs and Tamuno George guilty of conspiracy.";
  expect(roles(list, "justice.conviction", "defendant")).toEqual(["Emeka Nwosu", "Sunday Briggs", "Tamuno George"]);
  expect(reading(list).times).toEqual([]);
  expect(roles("A jury found Sale Dogo, a farmer, guilty of arson.", "justice.conviction", "defendant")).toEqual(["Sale Dogo"]);
});

test("a kidnapping and murder of somebody is both of the same, and malice or a case is no victim", () => {
  const both = "Three men were jailed for the kidnapping and murder of a lecturer.";
  expect(roles(both, "violence.abduction", "victim")).toEqual(["a lecturer"]);
  expect(roles(both, "violence.killing", "victim")).toEqual(["a lecturer"]);
  expect(roles("Protests and the killing of a boy shook the town on Monday.", "unrest.protest", "victim")).toEqual([]);
  expect(roles("Court indicts 14 in lynching case", "violence.killing", "victim")).toEqual([]);
});
