import fc from "fast-check";
import { expect, test } from "vitest";
import { readingSchema } from "../../src/model/reading.js";
import type { Report } from "../../src/model/report.js";
import { read, STAGES } from "../../src/read/index.js";
import { checkOrder } from "../../src/read/stage.js";
import { reportOf } from "../support/report.js";

const SENTENCES = [
  "Gunmen killed four soldiers near Gao on Monday, police said.",
  "The governor called the attack an act of terrorism.",
  "A court sentenced two men to ten years in prison for the bombing.",
  "Rebels denied that they had taken part in the raid.",
  "Robberies fell from 310 in 2014 to 204 in 2015, according to the ministry.",
  "“We will find those who did this,” Amina Diallo said.",
];

test("reading the same report twice gives the same bytes", () => {
  const report = reportOf(SENTENCES.join(" "));
  expect(JSON.stringify(read(report))).toBe(JSON.stringify(read(report)));
});

test("every reading fits the contract, whatever sentences come together", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(SENTENCES, { minLength: 1 }), (some) => {
      const reading = read(reportOf(some.join(" ")));
      expect(readingSchema.safeParse(reading).success).toBe(true);
    }),
    { seed: 11, numRuns: 12 },
  );
});

test("a statement points to events and attributions of its own reading, and to words of the text", () => {
  const text = SENTENCES.join(" ");
  const r = read(reportOf(text));
  const events = new Set(r.events.map((e) => e.id));
  const attributions = new Set(r.attributions.map((a) => a.id));
  expect(r.statements.length).toBeGreaterThan(4);
  for (const s of r.statements) {
    if (s.event !== null) expect(events).toContain(s.event);
    for (const a of s.attribution) expect(attributions).toContain(a);
    expect(s.evidence[0]).toBeLessThan(s.evidence[1]);
    expect(s.evidence[1]).toBeLessThanOrEqual(text.length);
    expect(s.rules.length).toBeGreaterThan(0);
  }
});

test("statement ids are unique", () => {
  const ids = read(reportOf(SENTENCES.join(" "))).statements.map((s) => s.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("stages in a wrong order do not start, and the error names both", () => {
  const tolls = STAGES.filter((s) => s.name === "tolls");
  const rest = STAGES.filter((s) => s.name !== "tolls");
  expect(() => checkOrder([...tolls, ...rest], ["report"])).toThrow(/"tolls" needs "doc", which stage "analyse" gives only later/);
});

test("a text of nothing but spaces gives an empty reading", () => {
  const r = read(reportOf("   \n  "));
  expect([r.events, r.statements, r.lead]).toEqual([[], [], null]);
});

test("what the headline says and the body says again is one statement, with the body's words as its evidence", () => {
  const text = "Quake kills four in Arvela\n\nA strong earthquake hit the town of Arvela on Monday, killing four people.";
  const body = text.indexOf("A strong");
  const report: Report = {
    ...reportOf(text),
    parts: [
      { span: [0, body - 2], part: "headline" },
      { span: [body, text.length], part: "body" },
    ],
  };
  const told = read(report).statements.filter((s) => s.kind === "event");
  expect(told.map((s) => report.text.slice(...s.evidence))).toEqual([expect.stringContaining("A strong earthquake")]);
});

test("a participle that only tells people apart adds no voice to an act told before", () => {
  const report = reportOf("Rebels abducted nine nurses near Gao in May. The nurses abducted by the rebels are well, the minister said.");
  const reading = read(report);
  expect(reading.statements.filter((s) => s.kind === "event" && s.attribution.length > 0)).toEqual([]);
});

test("a voice that tells what an act did says so of the act", () => {
  const report = reportOf(
    "A landslide killed nine people in Arvela on Monday, officials said. The landslide buried the road to the valley, Radio Arvela reported.",
  );
  const { statements, attributions } = read(report);
  const voices = statements
    .filter((s) => s.kind === "event")
    .map((s) => attributions.find((a) => a.id === s.attribution[0])?.sourceSpan)
    .map((span) => (span ? report.text.slice(...span) : ""));
  expect(voices).toEqual(["officials", "Radio Arvela"]);
});

test("what is proposed is the word of who suggests it, and its mention holds the verb of what it would do", () => {
  const report = reportOf("Justice Minister Ana Lind suggested that citizenship be stripped from people convicted of treason.");
  const { events, statements, attributions } = read(report);
  const proposal = events.find((e) => e.type === "policy.proposal");
  expect(proposal?.mentions.map((m) => report.text.slice(...m))).toEqual(["suggested that citizenship be stripped"]);
  const said = statements.find((s) => s.event === proposal?.id);
  expect(attributions.find((a) => a.id === said?.attribution[0])?.stance).toBe("proposes");
});

test("an indented page source is read in sentences and not in lines", () => {
  const indent = `\n${" ".repeat(8)}`;
  const text = [
    "A truck bomb in northern Arvela has killed nine guards at the gate of a barracks and left twenty others wounded, the army",
    "said on Monday morning. The blast broke windows in the whole of the old town and was heard in villages across the wide",
    "river. The wounded were brought to the hospital of the port, where surgeons were called from their homes to help in the",
    "wards. Nobody has said who was behind it.",
  ].join(indent);
  const killed = read(reportOf(text)).statements.find((s) => s.kind === "toll" && s.effect === "killed");
  expect(killed?.attribution).toHaveLength(1);
});
