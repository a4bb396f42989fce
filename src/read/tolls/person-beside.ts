import { type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Needs } from "./count.js";
import { REFLEXIVE } from "./counted.js";
import { partWord } from "./parts.js";
import { groupOf, isPeople, isSinglePerson } from "./people.js";
import { type TollWord, tollWordAt } from "./words.js";

/*
 * One person beside a toll word, by what stands side by side, where the tree hangs the person elsewhere: "left a six-year-old dead",
 * "the shooting death of 17-year-old Jane Roe", "identified a teen fatally shot".
 */

/** How many tokens may stand between a toll word and the person. */
const REACH = 12;

/** Head of the one person that the words around a toll word give it, or -1. */
export function personBeside(found: Needs, i: number, word: TollWord): number {
  if (word.things) return -1;
  const { doc } = found;
  if (word.counted.includes("of") && i + 1 < doc.length && doc.upos[i + 1] === U.ADP && normOf(doc, i + 1) === "of")
    return after(found, i + 2);
  const before = word.counted.some((where) => where === "subj" || where === "noun") || (word.counted.includes("pass") && isBare(doc, i));
  return before ? personBefore(found, i) : -1;
}

/** A participle that nobody follows: "a teen shot in the leg", not "a teen shot a man". */
export function isBare(doc: Document, i: number): boolean {
  if (doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBD) return false;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) if (doc.upos[k] === U.AUX) return true;
  if (i + 1 >= doc.length || doc.sentence[i + 1] !== doc.sentence[i]) return true;
  const next = doc.upos[i + 1];
  return next === U.ADP || next === U.PUNCT || next === U.ADV || next === U.PART || next === U.SCONJ;
}

function personBefore({ doc, names, classes }: Needs, i: number): number {
  const start = Math.max(doc.sentenceStart[doc.sentence[i]], i - REACH);
  for (let k = i - 1; k >= start; k--) {
    if (endsPerson(doc, names, classes, k)) return topOfName(doc, k);
    if (!maySkip(doc, k)) return -1;
  }
  return -1;
}

const STOP = /^[.;:!?]$/;

/** What may stand between a person and the word: auxiliaries, adverbs, an age between commas, other words of harm. */
function maySkip(doc: Document, k: number): boolean {
  const tag = doc.upos[k];
  if (tag === U.AUX || tag === U.ADV || tag === U.PART || tag === U.CCONJ || tag === U.NUM) return true;
  if (tag === U.PUNCT) return !STOP.test(normOf(doc, k));
  if (tag === U.NOUN) return tollWordAt(doc, k)?.counted.includes("before") === true;
  return (tag === U.VERB || tag === U.ADJ) && tollWordAt(doc, k) !== null;
}

function endsPerson(doc: Document, names: Needs["names"], classes: Int32Array, k: number): boolean {
  const next = k + 1 < doc.length ? doc.upos[k + 1] : U.PUNCT;
  if ((next === U.NOUN && !tollWordAt(doc, k + 1)?.counted.includes("before")) || next === U.PROPN) return false;
  if (doc.upos[k] === U.PROPN) return names.some((n) => n.type === "person" && n.tokens[1] === k + 1);
  if (doc.upos[k] === U.PRON) return doc.xpos[k] === P.PRP && partWord(doc.norm[k]) === "single";
  if (doc.upos[k] !== U.NOUN && doc.upos[k] !== U.ADJ) return false;
  if (doc.xpos[k] === P.NNS || doc.xpos[k] === P.NNPS) return false;
  return isPeople(doc, k, classes) && tollWordAt(doc, k) === null;
}

/** The first word of a name, which its others hang on. */
function topOfName(doc: Document, k: number): number {
  const top = doc.relation[k] === R.flat ? doc.head[k] : -1;
  // "Courtesy photo Ann Roe, 15, was killed": a name that the tree hangs on a noun is its own
  return top >= 0 && top < k && doc.upos[top] === U.PROPN ? top : k;
}

/** The person whose phrase begins at `k`: "of a 49-year-old man", "of Jane Roe". */
function after({ doc, names, classes }: Needs, k: number): number {
  const end = Math.min(doc.sentenceStart[doc.sentence[k - 1] + 1], k + REACH);
  for (let t = k; t < end; t++) {
    if (endsPerson(doc, names, classes, t)) return topOfName(doc, t);
    const tag = doc.upos[t];
    const inside =
      tag === U.DET ||
      tag === U.ADJ ||
      tag === U.NUM ||
      tag === U.NOUN ||
      tag === U.PROPN ||
      tag === U.PRON ||
      (tag === U.PUNCT && doc.end[t] === doc.start[t + 1]);
    if (!inside) return -1;
  }
  return -1;
}

/** "Teen killed, man critical": who stands right before the word behind a comma, not the subject of the clause before; else the head given. */
export function nearerPerson({ doc, classes }: Needs, i: number, head: number): number {
  const k = i - 1;
  const aged = k > 0 && partWord(doc.norm[k]) === "aged";
  if (head >= k || k < 1 || (doc.xpos[k] !== P.NN && !aged) || doc.sentence[k] !== doc.sentence[i]) return head;
  const first = aged ? ageFrom(doc, k) : k;
  const opens = first > 0 && (doc.upos[first - 1] === U.PUNCT || doc.upos[first - 1] === U.CCONJ);
  return opens && head < first && doc.head[k] !== head && (aged || isPeople(doc, k, classes)) ? k : head;
}

/** "2 dead, 3-year-old wounded": where the words of an age that stands for somebody begin, which ends at token `k`. */
function ageFrom(doc: Document, k: number): number {
  let first = k;
  while (first > 0 && doc.end[first - 1] === doc.start[first]) first--;
  return first;
}

/** "police found a man who fought a dog before killing himself": the last single person before one who harms himself, no officer; or -1. */
export function selfBefore({ doc, names, classes }: Needs, i: number): number {
  if (i + 1 >= doc.length || doc.xpos[i + 1] !== P.PRP || !REFLEXIVE.test(normOf(doc, i + 1))) return -1;
  for (let k = i - 1; k >= doc.sentenceStart[doc.sentence[i]]; k--) {
    const one = isSinglePerson(doc, k) || endsPerson(doc, names, classes, k);
    if (one && groupOf(doc, k) !== "security-forces") return topOfName(doc, k);
  }
  return -1;
}
