import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function reading(text: string) {
  return read(plainReport(text, { published: "2025-03-06" }));
}

function roles(text: string): string {
  const r = reading(text);
  return r.events.flatMap((e) => e.roles.map((f) => `${f.role}=${text.slice(...f.span)}`)).join("; ");
}

function tolls(text: string): readonly string[] {
  return reading(text).statements.flatMap((s) => (s.kind === "toll" ? [`${s.effect} ${s.count.low} ${s.count.qualifier}`] : []));
}

function figures(text: string): string[] {
  return reading(text).statements.flatMap((s) =>
    s.kind === "figure" ? [`${s.count.was ?? ""}>${s.count.low} ${s.count.unit}: ${s.measure ? text.slice(...s.measure) : ""}`] : [],
  );
}

test.each(["Police officer", "Three aid workers", "Opposition leader", "Army chief", "Journalist"])(
  "a headline's %s shot dead shot nobody",
  (who) => {
    const told = roles(`${who} shot dead in Goma`);
    expect(told).toContain(`victim=${who}`);
    expect(told).not.toContain("perpetrator");
  },
);

test("who shot somebody dead is the doer still", () => {
  expect(roles("Police shot dead two men in Goma on Monday.")).toContain("perpetrator=Police");
  expect(roles("Gunmen shot dead a leading politician outside his home.")).toContain("victim=a leading politician");
});

test("those who are martyred, or embrace martyrdom, are killed", () => {
  expect(tolls("A bomb exploded in Goma on Monday. Two soldiers were martyred.")).toContain("killed 2 exact");
  expect(tolls("Havildar Naseer Khan embraced martyrdom in the attack on the post in Bannu.")).toContain("killed 1 exact");
});

test("a number put at more than another is a toll with its bound", () => {
  expect(tolls("A bomb exploded in Goma on Monday. Relatives put the number of dead at more than 20.")).toContain("killed 21 at-least");
});

test("handing over three hostages is no matter of more than three", () => {
  expect(tolls("The militants handed over three hostages to the Red Cross on Sunday.")).toEqual(["released 3 exact"]);
});

test("what a number fell or rose by and to is told of the same, whatever words stand between", () => {
  expect(figures("Recorded burglaries in Norland fell by 12% to 21,300 in the year to March, the bureau said.").sort()).toEqual([
    ">12 percent: Recorded burglaries in Norland",
    ">21300 burglary: Recorded burglaries in Norland",
  ]);
  expect(figures("Murders in the capital jumped 31 per cent to 212 last year.")).toContain(">212 murder: Murders in the capital");
  expect(figures("Burglaries fell from 30,100 to 21,300.")).toEqual(["30100>21300 burglary: Burglaries"]);
  expect(figures("There were 112 homicides, compared with 97 a year earlier.")).toContain(">97 homicide: homicides");
});

test("a strike on a plant is no labour's, and missiles shot down are no victims", () => {
  expect(reading("Strike on power plant leaves city in dark").events.map((e) => e.type)).toEqual(["violence.shelling"]);
  expect(reading("Nurses in Goma began a strike on Monday.").events.map((e) => e.type)).toEqual(["unrest.strike"]);
  const missiles = "Air defences shot down four of the seven missiles, the governor said.";
  expect(roles(missiles)).not.toContain("victim");
  expect(tolls(missiles)).toEqual([]);
});

test("who was killed months before this week's attack was killed in another", () => {
  const text =
    "Militiamen attacked the village on Sunday, killing nine people. The group killed at least 43 people in the same area in August.";
  const r = read(plainReport(text, { published: "2025-10-14" }));
  const [attack, before] = r.events;
  expect(before.latest).toBe("2025-08-31");
  expect(r.statements.flatMap((s) => (s.kind === "toll" ? [[s.event, s.count.low]] : []))).toEqual([
    [attack.id, 9],
    [before.id, 43],
  ]);
});

test("an inquiry that is promised is into what is new, not into what the report recalls", () => {
  const text =
    "A prison riot in Lima killed 13 inmates on Sunday. A fire at the same prison killed 31 inmates in 2014. The ministry promised an inquiry.";
  const r = read(plainReport(text, { published: "2025-03-06" }));
  const inquiry = r.events.find((e) => e.type === "justice.investigation");
  expect(inquiry?.links).toEqual([{ to: r.lead, relation: "about" }]);
});

test("a militia that raids a village attacks it, in a headline too", () => {
  const r = reading("Nine dead as militia raids village");
  expect(r.events.map((e) => e.type)).toEqual(["violence.attack"]);
  expect(roles("Nine dead as militia raids village")).toContain("perpetrator=militia; target=village");
  expect(reading("Police carried out a raid on a house in Lyon on Monday.").events.map((e) => e.type)).toEqual(["security.raid"]);
});

test("who accuses somebody of a deed did not do it", () => {
  const told = roles("His lawyer accused officers of beating him to death.");
  expect(told).toContain("perpetrator=officers");
  expect(told).not.toContain("perpetrator=His lawyer");
});

test("who is behind an attack did it, and who was found strangled strangled nobody", () => {
  expect(roles("The opposition said rebels were behind the attack in Goma.")).toBe("perpetrator=rebels");
  expect(roles("The youth leader was found strangled in a ditch on Monday.")).toBe("victim=The youth leader");
});

test("those who say what burnt were not burnt", () => {
  const text = "Militiamen attacked the village on Sunday, burning 22 houses, local officials and a priest said on Tuesday.";
  expect(roles(text)).not.toContain("priest");
  expect(roles(text)).not.toContain("officials");
});

test("nothing happened where somebody is from, or at the ends of a journey", () => {
  const where = (text: string) => reading(text).events.map((e) => e.where);
  expect(where("Adil Hussain, a resident of Quetta, was killed in a gun battle on Wednesday.")).toEqual([null]);
  expect(where("A bus on its way from Rampur to Lucknow skidded off the road, killing 26 people.")).toEqual([null]);
  expect(where("A bus skidded off the road in Lucknow, killing 26 people.")).not.toContain(null);
});

test("when it happened is no part of who says so", () => {
  const text =
    "Four people died when grenades were thrown into a bar in the old district of Buvira late on Sunday, witnesses and hospital sources said.";
  const sources = reading(text).attributions.map((a) => a.sourceSpan && text.slice(...a.sourceSpan));
  expect(sources).not.toContain("late on Sunday, witnesses and hospital sources");
});

test("who was arrested after a fire killed nobody: the fire did", () => {
  const text = "A 45-year-old man has been arrested after a fire at a care home in Leeds killed an 82-year-old woman.";
  const r = reading(text);
  expect(r.events.map((e) => e.type).sort()).toEqual(["hazard.fire", "security.arrest"]);
  expect(roles(text)).not.toContain("perpetrator");
});

test("two of whom are two", () => {
  const found = tolls("Gunmen kidnapped seven journalists on Monday, two of whom were later found dead.");
  expect(found).toContain("killed 2 exact");
  expect(found).not.toContain("killed 7 exact");
});

test("those included in a number are not all of it", () => {
  const text =
    "Police fired tear gas at protesters in Goma on Monday. The ministry said 34 people, including 11 officers, were injured and 52 were detained.";
  expect(tolls(text)).toEqual(expect.arrayContaining(["injured 34 exact", "injured 11 exact", "arrested 52 exact"]));
});

test("what a court in one town rules on was done when and where its own words say", () => {
  const text =
    "A military court in Lima on Friday sentenced a former general to 12 years in prison for his role in the killing of 46 peasants in 2009.";
  const r = reading(text);
  const killing = r.events.find((e) => e.type === "violence.killing");
  expect([killing?.earliest, killing?.latest, killing?.where]).toEqual(["2009-01-01", "2009-12-31", null]);
  expect(r.statements.flatMap((s) => (s.kind === "toll" ? [s.event] : []))).toEqual([killing?.id]);
});

test("a minister who dismisses a charge acquits nobody", () => {
  expect(reading('The minister dismissed the charge as "theatre".').events).toEqual([]);
  expect(reading("A court in Lima dismissed the charges on Friday.").events.map((e) => e.type)).toEqual(["justice.acquittal"]);
});

test("who is called to a place says nothing", () => {
  expect(reading("Firefighters were called to Rose Court on Monday and found the building alight.").attributions).toEqual([]);
});

test("what came a day before the news is not what a report is chiefly about", () => {
  const r = reading("Thousands marched through Tbilisi on Sunday, a day after police broke up a rally with tear gas.");
  expect(r.events.find((e) => e.id === r.lead)?.type).toBe("unrest.protest");
});

test("those killed together stand in the same words", () => {
  const text =
    "A gunman opened fire outside a police station in Almaty on Monday, killing four policemen and a civilian, the ministry said.";
  const words = reading(text).statements.flatMap((s) => (s.kind === "toll" ? [text.slice(...s.evidence)] : []));
  expect(words).toEqual(["killing four policemen and a civilian", "killing four policemen and a civilian"]);
});
