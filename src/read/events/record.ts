import type { Document } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import { wordsOf } from "./words.js";

const RECORD = wordsOf("record");
const SAID_OF = wordsOf("said-of-record");

/**
 * "wanted in several cases of murder", "involved in incidents including attacks and robberies", "involved in four murders": acts of
 * somebody's record, told in passing and of no one event. Not an act of its own that somebody was involved in ("in the July attack").
 */
export function isRecord(doc: Document, t: number): boolean {
  let at = t;
  let plural = doc.xpos[t] === P.NNS;
  for (let step = 0; step < 5 && doc.head[at] >= 0; step++) {
    const r = doc.relation[at];
    const h = doc.head[at];
    if (r !== R.nmod && r !== R.conj && r !== R.obl && r !== R.appos && r !== R.obj && r !== R.compound) return false;
    if (SAID_OF.has(doc.lemma[h])) return plural;
    if (RECORD.has(doc.lemma[h])) {
      if (doc.xpos[h] === P.NNS) plural = true;
      if (plural && r !== R.obl && r !== R.obj) return true;
    }
    at = h;
  }
  return false;
}
