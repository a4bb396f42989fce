import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { caseOf, isVerbal, SUBJECTS } from "./voice.js";
import { wordsOf } from "./words.js";

const FROM = vocabulary.id("from");
const TO = vocabulary.id("to");
const OF = vocabulary.id("of");
const ROUTE = wordsOf("route");
const ROUTE_VERB = wordsOf("route-verb");
const ORIGIN = wordsOf("origin");
const FLIGHT = wordsOf("flight");
const LINKING = wordsOf("linking");
const [TOWARDS, GOING] = [wordsOf("towards"), wordsOf("going")];
const [SETTLEMENT, COMPASS, LIVING] = [wordsOf("settlement-noun"), wordsOf("compass"), wordsOf("living")];

/**
 * Whether a place, by the head of its phrase, only says where somebody comes from ("a resident of Quetta") or fled to, or between which
 * places something was under way ("on its way from Rampur to Lucknow", "sailing to Lomé"): nothing happened there.
 */
export function isPassing(doc: Document, top: number): boolean {
  const word = caseOf(doc, top);
  const noun = doc.head[top];
  if (isOfOther(doc, top)) return true;
  if (word === OF) return noun >= 0 && noun < top && (ORIGIN.has(doc.lemma[noun]) || isBearing(doc, noun) || isPassingTown(doc, noun));
  if (isHome(doc, noun) || isOrigin(doc, top, word)) return true;
  if (TOWARDS.has(word) && isOnTheWay(doc, noun)) return true;
  if (word !== FROM && word !== TO) return false;
  for (let at = noun, step = 0; at >= 0 && step < 3 && at < top; at = doc.head[at], step++) {
    if (ROUTE.has(doc.lemma[at])) return true;
    if (isVerbal(doc, at)) return ROUTE_VERB.has(doc.lemma[at]) || (word === TO && FLIGHT.has(doc.lemma[at]));
  }
  return word === TO && isBehindRoute(doc, top);
}

/** "on its way to the garrison town of Arbinda": the word for what a place is stands where the place does. */
function isPassingTown(doc: Document, noun: number): boolean {
  return SETTLEMENT.has(doc.lemma[noun]) && isPassing(doc, noun);
}

/** "Kyaukme, about 120 kilometres north-east of Mandalay, was captured": what the town named before is far from. */
function isBearing(doc: Document, noun: number): boolean {
  const town = doc.head[noun];
  return COMPASS.has(doc.lemma[noun]) && doc.relation[noun] === R.appos && town >= 0 && doc.upos[town] === U.PROPN;
}

/** "The general, who lives in Marseille": where somebody is at home. */
function isHome(doc: Document, verb: number): boolean {
  return verb >= 0 && isVerbal(doc, verb) && LIVING.has(doc.lemma[verb]) && doc.relation[verb] === R["acl:relcl"];
}

/** "who said they were from Pakistan and Iran". */
function isOrigin(doc: Document, top: number, word: number): boolean {
  const first = word < 0 && doc.relation[top] === R.conj ? doc.head[top] : top;
  return first >= 0 && caseOf(doc, first) === FROM && childWith(doc, first, R.cop) >= 0;
}

/** "have fled, most of them on foot towards El Obeid". */
function isOnTheWay(doc: Document, from: number): boolean {
  for (let at = from, step = 0; at >= 0 && step < 4; at = doc.head[at], step++)
    if (ROUTE.has(doc.lemma[at]) || GOING.has(doc.lemma[at]) || ROUTE_VERB.has(doc.lemma[at]) || FLIGHT.has(doc.lemma[at])) return true;
  return false;
}

/** The verb of a link that a place stands behind within its clause, or -1. */
function linkBefore(doc: Document, top: number): number {
  for (let at = top, step = 0; step < 3 && doc.head[at] >= 0; step++) {
    if (SUBJECTS.includes(doc.relation[at])) return -1;
    at = doc.head[at];
    if (LINKING.has(doc.lemma[at]) && isVerbal(doc, at)) return at < top ? at : -1;
  }
  return -1;
}

/** "The highway linking Tarapur with Dhanra", "the bridge that connects A and B": what happened there was near them, what did not had nothing to do with them. */
export function isLinked(doc: Document, top: number): boolean {
  const link = linkBefore(doc, top);
  return link >= 0 && doc.xpos[link] !== P.VBN;
}

/** "The shooting is not connected to the march in Westbrook": where the other was. */
function isOfOther(doc: Document, top: number): boolean {
  const link = linkBefore(doc, top);
  return link >= 0 && doc.xpos[link] === P.VBN;
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
