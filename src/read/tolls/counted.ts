import type { Document } from "../../language/document.js";
import { childWith, lemmaOf, normOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { isTold, openingSubject } from "../events/surface.js";
import { LOCAL_REACH, withConjuncts } from "./conjuncts.js";
import { isFinite, isPassive } from "./finite.js";
import { bearerOfLimb, besideSelf, foundWith, isDayOf, limbOwner, personOf } from "./one-of.js";
import { ordinalOf } from "./ordinals.js";
import { partWord } from "./parts.js";
import { type Counted, type TollWord, tollWordAt } from "./words.js";

/** "himself", "themselves". */
export const REFLEXIVE = /sel(f|ves)$/;

/** Relations by which a predicate leans on another for its subject. */
const SHARING = new Ids([R.conj, R.xcomp, R.advcl, R.ccomp]);

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
    if (head >= 0) return harmed(doc, i, where, ofItsClause(doc, i, ofClause(doc, resolveRelative(doc, bearerOfLimb(doc, head)))));
  }
  return [];
}

/** The phrase with those coordinated with it; "shooting himself and his daughter" harms both the subject and those beside. */
function harmed(doc: Document, i: number, where: Counted, head: number): readonly number[] {
  const self = resolveReflexive(doc, i, head);
  if (self === head) return [...(where === "with" ? foundWith(doc, head) : []), ...withConjuncts(doc, i, where, head)];
  const beside = besideSelf(doc, head);
  return [self, ...withConjuncts(doc, i, where, head), ...(beside < 0 ? [] : [beside])].filter(
    (h, n) => n === 0 || (h !== head && h !== self),
  );
}

/** "Teen shot in Roeville has died", "two victims injured in the shooting were taken away": the person, where the tree has a clause. */
function ofClause(doc: Document, head: number): number {
  // "a man shot and killed his wife before turning the gun on himself", "shot" taken for a noun
  if (doc.upos[head] === U.NOUN && head > 0 && doc.head[head - 1] === head && tollWordAt(doc, head)?.counted.includes("before"))
    return head - 1;
  if (doc.upos[head] !== U.VERB && doc.upos[head] !== U.ADJ) return head;
  const subject = childWith(doc, head, R["nsubj:pass"], R.nsubj);
  return subject >= 0 && subject < head ? subject : head;
}

/** "Three sustained injuries; the fourth victim sustained a wound and was pronounced dead": the subject behind the last semicolon. */
function ofItsClause(doc: Document, i: number, head: number): number {
  const stop = head < i ? lastStop(doc, head, i) : -1;
  if (stop < 0 || normOf(doc, stop) !== ";") return head;
  for (let k = stop + 1; k < i; k++) {
    const tag = doc.upos[k];
    if (tag === U.VERB || tag === U.AUX) return head;
    if (tag === U.PRON && doc.xpos[k] === P.PRP) return k;
    if ((tag === U.NOUN || tag === U.PROPN) && doc.upos[k + 1] !== U.NOUN) return k;
  }
  return head;
}

/** "... was killed and another injured": a further person right before a participle is its own. */
function furtherBefore(doc: Document, i: number, word: TollWord): number {
  if (!word.counted.includes("pass") && !word.counted.includes("noun")) return -1;
  const k = i > 0 && doc.upos[i - 1] === U.ADV ? i - 2 : i - 1;
  if (k < 1 || doc.sentence[k] !== doc.sentence[i]) return -1;
  // "three men shot, a fourth wounded"
  if (k > 1 && doc.upos[k] === U.ADJ && doc.upos[k - 1] === U.DET && ordinalOf(doc, k) > 1)
    return doc.upos[k - 2] === U.CCONJ || doc.upos[k - 2] === U.PUNCT ? k : -1;
  if (partWord(doc.norm[k]) !== "more") return -1;
  const tag = doc.upos[k];
  return doc.upos[k - 1] === U.CCONJ && (tag === U.DET || tag === U.PRON) ? k : -1;
}

/** The object that is counted, not the one that makes the word a toll word: "took hostage three men". */
function objectOf(doc: Document, i: number, word: TollWord): number {
  // "six were arrested, among them a pupil": who was is no object
  const passive = childWith(doc, i, R["aux:pass"]) >= 0 && childWith(doc, i, R["nsubj:pass"]) >= 0;
  for (let c = doc.firstChild[i]; c >= 0 && !passive; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.obj || isApartFrom(doc, i, c) || isDayOf(doc, i, c)) continue;
    if (!word.needs.includes(lemmaOf(doc, c)) || limbOwner(doc, c) >= 0) return c;
  }
  return word.needs.length > 0 ? -1 : relativeGap(doc, i);
}

/** "Four People Shot in Miami Gardens", "4 people shot in Roeville; suspect sought": what a preposition or a stop sets apart is no object. */
function isApartFrom(doc: Document, i: number, c: number): boolean {
  // "killed at least 20 people": the preposition is of their number
  return c > i + 1 && ((doc.xpos[i + 1] === P.IN && doc.left[c] > i + 1) || lastStop(doc, i, c) >= 0);
}

/** The last semicolon or colon between two tokens, or -1. */
function lastStop(doc: Document, from: number, to: number): number {
  for (let k = to - 1; k > from; k--) if (doc.upos[k] === U.PUNCT && STOP.test(normOf(doc, k))) return k;
  return -1;
}

const STOP = /^[;:]$/;

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
  if ((r !== R.xcomp && r !== R.advcl) || doc.head[i] < 0) return -1;
  const h = doc.head[i];
  // "left four soldiers including the gunman dead"
  const verb = partWord(doc.norm[h]) === "part" && doc.head[h] >= 0 ? doc.head[h] : h;
  return childWith(doc, verb, R.obj, R["nsubj:pass"]);
}

function passive(doc: Document, i: number): number {
  const own = undergoer(doc, i);
  if (own >= 0) return own;
  if (doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBD) return -1;
  const r = doc.relation[i];
  if (r === R.acl || r === R.amod) return doc.head[i];
  const shared = sharedObject(doc, i);
  if (shared >= 0) return shared;
  // headlines: "Two killed in crash"
  const subject = childWith(doc, i, R.nsubj);
  // "The coroner identified the victims"
  const object = childWith(doc, i, R.obj);
  if (subject >= 0 && object > i && !isApartFrom(doc, i, object) && !isPassive(doc, i)) return -1;
  // "the teen who killed a girl" did, and was not
  if (subject >= 0) return doc.xpos[subject] === P.WP && !isPassive(doc, i) ? -1 : subject;
  const local = localSubject(doc, i);
  if (local >= 0) return local;
  return sharedSubject(doc, i);
}

/** "5 shot, 1 pistol-whipped": the subject of a passive, but for a word of harm that was taken for one. */
function undergoer(doc: Document, i: number): number {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R["nsubj:pass"] && !isWordBefore(doc, c) && !isOfClauseBefore(doc, i, c))
      return c === subjectAt(doc, i) - 1 ? c + 1 : c;
  return childWith(doc, i, R["nsubj:pass"]);
}

/** "The girl was upset after her cousin was shot": of two subjects the first, before the word that opens the clause. */
function isOfClauseBefore(doc: Document, i: number, subject: number): boolean {
  let opened = false;
  for (let c = doc.nextSibling[subject]; c >= 0 && c < i; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.mark) opened = true;
    else if (opened && doc.relation[c] === R["nsubj:pass"]) return true;
  }
  return false;
}

/** "2 shot dead": a participle that was taken for a noun. */
function isWordBefore(doc: Document, c: number): boolean {
  return doc.upos[c] === U.NOUN && tollWordAt(doc, c)?.counted.includes("before") === true;
}

/** "shot and killed a man": the object of the verb that follows is that of both, or -1. */
function sharedObject(doc: Document, i: number): number {
  if (doc.xpos[i] !== P.VBD || i + 2 >= doc.length || doc.upos[i + 1] !== U.CCONJ) return -1;
  const next = doc.upos[i + 2] === U.ADV ? i + 3 : i + 2;
  if (doc.relation[next] !== R.conj || doc.head[next] !== i || doc.xpos[next] !== P.VBD) return -1;
  return childWith(doc, next, R.nsubj, R["nsubj:pass"]) >= 0 ? -1 : childWith(doc, next, R.obj);
}

function subjectOf(doc: Document, i: number): number {
  const own = subjectAt(doc, i);
  if (own >= 0) return own;
  if (doc.relation[i] === R.acl) return doc.head[i];
  return sharedSubject(doc, i);
}

/** The subject that hangs on a predicate; of two side by side the last ("Roeville man kills child", its town taken for a subject too). */
function subjectAt(doc: Document, i: number): number {
  const own = childWith(doc, i, R.nsubj, R["nsubj:pass"], R["nsubj:outer"]);
  const next = own + 1;
  if (own < 0 || doc.head[next] !== i || doc.upos[own] !== U.PROPN || doc.upos[next] !== U.NOUN) return own;
  return doc.relation[next] === R.nsubj || doc.relation[next] === R["nsubj:pass"] ? next : own;
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
    const subject = object >= 0 || told ? object : subjectAt(doc, at);
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

const HAVE = vocabulary.id("have");

/** "a girl with a gunshot wound", "was taken to hospital with injuries", "had a gunshot wound": who has it. */
function bearerOf(doc: Document, i: number): number {
  const governor = doc.head[i];
  if (governor < 0) return -1;
  if (doc.relation[i] === R.obj) return doc.lemma[governor] === HAVE ? subjectOf(doc, governor) : -1;
  const marker = childWith(doc, i, R.case);
  if (marker < 0 || normOf(doc, marker) !== "with") return -1;
  // "a man and a 15-year-old with gunshot wounds"
  if (doc.relation[i] === R.nmod || partWord(doc.norm[governor]) === "aged") return governor;
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
  return subject >= 0 ? personOf(doc, resolveRelative(doc, subject)) : i;
}

/** "... and five of his men were injured", "and another injured": a subject between the conjunction and the verb, whatever the tree says. */
function localSubject(doc: Document, i: number): number {
  const start = Math.max(doc.sentenceStart[doc.sentence[i]], i - LOCAL_REACH);
  let first = -1;
  for (let k = i - 1; k >= start; k--) {
    const tag = doc.upos[k];
    if (tag === U.CCONJ) return first >= 0 ? topWithin(doc, first, k, i) : -1;
    if (tag === U.PUNCT || tag === U.VERB) return -1;
    if (tag === U.NOUN || tag === U.PROPN || tag === U.NUM || (tag === U.DET && partWord(doc.norm[k]) === "more")) first = k;
  }
  return -1;
}

/** The head of the phrase that token `k` stands in, as far as it lies between two tokens. */
function topWithin(doc: Document, k: number, after: number, before: number): number {
  let at = k;
  while (doc.head[at] > after && doc.head[at] < before) at = doc.head[at];
  return at;
}
