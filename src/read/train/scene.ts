/**
 * Learns which of a report's places its chief event is at, from reports of which only the event's point on the map is known: every
 * place near it is right. A softmax over the places of a report, hashed features. Writes `models/scene.bin`.
 *
 *     npm run train:scene -- stories.train.jsonl incidents.train.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { sourceOfLine } from "../../intake/index.js";
import type { Report } from "../../model/report.js";
import { reportOf } from "../../pipeline/report.js";
import { findAll } from "../index.js";
import { Features, packLinear } from "../linear.js";
import { distance } from "../places/distance.js";
import { BITS, candidateFeatures } from "../scene/features.js";
import { sceneFor } from "../scene.js";
import { seeded } from "./random.js";

/** Kilometres from the known point within which a place is right. */
const RIGHT = 40;
const SETTINGS = { epochs: 16, rate: 0.1, decay: 2e-4, seed: 7 };

interface Choice {
  readonly rows: readonly Int32Array[];
  readonly right: readonly boolean[];
}

interface Line {
  readonly id?: string;
  readonly text: string;
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly url?: string | null;
  readonly gold: { readonly latlon?: readonly [number, number] | null };
}

function choiceOf(line: Line): Choice | null {
  if (!line.gold.latlon) return null;
  const found = findAll(asRead(line), "story");
  const lead = found.events.find((e) => e.id === found.lead);
  const scene = lead ? sceneFor(found, lead) : null;
  if (scene === null) return null;
  const [lat, lon] = line.gold.latlon;
  const right = scene.candidates.map((c) => distance(c.point, { lat, lon }) <= RIGHT);
  if (right.every((r) => r) || !right.some((r) => r)) return null;
  const features = new Features(BITS);
  const rows = scene.candidates.map((_, k) => {
    candidateFeatures(scene, k, features);
    return Int32Array.from(new Set(features.taken()));
  });
  return { rows, right };
}

/** The report as the pipeline reads it, with its headline and dateline told apart; without its gold. */
function asRead({ id, text, published, outlet, title, url }: Line): Report {
  return reportOf(sourceOfLine(String(id), Buffer.from(JSON.stringify({ id, text, published, outlet, title, url })), {})).report;
}

/** The likelihood of all right places together, by AdaGrad; weights averaged over the last half of the epochs. */
function learn(choices: readonly Choice[]): Float64Array {
  const size = 1 << BITS;
  const w = new Float64Array(size);
  const g2 = new Float64Array(size).fill(1e-4);
  const sum = new Float64Array(size);
  const order = choices.map((_, i) => i);
  const next = seeded(SETTINGS.seed);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) step(choices[i], w, g2);
    if (2 * epoch >= SETTINGS.epochs) for (let i = 0; i < size; i++) sum[i] += w[i];
  }
  return sum.map((x) => (2 * x) / SETTINGS.epochs);
}

function step({ rows, right }: Choice, w: Float64Array, g2: Float64Array): void {
  const p = likelihoods(rows, w);
  const good = p.reduce((sum, x, k) => sum + (right[k] ? x : 0), 0) || 1e-12;
  rows.forEach((row, k) => {
    const slope = p[k] - (right[k] ? p[k] / good : 0);
    for (const i of row) {
      const g = slope + SETTINGS.decay * w[i];
      g2[i] += g * g;
      w[i] -= (SETTINGS.rate * g) / Math.sqrt(g2[i]);
    }
  });
}

function likelihoods(rows: readonly Int32Array[], w: Float64Array): number[] {
  const scores = rows.map((row) => row.reduce((sum, i) => sum + w[i], 0));
  const top = Math.max(...scores);
  const p = scores.map((s) => Math.exp(s - top));
  const total = p.reduce((a, b) => a + b, 0);
  return p.map((x) => x / total);
}

/** Share of reports whose best place is right, of those with a choice to make. */
function rightShare(choices: readonly Choice[], w: Float64Array): string {
  const hits = choices.filter(({ rows, right }) => {
    const p = likelihoods(rows, w);
    return right[p.indexOf(Math.max(...p))];
  });
  return `${((100 * hits.length) / choices.length).toFixed(1)}% of ${choices.length}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const choices = process.argv.slice(2).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((raw) => raw.trim() !== "")
      .flatMap((raw) => choiceOf(JSON.parse(raw) as Line) ?? []),
  );
  const held = choices.filter((_, i) => i % 10 === 9);
  const trial = learn(choices.filter((_, i) => i % 10 !== 9));
  console.error(`held-out tenth: ${rightShare(held, trial)}; all of train: ${rightShare(choices, learn(choices))}`);
  writeFileSync(new URL("../../../models/scene.bin", import.meta.url), packLinear([learn(choices)]));
}
