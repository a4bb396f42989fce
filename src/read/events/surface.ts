import { childWith, type Document, dominates } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C, wordBits } from "./classes.js";
import { nounAfter, nounAfterBy } from "./nearby.js";
import { isFurtherCount } from "./phrase.js";
import { caseOf, NOMINAL_PREPOSITIONAL } from "./voice.js";
import { wordsOf } from "./words.js";

const COMMA = ",";
const RELATIVE = wordsOf("relative");
const OPENS_INSERTION = wordsOf("opens-insertion");
const BE = vocabulary.id("be");
const BETWEEN = vocabulary.id("between");
const WITH = vocabulary.id("with");

const isComma = (doc: Document, i: number): boolean => doc.text[doc.start[i]] === COMMA && doc.end[i] - doc.start[i] === 1;
const isHyphen = (doc: Document, i: number): boolean => doc.text[doc.start[i]] === "-";

/**
 * The noun that a main clause opens with, where the tree gives its verb no subject: "Around 200 men from the hills blew up a
 * bridge", "A commander, identified as X (24), surrendered". -1 where another finite verb stands between. Not for clauses inside others.
 */
export function openingSubject(doc: Document, t: number): number {
  const from = openingPhrase(doc, t);
  if (from < 0) return -1;
  const subject = nounAfter(doc, from);
  if (subject < 0 || subject >= t || (wordBits(doc.lemma[subject]) & C.time) !== 0) return -1;
  for (let i = subject + 1; i < t; i++) {
    const next = afterInsertion(doc, i, t);
    if (next > i) i = next;
    if (i >= t) break;
    if (isFinite(doc, i) && !isAuxiliaryOf(doc, i, t)) return -1;
  }
  return subject;
}

/** "People taken from a bus have been freed, the governor said": a clause before the words that say who says it. */
export function isTold(doc: Document, t: number): boolean {
  const h = doc.head[t];
  if (h < t || (doc.relation[t] !== R.advcl && doc.relation[t] !== R.ccomp)) return false;
  const speaker = childWith(doc, h, R.nsubj);
  return speaker > t && speaker < h && childWith(doc, t, R.mark) < 0;
}

/** "Killed were Wei Li, 45, and her son": the noun behind an inverted passive that opens its sentence; -1 where there is none. */
export function invertedPatient(doc: Document, t: number): number {
  if (doc.xpos[t] !== P.VBN && doc.xpos[t] !== P.VBD) return -1;
  const opens = doc.sentenceStart[doc.sentence[t]];
  if (t !== opens && !(t === opens + 1 && doc.upos[opens] === U.ADV)) return -1;
  return t + 2 < doc.length && doc.lemma[t + 1] === BE && doc.sentence[t + 2] === doc.sentence[t] ? nounAfter(doc, t + 2) : -1;
}

const ONE_MORE = wordsOf("one-more");
const OPENS_PHRASE: ReadonlySet<number> = new Ids([U.DET, U.PUNCT, U.CCONJ]);

/** "... and dozens more were injured", "two men jailed, third acquitted": the count right before the verb, where the tree hangs it elsewhere; null where none is. */
export function countBefore(doc: Document, t: number): number | null {
  if (t > 1 && ONE_MORE.has(doc.norm[t - 1]) && OPENS_PHRASE.has(doc.upos[t - 2])) return t - 1;
  let at = t - 1;
  while (at > 0 && (doc.upos[at] === U.AUX || doc.upos[at] === U.ADV) && doc.sentence[at] === doc.sentence[t]) at--;
  return at > 0 && at < t - 1 && isFurtherCount(doc, at - 1) ? at - 1 : null;
}

/** Where the first noun phrase of the sentence starts, past openers such as "In the north," and "Acting on a tip-off,"; -1 before `t` where none. */
function openingPhrase(doc: Document, t: number): number {
  let from = doc.sentenceStart[doc.sentence[t]];
  while (from < t) {
    while (from < t && doc.upos[from] === U.PUNCT) from++;
    const tag = doc.upos[from];
    const next = from + 1 < t ? doc.upos[from + 1] : U.PUNCT;
    // "Around 200 men": the preposition belongs to the number
    if (tag === U.ADP && next === U.NUM) return from + 1;
    if (tag === U.ADV && (next === U.NUM || next === U.NOUN || next === U.DET)) return from + 1;
    if (tag !== U.ADP && tag !== U.SCONJ && tag !== U.ADV && tag !== U.VERB && tag !== U.CCONJ && tag !== U.AUX) return from;
    const comma = nextComma(doc, from, t);
    if (comma < 0) return -1;
    from = comma + 1;
  }
  return -1;
}

function nextComma(doc: Document, from: number, until: number): number {
  for (let i = from; i < until; i++) if (isComma(doc, i)) return i;
  return -1;
}

/** The last token of what is put in after a noun ("identified as X", ", who was wanted,"); `i` where nothing is. */
function afterInsertion(doc: Document, i: number, t: number): number {
  if (isBareParticiple(doc, i)) return t - 1;
  if (!isComma(doc, i) || i + 1 >= t) return i;
  const at = doc.upos[i + 1] === U.ADV && i + 2 < t ? i + 2 : i + 1;
  const first = doc.xpos[at];
  const opens =
    first === P.VBN || first === P.VBG || first === P.VBD || OPENS_INSERTION.has(doc.norm[i + 1]) || RELATIVE.has(doc.norm[i + 1]);
  if (!opens) return i;
  for (let k = t - 1; k > i; k--) if (isComma(doc, k)) return k;
  return i;
}

/** "A leader carrying a reward", "fighters wanted in the north": a participle right behind a noun. */
function isBareParticiple(doc: Document, i: number): boolean {
  if (i === 0 || (doc.upos[i - 1] !== U.NOUN && doc.upos[i - 1] !== U.PROPN)) return false;
  const r = doc.relation[i];
  return (doc.xpos[i] === P.VBN || doc.xpos[i] === P.VBG) && (r === R.acl || r === R.advcl || r === R.root);
}

function isFinite(doc: Document, i: number): boolean {
  const x = doc.xpos[i];
  return (doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) && (x === P.VBD || x === P.VBZ || x === P.VBP || x === P.MD);
}

function isAuxiliaryOf(doc: Document, i: number, t: number): boolean {
  for (let k = i; k < t; k++) if (doc.upos[k] !== U.AUX && doc.upos[k] !== U.ADV && doc.upos[k] !== U.PART) return false;
  return true;
}

/** Whether a noun that the tree makes a subject is a modifier of the opening noun, or stands inside what is put in after it. */
export function isMisread(doc: Document, subject: number, t: number): boolean {
  const from = openingPhrase(doc, t);
  if (from < 0) return false;
  const opening = nounAfter(doc, from);
  if (opening < 0 || opening === subject) return false;
  // "Abdi Farah alias Gedo": one name, whichever of its words the tree took
  if (opening > subject) return subject >= from && opening < t && !dominates(doc, subject, opening);
  for (let i = opening + 1; i < subject; i++) {
    const last = afterInsertion(doc, i, t);
    if (last > i) return subject <= last;
  }
  return false;
}

/** "a blast carried out by rebels", "an ambush laid by the group": the doer behind a participle that follows the noun; -1 where none. */
export function doerBehind(doc: Document, t: number): number {
  for (let i = t + 1; i < doc.length && i <= t + 5 && doc.sentence[i] === doc.sentence[t]; i++) {
    if (doc.xpos[i] === P.VBN || (doc.xpos[i] === P.VBD && DONE.has(doc.lemma[i]))) {
      if (DONE.has(doc.lemma[i])) return nounAfterBy(doc, i);
      if (doc.lemma[i] !== SUSPECT) return -1;
    } else if (!BETWEEN_DOERS.has(doc.upos[i])) return -1;
  }
  return -1;
}

const DONE = wordsOf("done-by");
const SUSPECT = vocabulary.id("suspect");
const BETWEEN_DOERS = new Ids([U.PUNCT, U.ADV, U.PART, U.AUX, U.ADJ]);

/** "walked out over the killing of a farmer by the police": the doer behind whom an act was done to, hung on the verb above; -1 where none. */
export function doerAfterOf(doc: Document, t: number): number {
  if (t + 1 >= doc.length || doc.norm[t + 1] !== OF) return -1;
  const whom = nounAfter(doc, t + 2);
  if (whom < 0) return -1;
  // "the killing of Ana Ruiz, 31, by an officer"
  const isAged =
    whom + 3 < doc.length && doc.norm[whom + 1] === COMMA_ID && doc.upos[whom + 2] === U.NUM && doc.norm[whom + 3] === COMMA_ID;
  const by = isAged ? whom + 4 : whom + 1;
  return by < doc.length && doc.norm[by] === BY && doc.sentence[by] === doc.sentence[t] ? nounAfter(doc, by + 1) : -1;
}

const OF = vocabulary.id("of");
const COMMA_ID = vocabulary.id(",");
const BY = vocabulary.id("by");

/** "a rebel-triggered blast", "police-led raid": the doer before the hyphen of a participle among the words before the noun; -1 where none. */
export function doerBeforeHyphen(doc: Document, t: number): number {
  for (let i = t - 1; i > 1 && i >= t - 5 && doc.sentence[i] === doc.sentence[t]; i--) {
    const tag = doc.upos[i];
    if (isHyphen(doc, i - 1) && DONE.has(doc.lemma[i])) return i - 2;
    if (tag !== U.NOUN && tag !== U.ADJ && tag !== U.VERB && tag !== U.PROPN && !isHyphen(doc, i)) return -1;
  }
  return -1;
}

/** Both sides after "between", as far as six words behind the noun: "An encounter took place between police and rebels". */
export function sidesBetween(doc: Document, t: number): readonly number[] {
  for (let i = t + 1; i < doc.length && i <= t + 6 && doc.sentence[i] === doc.sentence[t]; i++) {
    if (doc.norm[i] !== BETWEEN) continue;
    const one = nounAfter(doc, i + 1);
    if (one < 0) return [];
    let and = one + 1;
    while (and < doc.length && and <= one + 6 && doc.upos[and] !== U.CCONJ) {
      if (doc.upos[and] === U.VERB || doc.sentence[and] !== doc.sentence[t]) return [one];
      and++;
    }
    const other = and < doc.length && doc.upos[and] === U.CCONJ ? nounAfter(doc, and + 1) : -1;
    return other < 0 ? [one] : [one, other];
  }
  return [];
}

/** The noun of the prepositional phrase right behind a noun, with its preposition: the tree may hang it on the verb above. */
export function phraseBehind(doc: Document, t: number): { readonly slot: string; readonly token: number } | null {
  const i = t + 1;
  if (i >= doc.length || doc.sentence[i] !== doc.sentence[t] || (doc.norm[i] !== WITH && !AGAINST.has(doc.norm[i]))) return null;
  const token = nounAfter(doc, i + 1);
  return token < 0 ? null : { slot: vocabulary.of(doc.norm[i]), token };
}

const AGAINST = wordsOf("party-behind");

/** "died at the hands of the police": whose hands they were; -1 where the phrase is none such. */
export function handsOf(doc: Document, c: number): number {
  if (!HANDS.has(doc.lemma[c]) || !NOMINAL_PREPOSITIONAL.has(doc.relation[c]) || caseOf(doc, c) !== AT) return -1;
  for (let n = doc.firstChild[c]; n >= 0; n = doc.nextSibling[n]) if (n > c && doc.relation[n] === R.nmod) return n;
  return -1;
}

const HANDS = wordsOf("doing-body");
const AT = vocabulary.id("at");

/** "was arrested and taken to court by the men of the station": who did the second of two passives did the first; -1 where nobody is told. */
export function sharedDoer(doc: Document, t: number): number {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.conj || c < t || doc.xpos[c] !== P.VBN || childWith(doc, c, R["nsubj:pass"], R.nsubj) >= 0) continue;
    // "was shot but was saved by his vest"
    if (childWith(doc, c, R["aux:pass"]) >= 0) continue;
    const doer = childWith(doc, c, R["obl:agent"]);
    return doer >= 0 ? doer : nounAfterBy(doc, c);
  }
  return -1;
}

/** "the kidnapping and murder of a lecturer": whose both are; -1 where the second is told with an article, or the first with an "of", of its own. */
export function sharedOf(doc: Document, t: number): number {
  const next = childWith(doc, t, R.conj);
  if (next < 0 || doc.upos[next] !== U.NOUN || childWith(doc, next, R.det, R["nmod:poss"]) >= 0) return -1;
  if (childWith(doc, t, R.nmod, R["nmod:poss"]) >= 0) return -1;
  const of = childWith(doc, next, R.nmod);
  return of > next && caseOf(doc, of) === OF ? of : -1;
}
