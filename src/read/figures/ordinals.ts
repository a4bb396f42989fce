import type { Span } from "../../base/span.js";
import { type Document, spanOf } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { numberWord } from "../quantities/numeral.js";
import { is, timeWord } from "../times/words.js";

/** "the 21st shooting of the year": how many there have been by now. */
export interface OrdinalFigure {
  readonly value: number;
  readonly span: Span;
  readonly noun: number;
  readonly measure: Span;
}

/** Finds ordinals that tell how many of a kind a period has seen: with a period behind the noun ("this year", "since 2009", "in a week"). */
export function ordinalFigures(doc: Document): readonly OrdinalFigure[] {
  const found: OrdinalFigure[] = [];
  for (let i = 0; i + 1 < doc.length; i++) {
    const value = ordinalAt(doc, i);
    if (value < 2) continue;
    const noun = nounBehind(doc, i);
    if (noun === null || is(timeWord(doc.norm[noun]), "unit") !== null || is(timeWord(doc.norm[noun]), "part") !== null) continue;
    if (doc.upos[noun] === U.PROPN || !endsInPeriod(doc, noun)) continue;
    found.push({ value, span: spanOf(doc, i, i), noun, measure: spanOf(doc, i + 1, phraseEnd(doc, noun)) });
  }
  return found;
}

function ordinalAt(doc: Document, i: number): number {
  const word = numberWord(doc.norm[i]);
  if (word?.kind === "ordinal") return word.value;
  return doc.upos[i] === U.ADJ || doc.upos[i] === U.NOUN ? (timeWord(doc.norm[i])?.ordinal ?? -1) : -1;
}

function nounBehind(doc: Document, i: number): number | null {
  const head = doc.head[i];
  const modifies = doc.relation[i] === R.amod || doc.relation[i] === R.compound || doc.relation[i] === R.nummod;
  return modifies && head > i && head - i <= 4 && (doc.upos[head] === U.NOUN || doc.upos[head] === U.PROPN) ? head : null;
}

/** How far behind its noun the period may stand, in tokens. */
const REACH = 16;

/** "of the year", "this year", "in a week", "since": a period that hangs on the noun or follows it. */
function endsInPeriod(doc: Document, noun: number): boolean {
  const end = Math.min(doc.sentenceStart[doc.sentence[noun] + 1], noun + REACH);
  for (let i = noun + 1; i < end; i++) {
    if (doc.upos[i] === U.VERB || doc.upos[i] === U.PUNCT) return false;
    if (is(timeWord(doc.norm[i]), "unit") !== null) return true;
  }
  return false;
}

function phraseEnd(doc: Document, noun: number): number {
  return Math.max(noun, Math.min(doc.right[noun], noun + 20));
}
