import { type Document, lemmaOf, normOf } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import type { Quantity } from "../findings.js";
import { placeAt, sharesByPlace } from "./by-place.js";
import { indexOf, type Needs } from "./count.js";
import { partWord } from "./parts.js";
import { isPeople, mayBePeople } from "./people.js";
import { listAt } from "./series.js";

/** Some of those whom a toll word counts, told by what they were. */
export interface Share {
  /** The noun that says what they were. */
  readonly head: number;
  /** Their number with the first token after it; null where the noun itself tells of one. */
  readonly quantity: Quantity | null;
  /** First token and one past the last of the words that say what they were, without number and article. */
  readonly words: readonly [number, number];
}

/** How many words may stand between the parts of a pattern. */
const REACH = 6;

/**
 * "Eight of the dead were women, and five were children", "Of the 51 victims, 38 were men", "Among those killed were a nurse and her son",
 * "The dead include a nurse and her son": who some of those were that the word at token `i` ("dead", "killed", "victims") tells of. Empty where the sentence tells of none.
 */
export function breakdownAt(found: Needs, i: number): readonly Share[] {
  const { doc } = found;
  const s = doc.sentence[i];
  const [start, end] = [doc.sentenceStart[s], doc.sentenceStart[s + 1]];
  const the = definiteBefore(found, i, start);
  if (the < 0) return [];
  if (the > start && isAmong(doc, the - 1)) return opens(doc, the - 1, start) ? listed(found, i, end, isBe) : [];
  if (opens(doc, the, start)) return listed(found, i, end, isIncluding);
  if (the === start || normOf(doc, the - 1) !== "of") return [];
  if (opens(doc, the - 1, start)) return sharesFrom(found, comma(doc, i, end), end);
  const q = indexOf(found.quantities).byEnd.get(the - 1);
  let be = i + 1;
  // "five of the dead Americans were relatives"
  while (be < end && be < i + REACH && (doc.upos[be] === U.NOUN || doc.upos[be] === U.PROPN)) be++;
  if (!q || q.count.unit !== null || !isBe(doc, be)) return [];
  // "Fourteen of the dead were from Ganjam, 12 from Puri"
  const place = placeAt(found, be + 1, end);
  if (place > 0) {
    const further = sharesByPlace(found, next(doc, place), end);
    return [{ quantity: q, words: [be + 1, place] as const }, ...further].map((s) => ({ ...s, head: s.quantity.tokens[0] }));
  }
  const head = predicateAt(found, be + 1, end);
  return head < 0 ? [] : [{ head, quantity: q, words: bare(doc, be + 1, head) }, ...sharesFrom(found, next(doc, head + 1), end)];
}

/** "the dead", "those killed", "the 51 victims", "the 12 people killed": where the phrase begins that ends in token `i`, or -1. */
function definiteBefore({ doc, quantities }: Needs, i: number, start: number): number {
  for (let k = i - 1; k >= start && k > i - REACH; k--) {
    if (partWord(doc.norm[k]) === "definite") return k;
    const tag = doc.upos[k];
    const within = tag === U.NOUN || tag === U.ADJ || tag === U.NUM || indexOf(quantities).byToken.has(k);
    if (!within) return -1;
  }
  return -1;
}

function isAmong(doc: Document, k: number): boolean {
  return doc.upos[k] === U.ADP && partWord(doc.norm[k]) === "part";
}

/** Whether nothing but a mark or a conjunction stands before a token in its sentence. */
function opens(doc: Document, k: number, start: number): boolean {
  for (let t = start; t < k; t++) if (doc.upos[t] !== U.PUNCT && doc.upos[t] !== U.CCONJ) return false;
  return true;
}

function isBe(doc: Document, k: number): boolean {
  return k < doc.length && doc.upos[k] === U.AUX && lemmaOf(doc, k) === "be";
}

function comma(doc: Document, i: number, end: number): number {
  for (let k = i + 1; k < end && k < i + REACH; k++) if (normOf(doc, k) === ",") return k + 1;
  return end;
}

/** Past a comma, "and", both. */
function next(doc: Document, k: number): number {
  let at = k;
  if (at < doc.length && doc.upos[at] === U.PUNCT) at++;
  if (at < doc.length && doc.upos[at] === U.CCONJ) at++;
  return at === k ? doc.length : at;
}

/** "38 were men, 13 women and two children": number by number, with or without a verb. */
function sharesFrom(found: Needs, from: number, end: number): readonly Share[] {
  const { doc, quantities } = found;
  const all: Share[] = [];
  for (let k = from; k < end; ) {
    const q = indexOf(quantities).byStart.get(k);
    if (!q || q.count.unit !== null) break;
    const at = q.tokens[1];
    const first = isBe(doc, at) ? at + 1 : at;
    const head = predicateAt(found, first, end);
    if (head < 0) break;
    all.push({ head, quantity: q, words: bare(doc, first, head) });
    k = next(doc, head + 1);
  }
  return all;
}

/** The noun for people that a predicate begins with and ends in, or -1: "women", "off-duty police officers", not "women's clothes". */
function predicateAt({ doc, classes }: Needs, from: number, end: number): number {
  let head = -1;
  for (let k = from; k < Math.min(end, from + REACH); k++) {
    const tag = doc.upos[k];
    if (tag === U.NOUN || tag === U.PROPN) head = k;
    else if (head >= 0 || (tag !== U.ADJ && tag !== U.DET && normOf(doc, k) !== "-")) break;
  }
  return head >= 0 && (isPeople(doc, head, classes) || mayBePeople(doc, head, classes)) ? head : -1;
}

function bare(doc: Document, first: number, head: number): readonly [number, number] {
  return [first < head && (doc.upos[first] === U.DET || doc.xpos[first] === P["PRP$"]) ? first + 1 : first, head + 1];
}

/** "The dead include", "those killed in the crash included". */
function isIncluding(doc: Document, k: number): boolean {
  return k < doc.length && doc.upos[k] === U.VERB && doc.xpos[k] !== P.VBG && partWord(doc.norm[k]) === "part";
}

/** "Among the dead were a nurse and her son Ali": everybody of the list behind the verb. */
function listed(found: Needs, i: number, end: number, isVerb: (doc: Document, k: number) => boolean): readonly Share[] {
  const { doc, quantities } = found;
  let verb = i + 1;
  while (verb < end && verb < i + 2 * REACH && !isVerb(doc, verb)) verb++;
  if (!isVerb(doc, verb) || verb + 1 >= end) return [];
  return listAt(found, verb + 1, end).map((item) => {
    const q = indexOf(quantities).byStart.get(item.first) ?? null;
    return {
      head: item.head,
      quantity: q,
      words: item.named ? [item.first, item.end] : bare(doc, q ? q.tokens[1] : item.first, item.head),
    };
  });
}
