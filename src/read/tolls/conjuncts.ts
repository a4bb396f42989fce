import { childWith, type Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { partWord } from "./parts.js";
import { type Counted, tollWordAt } from "./words.js";

/** How far from a word, in tokens, phrases are looked for that the tree has hung elsewhere. */
export const LOCAL_REACH = 12;

/** The noun phrases coordinated with the one counted, also where the tree hangs them on the verb or the verb on the first of them. */
export function withConjuncts(doc: Document, i: number, where: Counted, head: number): readonly number[] {
  const all = [head];
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.conj && doc.upos[c] !== U.VERB && doc.upos[c] !== U.ADJ && !isOthers(doc, c)) all.push(c);
  }
  if (head < i && (where === "pass" || where === "subj")) for (const c of listedBefore(doc, head, i)) if (!all.includes(c)) all.push(c);
  for (const h of [...all]) for (const c of listedWith(doc, h)) if (!all.includes(c)) all.push(c);
  if (where === "pass" || where === "obj") for (const c of alongWith(doc, i, head)) if (!all.includes(c)) all.push(c);
  if (where === "pass" || where === "subj") for (const c of subjectsBefore(doc, i, head)) if (!all.includes(c)) all.push(c);
  if (where === "obj") {
    for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
      const nominal = doc.upos[c] === U.NOUN || doc.upos[c] === U.PROPN || doc.upos[c] === U.NUM;
      if (c > head && doc.relation[c] === R.conj && nominal && childWith(doc, c, R.nsubj, R["nsubj:pass"], R.cop) < 0 && !isOfNext(doc, c))
        all.push(c);
    }
  }
  const above = doc.head[i];
  if ((where === "pass" || where === "subj") && doc.relation[i] === R.conj && above < head && above >= 0) {
    const left = doc.left[head] - 1;
    const nominal = doc.upos[above] === U.NOUN || doc.upos[above] === U.PROPN;
    if (nominal && left > above && doc.upos[left] === U.CCONJ) all.push(above);
  }
  return all;
}

/** "A leader along with three others was arrested": who shared what befell the subject. */
function alongWith(doc: Document, i: number, head: number): readonly number[] {
  const all: number[] = [];
  for (const top of [head, i]) {
    for (let c = doc.firstChild[top]; c >= 0; c = doc.nextSibling[c]) {
      if ((doc.relation[c] !== R.nmod && doc.relation[c] !== R.obl) || (head < i && c > i)) continue;
      const marker = childWith(doc, c, R.case);
      if (marker >= 0 && partWord(doc.norm[marker]) === "along") all.push(c);
    }
  }
  return all;
}

/**
 * People of one list with a phrase, whom the tree hangs inside it: "Jane Roe, Ann Poe and John Doe" as one name explained by another,
 * "a 7-year-old and her father" as a father of seven.
 */
function listedWith(doc: Document, head: number): readonly number[] {
  const aged = agedBefore(doc, head);
  const all: number[] = aged >= 0 ? [aged] : [];
  let [names, joined] = [0, false];
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c < head || doc.upos[c] !== U.PROPN || doc.upos[head] !== U.PROPN) continue;
    if (doc.relation[c] === R.appos) names++;
    if (doc.relation[c] === R.conj) joined = true;
  }
  if (!joined || names === 0) return all;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c])
    if (c > head && doc.relation[c] === R.appos && doc.upos[c] === U.PROPN) all.push(c);
  return all;
}

/** "a 7-year-old and her 33-year-old father": the adjective that stands for a person before the conjunction and the phrase. */
function agedBefore(doc: Document, head: number): number {
  const start = Math.max(doc.sentenceStart[doc.sentence[head]] + 1, head - LOCAL_REACH);
  for (let k = head - 1; k >= start; k--) {
    const tag = doc.upos[k];
    if (tag === U.CCONJ) return doc.upos[k - 1] === U.ADJ && partWord(doc.norm[k - 1]) === "aged" ? k - 1 : -1;
    if (tag === U.VERB || tag === U.AUX || tag === U.ADP || tag === U.SCONJ) return -1;
  }
  return -1;
}

/** "2 girls, 2 men shot": numbered phrases side by side, each a subject of its own. */
function subjectsBefore(doc: Document, i: number, head: number): readonly number[] {
  const all: number[] = [];
  for (let c = doc.firstChild[i]; c >= 0 && c < i; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (c !== head && (r === R.nsubj || r === R["nsubj:pass"]) && childWith(doc, c, R.nummod) >= 0) all.push(c);
  }
  return all;
}

/** "killed 20 people and injured hundreds": the second phrase has a word of its own before it. */
function isOthers(doc: Document, c: number): boolean {
  for (let m = doc.firstChild[c]; m >= 0 && m < c; m = doc.nextSibling[m]) {
    if (doc.relation[m] === R.amod && doc.upos[m - 1] === U.CCONJ && PARTICIPLES.has(doc.xpos[m])) return true;
  }
  return false;
}

/** "kills 17, dozens missing": the word behind tells what befell them. */
function isOfNext(doc: Document, c: number): boolean {
  const next = c + 1;
  return next < doc.length && doc.sentence[next] === doc.sentence[c] && doc.upos[next] !== U.NOUN && tollWordAt(doc, next) !== null;
}

const PARTICIPLES = new Ids([P.VBN, P.VBD, P.JJ]);

/** "Two officers and a driver were killed": a phrase between the conjunction and the verb, where the tree hangs it elsewhere. */
function listedBefore(doc: Document, head: number, i: number): readonly number[] {
  const all: number[] = [];
  for (let k = head + 1; k < i && k <= head + LOCAL_REACH; k++) {
    if (doc.upos[k] === U.VERB || doc.upos[k] === U.SCONJ) return all;
    if (doc.upos[k] !== U.CCONJ) continue;
    const last = phraseAfter(doc, k + 1, i);
    if (last > 0 && (doc.upos[last + 1] === U.AUX || last + 1 === i)) all.push(last);
  }
  return all;
}

/** Last noun of the phrase that begins with a number or an article at `k`, or -1. */
function phraseAfter(doc: Document, k: number, before: number): number {
  if (k >= before || (doc.upos[k] !== U.NUM && (doc.upos[k] !== U.DET || doc.xpos[k] !== P.DT))) return -1;
  let last = -1;
  for (let t = k + 1; t < before; t++) {
    const tag = doc.upos[t];
    if (tag === U.NOUN || tag === U.PROPN || partWord(doc.norm[t]) === "aged") last = t;
    else if (tag !== U.ADJ && tag !== U.NUM && tag !== U.PUNCT) break;
  }
  return last;
}
