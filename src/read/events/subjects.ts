import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C, wordBits } from "./classes.js";
import { antecedent, BY, caseOf, isImperative, isPassive, isVerbal, markOf, SUBJECTS } from "./voice.js";
import { wordsOf } from "./words.js";

const TO = vocabulary.id("to");
/** "jailed the caretaker for setting fire": who is blamed did it, not who blames. */
const OFFENCE_AFTER = wordsOf("before-offence");

/** Whom a clause without a subject of its own is about: of its coordinate, its governor, or the noun it hangs on. */
export function sharedSubject(doc: Document, t: number): number {
  const h = doc.head[t];
  // `shouted "Arrest the killers!"`: who shouts is not who is to do it
  if (h < 0 || isImperative(doc, t)) return -1;
  switch (doc.relation[t]) {
    case R.conj:
      if (doc.xpos[t] === P.VB && SEEING.has(doc.lemma[h]) && doc.xpos[h] !== P.VB) return seenBefore(doc, h);
      // "Six rebels involved in the raid, surrendered": the tree may take the word before the comma for the first of two predicates
      return isVerbal(doc, h) || childWith(doc, h, ...SUBJECTS) >= 0 ? subjectOf(doc, h) : -1;
    case R.acl:
      if (STATES.has(doc.lemma[h])) return foundSo(doc, h);
      return isInfinitive(doc, t) && !isParty(doc, h) ? ownerOf(doc, h) : h;
    case R.amod:
      return h;
    case R["acl:relcl"]:
      return childWith(doc, t, ...SUBJECTS) < 0 || isPassive(doc, t) ? h : -1;
    case R.xcomp: {
      const object = childWith(doc, h, R.obj, R.iobj);
      return object >= 0 && isParty(doc, object) ? object : subjectOf(doc, h);
    }
    case R.advcl:
    case R.ccomp: {
      // "A bus was hit by a mine, killing two": what hit it did
      const hitter =
        doc.xpos[t] === P.VBG && t > h && HARMING.has(doc.lemma[t]) && isPassive(doc, h) ? childWith(doc, h, R["obl:agent"]) : -1;
      if (hitter >= 0 && doc.norm[t - 1] === COMMA) return hitter;
      const faced = facedDoing(doc, t);
      if (faced >= 0) return faced;
      const blamed = OFFENCE_AFTER.has(markOf(doc, t)) ? childWith(doc, h, R.obj) : -1;
      return blamed >= 0 ? blamed : subjectOf(doc, h);
    }
    case R.parataxis:
      return subjectOf(doc, h);
    default:
      return -1;
  }
}

/**
 * "Police opened fire on a mob torching a cinema", the participle hung on the verb: those whom police faced did it; -1 where police may
 * have ("attacked the marchers swinging batons"), or a comma parts the two.
 */
function facedDoing(doc: Document, t: number): number {
  const noun = t - 1;
  if (doc.xpos[t] !== P.VBG || doc.head[t] >= noun || doc.upos[noun] !== U.NOUN || markOf(doc, t) >= 0 || WAYS_OF_POLICE.has(doc.lemma[t]))
    return -1;
  const bits = wordBits(doc.lemma[noun]);
  if (!(bits & (C.person | C.crowd | C.militant)) || bits & (C.police | C.security)) return -1;
  const subject = subjectOf(doc, doc.head[t]);
  return subject >= 0 && wordBits(doc.lemma[subject]) & (C.police | C.security) ? noun : -1;
}

const WAYS_OF_POLICE = wordsOf("way-of-police");

/** "The jury found him guilty of murdering a motorist", "was found guilty of it": whom a verb finds in a state. */
function foundSo(doc: Document, state: number): number {
  const verb = doc.head[state];
  if (verb < 0 || !isVerbal(doc, verb)) return -1;
  const object = childWith(doc, verb, R.obj);
  return object >= 0 && object !== state ? object : subjectOf(doc, verb);
}

const HARMING = wordsOf("harming");
const COMMA = vocabulary.id(",");
const STATES = wordsOf("state-after-verb");

/** "Reporters saw an officer kick and then shoot two youths", the first verb read as a noun: whoever was seen did it. */
function seenBefore(doc: Document, verb: number): number {
  const object = childWith(doc, verb, R.obj);
  const who = object >= 0 && !isParty(doc, object) ? childWith(doc, object, R.compound) : -1;
  return who >= 0 ? who : object;
}

const SEEING = wordsOf("seeing");

function isInfinitive(doc: Document, t: number): boolean {
  return doc.xpos[t] === P.VB && markOf(doc, t) === TO;
}

const PARTY = C.person | C.police | C.security | C.court | C.government | C.militant;

function isParty(doc: Document, t: number): boolean {
  const tag = doc.upos[t];
  return tag === U.PROPN || tag === U.PRON || (wordBits(doc.lemma[t]) & PARTY) !== 0;
}

/** "the group's bid to attack", "police had orders to shoot": whose an act in prospect is. */
function ownerOf(doc: Document, noun: number): number {
  const possessor = childWith(doc, noun, R["nmod:poss"]);
  if (possessor >= 0) return possessor;
  const h = doc.head[noun];
  return h >= 0 && isVerbal(doc, h) && doc.relation[noun] === R.obj ? subjectOf(doc, h) : -1;
}

/** The subject of a predicate, its own or shared; -1 where there is none. */
export function subjectOf(doc: Document, t: number): number {
  const own = childWith(doc, t, ...SUBJECTS);
  if (own >= 0) return antecedent(doc, own);
  return doc.relation[t] === R.parataxis ? -1 : sharedSubject(doc, t);
}

/** "Police scattered a crowd by shooting", the means read as a noun: whoever did it by that did that. Not "was hurt by shooting"; -1 where nobody did. */
export function doerByMeans(doc: Document, t: number): number {
  const h = doc.head[t];
  const isMeans = h >= 0 && doc.relation[t] === R.obl && caseOf(doc, t) === BY && normOf(doc, t).endsWith("ing");
  return isMeans && isVerbal(doc, h) && !isPassive(doc, h) ? subjectOf(doc, h) : -1;
}

/** "The girl was upset after her cousin was shot": the word that opens the clause of a verb behind a first subject with a verb of its own, or -1. */
export function openedBetween(doc: Document, t: number, first: number): number {
  let told = false;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    told ||= doc.relation[c] === R.cop && first < c;
    if (doc.relation[c] === R.mark && told) return c;
  }
  return -1;
}
