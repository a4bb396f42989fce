import type { SparseWeights } from "../scorer.js";

/**
 * Weights as 8-bit integers with `scale` steps to the unit. Rows whose largest weight is below `least` units are dropped: most
 * features took part in an update or two and decide nothing.
 */
export function quantise(weights: SparseWeights, from: number, scale: number, least: number): SparseWeights {
  const keys: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const values: number[] = [];
  for (let f = 0, at = 0; f < weights.keys.length; at += weights.counts[f++]) {
    const end = at + weights.counts[f];
    let largest = 0;
    for (let k = at; k < end; k++) largest = Math.max(largest, Math.abs(weights.weights[k]));
    if (largest < least * from) continue;
    const before = classes.length;
    for (let k = at; k < end; k++) {
      const value = Math.max(-127, Math.min(127, Math.round((weights.weights[k] / from) * scale)));
      if (value === 0) continue;
      classes.push(weights.classes[k]);
      values.push(value);
    }
    if (classes.length === before) continue;
    keys.push(weights.keys[f]);
    counts.push(classes.length - before);
  }
  return {
    keys: Int32Array.from(keys),
    counts: Uint8Array.from(counts),
    classes: Uint8Array.from(classes),
    weights: Int8Array.from(values),
  };
}
