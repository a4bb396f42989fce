import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const of = (text: string) => read(plainReport(text, { published: "2012-05-14" }));

/** "type status" and "role=words" of each event of a report. */
function told(text: string): readonly string[] {
  const r = of(text);
  return r.events.map((e) => [`${e.type} ${e.status}`, ...e.roles.map((f) => `${f.role}=${r.report.text.slice(...f.span)}`)].join("; "));
}

/** "effect low-high" of each toll of a report, with "part" where it is part of another. */
function tolls(text: string): readonly string[] {
  return of(text).statements.flatMap((s) =>
    s.kind === "toll" ? [`${s.effect} ${s.count.low}-${s.count.high ?? ""}${s.partOf === null ? "" : " part"}`] : [],
  );
}

type Row = readonly [sentence: string, ...events: readonly string[]];

const FROM_AFAR: readonly Row[] = [
  ["Two drones attacked an oil depot in Azov.", "violence.shelling occurred; weapon=Two drones; target=an oil depot"],
  ["A drone struck a refinery on Monday.", "violence.shelling occurred; weapon=A drone; target=a refinery"],
  ["The patrol was hit by a missile.", "violence.shelling occurred; target=The patrol; weapon=a missile"],
  ["Fighter jets bombed a market.", "violence.shelling occurred; perpetrator=Fighter jets; target=a market"],
  ["The patrol came under heavy fire near Delgar.", "violence.attack occurred; target=The patrol"],
];

const GROUND: readonly Row[] = [
  ["The mutineers were beaten back by loyal troops.", "violence.clash occurred; participant=The mutineers; authority=loyal troops"],
  ["Rebels captured the town of Delgar on Wednesday.", "violence.clash occurred; perpetrator=Rebels; target=the town of Delgar"],
  ["Soldiers tried to seize the presidential palace.", "violence.coup attempted; target=the presidential palace"],
];

const TAKEN: readonly Row[] = [
  ["Pirates seized a Greek tanker on Monday.", "violence.hijacking occurred; perpetrator=Pirates; target=a Greek tanker"],
  ["Pirates took 15 of her 23 crew hostage.", "violence.abduction occurred; perpetrator=Pirates; victim=15 of her 23 crew"],
  ["Gunmen took the boat's twelve sailors captive.", "violence.abduction occurred; perpetrator=Gunmen; victim=the boat's twelve sailors"],
  ["The rebels took 85 prisoner.", "violence.abduction occurred; perpetrator=The rebels; victim=85"],
];

test.each([...FROM_AFAR, ...GROUND, ...TAKEN])("is read as it is told: '%s'", (sentence, ...events) => {
  expect(told(sentence)).toEqual(events);
});

test("a war that spreads is no accident", () => {
  expect(told("The insurgency spilled over from the north in 2010.").filter((e) => e.startsWith("hazard"))).toEqual([]);
  expect(told("A lorry spilled its load of acid in Delgar.")).toHaveLength(1);
});

test("nothing is taken from the wounded for the dead where both are told by bounds", () => {
  const text = "At least 26 people were killed and more than 50 were wounded in fighting between clans, elders said on Saturday.";
  expect(tolls(text)).toEqual(["killed 26-", "injured 51-"]);
});

test("guards and a soldier are no part of the attackers who died", () => {
  const text = "Gunmen attacked a prison in Goma on Thursday, killing two guards. A soldier and four assailants also died.";
  expect(tolls(text)).toEqual(["killed 2-2", "killed 4-4", "killed 1-1"]);
});

test("a policeman who died beside guards is no attacker", () => {
  const text =
    "Gunmen attacked a prison in Goma on Thursday and killed two guards, the mayor said. A policeman and three attackers also died in the exchange of fire.";
  const groups = of(text).statements.flatMap((s) => (s.kind === "toll" ? [`${s.count.low} ${s.of}`] : []));
  expect(groups.sort()).toEqual(["1 security-forces", "2 security-forces", "3 attackers"]);
});

test("who was hurt months before was not hurt in the news", () => {
  const text =
    "Soldiers tried to seize power in Moroni on Saturday. The government spoke of a coup. In January, one person was killed and 25 were injured in protests over bread.";
  const r = of(text);
  expect(r.statements.filter((s) => s.kind === "toll" && s.event === r.lead)).toEqual([]);
});

/** "type earliest" of each event of a report. */
const days = (text: string): readonly string[] => of(text).events.map((e) => `${e.type} ${e.earliest}`);

test("an attack brought up as new, months before this week's, is another", () => {
  const ambush = "Eleven soldiers were killed on Thursday when rebels ambushed a convoy near Djibo.";
  expect(
    days(
      `${ambush} The area is a stronghold of the group, which killed 30 soldiers in an attack on a base in the same province in February.`,
    ),
  ).toEqual(["violence.attack 2012-05-10", "violence.attack 2012-02-01"]);
  const bomb = "A bomb killed nine people in Quetta on Friday.";
  expect(days(`${bomb} The city was the scene of a similar attack in March, when 20 people died.`)).toEqual([
    "violence.bombing 2012-05-11",
    "violence.attack 2012-03-01",
  ]);
});

test("a war is no part of the battle that the news tells of", () => {
  const text = "Rebels captured the town of Delgar on Friday. The war, which erupted in April 2010, has killed at least 15,000 people.";
  expect(days(text)).toEqual(["violence.clash 2012-05-11", "violence.clash 2010-04-01"]);
});

test("an attempt to take power is one, by whatever words", () => {
  const text =
    "Soldiers tried to seize the presidential palace in Moroni on Friday, in what the government called an attempted coup. The union condemned the attempt to take power by force.";
  expect(of(text).events.map((e) => `${e.type} ${e.status}`)).toEqual(["violence.coup attempted"]);
});

test("those killed in fighting between two sides were killed in a clash", () => {
  const text = "At least 26 people were killed in fighting between two clans near Delgar, elders said on Saturday.";
  expect(of(text).events.map((e) => e.type)).toEqual(["violence.clash"]);
});
