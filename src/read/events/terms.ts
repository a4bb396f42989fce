import { type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import { companionsOf } from "./companions.js";
import type { Context } from "./context.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";
import { wordsOf } from "./words.js";

/** How long a court sends somebody down for, as said: "six years", "a two-year suspended sentence", "life imprisonment". */
export interface Term {
  readonly first: number;
  /** The noun that heads it; a bare number where the noun is only understood. */
  readonly head: number;
  readonly last: number;
}

/** A further person of the same ruling with a term of their own: "and Leo Marsh to four". */
interface Further {
  readonly first: number;
  readonly head: number;
  readonly term: Term;
}

const UNITS = wordsOf("term-unit");
const WHOLE = wordsOf("whole-term");
const KINDS = wordsOf("term-noun");
const PLACES = wordsOf("term-place");
const INTO = wordsOf("term-place-before");
const BEFORE = wordsOf("no-term-before");
const AFTER = wordsOf("no-term-after");
const LINKS = wordsOf("term-link");
const EACH = wordsOf("apiece");
const FOR = vocabulary.id("for");
const TO = vocabulary.id("to");
const BETWEEN = vocabulary.id("between");
const OF = vocabulary.id("of");
const COMMUNITY = vocabulary.id("community");

/** Furthest that a term may stand behind its verb. */
const REACH = 18;

type Make = (role: Filler["role"], token: number) => Filler;

/** The penalty of a sentence by its own words, and those whom the same breath sentences with terms of their own; `found` as it is where the words tell none. */
export function withTerms(ctx: Context, trigger: Trigger, found: readonly Filler[], make: Make): readonly Filler[] {
  if (trigger.row.type !== "justice.sentence" || trigger.row.pos !== "VERB") return found;
  const fined = FINING.has(trigger.row.words[0]) ? sumBehind(ctx.doc, trigger.last) : null;
  const term =
    fined ??
    changedTo(ctx.doc, trigger) ??
    termBehind(ctx.doc, trigger.token) ??
    (CHANGES.has(trigger.row.words[0]) ? null : termUndergone(ctx.doc, found));
  // "cuts term", "commuted the sentence": what was changed is no penalty
  if (!term)
    return CHANGES.has(trigger.row.words[0]) ? found.filter((f) => f.role !== "penalty" || !KINDS.has(ctx.doc.lemma[f.token])) : found;
  const companions = companionsOf(ctx.doc, term);
  const further = companions.length > 0 ? [] : furtherOf(ctx, term);
  const taken: readonly (readonly [number, number])[] = [
    [term.first, (companions.at(-1) ?? term).last],
    ...further.map((f) => [f.first, f.term.last] as const),
  ];
  const isTaken = (f: Filler): boolean => taken.some(([first, last]) => f.token >= first && f.token <= last);
  // "a fine or up to two years": two that a court may choose from
  const isOther = (f: Filler): boolean => ctx.doc.relation[term.head] === R.conj && ctx.doc.head[term.head] === f.token;
  const penalty = (t: Term): Filler => {
    const made = make("penalty", t.head);
    // "a five-year suspended sentence" is not one year
    const count = made.count?.unit ? made.count : make("penalty", unitOf(ctx.doc, t)).count;
    const isCounted = count?.unit || (t.first === t.head && ctx.doc.upos[t.head] === U.NUM);
    return { ...made, count: isCounted ? count : null, span: spanOf(ctx.doc, t.first, t.last) };
  };
  const whom = fined && !found.some((f) => f.role === "defendant") ? whomBefore(ctx.doc, trigger.last, term) : -1;
  return [
    ...found.filter((f) => (f.role !== "penalty" || isOther(f)) && !isTaken(f)).map((f) => endsBefore(ctx.doc, f, term)),
    ...(whom >= 0 ? [make("defendant", whom)] : []),
    penalty(term),
    ...companions.map(penalty),
    ...further.flatMap((f) => [{ ...make("defendant", f.head), span: spanOf(ctx.doc, f.first, f.head) }, penalty(f.term)]),
  ];
}

/** The "year" of "a five-year suspended sentence"; its head where nothing measures it. */
function unitOf(doc: Document, { first, head, last }: Term): number {
  for (let i = first; i < head; i++) if (UNITS.has(doc.lemma[i])) return i;
  return doc.xpos[head] === P.$ ? last : head;
}

/** "fined Boone £500": who stands between the verb and the sum; -1 where nobody does. */
function whomBefore(doc: Document, verb: number, { first }: Term): number {
  const before = first - 1;
  if (before <= verb) return -1;
  return doc.upos[before] === U.NOUN || doc.upos[before] === U.PROPN || doc.upos[before] === U.PRON ? before : -1;
}

/** "a 12-year term given to him for fraud": what stands before the term ends there. */
function endsBefore(doc: Document, f: Filler, term: Term): Filler {
  const from = doc.start[term.first];
  return f.token < term.first && f.span[0] < from && f.span[1] > from ? { ...f, span: [f.span[0], doc.end[f.token]] } : f;
}

/** "commuted the death sentence to life", "cut his term from nine years to six": what a court that sentenced before makes of it. */
function changedTo(doc: Document, { row, last }: Trigger): Term | null {
  if (!CHANGES.has(row.words[0])) return null;
  const end = doc.sentenceStart[doc.sentence[last] + 1];
  for (let i = last + 1; i + 1 < end && i - last <= REACH_CHANGED; i++) {
    if (doc.norm[i] !== TO) continue;
    const term = termAt(doc, i + 1) ?? (i - last <= REACH || isYears(doc, i - 1) ? bare(doc, i + 1, end) : null);
    if (term) return term;
  }
  return null;
}

/** "from 25 years to 20": further off a bare number is a term only behind another. */
function isYears(doc: Document, i: number): boolean {
  return UNITS.has(doc.lemma[i]) && doc.upos[i - 1] === U.NUM;
}

/** How far behind the verb what a term was made may stand: "the sentence of Ana Roe, who killed her landlord in 2020, from ... to ...". */
const REACH_CHANGED = 40;
const CHANGES = wordsOf("term-changing");

/** "fined Boone £500,000", "was fined N5 million": a sign of money with its number, right behind the verb or whom it governs. */
function sumBehind(doc: Document, verb: number): Term | null {
  const end = Math.min(doc.sentenceStart[doc.sentence[verb] + 1], verb + REACH);
  for (let i = verb + 1; i + 1 < end; i++) {
    if (doc.upos[i] === U.VERB || doc.upos[i] === U.ADP || doc.upos[i] === U.CCONJ) return null;
    // "fined 30,000 pounds ($1,700)": the sum again in other money
    if (doc.text[doc.start[i]] === "(") return null;
    if (doc.xpos[i] !== P.$ || doc.upos[i + 1] !== U.NUM) continue;
    let last = i + 1;
    while (last + 1 < end && (doc.upos[last + 1] === U.NUM || SCALES.has(doc.norm[last + 1]))) last++;
    return { first: i, head: i, last };
  }
  return null;
}

const FINING = wordsOf("fining");
const SCALES = wordsOf("money-scale");

/** "the seven-year term given to the mayor": what was given is how long, and nobody whom it was given to. */
function termUndergone(doc: Document, found: readonly Filler[]): Term | null {
  const given = found.find((f) => f.role === "defendant" && KINDS.has(doc.lemma[f.token]));
  if (!given) return null;
  for (let i = given.token - 1; i >= given.token - 5 && i >= doc.sentenceStart[doc.sentence[given.token]]; i--) {
    const term = termAt(doc, i);
    if (term?.head === given.token) return term;
  }
  return { first: given.token, head: given.token, last: given.token };
}

/** The first term behind a verb, before another verb; null where none stands there. */
export function termBehind(doc: Document, verb: number): Term | null {
  for (let i = verb + 1; i < doc.length && i - verb <= REACH && doc.sentence[i] === doc.sentence[verb]; i++) {
    const term = termAt(doc, i);
    if (term) return term;
    const x = doc.xpos[i];
    if (doc.upos[i] === U.VERB && x !== P.VBN && x !== P.VBG) return null;
    if (doc.text[doc.start[i]] === ";") return null;
  }
  return null;
}

/** "was given eight years", "gave each man life": the term that a verb gives, right behind it or behind whom it is given; none where it is time "to" do something. */
export function termObject(doc: Document, verb: number): number[] {
  for (let i = verb + 1; i < doc.length && i - verb < OBJECT_REACH && doc.sentence[i] === doc.sentence[verb]; i++) {
    const term = termAt(doc, i);
    if (term) return doc.norm[term.last + 1] === TO ? [] : [term.head];
    const tag = doc.upos[i];
    if (
      (tag === U.ADP && !LEADS.has(doc.norm[i]) && !LEADS.has(doc.norm[i - 1])) ||
      tag === U.VERB ||
      tag === U.CCONJ ||
      tag === U.SCONJ ||
      tag === U.AUX
    )
      return [];
  }
  return [];
}

const OBJECT_REACH = 9;

/** The term that begins at a token, or null. */
export function termAt(doc: Document, i: number): Term | null {
  if (doc.upos[i] === U.NUM || isOne(doc, i)) return measured(doc, i);
  // "imprisonment for 25 years", "prison for life"
  if (PLACES.has(doc.lemma[i]) && i + 2 < doc.length && doc.norm[i + 1] === FOR) {
    const inner = termAt(doc, i + 2);
    return inner && { ...inner, first: i };
  }
  if (!WHOLE.has(doc.lemma[i]) || doc.upos[i] === U.VERB) return null;
  const head = i + 1 < doc.length && KINDS.has(doc.lemma[i + 1]) ? i + 1 : i;
  // "death" alone is a term only where it is what somebody is sent to
  if (head === i && !isSentTo(doc, i)) return null;
  return { first: opening(doc, i), head, last: closing(doc, head) };
}

function isSentTo(doc: Document, i: number): boolean {
  const before = i > 0 ? doc.norm[i - 1] : -1;
  return before === TO || before === FOR || INTO.has(doc.norm[i + 1]);
}

/** "a year" */
function isOne(doc: Document, i: number): boolean {
  return (
    doc.upos[i] === U.DET && !BEFORE.has(doc.norm[i]) && i + 1 < doc.length && UNITS.has(doc.lemma[i + 1]) && doc.xpos[i + 1] !== P.NNS
  );
}

function measured(doc: Document, i: number): Term | null {
  let at = i;
  // "five or six years", "eight to 11 years"
  while (at + 2 < doc.length && (doc.upos[at + 1] === U.CCONJ || doc.norm[at + 1] === TO) && doc.upos[at + 2] === U.NUM) at += 2;
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  const hyphen = at + 2 < end && isHyphen(doc, at + 1);
  const unit = hyphen ? at + 2 : at + 1;
  if (unit >= end || !UNITS.has(doc.lemma[unit]) || BEFORE.has(doc.norm[i - 1])) return null;
  const head = kindBehind(doc, unit, end);
  if (head === unit && (hyphen || OF_WORK.has(doc.lemma[unit]))) return null;
  if (head === unit && (AFTER.has(doc.norm[unit + 1]) || isHyphen(doc, unit + 1))) return null;
  const first = opening(doc, i);
  // "was jailed two years after the raid": when, and not how long
  if (head === unit && LATER.has(doc.norm[unit + 1]) && first > 0 && SENT.has(doc.lemma[first - 1])) return null;
  // "two years and four months"
  const more =
    head === unit && unit + 3 < end && doc.upos[unit + 1] === U.CCONJ && doc.upos[unit + 2] === U.NUM && UNITS.has(doc.lemma[unit + 3]);
  return { first, head, last: closing(doc, more ? unit + 3 : head) };
}

/** Units that measure no term by themselves: hours of work, strokes of the cane. */
const OF_WORK = wordsOf("term-unit-of");
const LATER = wordsOf("later-than");
const SENT = wordsOf("sent-down");

/** "12-year suspended prison sentence", "12 years' imprisonment": the noun that the measure is of; the unit itself where there is none. */
function kindBehind(doc: Document, unit: number, end: number): number {
  // "six years of hard labour"
  if (unit + 2 < end && doc.norm[unit + 1] === OF) {
    const of = doc.upos[unit + 2] === U.ADJ || doc.upos[unit + 2] === U.DET || doc.lemma[unit + 2] === COMMUNITY ? unit + 3 : unit + 2;
    return of < end && KINDS.has(doc.lemma[of]) ? of : unit;
  }
  for (let k = unit + 1; k < end && k <= unit + 4; k++) {
    if (KINDS.has(doc.lemma[k])) return KINDS.has(doc.lemma[k + 1]) ? k + 1 : k;
    if (doc.upos[k] !== U.ADJ && doc.upos[k] !== U.NOUN && doc.upos[k] !== U.PART && doc.xpos[k] !== P.VBN) return unit;
  }
  return unit;
}

/** Back over "a", "the", "at least", "up to", "terms of between" that a measure begins with. */
function opening(doc: Document, i: number): number {
  const from = doc.sentenceStart[doc.sentence[i]];
  let first = i;
  if (first - 1 >= from && doc.norm[first - 1] === BETWEEN) first--;
  if (first - 2 >= from && doc.norm[first - 1] === OF && KINDS.has(doc.lemma[first - 2])) return openingNoun(doc, first - 2, from);
  if (first - 2 >= from && MEASURED.has(doc.norm[first - 1]) && LEADS.has(doc.norm[first - 2])) first -= 2;
  if (first - 1 >= from && (doc.upos[first - 1] === U.DET || (doc.upos[first - 1] === U.ADJ && doc.upos[i] !== U.NUM))) first--;
  return first;
}

/** Back over "a suspended", "two consecutive". */
function openingNoun(doc: Document, noun: number, from: number): number {
  let first = noun;
  while (first - 1 >= from && ATTRIBUTES.has(doc.upos[first - 1])) first--;
  while (first - 1 >= from && (doc.xpos[first - 1] === P.VBN || KINDS.has(doc.lemma[first - 1]))) first--;
  return first - 1 >= from && doc.upos[first - 1] === U.DET ? first - 1 : first;
}

const ATTRIBUTES = new Ids([U.ADJ, U.NUM]);

const MEASURED = wordsOf("term-bound");
const LEADS = wordsOf("term-bound-lead");

/** On over "in prison", "behind bars", "each". */
function closing(doc: Document, head: number): number {
  let last = head;
  const end = doc.sentenceStart[doc.sentence[head] + 1];
  if (last + 2 < end && INTO.has(doc.norm[last + 1]) && PLACES.has(doc.lemma[last + 2])) last += 2;
  if (last + 1 < end && EACH.has(doc.norm[last + 1])) last++;
  return last;
}

/** "jailed for six years, Leo Marsh for four and Ana Ruiz to three": each further person with a term, in the words after the first. */
function furtherOf(ctx: Context, first: Term): readonly Further[] {
  const found: Further[] = [];
  let at = first.last;
  for (let next = furtherAt(ctx, at); next; next = furtherAt(ctx, at)) {
    found.push(next);
    at = next.term.last;
  }
  return found;
}

function furtherAt({ doc, classes }: Context, after: number): Further | null {
  const end = doc.sentenceStart[doc.sentence[after] + 1];
  let i = after + 1;
  while (i < end && (doc.upos[i] === U.CCONJ || LINKS.has(doc.norm[i]) || isComma(doc, i))) i++;
  if (i === after + 1) return null;
  const from = i;
  let head = -1;
  for (; i < end && i - from < 9; i++) {
    if (isComma(doc, i) && doc.upos[i + 1] === U.NUM && isComma(doc, i + 2)) {
      i += 2;
      continue;
    }
    const tag = doc.upos[i];
    if (tag === U.NOUN || tag === U.PROPN) head = i;
    else if (!(tag === U.DET || tag === U.ADJ || tag === U.PRON || (tag === U.NUM && head < 0))) break;
  }
  if (head < 0 || i >= end || (doc.upos[head] !== U.PROPN && (classes[head] & PEOPLE) === 0)) return null;
  const to = doc.upos[i] === U.NUM ? i : GIVES.has(doc.norm[i]) ? i + 1 : -1;
  const term = to < 0 || to >= end ? null : (termAt(doc, to) ?? termAt(doc, to + 1) ?? bare(doc, to, end));
  return term && { first: from, head, term };
}

const PEOPLE = C.person | C["plural-person"] | C.name;
const GIVES = wordsOf("term-given");

/** "to four": a number with nothing that it counts. */
function bare(doc: Document, i: number, end: number): Term | null {
  if (doc.upos[i] !== U.NUM) return null;
  const next = i + 1 < end ? doc.upos[i + 1] : U.PUNCT;
  return next === U.PUNCT || next === U.CCONJ || next === U.ADP || next === U.SCONJ ? { first: i, head: i, last: i } : null;
}

function isComma(doc: Document, i: number): boolean {
  return i < doc.length && doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === ",";
}

function isHyphen(doc: Document, i: number): boolean {
  return i < doc.length && doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === "-";
}
