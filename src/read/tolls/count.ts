import { overlaps, type Span } from "../../base/span.js";
import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Count } from "../../model/reading.js";
import { wordsOf } from "../events/words.js";
import type { Findings, Quantity } from "../findings.js";
import { numberByAges } from "./ages.js";
import { ordinalOf } from "./ordinals.js";
import { partWord } from "./parts.js";
import { isPeople, isSinglePerson, mayBePeople, numberIn } from "./people.js";
import { type TollWord, tollWordAt } from "./words.js";

/** What candidates are found from; `classes` holds the word classes of every token. */
export type Needs = Pick<Findings, "doc" | "attributions" | "names" | "quantities" | "events"> & { readonly classes: Int32Array };

export interface Counted {
  readonly count: Count;
  /** First token after the number words, or null. */
  readonly after: number | null;
  readonly rule: string;
}

/** How many a noun phrase counts: its number, or one person or thing named or described in the singular. */
export function countOf({ doc, names, quantities, classes }: Needs, head: number, word: TollWord): Counted | null {
  const said = numberIn(doc, head);
  const parents = said > 0 && doc.lemma[head] !== doc.norm[head] && indexOf(quantities).byNoun.has(head);
  if (said > 0 && !word.things && !parents) return many(doc, head, said);
  const q = quantityAt(quantities, head) ?? numberBefore(doc, quantities, head);
  if (q && isAge(doc, q)) return one(doc, q.tokens[0] - 2, !word.things);
  const ages = q || word.things ? 0 : numberByAges(doc, head);
  if (ages > 0 && isPeople(doc, head, classes)) return many(doc, head, ages);
  if (q) return numbered(q, word, word.things || (isArticle(doc, q) ? isPeople(doc, head, classes) : mayBePeople(doc, head, classes)));
  const det = childWith(doc, head, R.det);
  if (det >= 0 && EVERY.has(doc.norm[det])) return null; // "every life lost"
  // "two other victims, but neither was injured"
  if (doc.norm[head] === NEITHER) return many(doc, head, 0);
  if (doc.upos[head] === U.PRON) {
    // "grazed her leg"
    const personal = doc.xpos[head] === P.PRP || (doc.xpos[head] === P["PRP$"] && partWord(doc.lemma[doc.head[head]]) === "limb");
    return one(doc, head, personal && partWord(doc.norm[head]) === "single");
  }
  if (doc.upos[head] === U.DET) return one(doc, head, partWord(doc.norm[head]) === "more" && !word.things);
  // "three men shot, a fourth wounded"
  if (doc.upos[head] === U.ADJ && ordinalOf(doc, head) > 1) return one(doc, head, !word.things && doc.upos[head - 1] === U.DET);
  if (doc.upos[head] === U.PROPN) {
    const at: Span = [doc.start[head], doc.end[head]];
    return one(
      doc,
      head,
      hasAge(doc, head) ||
        (doc.xpos[head] === P.NNP && (isPeople(doc, head, classes) || isTitled(doc, head, classes))) ||
        names.some((n) => n.type === "person" && overlaps(n.span, at)),
    );
  }
  // "Many are still trapped": nobody says how many
  if (VAGUE.has(doc.lemma[head])) return null;
  // "A 14-year-old was shot": the adjective heads the phrase
  const singular =
    doc.xpos[head] === P.NN ||
    isOneOf(doc, head) ||
    doc.upos[head] === U.INTJ ||
    (doc.upos[head] === U.ADJ && doc.xpos[head] !== P.JJS && isPeople(doc, head, classes));
  // "cut the figure of missing from 131", "the missing had been declared dead": a number and a class are nobody
  if (!singular || isNobody(doc, head)) return null;
  const determined = childWith(doc, head, R.det, R["nmod:poss"]) >= 0 || isPeople(doc, head, classes);
  return one(doc, head, determined && (word.things || isPeople(doc, head, classes)));
}

function isNobody(doc: Document, head: number): boolean {
  if (TALLIES.has(doc.lemma[head])) return head + 1 < doc.length && doc.norm[head + 1] === OF;
  return tollWordAt(doc, head)?.effect === "missing" && childWith(doc, head, R.det, R["nmod:poss"]) < 0;
}

const NEITHER = vocabulary.id("neither");
const EVERY = wordsOf("every");
const TALLIES = wordsOf("put-at");
const OF = vocabulary.id("of");
const VAGUE = wordsOf("vague-number");

/** "a police personnel": a plural's form with "a" before it is one. */
function isOneOf(doc: Document, head: number): boolean {
  const article = doc.xpos[head] === P.NNS ? childWith(doc, head, R.det) : -1;
  return article >= 0 && partWord(doc.norm[article]) === "indefinite";
}

/** "State Trooper Wounded": a noun for a person that capitals made the end of a name. */
function isTitled(doc: Document, head: number, classes: Int32Array): boolean {
  let last = -1;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.flat) last = c;
  return last > head && doc.xpos[last] === P.NNP && isPeople(doc, last, classes);
}

/** "19-year-old Kyre Dumont": who has an age is a person, whatever the name was taken for. */
function hasAge(doc: Document, head: number): boolean {
  const age = childWith(doc, head, R.amod);
  return age >= 0 && age < head && partWord(doc.norm[age]) === "aged";
}

/** A number with its noun; a toll of people needs people, a toll of things a thing, and neither a unit. */
function numbered(q: Quantity, word: TollWord, fits: boolean): Counted | null {
  if (!fits || (q.count.unit !== null && q.count.unit !== "person" && !word.things)) return null;
  return { count: q.count, after: q.tokens[1], rule: "toll:number" };
}

/** One person or thing that the word at `head` tells of, where it holds. */
export function one(doc: Document, head: number, holds: boolean): Counted | null {
  if (!holds) return null;
  const span: Span = [doc.start[head], doc.end[head]];
  return { count: { low: 1, high: 1, was: null, unit: null, qualifier: "exact", span }, after: null, rule: "toll:one" };
}

/** "a couple", "the trio": the noun itself says how many. */
function many(doc: Document, head: number, n: number): Counted {
  const span: Span = [doc.start[head], doc.end[head]];
  return { count: { low: n, high: n, was: null, unit: null, qualifier: "exact", span }, after: null, rule: "toll:noun" };
}

/** Quantities of a report by the token of their noun, of their words, where they begin and where they end. */
interface QuantityIndex {
  readonly byNoun: ReadonlyMap<number, Quantity>;
  readonly byToken: ReadonlyMap<number, Quantity>;
  readonly byStart: ReadonlyMap<number, Quantity>;
  readonly byEnd: ReadonlyMap<number, Quantity>;
}

const indexes = new WeakMap<readonly Quantity[], QuantityIndex>();

/** The index of a report's quantities, made once; the first of two in one place stays. */
export function indexOf(quantities: readonly Quantity[]): QuantityIndex {
  const known = indexes.get(quantities);
  if (known) return known;
  const [byNoun, byToken, byStart, byEnd] = [0, 1, 2, 3].map(() => new Map<number, Quantity>());
  const put = (map: Map<number, Quantity>, key: number, q: Quantity): void => {
    if (!map.has(key)) map.set(key, q);
  };
  for (const q of quantities) {
    // "11 of the 34 pupils": the pupils are 34
    const other = q.noun === null ? undefined : byNoun.get(q.noun);
    if (q.noun !== null && (!other || (q.tokens[0] >= other.tokens[1] && q.tokens[0] <= q.noun))) byNoun.set(q.noun, q);
    for (let t = q.tokens[0]; t < q.tokens[1]; t++) put(byToken, t, q);
    put(byStart, q.tokens[0], q);
    put(byEnd, q.tokens[1], q);
  }
  const made = { byNoun, byToken, byStart, byEnd };
  indexes.set(quantities, made);
  return made;
}

/** The quantity whose noun or number word is this token. */
function quantityAt(quantities: readonly Quantity[], head: number): Quantity | null {
  const index = indexOf(quantities);
  return index.byNoun.get(head) ?? index.byToken.get(head) ?? null;
}

/** How many words may stand between a number and its noun. */
const NUMBER_REACH = 6;

/** "Two CPI-Maoist cadres": the number before the words of a name that the tree took for a phrase of its own. */
function numberBefore(doc: Document, quantities: readonly Quantity[], head: number): Quantity | null {
  // "wounded 56 more"
  if (doc.xpos[head] === P.JJR && partWord(doc.norm[head]) === "more") return indexOf(quantities).byEnd.get(head) ?? null;
  if (doc.xpos[head] !== P.NNS && doc.xpos[head] !== P.NNPS) return null;
  const start = Math.max(doc.sentenceStart[doc.sentence[head]], head - NUMBER_REACH);
  for (let k = head - 1; k >= start; k--) {
    const q = indexOf(quantities).byEnd.get(k + 1);
    if (q) return !isArticle(doc, q) && (q.noun === null || (q.noun > k && q.noun < head)) ? q : null;
    const tag = doc.upos[k];
    const joined = tag === U.PUNCT && doc.end[k] === doc.start[k + 1] && doc.start[k] === doc.end[k - 1];
    const word = tag === U.NOUN || tag === U.PROPN || tag === U.ADJ || (tag === U.NUM && !indexOf(quantities).byToken.has(k));
    if (!word && !joined) return null;
  }
  return null;
}

/** "Boy, 15, dies": a bare number between commas after a noun or a name is an age. */
export function isAge(doc: Document, q: Quantity): boolean {
  const [first, end] = q.tokens;
  if ((q.noun !== null && q.noun < end) || end - first !== 1 || first < 2 || end >= doc.length || doc.upos[first] !== U.NUM) return false;
  // "Two of the teens, both 18, were taken away"
  const kind = partWord(doc.norm[first - 1]);
  const before = kind === "ages" || kind === "definite" ? first - 1 : first;
  if (before < 2 || !isComma(doc, before - 1) || !isComma(doc, end)) return false;
  const told = doc.upos[before - 2];
  return told === U.NOUN || told === U.PROPN || told === U.INTJ || told === U.ADJ;
}

/** "Father of five killed": how many children he has. */
export function isOfPerson(doc: Document, q: Quantity): boolean {
  const of = q.tokens[0] - 1;
  return of > 0 && normOf(doc, of) === "of" && doc.xpos[of - 1] === P.NN && isSinglePerson(doc, of - 1);
}

const COMMA = /^[,;)]$/;

function isComma(doc: Document, i: number): boolean {
  return doc.upos[i] === U.PUNCT && COMMA.test(normOf(doc, i));
}

/** "an injury" counts nobody: an article is no number there. */
export function isArticle(doc: Document, q: Quantity): boolean {
  return q.tokens[1] - q.tokens[0] === 1 && doc.upos[q.tokens[0]] === U.DET && q.count.low === 1;
}
