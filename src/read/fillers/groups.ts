import type { Document } from "../../language/document.js";
import { loadTable, values } from "../../lexicon/table.js";
import { Phrases } from "../names/phrases.js";

let known: Phrases | null = null;

/** Names of the table's armed groups; all names of one group carry its number. */
function groupNames(): Phrases {
  if (known) return known;
  const all = new Phrases();
  loadTable("armed-groups").rows.forEach((row, k) => {
    for (const name of [row.name, ...values(row.aliases)]) all.add(name, k + 1);
  });
  known = all;
  return all;
}

/** For each token, the number of the armed group whose name it stands in, the same whichever of its names that is; 0 for none. */
export function groupsIn(doc: Document): Int32Array {
  const at = new Int32Array(doc.length);
  for (let s = 0; s < doc.sentenceCount; s++) {
    const end = doc.sentenceStart[s + 1];
    for (let i = doc.sentenceStart[s]; i < end; i++) {
      const found = groupNames().longestAt(doc, i, end);
      if (!found) continue;
      at.fill(found.value, i, i + found.length);
      i += found.length - 1;
    }
  }
  return at;
}
