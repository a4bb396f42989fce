import * as w from "./wasm.js";

/** Classes of a vector: 16 bits each. */
export const LANES = 8;
/** The most classes a scorer may have; the class after them takes what fills up a sparse row. */
export const MOST_CLASSES = 127;

/**
 * Where the parts of a scorer lie in its memory. Scores come first (16-bit), then the numbers of the kept rows asked for, then the keys,
 * then the rows found for them, then the table.
 */
export const SCORES_AT = 0;
export const ROWS_AT = 256;
export const MOST_ROWS = 64;
export const KEYS_AT = 512;
const DENSE_AT = 1024;
const SPARSE_AT = 2048;
const TOUCHED_AT = 4092;
export const TABLE_AT = 4096;

/** A bucket of the table: four keys (0 is none), then the places of their rows. */
export const BUCKET_KEYS = 4;
export const BUCKET_BYTES = 8 * BUCKET_KEYS;
/** Memory that a look for a key in no bucket may touch beyond the table. */
export const BEYOND = 256;

/** A place is the address of a dense row where this bit is set; else a sparse row's number of its first entry, and how many groups it has. */
export const DENSE = 0x80000000 | 0;
/** Entries of a sparse row come in groups of so many. */
export const GROUP = 4;
export const GROUP_BITS = 7;

/** A bit of the filter for so many buckets' worth of keys: 2 to the power of this for each bucket. */
export const FILTER_BITS = 5;

/** Bytes that the processor fetches at once. A dense row lies on as few of such lines as it can (see `strideOf`). */
export const LINE = 64;

/** Bytes from one row of `width` to the next, so that it begins with a line or shares one with whole rows alone. */
export function strideOf(width: number): number {
  if (width > LINE / 2) return Math.ceil(width / LINE) * LINE;
  let stride = LANES;
  while (stride < width) stride *= 2;
  return stride;
}

export const BUCKET_HASH = 0x9e3779b1;

/** Where the table and the sparse rows of one scorer lie. */
interface Layout {
  /** A key's bucket is its hash shifted right by so much. */
  readonly shift: number;
  readonly mask: number;
  /** Where the filter begins; the word of it that holds a key's bit is the key's hash shifted right by so much. */
  readonly filterAt: number;
  readonly filterShift: number;
  readonly sparseAt: number;
  /** Where kept rows begin, and the bytes of one. */
  readonly keptAt: number;
  readonly keptSize: number;
  /** The vectors of a dense row that are added up. */
  readonly vectors: readonly number[];
}

const [N, ROWS, TO, AT, KEY, BUCKET, HIT, PLACE, DENSE_END, SPARSE_END, ADDRESS, LAST, ENTRY, CLASS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
];
const TOUCHED = 14;
const SUMS = 15;

/**
 * The inner loop of scoring as WebAssembly with 128-bit vectors. Keys that are surely in no bucket are dropped by a small filter (Bloom
 * 1970, one hash), which stays in the cache where the table does not. Then the rows of all others are looked up, four keys of a bucket at
 * once and without a branch that depends on what is found: the processor waits for many cache lines at once and never guesses wrong.
 * Then sparse rows (class and weight in 16 bits) are added entry by entry, and dense rows (one signed byte a class) by vectors; kept
 * rows (16 bits a class, sums of an earlier call) last. The sums are left at `TO`.
 */
export function kernel(layout: Layout): w.Body {
  return {
    locals: [
      [12, w.I32],
      [layout.vectors.length, w.V128],
    ],
    code: [
      ...clear(layout),
      ...dropUnknown(layout),
      ...touchBuckets(layout),
      ...lookUpAll(layout),
      ...touchRows(layout),
      ...addSparse(layout),
      ...addDense(layout),
      ...addKept(layout),
      ...store(layout),
    ],
  };
}

function clear({ vectors }: Layout): readonly w.Code[] {
  return vectors.flatMap((_, k) => [w.i32(0), w.get(SUMS + k), w.storeVector(SCORES_AT + 16 * vectors[k])]);
}

/** Writes the keys that may be in the table over the list of keys; `N` is then how many they are. */
function dropUnknown({ filterAt, filterShift }: Layout): readonly w.Code[] {
  return [
    ...[w.get(N), w.i32(2), w.SHL, w.set(LAST), w.i32(0), w.set(N)],
    eachPlace(KEYS_AT, LAST, [
      ...[w.get(N), w.get(PLACE), w.store32(KEYS_AT), w.get(PLACE), w.i32(BUCKET_HASH), w.MUL, w.set(KEY)],
      ...[w.get(KEY), w.i32(filterShift), w.SHR_UNSIGNED, w.i32(2), w.SHL, w.load32(filterAt)],
      // a shift counts modulo 32
      ...[w.get(KEY), w.i32(filterShift - 5), w.SHR_UNSIGNED, w.SHR_UNSIGNED, w.i32(1), w.AND, w.i32(2), w.SHL],
      ...[w.get(N), w.ADD, w.set(N)],
    ]),
    ...[w.get(N), w.i32(2), w.SHR_UNSIGNED, w.set(N)],
  ];
}

/** Loads a word of every bucket that will be looked at, none waiting for another. */
function touchBuckets({ shift }: Layout): readonly w.Code[] {
  return [
    ...[w.get(N), w.i32(2), w.SHL, w.set(LAST)],
    eachPlace(KEYS_AT, LAST, [
      ...[w.get(PLACE), w.i32(BUCKET_HASH), w.MUL, w.i32(shift), w.SHR_UNSIGNED, w.i32(5), w.SHL],
      ...[w.load32(TABLE_AT), w.get(TOUCHED), w.XOR, w.set(TOUCHED)],
    ]),
  ];
}

/** Loads a word of every line of memory that holds a row found, none waiting for another. */
function touchRows({ sparseAt, vectors }: Layout): readonly w.Code[] {
  const lines = [...new Set(vectors.map((v) => (LANES * v) & -LINE))];
  return [
    eachPlace(SPARSE_AT, SPARSE_END, [
      ...[w.get(PLACE), w.i32(GROUP_BITS), w.SHR_UNSIGNED, w.i32(1), w.SHL, w.load32(sparseAt), w.get(TOUCHED), w.XOR, w.set(TOUCHED)],
    ]),
    eachPlace(DENSE_AT, DENSE_END, [
      ...[w.get(PLACE), w.i32(~DENSE), w.AND, w.set(ADDRESS)],
      ...lines.flatMap((at) => [w.get(ADDRESS), w.load32(at), w.get(TOUCHED), w.XOR, w.set(TOUCHED)]),
    ]),
    // Stored, so that no compiler takes the loads for idle.
    ...[w.i32(0), w.get(TOUCHED), w.store32(TOUCHED_AT)],
  ];
}

function lookUpAll({ shift, mask }: Layout): readonly w.Code[] {
  const keys = w.loadVector(TABLE_AT);
  const find = w.loop(
    ...[w.get(BUCKET), w.i32(5), w.SHL, w.tee(ADDRESS), keys, w.get(KEY), w.SPLAT_32X4, w.EQ_32X4, w.BITS_32X4, w.set(HIT)],
    ...[w.get(BUCKET), w.i32(1), w.ADD, w.i32(mask), w.AND, w.set(BUCKET)],
    // Not here, and the bucket is full: in the next, if anywhere.
    ...[w.get(HIT), w.EQZ, w.get(ADDRESS), w.load32(TABLE_AT + 4 * (BUCKET_KEYS - 1)), w.i32(0), w.NOT_EQUAL, w.AND, w.branchIf(0)],
  );
  const put = [
    ...[w.get(ADDRESS), w.get(HIT), w.COUNT_TRAILING_ZEROS, w.i32(2), w.SHL, w.ADD],
    ...[w.load32(TABLE_AT + 4 * BUCKET_KEYS), w.set(PLACE)],
    ...[w.get(DENSE_END), w.get(PLACE), w.store32(DENSE_AT), w.get(SPARSE_END), w.get(PLACE), w.store32(SPARSE_AT)],
    ...[w.get(HIT), w.i32(0), w.NOT_EQUAL, w.tee(HIT), w.get(PLACE), w.i32(31), w.SHR_UNSIGNED, w.AND, w.tee(PLACE)],
    ...[w.i32(2), w.SHL, w.get(DENSE_END), w.ADD, w.set(DENSE_END)],
    ...[w.get(HIT), w.get(PLACE), w.SUBTRACT, w.i32(2), w.SHL, w.get(SPARSE_END), w.ADD, w.set(SPARSE_END)],
  ];
  return [
    ...[w.get(N), w.i32(2), w.SHL, w.set(LAST), w.i32(0), w.set(AT)],
    w.block(
      ...[w.get(N), w.EQZ, w.branchIf(0)],
      w.loop(
        ...[w.get(AT), w.load32(KEYS_AT), w.tee(KEY), w.i32(BUCKET_HASH), w.MUL, w.i32(shift), w.SHR_UNSIGNED, w.set(BUCKET)],
        find,
        ...put,
        ...[w.get(AT), w.i32(4), w.ADD, w.tee(AT), w.get(LAST), w.LESS_UNSIGNED, w.branchIf(0)],
      ),
    ),
  ];
}

/** Runs `body` for each place of a list. */
function eachPlace(list: number, end: number, body: readonly w.Code[]): w.Code {
  return w.block(
    ...[w.get(end), w.EQZ, w.branchIf(0), w.i32(0), w.set(AT)],
    w.loop(
      ...[w.get(AT), w.load32(list), w.set(PLACE), ...body],
      ...[w.get(AT), w.i32(4), w.ADD, w.tee(AT), w.get(end), w.LESS_UNSIGNED, w.branchIf(0)],
    ),
  );
}

function addSparse({ sparseAt }: Layout): readonly w.Code[] {
  const entry = (k: number): readonly w.Code[] => [
    ...[w.get(ADDRESS), w.load16s(sparseAt + 2 * k), w.tee(ENTRY), w.i32(MOST_CLASSES), w.AND, w.i32(1), w.SHL, w.tee(CLASS)],
    ...[w.get(CLASS), w.load16s(SCORES_AT), w.get(ENTRY), w.i32(7), w.SHR, w.ADD, w.store16(SCORES_AT)],
  ];
  return [
    eachPlace(SPARSE_AT, SPARSE_END, [
      ...[w.get(PLACE), w.i32(GROUP_BITS), w.SHR_UNSIGNED, w.i32(1), w.SHL, w.tee(ADDRESS)],
      ...[w.get(PLACE), w.i32(2 ** GROUP_BITS - 1), w.AND, w.i32(3), w.SHL, w.ADD, w.set(LAST)],
      w.loop(
        ...Array.from({ length: GROUP }, (_, k) => entry(k)).flat(),
        ...[w.get(ADDRESS), w.i32(2 * GROUP), w.ADD, w.tee(ADDRESS), w.get(LAST), w.LESS_UNSIGNED, w.branchIf(0)],
      ),
    ]),
  ];
}

function addDense({ vectors }: Layout): readonly w.Code[] {
  return [
    eachPlace(DENSE_AT, DENSE_END, [
      ...[w.get(PLACE), w.i32(~DENSE), w.AND, w.set(ADDRESS)],
      ...vectors.flatMap((v, k) => [w.get(SUMS + k), w.get(ADDRESS), w.load8x8(LANES * v), w.ADD_16X8, w.set(SUMS + k)]),
    ]),
  ];
}

function addKept({ vectors, keptAt, keptSize }: Layout): readonly w.Code[] {
  return [
    ...[w.get(ROWS), w.i32(2), w.SHL, w.set(LAST)],
    eachPlace(ROWS_AT, LAST, [
      ...[w.get(PLACE), w.i32(keptSize), w.MUL, w.set(ADDRESS)],
      ...vectors.flatMap((v, k) => [w.get(SUMS + k), w.get(ADDRESS), w.loadVector(keptAt + 2 * LANES * v), w.ADD_16X8, w.set(SUMS + k)]),
    ]),
  ];
}

function store({ vectors }: Layout): readonly w.Code[] {
  return vectors.flatMap((v, k) => [
    ...[w.get(TO), w.i32(0), w.loadVector(SCORES_AT + 16 * v), w.get(SUMS + k), w.ADD_16X8, w.storeVector(16 * v)],
  ]);
}
