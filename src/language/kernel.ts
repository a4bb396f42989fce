import * as w from "./wasm.js";

/** Vectors of eight classes; 13 of them make 104 classes. */
export const VECTORS = 13;
export const DENSE_CLASSES = VECTORS * 8;

/** Where the parts of a scorer lie in its memory. Scores come first (16-bit), then the keys asked for, then the table. */
export const SCORES_AT = 0;
export const KEYS_AT = 512;
const PLACES_AT = 2048;
export const SLOTS_AT = 4096;

/** A slot's second integer is the address of a dense row where this bit is set; else a sparse row's place. */
export const DENSE = 0x80000000 | 0;

const SLOT_HASH = 0x9e3779b1;

/**
 * The inner loop of scoring as WebAssembly with 128-bit vectors. First the slots of all `n` keys are looked up, so that the
 * processor can wait for many cache lines at once; then a dense row (one signed byte a class) is added by vectors, a sparse row (class
 * and weight in 16 bits) entry by entry. In JavaScript the same work, one class at a time, takes three times as long.
 */
export function kernelModule(shift: number, mask: number, rowsAt: number): Uint8Array<ArrayBuffer> {
  const [n, at, key, slot, found, place, end, entry, address, last, out] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const sums = 11;
  const vectors = Array.from({ length: VECTORS }, (_, k) => k);
  const lookUp = [
    ...[w.get(at), w.load32(), w.set(key)],
    ...[w.get(key), w.i32(SLOT_HASH), w.MUL, w.i32(shift), w.SHR_UNSIGNED, w.set(slot)],
    w.loop(
      ...[w.get(slot), w.i32(3), w.SHL, w.tee(address), w.load32(SLOTS_AT), w.set(found)],
      // Past the loop and the key's block: nobody learned this feature.
      ...[w.get(found), w.EQZ, w.branchIf(1)],
      w.block(
        ...[w.get(found), w.get(key), w.EQ, w.branchIf(0)],
        ...[w.get(slot), w.i32(1), w.ADD, w.i32(mask), w.AND, w.set(slot)],
        w.branch(1),
      ),
    ),
    ...[w.get(out), w.get(address), w.load32(SLOTS_AT + 4), w.store32(PLACES_AT)],
    ...[w.get(out), w.i32(4), w.ADD, w.set(out)],
  ];
  const dense = [
    ...[w.get(place), w.i32(0x7fffffff), w.AND, w.set(address)],
    ...vectors.flatMap((k) => [w.get(sums + k), w.get(address), w.load8x8(8 * k), w.ADD_16X8, w.set(sums + k)]),
  ];
  const sparse = [
    ...[w.get(place), w.i32(7), w.SHR_UNSIGNED, w.i32(1), w.SHL, w.set(address)],
    ...[w.get(address), w.get(place), w.i32(127), w.AND, w.i32(1), w.SHL, w.ADD, w.set(end)],
    w.loop(
      ...[w.get(address), w.load16s(rowsAt), w.tee(entry), w.i32(127), w.AND, w.i32(1), w.SHL, w.set(slot)],
      ...[w.get(slot), w.get(slot), w.load16s(SCORES_AT), w.get(entry), w.i32(7), w.SHR, w.ADD, w.store16(SCORES_AT)],
      ...[w.get(address), w.i32(2), w.ADD, w.tee(address), w.get(end), w.LESS_UNSIGNED, w.branchIf(0)],
    ),
  ];
  const body = [
    ...[w.i32(KEYS_AT), w.set(at), w.get(n), w.i32(2), w.SHL, w.i32(KEYS_AT), w.ADD, w.set(last)],
    w.loop(w.block(...lookUp), w.get(at), w.i32(4), w.ADD, w.tee(at), w.get(last), w.LESS_UNSIGNED, w.branchIf(0)),
    w.block(
      ...[w.get(out), w.EQZ, w.branchIf(0), w.i32(0), w.set(at)],
      w.loop(
        ...[w.get(at), w.load32(PLACES_AT), w.tee(place), w.i32(0), w.LESS, w.when(dense, sparse)],
        ...[w.get(at), w.i32(4), w.ADD, w.tee(at), w.get(out), w.LESS_UNSIGNED, w.branchIf(0)],
      ),
    ),
    ...vectors.flatMap((k) => [
      w.i32(0),
      w.i32(0),
      w.loadVector(SCORES_AT + 16 * k),
      w.get(sums + k),
      w.ADD_16X8,
      w.storeVector(SCORES_AT + 16 * k),
    ]),
  ];
  return w.moduleOf(
    [w.I32],
    [
      [10, w.I32],
      [VECTORS, w.V128],
    ],
    body,
  );
}
