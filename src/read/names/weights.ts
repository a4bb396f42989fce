import { PackedScorer, type Scorer, type SparseWeights } from "../../language/scorer.js";
import { LABELS } from "./labels.js";

/** Magic number of the file format, raised with it. */
const FORMAT = 0x4e414d31;

/** Weights of the sequence model: a row of small integers for each feature that has any. */
export interface NameWeights {
  /** What one unit of a stored weight is worth. */
  readonly scale: number;
  /** Taken off the score of standing outside a name: what balances missed names against wrong ones. */
  readonly bias: number;
  /** Adds up the rows of features, label by label, in stored units. An unknown feature adds nothing. */
  readonly scorer: Scorer;
  /** Score of label `b` after label `a` at `a * LABELS + b`, already scaled. */
  readonly transitions: Float32Array;
}

/** The least that the heaviest weight of a feature must be, in bytes, for the feature to be kept. */
const LEAST = 2;

/** Rounds weights to a byte each and drops features that weigh next to nothing. */
export function packWeights(
  features: readonly number[],
  weights: Float32Array,
  transitions: Float32Array,
  scale: number,
  bias: number,
): Uint8Array {
  const byte = (x: number) => Math.max(-127, Math.min(127, Math.round(x / scale)));
  const kept = features
    .map((_, i) => i)
    .filter((i) => weights.subarray(i * LABELS, (i + 1) * LABELS).some((x) => Math.abs(byte(x)) >= LEAST));
  const bytes = new Int8Array(kept.length * LABELS);
  kept.forEach((i, row) => {
    for (let k = 0; k < LABELS; k++) bytes[row * LABELS + k] = byte(weights[i * LABELS + k]);
  });
  const keys = Int32Array.from(kept, (i) => features[i]);
  const header = new Int32Array([FORMAT, kept.length]);
  const parts = [header, new Float32Array([scale, bias]), keys, transitions, bytes];
  return Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength)));
}

export function unpackWeights(packed: Uint8Array): NameWeights {
  const bytes = new Uint8Array(packed);
  const [format, count] = new Int32Array(bytes.buffer, 0, 2);
  if (format !== FORMAT) throw new Error("models/names.bin is of another format: run npm run train:names");
  const [scale, bias] = new Float32Array(bytes.buffer, 8, 2);
  const stored = new Int32Array(bytes.buffer, 16, count);
  const transitions = new Float32Array(bytes.buffer, 16 + 4 * count, LABELS * LABELS);
  const weights = new Int8Array(bytes.buffer, 16 + 4 * (count + LABELS * LABELS), count * LABELS);
  return { scale, bias, scorer: new PackedScorer(sparseOf(stored, weights)), transitions };
}

/** Full rows of weights without their zeros. */
function sparseOf(keys: Int32Array, rows: Int8Array): SparseWeights {
  const counts = new Uint8Array(keys.length);
  const classes = new Uint8Array(rows.length);
  const weights = new Int8Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] === 0) continue;
    counts[Math.floor(i / LABELS)]++;
    classes[n] = i % LABELS;
    weights[n++] = rows[i];
  }
  return { keys, counts, classes: classes.slice(0, n), weights: weights.slice(0, n) };
}
