import { childWith, type Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C, wordBits } from "./classes.js";
import { nounAfter } from "./nearby.js";
import { wordsOf } from "./words.js";

export const SUBJECTS = [R.nsubj, R["nsubj:pass"], R["nsubj:outer"]];
export const NOMINAL_PREPOSITIONAL = new Ids([R.nmod, R.obl, R["obl:agent"], R["nmod:desc"]]);
export const BY = vocabulary.id("by");
const WH = wordsOf("relative");
const WHO = vocabulary.id("who");

export function isVerbal(doc: Document, t: number): boolean {
  return doc.upos[t] === U.VERB || doc.upos[t] === U.AUX;
}

/** Whether a verb form is passive: a passive auxiliary or subject, or a bare participle that modifies a noun. */
export function isPassive(doc: Document, t: number): boolean {
  if (childWith(doc, t, R["aux:pass"], R["obl:agent"]) >= 0) return true;
  if (childWith(doc, t, R["nsubj:pass"]) >= 0) return !sharesObject(doc, t) && !isWholeActive(doc, t);
  if (doc.xpos[t] !== P.VBN && doc.xpos[t] !== P.VBD) return false;
  const r = doc.relation[t];
  if (isLeftDead(doc, t) || isHeadlinePassive(doc, t)) return true;
  // "Policemen dispersed the mob", read as a participle: a noun right behind it is its object
  if (r === R.acl && childWith(doc, t, R.obj, R.nsubj) < 0) return objectBehind(doc, t) < 0;
  if (r === R.amod) return true;
  // "was found strangled"
  if (r === R.xcomp && doc.xpos[t] === P.VBN && !hasObject(doc, t)) return true;
  if (r === R.conj && !hasObject(doc, t) && childWith(doc, t, ...SUBJECTS, R.aux) < 0) {
    const h = doc.head[t];
    return isVerbal(doc, h) && isPassive(doc, h);
  }
  if (r === R.conj && isElliptic(doc, t)) return true;
  if (childWith(doc, t, R.obj, R.aux) < 0 && (r === R.advcl || r === R.root || r === R.parataxis))
    return hasCase(doc, t, BY) && doc.xpos[t] === P.VBN;
  return false;
}

/** "A woman was killed and her husband wounded": the auxiliary of the verb before holds for one that is done to somebody, too. */
function isElliptic(doc: Document, t: number): boolean {
  const h = doc.head[t];
  if (!LEFT_PASSIVE.has(doc.lemma[t]) || !isVerbal(doc, h) || childWith(doc, h, R["aux:pass"]) < 0) return false;
  const subject = childWith(doc, t, R.nsubj);
  return subject > h && subject < t && childWith(doc, t, R.aux) < 0 && !hasObject(doc, t) && objectBehind(doc, t) < 0;
}

/**
 * "Police officer shot dead in Goma": a headline leaves the auxiliary out, and nobody follows whom the officer might have shot. Not "the
 * man whom police shot dead".
 */
function isLeftDead(doc: Document, t: number): boolean {
  if (t + 1 >= doc.length || !STATES.has(doc.norm[t + 1]) || doc.sentence[t + 1] !== doc.sentence[t]) return false;
  if (childWith(doc, t, R.aux) >= 0 || hasObject(doc, t) || objectBehind(doc, t + 1) >= 0) return false;
  const subject = childWith(doc, t, ...SUBJECTS);
  return doc.relation[t] !== R["acl:relcl"] || (subject >= 0 && antecedent(doc, subject) !== subject);
}

/**
 * "Two held with pistols", "MLA taken into custody": the verb of a line without its full stop, of a kind that is done to somebody, with
 * nobody behind it whom it might be done to. Not "Police arrest two", nor a verb that has its auxiliary.
 */
function isHeadlinePassive(doc: Document, t: number): boolean {
  const s = doc.sentence[t];
  const last = doc.sentenceStart[s + 1] - 1;
  if (doc.text[doc.start[last]] === "." || doc.text[doc.start[last]] === '"' || !LEFT_PASSIVE.has(doc.lemma[t])) return false;
  const r = doc.relation[t];
  if (r !== R.root && r !== R.parataxis && r !== R.conj) return false;
  if (t === doc.sentenceStart[s] || childWith(doc, t, R.aux, R.xcomp) >= 0) return false;
  return !hasObject(doc, t) && objectBehind(doc, t) < 0 && !hasClause(doc, t);
}

/** Not "Two troops killed, five injured in ambush": what stands behind a comma is told beside the verb, whatever the tree makes of it. */
function hasClause(doc: Document, t: number): boolean {
  const clause = childWith(doc, t, R.ccomp);
  return clause >= 0 && doc.text[doc.start[t + 1]] !== ",";
}

const LEFT_PASSIVE = wordsOf("left-passive");

/** "proposed that they be stripped of it": what is asked for, in the passive. Not "to be stripped", "may be stripped". */
export function isSubjunctive(doc: Document, t: number): boolean {
  if (isDemanded(doc, t)) return true;
  const be = childWith(doc, t, R["aux:pass"]);
  return be > 0 && doc.xpos[be] === P.VB && doc.xpos[be - 1] !== P.TO && childWith(doc, t, R.aux) < 0;
}

/** "demanded that police arrest the councillor": a bare form in the clause of a verb that asks. Not "said that police arrest thousands". */
function isDemanded(doc: Document, t: number): boolean {
  const h = doc.head[t];
  if (h < 0 || doc.relation[t] !== R.ccomp || (doc.xpos[t] !== P.VB && doc.xpos[t] !== P.VBP) || !DEMANDING.has(doc.lemma[h])) return false;
  return markOf(doc, t) === THAT && childWith(doc, t, R.aux) < 0;
}

/** `shouted "Arrest the killers!"`: a bare form that opens its sentence or what is quoted, with an exclamation mark behind. */
export function isImperative(doc: Document, t: number): boolean {
  if (doc.xpos[t] !== P.VB || childWith(doc, t, ...SUBJECTS, R.aux) >= 0) return false;
  const s = doc.sentence[t];
  if (t > doc.sentenceStart[s] && doc.upos[t - 1] !== U.PUNCT) return false;
  for (let i = t + 1; i < doc.sentenceStart[s + 1]; i++) {
    if (doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === "!") return true;
    if (doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] !== ",") return false;
  }
  return false;
}

const THAT = vocabulary.id("that");
const DEMANDING = wordsOf("demanding");

/** Not "found guilty", where the tree takes the state for an object. */
function hasObject(doc: Document, t: number): boolean {
  const object = childWith(doc, t, R.obj);
  return object >= 0 && !(object === t + 1 && STATES.has(doc.lemma[object]));
}

const STATES = wordsOf("state-after-verb");

/** "abducted and killed an informer": a verb whose coordinate right behind it has the object that both have. */
function sharesObject(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.conj && c > t && c - t <= 3 && isVerbal(doc, c) && childWith(doc, c, R["aux:pass"]) < 0)
      return childWith(doc, c, R.obj) >= 0;
  return false;
}

/** "A gunman opened fire outside a station.": in a sentence with its full stop no auxiliary is left out as headlines do, so a verb with an object is active. */
function isWholeActive(doc: Document, t: number): boolean {
  const last = doc.sentenceStart[doc.sentence[t] + 1] - 1;
  return doc.text[doc.start[last]] === "." && childWith(doc, t, R.aux) < 0 && childWith(doc, t, R.obj) > t;
}

function hasCase(doc: Document, t: number, word: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (NOMINAL_PREPOSITIONAL.has(doc.relation[c]) && caseOf(doc, c) === word) return true;
  return false;
}

/** Head of the noun phrase right after a verb, -1 where none is or it is a time ("will strike next week"). */
export function objectBehind(doc: Document, t: number): number {
  const after = nounAfter(doc, t + 1);
  return after < 0 || doc.relation[after] === R["obl:unmarked"] || (wordBits(doc.lemma[after]) & C.time) !== 0 ? -1 : after;
}

/** Norm id of the preposition of a phrase, or -1. */
export function caseOf(doc: Document, t: number): number {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.case && c < t) return doc.norm[c];
  return -1;
}

/** Norm id of the word that opens a clause or phrase, or -1. */
export function markOf(doc: Document, t: number): number {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c])
    if (doc.relation[c] === R.mark || doc.relation[c] === R.case) return doc.norm[c];
  return -1;
}

/** A relative pronoun stands for the noun its clause hangs on, "it" for the thing that the clause above is about. */
export function antecedent(doc: Document, t: number): number {
  if (doc.norm[t] === IT) return thingAbove(doc, t);
  if (!WH.has(doc.lemma[t]) && !WH.has(doc.norm[t])) return t;
  let at = t;
  while (doc.head[at] >= 0) {
    if (doc.relation[at] === R["acl:relcl"]) return doc.head[at];
    at = doc.head[at];
  }
  return doc.norm[t] === WHO ? nounBeforeComma(doc, t) : t;
}

const IT = vocabulary.id("it");

/** "The bus was carrying pilgrims when it plunged into a gorge": the bus; else the token. */
function thingAbove(doc: Document, t: number): number {
  const verb = doc.head[t];
  if (!SUBJECTS.includes(doc.relation[t]) || verb < 0 || doc.relation[verb] !== R.advcl) return t;
  const subject = childWith(doc, doc.head[verb], R.nsubj, R["nsubj:pass"]);
  const isThing = subject >= 0 && subject < t && doc.xpos[subject] === P.NN && (wordBits(doc.lemma[subject]) & THINGS) !== 0;
  return isThing ? subject : t;
}

const THINGS = C.vehicle | C.building | C.other;

/** "was stormed by policemen, who thrashed the inmates", where the tree takes the clause for a coordinate: the noun before the comma; else the token. */
function nounBeforeComma(doc: Document, t: number): number {
  const comma = t - 1;
  if (comma < 1 || doc.sentence[comma - 1] !== doc.sentence[t] || doc.text[doc.start[comma]] !== ",") return t;
  return doc.upos[comma - 1] === U.NOUN || doc.upos[comma - 1] === U.PROPN ? comma - 1 : t;
}
