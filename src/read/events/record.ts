import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
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

const PAST = wordsOf("past-of-somebody");
const CLIMB = 8;

/**
 * "was wanted for the killing of a trader", "confessed that he took part in an attack": told only as what somebody has to do with, by a
 * word above it in its sentence. Not "the July attack, in which he was involved, killed ten".
 */
export function isOfPast(doc: Document, t: number): boolean {
  for (let at = t, step = 0; step < CLIMB && doc.head[at] >= 0; step++) {
    const r = doc.relation[at];
    if (r === R.conj && doc.xpos[at] === P.VBD) return false;
    if (r === R.parataxis || r === R["nsubj:pass"] || r === R.nsubj) return false;
    at = doc.head[at];
    if (PAST.has(doc.lemma[at])) return true;
  }
  return false;
}

const FOUND = wordsOf("finding");
const ATTRIBUTES = new Ids([R.amod, R.acl, R["acl:relcl"]]);

/** "a looted rifle was recovered", "seized wires used in explosions": told only to say what it is that was found. */
export function isOfFind(doc: Document, t: number): boolean {
  let attributed = false;
  for (let at = t, step = 0; step < CLIMB && doc.head[at] >= 0; step++) {
    if (ATTRIBUTES.has(doc.relation[at]) && (doc.xpos[at] === P.VBN || doc.xpos[at] === P.VBD)) attributed = true;
    else if (doc.relation[at] === R.advcl || doc.relation[at] === R.ccomp || doc.relation[at] === R.parataxis) return false;
    at = doc.head[at];
    if (FOUND.has(doc.lemma[at]) && (doc.xpos[at] === P.VBN || doc.xpos[at] === P.VBD)) return attributed;
  }
  return false;
}
