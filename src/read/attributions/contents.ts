import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { isParagraphBreak } from "../paragraphs.js";
import type { CueCandidate } from "./cues.js";
import { introducerOf } from "./cues.js";
import { type FeatureBuffer, hashOf } from "./features.js";
import type { Quotations } from "./quotes.js";
import { bucket } from "./sources.js";
import { tagAt } from "./tag.js";

/** What a unit of content is to its cue. */
const KINDS = [
  "child",
  "left",
  "right",
  "rest",
  "head",
  "quote",
  "quote-before",
  "quote-after",
  "sentence-after",
  "mark-after",
  "mark-before",
  "tail",
  "line-before",
  "line-after",
  "tag-before",
] as const;
export const UNIT = Object.fromEntries(KINDS.map((name, i) => [name, i])) as Readonly<Record<(typeof KINDS)[number], number>>;

/** A run of tokens `[first, end)` that is wholly in or out of what a cue reports. */
export interface ContentUnit {
  readonly kind: number;
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly path: number;
  /** How many sentences away from the cue. */
  readonly away: number;
}

const NEVER = new Ids([R.punct, R.aux, R["aux:pass"], R.cop, R.cc, R["cc:preconj"], R.expl, R["compound:prt"]]);
const EMBEDDED = new Ids([
  R.parataxis,
  R.advcl,
  R.case,
  R.mark,
  R.ccomp,
  R.acl,
  R["acl:relcl"],
  R.advmod,
  R.nmod,
  R.obl,
  R.xcomp,
  R.conj,
  R.fixed,
  R.appos,
  R.nsubj,
  R.obj,
  R.dep,
  R.discourse,
  R.amod,
  R["nsubj:pass"],
  R.compound,
]);
const CLIMB = 3;
const AFTER = 6;

/** The units that may be content of a cue, its source left out where a unit would hold it. */
export function contentUnits(doc: Document, q: Quotations, cue: number, source: number, blankLines: boolean): readonly ContentUnit[] {
  const units: ContentUnit[] = [];
  const add = (kind: number, first: number, end: number, head: number, path: number, away = 0): void => {
    if (first < end) units.push({ kind, first, end, head, path, away });
  };
  for (let c = doc.firstChild[cue]; c >= 0; c = doc.nextSibling[c]) {
    if (NEVER.has(doc.relation[c]) || holds(doc, c, source)) continue;
    withTails(doc, UNIT.child, doc.left[c], doc.right[c] + 1, c, doc.relation[c] * 2 + (c < cue ? 1 : 0), add);
  }
  let path = 7;
  for (let at = cue, step = 0; step < CLIMB && doc.head[at] >= 0 && EMBEDDED.has(doc.relation[at]); step++) {
    path = Math.imul(path, 37) + doc.relation[at];
    const host = doc.head[at];
    around(doc, host, at, path, source, add);
    at = host;
  }
  if (doc.upos[cue] === U.PUNCT) {
    // "Police: two held after blast"
    const s = doc.sentence[cue];
    add(UNIT["mark-after"], cue + 1, doc.sentenceStart[s + 1], Math.min(cue + 1, doc.length - 1), 0);
    add(UNIT["mark-before"], doc.sentenceStart[s], cue, doc.sentenceStart[s], 0);
  }
  const tag = tagAt(doc, cue);
  if (tag)
    add(UNIT["tag-before"], doc.sentenceStart[doc.sentence[cue]], tag.before, tag.source, tag.form * 2 + (tag.source === source ? 1 : 0));
  else lineUnits(doc, cue, source, add);
  quoteUnits(doc, q, cue, add);
  quotesAfter(doc, q, cue, blankLines, add);
  return units;
}

function holds(doc: Document, c: number, token: number): boolean {
  return token >= doc.left[c] && token <= doc.right[c];
}

type Add = (kind: number, first: number, end: number, head: number, path: number, away?: number) => void;

const LOOSE = new Ids([R.parataxis, R.advcl, R.acl, R["acl:relcl"], R.conj, R.appos, R["advcl:relcl"]]);

/** Adds a unit without what hangs loosely at its end, after a comma or a dash; that stands apart ("the plan, which failed last year"). */
function withTails(doc: Document, kind: number, first: number, end: number, head: number, path: number, add: Add): void {
  let core = end;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const left = doc.left[c];
    if (c < head || left <= head || left < first || left >= end || !LOOSE.has(doc.relation[c])) continue;
    const marked = doc.upos[left - 1] === U.PUNCT || doc.upos[left] === U.PUNCT;
    if (!marked) continue;
    core = Math.min(core, left);
    add(UNIT.tail, left, Math.min(end, doc.right[c] + 1), c, Math.imul(path, 41) + doc.relation[c] + kind * 1009);
  }
  add(kind, first, core, head, path);
}

/** The parts of a host clause before and after the cue's own branch; coordinated clauses after it stand apart. */
function around(doc: Document, host: number, branch: number, path: number, source: number, add: Add): void {
  const cut = (kind: number, first: number, end: number, head: number): void => {
    if (source < first || source >= end) add(kind, first, end, head, path);
    else if (source === head) return;
    else {
      // "He went on to say": the source's own phrase is cut out of the host clause
      add(kind, first, Math.max(first, doc.left[source]), head, path + 1);
      add(kind, Math.min(end, doc.right[source] + 1), end, head, path + 2);
    }
  };
  const before = doc.left[branch];
  const after = doc.right[branch] + 1;
  cut(UNIT.left, doc.left[host], before, host);
  let end = doc.right[host] + 1;
  for (let c = doc.firstChild[host]; c >= 0; c = doc.nextSibling[c]) {
    if (c > branch && (doc.relation[c] === R.conj || doc.relation[c] === R.parataxis) && doc.left[c] >= after) {
      end = Math.min(end, doc.left[c]);
      cut(UNIT.rest, doc.left[c], doc.right[c] + 1, c);
    }
  }
  // "A man charged with it denies it": what is told of somebody behind a participle of law is not what he is said to have done
  if (isParticipleOf(doc, branch)) return;
  if (source < after || source >= end) withTails(doc, UNIT.right, after, end, host, path, add);
  else cut(UNIT.right, after, end, host);
}

function isParticipleOf(doc: Document, t: number): boolean {
  return doc.relation[t] === R.acl && doc.xpos[t] === P.VBN && t === doc.head[t] + 1;
}

/**
 * "..., police said" at the end of a sentence and "Police said ..." at its start, by the order of words alone: what stands where the
 * tree went astray.
 */
function lineUnits(doc: Document, cue: number, source: number, add: Add): void {
  if (source < 0 || doc.sentence[source] !== doc.sentence[cue] || Math.abs(source - cue) > 12) return;
  const s = doc.sentence[cue];
  const first = doc.sentenceStart[s];
  const end = doc.sentenceStart[s + 1];
  const from = Math.min(cue, leftOf(doc, source));
  const to = Math.max(cue, source);
  if (from > first && doc.upos[from - 1] === U.PUNCT && end - to < 10)
    add(UNIT["line-before"], first, from - 1, first, Math.min(4, end - to));
  if (from - first < 3 && end - to > 3) add(UNIT["line-after"], to + 1, end, to + 1, cue > source ? 1 : 0);
}

/** First token of a nominal's run of words, up to the last punctuation before it. */
function leftOf(doc: Document, i: number): number {
  let k = i;
  while (k > doc.left[i] && doc.upos[k - 1] !== U.PUNCT) k--;
  return k;
}

/** Quotations in the cue's sentence, and those that run into it or out of it, or stand right before. */
function quoteUnits(doc: Document, q: Quotations, cue: number, add: Add): void {
  const s = doc.sentence[cue];
  const first = doc.sentenceStart[s];
  const end = doc.sentenceStart[s + 1];
  let last = -1;
  for (let k = first; k < end; k++) {
    const at = q.at[k];
    if (at < 0 || at === last || at === q.at[cue]) continue;
    last = at;
    const quote = q.list[at];
    const side = quote.first < cue ? 1 : 0;
    const whole = Math.max(quote.first, first);
    add(UNIT.quote, whole, Math.min(quote.end, end), whole, side);
    if (quote.first < first) add(UNIT["quote-before"], quote.first, first, quote.first, side, 1);
    if (quote.end > end) add(UNIT["quote-after"], end, quote.end, end, side, 1);
    for (let next = at + 1; quote.end > end && next < q.list.length && q.list[next].continues; next++) {
      add(UNIT["quote-after"], q.list[next].first, q.list[next].end, q.list[next].first, side + 2, 2);
    }
  }
  const previous = first > 0 ? q.at[first - 1] : -1;
  if (previous >= 0 && q.list[previous].end === first)
    add(UNIT["quote-before"], q.list[previous].first, first, q.list[previous].first, 4, 1);
}

/** Quotations that follow the cue's sentence, each from the start of a sentence: the same speaker may go on. */
function quotesAfter(doc: Document, q: Quotations, cue: number, blankLines: boolean, add: Add): void {
  const own = doc.sentence[cue];
  let s = own + 1;
  let paragraphs = 0;
  for (let n = 0; n < AFTER && s < doc.sentenceCount; n++) {
    const first = doc.sentenceStart[s];
    const quote = q.at[first] >= 0 ? q.list[q.at[first]] : null;
    if (!quote) return;
    const lastSentence = doc.sentence[quote.end - 1];
    const rest = doc.sentenceStart[lastSentence + 1] - quote.end;
    if (quote.first >= first) {
      if (isParagraphBreak(doc, first, blankLines)) paragraphs++;
      const how = Math.min(paragraphs, 3) * 4 + (rest > 2 ? 2 : 0) + (quote.continues ? 1 : 0);
      add(UNIT["sentence-after"], first, quote.end, first, how, n + 1);
    }
    if (rest > 2) return;
    s = lastSentence + 1;
  }
}

enum T {
  Bias,
  Path,
  PathLemma,
  PathCue,
  PathTag,
  Introducer,
  IntroducerLemma,
  IntroducerCue,
  HeadWord,
  HeadTag,
  Quoted,
  QuotedLemma,
  Length,
  LengthKind,
  Source,
  Comma,
  Kind,
  KindLemma,
  Where,
  CueInside,
  Distance,
  HeadLemma,
  HasQuote,
  FirstWord,
  FirstLemma,
  Frame,
}

/** Names of the templates, for `explain`. */
export const CONTENT_TEMPLATES: Readonly<Record<number, string>> = T;

/** Features for whether a unit is part of what the cue reports. */
export function contentFeatures(
  doc: Document,
  q: Quotations,
  cue: CueCandidate,
  source: number,
  u: ContentUnit,
  frame: number,
  f: FeatureBuffer,
): void {
  const i = cue.token;
  const lemma = hashOf(doc.lemma[i]);
  const { kind } = cue.row;
  const way = u.kind * 1000003 + u.path;
  const introducer = u.kind === UNIT.child ? hashOf(introducerOf(doc, u.head)) : 0;
  const length = bucket(u.end - u.first);
  const quoted = quotedShare(q, u);
  f.clear();
  f.add(T.Bias, u.kind);
  f.add(T.Path, way);
  f.add(T.PathLemma, way, lemma);
  f.add(T.PathCue, way, kind, doc.upos[i]);
  f.add(T.PathTag, way, doc.xpos[i], doc.upos[u.head]);
  f.add(T.Introducer, introducer, way);
  f.add(T.IntroducerLemma, introducer, lemma, way);
  f.add(T.IntroducerCue, introducer, kind, way);
  f.add(T.HeadWord, hashOf(doc.lemma[u.head]), way);
  f.add(T.HeadTag, doc.xpos[u.head], way, kind);
  f.add(T.Quoted, quoted, way);
  f.add(T.QuotedLemma, quoted, lemma);
  f.add(T.Length, length, way);
  f.add(T.LengthKind, length, kind, u.kind);
  f.add(T.Source, source < 0 ? 0 : source < u.first ? 1 : 2, way, source < 0 ? 0 : source < i ? 1 : 2);
  const before = u.first > 0 ? doc.xpos[u.first - 1] : 0;
  const after = u.end < doc.length ? doc.xpos[u.end] : 0;
  f.add(T.Comma, doc.xpos[u.end - 1] === P[","] ? 1 : 0, before, way);
  f.add(T.Where, after, u.kind);
  f.add(T.CueInside, q.at[i] >= 0 ? 1 : 0, way, quoted);
  f.add(T.Distance, u.first > i ? bucket(u.first - i) : 9 + bucket(i - u.end), u.kind, doc.upos[i]);
  f.add(T.Kind, u.kind, u.away, u.path);
  f.add(T.KindLemma, u.kind, lemma);
  f.add(T.FirstWord, hashOf(doc.norm[u.first]), u.kind);
  f.add(T.FirstLemma, hashOf(doc.norm[u.first]), lemma);
  f.add(T.Frame, frame, way);
}

/** Which kinds of unit a cue has at all: whether it has a clause, an object, a quotation decides what else is content. */
export function frameOf(doc: Document, units: readonly ContentUnit[]): number {
  let bits = 0;
  for (const u of units) {
    if (u.kind === UNIT.quote) bits |= 1;
    else if (u.kind === UNIT.child) {
      const r = doc.relation[u.head];
      if (r === R.ccomp) bits |= 2;
      if (r === R.xcomp) bits |= 4;
      if (r === R.obj) bits |= 8;
      if (r === R.parataxis) bits |= 16;
      if (r === R.advcl || r === R.acl) bits |= 32;
      if (r === R.obl && doc.upos[u.head] !== U.PROPN) bits |= 64;
    } else if (u.kind === UNIT.left) bits |= 128;
  }
  return bits;
}

function quotedShare(q: Quotations, u: ContentUnit): number {
  let n = 0;
  for (let k = u.first; k < u.end; k++) if (q.at[k] >= 0) n++;
  const size = u.end - u.first;
  return n === 0 ? 0 : n === size ? 3 : 2 * n >= size ? 2 : 1;
}
