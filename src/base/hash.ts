import { hash } from "node:crypto";

/** SHA-256 of a string (as UTF-8) or of bytes, in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return hash("sha256", data, "hex");
}

/** A short id from parts: the first 16 hexadecimal digits of their SHA-256. Parts are told apart, so `["a", "b"]` is not `["ab"]`. */
export function shortHash(parts: readonly (string | number | null)[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 16);
}

/** JSON with keys in order, so that equal values give equal bytes. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(",")}}`;
}
