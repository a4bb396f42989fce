import { childWith, type Document } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import { isManyOf } from "./trend.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const COMMONPLACE = wordsOf("commonplace");
const OF_HABIT = wordsOf("of-habit");
/** Steps from a noun up to what is said of it: "floods will become more common". */
const STEPS = 3;

/**
 * "Flooding is common in the region", "accidents often happen on the river", "is making heatwaves longer and more frequent": what comes
 * about again and again, and none of the times that it did. Not "floods killed nine": a bare plural may tell of one event.
 */
export function isHabitual(doc: Document, t: number): boolean {
  if (isNeverDone(doc, t)) return true;
  // "Flooding is common"
  if (doc.xpos[t] === P.VBG ? doc.relation[t] !== R.csubj && doc.relation[t] !== R.nsubj : isVerbal(doc, t) || !isManyOf(doc, t))
    return false;
  let at = t;
  for (let step = 0; step < STEPS; step++) {
    const r = doc.relation[at];
    const h = doc.head[at];
    if (h < 0 || (r !== R.nsubj && r !== R.csubj && r !== R.obj && r !== R.xcomp && r !== R.ccomp)) return false;
    if (COMMONPLACE.has(doc.lemma[h]) && !isPast(doc, h)) return true;
    if (isNow(doc, h) && saysSo(doc, h, at)) return true;
    at = h;
  }
  return false;
}

/** "We do not attack markets": what somebody says never to do, and no act that was or was not done. */
function isNeverDone(doc: Document, t: number): boolean {
  const object = isVerbal(doc, t) && doc.xpos[t] === P.VB ? childWith(doc, t, R.obj) : -1;
  if (object < t || doc.xpos[object] !== P.NNS || childWith(doc, object, R.det, R.nummod, R["nmod:poss"]) >= 0) return false;
  const aux = childWith(doc, t, R.aux);
  const isNow = aux >= 0 && DO.has(doc.norm[aux]) && (doc.xpos[aux] === P.VBP || doc.xpos[aux] === P.VBZ);
  return isNow && childWith(doc, t, R.advmod) > aux;
}

const DO = wordsOf("do-now");

/** Whether a word under a verb says that it comes about again and again. */
function saysSo(doc: Document, verb: number, subject: number): boolean {
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) {
    if (c === subject) continue;
    if (doc.relation[c] === R.advmod ? OF_HABIT.has(doc.norm[c]) : COMMONPLACE.has(doc.lemma[c]) || holdsCommon(doc, c)) return true;
  }
  return false;
}

/** "longer and more frequent". */
function holdsCommon(doc: Document, t: number): boolean {
  if (doc.relation[t] !== R.xcomp) return false;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.conj && COMMONPLACE.has(doc.lemma[c])) return true;
  return false;
}

/** A verb in the present tense, or one that is under way or will be: what was often so once is of another day. */
function isNow(doc: Document, verb: number): boolean {
  const tag = doc.xpos[verb];
  if (tag === P.VBP || tag === P.VBZ || tag === P.VBG) return true;
  const aux = childWith(doc, verb, R.aux, R["aux:pass"]);
  return aux >= 0 && doc.xpos[aux] !== P.VBD;
}

/** "were common in the 1990s". */
function isPast(doc: Document, predicate: number): boolean {
  const cop = childWith(doc, predicate, R.cop);
  return cop >= 0 && doc.xpos[cop] === P.VBD;
}
