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
export const EQ: Code = [0x46];
export const LESS: Code = [0x48];
export const LESS_UNSIGNED: Code = [0x49];
export const ADD: Code = [0x6a];
export const MUL: Code = [0x6c];
export const AND: Code = [0x71];
export const SHL: Code = [0x74];
export const SHR: Code = [0x75];
export const SHR_UNSIGNED: Code = [0x76];
export const branch = (depth: number): Code => [0x0c, ...u32(depth)];
export const branchIf = (depth: number): Code => [0x0d, ...u32(depth)];
export const block = (...body: Code[]): Code => [0x02, VOID, ...body.flat(), 0x0b];
export const loop = (...body: Code[]): Code => [0x03, VOID, ...body.flat(), 0x0b];
export const when = (then: readonly Code[], otherwise: readonly Code[]): Code => [
  0x04,
  VOID,
  ...then.flat(),
  0x05,
  ...otherwise.flat(),
  0x0b,
];

/** Eight signed bytes as eight 16-bit integers. */
export const load8x8 = (offset = 0): Code => [0xfd, 0x01, 0, ...u32(offset)];
export const loadVector = (offset = 0): Code => [0xfd, 0x00, 0, ...u32(offset)];
export const storeVector = (offset = 0): Code => [0xfd, 0x0b, 0, ...u32(offset)];
export const ADD_16X8: Code = [0xfd, 0x8e, 0x01];

function section(id: number, body: readonly number[]): number[] {
  return [id, ...u32(body.length), ...body];
}

function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...u32(bytes.length), ...bytes];
}

/**
 * A module with one function `run` without results that works on an imported memory `env.memory`.
 * `locals` are pairs of count and type.
 */
export function moduleOf(
  parameters: readonly number[],
  locals: readonly (readonly [count: number, type: number])[],
  body: readonly Code[],
): Uint8Array<ArrayBuffer> {
  const code = [...u32(locals.length), ...locals.flatMap(([count, type]) => [...u32(count), type]), ...body.flat(), 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...u32(parameters.length), ...parameters, 0]),
    ...section(2, [1, ...name("env"), ...name("memory"), 0x02, 0x00, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("run"), 0x00, 0]),
    ...section(10, [1, ...u32(code.length), ...code]),
  ]);
}
