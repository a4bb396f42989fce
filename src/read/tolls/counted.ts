import type { Document } from "../../language/document.js";
import { childWith, lemmaOf, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { isTold, openingSubject } from "../events/surface.js";
import { LOCAL_REACH, withConjuncts } from "./conjuncts.js";
import { isFinite, isPassive } from "./finite.js";
import { partWord } from "./parts.js";
import type { Counted, TollWord } from "./words.js";

/** "himself", "themselves". */
export const REFLEXIVE = /sel(f|ves)$/;

/** Relations by which a predicate leans on another for its subject. */
const SHARING = new Set([R.conj, R.xcomp, R.advcl, R.ccomp]);

/**
 * Head tokens of the noun phrases that a toll word counts, coordinated ones each for itself; empty where it counts nobody.
 * Subjects are shared across coordination and raising ("was shot and killed", "is believed to have died"), relative pronouns lead
 * to their noun.
 */
export function countedBy(doc: Document, i: number, word: TollWord): readonly number[] {
  const further = furtherBefore(doc, i, word);
  if (further >= 0) return [further];
  for (const where of word.counted) {
    const head = at(doc, i, where, word);
    if (head >= 0 && isOfPhrase(doc, head, where)) continue;
    if (head >= 0) return withConjuncts(doc, i, where, resolveReflexive(doc, i, resolveRelative(doc, head)));
  }
  return [];
}

/** "... was killed and another injured": a further person right before a participle is its own. */
function furtherBefore(doc: Document, i: number, word: TollWord): number {
  if (!word.counted.includes("pass") && !word.counted.includes("noun")) return -1;
  const k = i > 0 && doc.upos[i - 1] === U.ADV ? i - 2 : i - 1;
  if (k < 1 || doc.sentence[k] !== doc.sentence[i] || partWord(normOf(doc, k)) !== "more") return -1;
  const tag = doc.upos[k];
  return doc.upos[k - 1] === U.CCONJ && (tag === U.DET || tag === U.PRON) ? k : -1;
}

/** The object that is counted, not the one that makes the word a toll word: "took hostage three men". */
function objectOf(doc: Document, i: number, word: TollWord): number {
  // "six were arrested, among them a pupil": who was is no object
  const passive = childWith(doc, i, R["aux:pass"]) >= 0 && childWith(doc, i, R["nsubj:pass"]) >= 0;
  for (let c = doc.firstChild[i]; c >= 0 && !passive; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.obj && !word.needs.includes(lemmaOf(doc, c))) return c;
  }
  return word.needs.length > 0 ? -1 : relativeGap(doc, i);
}

/** "the man an officer shot and killed": the noun that a relative clause with a subject of its own hangs on, or -1. */
function relativeGap(doc: Document, i: number): number {
  const at = doc.relation[i] === R.conj ? doc.head[i] : i;
  if (at < 0 || doc.relation[at] !== R["acl:relcl"] || doc.xpos[i] !== P.VBD || childWith(doc, at, R.obj, R["aux:pass"]) >= 0) return -1;
  const subject = childWith(doc, at, R.nsubj);
  if (subject < 0 || subject > at || doc.xpos[subject] === P.WP || doc.xpos[subject] === P.WDT) return -1;
  return doc.head[at] < subject ? doc.head[at] : -1;
}

/** "by police" is neither subject nor object, whatever the tree says. */
function isOfPhrase(doc: Document, head: number, where: Counted): boolean {
  const marker = where === "obj" || where === "pass" || where === "subj" ? childWith(doc, head, R.case) : -1;
  return marker >= 0 && marker < head && doc.upos[marker] === U.ADP && doc.relation[head] !== R.nmod && doc.relation[head] !== R.obl;
}

function at(doc: Document, i: number, where: Counted, word: TollWord): number {
  switch (where) {
    case "obj":
      return objectOf(doc, i, word);
    case "subj":
      return subjectOf(doc, i);
    case "pass":
      return passive(doc, i);
    case "noun":
      return doc.relation[i] === R.amod || doc.relation[i] === R.acl ? doc.head[i] : smallClause(doc, i);
    case "of":
      return nominal(doc, i, "of");
    case "to":
      return nominal(doc, i, "to");
    case "with":
      return bearerOf(doc, i);
    case "num":
    case "tally":
    case "before":
      return -1;
  }
}

/** "left 12 people dead": the object of the verb whose complement the adjective is. */
function smallClause(doc: Document, i: number): number {
  const r = doc.relation[i];
  return (r === R.xcomp || r === R.advcl) && doc.head[i] >= 0 ? childWith(doc, doc.head[i], R.obj, R["nsubj:pass"]) : -1;
}

function passive(doc: Document, i: number): number {
  const own = childWith(doc, i, R["nsubj:pass"]);
  if (own >= 0) return own;
  if (doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBD) return -1;
  const r = doc.relation[i];
  if (r === R.acl || r === R.amod) return doc.head[i];
  const shared = sharedObject(doc, i);
  if (shared >= 0) return shared;
  // headlines: "Two killed in crash"
  const subject = childWith(doc, i, R.nsubj);
  // "the teen who killed a girl" did, and was not
  if (subject >= 0) return doc.xpos[subject] === P.WP && !isPassive(doc, i) ? -1 : subject;
  const local = localSubject(doc, i);
  if (local >= 0) return local;
  return sharedSubject(doc, i);
}

/** "shot and killed a man": the object of the verb that follows is that of both, or -1. */
function sharedObject(doc: Document, i: number): number {
  if (doc.xpos[i] !== P.VBD || i + 2 >= doc.length || doc.upos[i + 1] !== U.CCONJ) return -1;
  const next = doc.upos[i + 2] === U.ADV ? i + 3 : i + 2;
  if (doc.relation[next] !== R.conj || doc.head[next] !== i || doc.xpos[next] !== P.VBD) return -1;
  return childWith(doc, next, R.nsubj, R["nsubj:pass"]) >= 0 ? -1 : childWith(doc, next, R.obj);
}

function subjectOf(doc: Document, i: number): number {
  const own = childWith(doc, i, R.nsubj, R["nsubj:pass"], R["nsubj:outer"]);
  if (own >= 0) return own;
  if (doc.relation[i] === R.acl) return doc.head[i];
  return sharedSubject(doc, i);
}

/** Subject of the predicate that `i` is coordinated with or complements; an object counts where the governor has one ("found him dead"). */
function sharedSubject(doc: Document, i: number): number {
  const opening = isTold(doc, i) ? openingSubject(doc, i) : -1;
  if (opening >= 0) return opening;
  let at = i;
  for (let step = 0; step < 4; step++) {
    if (!SHARING.has(doc.relation[at]) || doc.head[at] < 0) return -1;
    const relation = doc.relation[at];
    const told = relation === R.ccomp && isFinite(doc, at);
    const object = relation === R.xcomp ? childWith(doc, doc.head[at], R.obj) : -1;
    at = doc.head[at];
    // "a soldier said three of his comrades died": whoever says it is not who died
    const subject = object >= 0 || told ? object : childWith(doc, at, R["nsubj:pass"], R.nsubj);
    if (subject >= 0) return subject;
    if (doc.relation[at] === R.acl || doc.relation[at] === R["acl:relcl"]) return doc.head[at];
  }
  return -1;
}

function nominal(doc: Document, i: number, preposition: string): number {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R["nmod:poss"]) return c;
    if (doc.relation[c] !== R.nmod) continue;
    const marker = childWith(doc, c, R.case);
    if (marker >= 0 && normOf(doc, marker) === preposition) return c;
  }
  return -1;
}

/** "a girl with a gunshot wound", "was taken to hospital with injuries": who has it. */
function bearerOf(doc: Document, i: number): number {
  const marker = childWith(doc, i, R.case);
  if (marker < 0 || normOf(doc, marker) !== "with") return -1;
  const governor = doc.head[i];
  if (governor < 0) return -1;
  if (doc.relation[i] === R.nmod) return governor;
  const object = childWith(doc, governor, R.obj, R["nsubj:pass"]);
  return object >= 0 ? object : childWith(doc, governor, R.nsubj);
}

/** "the man who died": from the relative pronoun to its noun. */
function resolveRelative(doc: Document, i: number): number {
  const tag = doc.xpos[i];
  if (tag !== P.WP && tag !== P.WDT) return i;
  for (let at = i; at >= 0; at = doc.head[at]) if (doc.relation[at] === R["acl:relcl"]) return doc.head[at];
  return i;
}

/** "shot himself", "shoots self": from the reflexive to the subject. */
function resolveReflexive(doc: Document, verb: number, i: number): number {
  if (!REFLEXIVE.test(normOf(doc, i))) return i;
  const subject = subjectOf(doc, verb);
  return subject >= 0 ? resolveRelative(doc, subject) : i;
}

/** "... and five of his men were injured", "and another injured": a subject between the conjunction and the verb, whatever the tree says. */
function localSubject(doc: Document, i: number): number {
  const start = Math.max(doc.sentenceStart[doc.sentence[i]], i - LOCAL_REACH);
  let first = -1;
  for (let k = i - 1; k >= start; k--) {
    const tag = doc.upos[k];
    if (tag === U.CCONJ) return first >= 0 ? topWithin(doc, first, k, i) : -1;
    if (tag === U.PUNCT || tag === U.VERB) return -1;
    if (tag === U.NOUN || tag === U.PROPN || tag === U.NUM || (tag === U.DET && partWord(normOf(doc, k)) === "more")) first = k;
  }
  return -1;
}

/** The head of the phrase that token `k` stands in, as far as it lies between two tokens. */
function topWithin(doc: Document, k: number, after: number, before: number): number {
  let at = k;
  while (doc.head[at] > after && doc.head[at] < before) at = doc.head[at];
  return at;
}
