import { readdirSync, readFileSync } from "node:fs";
import { sha256 } from "../base/hash.js";
import type { Reading } from "../model/reading.js";

/** Raised by hand whenever code of the reader changes what is read. */
const VERSION = "0.1.0";

let made: Reading["read"] | null = null;

/** What makes a reading: the reader, its version, and hashes over the tables and the models it stands on. */
export function readBy(): Reading["read"] {
  made ??= { reader: "according", version: VERSION, lexicon: hashOf("lexicons/en/", ".tsv"), models: hashOf("models/", "") };
  return made;
}

function hashOf(folder: string, suffix: string): string {
  const at = new URL(`../../${folder}`, import.meta.url);
  const files = readdirSync(at)
    .filter((name) => name.endsWith(suffix) && !name.endsWith(".md"))
    .sort();
  return sha256(files.map((name) => `${name} ${sha256(readFileSync(new URL(name, at)))}`).join("\n")).slice(0, 12);
}
