import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const PUBLISHED = "2026-03-12";

function readingOf(text: string) {
  return read(plainReport(text, { published: PUBLISHED }));
}

/** Events as "type: who was harmed", in the order of the text. */
function harmed(text: string): string[] {
  const { events } = readingOf(text);
  return events.map((e) => {
    const victims = e.roles.filter((r) => r.role === "victim").map((r) => (r.span ? text.slice(...r.span) : ""));
    return `${e.type}: ${victims.join(", ")}`;
  });
}

function tolls(text: string): (string | null)[][] {
  const { statements, attributions } = readingOf(text);
  return statements.flatMap((s) => {
    if (s.kind !== "toll") return [];
    const a = attributions.find((x) => x.id === s.attribution[0]);
    return [[`${s.effect} ${s.count.low}`, a?.sourceSpan ? text.slice(...a.sourceSpan) : null, a?.stance ?? null]];
  });
}

test("what police did to attackers is no part of the attack", () => {
  const text = "Gang members attacked a hospital in Tabarre, killing a nurse. Police killed four of the attackers.";
  expect(harmed(text)).toEqual(["violence.attack: a nurse", "violence.killing: four of the attackers"]);
});

test("'separately' and 'in a separate attack' turn to another act, and 'the attack' behind them does not", () => {
  const first = "Gunmen attacked a church in Eruku on Tuesday, killing two people.";
  expect(harmed(`${first} In a separate attack, gunmen killed nine farmers in Dalwa.`)).toHaveLength(2);
  expect(harmed(`${first} Separately, bandits attacked a market in Gusau, killing five traders.`)).toHaveLength(2);
  expect(harmed(`${first} Police said the attack began at dawn.`)).toHaveLength(1);
});

test("a bomber who kills bombs, and a raid that fighters make is an attack", () => {
  expect(harmed("A suicide bomber killed five people at a mosque in Maiduguri.")).toEqual(["violence.bombing: five people"]);
  expect(harmed("Jihadists killed nine farmers in a raid on the village of Dalwa.")).toEqual(["violence.killing: nine farmers"]);
  expect(harmed("Police arrested two men in a raid on a house.")).toContain("security.raid: ");
});

test("who is killed in an attack that nothing told of before is killed by that attack", () => {
  expect(harmed("Rebels killed at least 19 people in an attack on a church.")).toHaveLength(1);
});

test("a total since years ago is no event", () => {
  const text =
    "A bomb killed three people in Maiduguri on Tuesday. The insurgency has killed 40,000 people and displaced two million since 2009.";
  expect(harmed(text).filter((e) => e.startsWith("violence"))).toEqual(["violence.bombing: three people"]);
});

test("a time that opens a sentence is no part of who acts", () => {
  const text =
    "On Wednesday gunmen on motorbikes killed nine farmers in a village. In October 2022 twin bombs killed 30 people in Mogadishu.";
  const { events } = readingOf(text);
  const doers = events.flatMap((e) =>
    e.roles.filter((r) => r.role === "perpetrator" || r.role === "weapon").map((r) => r.span && text.slice(...r.span)),
  );
  expect(doers).toEqual(["gunmen", "twin bombs"]);
});

test("those whom a force lost, whom somebody puts at a number, and whom nobody but fear counts", () => {
  expect(tolls("The army lost 12 men in the ambush.")).toEqual([["killed 12", null, null]]);
  expect(tolls("The team lost four players in the ambush.")).toEqual([]);
  expect(tolls("A blast hit a market. A militia leader put the dead at seven.")).toEqual([["killed 7", "A militia leader", "asserts"]]);
  expect(tolls("A bomb went off in Mogadishu, police said, and at least 10 people were feared dead.")).toEqual([
    ["killed 10", null, "expects"],
  ]);
});

test("joint speakers are one source, whichever of them the tree takes", () => {
  expect(tolls("Elders and medics said 12 people died in the attack.")).toEqual([["killed 12", "Elders and medics", "asserts"]]);
});

test("who condemns an act and terms it terrorism calls it so", () => {
  const text = "Chief Minister Ada Obi condemned the blast and termed it a cowardly act of terrorism.";
  const { statements } = readingOf(text);
  const label = statements.find((s) => s.kind === "label" && s.label === "terrorism");
  expect(label?.attribution).toHaveLength(1);
});

test("a village that only another land has is no village there", () => {
  const text = "Rebels killed 43 people in the town of Zunheboto, in Ituri province, in the Democratic Republic of Congo.";
  expect(readingOf(text).places.find((p) => p.name === "Zunheboto")?.country).toBe("COD");
});

test("where fire came from is not where it struck", () => {
  const { events, places } = readingOf("A rocket barrage from Lebanon killed a farmer in Metula on Tuesday.");
  expect(places.find((p) => p.id === events[0].where)?.name).toMatch(/^Metul/);
});

test("an attack that somebody is said to have organised is the one told of", () => {
  const text = "A bomb killed a general in Moscow on Monday. Investigators said an intelligence service had organised the killing.";
  expect(readingOf(text).events).toHaveLength(1);
});

test("what somebody is blamed for by 'the' is the act told of, whoever else is said to have done it", () => {
  const text = "Officers deposed the president on Wednesday. He blamed the army's chief for the coup.";
  expect(harmed(text).filter((e) => e.startsWith("violence.coup"))).toHaveLength(1);
});

test("a town of one division is no misprint of a town of another", () => {
  const text = "Fighting broke out in Kyaukma, a town in Myanmar's Shan State, on Tuesday.";
  expect(readingOf(text).places.map((p) => p.name)).not.toContain("Kyaukse");
});

test("what a strike or a bomber did in the same breath is no act of its own", () => {
  expect(harmed("Missiles struck two regions overnight, killing nine people and wounding 37.")).toHaveLength(1);
  expect(harmed("A suicide bomber blew himself up outside a court, killing 12 people.")).toHaveLength(1);
  expect(harmed("A drone killed three people in a car in Lindhaven on Tuesday.")).toEqual(["violence.shelling: three people"]);
});
