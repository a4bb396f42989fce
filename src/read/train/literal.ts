import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { plainReport } from "../../model/report.js";
import { contextOf } from "../events/context.js";
import { amongOthers, isFigured, type Stand, standOf } from "../events/literal.js";
import { settingOf, tellLiteral } from "../events/literal-features.js";
import { nameOf } from "../events/tell.js";
import { allTriggersOf } from "../events/triggers.js";
import { findAll } from "../index.js";
import { seeded } from "./random.js";

/** One trigger of a report: its features, whether it is meant as its row says, how much it counts: nothing where nobody knows. */
interface Example {
  readonly report: string;
  readonly stand: Stand;
  readonly type: string;
  readonly features: readonly string[];
  readonly yes: boolean;
  readonly weight: number;
  readonly judged: boolean;
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
}

/** Corpora whose triggers were judged one by one (`sources/literal.tsv`), and those taken to tell of acts, with every how many reports. */
const JUDGED = ["attribution", "names", "places-gwn", "places-lgl", "places-trnews", "times-tempeval"];
const OF_ACTS: readonly (readonly [corpus: string, every: number])[] = [
  ["mentions", 1],
  ["reading", 1],
  ["incidents", 3],
  ["stories", 6],
  ["muc4", 4],
];
/** What a trigger that nobody judged counts. */
const UNJUDGED = 0.3;
/** Words that such reports use in other senses too often to be taken at their word. */
const OPEN_WORDS = /^threat/;

function judgements(): ReadonlyMap<string, boolean> {
  const lines = readFileSync(new URL("sources/literal.tsv", import.meta.url), "utf8").split("\n");
  return new Map(
    lines
      .filter((l) => l && !l.startsWith("#") && !l.startsWith("corpus"))
      .map((l) => {
        const [corpus, report, at, literal] = l.split("\t");
        return [`${corpus} ${report} ${at}`, literal === "1"];
      }),
  );
}

function examplesOf(corpus: string, line: Line, known: ReadonlyMap<string, boolean>, ofActs: boolean): Example[] {
  const { id, text, published = null } = line;
  const ctx = contextOf(findAll(plainReport(text, { id, published }), "attributions"));
  const report = createHash("sha256").update(id).digest("hex").slice(0, 10);
  const setting = settingOf(ctx);
  return allTriggersOf(ctx)
    .filter(isFigured)
    .map((trigger) => {
      const judged = known.get(`${corpus} ${report} ${ctx.doc.start[trigger.token]}`);
      const features = new Set(["bias"]);
      tellLiteral(ctx, setting, trigger, (form, x, y, z) => features.add(nameOf(form, x, y, z)));
      return {
        report: `${corpus} ${report}`,
        stand: standOf(ctx, trigger),
        type: trigger.row.type as string,
        features: [...features],
        yes: judged ?? true,
        weight: judged !== undefined ? 1 : ofActs && !OPEN_WORDS.test(trigger.row.id) ? UNJUDGED : 0,
        judged: !ofActs,
      };
    });
}

/** Features of enough reports, by number; the rest would be learned by heart. */
function numbered(examples: readonly Example[], fewest: number): ReadonlyMap<string, number> {
  const reports = new Map<string, Set<string>>();
  for (const e of examples)
    for (const f of e.features) {
      const seen = reports.get(f);
      if (seen) seen.add(e.report);
      else reports.set(f, new Set([e.report]));
    }
  const all = [...reports].filter(([, seen]) => seen.size >= fewest).map(([f]) => f);
  return new Map(all.sort().map((f, k) => [f, k]));
}

interface Settings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly fewest: number;
}

/** A trigger as if its report were its sentence: what stands beside a word has to be enough in a short report. */
function alone(e: Example): Example {
  return { ...e, features: e.features.filter((f) => !f.includes("report~")), weight: e.weight * ALONE };
}

const ALONE = 0.5;

/** Logistic regression by AdaGrad with a little L2. */
function learn(examples: readonly Example[], { epochs, rate, decay, fewest }: Settings): ReadonlyMap<string, number> {
  const known = examples.filter((e) => e.weight > 0).flatMap((e) => [e, alone(e)]);
  const at = numbered(known, fewest);
  const cases = known.map((e) => ({
    features: Int32Array.from(e.features.flatMap((f) => at.get(f) ?? [])),
    yes: e.yes ? 1 : 0,
    weight: e.weight,
  }));
  const w = new Float64Array(at.size);
  const g2 = new Float64Array(at.size).fill(1e-6);
  const sum = new Float64Array(at.size);
  const order = cases.map((_, i) => i);
  const next = seeded(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const k of order) {
      const { features, yes, weight } = cases[k];
      let score = 0;
      for (const i of features) score += w[i];
      const slope = (1 / (1 + Math.exp(-score)) - yes) * weight;
      for (const i of features) {
        const g = slope + decay * w[i];
        g2[i] += g * g;
        w[i] -= (rate * g) / Math.sqrt(g2[i]);
      }
    }
    if (epoch >= epochs / 2) for (let i = 0; i < w.length; i++) sum[i] += w[i];
  }
  const w1 = new Map([...at].map(([f, i]) => [f, sum[i] / Math.floor(epochs / 2)]));
  for (const [word, reports] of sureWords(known)) w1.set(word, (w1.get(word) ?? 0) + (SURE * reports) / (reports + HALF));
  return w1;
}

/** What a word gets on top that is always meant, and the reports that give half of it: what it stands among is not to outweigh it. */
const SURE = 4;
const HALF = 5;

/** Words that were never a figure of speech, with the number of reports that have them. */
function sureWords(examples: readonly Example[]): ReadonlyMap<string, number> {
  const reports = new Map<string, Set<string>>();
  const figured = new Set<string>();
  for (const e of examples) {
    const word = e.features.find((f) => WORD.test(f));
    if (word === undefined) continue;
    if (!e.yes) figured.add(word);
    const seen = reports.get(word);
    if (seen) seen.add(e.report);
    else reports.set(word, new Set([e.report]));
  }
  return new Map([...reports].flatMap(([word, seen]) => (figured.has(word) ? [] : [[word, seen.size] as const])));
}

const WORD = /^word=[^&]*$/;

function scoreOf(w: ReadonlyMap<string, number>, features: readonly string[]): number {
  let sum = 0;
  for (const f of features) sum += w.get(f) ?? 0;
  return sum;
}

const FOLDS = 5;

/** Scores of every example, those of each fifth of the reports by what the others teach. */
function crossed(examples: readonly Example[], settings: Settings, as: (e: Example) => Example = (e) => e): Float64Array {
  const reports = [...new Set(examples.map((e) => e.report))].sort();
  const fold = new Map(reports.map((r, k) => [r, k % FOLDS]));
  const scores = new Float64Array(examples.length);
  for (let k = 0; k < FOLDS; k++) {
    const w = learn(
      examples.filter((e) => fold.get(e.report) !== k),
      settings,
    );
    examples.forEach((e, i) => {
      if (fold.get(e.report) === k) scores[i] = scoreOf(w, as(e).features);
    });
  }
  return withOthers(examples, scores);
}

/** Scores with what the other triggers of the report add. */
function withOthers(examples: readonly Example[], scores: Float64Array): Float64Array {
  const reports = new Map<string, number[]>();
  examples.forEach((e, i) => {
    const known = reports.get(e.report);
    if (known) known.push(i);
    else reports.set(e.report, [i]);
  });
  const all = new Float64Array(examples.length);
  for (const places of reports.values()) {
    const stands = places.map((i) => examples[i].stand);
    const own = places.map((i) => scores[i]);
    places.forEach((i, k) => {
      all[i] = own[k] + amongOthers(stands, own, k).reduce((sum, o) => sum + o.weight, 0);
    });
  }
  return all;
}

function told(examples: readonly Example[], scores: Float64Array, least: number): string {
  let [found, said, asked, lost, acts] = [0, 0, 0, 0, 0];
  examples.forEach((e, i) => {
    const figurative = scores[i] < least;
    if (e.weight === 0) return;
    if (!e.judged) {
      if (!/^violence/.test(e.type) || !e.yes) return;
      acts++;
      if (figurative) lost++;
      return;
    }
    if (figurative) said++;
    if (!e.yes) asked++;
    if (figurative && !e.yes) found++;
  });
  return `from ${least}: figurative P ${((100 * found) / said).toFixed(1)} R ${((100 * found) / asked).toFixed(1)} (${found} of ${asked}); real acts lost ${((100 * lost) / acts).toFixed(2)}% of ${acts}`;
}

const lines = (bench: string, corpus: string): Line[] =>
  readFileSync(`${bench}/${corpus}.train.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Line);

/** Weights that say less are left out of the file. */
const LIGHTEST = 0.08;

const SETTINGS: Settings = { epochs: 16, rate: 0.1, decay: 0.01, fewest: 4 };

const [bench] = process.argv.slice(2);
const known = judgements();
const all = [
  ...JUDGED.flatMap((corpus) => lines(bench, corpus).flatMap((l) => examplesOf(corpus, l, known, false))),
  ...OF_ACTS.flatMap(([corpus, every]) =>
    lines(bench, corpus)
      .filter((_, k) => k % every === 0)
      .flatMap((l) => examplesOf(corpus, l, known, true)),
  ),
];
const asked = all.filter((e) => e.weight > 0);
console.log(`${asked.length} triggers, ${asked.filter((e) => e.judged).length} judged, ${asked.filter((e) => !e.yes).length} figurative`);
const scores = crossed(all, SETTINGS);
for (const least of [-1, -0.5, 0, 0.5, 1]) console.log(told(all, scores, least));
console.log(`by the sentence alone: ${told(all, crossed(all, SETTINGS, alone), 0)}`);
const w = learn(all, SETTINGS);
const rows = [...w].filter(([, x]) => Math.abs(x) >= LIGHTEST);
const head =
  "# Weights of the features by which triggers are told from figures of speech (log-odds of being meant); made by npm run train:literal.\n";
writeFileSync(new URL("../../../models/literal.tsv", import.meta.url), head + rows.map(([f, x]) => `${f}\t${x.toFixed(2)}\n`).join(""));
console.log(`${rows.length} weights`);
