import { type Document, normOf } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";

let table: Map<string, number> | null = null;

const DIGITS = /^(\d{1,2})(?:st|nd|rd|th)$/;

/** The number that an ordinal says ("fourth", "8th"), or 0; not a date's or a street's, which its noun tells. */
export function ordinalOf(doc: Document, k: number): number {
  table ??= new Map(
    loadTable("toll-clues")
      .rows.filter((row) => row.kind === "ordinal")
      .map((row) => [row.lemma, Number(row.number)]),
  );
  const norm = normOf(doc, k);
  return table.get(norm) ?? (norm.length <= 4 ? Number(DIGITS.exec(norm)?.[1] ?? 0) : 0);
}

/** "an 8th teen", "the fourth shooting victim", "a fourth": the number that numbers who is counted, or 0. */
export function ordinalOfPhrase(doc: Document, head: number): number {
  const own = ordinalOf(doc, head);
  if (own > 0) return own;
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) {
    const n = doc.relation[c] === R.amod || doc.relation[c] === R.nummod || doc.relation[c] === R.compound ? ordinalOf(doc, c) : 0;
    if (n > 0) return n;
  }
  return 0;
}
