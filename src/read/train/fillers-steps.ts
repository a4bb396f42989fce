import type { Forest } from "../../base/forest.js";
import { boost } from "../../resolve/train/boost.js";
import { DENSE, denseFeatures } from "../fillers/dense.js";
import type { Scores } from "../fillers/entities.js";
import { BITS } from "../fillers/features.js";
import { HEAT_BITS } from "../fillers/heats.js";
import { heatUp } from "../fillers/model.js";
import { FILLED } from "../fillers/roles.js";
import { levelled } from "../linear.js";
import { entityCases, freshly, phraseCases, reportCases, sentenceCases, type Told } from "./fillers-told.js";
import { logOdds } from "./logistic.js";
import { seeded } from "./random.js";
import { type Case, learnTogether, type TogetherSettings } from "./together.js";

const FOLDS = 5;
/** Orders of cases that weights are averaged over. */
const ORDERS = 2;
const REPORT: TogetherSettings = { bits: HEAT_BITS, epochs: 16, rate: 3, decay: 0, seed: 1, fewest: 3, calm: 1 };
const SENTENCE: TogetherSettings = { bits: HEAT_BITS, epochs: 6, rate: 0.15, decay: 1e-4, seed: 1, fewest: 3, calm: 1e-6 };
const FILL: TogetherSettings = { bits: BITS, epochs: 6, rate: 0.2, decay: 1e-5, seed: 1, fewest: 2, calm: 1e-6 };
/** How trees are grown; each may ask three in ten of what is known, by chance. */
const GROWN = { trees: 240, rate: 0.03, leaves: 6, fewest: 30, l2: 5 };
const ASKED = 0.3;
/** Of phrases that fill no role, one in so many is learned from, weighted so. */
const THINNED = 3;

type Weights = readonly Float64Array[];

/** What is learned of one report in one step: its cases and how many decisions they are for. */
interface Step {
  readonly cases: (t: Told, draft: Weights | null) => readonly Case[];
  readonly decisions: number;
  readonly settings: TogetherSettings;
  readonly thinned: number;
}

const STEPS = {
  report: { cases: reportCases, decisions: FILLED.length + 1, settings: REPORT, thinned: 1 },
  sentence: { cases: sentenceCases, decisions: 1, settings: SENTENCE, thinned: 1 },
  phrase: { cases: phraseCases, decisions: FILLED.length, settings: FILL, thinned: THINNED },
  entity: { cases: entityCases, decisions: FILLED.length, settings: FILL, thinned: THINNED },
} as const satisfies Readonly<Record<string, Step>>;

/** Every n-th of the cases that are a no for all decisions, weighted so, and all others. */
function thin(cases: readonly Case[], n: number): readonly Case[] {
  let k = 0;
  return cases.flatMap((c) => (c.yes || c.skip ? [c] : k++ % n === 0 ? [{ ...c, weight: c.weight * n }] : []));
}

/** Which fold a report is in: reports of one day follow each other, and stay together no more than chance has it. */
export const foldOf = (k: number): number => k % FOLDS;

/** Weights learned from cases in several orders, averaged: which case comes first should decide little. */
function inOrders(cases: readonly Case[], decisions: number, settings: TogetherSettings): Weights {
  const all = Array.from({ length: ORDERS }, (_, k) => learnTogether(cases, decisions, { ...settings, seed: settings.seed + k }));
  return all[0].map((w, d) => w.map((_, i) => all.reduce((sum, one) => sum + one[d][i], 0) / ORDERS));
}

/** For each report the odds by weights that have not seen it: by report, decision, case. */
function unseen(told: readonly (readonly Case[])[], { decisions, settings, thinned }: Step): readonly Weights[] {
  const odds: Weights[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = told.filter((_, k) => foldOf(k) !== fold).flat();
    const w = inOrders(thin(seen, thinned), decisions, settings);
    told.forEach((own, k) => {
      if (foldOf(k) === fold) odds[k] = oddsOf(w, own);
    });
  }
  return odds;
}

/** Weights of all reports, and what those that have not seen a report say of it. */
function crossed(all: readonly Told[], step: Step, drafts: readonly Weights[] = []): { weights: Weights; odds: readonly Weights[] } {
  const told = all.map((t, k) => step.cases(t, drafts[k] ?? null));
  return { weights: inOrders(thin(told.flat(), step.thinned), step.decisions, step.settings), odds: unseen(told, step) };
}

function oddsOf(w: Weights, cases: readonly Case[]): Weights {
  return w.map((one) => Float64Array.from(cases, (c) => logOdds(one, c.features) * levelled(c.features)));
}

/** Learned weights of every step, and what they say of each report without having seen it. */
export interface Learned {
  readonly heats: Weights;
  readonly fills: Weights;
  readonly scores: readonly Scores[];
}

export function learnSteps(all: readonly Told[]): Learned {
  const report = crossed(all, STEPS.report);
  const sentence = crossed(all, STEPS.sentence);
  const reports = report.odds.map((o) => Float64Array.from(o, (x) => x[0]));
  all.forEach((t, k) => {
    heatUp(t.s, reports[k][0], sentence.odds[k][0]);
  });
  const drafts = unseen(
    all.map((t) => phraseCases(t)),
    STEPS.phrase,
  );
  const phrase = crossed(all, STEPS.phrase, drafts);
  const entity = crossed(all, STEPS.entity, phrase.odds);
  return {
    heats: [...report.weights, ...sentence.weights],
    fills: [...phrase.weights, ...entity.weights],
    scores: all.map((_, k) => ({ report: reports[k], sentence: sentence.odds[k][0], phrase: phrase.odds[k], entity: entity.odds[k] })),
  };
}

/** Which features a tree may ask, drawn by chance from a seed. */
function drawn(seed: number): (tree: number, feature: number) => boolean {
  const next = seeded(seed);
  const open = Array.from({ length: GROWN.trees }, () => DENSE.map(() => next() < ASKED));
  return (tree, feature) => open[tree][feature];
}

/** Trees that join the scores of all steps, one forest a role; learned from scores that had not seen their report. */
export function learnForests(all: readonly Told[], scores: readonly Scores[]): readonly Forest[] {
  const dense = all.map((t, k) => denseFeatures(t.s, t.candidates, t.entities, scores[k]));
  return FILLED.map((_, r) => {
    const rows: Float64Array[] = [];
    const labels: number[] = [];
    all.forEach((t, k) => {
      const odds = new Float64Array(t.entities.length).fill(Number.NEGATIVE_INFINITY);
      for (const row of dense[k][r]) odds[row.entity] = row.odds;
      const fresh = freshly(t, r, odds);
      for (const { entity, x } of dense[k][r]) {
        if (fresh[entity] < 0) continue;
        rows.push(x);
        labels.push(fresh[entity]);
      }
    });
    return boost(DENSE, rows, labels, new Float64Array(labels.length).fill(1), { ...GROWN, open: drawn(r) });
  });
}
