import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corporaOf } from "../../bench/data.js";
import { bootstrap, type Interval } from "../../bench/intervals.js";
import { predictorOf, reportOfLine } from "../../bench/predictions.js";
import { score, TASKS } from "../../bench/scorers/index.js";
import type { Task } from "../../bench/scorers/shared.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;

function bench(...words: string[]): string {
  return execFileSync(process.execPath, ["--import", "tsx", "bench/main.ts", ...words], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "according-bench-"));
  const text = "Ana Ruiz said on Monday that a bomb had killed two people in Lima.";
  const times = [{ start: text.indexOf("Monday"), end: text.indexOf("Monday") + 6, type: "DATE", value: "2019-03-04" }];
  writeFileSync(
    join(folder, "times-tempeval.dev.jsonl"),
    `${JSON.stringify({ id: "a", published: "2019-03-05", text, timexes: times })}\n`,
  );
  writeFileSync(
    join(folder, "times-wikiwars.dev.jsonl"),
    `${JSON.stringify({ id: "b", published: "2019-03-05", text, timexes: times })}\n`,
  );
  const html =
    "<html><body><nav><a href='/'>Home</a></nav><div><p>A ferry sank off Lima on Sunday, and forty people, who swam ashore, were saved.</p></div></body></html>";
  writeFileSync(join(folder, "pages.jsonl"), `${JSON.stringify({ id: "p", html })}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("bench", () => {
  it("scores every corpus of a task, the last line of each being its figure", () => {
    const lines = bench("times", "--split", "dev", "--data", folder).trimEnd().split("\n");
    expect(lines.filter((line) => /^times \d/.test(line))).toEqual(["times 100.0", "times 100.0"]);
    expect(lines[0]).toBe("times-tempeval.dev");
  }, 60_000);

  it("predicts for a file of its caller what each task asks", () => {
    expect(JSON.parse(bench("predict", "body", join(folder, "pages.jsonl")))).toEqual({
      id: "p",
      text: "A ferry sank off Lima on Sunday, and forty people, who swam ashore, were saved.",
    });
    const names = JSON.parse(bench("predict", "names", join(folder, "times-tempeval.dev.jsonl"), "--limit", "1"));
    expect(Object.keys(names)).toEqual(["id", "names"]);
    expect(names.names).toContainEqual({ span: [0, 8], type: "person" });
  }, 60_000);

  it("keeps the dying apart from the shooting where a corpus counts words, and joins the words of each", async () => {
    const text = "Three men were killed in a shooting in Dunmore on Friday. The shooting also wounded a guard. Those killed were brothers.";
    const predictor = await predictorOf("mentions");
    if (predictor.kind !== "each") throw new Error("mentions are read report by report");
    const { events } = predictor.predict({ id: "m", text, published: "2019-03-05" }, { until: null }) as {
      events: { mentions: [number, number][] }[];
    };
    const words = events.map((e) => e.mentions.map(([from, to]) => text.slice(from, to)).sort());
    expect(words).toContainEqual(["shooting", "shooting"]);
    expect(words).toContainEqual(["killed", "killed"]);
    expect(words).toContainEqual(["wounded"]);
  });

  it("keeps a tenth of a train split blind, reports of one incident together, and lets dev splits be", () => {
    const lines = Array.from({ length: 120 }, (_, k) => ({ id: `r${k}`, incident: `i${Math.floor(k / 3)}`, text: "Nothing happened." }));
    writeFileSync(join(folder, "stories.train.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const nine = join(folder, "nine");
    bench("hold-out", folder, nine);
    const ids = (split: string): { id: string; incident: string }[] =>
      readFileSync(join(nine, `stories.${split}.jsonl`), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    const [learned, blind] = [ids("train"), ids("blind")];
    expect(learned.length + blind.length).toBe(120);
    expect(blind.length).toBeGreaterThan(0);
    expect(blind.length).toBeLessThan(40);
    expect(learned.filter((line) => blind.some((b) => b.incident === line.incident))).toEqual([]);
    expect(readFileSync(join(nine, "times-tempeval.dev.jsonl"))).toEqual(readFileSync(join(folder, "times-tempeval.dev.jsonl")));
  }, 60_000);

  it("gives a figure an interval that holds it, the same each time", () => {
    const task = TASKS.find((t) => t.name === "stories") as Task;
    const gold = Array.from({ length: 40 }, (_, k) => ({ id: `r${k}`, incident: `i${k >> 1}` }));
    const said = gold.map(({ id }, k) => ({ id, event: k % 8 < 2 ? `alone ${k}` : `e${k >> 1}` }));
    const { headline } = score(task, gold, said);
    const interval = bootstrap(task, gold, said, 100).get("stories") as Interval;
    expect(interval.low).toBeLessThan(headline);
    expect(interval.high).toBeGreaterThan(headline);
    expect(bootstrap(task, gold, said, 100).get("stories")).toEqual(interval);
  });

  it("knows which corpora a task has", () => {
    expect(corporaOf("times").corpora).toEqual(["times-tempeval", "times-wikiwars"]);
    expect(corporaOf("places-lgl")).toEqual({ task: "places", corpora: ["places-lgl"] });
    expect(corporaOf("stories").corpora).toContain("stories-ecb");
    expect(corporaOf("muc4")).toEqual({ task: "muc4", corpora: ["muc4"] });
  });

  it("shows a predictor nothing of the gold", () => {
    const open = { id: "x", text: "A man fell off a roof in Lima.", published: "2019-03-05" };
    const gold = { incident: "7", topic: "t", gold: { killed: 3 }, roles: { victim: [] }, templates: [], timexes: [], near: true };
    expect(JSON.stringify(reportOfLine({ ...open, ...gold }))).toBe(JSON.stringify(reportOfLine(open)));
  });
});
