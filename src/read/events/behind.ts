import { childWith, type Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const THE = wordsOf("definite");
const FOR = wordsOf("before-offence");
const LOCATIVE = wordsOf("locative");
const INVOLVED = wordsOf("involved");
const IN = vocabulary.id("in");

/**
 * The noun of an act that a verb of another act leads up to, before what stands behind both: "jailed two men for the killing of four
 * traders at a market in Kilifi in March last year" tells where and when the killing was, wherever the tree hangs it. -1 where none is.
 */
export function nounBefore(doc: Document, acts: ReadonlySet<number>, at: number, anyVerb = false): number {
  let noun = -1;
  for (let i = at - 1; i >= doc.sentenceStart[doc.sentence[at]]; i--) {
    if (isVerbal(doc, i)) {
      if (noun >= 0 && !acts.has(i) && isManner(doc, i)) continue;
      return noun >= 0 && (anyVerb || acts.has(i)) ? noun : -1;
    }
    if (noun >= 0) {
      if (doc.upos[i] === U.PUNCT) return -1;
      continue;
    }
    if (isStop(doc, i)) return -1;
    if (acts.has(i) && !isVerbal(doc, i)) {
      if (!isLedTo(doc, i)) return -1;
      noun = i;
    }
  }
  return -1;
}

/** "sentenced to death by hanging for the bombing": how it is done is no verb that leads up to the noun. */
function isManner(doc: Document, i: number): boolean {
  return i > 0 && (doc.upos[i - 1] === U.ADP || doc.upos[i - 1] === U.SCONJ) && doc.head[i] >= 0 && doc.head[i] < i;
}

/**
 * The participle of an act that a time stands behind, before the verb of both: "girls abducted from a school two weeks ago were released"
 * tells when they were abducted, though a tree may hang the weeks on the release. -1 where none is.
 */
export function participleBefore(doc: Document, acts: ReadonlySet<number>, at: number): number {
  let governor = at;
  while (governor >= 0 && !isVerbal(doc, governor)) governor = doc.head[governor];
  if (governor <= at) return -1;
  for (let i = at - 1; i >= doc.sentenceStart[doc.sentence[at]]; i--) {
    if (isStop(doc, i)) return -1;
    if (isVerbal(doc, i)) return acts.has(i) && doc.relation[i] === R.acl ? i : -1;
  }
  return -1;
}

/** "killed 30 soldiers in an attack on a base in the same province in February": the noun of an act brought up as new before it, or -1. */
export function newNounBefore(doc: Document, acts: ReadonlySet<number>, at: number): number {
  for (let i = at - 1; i >= doc.sentenceStart[doc.sentence[at]]; i--) {
    if (isStop(doc, i) || isVerbal(doc, i)) return -1;
    if (!acts.has(i)) continue;
    const article = childWith(doc, i, R.det);
    return article >= 0 && INDEFINITE.has(doc.norm[article]) ? i : -1;
  }
  return -1;
}

const INDEFINITE = wordsOf("indefinite");

function isStop(doc: Document, i: number): boolean {
  return (doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] !== "-") || doc.upos[i] === U.CCONJ || doc.upos[i] === U.SCONJ;
}

function isNounAt(doc: Document, i: number): boolean {
  return doc.upos[i] === U.NOUN;
}

/** "for the killing of four traders", "for his role in the killing of 46", "for a shooting at a bar": a noun behind a word that gives the reason, with what it was done to, or where. */
function isLedTo(doc: Document, noun: number): boolean {
  if (noun + 1 >= doc.length || !LOCATIVE.has(doc.norm[noun + 1])) return false;
  for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
    if (FOR.has(doc.norm[i]) || (INVOLVED.has(doc.lemma[i]) && isNounAt(doc, i))) return true;
    if (doc.norm[i] === IN) continue;
    // "for the 2021 bombing of a market"
    if (doc.upos[i] !== U.ADJ && doc.upos[i] !== U.NOUN && doc.upos[i] !== U.NUM && doc.upos[i] !== U.DET && !THE.has(doc.norm[i]))
      return false;
  }
  return false;
}
