import { expect, test } from "vitest";
import type { TollStatement } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

function tolls(text: string): readonly TollStatement[] {
  return read(reportOf(text)).statements.filter((s) => s.kind === "toll");
}

/** Tolls in short: effect, low to high, and who. */
function short(text: string): readonly string[] {
  return tolls(text).map((t) => {
    const { low, high } = t.count;
    return `${t.effect} ${low === high ? low : `${low}-${high ?? ""}`}${t.who ? ` ${text.slice(t.who[0], t.who[1])}` : ""}`;
  });
}

test("a passive counts its subject, and a second clause its own", () => {
  expect(short("Twelve people were killed and 30 others were injured when a bomb exploded at a market in Gao on Monday.")).toEqual([
    "killed 12",
    "injured 30",
  ]);
});

test("a bound is kept as it was said", () => {
  expect(short("At least 20 people were killed in the attack on Monday.")).toEqual(["killed 20-"]);
});

test("a revised toll keeps what it was", () => {
  const [toll] = tolls("The death toll in the attack in Gao has risen from five to six, officials said.");
  expect([toll.count.low, toll.count.high, toll.count.was]).toEqual([6, 6, 5]);
});

test("a noun that says more than people is who was counted", () => {
  expect(short("Two policemen were killed in an ambush near Gao on Friday.")).toEqual(["killed 2 policemen"]);
});

test("a part of a total is a toll of its own, tied to it and not added", () => {
  const all = tolls("Nine people, including three children, were killed in the bombing in Gao.");
  expect(all.map((t) => t.count.low)).toEqual([9, 3]);
  expect(all[1].partOf).toBe(all[0].id);
});

test("cows are not people", () => {
  expect(short("The explosion in Gao killed eight cows on Monday.")).toEqual([]);
});

test("what was planned killed nobody", () => {
  expect(short("He planned to kill hundreds of people in an attack on the market.")).toEqual([]);
});

test("nobody hurt is a toll of none", () => {
  expect(short("No one was injured in the attack on the station.")).toEqual(["injured 0"]);
});

test("one person told of twice is counted once", () => {
  const killed = tolls("A man was killed in a shooting in Gao on Monday. The victim, Ibrahim Keita, died at the scene.").filter(
    (t) => t.effect === "killed",
  );
  expect(killed.filter((t) => t.who !== null).length).toBeLessThanOrEqual(1);
});

test("every number stands in the words of its span", () => {
  const text = "Police said 14 soldiers were wounded and two civilians were killed in the clash near Gao.";
  for (const t of tolls(text)) expect(text.slice(t.count.span[0], t.count.span[1])).toMatch(/14|two/);
});

test("an age after a name is no number of people", () => {
  expect(short("Boy, 15, dies in overnight shooting in Gao.")).toEqual(["killed 1"]);
});

test("where some of those shot died, the rest were injured", () => {
  expect([...short("Four people were shot in Gao on Monday. Two of them died.")].sort()).toEqual(["injured 2", "killed 2"]);
});

test("a number right before the word is its own", () => {
  expect(short("Five people are dead and nearly 40 injured after a shooting in Gao on Monday.")).toEqual(["killed 5", "injured 40"]);
});

test("a number over a year is no toll of the day's event", () => {
  const killed = tolls("Gunmen shot and killed a police officer in Gao on Monday. 67 officers have been killed this year.").filter(
    (t) => t.effect === "killed",
  );
  expect(killed.map((t) => t.count.low)).toEqual([1]);
});

test("what almost happened is no toll", () => {
  expect(short("A girl almost lost her life in the attack in Gao.")).toEqual([]);
});

test("a person beside the word is counted where nothing but place in the sentence joins them", () => {
  expect(short("A shooting in Gao on Monday left a six-year-old dead.")).toEqual(["killed 1"]);
  expect(short("Police said the shooting death of 17-year-old Jaylen Orr shook the school.")).toEqual(["killed 1 Jaylen Orr"]);
});

test("a total that counts the dead among those shot leaves them out of the injured", () => {
  const text =
    "Four shot, one fatally, outside bar in Dalton\n\nDALTON - Four people were shot early Sunday outside a bar in Dalton, police said. One of them, Marlon Orr, 23, died at the scene. Three others were taken to a hospital in stable condition.";
  const injured = tolls(text).filter((t) => t.effect === "injured" && t.partOf === null && t.event !== null);
  expect(injured.map((t) => t.count.low)).toContain(3);
  expect(injured.map((t) => t.count.low)).not.toContain(4);
});

test("people taken to hospital after a shooting are its injured, told by those words", () => {
  const text =
    "Shooting at Dalton party sends three people to hospital\n\nDALTON - A shooting at a party in Dalton sent three people to the hospital late Saturday, police said. All three are expected to survive.";
  const [toll] = tolls(text).filter((t) => t.effect === "injured");
  expect([toll?.count.low, toll?.rules.some((r) => r === "toll-words:send-hospital")]).toEqual([3, true]);
});

test("a patient of nobody's attack is no toll", () => {
  expect(tolls("The king was taken to hospital on Monday with a cold and is expected to recover, the palace said.")).toEqual([]);
});

test("a further person before a participle is its own, not the one told of before", () => {
  const all = tolls("A trooper was killed and another injured in a bomb blast in Gao on Monday.");
  expect(all.map((t) => [t.effect, t.count.low])).toEqual([
    ["killed", 1],
    ["injured", 1],
  ]);
});

test("a phrase between the conjunction and the verb is counted beside the first", () => {
  expect(short("Four rebel soldiers and a television technician were killed in the attack on Monday.")).toEqual([
    "killed 4 rebel soldiers",
    "killed 1 television technician",
  ]);
});

test("a number with a word of its own before it is not counted by the word of the number before", () => {
  const said = short("An earthquake killed at least 20 people and injured hundreds in Lomara on Monday.");
  expect([...said].sort()).toEqual(["injured 200-", "killed 20-"]);
});

test("whether attackers are in the count is as the text says, and open where it does not", () => {
  const within = (text: string): boolean | null => tolls(text)[0].withAttackers;
  expect(within("A suicide bomber killed 12 people, including the attacker, in Gao on Monday.")).toBe(true);
  expect(within("The bombing in Gao on Monday killed 12 people, not including the bomber.")).toBe(false);
  expect(within("The bombing in Gao on Monday killed 12 people.")).toBe(null);
});

test("names that follow a number are the numbered", () => {
  const all = tolls("Three rebels, identified as Ganu Retam, Lakhmu Benjar and Vachan Raju, were arrested in Gao on Monday.");
  expect(all.filter((t) => t.partOf === null).map((t) => t.count.low)).toEqual([3]);
});

test("a toll keeps the time as of which it stood, and a deadline is none", () => {
  const asOf = (text: string): string | undefined => {
    const reading = read(reportOf(text));
    const toll = reading.statements.find((s) => s.kind === "toll");
    const time = toll?.kind === "toll" ? reading.times.find((t) => t.id === toll.asOf) : undefined;
    return time && text.slice(...time.span);
  };
  expect(asOf("As of Tuesday evening, 12 people had been killed in the flood in Gao.")).toBe("Tuesday evening");
  expect(asOf("By late Monday the flood in Gao had killed 12 people.")).toContain("Monday");
  expect(asOf("The flood in Gao killed 12 people on Monday.")).toBeUndefined();
  expect(asOf("The flood in Gao killed 12 people, and residents were to leave by Monday.")).toBeUndefined();
});

test("a pointer to another story counts nobody of the story above it", () => {
  const text =
    "Two dead in ferry terminal shooting\n\nA man shot dead two people at the ferry terminal in Duluth on Tuesday, authorities said.\n\nRead more: Three hurt in bridge collapse last year";
  const start = text.indexOf("Read more");
  const r = read(
    plainReport(text, {
      published: "2016-08-02",
      parts: [
        { span: [0, start], part: "body" },
        { span: [start, text.length], part: "teaser" },
      ],
    }),
  );
  const ofLead = r.statements.filter((s) => s.kind === "toll" && s.event === r.lead);
  expect(ofLead.length).toBeGreaterThan(0);
  expect(ofLead.every((s) => s.part !== "teaser")).toBe(true);
});

test("one voice that says a death again by the dead man's name says it once, in the words of the story", () => {
  const text =
    "One dead in Marlow bar shooting\n\nA shooting left one man dead at a bar in Marlow on Friday night.\n\n" +
    "Officers found 31-year-old Tom Ferrier dead behind the counter.";
  const body = text.indexOf("A shooting");
  const parts = [
    { span: [0, body - 2], part: "headline" },
    { span: [body, text.length], part: "body" },
  ] as const;
  const all = read({ ...reportOf(text), parts }).statements.filter((s) => s.kind === "toll");
  expect(all.map((t) => [t.effect, t.count.low])).toEqual([["killed", 1]]);
  expect(text.slice(...all[0].evidence)).toContain("left one man dead");
});

test("who is arrested alone beside the story is a defendant and no number", () => {
  expect(short("Six people were killed when a bus crashed near Arlen on Monday. Its driver has been arrested.")).toEqual(["killed 6"]);
  expect(short("Police arrested nine people after the riot in Arlen on Monday.")).toEqual(["arrested 9"]);
});

test("people counted as a part of many are called what the many are", () => {
  expect(short("Thousands of strikers have been arrested in Arlen since May.")).toEqual(["arrested 2000- strikers"]);
  expect(short("Ten of them were wounded in the attack in Arlen.")).toEqual(["injured 10"]);
});

test("two verbs joined share whom they harmed, and not who did it", () => {
  expect(short("Sergeant Dan Ullman shot and killed Peter Kray, 50, outside a shop in Arlen on Friday.")).toEqual(["killed 1 Peter Kray"]);
});

test("who stands before a participle that capitals or haste make look like a noun is counted, not who shot", () => {
  const shot = (text: string): readonly string[] => short(text).filter((t) => t.startsWith("injured"));
  expect(shot("Four shot outside Tarvin bar\n\nPolice in Tarvin said the shooting took place on Sunday night.")).toEqual(["injured 4"]);
  expect(shot("The guard fired one shot on Sunday night, police in Tarvin said.")).toEqual([]);
});

test("people of one list are counted each for himself, by number and by age", () => {
  const killed = (text: string): number => tolls(text).reduce((n, t) => n + (t.effect === "killed" ? (t.count.low ?? 0) : 0), 0);
  expect(killed("A 7-year-old and her 33-year-old father were killed in a shooting in Tarvin on Monday.")).toBe(2);
  expect(killed("Jorn Ravik, Mila Torn, Peder Holm and Ana Brekke all died in a shooting in Tarvin on Monday.")).toBe(4);
});

test("who killed is not among the killed, nor who says so", () => {
  const who = (text: string, effect: string): readonly string[] =>
    tolls(text).flatMap((t) => (t.effect === effect && t.who ? [text.slice(...t.who)] : []));
  expect(who("The teen who killed a baker in Tarvin on Monday was charged.", "killed")).not.toContain("The teen");
  expect(who("Coroner: Boy dead after shooting in Tarvin\n\nA boy died on Monday.", "killed").join(" ")).not.toContain("Coroner");
});

test("what is said of the number of people killed or hurt is their toll, with what it was before", () => {
  const lead = "A gunman attacked a police station in Marova on Monday. ";
  const said = (words: string): string =>
    read(plainReport(lead + words, { published: "2021-05-14" }))
      .statements.flatMap((s) => (s.kind === "toll" ? [`${s.effect} ${s.count.low} was ${s.count.was}`] : []))
      .join("; ");
  expect(said("The number of people killed in the attack has risen from five to six, officials said.")).toBe("killed 6 was 5");
  expect(said("The number of injured climbed to 40 from 35.")).toBe("injured 40 was 35");
  expect(said("The number of those killed stands at nine.")).toBe("killed 9 was null");
  expect(said("The number of people killed in the attack is not known.")).toBe("");
  expect(said("The number of people killed in such attacks fell to 19.")).toBe("");
});

test("the children that somebody has are not the dead", () => {
  expect(short("Father of 5 killed in a shooting in Ashford")).toEqual(["killed 1"]);
  expect(short("Family of 5 killed in a shooting in Ashford")).toEqual(["killed 5"]);
});

test("who shoots self is the one hurt", () => {
  expect(short("5-Year-Old Boy Shoots Self With Parent's Gun")[0]).toMatch(/^injured 1/);
});

test("one whom somebody killed counts, by whatever noun he is told of; an animal does not", () => {
  const killed = (text: string): number =>
    read(plainReport(text, { published: "2021-05-14" })).statements.reduce(
      (n, s) => n + (s.kind === "toll" && s.effect === "killed" ? (s.count.low ?? 0) : 0),
      0,
    );
  expect(killed("Rebels shot dead a police personnel in Karpur.")).toBe(1);
  expect(killed("Gunmen killed the mukhiya of Banda block on Sunday.")).toBe(1);
  expect(killed("Rebels beheaded a quack in Khanpur village.")).toBe(1);
  expect(killed("Poachers killed a tiger in the park.")).toBe(0);
});

test("people arrested are counted once, however often they are told of", () => {
  const arrested = (text: string): number => {
    const r = read(plainReport(text, { published: "2021-05-14" }));
    const lead = r.events.filter((e) => e.type === "security.arrest");
    const told = r.statements.filter((s) => s.kind === "toll" && s.effect === "arrested" && s.partOf === null);
    return lead.length * 100 + told.reduce((n, s) => n + (s.kind === "toll" ? (s.count.low ?? 0) : 0), 0);
  };
  expect(arrested("A rebel was arrested in Karpur. Acting on a tip-off, police raided a house and arrested the rebel.")).toBe(101);
  expect(arrested("Two rebels were arrested in Karpur. The duo, Sudhir Bhu (24) and Habil Horo (23), were arrested by soldiers.")).toBe(
    102,
  );
  expect(arrested("Four rebels were arrested in Karpur. The three others arrested were named as Bhu, Horo and Lal.")).toBe(104);
  expect(arrested("Two rebels were arrested in Karpur. In a separate incident, two rebels were arrested in Lalpur.")).toBe(204);
  expect(arrested("Three rebels, identified as Gangu Nar (40), Sada Dar (38), and Gol Nar, were arrested during a search.")).toBe(103);
  expect(arrested("Police arrested Arjun Thakur (50) and two of his associates in Karpur.")).toBe(103);
  expect(arrested("A leader, identified as Murali, along with three others was arrested by soldiers.")).toBe(104);
});

test("'five of the wounded died' counts five, and who says that somebody was picked up was not", () => {
  expect(short("A bomb killed nine people in Gao on Saturday. The toll rose after five of the wounded died overnight.")).toEqual([
    "killed 9",
    "killed 5",
  ]);
  expect(short("A bomb killed nine people in Gao on Saturday. She said two of the injured have since died.")).toContain("killed 2");
  const arrested = short(
    "Police have arrested three men over the blast. The suspects, whose names were not given, were picked up in Mopti, police spokesman Issa Keita said.",
  );
  expect(arrested).toEqual(["arrested 3 men"]);
});

test("one of five people shot tells of all five", () => {
  expect(short("Police said Kim Doe was one of five people shot in a bar in Gao on Monday.")).toEqual(["injured 5"]);
});

test("whoever shoots himself and somebody behind a comma harms both", () => {
  expect([...short("A boy was charged after shooting self, girl in Gao.")].sort()).toEqual(["injured 1 boy", "injured 1 girl"]);
});

test("a second clause with a subject of its own leaves the first its own effect", () => {
  expect([...short("Seven shot, one dead in Gao")].sort()).toEqual(["injured 6", "killed 1"]);
});
