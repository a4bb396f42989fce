import { readFileSync } from "node:fs";
import { PerWord } from "../../language/per-word.js";

const FILE = new URL("../../../models/places-common.tsv", import.meta.url);
let table: Map<string, number> | null = null;
const known = new PerWord((norm) => {
  table ??= readTable();
  return table.get(norm) ?? 0;
});

/**
 * How often news write a word small rather than with a capital: 0 always with a capital or unseen, 1 rarely small, 2 sometimes, 3
 * mostly, 4 nearly always. Only for words that are also places ("Mobile", "Reading").
 */
export function commonness(norm: number): number {
  return known.get(norm);
}

function readTable(): Map<string, number> {
  const rows = readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(rows.map((line) => [line.split("\t")[0], Number(line.split("\t")[1])]));
}
