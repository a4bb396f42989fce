import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FEATURES } from "../features.js";
import { passages } from "../passages.js";
import { compareWith } from "../stories.js";
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

const data = process.argv[2] ?? process.env.ACCORDING_BENCH;
if (!data) throw new Error("Say where the corpora are: npm run train:resolve -- FOLDER (or ACCORDING_BENCH)");
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

const frequency = new Map<number, number>();
let reports = 0;
for (const name of [...STORIES.map(([n]) => n), ...WORDS]) {
  for (const line of read(name)) {
    reports++;
    for (const id of wordingOf(line.title ?? null, line.text, []).body.ids) frequency.set(id, (frequency.get(id) ?? 0) + 1);
  }
}

const rows: Float32Array[] = [];
const labels: number[] = [];
const weights: number[] = [];
for (const [name, weight] of STORIES) {
  const lines = read(name);
  const incident = new Map(lines.map((l) => [l.id, l.incident]));
  const { reports: sorted, pairs } = compareWith(lines.map(summaryOf), frequency, reports, null);
  for (const { a, b, features } of pairs) {
    rows.push(features);
    labels.push(incident.get(sorted[a].id) === incident.get(sorted[b].id) ? 1 : 0);
    weights.push(weight);
  }
  console.error(`${name}: ${pairs.length} pairs`);
}
const forest = boost(
  FEATURES.map((f) => f.name),
  rows,
  labels,
  weights,
  OPTIONS,
);
const models = new URL("../../../models/", import.meta.url);
writeFileSync(new URL("resolve.json", models), `${JSON.stringify({ reports, forest })}\n`);
const kept = [...frequency.entries()].filter(([, n]) => n > 1).sort(([a], [b]) => a - b);
const bytes = Buffer.alloc(kept.length * 6);
kept.forEach(([id, n], i) => {
  bytes.writeUInt32LE(id, i * 6);
  bytes.writeUInt16LE(Math.min(n, 65_535), i * 6 + 4);
});
writeFileSync(new URL("resolve-terms.bin", models), bytes);
console.error(`${rows.length} pairs, ${kept.length} terms`);
