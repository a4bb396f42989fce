import { readFileSync } from "node:fs";
import type { Document } from "../../language/document.js";
import { PerWord } from "../../language/per-word.js";
import { U } from "../../language/tags.js";
import type { Part } from "../../model/report.js";
import { stableHash } from "../linear.js";

/**
 * What a report's words at large say of how many were killed and hurt, by single words and pairs of neighbours: "both victims",
 * "died at", "no one else". It counts nobody and reads no number; names are left out.
 */

/** Nobody, one, two or more killed; nobody, one, two, three or more hurt. */
const KILLED = 3;
const HURT = 4;
export const KINDS = KILLED * HURT;

export function kindOf(killed: number, hurt: number): number {
  return Math.min(killed, KILLED - 1) * HURT + Math.min(hurt, HURT - 1);
}

/** Weights of each kind for words that are told apart by hash. */
export interface Wording {
  /** Row of a word's weights by its hash. */
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  readonly scale: number;
}

/** Calls `visit` with every word of a report as a hash: of all that is no teaser, and again of the first sentences. */
function eachWord(doc: Document, partOf: readonly Part[], visit: (word: number) => void): void {
  for (let s = 0; s < doc.sentenceCount; s++) {
    const part = partOf[s];
    if (part === "teaser" || part === "furniture") continue;
    const first = s < FIRST;
    const end = doc.sentenceStart[s + 1];
    for (let i = doc.sentenceStart[s]; i < end; i++) {
      if (doc.upos[i] === U.PROPN || plain.get(doc.lemma[i]) === 0) continue;
      const a = stableHash(doc.lemma[i]);
      visit(hash(1, a, 0));
      if (first) visit(hash(2, a, 0));
      if (i + 1 >= end || doc.upos[i + 1] === U.PROPN) continue;
      const b = stableHash(doc.lemma[i + 1]);
      visit(hash(3, a, b));
      if (first) visit(hash(4, a, b));
    }
  }
}

/** The words of a report, each once. */
export function wordsOf(doc: Document, partOf: readonly Part[]): ReadonlySet<number> {
  const seen = new Set<number>();
  eachWord(doc, partOf, (word) => void seen.add(word));
  return seen;
}

/** How many sentences are the first. */
const FIRST = 3;

const WORD = /^[a-z'-]{2,}$/;
const plain = new PerWord((lemma) => Number(WORD.test(lemma)));

function hash(template: number, a: number, b: number): number {
  let h = Math.imul(template, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f) ^ Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x2c1b3c6d);
  return h ^ (h >>> 16);
}

/** How likely each kind is by the words alone. */
export function likelihoods(words: Iterable<number>, w: Wording): Float64Array {
  const p = new Float64Array(KINDS);
  for (const word of words) {
    const row = w.rows.get(word);
    if (row !== undefined) addRow(p, w.weights, row);
  }
  return softmax(p, w);
}

/** The same of a report, without a list of its words. */
export function likelihoodsOf(doc: Document, partOf: readonly Part[], w: Wording): Float64Array {
  const p = new Float64Array(KINDS);
  const seen = new Uint8Array(w.rows.size);
  let rows = tables.get(w);
  if (!rows) tables.set(w, (rows = new RowTable(w.rows)));
  const { find } = rows;
  eachWord(doc, partOf, (word) => {
    const row = find(word);
    if (row < 0 || seen[row] === 1) return;
    seen[row] = 1;
    addRow(p, w.weights, row);
  });
  return softmax(p, w);
}

const tables = new WeakMap<Wording, RowTable>();

/** The rows of a wording by open addressing: it is asked for every word and pair of a report, and holds few of them. */
class RowTable {
  /** A word's hash, then its row plus one; 0 where there is none. */
  private readonly cells: Int32Array;

  constructor(rows: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < 4 * rows.size) size *= 2;
    this.cells = new Int32Array(2 * size);
    const { cells } = this;
    for (const [word, row] of rows) {
      let at = word & (size - 1);
      while (cells[2 * at + 1] > 0) at = (at + 1) & (size - 1);
      cells[2 * at] = word;
      cells[2 * at + 1] = row + 1;
    }
  }

  /** Row of a word's hash, or -1. */
  readonly find = (word: number): number => {
    const { cells } = this;
    const mask = (cells.length >> 1) - 1;
    for (let at = word & mask; cells[2 * at + 1] > 0; at = (at + 1) & mask) if (cells[2 * at] === word) return cells[2 * at + 1] - 1;
    return -1;
  };
}

function addRow(p: Float64Array, weights: ArrayLike<number>, row: number): void {
  for (let k = 0; k < KINDS; k++) p[k] += weights[row * KINDS + k];
}

function softmax(p: Float64Array, w: Wording): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < KINDS; k++) {
    p[k] = p[k] * w.scale + w.bias[k];
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

const LEAST = 1e-6;

/** Number of rows, scale, bias; then the hashes of all rows; then a byte a weight. Little-endian. */
export function packWording(w: Wording): Uint8Array {
  const top = Array.from(w.weights).reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9);
  const rows = [...w.rows].sort((a, b) => a[0] - b[0]);
  const bytes = new Uint8Array(8 + 4 * KINDS + rows.length * (4 + KINDS));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  view.setFloat32(4, (top * w.scale) / 127, true);
  for (let k = 0; k < KINDS; k++) view.setFloat32(8 + 4 * k, w.bias[k], true);
  const start = 8 + 4 * KINDS;
  rows.forEach(([word, row], n) => {
    view.setInt32(start + 4 * n, word, true);
    for (let k = 0; k < KINDS; k++)
      view.setInt8(start + 4 * rows.length + n * KINDS + k, Math.round((w.weights[row * KINDS + k] / top) * 127));
  });
  return bytes;
}

export function unpackWording(bytes: Uint8Array): Wording {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const n = view.getUint32(0, true);
  const start = 8 + 4 * KINDS;
  const rows = new Map<number, number>();
  for (let i = 0; i < n; i++) rows.set(view.getInt32(start + 4 * i, true), i);
  return {
    rows,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + start + 4 * n, n * KINDS),
    bias: Array.from({ length: KINDS }, (_, k) => view.getFloat32(8 + 4 * k, true)),
    scale: view.getFloat32(4, true),
  };
}

let loaded: Wording | null = null;

/** `models/tolls-words.bin` (see `models/tolls.md`). */
export function wording(): Wording {
  loaded ??= unpackWording(readFileSync(new URL("../../../models/tolls-words.bin", import.meta.url)));
  return loaded;
}
