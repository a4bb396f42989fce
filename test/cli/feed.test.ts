import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { according, temporaryFolder } from "./harness.js";

const folder = temporaryFolder();
const ledger = folder.path("feed.db");
const run = (...words: string[]) => according(...words, "--ledger", ledger);
const lines = (out: string) => (out === "" ? [] : out.split("\n").map((line) => JSON.parse(line)));

const REPORTS = [
  [
    "Lake Wire",
    "2021-06-05",
    "Bomb kills nine at Lodwar market",
    "A bomb killed nine people and wounded 20 at a market in the Kenyan town of Lodwar on Saturday, police said.",
  ],
  [
    "Nairobi Courier",
    "2021-06-06",
    "Toll of Lodwar market bombing rises to 12",
    "The death toll from Saturday's bombing of a market in Lodwar rose from nine to 12 on Sunday, the county hospital said. Two of the dead were children. The bombing drove about 300 people from their homes, the Red Cross said.",
  ],
  [
    "Uganda Mirror",
    "2021-06-07",
    "Man held over Lodwar market bombing",
    "Police arrested Peter Lokai, 31, on Monday over Saturday's bombing of a market in Lodwar that killed 12 people. Lokai denies it.",
  ],
  [
    "Nairobi Courier",
    "2022-02-01",
    "Man gets 20 years for Lodwar market bombing",
    "A court in Lodwar on Tuesday sentenced Peter Lokai to 20 years in prison for the bombing of a market in the town in June 2021 that killed 13 people.",
  ],
] as const;

const story = (name: string, some: readonly (typeof REPORTS)[number][]): string => {
  const file = folder.path(name);
  const rows = some.map(([outlet, published, title, text]) =>
    JSON.stringify({ id: title, outlet, published, title, text: `${title}\n\n${text}` }),
  );
  writeFileSync(file, rows.join("\n"));
  return file;
};

/** What is live after these lines of the feed: kind and id of each. */
function replayed(feed: ReturnType<typeof lines>): Set<string> {
  const live = new Set<string>();
  for (const { change, kind, id } of feed) {
    if (change === "withdrawn") live.delete(`${kind} ${id}`);
    else live.add(`${kind} ${id}`);
  }
  return live;
}

/** What the ledger says is live now, by its other commands. */
async function live(): Promise<Set<string>> {
  await run("export", "--format", "jsonl", "--out", folder.path("live.jsonl"));
  const rows = lines(readFileSync(folder.path("live.jsonl"), "utf8").trim());
  const judged = lines((await run("judgements", "--format", "json")).out);
  return new Set([...rows.map((r) => `statement ${r.statement}`), ...judged.map((j) => `judgement ${j.id}`)]);
}

const ofThese = (all: Set<string>): string[] => [...all].filter((k) => /^(?:statement|judgement) /.test(k)).sort();
const feed = async (since = 0) => {
  const { code, out } = await run("changes", "--format", "json", "--since", String(since));
  return code === 0 ? lines(out) : [];
};

const cursors: number[] = [];

beforeAll(async () => {
  for (const [i, some] of [REPORTS.slice(0, 2), REPORTS.slice(2)].entries()) {
    await run("ingest", story(`part${i}.jsonl`, some));
    cursors.push((await feed()).at(-1).seq);
  }
}, 60_000);
afterAll(folder.remove);

describe("the change feed of the command line", () => {
  it("replayed gives what the other commands show as live, also after a split and its undoing", async () => {
    expect(ofThese(replayed(await feed()))).toEqual([...(await live())].sort());
    const [event] = lines((await run("events", "--format", "json")).out);
    const before = [(await run("show", event.id)).out, ofThese(await live())];
    const action = /[0-9a-f]{8,}/u.exec((await run("split", event.id, event.reports[1].report, "--by", "Ana")).out)?.[0] as string;
    cursors.push((await feed()).at(-1).seq);
    expect(ofThese(replayed(await feed()))).toEqual([...(await live())].sort());
    expect((await run("show", event.id)).out).not.toBe(before[0]);
    expect((await run("undo", action, "--by", "Ana")).code).toBe(0);
    expect(ofThese(replayed(await feed()))).toEqual([...(await live())].sort());
    expect((await run("show", event.id)).out).toBe(before[0]);
    expect(ofThese(await live()).map((k) => k.replace(/\+\d+$/u, ""))).toEqual(before[1]); // judged again, in the same words
  });

  it("goes on from any cursor without losing or repeating a line", async () => {
    const all = await feed();
    for (const cut of cursors) expect([...all.filter((c) => c.seq <= cut), ...(await feed(cut))]).toEqual(all);
  });

  it("has nothing to say after the same reports again", async () => {
    const head = (await feed()).at(-1).seq;
    await run("ingest", story("again.jsonl", [...REPORTS].reverse()));
    expect(await feed(head)).toEqual([]);
  });
});

/** Every place in a view that holds words of a report. */
function* wordsIn(value: unknown): Generator<{ report: string; span: [number, number]; words: string }> {
  if (value === null || typeof value !== "object") return;
  if ("words" in value && "span" in value && "report" in value) yield value as { report: string; span: [number, number]; words: string };
  for (const one of Object.values(value)) yield* wordsIn(one);
}

describe("every view of the command line", () => {
  it("shows words that stand in their report where it says, and counts whose words hold the number", async () => {
    const texts = new Map(
      lines((await according("read", story("read.jsonl", REPORTS), "--format", "jsonl")).out).map((r) => [
        r.report.id,
        r.report.text as string,
      ]),
    );
    const [event] = lines((await run("events", "--format", "json")).out);
    let found = 0;
    for (const words of [
      ["show", event.id],
      ["history", event.id],
      ["disputes"],
      ["cases"],
      ["figures"],
      ["proposals"],
      ["people"],
      ["sources"],
      ["receipts"],
    ]) {
      const { code, out } = await run(...words, "--format", "json");
      if (code !== 0 || out === "") continue;
      const views = /^(?:show|history)/.test(words[0]) ? [JSON.parse(out)] : lines(out);
      for (const { report, span, words: said } of wordsIn(views)) {
        expect(texts.get(report)?.slice(...span)).toBe(said);
        found++;
      }
    }
    expect(found).toBeGreaterThan(60);
    const points = JSON.parse((await run("history", event.id, "--format", "json")).out).flatMap((t: { points: unknown[] }) => t.points);
    const spelled: Record<number, string> = { 2: "two", 9: "nine" };
    for (const { count, number, evidence } of points) {
      expect(evidence.words).toContain(number.words);
      const low = count.low as number;
      expect(number.words.toLowerCase()).toMatch(new RegExp(`\\b${low}\\b|${spelled[low] ?? "\\b[0-9]+\\b"}`));
    }
    expect(points.length).toBeGreaterThan(5);
  });

  it("as of the end is that of now", async () => {
    const [event] = lines((await run("events", "--format", "json")).out);
    for (const words of [["events"], ["show", event.id], ["history", event.id], ["cases"], ["people"]])
      expect((await run(...words, "--as-of", "2030-01-01")).out, words.join(" ")).toBe((await run(...words)).out);
  });
});
