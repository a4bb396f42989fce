import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { TollOf } from "../../model/vocabulary.js";
import { C } from "../events/classes.js";
import { partWord } from "./parts.js";
import { tollWordAt } from "./words.js";

interface PeopleWord {
  readonly of: TollOf | null;
  /** `yes`: says no more than people; `single`: no more than one person; `no`: counts no people. */
  readonly generic: "yes" | "single" | "no" | null;
  /** How many the noun itself says ("couple": 2), or 0. */
  readonly number: number;
  readonly adult: boolean;
  /** Whether one of them alone is more than a man or a woman: "a pupil". */
  readonly more: boolean;
}

let table: Map<number, PeopleWord> | null = null;

function people(): Map<number, PeopleWord> {
  table ??= new Map(
    loadTable("toll-people").rows.map((row) => [
      vocabulary.id(row.lemma),
      {
        of: (row.of || null) as TollOf | null,
        generic: (row.generic || null) as PeopleWord["generic"],
        number: Number(row.number || 0),
        adult: row.age === "adult",
        more: row.says === "more",
      },
    ]),
  );
  return table;
}

function wordAt(doc: Document, head: number): PeopleWord | null {
  return people().get(doc.lemma[head]) ?? people().get(doc.norm[head]) ?? null;
}

/** How many people the noun itself says ("a couple", "the trio"), or 0. */
export function numberIn(doc: Document, head: number): number {
  // "his parents", "the twins": the plural says two where one of them is one
  return people().get(doc.norm[head])?.number || wordAt(doc, head)?.number || 0;
}

/** Whether the noun says an adult, or a child; null where it does not tell. */
export function isAdult(doc: Document, head: number): boolean | null {
  const word = wordAt(doc, head);
  return word?.adult ? true : word?.of === "children" ? false : null;
}

/** Whether the noun says more of a single person than that: "a boy", not "a man". */
export function saysMore(doc: Document, head: number): boolean {
  return wordAt(doc, head)?.more ?? false;
}

/** Whether the tables know the noun as one for people. */
export function isPeopleWord(doc: Document, head: number): boolean {
  const word = wordAt(doc, head);
  return word !== null && word.generic !== "no";
}

/** The group whose toll this is ("policemen": security-forces), or null where the noun does not tell. */
export function groupOf(doc: Document, head: number): TollOf | null {
  const own = wordAt(doc, head)?.of ?? null;
  if (own) return own;
  // "police officer", "Maoist cadre": the word before the noun tells
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.compound && doc.relation[c] !== R.amod) continue;
    const modifier = wordAt(doc, c)?.of ?? null;
    if (modifier) return modifier;
  }
  return null;
}

const PERSONS = C.person | C.police | C.security | C.militant | C.crowd | C["plural-person"] | C.pronoun;

/** Whether the noun phrase is a person or people, as far as its head tells; numbers alone are, names unless they name something else. */
export function isPeople(doc: Document, head: number, classes: Int32Array): boolean {
  if (doc.upos[head] === U.NUM || doc.upos[head] === U.PRON) return true;
  const word = wordAt(doc, head);
  return word ? word.generic !== "no" : (classes[head] & PERSONS) !== 0;
}

const NO_PERSONS =
  C.building | C.vehicle | C.infrastructure | C.weapon | C.bomb | C.money | C.abstract | C.thing | C.time | C.disease | C.crime | C.place;

/** Whether a number of them may be a number of people: nothing says that they are things. "seven associates" */
export function mayBePeople(doc: Document, head: number, classes: Int32Array): boolean {
  return isPeople(doc, head, classes) || (wordAt(doc, head) === null && (classes[head] & NO_PERSONS) === 0);
}

/** Whether the phrase says no more than that people were counted ("people", "others", "one man"). */
export function isGeneric(doc: Document, head: number): boolean {
  const tag = doc.upos[head];
  if (tag === U.NUM || tag === U.PRON || tag === U.DET) return true;
  const word = wordAt(doc, head);
  return word !== null && word.generic === "yes" && !isModified(doc, head);
}

/** Whether a modifier says more of the people than what happened to them: "foreign victims", not "injured people", "several other people". */
function isModified(doc: Document, head: number): boolean {
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.amod && doc.relation[c] !== R.compound) continue;
    if (partWord(doc.norm[c]) === "more") continue;
    if (!tollWordAt(doc, c) && wordAt(doc, c)?.generic !== "yes" && wordAt(doc, c)?.generic !== "no") return true;
  }
  return false;
}

/** One person without a name: "a man", "the 27-year-old". */
export function isSinglePerson(doc: Document, head: number): boolean {
  return doc.xpos[head] !== P.NNS && wordAt(doc, head)?.generic === "single";
}

/** Span of the phrase counted, without its number and article words before it and what trails it. */
export function whoSpan(doc: Document, head: number, afterNumber: number | null): Span {
  let first = head;
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (tollWordAt(doc, c) || (r === R["nmod:poss"] && doc.upos[c] === U.PRON) || partWord(doc.norm[c]) === "own") continue;
    if (
      r === R.det ||
      r === R.nummod ||
      r === R.advmod ||
      r === R.cop ||
      r === R.aux ||
      r === R.obl ||
      r === R.nsubj ||
      r === R.mark ||
      r === R.punct ||
      r === R.case ||
      r === R.cc ||
      r === R["cc:preconj"]
    )
      continue;
    first = Math.min(first, doc.left[c]);
  }
  if (afterNumber !== null && afterNumber <= head) first = Math.max(first, afterNumber);
  let last = head;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c > head && (doc.relation[c] === R.flat || doc.relation[c] === R.compound) && doc.right[c] > last) last = doc.right[c];
  }
  // "passers-by": a word with hyphens is told whole
  while (isJoined(doc, last + 1) && isJoined(doc, last + 2) && doc.text[doc.start[last + 1]] === "-") last += 2;
  return [doc.start[first], doc.end[last]];
}

/** Whether a token stands right behind the one before it, without a space. */
function isJoined(doc: Document, i: number): boolean {
  return i < doc.length && doc.start[i] === doc.end[i - 1];
}
