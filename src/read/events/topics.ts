import { ById } from "../../language/by-id.js";
import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, values } from "../../lexicon/table.js";

/** What words may be about, one bit each, in the order of the list. Not word classes: a bullet and a hospital are both `harm`. */
export const TOPICS = [
  "campaign",
  "speech",
  "issue",
  "sport",
  "market",
  "show",
  "harm",
  "crime",
  "fighting",
  "crowd",
  "weather",
  "mass",
] as const;

let loaded: ById<number> | null = null;

function table(): ById<number> {
  loaded ??= new ById(
    loadTable("topic-words").rows.map((row): [number, number] => [
      vocabulary.id(row.id),
      values(row.topics).reduce((bits, topic) => bits | (1 << TOPICS.indexOf(topic as (typeof TOPICS)[number])), 0),
    ]),
  );
  return loaded;
}

/** Topic bits of every token. */
export function topicsOf(doc: Document): Int32Array {
  const known = table();
  const bits = new Int32Array(doc.length);
  for (let i = 0; i < doc.length; i++) bits[i] = known.get(doc.lemma[i]) ?? known.get(doc.norm[i]) ?? 0;
  return bits;
}
