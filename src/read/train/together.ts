import { levelled } from "../linear.js";
import { seeded } from "./random.js";

/** What several decisions say of one thing: its features, and for each decision yes, no, or nothing to learn. */
export interface Case {
  readonly features: Int32Array;
  /** One bit a decision: it is so. */
  readonly yes: number;
  /** One bit a decision: not to be learned from. */
  readonly skip: number;
  readonly weight: number;
}

export interface TogetherSettings {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
  /** Cases that a feature must be seen in to be learned from. */
  readonly fewest: number;
  /** Squared slope that every weight begins with: the more, the less the first cases that have a feature decide its weight. */
  readonly calm: number;
}

/** A slope below this teaches nothing. */
const FLAT = 0.002;

/**
 * Several logistic regressions over the same things at once, by AdaGrad as `learn`, weights averaged over the last half of the epochs.
 * Every case is of length 1, however many features it has (`levelled`): else a long report would be sure of everything.
 * The weights of one feature lie side by side, so that looking at one thing touches each once.
 */
export function learnTogether(all: readonly Case[], decisions: number, o: TogetherSettings): readonly Float64Array[] {
  const size = 1 << o.bits;
  const cases = withoutRare(all, size, o.fewest);
  const w = new Float32Array(size * decisions);
  const g2 = new Float32Array(size * decisions).fill(o.calm);
  const sum = new Float64Array(size * decisions);
  const order = Int32Array.from(cases, (_, i) => i);
  const next = seeded(o.seed);
  const from = Math.floor(o.epochs / 2);
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const k of order) step(cases[k], w, g2, decisions, o);
    if (epoch >= from) for (let i = 0; i < sum.length; i++) sum[i] += w[i];
  }
  return Array.from({ length: decisions }, (_, r) =>
    Float64Array.from({ length: size }, (_, i) => sum[i * decisions + r] / (o.epochs - from)),
  );
}

/** A case as it is learned from: each of its features has the same value, so that it is of length 1. */
interface Level extends Case {
  readonly value: number;
}

/** Cases without the features that fewer than so many of them have. */
function withoutRare(cases: readonly Case[], size: number, fewest: number): readonly Level[] {
  const seen = new Int32Array(size);
  for (const { features } of cases) for (let k = 0; k < features.length; k++) seen[features[k]]++;
  return cases.map((c) => ({ ...c, features: c.features.filter((i) => seen[i] >= fewest), value: levelled(c.features) }));
}

function step(c: Level, w: Float32Array, g2: Float32Array, decisions: number, o: TogetherSettings): void {
  const { features, value } = c;
  for (let r = 0; r < decisions; r++) {
    if (c.skip & (1 << r)) continue;
    const yes = (c.yes >> r) & 1;
    let odds = 0;
    for (let k = 0; k < features.length; k++) odds += w[features[k] * decisions + r];
    const slope = (1 / (1 + Math.exp(-odds * value)) - yes) * c.weight;
    if (Math.abs(slope) < FLAT) continue;
    for (let k = 0; k < features.length; k++) {
      const i = features[k] * decisions + r;
      const g = slope * value + o.decay * w[i];
      g2[i] += g * g;
      w[i] -= (o.rate * g) / Math.sqrt(g2[i]);
    }
  }
}
