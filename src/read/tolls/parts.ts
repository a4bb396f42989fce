import { loadTable } from "../../lexicon/table.js";

let parts: Map<string, string> | null = null;

/** What a word says of parts and further people: `part`, `of-whom`, `numbers` and `stands` (by lemma), `without`, `feigned` (by lemma), `more`, `aged`, `indefinite`, or null. */
export function partWord(norm: string): string | null {
  parts ??= new Map(loadTable("toll-parts").rows.map((row) => [row.norm, row.kind]));
  return parts.get(norm) ?? null;
}
