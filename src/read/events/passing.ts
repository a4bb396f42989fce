import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { caseOf, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const FROM = vocabulary.id("from");
const TO = vocabulary.id("to");
const OF = vocabulary.id("of");
const ROUTE = wordsOf("route");
const ROUTE_VERB = wordsOf("route-verb");
const ORIGIN = wordsOf("origin");

/**
 * Whether a place, by the head of its phrase, only says where somebody comes from ("a resident of Quetta") or between which places
 * something was under way ("on its way from Rampur to Lucknow", "sailing to Lomé"): nothing happened there.
 */
export function isPassing(doc: Document, top: number): boolean {
  const word = caseOf(doc, top);
  const noun = doc.head[top];
  if (word === OF) return noun >= 0 && noun < top && ORIGIN.has(doc.lemma[noun]);
  if (word !== FROM && word !== TO) return false;
  for (let at = noun, step = 0; at >= 0 && step < 3 && at < top; at = doc.head[at], step++) {
    if (ROUTE.has(doc.lemma[at])) return true;
    if (isVerbal(doc, at)) return ROUTE_VERB.has(doc.lemma[at]);
  }
  return word === TO && isBehindRoute(doc, top);
}

/** "from Rampur to Lucknow", where the tree hangs the two apart: a route's word before them, and no verb between. */
function isBehindRoute(doc: Document, top: number): boolean {
  for (let i = top - 1, step = 0; i >= 0 && step < REACH && doc.sentence[i] === doc.sentence[top]; i--, step++) {
    if (isVerbal(doc, i)) return false;
    if (ROUTE.has(doc.lemma[i])) return true;
  }
  return false;
}

const REACH = 8;

const COURT = wordsOf("court-seat");

/** "A court in Lima sentenced ... for the killing of 46": where the court sits, and what it rules on was not done. */
export function isCourts(doc: Document, place: number): boolean {
  const noun = doc.head[place];
  return noun >= 0 && noun < place && doc.upos[place] === U.PROPN && COURT.has(doc.lemma[noun]);
}
