import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** "type: role=words; role=words" of every event of a text. */
function told(text: string): readonly string[] {
  const r = read(plainReport(text, { published: "2021-05-14" }));
  return r.events.map((e) => `${e.type}: ${e.roles.map((f) => `${f.role}=${r.report.text.slice(...f.span)}`).join("; ")}`);
}

test("an opening noun is the subject, whatever is put in between commas before its verb", () => {
  expect(told("A smuggler, identified as Ravi Toppo (24), surrendered before the magistrate.").join()).toContain("defendant=A smuggler");
  expect(told("Around 200 rebels of the Red Front blew up a bridge near Kasari.").join()).toContain("perpetrator=200 rebels");
});

test("who surrenders is the noun that the sentence opens with, whatever a participle or a name puts in behind it", () => {
  const of = (text: string): string => told(text).join();
  const two = of("Two rebels, identified as Ravi Toppo (40) and Anil Oraon (24), surrendered before the magistrate.");
  expect(two).toContain("defendant=Two rebels");
  expect(two).not.toContain("defendant=Anil");
  expect(of("One rebel leader carrying a reward of 5,000 rupees on his head surrendered in Karlo.")).toContain(
    "defendant=One rebel leader",
  );
  expect(of("Ravi Toppo alias Gedo, a member of the Taliban, surrendered before police.")).toContain("organisation=Taliban");
});

test("a noun behind a past tense read as a participle is its object", () => {
  const all = told("Masked men set on fire a bus at Deverapur.").join();
  expect(all).toContain("perpetrator=Masked men");
  expect(all).not.toContain("target=Masked men");
});

test("a blast that somebody carried out, and one that somebody triggered, has its perpetrator", () => {
  expect(told("Three guards were hurt in a landmine blast carried out by the rebels.").join()).toContain("perpetrator=the rebels");
  expect(told("Three guards were hurt in a rebel-triggered landmine blast.").join()).toContain("perpetrator=rebel");
});

test("both sides of a clash are read after 'between', and after 'with' the other side is the clause's subject", () => {
  const between = told("An encounter took place between the soldiers and the rebels inside a forest.").join();
  expect(between).toContain("authority=the soldiers");
  expect(between).toContain("participant=the rebels");
  const after = told("Police recovered a rifle after an exchange of fire with rebels.").join();
  expect(after).toContain("violence.clash: participant=rebels; authority=Police");
});

test("weapons can be seized, and what a total counts is what is seized", () => {
  expect(told("Customs officers seized a total of 14 rifles, 31 magazines and 900 cartridges.")).toEqual([
    "security.seizure: authority=Customs officers; target=14 rifles; target=31 magazines; target=900 cartridges",
  ]);
});

test("a killing after an abduction is an act of its own", () => {
  const all = told("Gunmen abducted nine villagers and killed three of them.");
  expect(all.some((e) => e.startsWith("violence.abduction"))).toBe(true);
  expect(all.some((e) => e.startsWith("violence.killing") && e.includes("victim=three of them"))).toBe(true);
});

test("acts of somebody's record are no acts of the report, one act that he was involved in is", () => {
  expect(told("Police arrested a man wanted in several cases of murder.").some((e) => e.startsWith("violence"))).toBe(false);
  expect(told("Police arrested a man over the murder of a teacher.").some((e) => e.startsWith("violence.killing"))).toBe(true);
});

test("a name right behind a noun belongs to its phrase, and a group said beside a perpetrator is his organisation", () => {
  expect(told("The girls were kidnapped by the militant group Boko Haram.").join()).toContain("perpetrator=the militant group Boko Haram");
});

test("who has orders to shoot does not shoot as 'orders'", () => {
  expect(told("The gang's bid to attack the court failed.").join()).toContain("perpetrator=The gang");
  expect(told("Guards had orders to shoot intruders.").join()).not.toContain("=orders");
});

test("who is sentenced for an act did it, not the court that says so, and the act is told once", () => {
  const all = told("A court in Ostrava on Tuesday sentenced a former caretaker to 12 years in prison for setting fire to a hostel.");
  const arson = all.filter((e) => e.startsWith("violence.arson"));
  expect(arson).toHaveLength(1);
  expect(arson[0]).not.toContain("court");
});

test("courts' counts are an offence each, and what somebody is sentenced to is the penalty, also for a month's word between", () => {
  const counts = told("Cole Brandt pleaded guilty to two counts of arson and one count of robbery.").join();
  expect(counts).toContain("offence=two counts of arson; offence=one count of robbery");
  expect(counts).not.toContain("violence.arson");
  expect(told("A court sentenced 12 men to jail terms earlier this month for wanting to join the rebels.")).toEqual([
    expect.stringContaining("penalty=jail terms"),
  ]);
});

test("who is sentenced along with another is a defendant too", () => {
  const all = told("A tribunal sentenced Omar Hadi to three years in prison along with 19 other men on Saturday.").join();
  expect(all).toContain("defendant=Omar Hadi; defendant=19 other men");
});

test("the client appeals, not the lawyer who says so; the pair who are held hold nobody", () => {
  expect(told("Ana Ruiz's lawyer said she would appeal the sentence.").join()).toContain("justice.appeal: defendant=Ana Ruiz");
  const held = told("The pair, held since Monday, deny the charges.").join();
  expect(held).toContain("defendant=The pair");
});

test("a sentence that is served and the verb that serves it are one event", () => {
  const all = told("The former mayor is serving a life sentence for fraud.");
  expect(all.filter((e) => e.startsWith("justice.sentence"))).toHaveLength(1);
  expect(all.join()).not.toContain("authority=");
});

test("a party told again in fewer words is told once, and a count keeps its 'more'", () => {
  const all = told("Ten soldiers were killed and dozens more were injured in a bus crash. The soldiers were killed on leave.").join();
  expect(all).toContain("victim=Ten soldiers; victim=dozens more");
  expect(all).not.toContain("victim=The soldiers");
});

test("soldiers evacuate people and are not evacuated, a force is not who seizes power by it", () => {
  expect(told("Soldiers evacuated 600 people from rooftops.")).toEqual(["movement.evacuation: authority=Soldiers; victim=600 people"]);
  expect(told("Four officers tried to take power by force.").join()).not.toContain("=force");
  expect(told("The union condemns any attempt to take power by force.").join()).not.toContain("violence.coup");
});

test("whom a judge finds guilty is read across his age, and who is fined after a sentence is who was sentenced", () => {
  const all = told(
    "Judge Ada Wood found Joseph Cole, 41, guilty of fraud. Peter Odhi was sentenced to three years in prison and fined 200 shillings.",
  );
  expect(all.find((e) => e.startsWith("justice.conviction"))).toContain("defendant=Joseph Cole");
  expect(all.filter((e) => e.startsWith("justice.sentence")).at(-1)).toContain("defendant=Peter Odhi");
});

test("soldiers who are arrested in a headline arrest nobody", () => {
  const all = told("Soldiers who tried to seize power in Basanga arrested, government says").join();
  expect(all).toContain("defendant=Soldiers");
  expect(all).not.toContain("authority=Soldiers");
});

test("who opens fire in a whole sentence does so, though no auxiliary tells the participle from the past", () => {
  const all = told("A gunman opened fire outside a police station in Marova on Monday.").join();
  expect(all).toContain("perpetrator=A gunman");
  expect(all).not.toContain("target=A gunman");
});

test("a weapon with an act in its name is no act of that kind", () => {
  const all = told("Gunmen stormed the depot in Marova on Monday and took an assault rifle from a guard.");
  expect(all.filter((e) => e.startsWith("violence.assault"))).toEqual([]);
});

test("a penalty between two numbers of years goes on to the second", () => {
  expect(told("Three men were sentenced to terms of between two and nine years.").join()).toContain(
    "penalty=terms of between two and nine years",
  );
});

test("what an act was done to goes on behind 'as well as'", () => {
  const all = told(
    "Masked youths attacked a police station with stones in central Gao as well as three banks and a government building.",
  ).join();
  expect(all).toContain("target=a police station; target=three banks; target=a government building");
  expect(told("The authorities jailed thousands of rebels as well as secular and liberal activists.").join()).toContain(
    "defendant=secular and liberal activists",
  );
});

test("a number of the headline and who it counts in the body are one party", () => {
  const all = told("One Dead, Six Injured in Gao Shooting\n\nA shooting left one man dead and six others injured in Gao early on Sunday.");
  expect(all.join()).not.toMatch(/victim=(One|Six)\b/);
});
