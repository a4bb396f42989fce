import type { Linear } from "../linear.js";

/**
 * Packs decisions over the same features, most of whose weights are 0: how many decisions and hash bits (uint32, little-endian), a bit a
 * bucket that any of them uses, then for each decision its scale (float 32) and a byte for each used bucket.
 */
export function packSparse(all: readonly Float64Array[], bits: number): Uint8Array {
  const size = 1 << bits;
  const tops = all.map((w) => w.reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9));
  const bytes = all.map((w, d) => Int8Array.from(w, (x) => Math.round((x / tops[d]) * 127)));
  const used: number[] = [];
  for (let i = 0; i < size; i++) if (bytes.some((b) => b[i] !== 0)) used.push(i);
  const out = new Uint8Array(8 + size / 8 + all.length * (4 + used.length));
  const view = new DataView(out.buffer);
  view.setUint32(0, all.length, true);
  view.setUint32(4, bits, true);
  for (const i of used) out[8 + (i >> 3)] |= 1 << (i & 7);
  let at = 8 + size / 8;
  bytes.forEach((b, d) => {
    view.setFloat32(at, tops[d] / 127, true);
    used.forEach((i, k) => {
      view.setInt8(at + 4 + k, b[i]);
    });
    at += 4 + used.length;
  });
  return out;
}

/** Decisions packed by `packSparse` from offset `at`, and where they end. */
export function unpackSparse(bytes: Uint8Array, at: number): { readonly decisions: readonly Linear[]; readonly end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = 1 << view.getUint32(at + 4, true);
  const used: number[] = [];
  for (let i = 0; i < size; i++) if (bytes[at + 8 + (i >> 3)] & (1 << (i & 7))) used.push(i);
  let end = at + 8 + size / 8;
  const decisions = Array.from({ length: view.getUint32(at, true) }, () => {
    const weights = new Int8Array(size);
    for (let k = 0; k < used.length; k++) weights[used[k]] = view.getInt8(end + 4 + k);
    const scale = view.getFloat32(end, true);
    end += 4 + used.length;
    return { scale, weights };
  });
  return { decisions, end };
}
