import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** "stance" of each voice that says something of the chief event, and "remark stance" of each remark. */
function voices(text: string): readonly string[] {
  const r = read(plainReport(text, { published: "2012-05-14" }));
  return r.statements.flatMap((s) => {
    const by = r.attributions.find((a) => a.id === s.attribution[0]);
    if (s.kind === "remark") return [`remark ${by?.stance}`];
    return s.kind === "event" && s.event === r.lead && by ? [by.stance] : [];
  });
}

const BLAST = "A bomb tore through a market in Peshawar on Thursday, killing 12 people.";

const CLAIMED: readonly string[] = [
  "A faction said its fighters had planted the bomb.",
  "The Delgar Front said its men had carried out the attack.",
  "The attack was claimed by the Delgar Front.",
];

const DENIED: readonly string[] = [
  "The Taliban said it had no hand in the blast.",
  "The rebels said they had nothing to do with the attack.",
  "The Taliban denied involvement.",
  "The Taliban denied any role.",
  'The Front played down the charge. "We did not plant the bomb," a spokesman said.',
];

test.each(CLAIMED)("is a claim of the act: '%s'", (sentence) => {
  expect(voices(`${BLAST} ${sentence}`)).toEqual(["claims"]);
});

test.each(DENIED)("is a denial of the act: '%s'", (sentence) => {
  expect(voices(`${BLAST} ${sentence}`)).toContain("denies");
});

test("who denies an act in other words than the report's denies it", () => {
  const strike = "An air strike killed 27 people in Lashio on Thursday.";
  expect(voices(`${strike} The military government denied striking civilians.`)).toEqual(["denies"]);
});

test("who confirms an attack says that it took place", () => {
  expect(voices(`${BLAST} The army confirmed the attack.`)).toContain("asserts");
});

test("a clause that names the claimant behind the act is a claim", () => {
  expect(voices("Gunmen freed 300 prisoners in an attack on the jail in Beni, which was claimed by the Delgar Front.")).toContain("claims");
});

test("to deny what is no part in an act denies no act", () => {
  expect(voices(`${BLAST} The minister denied that the police were short of men.`)).toEqual(["remark denies"]);
  expect(voices(`${BLAST} The minister denied the reports.`).filter((v) => v === "denies")).toEqual([]);
});
