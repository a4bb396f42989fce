import { readFileSync } from "node:fs";
import type { Forest } from "../base/forest.js";

/** What the resolver was trained to, and in how many of the training reports each term stands. */
export interface Model {
  readonly forest: Forest;
  readonly reports: number;
  readonly frequency: ReadonlyMap<number, number>;
}

let loaded: Model | null = null;

/** `models/resolve.json` holds the trees, `models/resolve-terms.bin` the terms: hash and count, six bytes each. */
export function model(): Model {
  loaded ??= load();
  return loaded;
}

function load(): Model {
  const { forest, reports } = JSON.parse(readFileSync(new URL("../../models/resolve.json", import.meta.url), "utf8")) as Model;
  const bytes = readFileSync(new URL("../../models/resolve-terms.bin", import.meta.url));
  const frequency = new Map<number, number>();
  for (let at = 0; at + 6 <= bytes.length; at += 6) frequency.set(bytes.readUInt32LE(at), bytes.readUInt16LE(at + 4));
  return { forest, reports, frequency };
}
