import { childWith, type Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C, wordBits } from "../events/classes.js";
import { wordsOf } from "../events/words.js";
import { words } from "../quantities/words.js";
import { DEEDS } from "./deeds.js";
import type { CueRow } from "./lexicon.js";
import { CUE_KINDS, isOfThings, needsClause, saysWho } from "./lexicon.js";
import type { Quotations } from "./quotes.js";

/** How near a quotation must stand to a word that reports nothing without one. */
const NEAR = 4;

/** Whether a word is no cue by what stands with it, whatever it scores: "fired back at the gunmen", "released 11 of the pupils". */
export function reportsNothing(doc: Document, quotes: Quotations, token: number, row: CueRow): boolean {
  if (isPastAll(doc, token) || isReportedMissing(doc, token)) return true;
  if (isOrderedDeed(doc, token) || isCounted(doc, token) || isPlea(doc, token) || isRefused(doc, token)) return true;
  if (isHearing(doc, token) || (saysWho(row.id) && isKnownAs(doc, token))) return true;
  if (CUE_KINDS[row.kind] === "expect" && isPredicate(doc, token)) return true;
  if ((isSummoned(doc, token) || isHearsay(doc, token)) && !isByQuotation(doc, quotes, token)) return true;
  return (needsClause(row.id) && !hasClause(doc, token) && !isByQuotation(doc, quotes, token)) || doesToPeople(doc, token, row);
}

/** "Asylum claims drop by a quarter", "Reports of abuse rose": a plural that has moved says nothing. */
function isCounted(doc: Document, token: number): boolean {
  const next = token + 1;
  if (next >= doc.length || doc.sentence[next] !== doc.sentence[token] || doc.norm[token] === doc.lemma[token]) return false;
  const { trends } = words();
  return (trends.has(doc.lemma[next]) || DROP.has(doc.norm[next])) && (doc.xpos[token] === P.NNS || doc.xpos[token] === P.VBZ);
}

/** "A woman reported missing on Sunday": whoever is missed says nothing. */
function isReportedMissing(doc: Document, token: number): boolean {
  return doc.lemma[token] === REPORT && token + 1 < doc.length && doc.norm[token + 1] === MISSING;
}

const REPORT = vocabulary.id("report");
const MISSING = vocabulary.id("missing");

/** "a student identified only as Sho": by whom is not said, however the verb is tagged. */
function isKnownAs(doc: Document, token: number): boolean {
  let next = token + 1;
  while (next < doc.length && doc.upos[next] === U.ADV) next++;
  return next < doc.length && AS.has(doc.norm[next]) && doc.norm[token] !== doc.lemma[token] && childWith(doc, token, R.obj, R.aux) < 0;
}

const AS = wordsOf("as-what");

/** "The court is to hear a petition": a court that sits has said nothing. */
function isHearing(doc: Document, token: number): boolean {
  const what = doc.lemma[token] === HEAR ? childWith(doc, token, R.obj) : -1;
  return what > token && CASES.has(doc.lemma[what]);
}

/** `said that the rise was "a worry"`: what something is called. Not "the fear is that ...". */
function isPredicate(doc: Document, token: number): boolean {
  return doc.upos[token] === U.NOUN && childWith(doc, token, R.cop) >= 0 && !hasClause(doc, token);
}

const HEAR = vocabulary.id("hear");
const CASES = wordsOf("heard-case");
const DROP = wordsOf("drop-misread");
const ORDER = vocabulary.id("order");

/** "The general ordered the killing of the prisoners": what somebody did, and no more a proposal than the deed. */
function isOrderedDeed(doc: Document, token: number): boolean {
  const what = doc.lemma[token] === ORDER && doc.upos[token] === U.VERB ? childWith(doc, token, R.obj, R["nsubj:pass"]) : -1;
  return what >= 0 && DEEDS.has(doc.lemma[what]);
}

/** "pleaded not guilty to the murder", "entered the plea at the High Court": a plea in court is an act, and says nothing of the deed. */
function isPlea(doc: Document, token: number): boolean {
  if (doc.lemma[token] === PLEA) return doc.head[token] >= 0 && ENTERING.has(doc.lemma[doc.head[token]]);
  if (doc.lemma[token] !== PLEAD) return false;
  for (let i = token + 1; i < doc.length && i <= token + 2; i++) if (PLEADED.has(doc.norm[i])) return true;
  return false;
}

const PLEA = vocabulary.id("plea");
const PLEAD = vocabulary.id("plead");
const PLEADED = wordsOf("pleaded");
const ENTERING = wordsOf("entering-plea");

/** "The court dismissed the appeal", "denied bail": what a court refuses it does not deny. */
function isRefused(doc: Document, token: number): boolean {
  const what = REFUSING.has(doc.lemma[token]) ? childWith(doc, token, R.obj, R["nsubj:pass"]) : -1;
  // "was denied bail", whatever the tree makes of it
  const next = REFUSING.has(doc.lemma[token]) && token + 1 < doc.length ? token + 1 : -1;
  return (what >= 0 && COURT_MATTERS.has(doc.lemma[what])) || (next >= 0 && COURT_MATTERS.has(doc.lemma[next]));
}

const REFUSING = wordsOf("court-refusing");
const COURT_MATTERS = wordsOf("court-matter");

const CALL = vocabulary.id("call");

/** "Firefighters were called to Rose Court on Monday": who is called somewhere says nothing. */
function isSummoned(doc: Document, token: number): boolean {
  return doc.lemma[token] === CALL && doc.xpos[token] === P.VBN && childWith(doc, token, R["aux:pass"]) >= 0 && !hasClause(doc, token);
}

const HEARSAY = wordsOf("hearsay");
const TO = vocabulary.id("to");
const IS = new Ids(["be", "have"].map((w) => vocabulary.id(w)));

/** "A colonel said to be the ringleader", "a man thought to have planted it": what somebody is said to be, he does not say. */
function isHearsay(doc: Document, token: number): boolean {
  if (token + 2 >= doc.length || doc.norm[token + 1] !== TO || !IS.has(doc.lemma[token + 2])) return false;
  return HEARSAY.has(doc.lemma[token]) && (doc.xpos[token] === P.VBN || doc.xpos[token] === P.VBD);
}

/** "released 11 hostages", "pushed him": what was done to people is nothing said. */
export function doesToPeople(doc: Document, token: number, row: CueRow): boolean {
  if (!isOfThings(row.id)) return false;
  const object = childWith(doc, token, R.obj, R["nsubj:pass"]);
  const whom = object >= 0 ? object : doc.relation[token] === R.acl ? doc.head[token] : -1;
  return whom >= 0 && isPeople(doc, whom);
}

const PEOPLE = C.person | C["plural-person"] | C.crowd | C.police | C.security | C.militant;

function isPeople(doc: Document, i: number): boolean {
  if (doc.xpos[i] === P.PRP) return true;
  const of = doc.upos[i] === U.NUM ? childWith(doc, i, R.nmod) : -1;
  return of >= 0 ? isPeople(doc, of) : doc.upos[i] === U.NUM || (wordBits(doc.lemma[i]) & PEOPLE) !== 0;
}

function hasClause(doc: Document, token: number): boolean {
  return childWith(doc, token, R.ccomp, R.parataxis) >= 0;
}

function isByQuotation(doc: Document, quotes: Quotations, token: number): boolean {
  for (let k = Math.max(0, token - NEAR); k < Math.min(doc.length, token + NEAR + 1); k++) if (quotes.at[k] >= 0) return true;
  return false;
}

/** "proved beyond reasonable doubt": a noun that is put out of the question. */
function isPastAll(doc: Document, token: number): boolean {
  if (doc.upos[token] !== U.NOUN) return false;
  const before = childWith(doc, token, R.case);
  return before >= 0 && before < token && PAST_ALL.has(doc.norm[before]);
}

const PAST_ALL = wordsOf("past-all");
