import {
  BEYOND,
  BUCKET_BYTES,
  BUCKET_HASH,
  BUCKET_KEYS,
  DENSE,
  FILTER_BITS,
  GROUP,
  GROUP_BITS,
  KEYS_AT,
  kernel,
  LANES,
  MOST_CLASSES,
  MOST_ROWS,
  ROWS_AT,
  SCORES_AT,
  strideOf,
  TABLE_AT,
} from "./kernel.js";
import { I32, moduleOf } from "./wasm.js";

/** Adds up weights of features for each class. */
export interface Scorer {
  /** Where the features' keys are to be written before `score`, which may write over them. */
  readonly keys: Int32Array;
  /**
   * Sums of the weights of the first `n` keys, class by class; the same array each time. `some` is a set of classes that the scorer was
   * made with: only they are sure to be summed. Without it, all are.
   */
  score(n: number, some?: number): Int16Array | Int32Array;
}

/** Trained weights as their file holds them: features in the order of their slots, for each its key and its few weights that are not zero. */
export interface SparseWeights {
  readonly keys: Int32Array;
  /** Weights a feature has. */
  readonly counts: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array | Int16Array;
}

/** What is used of WebAssembly, for which the compiler's library for Node has no values. */
interface Assembly {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

const assembly = (globalThis as unknown as { readonly WebAssembly: Assembly }).WebAssembly;

/** Keys a scorer takes at once. */
export const MOST_KEYS = 128;

/** A row with this many weights a vector is kept dense. */
const DENSE_FROM = 1;

/** Part of the table's room for keys that is taken at most. */
const FULL = 0.65;

/**
 * Quantised weights in a table of buckets that WebAssembly adds up (see kernel.ts). Frequent features have a weight for almost every
 * class and lie dense; the long tail has few and lies sparse.
 */
export class PackedScorer implements Scorer {
  readonly keys: Int32Array;
  /** Which kept rows are to be added to the sums beside the keys' (see `keep`). */
  readonly rows: Int32Array;
  private readonly sums: Int16Array;
  private readonly runs: readonly ((n: number, rows: number, to: number) => void)[];
  private readonly keptAt: number;
  private readonly keptSize: number;

  /**
   * `some` are sets of classes that can be asked for alone, each as pairs of a first class and one past the last. `kept` is how many
   * sums can be kept as rows.
   */
  constructor(trained: SparseWeights, some: readonly (readonly (readonly [from: number, to: number])[])[] = [], kept = 0) {
    const { keys, counts, classes } = trained;
    const vectors = Math.ceil((classes.reduce((most, c) => Math.max(most, c), 0) + 1) / LANES);
    if (vectors * LANES > MOST_CLASSES) throw new Error(`a scorer has at most ${MOST_CLASSES} classes`);
    const isDense = (f: number): boolean => counts[f] >= DENSE_FROM * vectors;
    let bits = 4;
    while (2 ** bits * BUCKET_KEYS * FULL < keys.length) bits++;
    const filterAt = TABLE_AT + 2 ** bits * BUCKET_BYTES + BEYOND;
    const sparseAt = filterAt + 2 ** (bits + FILTER_BITS) / 8;
    const entries = counts.reduce((n, count, f) => n + (isDense(f) ? 0 : groupsOf(count) * GROUP), 0);
    const denseAt = (sparseAt + 2 * entries + 63) & ~63;
    const stride = strideOf(vectors * LANES);
    this.keptSize = strideOf(2 * LANES * vectors);
    this.keptAt = (denseAt + counts.reduce((n, _, f) => n + (isDense(f) ? stride : 0), 0) + 63) & ~63;
    const bytes = this.keptAt + kept * this.keptSize;
    const memory = new assembly.Memory({ initial: Math.ceil(bytes / 65536) });
    const layout = { shift: 32 - bits, mask: 2 ** bits - 1, filterAt, filterShift: 32 - bits - FILTER_BITS + 5, sparseAt };
    fill(memory.buffer, trained, { ...layout, denseAt, stride, isDense });
    const sets = [[[0, vectors * LANES] as const], ...some];
    const bodies = sets.map((set) =>
      kernel({
        ...layout,
        keptAt: this.keptAt,
        keptSize: this.keptSize,
        vectors: Array.from({ length: vectors }, (_, v) => v).filter((v) => set.some(([a, b]) => v * LANES < b && a < (v + 1) * LANES)),
      }),
    );
    this.keys = new Int32Array(memory.buffer, KEYS_AT, MOST_KEYS);
    this.rows = new Int32Array(memory.buffer, ROWS_AT, MOST_ROWS);
    this.sums = new Int16Array(memory.buffer, SCORES_AT, MOST_CLASSES);
    const { exports } = new assembly.Instance(new assembly.Module(moduleOf([I32, I32, I32], bodies)), { env: { memory } });
    this.runs = bodies.map((_, k) => exports[`run${k}`] as (n: number, rows: number, to: number) => void);
  }

  /** As of a scorer; the sums of the first `rows` rows that were kept are added to them. */
  score(n: number, some = 0, rows = 0): Int16Array {
    this.runs[some](n, rows, SCORES_AT);
    return this.sums;
  }

  /** Keeps what `score` would give as a row, so that features which come together again need not be looked up again. */
  keep(row: number, n: number, rows = 0): void {
    this.runs[0](n, rows, this.keptAt + row * this.keptSize);
  }
}

function groupsOf(count: number): number {
  return Math.max(1, Math.ceil(count / GROUP));
}

interface Room {
  readonly shift: number;
  readonly mask: number;
  readonly filterAt: number;
  readonly filterShift: number;
  readonly sparseAt: number;
  readonly denseAt: number;
  /** Bytes from a dense row to the next. */
  readonly stride: number;
  readonly isDense: (feature: number) => boolean;
}

/** Masses above this stand in no order: there are few. */
const MOST_MASS = 4095;

/** Features by the mass of their weights, heaviest first: what is asked for most often stands together. And where the weights of each begin. */
function byMass({ keys, counts, weights }: SparseWeights): { readonly order: Int32Array; readonly starts: Int32Array } {
  const masses = new Uint16Array(keys.length);
  const starts = new Int32Array(keys.length);
  const next = new Int32Array(MOST_MASS + 2);
  for (let f = 0, at = 0; f < keys.length; f++) {
    starts[f] = at;
    let mass = 0;
    for (const end = at + counts[f]; at < end; at++) mass += Math.abs(weights[at]);
    masses[f] = MOST_MASS - Math.min(mass, MOST_MASS);
    next[masses[f] + 1]++;
  }
  for (let m = 1; m < next.length; m++) next[m] += next[m - 1];
  const order = new Int32Array(keys.length);
  for (let f = 0; f < keys.length; f++) order[next[masses[f]]++] = f;
  return { order, starts };
}

function fill(buffer: ArrayBuffer, trained: SparseWeights, room: Room): void {
  const { keys, counts, classes, weights } = trained;
  const table = new Int32Array(buffer, TABLE_AT, (room.mask + 1) * 2 * BUCKET_KEYS);
  const filter = new Int32Array(buffer, room.filterAt, (room.sparseAt - room.filterAt) >> 2);
  const sparse = new Int16Array(buffer, room.sparseAt, (room.denseAt - room.sparseAt) >> 1);
  const dense = new Int8Array(buffer);
  let nextDense = room.denseAt;
  let next = 0;
  const { order, starts } = byMass(trained);
  for (const f of order) {
    const at = starts[f];
    const slot = freeSlot(table, keys[f], room);
    const end = at + counts[f];
    table[slot] = keys[f];
    const bit = Math.imul(keys[f], BUCKET_HASH) >>> (room.filterShift - 5);
    filter[bit >>> 5] |= 1 << (bit & 31);
    if (room.isDense(f)) {
      table[slot + BUCKET_KEYS] = nextDense | DENSE;
      for (let k = at; k < end; k++) dense[nextDense + classes[k]] = weights[k];
      nextDense += room.stride;
    } else {
      const groups = groupsOf(counts[f]);
      table[slot + BUCKET_KEYS] = (next << GROUP_BITS) | groups;
      for (let k = at; k < end; k++) sparse[next + k - at] = (weights[k] << 7) | classes[k];
      sparse.fill(MOST_CLASSES, next + counts[f], next + groups * GROUP);
      next += groups * GROUP;
    }
  }
}

/** Index of the first free key in the key's bucket or those after it. */
function freeSlot(table: Int32Array, key: number, { shift, mask }: Room): number {
  for (let bucket = Math.imul(key, BUCKET_HASH) >>> shift; ; bucket = (bucket + 1) & mask) {
    for (let k = 0; k < BUCKET_KEYS; k++) if (table[bucket * 2 * BUCKET_KEYS + k] === 0) return bucket * 2 * BUCKET_KEYS + k;
  }
}
