import { expect, test } from "vitest";
import type { Event, Reading } from "../../src/model/reading.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

const readingOf = (text: string): Reading => read(reportOf(text));
const tollsOf = ({ statements }: Reading, e: Event | undefined): readonly string[] =>
  statements.flatMap((s) => (s.kind === "toll" && s.event === e?.id ? [`${s.effect} ${s.count.low}`] : []));
const told = (r: Reading): readonly string[] => r.events.map((e) => `${e.type} ${e.latest?.slice(0, 4)}: ${tollsOf(r, e).join(", ")}`);
const who = ({ report }: Reading, e: Event | undefined, role: string): readonly string[] =>
  (e?.roles ?? []).filter((x) => x.role === role).map((x) => report.text.slice(...x.span));

test("what is common is none of the times that it came about", () => {
  for (const [text, type] of [
    ["A bus fell into a ravine near Cusco on Monday, killing 12 people. Road accidents are common in Peru.", "hazard.accident"],
    ["A fire killed six people in Lagos on Tuesday. Fires are frequent in the crowded market.", "hazard.fire"],
    ["A boat capsized on Sunday, killing 30 people. Boat accidents often happen on the river.", "hazard.accident"],
    ["A heatwave has killed 20 people. Scientists say the warming is making heatwaves longer and more frequent.", "hazard.heatwave"],
    ["A landslide killed seven people on Tuesday. Experts say floods will become more common.", "hazard.landslide"],
  ] as const) {
    const { events } = readingOf(text);
    expect(events.map((e) => [e.type, e.mentions.length])).toEqual([[type, 1]]);
  }
  expect(readingOf("A flood was common knowledge by noon: floods killed nine people in Assam.").events).not.toHaveLength(0);
});

test("a disaster of another year is another event, with its own dead", () => {
  const r = readingOf(
    "A ferry sank off Zanzibar on Monday, leaving nine dead. More than 200 people died in September 2011 when an overloaded ferry went down in the same waters.",
  );
  expect(told(r)).toEqual(["hazard.accident 2016: killed 9", "hazard.accident 2011: killed 201"]);
  const block = readingOf(
    "A tower block collapsed in Cairo on Tuesday, killing 12 people. In July 2013, 13 people died when a building came down.",
  );
  expect(told(block)).toEqual(["hazard.collapse 2016: killed 12", "hazard.collapse 2013: killed 13"]);
  const bus = readingOf(
    "A bus plunged into a gorge on Wednesday, killing 28 pilgrims. In March, six people were killed when a cable snapped.",
  );
  expect(bus.events.map((e) => e.type)).toEqual(["hazard.accident", "hazard.accident"]);
});

test("who dies in a crash minutes after take-off was killed by nobody", () => {
  const r = readingOf("A cargo plane crashed minutes after taking off from Juba on Wednesday, killing all five people on board.");
  expect(told(r)).toEqual(["hazard.accident 2016: killed 5"]);
});

test("who is trapped is so by what happened, and what gives way says what that was", () => {
  const slide = readingOf(
    "Eleven people died when a hillside collapsed onto houses after days of torrential rain. A girl had been trapped for six hours.",
  );
  expect(slide.events.find((e) => e.id === slide.lead)?.type).toBe("hazard.landslide");
  expect(slide.events.filter((e) => e.type === "hazard.accident")).toHaveLength(0);
  const mine = readingOf("At least 15 miners died when a gallery collapsed at a mine near Kolwezi on Monday after heavy rain.");
  expect(mine.events.find((e) => e.id === mine.lead)?.type).toBe("hazard.collapse");
  expect(readingOf("Three passengers were trapped in a lift on Monday.").events.map((e) => e.type)).toEqual(["hazard.accident"]);
});

test("rescuers are no victims of what they came to, nor is a coast", () => {
  const r = readingOf("A boat sank off the Tunisian coast near Sfax. The coastguard and fishermen rescued 37 people from the water.");
  expect(who(r, r.events[0], "victim")).toEqual([]);
  expect(who(r, r.events[1], "authority")).toEqual(["The coastguard", "fishermen"]);
  expect(who(r, r.events[1], "victim")).toEqual(["37 people"]);
  const trains = readingOf("A goods train hit a passenger train, killing 17. Railway police put the number of dead at 20.");
  expect(who(trains, trains.events[0], "victim")).toEqual(["17"]);
});

test("what a truck carries is no subject of its crash", () => {
  const r = readingOf("In November 2013, another truck carrying fuel crashed near Juba, killing five people.");
  expect(told(r)).toEqual(["hazard.accident 2013: killed 5"]);
});

test("bodies that are pulled out, brought in or recovered are the dead", () => {
  for (const [text, tolls] of [
    [
      "Two trains collided on Tuesday. Workers had pulled 15 bodies from the wreckage and two people had died in hospital.",
      "killed 15, killed 2",
    ],
    ["A fire engulfed a factory on Wednesday. Seven bodies had been brought to the Central Hospital, a doctor said.", "killed 7"],
    ["A boat capsized on Monday. The bodies of six people, including two children, were recovered from the sea.", "killed 6, killed 2"],
    ["A block collapsed on Tuesday. Teams recovered two more bodies, bringing the number of dead to 12.", "killed 2, killed 12"],
  ] as const) {
    const r = readingOf(text);
    expect(tollsOf(r, r.events[0]).toSorted()).toEqual(tolls.split(", ").toSorted());
  }
});

test("'many' is no number, nor does who is feared drowned fear it", () => {
  const fire = readingOf("A fire in Dhaka killed nine workers on Tuesday. Many are still trapped inside, an officer said.");
  expect(tollsOf(fire, fire.events[0])).toEqual(["killed 9"]);
  const { attributions } = readingOf("At least 40 feared drowned after a boat capsizes off Tunisia.");
  expect(attributions.filter((a) => a.sourceSpan !== null)).toEqual([]);
});

test("when an earlier number stood is not when it happened", () => {
  const { events } = readingOf(
    "The death toll from floods in Benue has risen to 47 from 31 a day earlier, the agency said on Tuesday. Rivers rose on Saturday.",
  );
  expect(events[0].earliest).not.toBe("2016-07-20");
});

test("flooding that is common is no flood, and a fire officer no fire", () => {
  const flood = readingOf("Floods killed nine people in Assam on Monday. Flooding is common in the region during the rains.");
  expect(flood.events.map((e) => e.mentions.length)).toEqual([1]);
  expect(readingOf("Chief Fire Officer Amin Khan said that crews were on the way.").events).toEqual([]);
});

test("the agency that a dateline names is not told by whom it quotes", () => {
  const text = '"It was dark," Grace Aondo, a teacher, told Delta News on Tuesday. She lost two sons.';
  const sources = (dateline: string | null): readonly (string | null)[] =>
    read({ ...reportOf(text), dateline }).attributions.map((a) => a.sourceSpan && text.slice(...a.sourceSpan));
  expect(sources("MAKURDI, Nigeria (Delta News)")).not.toContain("Delta News");
  expect(sources("MAKURDI, Nigeria (River Wire)")).toContain("Delta News");
});
