import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printedReadingSchema } from "../../scripts/schema.js";
import { according, REPORT, temporaryFolder } from "./harness.js";

const folder = temporaryFolder();
const report = folder.path("report.txt");
beforeAll(() => writeFileSync(report, REPORT));
afterAll(folder.remove);

describe("according read", () => {
  it("prints for people the text with marks, the events and the statements", async () => {
    const { code, out } = await according("read", report, "--published", "2019-03-05", "--outlet", "Coast Herald");
    expect(code).toBe(0);
    expect(out).toContain("Coast Herald · published 2019-03-05 (given)");
    expect(out).toMatch(/\[[^\]|]+\|e\d\]/);
    expect(out).toContain("[police|s]");
    expect(out).toMatch(/toll e\d killed 2/);
    expect(out).toContain("“");
  });

  it("keeps every line within 80 columns", async () => {
    const { out } = await according("read", report, "--published", "2019-03-05");
    for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it("prints a reading a line for programs, each of which fits the schema, with the input's id", async () => {
    const lines = folder.path("two.jsonl");
    writeFileSync(
      lines,
      `${JSON.stringify({ id: "a", text: REPORT, published: "2019-03-05" })}\n${JSON.stringify({ text: "A man fell off a roof in Lima and died." })}\n`,
    );
    const { code, out } = await according("read", lines, "--format", "jsonl");
    expect(code).toBe(0);
    const readings = out.split("\n").map((line) => printedReadingSchema.parse(JSON.parse(line)));
    expect(readings.map((r) => r.id)).toEqual(["a", undefined]);
    expect(readings[0].report.text).toBe(REPORT);
    expect(readings[0].report.published).toEqual({ value: "2019-03-05", from: "given" });
    expect(readings[1].report.published).toEqual({ value: null, from: null });
  });

  it("gives every span words of the text", async () => {
    const { out } = await according("read", report, "--published", "2019-03-05", "--format", "jsonl");
    const reading = JSON.parse(out);
    const spans = [
      ...reading.statements.map((s: { evidence: number[] }) => s.evidence),
      ...reading.events.flatMap((e: { mentions: number[][] }) => e.mentions),
      ...reading.places.map((p: { span: number[] }) => p.span),
    ];
    expect(spans.length).toBeGreaterThan(3);
    for (const [start, end] of spans) expect(reading.report.text.slice(start, end).trim().length).toBeGreaterThan(0);
  });

  it("gives the same bytes for the same input", async () => {
    const words = ["read", report, "--published", "2019-03-05", "--format", "jsonl"];
    expect((await according(...words)).out).toBe((await according(...words)).out);
  });

  it("says of a date to come that it is in the future, and reads on", async () => {
    const { code, error } = await according("read", report, "--published", "2031-01-01", "--format", "jsonl");
    expect(code).toBe(0);
    expect(error).toContain("in the future");
  });

  it("notes a text that is not English and reads nothing from it", async () => {
    const german = folder.path("german.txt");
    writeFileSync(
      german,
      "Zwei Männer wurden am Montag in der Innenstadt festgenommen, teilte die Polizei mit. Sie sollen drei Beamte verletzt haben.\n",
    );
    const reading = JSON.parse((await according("read", german, "--format", "jsonl")).out);
    expect(reading.statements).toEqual([]);
    expect(reading.notes.map((n: { code: string }) => n.code)).toContain("language");
  });

  it("shows no control characters of a report on the terminal", async () => {
    const tricky = folder.path("tricky.txt");
    writeFileSync(
      tricky,
      "A man was killed in Lima \u001b[2J\u001b]0;owned\u0007 on Sunday \u202e, police said. He was forty and lived near the harbour of the city.\n",
    );
    expect((await according("read", tricky)).out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  });
});

describe("bad input", () => {
  it.each([
    ["empty", Buffer.from(""), "intake.empty"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), "intake.binary"],
    ["20 MB of one line", Buffer.alloc(20 * 2 ** 20, "blood and thunder "), "intake.too-long"],
  ])("that is %s is an error with exit code 1", async (name, bytes, code) => {
    const file = folder.path(`${name.replaceAll(" ", "-")}.txt`);
    writeFileSync(file, bytes);
    const ran = await according("read", file);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.error).toContain(code);
  });

  it("stops no other: what can be read is read, and the exit code says that something was not", async () => {
    const { code, out, error } = await according("read", folder.path("gone.txt"), report, "--format", "jsonl");
    expect(code).toBe(1);
    expect(error).toContain("intake.missing");
    expect(JSON.parse(out).report.text).toBe(REPORT);
  });

  it("in one line of JSONL names the line", async () => {
    const lines = folder.path("broken.jsonl");
    writeFileSync(lines, `{"id": 1, "text": "A man fell."}\n{"id": 2, "te\n{"id": 3, "text": "A wall fell."}\n`);
    const { code, out, error } = await according("read", lines, "--format", "jsonl");
    expect(code).toBe(1);
    expect(out.split("\n").map((line) => JSON.parse(line).id)).toEqual(["1", "3"]);
    expect(error).toContain("broken.jsonl:2: not JSON");
  });
});

describe("wrong use", () => {
  it.each([
    ["no command", []],
    ["a command that is none", ["frobnicate"]],
    ["no file", ["read"]],
    ["an option that is none", ["read", "x.txt", "--colour"]],
    ["a date that is none", ["read", "x.txt", "--published", "yesterday"]],
    ["a format that is none", ["read", "x.txt", "--format", "xml"]],
    ["a format that a view has not", ["events", "--format", "yaml"]],
    ["a country's code of two letters", ["events", "--country", "NG"]],
    ["a type that is none", ["events", "--type", "murder"]],
    ["a rule that is none", ["show", "x", "--rule", "best"]],
    ["no event", ["show"]],
  ])("of %s has exit code 2", async (_, words) => {
    const { code, error } = await according(...words);
    expect(code).toBe(2);
    expect(error, "the way out").toMatch(/--help shows how|Write it as|Three letters|A family|Usage:/);
  });

  it("never happens by asking for help, which shows an example for every command", async () => {
    const { code, out } = await according("--help");
    expect(code).toBe(0);
    const names = [...out.matchAll(/^ {2}([a-z]+)(?= )/gm)].map((m) => m[1]).filter((name) => name !== "help");
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const help = await according(name, ...(name === "lexicon" ? ["check"] : []), "--help");
      expect(help.code, name).toBe(0);
      expect(help.out, name).toMatch(/Examples?:\n {2}(?:according|cat)/);
    }
  });
});
