import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

const readingOf = (text: string): Reading => read(reportOf(text));

/** Every toll: the type of its event, its effect and number, who was counted, whether it is a part of another. */
const tollsOf = ({ events, report, statements }: Reading): readonly string[] =>
  statements.flatMap((s) => {
    if (s.kind !== "toll") return [];
    const type = events.find((e) => e.id === s.event)?.type ?? "none";
    const who = s.who === null ? "" : ` ${report.text.slice(...s.who)}`;
    return [`${type} ${s.effect} ${s.count.low}${who}${s.partOf === null ? "" : " (part)"}`];
  });

test("what a quake did is its own where a weaker one came the day before", () => {
  const r = readingOf(
    "A magnitude 6.8 earthquake struck the north of Peru on Wednesday, killing at least 31 people and destroying 1,200 homes, a day after a weaker tremor had sent people running into the streets.",
  );
  expect(r.events[0].roles.filter((x) => x.role === "victim")).toHaveLength(1);
  expect(tollsOf(r)).toEqual(["hazard.earthquake killed 31", "hazard.earthquake destroyed 1200 homes"]);
  const [quake] = r.events;
  expect(r.statements.filter((s) => s.kind === "toll").every((s) => s.event === quake.id)).toBe(true);
});

test("who some of the dead were is told of the disaster that killed them", () => {
  expect(
    tollsOf(
      readingOf(
        "An earthquake killed 31 people in Bagua on Wednesday. Seven of the dead were patients at a clinic whose roof caved in, the minister said.",
      ),
    ),
  ).toEqual(["hazard.earthquake killed 31", "hazard.earthquake killed 7 patients (part)"]);
});

test("several who were taken to hospital from a disaster were hurt in it", () => {
  expect(
    tollsOf(readingOf("A tram derailed in Harlow on Wednesday, killing seven people. Fifty-one were taken to hospital, said Ann Hill.")),
  ).toContain("hazard.accident injured 51");
  expect(
    tollsOf(readingOf("A fire broke out at a hotel in Harlow on Saturday. The mayor said 110 people had been taken to hospital.")),
  ).toEqual(["hazard.fire injured 110"]);
  expect(tollsOf(readingOf("A fire broke out at a hotel in Harlow on Saturday. The cook was taken to hospital."))).toEqual([]);
});

test("those whom the dead include are a part of them, one by one", () => {
  const r = readingOf(
    "A ferry sank off Sulawesi on Sunday and 14 people drowned. Those killed include a three-year-old girl and her grandmother.",
  );
  expect(tollsOf(r).slice(1)).toEqual([
    "hazard.accident killed 1 three-year-old girl (part)",
    "hazard.accident killed 1 grandmother (part)",
  ]);
  expect([...tollsOf(readingOf("A bus crashed near Harlow on Sunday. The dead included two nurses and a driver."))].sort()).toEqual([
    "hazard.accident killed 1 driver",
    "hazard.accident killed 2 nurses",
  ]);
});

test("several other people are no more than people", () => {
  expect(tollsOf(readingOf("A blast killed six people in Ife on Monday. Several other people were wounded."))).toEqual([
    "hazard.explosion killed 6",
    "hazard.explosion injured 3",
  ]);
});

test("a landslide that blocks a road is no blockade", () => {
  expect(readingOf("A landslide blocked the highway to Bagua on Monday.").events.map((e) => e.type)).toEqual(["hazard.landslide"]);
  expect(readingOf("The road to Bagua was blocked by a fallen tree after the storm.").events.map((e) => e.type)).toEqual(["hazard.storm"]);
  expect(readingOf("Farmers blocked the highway to Bagua on Monday.").events.map((e) => e.type)).toEqual(["unrest.blockade"]);
});

const whereOf = (text: string): string | null => {
  const { events, lead, places } = readingOf(text);
  return places.find((p) => p.id === events.find((e) => e.id === lead)?.where)?.name ?? null;
};

test("a crash near a village of a district was in the district", () => {
  expect(whereOf("A bus fell into a gorge near Jangla village in Kullu district on Monday, killing 16 people.")).toBe("Kullu");
});

test("a ship that sank off an island was not in the town of the rescuer who speaks", () => {
  const text =
    "MAKASSAR - A ferry sank off Indonesia's Sulawesi island on Sunday. It took in water, said Djunaidi, head of the Makassar rescue agency. Accidents are common in Indonesia.";
  const report = reportOf(text);
  const r = read({
    ...report,
    parts: [
      { span: [0, 8], part: "dateline" },
      { span: [8, text.length], part: "body" },
    ],
  });
  expect(r.places.find((p) => p.id === r.events[0].where)?.name).toMatch(/^Sulawesi/);
});

test("a quarter of the town that a report is set in is no far-off town of its name", () => {
  const r = readingOf(
    "Six people were shot dead in Celaya, Guanajuato, on Sunday. Gunmen opened fire on a house in the San Juanico neighbourhood, the mayor of Celaya said.",
  );
  const quarter = r.places.find((p) => p.name === "San Juanico");
  const town = r.places.find((p) => p.name === "Celaya");
  expect(quarter?.lat).toBe(town?.lat);
  expect(r.events.filter((e) => e.type.startsWith("violence"))).toHaveLength(1);
});

test("floods since a month are not that month's alone", () => {
  const r = readingOf(
    "A dam burst in Nakuru on Monday, killing 45 people. The deaths bring to 148 the number of people killed in floods across Kenya since March, the spokesman said.",
  );
  expect(r.events.filter((e) => e.type === "hazard.flood").map((e) => [e.earliest?.slice(5, 7), e.latest])).toContainEqual([
    "03",
    r.report.published.value,
  ]);
});

test("those told of as some of the wounded are no total of them", () => {
  expect(
    tollsOf(
      readingOf(
        "Armed men kill six at a party in Celaya; two children among the wounded. Gunmen opened fire on the guests on Sunday, killing six. Five people were wounded, among them two minors.",
      ),
    ),
  ).toContain("violence.killing injured 5");
});

test("a second boy who was hurt beside the one who died is hurt", () => {
  expect(
    tollsOf(
      readingOf(
        "A 17-year-old boy has died after being stabbed outside a takeaway in Harlow. A second boy, aged 16, suffered a slash wound to the hand. A man was seriously injured in a stabbing half a mile away three weeks ago.",
      ),
    ),
  ).toContain("violence.assault injured 1 second boy");
});

const who = ({ report, events }: Reading, type: string, role: string): readonly string[] =>
  events.flatMap((e) => (e.type === type ? e.roles.filter((x) => x.role === role).map((x) => report.text.slice(...x.span)) : []));

test("a private bus is a bus", () => {
  const r = readingOf("A private bus skidded off the road near Kullu on Monday, killing 16 people.");
  expect(who(r, "hazard.accident", "victim")).toEqual(["16 people"]);
});

test("who is named is not told a second time as a man or the gunman", () => {
  const r = readingOf(
    "A man pleaded guilty on Monday to shooting a shopkeeper. Cornell Ames pleaded guilty to one count of murder. The gunman pleaded guilty to theft too.",
  );
  expect(who(r, "justice.conviction", "defendant")).toEqual(["Cornell Ames"]);
  const two = readingOf("A woman and a man were arrested on Monday. Cornell Ames was arrested on Tuesday.");
  expect(who(two, "security.arrest", "defendant")).toContain("A woman");
});

test("those whom a flood of another year drove out are others, told by the same noun", () => {
  const r = readingOf(
    "Some 45,000 people have been displaced by the flood, officials said. In 2008 a breach at the same place displaced about 3 million people in Nepal and India.",
  );
  expect(r.events.filter((e) => e.type === "movement.displacement").map((e) => e.earliest)).toEqual([null, "2008-01-01"]);
});
