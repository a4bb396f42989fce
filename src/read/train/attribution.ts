/**
 * Learns what is a reporting cue, who its source is and what its content, from texts with marked attributions (PolNeAR: Newell,
 * Margolin & Ruths 2018). Writes `models/attribution.bin`.
 *
 *     npm run train:attribution -- TRAIN.jsonl [--keep 0.9]
 *
 * `--keep` leaves out every tenth document, to measure on.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type Document, tokensIn } from "../../language/document.js";
import { analyse } from "../../language/index.js";
import { contentFeatures, contentUnits, frameOf } from "../attributions/contents.js";
import { type CueCandidate, cueCandidates, cueFeatures } from "../attributions/cues.js";
import { BITS, FeatureBuffer } from "../attributions/features.js";
import { packModel } from "../attributions/model.js";
import { type Quotations, quotationsOf } from "../attributions/quotes.js";
import { sourceCandidates, sourceFeatures } from "../attributions/sources.js";
import { seeded } from "./random.js";

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
interface GoldAttribution {
  readonly source: readonly GoldSpan[];
  readonly cue: readonly GoldSpan[];
  readonly content: readonly GoldSpan[];
}
interface Line {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** A decision to learn: its features, whether it is so, how much it counts. */
interface Example {
  readonly features: Int32Array;
  readonly yes: boolean;
  readonly weight: number;
}

const EPOCHS = 6;
const RATE = 0.15;
const DECAY = 1e-5;
/** A feature seen more rarely in training is left out. */
const SEEN = 3;

/** Logistic regression by AdaGrad (Duchi, Hazan & Singer 2011), weights averaged over all steps of the last half. */
function learn(examples: readonly Example[], seed: number): Float64Array {
  const size = 1 << BITS;
  const w = new Float64Array(size);
  const g2 = new Float64Array(size).fill(1e-6);
  const sum = new Float64Array(size);
  const seen = new Uint16Array(size);
  for (const { features } of examples) for (const i of features) if (seen[i] < SEEN) seen[i]++;
  const kept = examples.map((x) => ({ ...x, features: x.features.filter((i) => seen[i] >= SEEN) }));
  const order = examples.map((_, i) => i);
  const next = seeded(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const k of order) step(kept[k], w, g2);
    if (epoch >= EPOCHS / 2) for (let i = 0; i < size; i++) sum[i] += w[i];
  }
  return sum.map((x) => x / Math.floor(EPOCHS / 2));
}

function step({ features, yes, weight }: Example, w: Float64Array, g2: Float64Array): void {
  let score = 0;
  for (const i of features) score += w[i];
  const slope = (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0)) * weight;
  for (const i of features) {
    const g = slope + DECAY * w[i];
    g2[i] += g * g;
    w[i] -= (RATE * g) / Math.sqrt(g2[i]);
  }
}

interface Prepared {
  readonly doc: Document;
  readonly quotes: Quotations;
  readonly cues: readonly CueCandidate[];
  readonly gold: readonly Marked[];
}
interface Marked {
  readonly cue: Set<number>;
  readonly source: Set<number>;
  readonly content: Set<number>;
}

function prepare({ text, attributions }: Line): Prepared {
  const doc = analyse(text);
  const tokens = (spans: readonly GoldSpan[]): Set<number> => {
    const set = new Set<number>();
    for (const s of spans) for (let [i, end] = tokensIn(doc, [s.start, s.end]); i < end; i++) set.add(i);
    return set;
  };
  const gold = attributions.map((a) => ({ cue: tokens(a.cue), source: tokens(a.source), content: tokens(a.content) }));
  return { doc, quotes: quotationsOf(doc), cues: cueCandidates(doc), gold };
}

/** Candidates that stand in a marked cue, each with the attribution. */
function aligned(p: Prepared): readonly { readonly cue: CueCandidate; readonly gold: Marked | null }[] {
  const by = new Map<number, Marked>();
  for (const a of p.gold) for (const t of a.cue) if (!by.has(t)) by.set(t, a);
  return p.cues.map((cue) => ({ cue, gold: by.get(cue.token) ?? null }));
}

/** Of several candidates in one marked cue only the one that scores highest is the cue. First pass: all are. */
function cueExamples(docs: readonly Prepared[], weights: Float64Array | null): readonly Example[] {
  const f = new FeatureBuffer();
  return docs.flatMap((p) => {
    const all = aligned(p).map(({ cue, gold }) => {
      cueFeatures(p.doc, p.quotes, cue, f);
      const features = f.copy();
      return { gold, features, score: weights ? features.reduce((s, i) => s + weights[i], 0) : 0 };
    });
    const top = new Map<Marked, number>();
    for (const x of all) if (x.gold) top.set(x.gold, Math.max(top.get(x.gold) ?? Number.NEGATIVE_INFINITY, x.score));
    return all.map(({ gold, features, score }) => ({ features, yes: gold !== null && score === top.get(gold), weight: 1 }));
  });
}

/** The nominal nearest the top of the tree among those in the marked source. */
function goldSource(doc: Document, tokens: readonly number[], source: ReadonlySet<number>): number {
  const inside = tokens.filter((t) => source.has(t));
  return inside.find((t) => !source.has(doc.head[t])) ?? inside[0] ?? -1;
}

function sourceExamples(docs: readonly Prepared[]): readonly Example[] {
  const f = new FeatureBuffer();
  const examples: Example[] = [];
  for (const p of docs) {
    for (const { cue, gold } of aligned(p)) {
      if (!gold) continue;
      const candidates = sourceCandidates(p.doc, cue.token);
      const right = goldSource(
        p.doc,
        candidates.map((c) => c.token),
        gold.source,
      );
      candidates.forEach((s, rank) => {
        if (s.token !== right && gold.source.has(s.token)) return;
        sourceFeatures(p.doc, p.quotes, cue, s, rank, f);
        examples.push({ features: f.copy(), yes: s.token === right, weight: 1 });
      });
    }
  }
  return examples;
}

function contentExamples(docs: readonly Prepared[]): readonly Example[] {
  const f = new FeatureBuffer();
  const examples: Example[] = [];
  for (const p of docs) {
    const blankLines = /\n[ \t\r]*\n/.test(p.doc.text);
    for (const { cue, gold } of aligned(p)) {
      if (!gold) continue;
      const source = goldSource(
        p.doc,
        sourceCandidates(p.doc, cue.token).map((c) => c.token),
        gold.source,
      );
      const units = contentUnits(p.doc, p.quotes, cue.token, source, blankLines);
      const frame = frameOf(p.doc, units);
      for (const u of units) {
        contentFeatures(p.doc, p.quotes, cue, source, u, frame, f);
        let inside = 0;
        for (let k = u.first; k < u.end; k++) if (gold.content.has(k)) inside++;
        const length = u.end - u.first;
        examples.push({ features: f.copy(), yes: 2 * inside > length, weight: Math.min(2, 0.5 + length / 15) });
      }
    }
  }
  return examples;
}

const [file, ...options] = process.argv.slice(2);
const keepOut = options.includes("--hold-out");
const out = new URL("../../../models/attribution.bin", import.meta.url);
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((l) => JSON.parse(l) as Line);
const docs = lines.filter((_, i) => !keepOut || i % 10 !== 9).map(prepare);
console.error(`${docs.length} documents`);
const first = learn(cueExamples(docs, null), 1);
const cue = learn(cueExamples(docs, first), 2);
console.error("cues learned");
const source = learn(sourceExamples(docs), 3);
console.error("sources learned");
const content = learn(contentExamples(docs), 4);
writeFileSync(out, packModel({ cue, source, content }));
