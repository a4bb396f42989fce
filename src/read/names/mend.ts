import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { CLASS } from "./classes.js";
import { splitDescribed } from "./described.js";
import { KNOWN_KINDS, markKnown } from "./known.js";
import { BEGIN, INSIDE, LAST, labelOf, NAME_TYPES, OUTSIDE, positionOf, typeOf, UNIT } from "./labels.js";
import { SHAPE, shapeOf } from "./shapes.js";
import { words } from "./words.js";

const ORGANISATION = NAME_TYPES.indexOf("organisation");
const PERSON = NAME_TYPES.indexOf("person");
const PLACE = NAME_TYPES.indexOf("place");
const NATIONALITY = NAME_TYPES.indexOf("nationality");

/** Sets right, in place, what the tables and the report itself know better than the sequence model. */
export function mend(doc: Document, labels: Uint8Array): void {
  const known = markKnown(doc);
  dropMarks(doc, labels);
  dropAddress(doc, labels);
  splitDescribed(doc, labels);
  splitJoined(doc, known, labels);
  splitAtVerbs(doc, labels);
  joinOwners(doc, labels);
  mendKnown(doc, known, labels);
  addKnown(doc, known, labels);
  mendAged(doc, labels);
  mendSurnames(doc, labels);
  addOrigins(doc, known, labels);
  mendNationalities(doc, labels);
  markAcronyms(doc, labels);
}

/** A bracket or dash alone is no name. */
function dropMarks(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] !== OUTSIDE && positionOf(labels[i]) === UNIT && shapeOf(doc.text, doc.start[i], doc.end[i]) === SHAPE.mark)
      labels[i] = OUTSIDE;
  }
}

/** "Mercy Children's Hospital" is one name, not a person's and a hospital. */
function joinOwners(doc: Document, labels: Uint8Array): void {
  for (let i = 1; i + 1 < doc.length; i++) {
    if (
      doc.xpos[i] !== P.POS ||
      labels[i - 1] === OUTSIDE ||
      !isClosing(labels[i - 1]) ||
      !(words.extra[doc.norm[i - 1]] & (CLASS.owners >>> 24))
    )
      continue;
    let end = i + 1;
    if (labels[end] === OUTSIDE ? !isBodyNoun(doc, end) : positionOf(labels[end]) !== BEGIN && positionOf(labels[end]) !== UNIT) continue;
    if (labels[end] !== OUTSIDE) while (end + 1 < doc.length && !isClosing(labels[end])) end++;
    let first = i - 1;
    while (first > 0 && positionOf(labels[first]) !== BEGIN && positionOf(labels[first]) !== UNIT) first--;
    relabel(labels, first, end + 1, ORGANISATION);
  }
}

function isClosing(label: number): boolean {
  return positionOf(label) === LAST || positionOf(label) === UNIT;
}

function isBodyNoun(doc: Document, i: number): boolean {
  return (words.flags[doc.norm[i]] & CLASS.organisationNoun) > 0 && shapeOf(doc.text, doc.start[i], doc.end[i]) !== SHAPE.lower;
}

/** "killed Budhan Toppo (27), a villager": whatever a name was taken for, an age in brackets right behind it says that it is a person's. */
function mendAged(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i + 3 < doc.length; i++) {
    if (labels[i] === OUTSIDE || !isClosing(labels[i]) || typeOf(labels[i]) === PERSON || !isAgeBehind(doc, i)) continue;
    let first = i;
    while (first > 0 && positionOf(labels[first]) !== BEGIN && positionOf(labels[first]) !== UNIT) first--;
    if (typeOf(labels[first]) === ORGANISATION || (first > 0 && doc.upos[first - 1] === U.ADP && first === i)) continue;
    relabel(labels, first, i + 1, PERSON);
  }
}

const AGE = /^[1-9]\d$/;

function isAgeBehind(doc: Document, i: number): boolean {
  const said = (k: number): string => doc.text.slice(doc.start[k], doc.end[k]);
  return said(i + 1) === "(" && AGE.test(said(i + 2)) && said(i + 3) === ")";
}

/** "Rebecca Washington ... Washington said": a place's name that is the surname of somebody in the report is that person, save after a preposition. */
function mendSurnames(doc: Document, labels: Uint8Array): void {
  const surnames = new Set<number>();
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] === labelOf(PERSON, LAST)) surnames.add(doc.norm[i]);
    const alone = labels[i] === labelOf(PLACE, UNIT) || labels[i] === labelOf(ORGANISATION, UNIT);
    if (alone && surnames.has(doc.norm[i]) && i > 0 && doc.upos[i - 1] !== U.ADP) labels[i] = labelOf(PERSON, UNIT);
  }
}

/** "the Taliban and al-Qaeda" taken for one name is two where the tables know one side by itself. */
function splitJoined(doc: Document, known: Uint8Array, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] === OUTSIDE || positionOf(labels[i]) !== BEGIN) continue;
    let end = i + 1;
    while (end < doc.length && positionOf(labels[end]) === INSIDE) end++;
    for (let k = i + 1; k < end; k++) {
      if (doc.upos[k] !== U.CCONJ && doc.upos[k] !== U.ADP) continue;
      if (doc.upos[k] === U.ADP && !isKnownName(known, i, k)) continue;
      if (!isKnownName(known, i, k) && !isKnownName(known, k + 1, end + 1)) continue;
      relabel(labels, i, k, typeOfKnown(known, i, k) ?? typeOf(labels[i]));
      labels[k] = OUTSIDE;
      relabel(labels, k + 1, end + 1, typeOfKnown(known, k + 1, end + 1) ?? typeOf(labels[end]));
      break;
    }
    i = end;
  }
}

/**
 * "Judge Amina Bello found Musa guilty", "the Delhi Police of North District arrested two": no verb in small letters stands in a person's
 * name, no finite one in another's.
 */
function splitAtVerbs(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] === OUTSIDE) continue;
    const type = typeOf(labels[i]);
    if (positionOf(labels[i]) === UNIT && type === NATIONALITY && isSmallVerb(doc, i, type)) labels[i] = OUTSIDE;
    if (labels[i] === OUTSIDE || positionOf(labels[i]) !== BEGIN) continue;
    let end = i + 1;
    while (end < doc.length && positionOf(labels[end - 1]) !== LAST) end++;
    let first = i;
    for (let k = i + 1; k < end - 1; k++) {
      if (!isSmallVerb(doc, k, type)) continue;
      relabel(labels, first, k, type);
      labels[k] = OUTSIDE;
      first = k + 1;
    }
    if (first > i && first < end) relabel(labels, first, end, type);
  }
}

function isSmallVerb(doc: Document, k: number, type: number): boolean {
  if (doc.upos[k] !== U.VERB || shapeOf(doc.text, doc.start[k], doc.end[k]) !== SHAPE.lower) return false;
  // "rebel-held": a participle behind a hyphen
  return type === PERSON || ((doc.xpos[k] === P.VBD || doc.xpos[k] === P.VBZ) && doc.start[k] > doc.end[k - 1]);
}

/** Whether tokens `[first, end)` are exactly one name of the tables. */
function isKnownName(known: Uint8Array, first: number, end: number): boolean {
  return typeOfKnown(known, first, end) !== null;
}

function typeOfKnown(known: Uint8Array, first: number, end: number): number | null {
  if (end - first === 1) return typeAt(known[first], UNIT);
  const type = typeAt(known[first], BEGIN);
  if (type === null || typeAt(known[end - 1], LAST) !== type) return null;
  for (let i = first + 1; i < end - 1; i++) if (typeAt(known[i], INSIDE) !== type) return null;
  return type;
}

/** Type of the known name that a mark belongs to, where the mark is at this position of it. */
function typeAt(mark: number, position: number): number | null {
  if (mark === 0 || (mark + 3 - position) % 4 !== 0) return null;
  const kind = kindAt(mark, position);
  if (kind === "government") return PLACE;
  return kind === "armed-group" || kind === "agency" || kind === "outlet" ? ORGANISATION : null;
}

function relabel(labels: Uint8Array, first: number, end: number, type: number): void {
  for (let i = first; i < end; i++) {
    const position = end - first === 1 ? UNIT : i === first ? BEGIN : i === end - 1 ? LAST : INSIDE;
    labels[i] = labelOf(type, position);
  }
}

/** A name that the tables know as a body's ("Boko Haram", "Taliban") is one, whatever it was taken for. */
function mendKnown(doc: Document, known: Uint8Array, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    const label = labels[i];
    if (label === OUTSIDE || typeOf(label) === ORGANISATION || (positionOf(label) !== BEGIN && positionOf(label) !== UNIT)) continue;
    let end = i + 1;
    if (positionOf(label) === BEGIN) while (end < doc.length && positionOf(labels[end - 1]) !== LAST) end++;
    if (typeOfKnown(known, i, end) === ORGANISATION && (end - i > 1 || isTellingGroup(doc, known[i], i)))
      relabel(labels, i, end, ORGANISATION);
  }
}

/** "Mr Banda": a form of address is no part of a name. */
function dropAddress(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] === OUTSIDE || !(words.extra[doc.norm[i]] & (CLASS.address >>> 24))) continue;
    const begins = labels[i] === labelOf(PERSON, BEGIN);
    if (begins || positionOf(labels[i]) === UNIT) labels[i] = OUTSIDE;
    if (!begins) continue;
    labels[i + 1] = labelOf(PERSON, labels[i + 1] === labelOf(PERSON, LAST) ? UNIT : BEGIN);
  }
}

/** "Costa Rican investigators": a word of origin made of two is one, though the tagger saw a place in its first word or nothing in either. */
function addOrigins(doc: Document, known: Uint8Array, labels: Uint8Array): void {
  for (let i = 0; i + 1 < doc.length; i++) {
    if (!isOriginAt(known[i], BEGIN)) continue;
    let end = i + 1;
    while (end < doc.length && isOriginAt(known[end], INSIDE)) end++;
    end++;
    const opens = labels[i] === OUTSIDE || positionOf(labels[i]) === BEGIN || positionOf(labels[i]) === UNIT;
    if (!opens || (labels[end - 1] !== OUTSIDE && !isClosing(labels[end - 1]))) continue;
    const isCapital = (t: number): boolean => shapeOf(doc.text, doc.start[t], doc.end[t]) !== SHAPE.lower;
    if (isCapital(i) && isCapital(end - 1)) relabel(labels, i, end, NATIONALITY);
  }
}

function isOriginAt(mark: number, position: number): boolean {
  return mark !== 0 && (mark + 3 - position) % 4 === 0 && kindAt(mark, position) === "nationality";
}

/** Least letters of a name of one word that is known by itself, whatever its capitals. */
const TELLING = 5;

/** "Boko Haram", "the Taliban": a body that the tables know is a name where the tagger saw nothing, if it is written like one. */
function addKnown(doc: Document, known: Uint8Array, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] !== OUTSIDE || known[i] === 0) continue;
    let end = i + 1;
    if (typeAt(known[i], UNIT) === null) while (end < doc.length && known[end] !== 0 && typeAt(known[end - 1], LAST) === null) end++;
    if (typeOfKnown(known, i, end) !== ORGANISATION) continue;
    if (!labels.subarray(i, end).every((label) => label === OUTSIDE) || !isWrittenLikeName(doc, known[i], i, end)) continue;
    relabel(labels, i, end, ORGANISATION);
    i = end - 1;
  }
}

function isWrittenLikeName(doc: Document, mark: number, first: number, end: number): boolean {
  const shape = shapeOf(doc.text, doc.start[first], doc.end[first]);
  const last = shapeOf(doc.text, doc.start[end - 1], doc.end[end - 1]);
  if (shape === SHAPE.lower || last === SHAPE.lower) return false;
  return end - first > 1 ? kindAt(mark, BEGIN) !== "outlet" : isTellingGroup(doc, mark, first);
}

/** An armed group's name of one word that is no other word. */
function isTellingGroup(doc: Document, mark: number, i: number): boolean {
  return kindAt(mark, UNIT) === "armed-group" && doc.end[i] - doc.start[i] >= TELLING;
}

function kindAt(mark: number, position: number): string | undefined {
  return KNOWN_KINDS[((mark + 3 - position) >> 2) - 1];
}

/**
 * A lone word of origin ("Kazakh") is a nationality, whatever it was taken for, unless it is a first name too; so it is where nothing was
 * seen in it, as long as its capital or a text without capitals allows.
 */
function mendNationalities(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    const flags = words.flags[doc.norm[i]];
    if (!(flags & CLASS.nationality) || flags & (CLASS.firstName | CLASS.agency | CLASS.outlet)) continue;
    const label = labels[i];
    if (label === OUTSIDE ? mayBeOrigin(doc, i) : positionOf(label) === UNIT && typeOf(label) !== PLACE)
      labels[i] = labelOf(NATIONALITY, UNIT);
  }
}

function mayBeOrigin(doc: Document, i: number): boolean {
  if (doc.upos[i] !== U.ADJ && doc.upos[i] !== U.PROPN && doc.upos[i] !== U.NOUN) return false;
  return shapeOf(doc.text, doc.start[i], doc.end[i]) !== SHAPE.lower;
}

/**
 * An acronym that a report explains in brackets right after an organisation's name ("the Islamic State (IS)") is a name wherever it
 * stands in capitals, though it be spelt like a word.
 */
function markAcronyms(doc: Document, labels: Uint8Array): void {
  const explained = new Set<number>();
  for (let i = 1; i + 2 < doc.length; i++) {
    if (
      labels[i - 1] === OUTSIDE ||
      typeOf(labels[i - 1]) !== ORGANISATION ||
      doc.text[doc.start[i]] !== "(" ||
      doc.text[doc.start[i + 2]] !== ")"
    )
      continue;
    if (isAcronym(doc, i + 1)) explained.add(doc.norm[i + 1]);
  }
  if (explained.size === 0) return;
  for (let i = 0; i < doc.length; i++)
    if (labels[i] === OUTSIDE && explained.has(doc.norm[i]) && isAcronym(doc, i)) labels[i] = labelOf(ORGANISATION, UNIT);
}

/** Two to eight capitals in a sentence that has small letters too. */
function isAcronym(doc: Document, i: number): boolean {
  const word = doc.text.slice(doc.start[i], doc.end[i]);
  if (!/^[A-Z][A-Z0-9/-]{1,7}$/.test(word)) return false;
  const s = doc.sentence[i];
  const sentence = doc.text.slice(doc.start[doc.sentenceStart[s]], doc.end[doc.sentenceStart[s + 1] - 1]);
  return sentence !== sentence.toUpperCase();
}
