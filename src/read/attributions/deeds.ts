import type { Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { actorLexicon } from "../actors/lexicon.js";
import { wordsOf } from "../events/words.js";
import { mainOf } from "../remarks/pieces.js";
import { isNegation } from "./lexicon.js";

const [OWNING, CARRYING, SETTING_OFF] = [wordsOf("owning-up"), wordsOf("carrying-out"), wordsOf("setting-off")];
const [DEED_VERBS, PART_IN, OWN_PEOPLE] = [wordsOf("deed-verb"), wordsOf("part-in"), wordsOf("own-people")];
/** Nouns of deeds that somebody owns up to or denies. */
export const DEEDS = wordsOf("deed");
const NOTHING = vocabulary.id("nothing");
const DO = vocabulary.id("do");
const [IN, WITH] = [vocabulary.id("in"), vocabulary.id("with")];

/** "it was behind the raid", "its fighters had carried out the attack", of whom "it" says so. */
export function ownsUp(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  const main = mainOf(doc, [start, end]);
  const subject = main < 0 ? -1 : childWith(doc, main, R.nsubj);
  if (subject < start || !isOwn(doc, subject) || isNegated(doc, main)) return false;
  if (doc.upos[subject] === U.PRON) for (let k = start; k < end && k <= main; k++) if (OWNING.has(doc.norm[k])) return true;
  return isDeed(doc, main);
}

/** "it had no hand in the blast", "they had nothing to do with it", "we did not lay the mine": what somebody says not to have done. */
export function disowns(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  const main = mainOf(doc, [start, end]);
  const subject = main < 0 ? -1 : childWith(doc, main, R.nsubj);
  if (subject >= start && isOwn(doc, subject) && isNegated(doc, main) && (isDeed(doc, main) || isAct(doc, main))) return true;
  return hasNoPart(doc, start, end);
}

/** "no hand in", "no role in", "nothing to do with". */
export function hasNoPart(doc: Document, start: number, end: number): boolean {
  for (let k = start; k + 1 < end; k++) {
    if (PART_IN.has(doc.lemma[k]) && isNegated(doc, k) && (doc.norm[k + 1] === IN || doc.norm[k + 1] === WITH)) return true;
    if (doc.norm[k] === NOTHING && k + 3 < end && doc.lemma[k + 2] === DO && doc.norm[k + 3] === WITH) return !isPersonAt(doc, k + 4, end);
  }
  return false;
}

/** How many words of a phrase may stand before its noun. */
const PHRASE = 4;

/** "nothing to do with the two men": who says so denies to know them, and nothing of what they did. */
function isPersonAt(doc: Document, first: number, end: number): boolean {
  for (let k = first; k < Math.min(end, first + PHRASE); k++) {
    const tag = doc.upos[k];
    if (tag === U.NOUN && (k + 1 >= end || doc.upos[k + 1] !== U.NOUN)) return actorLexicon().persons.has(doc.lemma[k]);
    if (tag === U.PROPN || tag === U.VERB || tag === U.PUNCT) return false;
  }
  return false;
}

/** Who speaks, by a pronoun, or their people: "its fighters". */
function isOwn(doc: Document, subject: number): boolean {
  if (doc.upos[subject] === U.PRON) return true;
  const owner = childWith(doc, subject, R["nmod:poss"]);
  return owner >= 0 && doc.upos[owner] === U.PRON && OWN_PEOPLE.has(doc.lemma[subject]);
}

/** "carried out the attack", "planted the bomb". */
function isDeed(doc: Document, verb: number): boolean {
  const deed = CARRYING.has(doc.lemma[verb]) || SETTING_OFF.has(doc.lemma[verb]) ? childWith(doc, verb, R.obj) : -1;
  return deed > verb && DEEDS.has(doc.lemma[deed]);
}

function isAct(doc: Document, verb: number): boolean {
  return doc.upos[verb] === U.VERB && DEED_VERBS.has(doc.lemma[verb]);
}

/** Whether "not", "never" or "no" hangs on a token. */
export function isNegated(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if ((doc.relation[c] === R.advmod || doc.relation[c] === R.det) && isNegation(doc, c)) return true;
  }
  return false;
}
