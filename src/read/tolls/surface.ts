import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Quantity } from "../findings.js";
import { indexOf, isAge, isArticle, isOfPerson, type Needs } from "./count.js";
import { isPassive } from "./finite.js";
import { partWord } from "./parts.js";
import { isPeople, mayBePeople } from "./people.js";
import { type TollWord, tollWordAt } from "./words.js";

/*
 * What words side by side tell where the tree does not: numbers before and after a toll word.
 */

/** "12 dead", "30 others injured": the number just before the word. */
export function adjacent({ doc, quantities, classes }: Needs, i: number, word: TollWord): Quantity | null {
  const index = indexOf(quantities);
  const own = index.byNoun.get(i);
  if (own && !isArticle(doc, own)) return own;
  const start = doc.sentenceStart[doc.sentence[i]];
  // "three people were shot, one of them fatally"
  const last = i - 2 > start && doc.xpos[i - 1] === P.PRP && doc.upos[i - 2] === U.ADP ? i - 3 : i - 1;
  for (let k = last; k >= Math.max(start, i - 4); k--) {
    if (doc.upos[k] === U.VERB || doc.upos[k] === U.PUNCT || doc.upos[k] === U.ADP) return null;
    const q = index.byEnd.get(k + 1);
    if (q)
      return !isAge(doc, q) &&
        q.count.unit === null &&
        (q.noun === null || q.noun < i) &&
        !isOfPerson(doc, q) &&
        // "2 shot dead", "shot" taken for what is counted
        (word.things || q.noun === null || isPeople(doc, q.noun, classes) || tollWordAt(doc, q.noun)?.counted.includes("before"))
        ? q
        : null;
  }
  return null;
}

/** "left one seriously injured": the bare number before the adverb of a participle that has no object. */
export function beforeAdverb(doc: Document, quantities: readonly Quantity[], i: number): Quantity | undefined {
  if (i < 2 || doc.upos[i - 1] !== U.ADV || childWith(doc, i, R.obj) >= 0) return undefined;
  return indexOf(quantities).byEnd.get(i - 1);
}

/**
 * "Four shot, one fatally", "16-year-old shot outside club": who stands right before a participle that was taken for a noun, and
 * nobody after it whom they might have shot. -1 where it is a noun ("one shot was fired").
 */
export function justBefore(found: Needs, i: number): number {
  const { doc, quantities, classes } = found;
  const s = doc.sentence[i];
  if (i === 0 || doc.sentence[i - 1] !== s || doc.xpos[i] === P.NNS || isFollowedByOne(found, i)) return -1;
  const q = indexOf(quantities).byEnd.get(i);
  if (q && q.count.unit === null && (q.noun === null || q.noun === i) && !isArticle(doc, q)) {
    const first = q.tokens[0];
    const opens = first === doc.sentenceStart[s] || doc.upos[first - 1] === U.PUNCT || doc.upos[first - 1] === U.CCONJ;
    return opens && doc.upos[i + 1] !== U.VERB ? i - 1 : -1;
  }
  const k = i - 1;
  const noun = doc.upos[k] === U.NOUN || doc.upos[k] === U.ADJ;
  return noun && isPeople(doc, k, classes) ? k : -1;
}

/** "A 5-year-old shot his uncle", "man shot and killed two": somebody follows whom the person before shot. */
function isFollowedByOne({ doc, quantities }: Needs, i: number): boolean {
  let k = i + 1;
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  if (k + 1 < end && doc.upos[k] === U.CCONJ && doc.upos[k + 1] === U.VERB) k += 2;
  if (k >= end) return false;
  const tag = doc.upos[k];
  if (tollWordAt(doc, k)) return false;
  return tag === U.DET || tag === U.PRON || tag === U.NOUN || tag === U.PROPN || tag === U.ADJ || indexOf(quantities).byStart.has(k);
}

/** How many tokens after the word that announces it a number may stand. */
const TALLY_REACH = 60;

/** "the toll rose to 6": the revised number of the sentence, else the first bare or people's number after the word. */
export function announced({ doc, quantities, classes }: Needs, i: number): Quantity | null {
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  const { byStart } = indexOf(quantities);
  const after: Quantity[] = [];
  for (let k = Math.max(doc.sentenceStart[doc.sentence[i]], i - 7); k < end && k < i + TALLY_REACH; k++) {
    const q = byStart.get(k);
    if (q && q.count.unit === null && !isAge(doc, q)) after.push(q);
  }
  const fits = after.filter((q) => q.noun === null || isPeople(doc, q.noun, classes));
  return fits.find((q) => q.count.was !== null) ?? fits.find((q) => q.tokens[0] > i) ?? fits[0] ?? null;
}

/** How many tokens after an active verb its object may begin. */
const OBJECT_REACH = 5;

/**
 * Head of what an active verb counts by position: "shot dead ten rebels", "have beaten to death a dealer". -1 where punctuation or
 * a second verb comes first, or the verb is passive.
 */
export function following({ doc, names, quantities, classes }: Needs, i: number, word: TollWord): number {
  if (!word.counted.includes("obj") || isPassive(doc, i)) return -1;
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  for (let k = i + 1; k < end && k <= i + OBJECT_REACH; k++) {
    const aged = agedAt(doc, k, end);
    if (aged > 0 && !word.things) return aged;
    const q = indexOf(quantities).byStart.get(k);
    if (q && q.noun !== null && q.noun > i) return word.things || mayBePeople(doc, q.noun, classes) ? q.noun : -1;
    // "Gunman kills 2 at bar"
    if (q && k === i + 1 && q.noun === null && q.count.unit === null && !word.things) return q.tokens[1] - 1;
    const name = personAt(names, k);
    if (name) return name.tokens[1] - 1;
    if (k > i + 1 && isOnePersonWord(doc, k, classes)) return k;
    const tag = doc.upos[k];
    if (tag === U.PUNCT || tag === U.VERB || tag === U.CCONJ || tag === U.ADP) return -1;
  }
  return -1;
}

/** "kills 4-month-old": the last word of an age that stands for a person, or -1. */
function agedAt(doc: Document, k: number, end: number): number {
  const last = k + 4;
  if (doc.upos[k] !== U.NUM || last >= end || partWord(doc.norm[last]) !== "aged") return -1;
  return last + 1 < end && (doc.upos[last + 1] === U.NOUN || doc.upos[last + 1] === U.PROPN) ? -1 : last;
}

/** How many tokens before a passive its counted people may stand. */
const BEFORE_REACH = 60;

/** "12 people ... were killed": the nearest counted people before a passive, with no other finite verb between. */
export function preceding({ doc, quantities, classes }: Needs, i: number, word: TollWord): number {
  if (!(word.counted.includes("pass") && isPassive(doc, i)) && !word.counted.includes("subj")) return -1;
  const start = doc.sentenceStart[doc.sentence[i]];
  for (let k = i - 1; k >= start && k > i - BEFORE_REACH; k--) {
    if (isFinite(doc, k) && doc.upos[k] !== U.AUX) return -1;
    const q = indexOf(quantities).byStart.get(k);
    if (q && q.noun !== null && q.noun < i && (word.things || isPeople(doc, q.noun, classes))) return partOf(doc, quantities, q) ?? q.noun;
  }
  return -1;
}

/** "One of two men shot on Monday dies": the number before "of", or null. */
function partOf(doc: Document, quantities: readonly Quantity[], q: Quantity): number | null {
  const of = q.tokens[0] - 1;
  const part = of > 0 && doc.norm[of] === OF ? indexOf(quantities).byEnd.get(of) : undefined;
  return part ? part.tokens[0] : null;
}

const OF = vocabulary.id("of");

function isFinite(doc: Document, i: number): boolean {
  return doc.upos[i] === U.VERB && (doc.xpos[i] === P.VBD || doc.xpos[i] === P.VBZ || doc.xpos[i] === P.VBP);
}

/** "beheaded a civilian": a noun for a person, or an adjective that stands for one, at the end of its phrase. */
function isOnePersonWord(doc: Document, k: number, classes: Int32Array): boolean {
  if ((doc.upos[k] !== U.NOUN && doc.upos[k] !== U.ADJ) || doc.xpos[k] === P.NNS) return false;
  const before = doc.upos[k - 1];
  const aged = partWord(doc.norm[k]) === "aged";
  if (before !== U.DET && before !== U.ADJ && doc.xpos[k - 1] !== P.POS && !aged) return false;
  const next = k + 1 < doc.length ? doc.upos[k + 1] : U.PUNCT;
  return next !== U.NOUN && next !== U.ADJ && next !== U.PROPN && isPeople(doc, k, classes);
}

const persons = new WeakMap<Needs["names"], ReadonlyMap<number, Needs["names"][number]>>();

/** The person's name that begins at a token. */
export function personAt(names: Needs["names"], k: number): Needs["names"][number] | undefined {
  const known = persons.get(names) ?? new Map(names.filter((n) => n.type === "person").map((n) => [n.tokens[0], n]));
  persons.set(names, known);
  return known.get(k);
}
