import { readFileSync } from "node:fs";
import { FEATURES } from "./date-features.js";

let loaded: Float64Array | null = null;

/** Weights of the features of dating, in their order; a feature that the file does not name weighs nothing. */
export function loadDateWeights(): Float64Array {
  if (loaded) return loaded;
  const weights = new Float64Array(FEATURES.length);
  const at = new Map(FEATURES.map((name, k) => [name, k]));
  for (const line of readFileSync(new URL("../../../models/event-dates.tsv", import.meta.url), "utf8").split("\n")) {
    const [name, weight] = line.split("\t");
    const k = at.get(name);
    if (k !== undefined) weights[k] = Number(weight);
  }
  loaded = weights;
  return weights;
}
