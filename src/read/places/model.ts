import { readFileSync } from "node:fs";
import { type Linear, unpackLinear } from "../linear.js";
import { BITS } from "./recognise.js";
import { FEATURES, type Weights } from "./resolve.js";

/** What the places stage has learned: which words are places, and which of the places of a name is meant. */
export interface PlacesModel {
  readonly recogniser: Linear;
  readonly threshold: number;
  readonly weights: Weights;
}

/** Weights of the resolver as they are stored: by the names of their features. */
export interface StoredWeights {
  readonly threshold: number;
  readonly first: Readonly<Record<string, number>>;
  readonly again: Readonly<Record<string, number>>;
}

const MODELS = new URL("../../../models/", import.meta.url);
let loaded: PlacesModel | null = null;

export function placesModel(): PlacesModel {
  if (loaded) return loaded;
  const [recogniser] = unpackLinear(readFileSync(new URL("places.bin", MODELS)), BITS);
  const stored = JSON.parse(readFileSync(new URL("places.json", MODELS), "utf8")) as StoredWeights;
  const inOrder = (named: Readonly<Record<string, number>>) => FEATURES.map((name) => named[name] ?? 0);
  loaded = { recogniser, threshold: stored.threshold, weights: { first: inOrder(stored.first), again: inOrder(stored.again) } };
  return loaded;
}
