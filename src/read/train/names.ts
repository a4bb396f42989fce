/**
 * Trains the name tagger: `npm run train:names -- NAMES.train.jsonl` writes `models/names-1.bin` and `names-2.bin`. The first pass is
 * trained as it is; for the second, each fifth of the corpus is labelled by a first pass trained on the other four. Each text is learned
 * as it is and, some of them, in capitals or small letters.
 */
import { writeFileSync } from "node:fs";
import type { Document } from "../../language/document.js";
import { NameTagger } from "../names/decode.js";
import { OFFSETS, type Sink, type Surroundings, sink, tokenFeatures, wordFeatures } from "../names/features.js";
import { LABELS } from "../names/labels.js";
import { beforeOf, surroundingsOf } from "../names/surroundings.js";
import { packWeights, unpackWeights } from "../names/weights.js";
import { words } from "../names/words.js";
import { Crf, type Example } from "./crf.js";
import { type Marked, mark, readLines, recase } from "./names-data.js";
import { seeded, shuffler } from "./random.js";

interface Options {
  readonly rounds: number;
  readonly rate: number;
  readonly l1: number;
  readonly least: number;
  readonly scale: number;
  readonly dropout: number;
  /** Taken off the score of standing outside a name. */
  readonly bias: number;
}

interface Prepared extends Marked {
  readonly around: Surroundings;
}

function prepare(path: string): Prepared[] {
  const random = seeded(11);
  const all: Prepared[] = [];
  for (const line of readLines(path)) {
    const ways: ("as is" | "upper" | "lower")[] = ["as is"];
    const draw = random();
    if (draw < 0.5) ways.push("upper");
    else if (draw < 0.9) ways.push("lower");
    for (const way of ways) {
      const marked = mark(line, recase(line.text, way));
      words.grow();
      all.push({ ...marked, around: surroundingsOf(marked.doc) });
    }
  }
  return all;
}

/** Feature hashes to consecutive numbers; those seen fewer than `least` times are left out. */
function numberFeatures(docs: readonly Prepared[], least: number): { readonly features: number[]; number(hash: number): number } {
  const seen = new Map<number, number>();
  const out = sink();
  for (const { doc, around } of docs) {
    for (let i = 0; i < doc.length; i++) {
      collect(doc, around, i, out);
      for (const f of out.ids.subarray(0, out.size)) seen.set(f, (seen.get(f) ?? 0) + 1);
    }
  }
  const features: number[] = [];
  const numbers = new Map<number, number>();
  for (const [f, n] of seen) {
    if (n < least) continue;
    numbers.set(f, features.length);
    features.push(f);
  }
  return { features, number: (hash) => numbers.get(hash) ?? -1 };
}

function collect(doc: Document, around: Surroundings, i: number, out: Sink): void {
  out.size = 0;
  tokenFeatures(doc, around, i, out);
  const s = doc.sentence[i];
  OFFSETS.forEach((offset, slot) => {
    const at = i + offset;
    wordFeatures(at < doc.sentenceStart[s] || at >= doc.sentenceStart[s + 1] ? -1 : doc.norm[at], slot, out);
  });
}

function examplesOf(p: Prepared, number: (hash: number) => number): Example[] {
  const { doc, around } = p;
  const out = sink();
  return Array.from({ length: doc.sentenceCount }, (_, s) => {
    const from = doc.sentenceStart[s];
    const to = doc.sentenceStart[s + 1];
    const features: number[] = [];
    const starts = [0];
    for (let i = from; i < to; i++) {
      collect(doc, around, i, out);
      for (const f of out.ids.subarray(0, out.size)) {
        const k = number(f);
        if (k >= 0) features.push(k);
      }
      starts.push(features.length);
    }
    return { features: Int32Array.from(features), starts: Int32Array.from(starts), allowed: p.allowed.slice(from, to), weight: 1 };
  });
}

/** The example with some features left out by chance, so that the rest learn to do without them (Wang and Manning 2013). */
function thinned(x: Example, dropout: number, random: () => number): Example {
  if (dropout === 0) return x;
  const features = new Int32Array(x.features.length);
  const starts = new Int32Array(x.starts.length);
  let n = 0;
  for (let i = 0; i + 1 < x.starts.length; i++) {
    for (let f = x.starts[i]; f < x.starts[i + 1]; f++) if (random() >= dropout) features[n++] = x.features[f];
    starts[i + 1] = n;
  }
  return { ...x, features, starts };
}

function train(docs: readonly Prepared[], o: Options, name: string): Uint8Array {
  const { features, number } = numberFeatures(docs, o.least);
  const examples = docs.flatMap((p) => examplesOf(p, number));
  const crf = new Crf(features.length, o.rate, o.l1);
  const shuffle = shuffler(3);
  const random = seeded(9);
  for (let round = 0; round < o.rounds; round++) {
    let loss = 0;
    for (const x of shuffle(examples)) if (x.allowed.length > 0) loss += crf.learn(thinned(x, o.dropout, random)) || 0;
    process.stderr.write(`${name} round ${round + 1}: loss ${loss.toFixed(0)}\n`);
  }
  let used = 0;
  for (let f = 0; f < features.length; f++) if (crf.weights.subarray(f * LABELS, (f + 1) * LABELS).some((w) => w !== 0)) used++;
  process.stderr.write(`${name}: ${features.length} features, ${used} used\n`);
  const weights = crf.weights.map((w) => w * (1 - o.dropout));
  return packWeights(features, weights, crf.transitions, o.scale, o.bias);
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const path = process.argv[2];
const folder = process.argv.includes("--to")
  ? `file://${process.argv[process.argv.indexOf("--to") + 1]}/`
  : new URL("../../../models/", import.meta.url).href;
const options: Options = {
  rounds: option("rounds", 8),
  rate: option("rate", 0.12),
  l1: option("l1", 0.0035),
  least: option("least", 2),
  scale: option("scale", 0.04),
  dropout: option("dropout", 0.4),
  bias: option("bias", 1),
};
const folds = option("folds", 3);
const docs = prepare(path);
const lost = docs.flatMap((d) => d.lost);
process.stderr.write(`${docs.length} texts, ${lost.length} names that no tokens fit: ${lost.slice(0, 40).join(", ")}\n`);

const first = train(docs, options, "first");
writeFileSync(new URL("names-1.bin", folder), first);

if (folds > 0) {
  const labelled = docs.map((d) => ({ ...d }));
  const ids = shuffler(5)([...new Set(docs.map((d) => d.id))]);
  const foldOf = new Map(ids.map((id, k) => [id, k % folds]));
  for (let fold = 0; fold < folds; fold++) {
    const tagger = new NameTagger(
      unpackWeights(
        train(
          docs.filter((d) => foldOf.get(d.id) !== fold),
          { ...options, rounds: Math.ceil(options.rounds / 2) },
          `fold ${fold + 1}`,
        ),
      ),
    );
    docs.forEach((d, k) => {
      if (foldOf.get(d.id) === fold) labelled[k] = { ...d, around: { ...d.around, before: beforeOf(d.doc, tagger.tag(d.doc, d.around)) } };
    });
  }
  writeFileSync(new URL("names-2.bin", folder), train(labelled, options, "second"));
}
