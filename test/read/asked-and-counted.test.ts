import { describe, expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function reading(text: string) {
  return read(plainReport(text, { published: "2024-03-06" }));
}

/** Events as "type status: measure". */
function events(text: string): readonly string[] {
  return reading(text).events.map((e) => {
    const measure = e.roles.find((r) => r.role === "measure");
    return `${e.type} ${e.status}${measure ? `: ${text.slice(...measure.span)}` : ""}`;
  });
}

/** Tolls as "effect low". */
function tolls(text: string): readonly string[] {
  return reading(text).statements.flatMap((s) => (s.kind === "toll" ? [`${s.effect} ${s.count.low}`] : []));
}

describe("what is proposed", () => {
  test("a fund, a package, a tax proposed are proposals as laws are", () => {
    expect(events("The lower house has proposed a safe schools fund of 30 billion naira.")).toEqual([
      "policy.proposal planned: a safe schools fund of 30 billion naira",
    ]);
  });

  test("'a proposal to arm chiefs', 'recommends that a laboratory be built' hold the measure", () => {
    expect(events("A proposal by lawmakers to arm chiefs in border counties was rejected.")).toEqual([
      "policy.proposal not-occurred: arm chiefs in border counties",
    ]);
    expect(events("The report recommends that a forensic laboratory be built.")).toEqual([
      "policy.proposal planned: a forensic laboratory be built",
    ]);
  });

  test("a ministry that sanctions stations allows them and punishes nobody", () => {
    expect(events("The ministry has sanctioned 40 new police stations in the state.")).toEqual([]);
  });

  test("an inquiry that somebody is urged to allow is the word of who urges", () => {
    const text = "The league urged the authorities to allow an independent investigation.";
    const r = reading(text);
    const said = r.statements.find((s) => s.kind === "event");
    const source = r.attributions.find((a) => a.id === said?.attribution[0])?.sourceSpan;
    expect(source && text.slice(...source)).toBe("The league");
  });
});

describe("what is counted", () => {
  test("pupils kidnapped since 2014 are none of those taken this week", () => {
    const text =
      "Gunmen kidnapped 86 girls from a school in Zamfara. The girls are still missing. More than 1,680 schoolchildren have been kidnapped in Nigeria since 2014, the charity said.";
    expect(tolls(text)).not.toContain("abducted 1681");
  });

  test("'two more than the official toll' harms nobody", () => {
    const text = "Gunmen killed nine people in a market on Tuesday. The league counted 11 dead, two more than the official toll.";
    expect(tolls(text)).not.toContain("killed 2");
  });

  test("what a speaker says never to do is no act", () => {
    expect(events('"We do not attack markets," the spokesman said.')).toEqual([]);
  });

  test("a rights group that warned of attacks threatened nobody", () => {
    expect(events("Amnesty said it had warned of attacks on schools in September.").some((e) => e.startsWith("violence.threat"))).toBe(
      false,
    );
  });
});

describe("who has said nothing", () => {
  test("a court that is to hear a petition, and a rise that is a worry", () => {
    const remarks = (text: string) => reading(text).statements.flatMap((s) => (s.kind === "remark" ? [text.slice(...s.span)] : []));
    expect(remarks("The Supreme Court is to hear a petition on 23 January.").some((r) => r.startsWith("hear"))).toBe(false);
    const text = 'The inspector said that the rise was "a worry".';
    const r = reading(text);
    expect(r.attributions.map((a) => a.stance)).toEqual(["asserts"]);
  });

  test("a former prosecutor accuses nobody by his old office", () => {
    expect(reading("Jean Morel, a former prosecutor, said the evidence was thin.").attributions[0].stance).toBe("asserts");
  });
});
