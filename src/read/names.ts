import { readFileSync } from "node:fs";
import { type Document, spanOf } from "../language/document.js";
import type { NameMention } from "./findings.js";
import { isExplaining, keep } from "./journal.js";
import { NameTagger } from "./names/decode.js";
import { LAST, NAME_TYPES, OUTSIDE, positionOf, typeOf, UNIT } from "./names/labels.js";
import { mend } from "./names/mend.js";
import { beforeOf, surroundingsOf } from "./names/surroundings.js";
import { unpackWeights } from "./names/weights.js";
import { words } from "./names/words.js";
import { stage } from "./stage.js";

let taggers: readonly NameTagger[] | null = null;

function load(): readonly NameTagger[] {
  const read = (pass: number) => new NameTagger(unpackWeights(readFileSync(new URL(`../../models/names-${pass}.bin`, import.meta.url))));
  taggers ??= [read(1), read(2)];
  return taggers;
}

/** Names of persons, organisations and places, and nationalities. Not who or where they are: see actors and places. */
export const names = stage({
  name: "names",
  needs: ["doc"],
  gives: ["names"],
  run({ doc }) {
    const labels = tagNames(doc);
    mend(doc, labels);
    const names = nameMentions(doc, labels);
    if (isExplaining()) keepNames(doc, labels, names);
    return { names };
  },
});

/** Labels of a document by two passes, the second of which sees what the first called the same words elsewhere in the report. */
function tagNames(doc: Document): Uint8Array {
  words.grow();
  const [first, second] = load();
  const around = surroundingsOf(doc);
  const labels = first.tag(doc, around);
  return second.tag(doc, { ...around, before: beforeOf(doc, labels) });
}

/** Keeps why each name was taken for one: what spoke for the label of its first word. A rule may have mended it since. */
function keepNames(doc: Document, labels: Uint8Array, names: readonly NameMention[]): void {
  const [first, second] = load();
  const around = surroundingsOf(doc);
  const sees = { ...around, before: beforeOf(doc, first.tag(doc, around)) };
  const learned = second.tag(doc, sees);
  for (const { span, type, tokens } of names) {
    const [i] = tokens;
    const features = second.why(doc, sees, i, labels[i]);
    keep({
      what: `name of a ${type}${learned[i] === labels[i] ? "" : ", mended by rule"}`,
      model: "names",
      span,
      of: null,
      score: features.reduce((sum, f) => sum + f.weight, 0),
      least: null,
      instead: null,
      features,
    });
  }
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
