import { expect, test } from "vitest";
import { sourceOfBytes } from "../../src/intake/index.js";
import type { Event, Reading } from "../../src/model/reading.js";
import { readSource } from "../../src/pipeline/read.js";

const read = (text: string, published: string): Reading => readSource(sourceOfBytes("x.txt", Buffer.from(text), { published }));
const of = (reading: Reading, type: string): Event | undefined => reading.events.find((e) => e.type === type);
const days = (e: Event | undefined) => `${e?.earliest}..${e?.latest}`;
const role = (reading: Reading, type: string, name: string): string[] =>
  (of(reading, type)?.roles ?? []).filter((r) => r.role === name).map((r) => reading.report.text.slice(...r.span));

test("an act has the month that its own noun names, not the day of the hearing or of the arrest", () => {
  const hanged = read(
    "Two men were sentenced to death by hanging on Friday for the bombing of a market in Gombe last March.",
    "2022-02-19",
  );
  expect(days(of(hanged, "violence.bombing"))).toBe("2021-03-01..2021-03-31");
  const held = read(
    "Police said on Monday that they had arrested three men over last week's bombing of a market in Gombe. The suspects were captured on Saturday in a raid on a house.",
    "2021-03-15",
  );
  expect(days(of(held, "violence.bombing"))).toBe("2021-03-08..2021-03-14");
});

test("a time behind a participle is the participle's, before the verb of the sentence", () => {
  const freed = read(
    "Twenty of the girls abducted from a school in Kankara two weeks ago were released on Friday night, the governor said on Saturday.",
    "2022-06-18",
  );
  expect(days(of(freed, "violence.abduction"))).toBe("2022-05-30..2022-06-05");
  expect(days(of(freed, "justice.release"))).toBe("2022-06-17..2022-06-17");
});

test("whoever is sentenced for leading a coup led it, and not the court", () => {
  const reading = read(
    "A court sentenced Colonel Ba Diop to 25 years in prison for leading a failed coup last year in which 11 people were killed.",
    "2022-06-17",
  );
  expect(role(reading, "violence.coup", "perpetrator")).toEqual(["Colonel Ba Diop"]);
  expect(role(reading, "justice.sentence", "penalty")).toEqual(["25 years in prison"]);
  expect(of(reading, "violence.killing")).toBeUndefined();
});

test("how long somebody gets ends before what for and before who is named next", () => {
  const reading = read("Dr Seng Vong was sentenced to six years in prison and Bao Lin, a builder, to four.", "2022-06-17");
  expect(role(reading, "justice.sentence", "penalty")[0]).toBe("six years in prison");
});

test("what police did to a suspect is no part of the bombing that he was tried for", () => {
  const reading = read(
    "Court clears man of market bombing\n\nA court acquitted Sale Dogo on Friday of the bombing of a market in Gombe that killed 27 people in 2021. Police had beaten and tortured him, the judge said.",
    "2023-05-13",
  );
  expect(role(reading, "violence.bombing", "victim")).toEqual(["27 people"]);
});

test("a market that bears a town's name is in the town that the report puts it in", () => {
  const reading = read("A bomb killed nine people at Gamboru market in Maiduguri on Tuesday, police said.", "2021-03-10");
  const bombing = of(reading, "violence.bombing");
  expect(reading.places.find((p) => p.id === bombing?.where)?.name).toBe("Maiduguri");
});

test("a dam that breached is a collapse, and what is disputed on a day is not of that day", () => {
  const reading = read(
    "An exiled politician on Monday disputed the official toll of the Nam Lo dam disaster, saying that more than 200 people had died.",
    "2019-08-19",
  );
  expect(days(of(reading, "hazard.collapse"))).toBe("null..2019-08-19");
});

test("a town before a dash is the dateline of a story without capitals, too", () => {
  const reading = read(
    "Two jailed\n\nGusau — The Court of Appeal on Friday acquitted Sale Dogo, one of two men who were sentenced to death over a market bombing in 2021, lawyers said.",
    "2023-05-13",
  );
  expect(role(reading, "justice.acquittal", "authority")).toEqual(["The Court of Appeal"]);
});

test("a tally counts the dead anew, also beside a number told before", () => {
  const counts = (text: string): (number | null)[] =>
    read(text, "2022-02-19").statements.flatMap((s) => (s.kind === "toll" && s.partOf === null ? [s.count.low] : []));
  expect(counts("An explosion killed 22 people at a market on Tuesday. The death toll rose to 24 on Friday.")).toEqual([22, 24]);
  expect(counts("An explosion killed 22 people at a market on Tuesday. Police earlier put the toll at 14.")).toEqual([22, 14]);
});

test("what another speaker counts in sum is a rival of the total, and no part of it", () => {
  const reading = read(
    "Officials say 17 people were killed in the bombing on Friday. The opposition says that 11 people died.",
    "2022-02-19",
  );
  expect(reading.statements.flatMap((s) => (s.kind === "toll" ? [[s.count.low, s.partOf]] : []))).toEqual([
    [17, null],
    [11, null],
  ]);
});

test("whom a court found guilty, sentenced or cleared is told also where the tree does not say it", () => {
  const both = read("Judge Ruth Ayuba found Sale Dogo guilty on 27 counts of murder and Musa Pam guilty of terrorism.", "2022-02-19");
  expect(role(both, "justice.conviction", "defendant")).toEqual(["Sale Dogo", "Musa Pam"]);
  const them = read(
    "A court on Friday convicted two men of the 2021 bombing of a market in Gombe that killed 27 people and sentenced them to death. A third was acquitted.",
    "2022-02-19",
  );
  expect(role(them, "justice.sentence", "defendant")).toEqual(["two men"]);
  expect(role(them, "justice.acquittal", "defendant")).toEqual(["A third"]);
});

test("shots that are told with a coup are the coup's", () => {
  const reading = read(
    "Gunfire was heard in the capital on Tuesday in what appeared to be an attempted coup, witnesses said.",
    "2022-05-17",
  );
  expect(reading.events.find((e) => e.id === reading.lead)?.type).toBe("violence.coup");
});

test("an act has no day of the court that rules on it, nor one after", () => {
  const shot = read(
    "A judge on Thursday sentenced a former deputy to 22 years in prison for shooting a neighbour to death.\n\nTravis Hollis was convicted last month of the killing of Leon Batt outside his home in Bibb County in March 2022.",
    "2024-11-15",
  );
  expect(days(of(shot, "violence.killing"))).toBe("2022-03-01..2022-03-31");
  const undated = read(
    "A judge on Thursday sentenced a former deputy to 22 years in prison for shooting a neighbour to death.",
    "2024-11-15",
  );
  expect(days(of(undated, "violence.killing"))).toBe("null..2024-11-15");
  const stabbed = read("A man was charged on Wednesday with stabbing two women at a bus stop on Monday.", "2024-11-15");
  expect(days(of(stabbed, "violence.assault"))).toBe("2024-11-11..2024-11-11");
  const outside = read("Fans clashed with police outside the court after the striker was sentenced on Monday.", "2024-11-15");
  expect(days(of(outside, "violence.clash"))).toBe("2024-11-11..2024-11-11");
});

test("an earlier acquittal of something else bounds no act of today", () => {
  const killed = read(
    "An officer was charged on Wednesday with murdering a rider. The officer killed Brian Ouma, 23, on May 14, the charge sheet says. In 2017 he was acquitted of assaulting a student.",
    "2024-06-06",
  );
  expect(days(of(killed, "violence.killing"))).toBe("2024-05-14..2024-05-14");
});

test("what was to be done is still to come, on the day to come", () => {
  const charged = read("Seventeen marchers were arrested and were to be charged with arson on Monday.", "2023-11-24");
  expect(of(charged, "justice.charge")?.status).toBe("planned");
  expect(days(of(charged, "justice.charge"))).toBe("2023-11-27..2023-11-27");
  const tried = read("A fourth man, who was held in Malaga, is still to be tried.", "2023-11-24");
  expect(of(tried, "justice.trial")?.status).toBe("planned");
  expect(role(tried, "justice.trial", "defendant")).toEqual(["A fourth man"]);
  expect(of(read("A new vaccine was tried in Lyon.", "2023-11-24"), "justice.trial")).toBeUndefined();
});

test("the land that only the dateline names is where nothing was", () => {
  const strike = of(
    read("Nurses walk out\n\nKISUMU, Kenya - A strike by nurses entered its second week on Friday.", "2024-03-08"),
    "unrest.strike",
  );
  expect([strike?.where, strike?.country]).toEqual([null, "KEN"]);
});

test("an attempt that somebody foiled was foiled", () => {
  const storm = (text: string) => of(read(text, "2023-11-24"), "violence.attack")?.status;
  expect(storm("Troops foiled an attempt by rebels to storm the prison.")).toBe("foiled");
  expect(storm("Troops reported an attempt by rebels to storm the prison.")).toBe("attempted");
});
