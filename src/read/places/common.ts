import { readFileSync } from "node:fs";
import { vocabulary } from "../../language/vocabulary.js";

const FILE = new URL("../../../models/places-common.tsv", import.meta.url);
let table: Map<string, number> | null = null;
let cache = new Uint8Array(1 << 14).fill(255);

/**
 * How often news write a word small rather than with a capital: 0 always with a capital or unseen, 1 rarely small, 2 sometimes, 3
 * mostly, 4 nearly always. Only for words that are also places ("Mobile", "Reading").
 */
export function commonness(norm: number): number {
  if (norm >= cache.length) {
    const more = new Uint8Array(Math.max(norm + 1, 2 * cache.length)).fill(255);
    more.set(cache);
    cache = more;
  }
  if (cache[norm] === 255) {
    table ??= readTable();
    cache[norm] = table.get(vocabulary.of(norm)) ?? 0;
  }
  return cache[norm];
}

function readTable(): Map<string, number> {
  const rows = readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(rows.map((line) => [line.split("\t")[0], Number(line.split("\t")[1])]));
}
