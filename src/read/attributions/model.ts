import { readFileSync } from "node:fs";
import { AccordingError } from "../../base/error.js";
import { BITS, type FeatureBuffer } from "./features.js";

/** What is decided, in the order the model file holds it: is it a cue, is this its source, is this part of its content. */
export const DECISIONS = ["cue", "source", "content"] as const;
export type Decision = (typeof DECISIONS)[number];

/** A linear scorer over hashed features with weights of one byte. Its score is a log-odds; nothing more is learned than that. */
export interface Scorer {
  readonly scale: number;
  readonly weights: Int8Array;
}

export type AttributionModel = Readonly<Record<Decision, Scorer>>;

export function scoreOf(scorer: Scorer, features: FeatureBuffer): number {
  const { indices, count } = features;
  const { weights } = scorer;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[indices[i]];
  return sum * scorer.scale;
}

const SIZE = 1 << BITS;
const MODEL = new URL("../../../models/attribution.bin", import.meta.url);

/** Packs the weights of all decisions: for each a scale (float 32, little-endian) and a byte a weight. */
export function packModel(weights: Readonly<Record<Decision, Float64Array>>): Uint8Array {
  const bytes = new Uint8Array(DECISIONS.length * (4 + SIZE));
  const view = new DataView(bytes.buffer);
  DECISIONS.forEach((decision, k) => {
    const w = weights[decision];
    const top = w.reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9);
    const at = k * (4 + SIZE);
    view.setFloat32(at, top / 127, true);
    for (let i = 0; i < SIZE; i++) view.setInt8(at + 4 + i, Math.round((w[i] / top) * 127));
  });
  return bytes;
}

export function unpackModel(bytes: Uint8Array): AttributionModel {
  if (bytes.length !== DECISIONS.length * (4 + SIZE)) {
    throw new AccordingError("model.size", `models/attribution.bin has ${bytes.length} bytes`, "Run npm run train:attribution.");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const scorers = DECISIONS.map((decision, k): [Decision, Scorer] => {
    const at = k * (4 + SIZE);
    return [decision, { scale: view.getFloat32(at, true), weights: new Int8Array(bytes.buffer, bytes.byteOffset + at + 4, SIZE) }];
  });
  return Object.fromEntries(scorers) as AttributionModel;
}

let loaded: AttributionModel | null = null;

/** The shipped model, read once. */
export function attributionModel(): AttributionModel {
  loaded ??= unpackModel(readFileSync(MODEL));
  return loaded;
}
