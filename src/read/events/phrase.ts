import type { Span } from "../../base/span.js";
import { type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import { nounAfter } from "./nearby.js";
import { wordsOf } from "./words.js";

const OF = vocabulary.id("of");
const UP = vocabulary.id("up");
const TO = vocabulary.id("to");
const MEASURES = new Set(loadTable("measure-nouns").rows.map((r) => vocabulary.id(r.id)));
const LEFT_OUT = new Ids([
  R.case,
  R.cc,
  R.punct,
  R.mark,
  R["cc:preconj"],
  R.cop,
  R.nsubj,
  R.aux,
  R.advmod,
  R["nsubj:outer"],
  R.discourse,
  R.expl,
  R.parataxis,
]);
const KEPT_RIGHT = new Ids([R.flat, R.compound, R.fixed, R.nummod, R.goeswith, R.list]);

/** First and last token (inclusive) of a noun phrase without its relative clauses, appositions and trailing prepositions; "of" phrases stay. */
export function phraseTokens(doc: Document, head: number): readonly [first: number, last: number] {
  let first = head;
  let last = head;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (c < head) {
      // "among the dead were two children": what stands before the verb is no part of the phrase
      if (r === R.cop) first = head;
      // "about 50 people": the adverb belongs to the number
      if (LEFT_OUT.has(r) || r === R.advcl || r === R.obl || r === R.conj) {
        if (doc.left[c] < first && r !== R.advmod) first = head;
        continue;
      }
      if (doc.left[c] < first) first = doc.left[c];
    } else if (KEPT_RIGHT.has(r) && c === last + 1) last = doc.right[c];
    else if (r === R.nmod && startsWithOf(doc, c) && doc.left[c] === last + 1) last = phraseTokens(doc, c)[1];
  }
  if (isFurtherCount(doc, last)) last++;
  while (first < head && (doc.upos[first] === U.PUNCT || doc.upos[first] === U.ADP) && !isQuantifier(doc, first)) first++;
  return [first, last];
}

/** "dozens more were injured": the count goes on with the word behind it. */
export function isFurtherCount(doc: Document, t: number): boolean {
  if (t + 1 >= doc.length || !FURTHER.has(doc.norm[t + 1]) || doc.sentence[t] !== doc.sentence[t + 1]) return false;
  const after = t + 2 < doc.length ? doc.upos[t + 2] : U.PUNCT;
  return (doc.upos[t] === U.NUM || MEASURES.has(doc.lemma[t])) && after !== U.NOUN && after !== U.ADJ && doc.norm[t + 2] !== THAN;
}

/** "fined 500 pounds each". */
const APIECE = wordsOf("apiece");
const FURTHER = wordsOf("further");
const THAN = vocabulary.id("than");

function isQuantifier(doc: Document, t: number): boolean {
  const word = vocabulary.of(doc.norm[t]);
  return word === "at" || word === "about" || word === "around" || word === "over" || word === "up";
}

function startsWithOf(doc: Document, c: number): boolean {
  return doc.norm[doc.left[c]] === OF;
}

export function phraseSpan(doc: Document, head: number): Span {
  const [first, last] = phraseTokens(doc, head);
  return spanOf(doc, first, last);
}

/** The head and its coordinated nouns: "a gun shop and a military base" is two. */
export function coordinated(doc: Document, head: number): readonly number[] {
  const all = [head];
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (
      doc.relation[c] === R.conj &&
      (doc.upos[c] === U.NOUN || doc.upos[c] === U.PROPN || doc.upos[c] === U.PRON || doc.upos[c] === U.NUM)
    )
      all.push(...coordinated(doc, c));
  }
  // "a total of 14 rifles, 31 magazines and 923 rounds": what is measured has its own coordinates
  const measured = meant(doc, head);
  return measured === head ? all : [...all, ...coordinated(doc, measured).slice(1)];
}

/** Span of a clause or phrase as an offence, measure or penalty: all of it, without its mark, preposition and outer punctuation. */
export function wholeSpan(doc: Document, head: number): Span {
  let first = doc.left[head];
  let last = doc.right[head];
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if ((r === R.mark || r === R.case || r === R.cc) && c === first) first = c + 1;
    if (c > head && (r === R.conj || r === R.parataxis || r === R["acl:relcl"])) {
      last = Math.min(last, doc.left[c] - 1);
      break;
    }
  }
  // "convicted of murdering teacher Ana Roe", read as a teacher who murders
  const object = doc.head[head];
  if (doc.xpos[head] === P.VBG && doc.relation[head] === R.amod && object === head + 1) last = Math.max(last, nameEnd(doc, object));
  while (last > head && (doc.upos[last] === U.PUNCT || doc.upos[last] === U.CCONJ)) last--;
  while (first < head && isOpener(doc, first) && !isUpTo(doc, first)) first++;
  if (isRange(doc, last)) last += 3;
  if (last + 1 < doc.length && APIECE.has(doc.norm[last + 1]) && doc.sentence[last + 1] === doc.sentence[head]) last++;
  return spanOf(doc, Math.min(first, head), last);
}

/** The last token of the names and phrases behind a noun that its tree holds, up to a stop. */
function nameEnd(doc: Document, noun: number): number {
  let last = noun;
  while (last < doc.right[noun] && doc.upos[last + 1] !== U.PUNCT && doc.upos[last + 1] !== U.CCONJ) last++;
  return last;
}

/** "between one and ten years", "five or six months": a number goes on to another and what both count, which the tree may hang elsewhere. */
function isRange(doc: Document, t: number): boolean {
  if (t + 3 >= doc.length || doc.sentence[t + 3] !== doc.sentence[t]) return false;
  return doc.upos[t] === U.NUM && doc.upos[t + 1] === U.CCONJ && doc.upos[t + 2] === U.NUM && doc.upos[t + 3] === U.NOUN;
}

/** "up to two years": of the number, no preposition. */
function isUpTo(doc: Document, t: number): boolean {
  return doc.norm[t] === UP && doc.norm[t + 1] === TO;
}

function isOpener(doc: Document, t: number): boolean {
  const tag = doc.upos[t];
  return tag === U.CCONJ || tag === U.ADP || (tag === U.PUNCT && doc.text[doc.start[t]] === ",");
}

/** The noun meant by a measure: "people" in "dozens of people", "a total of 31 suspects"; the token itself where it measures nothing. */
export function meant(doc: Document, t: number): number {
  if (doc.upos[t] !== U.NUM && !MEASURES.has(doc.lemma[t])) return t;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) if (c > t && doc.relation[c] === R.nmod && startsWithOf(doc, c)) return c;
  // "shot down four of the seven missiles": the tree may hang them on the verb
  if (doc.upos[t] !== U.NUM || t + 2 >= doc.length || doc.norm[t + 1] !== OF) return t;
  const noun = nounAfter(doc, t + 2);
  return noun >= 0 && doc.upos[noun] === U.NOUN ? noun : t;
}

export function isHyphen(doc: Document, t: number): boolean {
  return doc.upos[t] === U.PUNCT && doc.text[doc.start[t]] === "-";
}

/** Heads of the "of" phrases of a noun. */
export function ofPhrases(doc: Document, t: number): readonly number[] {
  const all: number[] = [];
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (c > t && doc.relation[c] === R.nmod && startsWithOf(doc, c)) all.push(c);
  return all;
}
