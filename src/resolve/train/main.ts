import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Forest } from "../../base/forest.js";
import { FEATURES } from "../features.js";
import { passages } from "../passages.js";
import { compareWith, stories } from "../stories.js";
import type { ReportSummary } from "../summary.js";
import { wordingOf } from "../terms.js";
import { boost } from "./boost.js";

/** A line of a corpus of reports grouped by event. */
interface Line {
  readonly id: string;
  readonly incident?: string;
  readonly topic?: string;
  readonly published?: string | null;
  readonly title?: string | null;
  readonly text: string;
}

/** Corpora of stories, with the weight of a pair: the small ones count for more. */
const STORIES = [
  ["stories.train.jsonl", 1],
  ["stories-ecb.train.jsonl", 5],
  ["stories-world.train.jsonl", 5],
] as const;
/** Corpora whose words are counted beside theirs. */
const WORDS = ["muc4.train.jsonl", "attribution.train.jsonl"];
const OPTIONS = { trees: 160, rate: 0.08, leaves: 12, fewest: 30, l2: 3 };

const data = process.argv[2]?.startsWith("-") ? undefined : (process.argv[2] ?? process.env.ACCORDING_BENCH);
if (!data) throw new Error("Say where the corpora are: npm run train:resolve -- FOLDER [--folds] (or ACCORDING_BENCH)");
const read = (name: string): Line[] =>
  readFileSync(join(data, name), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Line);

export function summaryOf(line: Line): ReportSummary {
  const title = line.title ?? null;
  return {
    id: line.id,
    published: line.published?.slice(0, 10) ?? null,
    outlet: null,
    wording: wordingOf(title, line.text, []),
    events: [],
    people: [],
    passages: passages(line.text),
  };
}

interface Learned {
  readonly forest: Forest;
  readonly reports: number;
  readonly frequency: ReadonlyMap<number, number>;
  readonly pairs: number;
}

/** Counts terms and grows trees; of a corpus only the lines that `take` takes. */
function learn(take: (name: string, line: Line) => boolean): Learned {
  const taken = (name: string): Line[] => read(name).filter((line) => take(name, line));
  const frequency = new Map<number, number>();
  let reports = 0;
  for (const name of [...STORIES.map(([n]) => n), ...WORDS]) {
    for (const line of taken(name)) {
      reports++;
      for (const id of wordingOf(line.title ?? null, line.text, []).body.ids) frequency.set(id, (frequency.get(id) ?? 0) + 1);
    }
  }
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const [name, weight] of STORIES) {
    const lines = taken(name);
    const incident = new Map(lines.map((l) => [l.id, l.incident]));
    const { reports: sorted, pairs } = compareWith(lines.map(summaryOf), frequency, reports, null);
    for (const { a, b, features } of pairs) {
      rows.push(features);
      labels.push(incident.get(sorted[a].id) === incident.get(sorted[b].id) ? 1 : 0);
      weights.push(weight);
    }
  }
  const names = FEATURES.map((f) => f.name);
  return { forest: boost(names, rows, labels, weights, OPTIONS), reports, frequency, pairs: rows.length };
}

/** The corpus whose topics each hold two events that are alike: the folds are cut along them. */
const TWINS = "stories-ecb";
const FOLDS = 5;

/** How well trees that saw no report of a topic tell its reports apart: in turn, for five shares of the topics of train and dev. */
function folds(): void {
  const splits = [`${TWINS}.train.jsonl`, `${TWINS}.dev.jsonl`].filter((name) => existsSync(join(data as string, name)));
  const all = splits.flatMap((name) => read(name));
  const topics = [...new Set(all.map((l) => l.topic ?? ""))].sort();
  const sum = { precision: 0, recall: 0, reports: 0, joined: 0, alike: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = new Set(topics.filter((_, i) => i % FOLDS === fold));
    const { forest, frequency, reports } = learn((name, line) => !name.startsWith(TWINS) || !out.has(line.topic ?? ""));
    const lines = all.filter((l) => out.has(l.topic ?? ""));
    const compared = compareWith(lines.map(summaryOf), frequency, reports, forest);
    count(lines, new Map(compared.reports.map((r, i) => [r.id, stories(compared)[i]])), sum);
    console.error(`fold ${fold + 1}: ${[...out].join(", ")}`);
  }
  const [p, r] = [sum.precision / sum.reports, sum.recall / sum.reports];
  const f = (2 * p * r) / (p + r);
  const percent = (x: number): string => (100 * x).toFixed(1);
  console.log(`${topics.length} topics, ${sum.reports} reports: P ${percent(p)} R ${percent(r)} F ${percent(f)} (B-cubed)`);
  console.log(`like but different events joined: ${percent(sum.joined / sum.alike)}% of ${sum.alike} pairs of reports`);
}

/** Adds up B-cubed, and how many pairs of reports of one topic's two events were joined. */
function count(
  lines: readonly Line[],
  story: ReadonlyMap<string, number>,
  sum: Record<"precision" | "recall" | "reports" | "joined" | "alike", number>,
): void {
  const same = (a: Line, b: Line): boolean => story.get(a.id) === story.get(b.id);
  for (const a of lines) {
    const both = lines.filter((b) => same(a, b) && a.incident === b.incident).length;
    sum.precision += both / lines.filter((b) => same(a, b)).length;
    sum.recall += both / lines.filter((b) => a.incident === b.incident).length;
    sum.reports++;
    for (const b of lines) {
      if (a.id >= b.id || a.topic !== b.topic || a.incident === b.incident) continue;
      sum.alike++;
      if (same(a, b)) sum.joined++;
    }
  }
}

function write({ forest, reports, frequency, pairs }: Learned): void {
  const models = new URL("../../../models/", import.meta.url);
  writeFileSync(new URL("resolve.json", models), `${JSON.stringify({ reports, forest })}\n`);
  const kept = [...frequency.entries()].filter(([, n]) => n > 1).sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(kept.length * 6);
  kept.forEach(([id, n], i) => {
    bytes.writeUInt32LE(id, i * 6);
    bytes.writeUInt16LE(Math.min(n, 65_535), i * 6 + 4);
  });
  writeFileSync(new URL("resolve-terms.bin", models), bytes);
  console.error(`${pairs} pairs, ${kept.length} terms`);
}

if (process.argv.includes("--folds")) folds();
else write(learn(() => true));
