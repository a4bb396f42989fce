import { contains, overlaps, type Span } from "../../base/span.js";
import { type Document, spanOf, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { actorLexicon } from "../actors/lexicon.js";
import type { ActorMention, NameMention } from "../findings.js";
import { isMessage } from "./lexicon.js";

/** Relations of words before a noun that belong to its bare phrase. */
const BEFORE = new Ids([R.det, R["det:predet"], R.amod, R.compound, R.nummod, R.flat, R["nmod:poss"], R.nmod, R["nmod:desc"], R.advmod]);
const AFTER = new Ids([R.flat, R.compound, R.goeswith, R.fixed]);

/**
 * The words that name a source: the name that holds the head token, else the noun with what stands right before it. Joint speakers
 * ("the army and the police") are one span, which starts at `from` where the run of words is known. Not the whole phrase with its clauses and appositions.
 */
export function sourceSpanOf(doc: Document, names: readonly NameMention[], head: number, from = head): Span {
  let span = bareSpan(doc, names, head);
  // "Elders and medics said": the last of them is taken for who spoke, and the tree joins the others to him
  const joined = isJoined(doc, head) ? bareSpan(doc, names, doc.head[head]) : null;
  if (joined && joined[1] < span[0] && span[0] - joined[1] < 40) return [joined[0], span[1]];
  // "the army and the police said": joint speakers that the tree took for one
  let run = from;
  while (run < head && doc.upos[run] === U.CCONJ) run++;
  run = behindTime(doc, run, head);
  for (let k = run; k < head; k++) if (doc.upos[k] === U.CCONJ) return [doc.start[run], span[1]];
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.conj || doc.upos[c] === U.VERB || c < head) continue;
    const other = bareSpan(doc, names, c);
    if (other[0] - span[1] < 40) span = [Math.min(span[0], other[0]), Math.max(span[1], other[1])];
  }
  return span;
}

/** "Elders and medics": two nouns with nothing but "and" and their own words between them. */
function isJoined(doc: Document, head: number): boolean {
  const first = doc.head[head];
  if (doc.relation[head] !== R.conj || first < 0 || first > head || head - first > JOINT || !NOMINAL.has(doc.upos[first])) return false;
  for (let k = first + 1; k < head; k++) if (doc.upos[k] === U.VERB || doc.upos[k] === U.PUNCT) return false;
  return true;
}

/** Tokens between the heads of joint speakers. */
const JOINT = 8;
const NOMINAL = new Ids([U.NOUN, U.PROPN]);

/** "a bar in Lyon late on Sunday, witnesses and doctors said": when it was is no part of who says so. */
function behindTime(doc: Document, run: number, head: number): number {
  if (run + 2 >= head || (doc.upos[run] !== U.ADP && doc.upos[run + 1] !== U.ADP)) return run;
  if (doc.upos[run] !== U.ADP && doc.upos[run] !== U.ADJ && doc.upos[run] !== U.ADV) return run;
  for (let k = run + 1; k < head; k++) if (doc.upos[k] === U.PUNCT && doc.text[doc.start[k]] === ",") return k + 1;
  return run;
}

function bareSpan(doc: Document, names: readonly NameMention[], head: number): Span {
  const at = spanOf(doc, head, head);
  const name = names.find((n) => overlaps(n.span, at) && (n.type === "person" || n.type === "organisation"));
  if (name && contains(name.span, at)) return name.span;
  // "Downing Street said"
  const place = names.find((n) => n.type === "place" && n.tokens[0] < head && head < n.tokens[1]);
  if (place) return place.span;
  const called = calledBy(doc, names, head);
  if (called) return called;
  const set = setOffBy(doc, names, head);
  if (set) return set;
  let first = head;
  let last = head;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c < head && BEFORE.has(doc.relation[c]) && doc.left[c] < first) first = doc.left[c];
    if (c > last && AFTER.has(doc.relation[c]) && c <= last + 3) last = doc.right[c];
  }
  const span = spanOf(doc, cutAt(doc, head, Math.max(first, head - 8), -1), cutAt(doc, head, Math.min(last, head + 8), 1));
  // "Interior Minister Olaf Berg": the name goes on where the title ends
  return (
    names.find((n) => n.type === "person" && n.span[0] >= span[1] && isBehindTitle(doc, tokensIn(doc, span)[1], n.tokens[0]))?.span ?? span
  );
}

/** "Police spokesman Colonel Brahim Saleh": nothing but a rank between the office and the name. */
function isBehindTitle(doc: Document, end: number, first: number): boolean {
  if (first < end || first - end > 2 || doc.sentence[first] !== doc.sentence[end - 1]) return false;
  for (let k = end; k < first; k++) if (doc.upos[k] !== U.PROPN) return false;
  return true;
}

/** "Chancellor Vera Lind", "Police spokesman Captain Vera Lind", "a spokesman for the mayor, Olaf Berg,": the person's name that stands beside its title. */
function calledBy(doc: Document, names: readonly NameMention[], head: number): Span | null {
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (c < head || (r !== R.flat && r !== R.appos && r !== R["nmod:desc"] && r !== R.compound)) continue;
    const at = spanOf(doc, c, c);
    const name = names.find((n) => n.type === "person" && (contains(n.span, at) || (r === R.flat && isBehindTitle(doc, c, n.tokens[0]))));
    if (name) return name.span;
  }
  return null;
}

/** "The police spokesman in the state, DSP Mansir Bello, said": the person's name between commas behind the words for an office, wherever the tree hangs it. */
function setOffBy(doc: Document, names: readonly NameMention[], head: number): Span | null {
  if (doc.upos[head] !== U.NOUN && doc.upos[head] !== U.PROPN) return null;
  let comma = head + 1;
  while (comma < doc.length && comma - head <= SET_OFF && doc.upos[comma] !== U.PUNCT && doc.upos[comma] !== U.VERB) comma++;
  if (!isComma(doc, comma) || doc.sentence[comma] !== doc.sentence[head]) return null;
  const name = names.find((n) => n.type === "person" && n.tokens[0] > comma && n.tokens[0] - comma <= 3);
  if (!name || !isComma(doc, name.tokens[1])) return null;
  for (let k = comma + 1; k < name.tokens[0]; k++) if (doc.upos[k] !== U.PROPN && doc.upos[k] !== U.NOUN) return null;
  return name.span;
}

/** Furthest that the comma before a name may stand behind the noun of the office. */
const SET_OFF = 7;

function isComma(doc: Document, i: number): boolean {
  return i < doc.length && doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === ",";
}

const FROM: ReadonlySet<number> = new Ids(["from", "by"].map((w) => vocabulary.id(w)));

/** "a statement from the ministry", "a report by the Herald": the noun that a message is from; the token itself of all else. */
export function senderOf(doc: Document, head: number): number {
  if (head < 0 || !isMessage(doc, head)) return head;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c < head || doc.relation[c] !== R.nmod || (doc.upos[c] !== U.PROPN && doc.upos[c] !== U.NOUN)) continue;
    for (let k = doc.firstChild[c]; k >= 0 && k < c; k = doc.nextSibling[k])
      if (doc.relation[k] === R.case && FROM.has(doc.norm[k])) return c;
  }
  return head;
}

/** "some", "many": a word that stands for speakers whom nobody names. */
export function isUnnamedSpeaker(doc: Document, i: number): boolean {
  const word = actorLexicon().pronouns.get(doc.norm[i]);
  return word?.class === "some" && word.number === "many";
}

/** The farthest token towards `to` with no comma, quotation mark or the like on the way. */
function cutAt(doc: Document, head: number, to: number, way: 1 | -1): number {
  for (let k = head; k !== to; k += way) {
    const tag = doc.upos[k + way];
    if (tag === U.PUNCT && doc.xpos[k + way] !== P.HYPH) return k;
    if (way < 0 && (tag === U.ADP || tag === U.VERB || tag === U.AUX || tag === U.SCONJ)) return k;
  }
  return to;
}

/** Id of the actor that the phrase at this head token names or stands for, or null. */
export function actorAt(doc: Document, mentions: readonly ActorMention[], head: number, span: Span): string | null {
  let best: ActorMention | null = null;
  // "Oke's lawyer, Chief Adewale Cole, said": who is named in the source's words, where its head stands outside them
  const named = contains(span, spanOf(doc, head, head)) ? undefined : mentions.find((m) => contains(span, m.span));
  if (named) return named.actor;
  for (const m of mentions) {
    if (m.head === head) return m.actor;
    if (!contains(m.span, spanOf(doc, head, head))) continue;
    if (!best || m.span[1] - m.span[0] < best.span[1] - best.span[0]) best = m;
  }
  return (best ?? mentions.find((m) => contains(span, m.span)))?.actor ?? null;
}
