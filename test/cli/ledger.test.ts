import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { according, REPORT, temporaryFolder } from "./harness.js";

const folder = temporaryFolder();
const ledger = folder.path("a.db");
const other = REPORT.replace("Two dead in attack", "Three dead in attack").replace("killed two", "killed three");

beforeAll(async () => {
  writeFileSync(folder.path("one.txt"), REPORT);
  const line = (id: string, text: string, outlet: string, published: string): string => JSON.stringify({ id, text, outlet, published });
  writeFileSync(
    folder.path("more.jsonl"),
    [line("x", REPORT, "Coast Herald", "2019-03-05"), line("y", other, "Lantern Post", "2019-03-06")].join("\n"),
  );
  await according("ingest", folder.path("more.jsonl"), "--ledger", ledger);
});
afterAll(folder.remove);

async function firstEvent(): Promise<string> {
  const { out } = await according("events", "--all", "--ledger", ledger);
  return out.split("\n")[0].slice(0, 8);
}

describe("according ingest", () => {
  it("adds a report once", async () => {
    const file = folder.path("b.db");
    const first = await according("ingest", folder.path("more.jsonl"), "--ledger", file);
    expect(first.out).toMatch(/^2 new, 0 known already; [1-9]\d* statements added/);
    const second = await according("ingest", folder.path("more.jsonl"), "--ledger", file);
    expect(second).toMatchObject({ code: 0 });
    expect(second.out).toMatch(/^0 new, 2 known already; 0 statements added/);
  });

  it("that could read nothing has exit code 1 and records nothing", async () => {
    writeFileSync(folder.path("empty.txt"), "");
    const { code, error } = await according("ingest", folder.path("empty.txt"), "--ledger", folder.path("c.db"));
    expect(code).toBe(1);
    expect(error).toContain("intake.empty");
    expect((await according("verify", "--ledger", folder.path("c.db"))).out).toContain("0 entries");
  });
});

describe("a ledger", () => {
  it("lists its events and shows one", async () => {
    const { out } = await according("events", "--ledger", ledger, "--type", "violence");
    expect(out).toMatch(/^[0-9a-f]{8} {2}/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const shown = await according("show", await firstEvent(), "--ledger", ledger);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain("Reports\n");
    for (const line of shown.out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it("shows all of an event as JSON", async () => {
    const { out } = await according("show", await firstEvent(), "--ledger", ledger, "--format", "json");
    expect(JSON.parse(out)).toHaveProperty("tolls");
  });

  it("explains a statement down to table rows", async () => {
    const { out } = await according(
      "read",
      folder.path("one.txt"),
      "--published",
      "2019-03-05",
      "--outlet",
      "Coast Herald",
      "--format",
      "jsonl",
    );
    const toll = JSON.parse(out).statements.find((s: { kind: string }) => s.kind === "toll");
    const explained = await according("explain", toll.id.slice(0, 10), "--ledger", ledger);
    expect(explained.code, explained.error).toBe(0);
    expect(explained.out).toContain("words “");
    expect(explained.out).toMatch(/toll-words: /);
  });

  it("is whole, and found broken where a byte was changed", async () => {
    expect((await according("verify", "--ledger", ledger)).out).toMatch(/^whole: \d+ entries, head [0-9a-f]{64}$/);
  });

  it("judges as a person says, and takes it back", async () => {
    const ids = async (): Promise<string[]> =>
      (await according("events", "--ledger", ledger)).out.split("\n").map((line) => line.slice(0, 8));
    const before = await ids();
    const all = (await according("events", "--all", "--ledger", ledger, "--format", "json")).out
      .split("\n")
      .map((line) => JSON.parse(line));
    const [a, b] = all;
    const joined = await according("join", a.id, b.id, "--by", "A. Editor", "--ledger", ledger);
    expect(joined.code, joined.error).toBe(0);
    const action = /undo ([0-9a-f]+)/.exec(joined.out)?.[1] ?? "";
    const held = JSON.parse((await according("show", b.id, "--ledger", ledger, "--format", "json")).out);
    expect(held.ids).toEqual(expect.arrayContaining([a.id, b.id]));
    expect((await according("undo", action, "--by", "A. Editor", "--ledger", ledger)).code).toBe(0);
    expect(await ids()).toEqual(before);
  });

  it("lists what was added since a cursor", async () => {
    const { out } = await according("changes", "--ledger", ledger, "--since", "1");
    expect(out.split("\n")[0]).toMatch(/^ +2 \+ reading/);
  });

  it("that is not there, or is none, is an error with exit code 1", async () => {
    expect(await according("events", "--ledger", folder.path("none.db"))).toMatchObject({ code: 1, out: "" });
    writeFileSync(
      folder.path("text.db"),
      "this is no ledger, only a line of text that is long enough to be read as a header of a database file",
    );
    const { code, error } = await according("events", "--ledger", folder.path("text.db"));
    expect(code).toBe(1);
    expect(error).toContain("ledger.");
  });

  it("says of an event that was not told of yet at a moment that it may come later", async () => {
    const { code, error } = await according("show", await firstEvent(), "--ledger", ledger, "--as-of", "1999-01-01");
    expect(code).toBe(1);
    expect(error).toContain("as of 1999-01-01");
    expect(error).toContain("leave --as-of out");
  });

  it("says so where a view is empty, on standard error, and to programs nothing", async () => {
    const empty = await according("figures", "--ledger", ledger, "--as-of", "1999-01-01");
    expect(empty).toEqual({ code: 0, out: "", error: "no figures as of 1999-01-01" });
    expect((await according("figures", "--ledger", ledger, "--as-of", "1999-01-01", "--format", "json")).error).toBe("");
    expect((await according("changes", "--ledger", ledger, "--since", "99999")).error).toMatch(
      /^no changes after 99999, and the last entry is \d+$/,
    );
  });

  it("knows no event of a made-up id", async () => {
    expect(await according("show", "ffffffff", "--ledger", ledger)).toMatchObject({ code: 1 });
  });
});

describe("according export", () => {
  it("into a folder that is not there is an error with exit code 1", async () => {
    const { code, error } = await according("export", "--out", folder.path("no/such/folder.csv"), "--ledger", ledger);
    expect(code).toBe(1);
    expect(error).toContain("cli.write");
  });

  it("writes the same bytes for the same reports in another order", async () => {
    const lines = readFileSync(folder.path("more.jsonl"), "utf8").split("\n").reverse().join("\n");
    writeFileSync(folder.path("reversed.jsonl"), lines);
    await according("ingest", folder.path("reversed.jsonl"), "--ledger", folder.path("d.db"));
    for (const format of ["csv", "jsonl"]) {
      const [a, b] = [folder.path(`a.${format}`), folder.path(`d.${format}`)];
      await according("export", "--format", format, "--out", a, "--ledger", ledger);
      await according("export", "--format", format, "--out", b, "--ledger", folder.path("d.db"));
      expect(readFileSync(a, "utf8").length).toBeGreaterThan(100);
      expect(readFileSync(b, "utf8")).toBe(readFileSync(a, "utf8"));
    }
  });
});
