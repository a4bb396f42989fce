import { seeded } from "./random.js";

/** A decision to learn: its features, whether it is so, how much it counts. */
export interface Example {
  readonly features: Int32Array;
  readonly yes: boolean;
  readonly weight: number;
}

export interface Settings {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

export const SETTINGS: Settings = { bits: 18, epochs: 8, rate: 0.15, decay: 2e-6, seed: 1 };

/** Logistic regression by AdaGrad (Duchi, Hazan & Singer 2011), weights averaged over the epochs of the last half. */
export function learn(examples: readonly Example[], settings: Settings = SETTINGS): Float64Array {
  const { epochs, seed } = settings;
  const size = 1 << settings.bits;
  const w = new Float64Array(size);
  const g2 = new Float64Array(size).fill(1e-6);
  const sum = new Float64Array(size);
  const order = examples.map((_, i) => i);
  const next = seeded(seed);
  const from = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const k of order) step(examples[k], w, g2, settings);
    if (epoch >= from) for (let i = 0; i < size; i++) sum[i] += w[i];
  }
  return sum.map((x) => x / (epochs - from));
}

function step({ features, yes, weight }: Example, w: Float64Array, g2: Float64Array, { rate, decay }: Settings): void {
  const slope = (1 / (1 + Math.exp(-logOdds(w, features))) - (yes ? 1 : 0)) * weight;
  for (const i of features) {
    const g = slope + decay * w[i];
    g2[i] += g * g;
    w[i] -= (rate * g) / Math.sqrt(g2[i]);
  }
}

export function logOdds(w: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (const i of features) sum += w[i];
  return sum;
}
