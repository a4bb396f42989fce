import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "./words.js";

const DENYING = wordsOf("negation");
const HAD = vocabulary.id("had");

/** Whether the phrase of a noun begins with a word that says there is none such. */
export function isNone(doc: Document, f: number): boolean {
  const first = doc.left[f];
  return first < f && DENYING.has(doc.norm[first]) && !isBound(doc, first);
}

/** "no fewer than 14", "not less than six": a denial that only bounds a number. */
export function isBound(doc: Document, no: number): boolean {
  return no + 1 < doc.length && (doc.xpos[no + 1] === P.JJR || doc.xpos[no + 1] === P.RBR);
}

/** "There was not a single policeman", "no constable was in sight": a noun of which it is said that there was none. */
export function isDenied(doc: Document, t: number): boolean {
  if (isNone(doc, t)) return true;
  const h = doc.head[t];
  if (h < 0 || (doc.relation[t] !== R.nsubj && doc.relation[t] !== R["nsubj:pass"])) return false;
  return hasDenial(doc, h);
}

function hasDenial(doc: Document, h: number): boolean {
  for (let c = doc.firstChild[h]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.advmod && DENYING.has(doc.norm[c])) return true;
  return false;
}

/** "Not one policeman came", "not a single shot was fired": the phrase begins with a word that denies a number of them. */
export function isNotOne(doc: Document, c: number): boolean {
  const first = doc.left[c];
  if (first + 1 >= c || !DENYING.has(doc.norm[first])) return false;
  return doc.upos[first + 1] === U.NUM || (first + 2 < c && doc.norm[first + 2] === SINGLE);
}

const SINGLE = vocabulary.id("single");

/** "The police are yet to arrest anybody", "have yet to arrest a single person": what the word above a verb says is still to be done. */
export function isStillToDo(doc: Document, h: number): boolean {
  if (NOT_YET.has(doc.norm[h])) return true;
  if (doc.lemma[h] !== HAVE) return false;
  for (let c = doc.firstChild[h]; c >= 0; c = doc.nextSibling[c]) if (c > h && NOT_YET.has(doc.norm[c])) return true;
  return false;
}

const NOT_YET = wordsOf("not-yet");
const HAVE = vocabulary.id("have");

/** "Had police arrested the leaders, ...": what would have happened. */
export function isContrary(doc: Document, t: number): boolean {
  const first = doc.sentenceStart[doc.sentence[t]];
  if (doc.norm[first] !== HAD || t - first < 2 || t - first > 8) return false;
  for (let i = first + 1; i < t; i++) if (doc.upos[i] === U.PUNCT || doc.upos[i] === U.VERB) return false;
  return true;
}

/** "ruled a homicide", "was ruled accidental": what is judged so, not what is ruled out. */
export function isJudged(doc: Document, verb: number): boolean {
  if (!RULING.has(doc.lemma[verb])) return false;
  for (let k = verb + 1; k < doc.length && k <= verb + OUT_REACH; k++) if (OUT.has(doc.norm[k])) return false;
  return true;
}

const RULING = wordsOf("ruling");
const OUT = wordsOf("out");
const OUT_REACH = 3;

/** "a suspected gang-related shooting": what may be so is what the act had to do with, not the act. */
export function isOfManner(doc: Document, modifier: number, act: number): boolean {
  for (let k = modifier + 1; k < act; k++) if (MANNERS.has(doc.norm[k])) return true;
  return false;
}

const MANNERS = wordsOf("manner");

/** "halted the execution", "the hearing was postponed": what a court or a governor put off has not come to be. */
export function isPutOff(doc: Document, t: number): boolean {
  const r = doc.relation[t];
  const by = doc.head[t];
  // "adjourned sentencing", read as a verb
  if (by < 0 || (r !== R.obj && r !== R["nsubj:pass"] && r !== R.xcomp) || !PUT_OFF.has(doc.lemma[by])) return false;
  return r === R["nsubj:pass"] ? t < by : by < t;
}

const PUT_OFF = wordsOf("putting-off");

const OFF = vocabulary.id("off");

/** "Torrents set off floods": what is set off is not set for a day to come. */
export function isSetOff(doc: Document, by: number): boolean {
  return by + 1 < doc.length && doc.norm[by + 1] === OFF;
}

const HARMING = wordsOf("harming");

/** "ordered officers to fire on demonstrators, killing a student": what has done harm has been done. */
export function hasDoneHarm(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (c > t && doc.relation[c] === R.advcl && doc.xpos[c] === P.VBG && HARMING.has(doc.lemma[c])) return true;
  return false;
}

/**
 * "If the police fail to act", "will not look on", "urged the police not to stand by", "would not hesitate": what may be left undone, or is
 * not to be. Not "would not come", nor what the police were told to leave undone.
 */
export function isSupposed(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if ((r === R.aux || r === R.mark) && SUPPOSING.has(doc.norm[c])) return true;
    if (r === R.aux && doc.norm[c] === WOULD && doc.lemma[t] === HESITATE) return true;
    if (r === R.advmod && DENYING.has(doc.norm[c]) && isUrged(doc, t)) return true;
  }
  // "if they fail to act"
  return doc.relation[t] === R.xcomp && doc.head[t] < t && isSupposed(doc, doc.head[t]);
}

function isUrged(doc: Document, t: number): boolean {
  const h = doc.head[t];
  return h >= 0 && URGING.has(doc.lemma[h]) && (doc.relation[t] === R.xcomp || doc.relation[t] === R.ccomp || doc.relation[t] === R.advcl);
}

const SUPPOSING = wordsOf("supposing");
const URGING = wordsOf("urging");
const WOULD = vocabulary.id("would");
const HESITATE = vocabulary.id("hesitate");

/** "A bomb planted on the track was defused": what was laid did no harm. */
export function isMadeSafe(doc: Document, t: number): boolean {
  const bomb = doc.relation[t] === R.acl && (doc.xpos[t] === P.VBN || doc.xpos[t] === P.VBD) ? doc.head[t] : t;
  const verb = doc.head[bomb];
  if (verb < 0 || !SAFE.has(doc.lemma[verb])) return false;
  return doc.relation[bomb] === R["nsubj:pass"] || doc.relation[bomb] === R.obj;
}

const SAFE = wordsOf("makes-safe");
