import type { Document } from "../../language/document.js";
import { loadTable, values } from "../../lexicon/table.js";
import { BEGIN, INSIDE, LAST, UNIT } from "./labels.js";
import { Phrases } from "./phrases.js";

/** Kinds of names that tables know, in the order of their numbers less one. */
export const KNOWN_KINDS = ["government", "armed-group", "agency", "outlet", "nationality", "title"] as const;

let known: Phrases | null = null;

/** Names of the tables as phrases; their numbers are those of KNOWN_KINDS. */
function knownNames(): Phrases {
  if (known !== null) return known;
  const all = new Phrases();
  const add = (names: readonly string[], kind: number) => {
    for (const name of names) all.add(name, kind);
  };
  for (const row of loadTable("governments").rows) add([row.name], 1);
  for (const row of loadTable("armed-groups").rows) add([row.name, ...values(row.aliases)], 2);
  for (const row of loadTable("agencies").rows) add([row.name, ...values(row.aliases)], 3);
  for (const row of loadTable("media").rows) add([row.name], 4);
  for (const row of loadTable("nationalities").rows) if (row.word.includes(" ")) add([row.word], 5);
  for (const row of loadTable("titles").rows) if (row.title.includes(" ")) add([row.title], 6);
  known = all;
  return all;
}

/** For each token, the table name that it stands in: kind * 4 + BILOU position - 3; 0 for none. */
export function markKnown(doc: Document): Uint8Array {
  const phrases = knownNames();
  const marks = new Uint8Array(doc.length);
  for (let s = 0; s < doc.sentenceCount; s++) {
    const end = doc.sentenceStart[s + 1];
    for (let i = doc.sentenceStart[s]; i < end; ) {
      const found = phrases.longestAt(doc, i, end);
      if (found === null) {
        i++;
        continue;
      }
      for (let k = 0; k < found.length; k++) {
        const position = found.length === 1 ? UNIT : k === 0 ? BEGIN : k === found.length - 1 ? LAST : INSIDE;
        marks[i + k] = found.value * 4 + position - 3;
      }
      i += found.length;
    }
  }
  return marks;
}
