import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";
import { ordinalFeatures, partedFeatures } from "../../src/read/tolls/parted.js";
import { chiefAccount } from "../../src/read/tolls/reckon.js";
import { toldOf } from "../../src/read/tolls.js";

/** Whom the words of a text count as killed or injured, before anything is weighed: "killed 1 mother". */
function counted(text: string): readonly string[] {
  const { entries } = toldOf(findAll(plainReport(text, { published: "2024-11-20" }), "assertions"));
  return entries
    .filter(({ c }) => c.word.effect === "killed" || c.word.effect === "injured")
    .map(({ c }) => `${c.word.effect} ${c.count.low} ${text.slice(...c.phrase)}`)
    .sort();
}

function accountOf(text: string): ReturnType<typeof chiefAccount> {
  const found = findAll(plainReport(text, { published: "2024-11-20" }), "assertions");
  return chiefAccount(found, toldOf(found));
}

/** The numbers that may be how many the chief event killed and injured. */
function possible(text: string): readonly [killed: readonly number[], injured: readonly number[]] {
  const account = accountOf(text);
  const of = (effect: "killed" | "injured"): readonly number[] => (account?.values[effect] ?? []).map((x) => x.v).sort((a, b) => a - b);
  return [of("killed"), of("injured")];
}

test("people listed before the word are each counted, whatever stands between", () => {
  expect(counted("Police made an arrest after a mother and her young son were found shot to death at home.")).toEqual([
    "killed 1 mother",
    "killed 1 young son",
  ]);
  expect(counted("He called the station, saying his mother and younger brother were dead.")).toEqual([
    "killed 1 mother",
    "killed 1 younger brother",
  ]);
  expect(counted("Man, baby found dead in Roeville home")).toEqual(["killed 1 Man", "killed 1 baby"]);
  expect(
    counted("The coroner says 61-year-old Joel Marr, 29-year-old Bryan Marr and 40-year-old Kevin Pell died of their wounds."),
  ).toHaveLength(3);
});

test("who is set apart by a preposition or a stop was not shot, and who killed a list is none of it", () => {
  expect(counted("Four People Shot in Roeville Gardens: Police")).toEqual(["injured 4 People"]);
  expect(counted("4 people shot in Roeville, New Varn; masked suspect on the loose")).toContain("injured 4 people");
  expect(counted("Gunmen shot at least four people in Roeville.")).toEqual(["injured 4 people"]);
  expect(counted("A man who shot a nurse and a guard was killed.")).toContain("killed 1 man");
});

test("a clause, a sayer or a town that the tree takes for the subject gives way to the person", () => {
  expect(counted("Teen shot in southeast Roeville has died, police say")).toContain("killed 1 Teen");
  expect(counted("Roeville police: Victim of Friday night shooting died Monday evening")).toContain("killed 1 Victim");
  expect(counted("Roeville man allegedly kills 4-month-old before shooting himself")).toEqual([
    "injured 1 Roeville man",
    "killed 1 4-month-old",
  ]);
  expect(counted("Teen killed, man critical after shooting in Roeville")).toEqual(["injured 1 man", "killed 1 Teen"]);
});

test("who shoots self and another harms both", () => {
  expect(counted("A man is accused of accidentally shooting himself and his 1-year-old daughter.")).toEqual([
    "injured 1 1-year-old daughter",
    "injured 1 man",
  ]);
});

test("a death told of by its noun has happened, whoever is charged with it", () => {
  expect(counted("Portman is charged with manslaughter in the shooting death of a 19-year-old man.")).toEqual(["killed 1 19-year-old man"]);
  expect(counted("The death of a 49-year-old man who was shot on Saturday was ruled accidental.")).toContain("killed 1 49-year-old man");
});

test("parents are two", () => {
  expect(counted("A teenager is accused of fatally shooting his parents and three younger sisters.")).toEqual([
    "killed 2 parents",
    "killed 3 younger sisters",
  ]);
});

test("those named as the dead are each counted", () => {
  expect(counted("The coroner identified the dead victims as 67-year-old Brenda Foss, and her granddaughter Ann Pell.")).toHaveLength(2);
  expect(counted("Killed in the shooting were Ann Brill, 40, and Joan Tate, 39.")).toEqual(["killed 1 Ann Brill", "killed 1 Joan Tate"]);
  expect(counted("Police named the two dead as Carl Dow, 25, and Ivan Metz, 30.")).toContain("killed 1 Carl Dow");
});

test("what an ordinal or a multiple gives away may be the number", () => {
  expect(possible("Police now say an 8th teen was injured in a weekend shooting.")[1]).toContain(8);
  expect(possible("Three men shot, a fourth wounded by shrapnel in Roeville")[1]).toContain(4);
  const [killed, injured] = possible("Police are investigating a deadly quadruple shooting. It left 27-year-old Ben Lane dead.");
  expect(killed).toContain(1);
  expect(injured).toContain(3);
});

test("attackers whom police killed may come on top of the total", () => {
  expect(possible("Four people were killed by a man on a rampage before he was shot and killed by police on Sunday.")[0]).toContain(5);
  expect(possible("A gunman killed three people and wounded five others before officers shot him dead.")[0]).toContain(4);
});

test("persons and numbers told of apart may be taken together", () => {
  expect(possible("A woman was shot in the arm on Monday. Two men were shot in the leg. The gunman fled.")[1]).toContain(3);
});

test("an act said to be of a kind happened, and a death ruled a homicide too", () => {
  const status = (text: string): string | undefined =>
    findAll(plainReport(text, { published: "2024-11-20" })).events.find((e) => e.type.startsWith("violence."))?.status;
  expect(status("Two teens were wounded in a suspected gang-related shooting in Roeville.")).toBe("occurred");
  expect(status("The shooting death of a 22-year-old man has been ruled a homicide.")).toBe("occurred");
});

test("who died of those shot parts their number", () => {
  for (const text of [
    "Four people were shot on Saturday night outside a club. Two of them died at a hospital.",
    "Four people were shot outside a club on Saturday night. Two died.",
    "Four people were shot outside a club on Saturday, two fatally.",
  ]) {
    const account = accountOf(text);
    expect(account && partedFeatures(account, 2, 2)).toContain("parted");
    expect(account && partedFeatures(account, 2, 4)).toContain("not parted");
    expect(account && partedFeatures(account, 0, 4)).not.toContain("parted");
  }
  const apart = accountOf("Three men were shot on Saturday. A woman was killed in another car.");
  expect(apart && partedFeatures(apart, 1, 2)).toEqual([]);
});

test("a number may reach the one that an ordinal says, fall short of it or pass it", () => {
  const account = accountOf("Police now say an 8th teen was injured in a weekend shooting.");
  expect(account && [7, 8, 9].map((i) => ordinalFeatures(account, 0, i)[0])).toEqual([
    "total under ordinal",
    "total by ordinal",
    "total over ordinal",
  ]);
});

test("what did not happen gives way to the act beside it that did", () => {
  const found = findAll(
    plainReport(
      "Roeville officer shot during pursuit; no shots fired by officers\n\nA suspect fired at officers on Monday, striking one of them.",
      {
        published: "2024-11-20",
      },
    ),
  );
  expect(found.events.find((e) => e.id === found.lead)?.status).toBe("occurred");
});

test("the number that somebody puts is of the toll told last, and of none where others were counted since", () => {
  const slide = "A landslide buried a hamlet. Officials said 12 people were killed, while the Red Crescent put the number at 19.";
  expect(counted(slide)).toContain("killed 19 number");
  const march = "Two people were hurt on Monday. Organisers said 20,000 people marched, but police put the number at 8,000.";
  expect(counted(march).some((c) => c.includes("8000"))).toBe(false);
});

test("whoever was missing and was found is missing no more", () => {
  const missing = (text: string) =>
    toldOf(findAll(plainReport(text, { published: "2024-11-20" }), "assertions")).entries.filter(({ c }) => c.word.effect === "missing");
  expect(missing("Three hikers who were reported missing in the hills were rescued on Monday.")).toEqual([]);
  expect(missing("A woman reported missing on Sunday was found alive near the river.")).toEqual([]);
  expect(missing("Ten miners were still missing on Monday.")).toHaveLength(1);
});
