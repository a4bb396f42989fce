import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, values } from "../../lexicon/table.js";
import type { NameMention } from "../findings.js";

/** Classes of words that conditions and role frames ask for, one bit each. `other` is a noun that no table knows. */
export const CLASSES = [
  "person",
  "police",
  "security",
  "court",
  "government",
  "militant",
  "organisation",
  "building",
  "vehicle",
  "infrastructure",
  "weapon",
  "bomb",
  "crime",
  "money",
  "abstract",
  "thing",
  "disease",
  "crowd",
  "time",
  "name",
  "place",
  "pronoun",
  "other",
  "plural-person",
] as const;
export type WordClass = (typeof CLASSES)[number];

export const C = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Readonly<Record<WordClass, number>>;

/** Everything that can be a party to an event. */
export const ANIMATE = C.person | C.police | C.security | C.court | C.government | C.militant | C.organisation | C.name | C.pronoun;

let table: Map<number, number> | null = null;

function wordClasses(): Map<number, number> {
  if (table) return table;
  table = new Map();
  for (const row of loadTable("word-classes").rows) {
    table.set(
      vocabulary.id(row.id),
      values(row.classes).reduce((mask, name) => mask | (C[name as WordClass] ?? 0), 0),
    );
  }
  return table;
}

/** Class bits of every token of a document; 0 for words that are no nouns, names or pronouns. */
export function classesOf(doc: Document, names: readonly NameMention[]): Int32Array {
  const known = wordClasses();
  const bits = new Int32Array(doc.length);
  for (let i = 0; i < doc.length; i++) {
    const tag = doc.upos[i];
    const mask = known.get(doc.lemma[i]) ?? 0;
    if (tag === U.PRON) bits[i] = C.pronoun;
    else if (tag === U.NOUN || tag === U.PROPN || tag === U.ADJ) bits[i] = mask || (tag === U.ADJ ? 0 : C.other);
    else if (tag === U.NUM) bits[i] = C.other;
    else bits[i] = mask & (C.militant | C.person | C.weapon);
  }
  for (const name of names) mark(bits, name);
  return bits;
}

function mark(bits: Int32Array, name: NameMention): void {
  const bit = name.type === "person" ? C.person | C.name : name.type === "organisation" ? C.organisation | C.name : C.place;
  if (name.type === "nationality") return;
  // "Boko Haram", "the Las Vegas Metropolitan Police Department": what the words say stays beside what the name is
  for (let i = name.tokens[0]; i < name.tokens[1]; i++) bits[i] = (bits[i] & ~C.other) | bit;
}
