import type { Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Stance } from "../../model/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { hasSubject, mainOf } from "../remarks/pieces.js";
import type { Decided } from "./decide.js";
import { DEEDS, disowns, isNegated, ownsUp } from "./deeds.js";
import { CUE_KINDS, isLinkWord, SOURCE_KINDS, sourceKindAt, sourceStanceAt } from "./lexicon.js";

/** The row's stance, bent by who speaks (prosecutors allege) and what is said (a question doubts, a denied link denies). */
export function stanceOf(doc: Document, d: Decided): Stance {
  const { row } = d.cue;
  if (CUE_KINDS[row.kind] === "claim" && row.stance === "alleges") {
    if (d.content.some((c) => deniesOwn(doc, c))) return "denies";
    if (doc.upos[d.cue.token] === U.VERB && d.content.some((c) => claimsDeed(doc, d, c))) return "claims";
    if (isClaimedBy(doc, d.cue.token)) return "claims";
  }
  if (isHeardInCourt(doc, d.cue.token)) return "alleges";
  if (isWeighing(doc, d.cue.token)) return "proposes";
  if (isDisbelief(doc, d)) return "doubts";
  if (row.stance === "proposes" && SUGGESTING.has(doc.lemma[d.cue.token]) && d.content.some((c) => tellsOf(doc, c))) return "asserts";
  if (CUE_KINDS[row.kind] !== "speech") return row.stance;
  if (d.source >= 0) {
    const bent = isFormer(doc, d.source) ? null : sourceStanceAt(doc, d.source);
    if (bent && row.stance === "asserts") return bent;
    if (row.stance === "proposes" && SOURCE_KINDS[sourceKindAt(doc, d.source)] === "document") return "asserts";
  }
  if (row.stance !== "asserts" || d.content.length === 0) return row.stance;
  if (doc.upos[d.cue.token] === U.VERB && d.content.some((c) => ownsUp(doc, c))) return "claims";
  if (d.content.every((c) => inOneSentence(doc, c)) && d.content.some((c) => disowns(doc, c))) return "denies";
  if (d.content.every((c) => inOneSentence(doc, c) && endsInQuestion(doc, c))) return "doubts";
  if (d.content.every((c) => inOneSentence(doc, c) && deniesLink(doc, c))) return "denies";
  return row.stance;
}

/** "a former prosecutor", "Ana Ruiz, a former prosecutor": whose office is over accuses nobody by it. */
function isFormer(doc: Document, source: number): boolean {
  for (let c = doc.firstChild[source]; c >= 0; c = doc.nextSibling[c])
    if (FORMER.has(doc.norm[c]) || (doc.relation[c] === R.appos && c > source && isFormer(doc, c))) return true;
  return false;
}

const FORMER = wordsOf("former");

export function endsInQuestion(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  for (let k = end - 1; k >= start && k > end - 3; k--) if (doc.text[doc.end[k] - 1] === "?") return true;
  return false;
}

function inOneSentence(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  return end > start && doc.sentence[start] === doc.sentence[end - 1];
}

/** "claimed he had not fired": the main predicate is negated. */
function deniesOwn(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  for (let k = start; k < end; k++) if (doc.head[k] < start || doc.head[k] >= end) return isNegated(doc, k);
  return false;
}

const [HEARING, BODY] = [wordsOf("hearing"), wordsOf("hearing-body")];

/** "the court heard that ...": somebody alleges it there. */
export function isHeardInCourt(doc: Document, cue: number): boolean {
  const body = HEARING.has(doc.lemma[cue]) ? childWith(doc, cue, R.nsubj) : -1;
  return body >= 0 && BODY.has(doc.lemma[body]);
}

const WEIGHING = wordsOf("weighing");

/** "is considering longer terms", "was studying whether to ban it": not "considers him a friend". */
function isWeighing(doc: Document, cue: number): boolean {
  return doc.xpos[cue] === P.VBG && WEIGHING.has(doc.lemma[cue]) && childWith(doc, cue, R.aux) >= 0;
}

const [BELIEVING, SUGGESTING] = [wordsOf("believing"), wordsOf("suggesting")];

/** "do not believe that it was so", "did not accept it": not "does not know whether". */
function isDisbelief(doc: Document, { cue, source, content }: Decided): boolean {
  return (
    source >= 0 && content.length > 0 && doc.upos[cue.token] === U.VERB && BELIEVING.has(doc.lemma[cue.token]) && isNegated(doc, cue.token)
  );
}

/** "suggested that the fire had been set": a finite clause is what somebody holds, "suggested that it be closed" what he wants. */
function tellsOf(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  const main = mainOf(doc, [start, end]);
  if (main < start || !hasSubject(doc, main)) return false;
  let verb = main;
  for (let c = doc.firstChild[main]; c >= 0 && verb === main; c = doc.nextSibling[c])
    if (doc.relation[c] === R.aux || doc.relation[c] === R["aux:pass"] || doc.relation[c] === R.cop) verb = c;
  return doc.xpos[verb] === P.VBD || doc.xpos[verb] === P.VBZ || doc.xpos[verb] === P.VBP;
}

/** "claimed an attack", "claimed that they were behind it": a deed of one's own. Not a clause about anybody else. */
function claimsDeed(doc: Document, d: Decided, span: Span): boolean {
  const main = mainOf(doc, tokensIn(doc, span));
  const isDeed = main >= 0 && doc.upos[main] === U.NOUN && doc.head[main] === d.cue.token && doc.relation[main] === R.obj;
  return isDeed || ownsUp(doc, span);
}

/** "The attack was claimed by the group", "the bombing, which was claimed by the group". */
function isClaimedBy(doc: Document, cue: number): boolean {
  const deed = childWith(doc, cue, R["nsubj:pass"]);
  if (deed < 0 || deed > cue) return false;
  return DEEDS.has(doc.lemma[deed]) || doc.xpos[deed] === P.WDT;
}

/** "it was not related to the march", "there is no connection": what is said not to hang together was said to. */
export function deniesLink(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  for (let k = start; k < end; k++) {
    if (!isLinkWord(doc, k)) continue;
    for (let at = k, n = 0; at >= start && at < end && n < 2 && doc.relation[at] !== R.conj; at = doc.head[at], n++)
      if (isNegated(doc, at)) return true;
  }
  return false;
}
