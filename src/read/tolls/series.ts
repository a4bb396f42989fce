import { type Document, normOf } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import type { Needs } from "./count.js";
import { partWord } from "./parts.js";
import { isPeople } from "./people.js";
import { personAt } from "./surface.js";
import { tollWordAt } from "./words.js";

/** One of the people of a list: the head of the phrase and one past its last token. */
export interface Item {
  readonly head: number;
  readonly first: number;
  readonly end: number;
  /** Whether it is a name, and whether a noun in the singular: what a comma alone may set beside it tells who that is. */
  readonly named: boolean;
  readonly single: boolean;
  /** Whether nothing but its own words stands before its noun: no article and no possessive. */
  readonly bare: boolean;
}

/** How many tokens before its first harm word a list may begin, and how many a phrase may have. */
const REACH = 60;
const LONGEST = 10;

/**
 * The people of one list behind or before a harm word, word by word where the tree tears the list apart: "shot Ann Roe, 20, John Doe,
 * 19, and an unnamed 17-year-old", "a guard, two nurses and a patient were wounded". Empty where `head` stands in no list of two or
 * more with "and" before its last. A name that a comma alone sets beside a noun tells who that is, and is no further person.
 */
export function seriesOf(found: Needs, i: number, head: number): readonly Item[] {
  const { doc } = found;
  const s = doc.sentence[i];
  const [start, end] = [doc.sentenceStart[s], doc.sentenceStart[s + 1]];
  if (head > i) {
    for (let k = i + 1; k <= head; k++) {
      const items = listFrom(found, k, end);
      if (holds(items, head)) return isFollowedByVerb(doc, items, end) ? [] : items;
    }
    return [];
  }
  for (let k = Math.max(start, i - REACH); k <= head; k++) {
    const items = listFrom(found, k, i);
    if (holds(items, head)) return leadsTo(doc, items[items.length - 1].end, i) ? items : [];
  }
  return [];
}

/**
 * The list of people that ends right before a harm word or the verbs that lead to it, where the tree gives the word another subject:
 * "saying his mother and younger brother were dead", "after a mother and her son were found shot to death". Empty where the list is
 * what another harm word or a preposition tells of.
 */
export function seriesBefore(found: Needs, i: number): readonly Item[] {
  const { doc } = found;
  const start = doc.sentenceStart[doc.sentence[i]];
  let p = i;
  while (p > start && isLeading(doc, p - 1)) p--;
  if (p - start < 3 || !endsItem(doc, p - 1)) return [];
  for (let k = Math.max(start, p - REACH); k < p - 1; k++) {
    const items = listFrom(found, k, i);
    if (items.length > 0 && items[items.length - 1].end === p) return isOfAnother(doc, k, start) ? [] : items;
  }
  return [];
}

function endsItem(doc: Document, k: number): boolean {
  return doc.upos[k] === U.NOUN || doc.upos[k] === U.PROPN || partWord(doc.norm[k]) === "aged";
}

/** Whether the list from token `k` on is governed by what stands before it. */
function isOfAnother(doc: Document, k: number, start: number): boolean {
  if (k === start) return false;
  const kind = partWord(doc.norm[k - 1]);
  return (doc.upos[k - 1] === U.ADP && kind !== "opens") || tollWordAt(doc, k - 1) !== null;
}

/** What may stand between people and the word that tells how they fared: auxiliaries, adverbs, "found", another word of harm with "and". */
function isLeading(doc: Document, k: number): boolean {
  const tag = doc.upos[k];
  if (tag === U.AUX || tag === U.ADV) return true;
  if (tag === U.CCONJ) return k > 0 && isHarm(doc, k - 1);
  return isHarm(doc, k) || partWord(doc.norm[k]) === "found";
}

function isHarm(doc: Document, k: number): boolean {
  return (doc.upos[k] === U.VERB || doc.upos[k] === U.ADJ) && tollWordAt(doc, k) !== null;
}

/** Who stands at a token, one or a list of people: "a nurse", "a local imam, Ali Roe, and his daughter Ann". */
export function listAt(found: Needs, first: number, end: number): readonly Item[] {
  const items = listFrom(found, first, end);
  if (items.length > 0) return items;
  const one = itemAt(found, first, end);
  return one ? [one] : [];
}

function holds(items: readonly Item[], head: number): boolean {
  return items.some((item) => item.first <= head && head < item.end);
}

/** The list that begins at a token, or nothing. */
function listFrom(found: Needs, first: number, end: number): readonly Item[] {
  const items: Item[] = [];
  const opens = first === found.doc.sentenceStart[found.doc.sentence[first]];
  let k = first;
  let joined = false;
  while (k < end) {
    const item = itemAt(found, k, end, opens || joined);
    if (!item) break;
    const last = items[items.length - 1];
    if (!last || joined || !isBeside(last, item)) items.push(item);
    if (joined) return items.length >= 2 ? items : [];
    const behind = pastAge(found.doc, pastBrood(found.doc, item.end), end);
    const next = separated(found.doc, behind, end);
    if (!next) return opens && items.length === 2 && items.every((one) => one.bare && one.single) ? items : [];
    k = next.at;
    joined = next.joined;
  }
  return [];
}

/** "Ann Roe, a nurse": who somebody is, and nobody else. */
function isBeside(last: Item, item: Item): boolean {
  return (last.named && !item.named && item.single) || (item.named && !last.named && last.single);
}

/** A name, or a phrase with an article, a possessive or a number and a noun for people. */
function itemAt({ doc, names, classes }: Needs, k: number, end: number, loose = false): Item | null {
  const name = personAt(names, k);
  if (name) return { head: k, first: k, end: name.tokens[1], named: true, single: true, bare: false };
  const opens = doc.upos[k] === U.DET || doc.upos[k] === U.NUM || doc.xpos[k] === P["PRP$"];
  // "Man, baby found dead", "his mother and younger brother"
  if (!opens && !(loose && tollWordAt(doc, k) === null && (doc.upos[k] === U.ADJ || isPeople(doc, k, classes)))) return null;
  let head = -1;
  for (let t = opens ? k + 1 : k; t < Math.min(end, k + LONGEST); t++) {
    const tag = doc.upos[t];
    const aged = partWord(doc.norm[t]) === "aged";
    if (tag === U.NOUN || aged || (!opens && t === k && tag === U.INTJ)) head = t;
    else if (tag === U.PROPN && head >= 0) return itemOf(doc, classes, head, k, pastName(doc, t, end));
    else if (tag !== U.ADJ && tag !== U.NUM && tag !== U.PROPN && normOf(doc, t) !== "-") break;
  }
  return head < 0 ? null : itemOf(doc, classes, head, k, head + 1);
}

function itemOf(doc: Document, classes: Int32Array, head: number, first: number, end: number): Item | null {
  if (!isPeople(doc, head, classes) && partWord(doc.norm[head]) !== "aged") return null;
  const bare = doc.upos[first] !== U.DET && doc.xpos[first] !== P["PRP$"];
  return { head, first, end, named: false, single: doc.xpos[head] !== P.NNS, bare };
}

function pastName(doc: Document, t: number, end: number): number {
  let k = t;
  while (k < end && doc.upos[k] === U.PROPN) k++;
  return k;
}

/** Past "of four": how many children somebody has. */
function pastBrood(doc: Document, at: number): number {
  return at + 1 < doc.length && normOf(doc, at) === "of" && doc.upos[at + 1] === U.NUM ? at + 2 : at;
}

/** Past ", 34", ", aged 6 and 9". */
function pastAge(doc: Document, at: number, end: number): number {
  if (at + 1 >= end || normOf(doc, at) !== ",") return at;
  const aged = normOf(doc, at + 1) === "aged" || normOf(doc, at + 1) === "both";
  let k = aged ? at + 2 : at + 1;
  if (k >= end || doc.upos[k] !== U.NUM) return at;
  k++;
  if (k < end && doc.upos[k] === U.PUNCT && doc.start[k] === doc.end[k - 1] && doc.end[k] === doc.start[k + 1]) return at; // ", 29-year-old Jane Roe"
  while (aged && k + 1 < end && (normOf(doc, k) === "and" || normOf(doc, k) === ",") && doc.upos[k + 1] === U.NUM) k += 2;
  return k < end && doc.upos[k] === U.NOUN ? at : k;
}

const AND = /^(and|&)$/;

/** What parts one of a list from the next: a comma, "and", both. */
function separated(doc: Document, at: number, end: number): { readonly at: number; readonly joined: boolean } | null {
  const comma = at < end && normOf(doc, at) === ",";
  const k = comma ? at + 1 : at;
  const joined = k < end && doc.upos[k] === U.CCONJ && AND.test(normOf(doc, k));
  return comma || joined ? { at: joined ? k + 1 : k, joined } : null;
}

/** "killed two soldiers and a spokesman said": the last of them begins another clause. */
function isFollowedByVerb(doc: Document, items: readonly Item[], end: number): boolean {
  const at = pastAge(doc, items[items.length - 1].end, end);
  return at < end && (doc.upos[at] === U.AUX || doc.xpos[at] === P.VBD || doc.xpos[at] === P.VBZ || doc.xpos[at] === P.VBP);
}

/** Whether nothing but a comma, an age and auxiliaries stand between the list and its verb. */
function leadsTo(doc: Document, at: number, i: number): boolean {
  let k = pastAge(doc, at, i);
  if (k < i && normOf(doc, k) === ",") k++;
  while (k < i && isLeading(doc, k)) k++;
  return k === i;
}
