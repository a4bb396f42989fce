import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceOfLine } from "../../src/intake/index.js";
import { memoryStore, verify } from "../../src/ledger/index.js";
import { parseCases } from "../../src/lexicon/cases.js";
import { checkCase } from "../../src/pipeline/cases.js";
import { ingest } from "../../src/pipeline/ingest.js";
import type { Outcome } from "../../src/pipeline/outcome.js";
import { reportOf } from "../../src/pipeline/report.js";
import { readAll } from "../../src/pipeline/run.js";

let folder: string;
const lines = (n: number): string =>
  Array.from({ length: n }, (_, k) =>
    JSON.stringify({ id: `r${k}`, text: `${k + 2} people were killed in a fire in Lima on Sunday, police said.`, published: "2019-03-05" }),
  ).join("\n");
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "according-pipeline-"));
  writeFileSync(join(folder, "many.jsonl"), lines(210));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function all(files: readonly string[], threads: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of readAll(files, { given: {}, threads })) outcomes.push(outcome);
  return outcomes;
}

describe("many reports", () => {
  it("come out in the order in which they went in", async () => {
    const outcomes = await all([join(folder, "many.jsonl"), join(folder, "gone.txt")], 1);
    expect(outcomes.map((o) => o.inputId)).toEqual([...Array.from({ length: 210 }, (_, k) => `r${k}`), null]);
    expect(outcomes.at(-1)).toMatchObject({ kind: "failed", failure: { code: "intake.missing" } });
  });

  it("are recorded once, and a run that was cut off is taken up again", async () => {
    const store = memoryStore();
    writeFileSync(join(folder, "half.jsonl"), lines(5));
    writeFileSync(join(folder, "whole.jsonl"), lines(9));
    const options = { given: {}, clock: () => "2025-01-01T00:00:00Z", threads: 1 };
    expect(await ingest(store, [join(folder, "half.jsonl")], options)).toMatchObject({ new: 5, known: 0, failed: 0 });
    expect(await ingest(store, [join(folder, "whole.jsonl")], options)).toMatchObject({ new: 4, known: 5 });
    const { seq } = await store.head();
    expect(await ingest(store, [join(folder, "whole.jsonl")], options)).toMatchObject({ new: 0, known: 9, statements: 0 });
    expect(await store.head()).toMatchObject({ seq });
    expect((await verify(store)).broken).toBeNull();
  });
});

describe("a report", () => {
  const made = (line: object) => reportOf(sourceOfLine("x", Buffer.from(JSON.stringify(line)), {}));
  const TEXT = "LIMA, 3 MAR 19 (EFE) -- A fire killed two people in the old town on Sunday, the fire brigade said.";

  it("takes its date as given, else from its head, its dateline, its address", () => {
    const url = "https://x.example/2019/03/05/fire";
    const html = `<html><head><meta name="date" content="2019-03-04"></head><body><p>${TEXT}</p></body></html>`;
    expect(made({ html, url, published: "2019-03-06" }).report.published).toEqual({ value: "2019-03-06", from: "given" });
    expect(made({ html, url }).report.published).toEqual({ value: "2019-03-04", from: "metadata" });
    expect(made({ text: TEXT, url }).report.published).toEqual({ value: "2019-03-03", from: "dateline" });
    expect(made({ text: TEXT.slice(25), url }).report.published).toEqual({ value: "2019-03-05", from: "url" });
    expect(made({ text: TEXT.slice(25) }).report.published).toEqual({ value: null, from: null });
  });

  it("never takes a date that no calendar has", () => {
    const { report, notes } = made({ text: TEXT.slice(25), published: "2019-02-30" });
    expect(report.published.value).toBeNull();
    expect(notes[0]).toMatchObject({ code: "published-unread" });
  });

  it("has an id made from outlet, address, date and text, and from nothing else", () => {
    const a = made({ id: 1, text: TEXT, outlet: "X", title: "One" }).report.id;
    expect(made({ id: 2, text: TEXT, outlet: "X", title: "Two" }).report.id).toBe(a);
    expect(made({ text: TEXT, outlet: "Y" }).report.id).not.toBe(a);
  });
});

describe("a case beside a table", () => {
  const check = (line: string): readonly string[] => parseCases("x.cases", line).flatMap(checkCase);

  it("is right where everything marked is found", () => {
    expect(check("+ [Police](source) [said](cue,stance=asserts) [the road was shut](content).")).toEqual([]);
  });

  it("says what is missing and what was found instead", () => {
    expect(check("+ [Police](source) [said](cue,stance=denies) the road was shut.")[0]).toContain('"said" is not stance=denies');
    expect(check("@ finds attribution\n- Police said the road was shut.")[0]).toContain('finds attribution "said"');
  });

  it("that is no case is an error with its line", () => {
    expect(() => parseCases("x.cases", "# fine\n+ no marks here")).toThrow("x.cases line 2");
    expect(() => parseCases("x.cases", "@ finds nothing")).toThrow("x.cases line 1");
    expect(() => parseCases("x.cases", "+ [a](b=)")).toThrow('"b="');
  });

  it("may hold marks within marks, and brackets that are none", () => {
    const [one] = parseCases("x.cases", "+ [At least [12](killed>=12) people [sic] died](content).");
    expect(one.text).toBe("At least 12 people [sic] died.");
    expect(one.marks.map((m) => one.text.slice(...m.span))).toEqual(["At least 12 people [sic] died", "12"]);
  });
});
