import { readFileSync } from "node:fs";
import { type Document, spanOf } from "../language/document.js";
import type { NameMention } from "./findings.js";
import { CLASS } from "./names/classes.js";
import { NameTagger } from "./names/decode.js";
import { KNOWN_KINDS, markKnown } from "./names/known.js";
import { BEGIN, INSIDE, LAST, labelOf, NAME_TYPES, OUTSIDE, positionOf, typeOf, UNIT } from "./names/labels.js";
import { beforeOf, surroundingsOf } from "./names/surroundings.js";
import { unpackWeights } from "./names/weights.js";
import { words } from "./names/words.js";
import { stage } from "./stage.js";

const ORGANISATION = NAME_TYPES.indexOf("organisation");
const PERSON = NAME_TYPES.indexOf("person");
const PLACE = NAME_TYPES.indexOf("place");
const NATIONALITY = NAME_TYPES.indexOf("nationality");

let taggers: readonly NameTagger[] | null = null;

function load(): readonly NameTagger[] {
  const read = (pass: number) => new NameTagger(unpackWeights(readFileSync(new URL(`../../models/names-${pass}.bin`, import.meta.url))));
  taggers ??= [read(1)];
  return taggers;
}

/** Names of persons, organisations and places, and nationalities. Not who or where they are: see actors and places. */
export const names = stage({
  name: "names",
  needs: ["doc"],
  gives: ["names"],
  run({ doc }) {
    const labels = tagNames(doc);
    mendKnown(doc, labels);
    mendNationalities(doc, labels);
    markAcronyms(doc, labels);
    return { names: nameMentions(doc, labels) };
  },
});

/** Labels of a document by two passes, the second of which sees what the first called the same words elsewhere in the report. */
function tagNames(doc: Document): Uint8Array {
  words.grow();
  const [first, second] = load();
  const around = surroundingsOf(doc);
  const labels = first.tag(doc, around);
  return second ? second.tag(doc, { ...around, before: beforeOf(doc, labels) }) : labels;
}

/** A name of several words that the tables know as a body's ("Boko Haram") is one, though it was taken for a person's. */
function mendKnown(doc: Document, labels: Uint8Array): void {
  const known = markKnown(doc);
  for (let i = 0; i < doc.length; i++) {
    if (labels[i] !== labelOf(PERSON, BEGIN) || !isBody(known[i], BEGIN)) continue;
    let end = i + 1;
    while (end < doc.length && labels[end] === labelOf(PERSON, INSIDE)) end++;
    if (end >= doc.length || labels[end] !== labelOf(PERSON, LAST) || !isBody(known[end], LAST)) continue;
    for (let k = i; k <= end; k++) labels[k] += 4 * (ORGANISATION - PERSON);
  }
}

/** Whether a mark of `markKnown` is of an armed group, an agency or an outlet, at this position of its name. */
function isBody(mark: number, position: number): boolean {
  const kind = KNOWN_KINDS[((mark + 3 - position) >> 2) - 1];
  return (mark + 3 - position) % 4 === 0 && (kind === "armed-group" || kind === "agency" || kind === "outlet");
}

/** A lone word of origin ("Kazakh") is a nationality, whatever it was taken for, unless it is a first name too. */
function mendNationalities(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    const label = labels[i];
    if (label === OUTSIDE || positionOf(label) !== UNIT || typeOf(label) === PLACE) continue;
    const flags = words.flags[doc.norm[i]];
    if (flags & CLASS.nationality && !(flags & (CLASS.firstName | CLASS.agency | CLASS.outlet))) labels[i] = labelOf(NATIONALITY, UNIT);
  }
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

/** The names that a sequence of labels marks. */
export function nameMentions(doc: Document, labels: Uint8Array): readonly NameMention[] {
  const found: NameMention[] = [];
  let first = 0;
  for (let i = 0; i < doc.length; i++) {
    const label = labels[i];
    if (label === OUTSIDE) {
      first = i + 1;
      continue;
    }
    const position = positionOf(label);
    if (position !== UNIT && position !== LAST) continue;
    if (position === UNIT) first = i;
    found.push({ span: spanOf(doc, first, i), type: NAME_TYPES[typeOf(label)], tokens: [first, i + 1] });
    first = i + 1;
  }
  return found;
}
