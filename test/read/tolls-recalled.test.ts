import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const readOn = (text: string): Reading => read(plainReport(text, { published: "2021-05-14" }));

/** Tolls of the chief event, or of all: effect, low, high, "in" where it is a part. */
function tolls(text: string, chief = false): string {
  const r = readOn(text);
  return r.statements
    .flatMap((s) => {
      if (s.kind !== "toll" || (chief && s.event !== r.lead)) return [];
      const { low, high } = s.count;
      return [`${s.effect} ${low === high ? low : `${low ?? ""}-${high ?? ""}`}${s.partOf ? " in" : ""}`];
    })
    .join("; ");
}

test("a number of dead that somebody moves to another is a toll, upwards or downwards", () => {
  expect(tolls("The governor lowered the number of people killed in Monday's blast at a mill in Tarvin to 17.")).toBe("killed 17");
  expect(tolls("A baker died on Thursday, bringing the number of people killed in the blast in Tarvin to nine.")).toContain("killed 9");
  expect(tolls("The army has put the number of dead after the quake in Tarvin at 40.")).toBe("killed 40");
  expect(tolls("A fire broke out in Tarvin. The mayor cut the number of missing to 11.")).toBe("missing 11");
  expect(tolls("The blast in Tarvin brought a number of people to the square.")).toBe("");
});

test("a toll that goes up to a number is that number, and no bound", () => {
  expect(tolls("The number of people killed in the floods in Tarvin has gone up to 26.")).toBe("killed 26");
  expect(tolls("Up to 26 people were killed in the floods in Tarvin.")).toBe("killed -26");
});

test("another speaker's number of dead is no part of the first's", () => {
  const text = "Eight people were killed in the riot in Tarvin, a clinic said, while the interior ministry put the number of dead at two.";
  expect(tolls(text)).toBe("killed 8; killed 2");
});

test("the dead of the year of which a disaster is said to be the worst since are not its own", () => {
  const floods = "Floods killed 24 people in Tarvin on Monday. The floods are the worst in the valley since 2012, when 197 people died.";
  expect(tolls(floods, true)).toBe("killed 24");
  const bomb = "A bombing killed 14 people in Tarvin on Monday, five years after the bombing of 2016, when 31 people were killed.";
  expect(tolls(bomb, true)).not.toContain("31");
});

test("of a disaster and what set it off, it is the disaster that killed on", () => {
  expect(tolls("Flash floods set off by heavy rain killed 12 people in Tarvin on Monday. Seven people died in the old mill.", true)).toBe(
    "killed 12; killed 7 in",
  );
});

test("who escapes a blast, or escapes unharmed, has not broken out of anywhere", () => {
  const types = (text: string): readonly string[] => readOn(text).events.map((e) => e.type);
  expect(types("A baker escaped unharmed from the explosion in Tarvin on Monday.")).not.toContain("security.escape");
  expect(types("The mayor narrowly escaped the bombing in Tarvin on Monday.")).not.toContain("security.escape");
  expect(types("Two prisoners escaped from the jail in Tarvin on Monday.")).toContain("security.escape");
});

test("a bomb and its going off are one bombing, a similar bomb of another year is another", () => {
  const r = readOn(
    "A bomb hidden in a cart exploded in a market in Tarvin on Tuesday, killing 14 people. A similar bomb at the same market killed 27 people in August 2019.",
  );
  expect(r.events.map((e) => [e.type, e.earliest?.slice(0, 4)])).toEqual([
    ["violence.bombing", "2021"],
    ["violence.bombing", "2019"],
  ]);
});

test("he who denies it is not those prosecutors who said it", () => {
  const r = readOn("Police arrested Omar Vale over the bombing in Tarvin. Prosecutors say that he bought the cart. He denied the charges.");
  const denial = r.attributions.find((a) => a.stance === "denies");
  expect(r.actors.find((a) => a.id === denial?.source)?.name).toBe("Omar Vale");
});

test("what one more death brings the number to is the event's own, however few are told of by name", () => {
  const text = "A student who was shot at a rally in Tarvin on Wednesday died on Friday, bringing the number of people killed to nine.";
  expect(tolls(text, true)).toContain("killed 9");
  expect(tolls("A student who was shot in Tarvin on Wednesday died on Friday, bringing the death toll to nine.", true)).toContain(
    "killed 9",
  );
});

test("who dies of an ailment is not among an attack's dead", () => {
  expect(tolls("A bombing killed 19 people in Tarvin. A baker died of natural causes on Monday.")).toBe("killed 19");
  expect(tolls("A bombing killed 19 people in Tarvin. A baker died of burns on Monday.")).toBe("killed 19; killed 1");
});

test("pupils captured from a school are taken, not arrested; a rebel whom police capture is", () => {
  const types = (text: string): readonly string[] => readOn(text).events.map((e) => e.type);
  expect(types("Forty-nine pupils captured last month from a school in Tarvin were released on Friday.")).toEqual([
    "violence.abduction",
    "justice.release",
  ]);
  expect(types("Police captured a rebel in Tarvin on Friday.")).toEqual(["security.arrest"]);
});

test("a measure is what its sentence is about, and so is what it is compared with", () => {
  const text = "Rainfall in July was 412 millimetres, compared to 301 millimetres in July 2020, the weather office said.";
  const measures = readOn(text).statements.flatMap((s) => (s.kind === "figure" && s.measure ? [text.slice(...s.measure)] : []));
  expect(measures).toEqual(["Rainfall in July", "Rainfall in July"]);
});

test("time in captivity is no taking of its own beside the one that is told of next", () => {
  const r = readOn(
    "The 48 pupils freed on Monday after five weeks in captivity were reunited with their parents in Lagos on Tuesday. They were among 52 people seized by gunmen from their school in Tarvin on April 5.",
  );
  expect(r.events.filter((e) => e.type === "violence.abduction")).toHaveLength(1);
});

test("whose death brings the number of those killed to nine killed nobody", () => {
  const r = readOn("A guard who was shot at a bank in Tarvin on Monday died on Tuesday, bringing the number of people killed to nine.");
  expect(r.events.flatMap((e) => e.roles.filter((x) => x.role === "perpetrator"))).toEqual([]);
});

test("a group that has nothing to do with two suspects denies no bombing; one that has nothing to do with the bombing does", () => {
  const denied = (words: string): number =>
    readOn(
      `Police arrested two men over the bombing in Tarvin on Tuesday. The Dawn Front said that it had nothing to do with ${words}.`,
    ).attributions.filter((a) => a.stance === "denies").length;
  expect(denied("the two men")).toBe(0);
  expect(denied("the bombing")).toBe(1);
});

test("the house in which somebody is arrested is no offence", () => {
  const text = "Omar Vale was detained in a raid on a house in Tarvin on Thursday over the bombing.";
  const offences = readOn(text).events.flatMap((e) => e.roles.filter((x) => x.role === "offence").map((x) => text.slice(...x.span)));
  expect(offences).toEqual(["the bombing"]);
});
