import { readFileSync } from "node:fs";
import type { Document } from "../../language/document.js";
import type { Part } from "../../model/report.js";
import { tableOf } from "./row-table.js";
import { eachSign } from "./word-signs.js";

/**
 * What a report's words at large say of how many were killed and hurt, by single words and pairs of neighbours: "both victims",
 * "died at", "no one else", a name and then "two". It counts nobody; names are all alike.
 */

/** Nobody, one, two or more killed; nobody, one, two, three or more hurt. */
const KILLED = 3;
const HURT = 4;
export const KINDS = KILLED * HURT;

export function kindOf(killed: number, hurt: number): number {
  return Math.min(killed, KILLED - 1) * HURT + Math.min(hurt, HURT - 1);
}

/**
 * Weights of each kind for words that are told apart by hash. A word counts by how rare it is, and a report's words count together as
 * much as another's, however many they are.
 */
export interface Wording {
  /** Row of a word's weights by its hash. */
  readonly rows: ReadonlyMap<number, number>;
  /** By row, a weight of each kind; how rare the word is is part of it. */
  readonly weights: ArrayLike<number>;
  /** How rare the word of each row is, squared. */
  readonly rarity: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  readonly scale: number;
  readonly rarityScale: number;
}

/** The words of a report, each once. */
export function wordsOf(doc: Document, partOf: readonly Part[]): ReadonlySet<number> {
  const seen = new Set<number>();
  eachSign(doc, partOf, (word) => void seen.add(word));
  return seen;
}

/** How much all words of a report weigh together. */
const LENGTH = 30;

/** What a word weighs at most: a report of two sentences says little by its words. */
const LOUDEST = 1.2;

/** What each word of a report weighs, where the squares of their rarities come to so much. */
export function levelOf(squares: number): number {
  return Math.min(LOUDEST, LENGTH / Math.sqrt(squares + 1));
}

/** How likely each kind is by the words alone. */
export function likelihoods(words: Iterable<number>, w: Wording): Float64Array {
  const p = new Float64Array(KINDS);
  let squares = 0;
  for (const word of words) {
    const row = w.rows.get(word);
    if (row === undefined) continue;
    addRow(p, w.weights, row);
    squares += w.rarity[row];
  }
  return softmax(p, w, squares);
}

/** The same of a report, without a list of its words. */
export function likelihoodsOf(doc: Document, partOf: readonly Part[], w: Wording): Float64Array {
  const p = new Float64Array(KINDS);
  const seen = new Uint8Array(w.rows.size);
  let squares = 0;
  const { find } = tableOf(w.rows);
  eachSign(doc, partOf, (word) => {
    const row = find(word);
    if (row < 0 || seen[row] === 1) return;
    seen[row] = 1;
    addRow(p, w.weights, row);
    squares += w.rarity[row];
  });
  return softmax(p, w, squares);
}

function addRow(p: Float64Array, weights: ArrayLike<number>, row: number): void {
  for (let k = 0; k < KINDS; k++) p[k] += weights[row * KINDS + k];
}

function softmax(p: Float64Array, w: Wording, squares: number): Float64Array {
  const level = w.scale * levelOf(squares * w.rarityScale);
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < KINDS; k++) {
    p[k] = p[k] * level + w.bias[k];
    if (p[k] > top) top = p[k];
  }
  let whole = 0;
  for (let k = 0; k < KINDS; k++) whole += p[k] = Math.exp(p[k] - top);
  for (let k = 0; k < KINDS; k++) p[k] /= whole;
  return p;
}

/** What the words say of two numbers together and of each: logarithms. */
export function saidOfPair(p: ArrayLike<number>, killed: number, hurt: number): readonly [pair: number, killed: number, hurt: number] {
  const [k, h] = [Math.min(killed, KILLED - 1), Math.min(hurt, HURT - 1)];
  let [dead, injured] = [LEAST, LEAST];
  for (let x = 0; x < HURT; x++) dead += p[k * HURT + x];
  for (let x = 0; x < KILLED; x++) injured += p[x * HURT + h];
  return [Math.log(p[k * HURT + h] + LEAST), Math.log(dead), Math.log(injured)];
}

const LEAST = 1e-3;
const HEAD = 12;

/** Number of rows, scales, bias; then the hashes of all rows; a byte a rarity; a byte a weight. Little-endian. */
export function packWording(w: Wording): Uint8Array {
  const top = Array.from(w.weights).reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9);
  const rarest = Array.from(w.rarity).reduce((max, x) => Math.max(max, x), 1e-9);
  const rows = [...w.rows].sort((a, b) => a[0] - b[0]);
  const bytes = new Uint8Array(HEAD + 4 * KINDS + rows.length * (5 + KINDS));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  view.setFloat32(4, (top * w.scale) / 127, true);
  view.setFloat32(8, (rarest * w.rarityScale) / 255, true);
  for (let k = 0; k < KINDS; k++) view.setFloat32(HEAD + 4 * k, w.bias[k], true);
  const start = HEAD + 4 * KINDS;
  rows.forEach(([word, row], n) => {
    view.setInt32(start + 4 * n, word, true);
    view.setUint8(start + 4 * rows.length + n, Math.round((w.rarity[row] / rarest) * 255));
    for (let k = 0; k < KINDS; k++)
      view.setInt8(start + 5 * rows.length + n * KINDS + k, Math.round((w.weights[row * KINDS + k] / top) * 127));
  });
  return bytes;
}

export function unpackWording(bytes: Uint8Array): Wording {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const n = view.getUint32(0, true);
  const start = HEAD + 4 * KINDS;
  const rows = new Map<number, number>();
  for (let i = 0; i < n; i++) rows.set(view.getInt32(start + 4 * i, true), i);
  return {
    rows,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + start + 5 * n, n * KINDS),
    rarity: new Uint8Array(bytes.buffer, bytes.byteOffset + start + 4 * n, n),
    bias: Array.from({ length: KINDS }, (_, k) => view.getFloat32(HEAD + 4 * k, true)),
    scale: view.getFloat32(4, true),
    rarityScale: view.getFloat32(8, true),
  };
}

let loaded: Wording | null = null;

/** `models/tolls-words.bin` (see `models/tolls.md`). */
export function wording(): Wording {
  loaded ??= unpackWording(readFileSync(new URL("../../../models/tolls-words.bin", import.meta.url)));
  return loaded;
}
