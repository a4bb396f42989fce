import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf, expand, formatOf, languageOf, linesOf, sourceOfBytes, sourceOfLine } from "../../src/intake/index.js";

describe("a format", () => {
  it("is known by the file's name", () => {
    expect(formatOf("a.jsonl", "")).toBe("jsonl");
    expect(formatOf("a.HTM", "")).toBe("html");
    expect(formatOf("a.txt", "Five dead, <b>police</b> say")).toBe("text");
  });

  it("is known by the first characters where the name says nothing", () => {
    expect(formatOf("page", "\n<!DOCTYPE html><html>")).toBe("html");
    expect(formatOf("-", '{"id": 1, "text": "x"}\n')).toBe("jsonl");
    expect(formatOf("report.txt", '{"id": 1}')).toBe("text");
  });
});

describe("a line of JSONL", () => {
  const line = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

  it("gives its text, its id and what it says of itself", () => {
    const source = sourceOfLine("x:1", line({ id: 7, text: "Fire in Riga.", published: "2019-02-03", outlet: "Coast Herald" }), {});
    expect(source).toMatchObject({ inputId: "7", format: "text", raw: "Fire in Riga." });
    expect(source.given).toEqual({ published: "2019-02-03", outlet: "Coast Herald", title: null, url: null });
  });

  it("takes from the caller only what it leaves open", () => {
    const source = sourceOfLine("x:1", line({ text: "a", outlet: "Own" }), { outlet: "Other", published: "2020-01-01" });
    expect(source.given).toMatchObject({ outlet: "Own", published: "2020-01-01" });
  });

  it.each([
    ["no JSON", "{'id': 1}", "intake.json"],
    ["an array", "[1]", "intake.json"],
    ["neither text nor html", '{"id": 1}', "intake.json"],
    ["a blank text", '{"text": "  "}', "intake.empty"],
    ["a NUL in its text", '{"text": "a\\u0000b"}', "intake.binary"],
  ])("is refused where it is or has %s", (_, words, code) => {
    expect(() => sourceOfLine("x:1", Buffer.from(words), {})).toThrow(expect.objectContaining({ code }));
  });
});

describe("lines", () => {
  it("are split at line feeds only, across chunks, and counted with the empty ones", async () => {
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from("one\u2028still one\ntw");
      yield Buffer.from("o\r\n\n  \nthree");
    }
    const lines: [number, string][] = [];
    for await (const { number, bytes } of linesOf(chunks())) lines.push([number, Buffer.from(bytes).toString().trim()]);
    expect(lines).toEqual([
      [1, "one\u2028still one"],
      [2, "two"],
      [5, "three"],
    ]);
  });
});

describe("a file of text", () => {
  it("of nothing but white space is no report", () => {
    expect(() => sourceOfBytes("a.txt", Buffer.from(" \n\t"), {})).toThrow(expect.objectContaining({ code: "intake.empty" }));
  });

  it("in a guessed charset carries a note", () => {
    expect(sourceOfBytes("a.txt", Uint8Array.from([0x63, 0xe9]), {}).notes[0]).toMatchObject({ code: "charset" });
  });
});

describe("the language of a text", () => {
  it("is English for wire copy in capitals with names that are not", () => {
    expect(
      languageOf(
        "SAN SALVADOR, 4 FEB 90 -- GUERRILLAS DYNAMITED TWO POWER PYLONS NEAR USULUTAN LAST NIGHT, A MILITARY SPOKESMAN REPORTED.",
      ),
    ).toBe("en");
  });

  it("is told where it is another", () => {
    expect(
      languageOf(
        "Zwei Männer wurden am Montag in der Innenstadt festgenommen, teilte die Polizei mit. Sie sollen drei Beamte verletzt haben.",
      ),
    ).toBe("de");
  });

  it("stays open for a few words", () => {
    expect(languageOf("Five dead.")).toBeNull();
  });
});

describe("names on a command line", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "according-intake-"));
    await mkdir(join(folder, "sub"));
    for (const name of ["b.txt", "a.html", "sub/c.jsonl", "notes.pdf"]) writeFileSync(join(folder, name), "x");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("of a folder stand for its reports, in order", async () => {
    const files = await expand([folder]);
    expect(files.map((f) => f.slice(folder.length + 1))).toEqual(["a.html", "b.txt", "sub/c.jsonl"]);
  });

  it("that are patterns stand for what they match; a file named twice is read once", async () => {
    expect(await expand([`${folder}/*.txt`, join(folder, "b.txt")])).toEqual([join(folder, "b.txt")]);
  });

  it("that stand for nothing are an error that says so", async () => {
    await expect(expand([`${folder}/*.md`])).rejects.toMatchObject({ code: "intake.nothing" });
    await expect(bytesOf(join(folder, "gone.txt"))).rejects.toMatchObject({ code: "intake.missing" });
    await expect(bytesOf(folder)).rejects.toMatchObject({ code: "intake.unreadable" });
  });
});
