import { ById } from "../../language/by-id.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";

let parts: ById<string> | null = null;

/** What a word, by its id, says of parts and further people: `part`, `of-whom`, `numbers` and `stands` (by lemma), `without`, `feigned` (by lemma), `more`, `aged`, `indefinite`, or null. */
export function partWord(word: number): string | null {
  parts ??= new ById(loadTable("toll-parts").rows.map((row) => [vocabulary.id(row.norm), row.kind]));
  return parts.get(word) ?? null;
}
