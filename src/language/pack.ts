/** Named columns of one binary file: a JSON header with each column's type and length, then the columns, each on a 4-byte boundary. */
export type Column = Int32Array | Uint8Array | Int16Array | Int8Array | Uint16Array;

const TYPES = { i32: Int32Array, u8: Uint8Array, i16: Int16Array, i8: Int8Array, u16: Uint16Array } as const;
type TypeName = keyof typeof TYPES;

interface Header {
  readonly columns: readonly { readonly name: string; readonly type: TypeName; readonly length: number }[];
}

function typeOf(column: Column): TypeName {
  return (Object.keys(TYPES) as TypeName[]).find((name) => column instanceof TYPES[name]) as TypeName;
}

function aligned(n: number): number {
  return (n + 3) & ~3;
}

/** Packs columns and texts (stored as UTF-8) into one file. */
export function pack(columns: Readonly<Record<string, Column | string>>): Uint8Array {
  const entries = Object.entries(columns).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? new TextEncoder().encode(value) : value,
  }));
  const header: Header = { columns: entries.map(({ name, value }) => ({ name, type: typeOf(value), length: value.length })) };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const size = entries.reduce((sum, { value }) => sum + aligned(value.byteLength), aligned(4 + json.length));
  const file = new Uint8Array(size);
  new DataView(file.buffer).setUint32(0, json.length, true);
  file.set(json, 4);
  let at = aligned(4 + json.length);
  for (const { value } of entries) {
    file.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), at);
    at += aligned(value.byteLength);
  }
  return file;
}

/** Opens what `pack` made; columns share the file's memory. */
export function unpack(file: Uint8Array): ReadonlyMap<string, Column> {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  const columns = new Map<string, Column>();
  let at = bytes.byteOffset + aligned(4 + length);
  for (const column of header.columns) {
    const view = new TYPES[column.type](bytes.buffer as ArrayBuffer, at, column.length);
    columns.set(column.name, view);
    at += aligned(view.byteLength);
  }
  return columns;
}
