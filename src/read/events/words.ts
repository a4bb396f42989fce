import { Ids } from "../../language/ids.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";

let rows: readonly { readonly word: string; readonly kind: string }[] | null = null;

/** Vocabulary ids of the function words of one kind, from `event-words.tsv`. Not triggers and not word classes. */
export function wordsOf(kind: string): ReadonlySet<number> {
  rows ??= loadTable("event-words").rows.map((row) => ({ word: row.word, kind: row.kind }));
  return new Ids(rows.filter((row) => row.kind === kind).map((row) => vocabulary.id(row.word)));
}
