import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { isExplaining } from "../journal.js";
import { hasBlankLines } from "../paragraphs.js";
import { type ContentUnit, contentFeatures, contentUnits, frameOf, UNIT } from "./contents.js";
import { type CueCandidate, cueCandidates, cueFeatures, ID } from "./cues.js";
import { FeatureBuffer } from "./features.js";
import { accusedOf, hedged } from "./hedges.js";
import { type Interposed, interposedAt } from "./interposed.js";
import { CUE_KINDS, type CueKind, closesSentence, cueRowsAt, isOfNumbers, isOpenHedge, isSelf, presupposes } from "./lexicon.js";
import { type AttributionModel, scoreOf } from "./model.js";
import { numberingAt } from "./numbering.js";
import { type Quotations, quotationsOf } from "./quotes.js";
import { isCiting, isRetold, isUnconfirming, RETOLD } from "./retold.js";
import { type SourceCandidate, sourceCandidates, sourceFeatures } from "./sources.js";
import { isHeardInCourt } from "./stance.js";
import { isClosingTag, isInvertedTag, tagAt } from "./tag.js";
import { reportsNothing } from "./vetoes.js";
import { keepJudged } from "./why.js";

/** An attribution as the scorers see it: tokens, not yet actors and stances. */
export interface Decided {
  readonly cue: CueCandidate;
  readonly score: number;
  /** Head token of the source's phrase, or -1. */
  readonly source: number;
  readonly content: readonly Span[];
  /** Whether the words of reporting stand in the middle of what is reported. */
  readonly interposed?: boolean | undefined;
}

/** Scores from which a cue, a source, a unit of content is believed. */
export const BELIEVED = { cue: -0.6, source: -0.8, content: -0.3 };

/** What a row that hardly does anything but report adds to its score: the corpus learned from knows little of claims and denials of violence. */
const SURE = 1;

/** What a speaker within another's words adds, "records show that he admitted ...": the corpus often marks the outer speaker only. */
const NESTED = 3;

/** Whether a verb with a subject stands in somebody's words and says, asks, praises something itself. */
function isNested(doc: Document, { token, row }: CueCandidate): boolean {
  if (doc.upos[token] !== U.VERB || (doc.relation[token] !== R.ccomp && !isJoinedTo(doc, token, R.ccomp))) return false;
  const subject = childWith(doc, token, R.nsubj);
  if (subject < 0 || isSelf(doc, subject)) return false;
  if (childWith(doc, token, R.ccomp) > token) return true;
  return row.with >= 0 ? row.stance === "proposes" : presupposes(row.id) && childWith(doc, token, R.obj) > token;
}

/** Whether a token is joined by a conjunction to one of a relation: "showed that he left and later told her". */
function isJoinedTo(doc: Document, i: number, relation: number): boolean {
  return doc.relation[i] === R.conj && doc.relation[doc.head[i]] === relation;
}

/** "some wonder if it was": a word of doubt that a clause with its own mark follows at once. */
const WONDERING = 1;

function isWondering(doc: Document, { token, row }: CueCandidate): boolean {
  const mark = token + 1;
  if (CUE_KINDS[row.kind] !== "doubt" || mark >= doc.length || doc.upos[mark] !== U.SCONJ || doc.relation[mark] !== R.mark) return false;
  return doc.head[doc.head[mark]] === token && doc.relation[doc.head[mark]] === R.ccomp;
}

/** "The army blamed rebels for it", "the man denies murder": a word of reproach or denial with who speaks and what it is about. */
const REPROACH = 6;

function isReproach(doc: Document, { token, row }: CueCandidate): boolean {
  const kind = CUE_KINDS[row.kind];
  if ((kind !== "accuse" && kind !== "deny") || !row.sure || doc.upos[token] !== U.VERB) return false;
  const speaker = childWith(doc, token, R.nsubj);
  return speaker >= 0 && speaker < token && childWith(doc, token, R.obj) > token && !isYetToBe(doc, token);
}

/** "The ministry put the death toll at 26": a number that somebody gives. */
const NUMBERING = 8;
const [AT, NUMBERED, DEAD] = [vocabulary.id("at"), wordsOf("put-at"), wordsOf("put-dead")];

function isNumbering(doc: Document, { token, row }: CueCandidate): boolean {
  const what = row.with === AT && doc.upos[token] === U.VERB ? childWith(doc, token, R.obj) : -1;
  return what > token && (NUMBERED.has(doc.lemma[what]) || DEAD.has(doc.norm[what])) && childWith(doc, token, R.nsubj) >= 0;
}

/** "the court heard that ...": what is said in court. */
const HEARD = 7;

/** "would blame his wife", "will accuse them": not said yet. */
function isYetToBe(doc: Document, token: number): boolean {
  for (let c = doc.firstChild[token]; c >= 0 && c < token; c = doc.nextSibling[c]) if (doc.xpos[c] === P.MD) return true;
  return false;
}

/** "..., the Herald reports from Osh", "..., court records stated.": a tag that closes its sentence, whatever stands before it. */
const CLOSING = 4;

function isClosing(doc: Document, { token, row }: CueCandidate): boolean {
  if (CUE_KINDS[row.kind] === "speech" && isInvertedTag(doc, token)) return true;
  return closesSentence(row.id) && isClosingTag(doc, token, (next) => cueRowsAt(doc, next)?.some((r) => closesSentence(r.id)) ?? false);
}

/** Kinds of cue that may stand in the middle of what they report. */
const TELLING = new Set<CueKind>(["speech", "thought", "expect", "doubt", "claim", "accuse", "estimate", "deny"]);

/** What rules add to a candidate's score. */
function byRuleOf(doc: Document, quotes: Quotations, cue: CueCandidate): number {
  return (
    (cue.row.sure ? SURE : 0) +
    (isRetold(doc, quotes, cue) ? RETOLD : isNested(doc, cue) ? NESTED : 0) +
    (isUnconfirming(doc, cue) ? REPROACH : 0) +
    (isCiting(doc, cue) ? CLOSING : 0) +
    (isWondering(doc, cue) ? WONDERING : 0) +
    (isReproach(doc, cue) ? REPROACH : 0) +
    (isHeardInCourt(doc, cue.token) ? HEARD : 0) +
    (isNumbering(doc, cue) ? NUMBERING : 0) +
    (isClosing(doc, cue) ? CLOSING : 0)
  );
}

const PUT = vocabulary.id("put");

/** Which candidates of a document report something, who their source is and what their content. */
export function decide(doc: Document, model: AttributionModel): readonly Decided[] {
  const quotes = quotationsOf(doc);
  const blankLines = hasBlankLines(doc);
  const f = new FeatureBuffer();
  const found: Decided[] = [];
  for (const cue of cueCandidates(doc)) {
    const isMoving = isOfNumbers(cue.row.id);
    const given = isMoving || doc.lemma[cue.token] === PUT ? numberingAt(doc, cue.token) : null;
    if (given) found.push({ cue, score: NUMBERING, source: given.source, content: [given.content] });
    if (given || isMoving) continue;
    cueFeatures(doc, quotes, cue, f);
    const parted = TELLING.has(CUE_KINDS[cue.row.kind]) ? interposedAt(doc, cue.token) : null;
    const byRule = byRuleOf(doc, quotes, cue) + (parted ? CLOSING : 0);
    const score = scoreOf(model.cue, f) + byRule;
    const reach = isOpenHedge(cue.row.id) ? hedged(doc, cue.token) : accusedOf(doc, cue);
    if (reach.length > 0) {
      found.push({ cue, score, source: -1, content: reach });
      continue;
    }
    if (score < BELIEVED.cue || reportsNothing(doc, quotes, cue.token, cue.row)) continue;
    if (isExplaining()) {
      const judged = { first: cue.token, end: cue.token + 1, score, least: BELIEVED.cue, byRule, cue: null };
      keepJudged(doc, "cue", judged, model.cue, (g) => cueFeatures(doc, quotes, cue, g));
    }
    if (parted && !parted.quoted) {
      found.push({ cue, score, source: parted.source, content: parted.content, interposed: true });
      continue;
    }
    const source = bestSource(doc, quotes, cue, model, f);
    const units = contentUnits(doc, quotes, cue.token, source, blankLines);
    const content = bestContent(doc, quotes, cue, source, units, model, f);
    found.push({
      cue,
      score,
      source,
      content: content.length > 0 ? content : beforeTag(doc, cue),
      interposed: isAround(doc, cue, parted, content),
    });
  }
  return found;
}

/** Whether both halves of a parted sentence were found to be content. */
function isAround(doc: Document, { token }: CueCandidate, parted: Interposed | null, content: readonly Span[]): boolean {
  const holds = (at: number): boolean => content.some((c) => c[0] <= at && at < c[1]);
  return parted !== null && content.some((c) => c[1] <= doc.start[token]) && holds(parted.content[1][0]);
}

/** What a tag that closes its sentence reports, where nothing else was found: all before it. "Troops freed 40, the spokesman, Ali Rao, said." */
function beforeTag(doc: Document, cue: CueCandidate): readonly Span[] {
  const tag = isClosing(doc, cue) ? tagAt(doc, cue.token) : null;
  const first = doc.sentenceStart[doc.sentence[cue.token]];
  return tag && tag.before > first ? [spanOf(doc, first, tag.before - 1)] : [];
}

/** The candidate that scores highest, if high enough; else -1. */
export function bestSource(doc: Document, q: Quotations, cue: CueCandidate, model: AttributionModel, f: FeatureBuffer): number {
  let best: SourceCandidate | null = null;
  let top = BELIEVED.source as number;
  let chosen = 0;
  sourceCandidates(doc, cue.token).forEach((s, rank) => {
    sourceFeatures(doc, q, cue, s, rank, f);
    const score = scoreOf(model.source, f);
    if (score > top) {
      best = s;
      top = score;
      chosen = rank;
    }
  });
  if (best && isExplaining()) {
    const s: SourceCandidate = best;
    const judged = { first: s.token, end: s.token + 1, score: top, least: BELIEVED.source, byRule: 0, cue: cue.token };
    keepJudged(doc, "source", judged, model.source, (g) => sourceFeatures(doc, q, cue, s, chosen, g));
  }
  return (best as SourceCandidate | null)?.token ?? -1;
}

function bestContent(
  doc: Document,
  q: Quotations,
  cue: CueCandidate,
  source: number,
  units: readonly ContentUnit[],
  model: AttributionModel,
  f: FeatureBuffer,
): readonly Span[] {
  const frame = frameOf(doc, units);
  const taken = units.filter((u) => {
    contentFeatures(doc, q, cue, source, u, frame, f);
    const score = scoreOf(model.content, f);
    if (score > BELIEVED.content && isExplaining()) {
      const judged = { first: u.first, end: u.end, score, least: BELIEVED.content, byRule: 0, cue: cue.token };
      keepJudged(doc, "content", judged, model.content, (g) => contentFeatures(doc, q, cue, source, u, frame, g));
    }
    return score > BELIEVED.content;
  });
  return spansOf(
    doc,
    treeFirst(doc, taken).map((u) => withoutHearer(doc, cue.token, withoutPreposition(doc, u))),
  );
}

/** Where a clause of the tree makes up most of what the order of words gives, the clause alone. */
function treeFirst(doc: Document, units: readonly ContentUnit[]): readonly ContentUnit[] {
  return units.filter((u) => {
    if (u.kind !== UNIT["line-after"]) return true;
    const clause = units.find((c) => c.kind === UNIT.child && doc.relation[c.head] === R.ccomp && c.first >= u.first && c.end <= u.end);
    return !clause || 2 * (clause.end - clause.first) < u.end - u.first;
  });
}

/** "called for a truce": the preposition goes with the cue. */
function withoutPreposition(doc: Document, u: ContentUnit): ContentUnit {
  const r = doc.relation[u.head];
  const bare = u.kind === UNIT.child && (r === R.obl || r === R.nmod) && doc.upos[u.first] === U.ADP && u.end - u.first > 1;
  return bare || (u.kind === UNIT["line-after"] && doc.upos[u.first] === U.ADP && u.end - u.first > 1) ? { ...u, first: u.first + 1 } : u;
}

/** "told reporters that ...", "in a statement posted online that ...": who was told, and in what, is no part of what was. */
function withoutHearer(doc: Document, cue: number, u: ContentUnit): ContentUnit {
  if (u.first < cue + 1 || u.first > cue + 2 || (u.kind !== UNIT.child && u.kind !== UNIT["line-after"])) return u;
  const inMessage = doc.upos[u.first] === U.ADP || (doc.upos[u.first - 1] === U.ADP && u.first === cue + 2);
  for (let k = u.first; k < Math.min(u.end - 2, u.first + (inMessage ? IN_MESSAGE : HEARER)); k++) {
    if (k > u.first && doc.upos[k] === U.SCONJ && doc.relation[k] === R.mark && doc.norm[k] === ID.that) return { ...u, first: k };
    if (doc.upos[k] === U.AUX || doc.upos[k] === U.PUNCT || (doc.upos[k] === U.VERB && (!inMessage || doc.xpos[k] !== P.VBN))) return u;
  }
  return u;
}

/** How far into a content "that" may stand, after who was told and after what it was said in. */
const HEARER = 5;
const IN_MESSAGE = 12;

/** Units as spans, joined where only punctuation stands between them, without the punctuation at their borders except quotation marks. */
function spansOf(doc: Document, units: readonly ContentUnit[]): readonly Span[] {
  const runs: [number, number][] = [];
  for (const u of [...units].sort((a, b) => a.first - b.first || b.end - a.end)) {
    const last = runs[runs.length - 1];
    if (last && onlyPunctuation(doc, last[1], u.first)) last[1] = Math.max(last[1], u.end);
    else runs.push([u.first, u.end]);
  }
  return runs.map(([first, end]) => trim(doc, first, end)).filter((s) => s[0] < s[1]);
}

function onlyPunctuation(doc: Document, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let k = from; k < to; k++) if (doc.upos[k] !== U.PUNCT) return false;
  return true;
}

const QUOTE = /^["“”«»'‘’`]+$/;

function trim(doc: Document, first: number, end: number): Span {
  const loose = (k: number): boolean => doc.upos[k] === U.PUNCT && !QUOTE.test(doc.text.slice(doc.start[k], doc.end[k]));
  while (first < end && loose(first)) first++;
  while (end > first && loose(end - 1)) end--;
  return first < end ? [doc.start[first], doc.end[end - 1]] : [0, 0];
}
