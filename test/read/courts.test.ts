import { expect, test } from "vitest";
import type { Event, Reading, Statement } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2023-06-15" }));
const words = (r: Reading, [start, end]: readonly [number, number]): string => r.report.text.slice(start, end);
const event = (r: Reading, type: Event["type"]): Event => {
  const found = r.events.find((e) => e.type === type);
  expect(found, `no ${type} among ${r.events.map((e) => e.type).join(", ")}`).toBeDefined();
  return found as Event;
};
const fillers = (r: Reading, e: Event, role: string): readonly string[] =>
  e.roles.filter((f) => f.role === role).map((f) => words(r, f.span));
const stances = (r: Reading, s: Statement): readonly (string | undefined)[] =>
  s.attribution.map((id) => r.attributions.find((a) => a.id === id)?.stance);

test("who gives an act a name, or judges it, did not do it", () => {
  const named = [
    'A bombing hit a market. The governor, Adisa Sule, called the bombing "an act of terrorism".',
    "Gunmen shot dead four people on Monday. President Lind called the attack cowardly.",
    "Gunmen shot dead four people on Monday. The minister called the killings a tragedy.",
  ];
  for (const text of named) {
    const r = reading(text);
    const doers = r.events.flatMap((e) => fillers(r, e, "perpetrator"));
    expect(doers.filter((d) => d !== "Gunmen")).toEqual([]);
    expect(r.events.filter((e) => e.type.startsWith("violence.") && e.status !== "occurred")).toEqual([]);
  }
  const called = reading("Rebels launched the attack on Monday, and the union called a strike.");
  expect(fillers(called, event(called, "violence.attack"), "perpetrator")).toEqual(["Rebels"]);
});

test("persons told one after another with their ages are all of the list", () => {
  const charged = reading("Tunde Oke, 26, Umar Bala, 31, and Haruna Idi, 40, are charged with murder.");
  expect([...fillers(charged, event(charged, "justice.charge"), "defendant")].sort()).toEqual(["Haruna Idi", "Tunde Oke", "Umar Bala"]);
  const arrested = reading("Police arrested Ravi Menon (24), Sunil Deka (31) and Manoj Bora (29) on Monday.");
  expect(fillers(arrested, event(arrested, "security.arrest"), "defendant")).toEqual(["Ravi Menon", "Sunil Deka", "Manoj Bora"]);
  const killed = reading("Killed were Tom Reeve, 45, and Ann Reeve, 43.");
  expect(fillers(killed, event(killed, "violence.killing"), "victim")).toEqual(["Tom Reeve", "Ann Reeve"]);
});

test("a list of ages ends at a name that does something else", () => {
  const r = reading("Police arrested Ravi Menon, 24, while Sunil Deka, 31, fled.");
  expect(fillers(r, event(r, "security.arrest"), "defendant")).toEqual(["Ravi Menon"]);
});

test("a court that changes a sentence is its authority, and what it is changed to the penalty", () => {
  const r = reading("The Court of Appeal in Abuja on Thursday reduced the life sentences of two men to 25 years each.");
  const sentences = r.events.filter((e) => e.type === "justice.sentence");
  expect(sentences).toHaveLength(1);
  expect(fillers(r, sentences[0], "authority")).toEqual(["The Court of Appeal"]);
  expect(fillers(r, sentences[0], "penalty")).toEqual(["25 years each"]);
  expect(fillers(r, sentences[0], "defendant")).toEqual(["two men"]);
  const law = reading("Lawmakers want to increase sentences for arson.");
  expect(law.events.filter((e) => e.type === "justice.sentence" && e.status === "occurred")).toEqual([]);
});

test("a judge is never the defendant of the judge's own sentence", () => {
  const r = reading("A judge increased her sentence from five to eight years.");
  expect(fillers(r, event(r, "justice.sentence"), "defendant")).toEqual([]);
});

test("'jailed for life' is how long; a second object is no second sentence; 'found guilty' stays passive", () => {
  const life = reading("Two jailed for life over Gombe bombing, third acquitted");
  expect(fillers(life, event(life, "justice.sentence"), "penalty")).toEqual(["life"]);
  expect(fillers(life, event(life, "justice.acquittal"), "defendant")).not.toContain("Two");
  const handed = reading("A judge handed Peter Lang a 12-year sentence on Monday.");
  expect(handed.events.filter((e) => e.type === "justice.sentence")).toHaveLength(1);
  const found = reading("The mayor was acquitted of fraud but found guilty of bribery.");
  expect(fillers(found, event(found, "justice.conviction"), "defendant")).toEqual(["The mayor"]);
  expect(fillers(found, event(found, "justice.conviction"), "authority")).toEqual([]);
});

test("lawyers appeal for whom they speak for, and an acquittal that is appealed took place", () => {
  const r = reading("Lawyers for the two convicted men said they would appeal.");
  expect(fillers(r, event(r, "justice.appeal"), "defendant")).toEqual(["the two convicted men"]);
  const against = reading("Prosecutors have appealed the acquittal of Tunde Oke.");
  const acquittal = event(against, "justice.acquittal");
  expect(acquittal.status).toBe("occurred");
  expect(fillers(against, acquittal, "defendant")).toEqual(["Tunde Oke"]);
});

test("a court that rejects an appeal does not deny that there was one", () => {
  const r = reading("The court rejected an appeal by the two men on Wednesday.");
  const appeal = event(r, "justice.appeal");
  const said = r.statements.filter((s) => s.kind === "event" && s.event === appeal.id);
  expect(said.map((s) => stances(r, s))).toEqual([[]]);
});

test("what somebody is accused of is alleged, whoever accuses", () => {
  for (const text of [
    "Three men accused of bombing a market in March appeared in court on Tuesday.",
    "The three men, who are accused of killing nine people, appeared in court on Tuesday.",
  ]) {
    const r = reading(text);
    const act = event(r, text.includes("killing") ? "violence.killing" : "violence.bombing");
    const said = r.statements.filter((s) => s.kind === "event" && s.event === act.id);
    expect(said.map((s) => stances(r, s))).toEqual([["alleges"]]);
    expect(said.flatMap((s) => s.attribution.map((id) => r.attributions.find((a) => a.id === id)?.source))).toEqual([null]);
  }
});

test("who rejects a claim of responsibility denies the act that was claimed", () => {
  const r = reading(
    "Gunmen killed ten people in Gombe on Monday. The Dawn Front claimed responsibility for the attack. Police rejected the claim, saying thieves had fired.",
  );
  const denials = r.statements.filter((s) => s.kind === "event" && stances(r, s)[0] === "denies");
  expect(denials.map((s) => words(r, s.evidence))).toEqual(["Police rejected the claim, saying thieves had fired"]);
});

test("what is told of an act in passing is not its claimant's word, and an aside about a speaker closes", () => {
  const killed = (text: string) => {
    const r = reading(text);
    return r.statements.filter((s) => s.kind === "toll").map((s) => stances(r, s));
  };
  expect(
    killed("A group calling itself the Dawn Front claimed responsibility on Monday for Sunday's bombing in Gombe that killed 14 people."),
  ).toEqual([[]]);
  const r = reading(
    "The Northern Vanguard, which says it carried out the attack that killed 15 people, has denied that the two men are members.",
  );
  const said = r.attributions.map((a) => `${a.stance}: ${a.content.map((c) => words(r, c)).join(" ")}`);
  expect(said).toContain("claims: it carried out the attack that killed 15 people");
  expect(said).toContain("denies: that the two men are members");
});

test("a clause before '..., the governor said' has its own subject, however far it stands", () => {
  const r = reading("Fifty-three people abducted from a bus in Niger state a week ago have been freed, the governor said on Sunday.");
  expect(fillers(r, event(r, "justice.release"), "victim")).toEqual(["Fifty-three people"]);
  expect(r.statements.filter((s) => s.kind === "toll").map((s) => (s.kind === "toll" ? `${s.effect} ${s.count.low}` : ""))).toEqual(
    expect.arrayContaining(["released 53", "abducted 53"]),
  );
});

test("an act that a court or the police follow up has the time of its own clause", () => {
  const days = (text: string, type: Event["type"]) => {
    const e = event(reading(text), type);
    return [e.earliest, e.latest];
  };
  expect(
    days("A court on Monday sentenced Tunde Oke to 15 years in prison for killing his wife in February 2021.", "violence.killing"),
  ).toEqual(["2021-02-01", "2021-02-28"]);
  const abducted = "Police on Tuesday arrested two suspects over the abduction of pupils in February.";
  expect(days(abducted, "violence.abduction")).toEqual(["2023-02-01", "2023-02-28"]);
  expect(days(abducted, "security.arrest")).toEqual(["2023-06-13", "2023-06-13"]);
});

test("what 'which killed 15' follows is what killed them, past its target and its place", () => {
  const r = reading("A court on Monday jailed two men for the March bombing of a livestock market in Gombe, which killed 15 people.");
  const bombing = event(r, "violence.bombing");
  expect(r.events.filter((e) => e.type === "violence.killing")).toEqual([]);
  expect(r.statements.flatMap((s) => (s.kind === "toll" ? [`${s.event === bombing.id} ${s.effect} ${s.count.low}`] : []))).toEqual([
    "true killed 15",
  ]);
});

test("what is proposed in the subjunctive is planned, and whom it is asked of were convicted of nothing told here", () => {
  const r = reading("Interior Minister Aliya Sarsen proposed that people convicted of terrorism be stripped of their citizenship.");
  expect(r.events.map((e) => `${e.type} ${e.status}`)).toEqual(["justice.sentence planned"]);
  expect(r.attributions.map((a) => a.stance)).toEqual(["proposes"]);
});

test("'failing to report him' is nobody's word", () => {
  const r = reading("Four men accused of selling him weapons or failing to report him were sentenced to prison terms of up to ten years.");
  const sentence = event(r, "justice.sentence");
  expect(r.statements.filter((s) => s.event === sentence.id && s.kind === "event").map((s) => s.attribution)).toEqual([[]]);
});

test("what somebody is punished for ordering has happened, where it did harm, and is of the day that the report gives later", () => {
  const text =
    "A court in Tunis on Monday jailed a former police chief for ordering officers to fire on demonstrators in January 2021, killing a student and wounding 12 others.\n\n" +
    "The student was shot outside the governor's office on 18 January.";
  const found = read(plainReport(text, { published: "2026-05-04" }));
  const fire = found.events.find((e) => e.type === "violence.attack");
  expect([fire?.status, fire?.earliest, fire?.latest]).toEqual(["occurred", "2021-01-18", "2021-01-18"]);
});
