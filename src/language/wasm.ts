/** A small assembler for WebAssembly: instructions are arrays of bytes. It knows only what the scoring kernel uses. */
export type Code = readonly number[];

/** Unsigned LEB128. */
export function u32(value: number): number[] {
  const bytes: number[] = [];
  let v = value >>> 0;
  do {
    const byte = v & 0x7f;
    v >>>= 7;
    bytes.push(v === 0 ? byte : byte | 0x80);
  } while (v !== 0);
  return bytes;
}

/** Signed LEB128. */
export function s32(value: number): number[] {
  const bytes: number[] = [];
  let v = value | 0;
  while (true) {
    const byte = v & 0x7f;
    v >>= 7;
    const done = (v === 0 && (byte & 0x40) === 0) || (v === -1 && (byte & 0x40) !== 0);
    bytes.push(done ? byte : byte | 0x80);
    if (done) return bytes;
  }
}

export const I32 = 0x7f;
export const V128 = 0x7b;
const VOID = 0x40;

export const get = (local: number): Code => [0x20, ...u32(local)];
export const set = (local: number): Code => [0x21, ...u32(local)];
export const tee = (local: number): Code => [0x22, ...u32(local)];
export const i32 = (value: number): Code => [0x41, ...s32(value)];
export const load32 = (offset = 0): Code => [0x28, 2, ...u32(offset)];
export const load16s = (offset = 0): Code => [0x2e, 1, ...u32(offset)];
export const store32 = (offset = 0): Code => [0x36, 2, ...u32(offset)];
export const store16 = (offset = 0): Code => [0x3b, 1, ...u32(offset)];
export const EQZ: Code = [0x45];
export const NOT_EQUAL: Code = [0x47];
export const LESS_UNSIGNED: Code = [0x49];
export const COUNT_TRAILING_ZEROS: Code = [0x68];
export const ADD: Code = [0x6a];
export const SUBTRACT: Code = [0x6b];
export const MUL: Code = [0x6c];
export const AND: Code = [0x71];
export const XOR: Code = [0x73];
export const SHL: Code = [0x74];
export const SHR: Code = [0x75];
export const SHR_UNSIGNED: Code = [0x76];
export const branchIf = (depth: number): Code => [0x0d, ...u32(depth)];
export const block = (...body: Code[]): Code => [0x02, VOID, ...body.flat(), 0x0b];
export const loop = (...body: Code[]): Code => [0x03, VOID, ...body.flat(), 0x0b];

/** Eight signed bytes as eight 16-bit integers. */
export const load8x8 = (offset = 0): Code => [0xfd, 0x01, 0, ...u32(offset)];
export const loadVector = (offset = 0): Code => [0xfd, 0x00, 0, ...u32(offset)];
export const storeVector = (offset = 0): Code => [0xfd, 0x0b, 0, ...u32(offset)];
export const ADD_16X8: Code = [0xfd, 0x8e, 0x01];
export const SPLAT_32X4: Code = [0xfd, 0x11];
export const EQ_32X4: Code = [0xfd, 0x37];
/** The top bit of each of four integers. */
export const BITS_32X4: Code = [0xfd, 0xa4, 0x01];

/** A function without results: its locals beyond the parameters, as pairs of count and type, and its instructions. */
export interface Body {
  readonly locals: readonly (readonly [count: number, type: number])[];
  readonly code: readonly Code[];
}

function section(id: number, body: readonly number[]): number[] {
  return [id, ...u32(body.length), ...body];
}

function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...u32(bytes.length), ...bytes];
}

/** A module whose functions `run0`, `run1` … take the same parameters, give nothing and work on an imported memory `env.memory`. */
export function moduleOf(parameters: readonly number[], bodies: readonly Body[]): Uint8Array<ArrayBuffer> {
  const codes = bodies.map(({ locals, code }) => [
    ...u32(locals.length),
    ...locals.flatMap(([count, type]) => [...u32(count), type]),
    ...code.flat(),
    0x0b,
  ]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...u32(parameters.length), ...parameters, 0]),
    ...section(2, [1, ...name("env"), ...name("memory"), 0x02, 0x00, 0]),
    ...section(3, [bodies.length, ...bodies.map(() => 0)]),
    ...section(7, [bodies.length, ...bodies.flatMap((_, k) => [...name(`run${k}`), 0x00, k])]),
    ...section(10, [bodies.length, ...codes.flatMap((code) => [...u32(code.length), ...code])]),
  ]);
}
