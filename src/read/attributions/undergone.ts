import { childWith, type Document } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { tollWordAt } from "../tolls/words.js";
import type { Decided } from "./decide.js";
import { CUE_KINDS } from "./lexicon.js";

/** Whether a cue's source is its subject in the passive, who says nothing: "The group has been blamed for", "she was accused of", "residents were urged to leave". */
export function isAccused(doc: Document, { cue, source }: Decided): boolean {
  if (isHeldToBe(doc, cue.token) && doc.head[cue.token] === source) return true;
  if (isFearedFor(doc, cue.token)) return true;
  if (CUE_KINDS[cue.row.kind] !== "accuse" && !isBidden(doc, cue)) return false;
  const shares = isSharing(doc, cue.token);
  if (doc.xpos[cue.token] !== P.VBN && !shares) return false;
  const verb = shares ? doc.head[cue.token] : cue.token;
  return childWith(doc, verb, R["aux:pass"]) >= 0 && childWith(doc, verb, R["nsubj:pass"]) === source;
}

/** "men suspected to be bandits", "a man thought to be in his 40s": of whom somebody thinks so. */
function isHeldToBe(doc: Document, token: number): boolean {
  if (doc.xpos[token] !== P.VBN || doc.relation[token] !== R.acl || token + 2 >= doc.length || doc.norm[token + 1] !== TO) return false;
  return doc.lemma[token + 2] === BE || doc.lemma[token + 2] === HAVE;
}

/** "At least 40 feared drowned": of whom somebody fears so. */
export function isFearedFor(doc: Document, token: number): boolean {
  const next = token + 1;
  if (!FEARED.has(doc.norm[token]) || next >= doc.length || doc.sentence[next] !== doc.sentence[token]) return false;
  return tollWordAt(doc, next) !== null;
}

const FEARED = wordsOf("feared");
const TO = vocabulary.id("to");
const BE = vocabulary.id("be");
const HAVE = vocabulary.id("have");

/** "was given a fine and ordered to leave": a verb that shares subject and auxiliary with the one before it. */
function isSharing(doc: Document, token: number): boolean {
  return doc.relation[token] === R.conj && childWith(doc, token, R["aux:pass"], R.aux, R.nsubj, R["nsubj:pass"]) < 0;
}

/** "was ordered to leave": whom somebody wants to do something. */
function isBidden(doc: Document, { token, row }: Decided["cue"]): boolean {
  return row.stance === "proposes" && childWith(doc, token, R.xcomp) > token;
}
