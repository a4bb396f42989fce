import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Status } from "../../model/vocabulary.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const TO = vocabulary.id("to");

/** "confirmed their intent to attack and seize": by the noun right before "to", wherever the tree hangs the verb. */
export function purposeStatus(doc: Document, t: number, governor: ReadonlyMap<number, Status>): Status | null {
  const verb = doc.relation[t] === R.conj && doc.head[t] >= 0 && isVerbal(doc, doc.head[t]) ? doc.head[t] : t;
  // "The army has been told to shoot looters"
  if (isToldTo(doc, verb)) return "planned";
  if (verb < 2 || doc.norm[verb - 1] !== TO || doc.upos[verb - 2] !== U.NOUN) return null;
  if (LEAVE_TO.has(doc.lemma[verb - 2])) return "planned";
  const status = governor.get(doc.lemma[verb - 2]);
  return status === "planned" || status === "possible" ? status : null;
}

/** An infinitive under a verb that tells somebody to do something. Not "told police that he shot him". */
function isToldTo(doc: Document, verb: number): boolean {
  const h = doc.head[verb];
  if (h < 0 || h > verb || (doc.relation[verb] !== R.xcomp && doc.relation[verb] !== R.ccomp)) return false;
  return TELLING_TO.has(doc.lemma[h]) && doc.xpos[verb] === P.VB && doc.norm[verb - 1] === TO;
}

const TELLING_TO = wordsOf("telling-to");
const LEAVE_TO = wordsOf("leave-to");
