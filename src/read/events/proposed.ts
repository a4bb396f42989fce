import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf, tokenAt, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import type { Time } from "../../model/reading.js";
import type { Status } from "../../model/vocabulary.js";
import type { EventFinding } from "../findings.js";
import type { Mention } from "./mention.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";
import { isPassive, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const MEASURES = wordsOf("measure-verb");
const LOOSE = wordsOf("measure-loose");
const JOINS = wordsOf("measure-joins");
const STOPS = wordsOf("measure-stops");
const NOT = wordsOf("negation");
/** How far behind its verb what is proposed may begin, in tokens, and how long it may be. */
const NEAR = 12;
const LONGEST = 60;

/**
 * What a proposal would do, one filler a measure: "to double the sentence, ban replica guns and give soldiers powers of arrest", "include
 * banning the sale, raising the age". Read off the words: the tree loses such lists. None where no list of verbs follows.
 */
export function measuresOf(doc: Document, trigger: Trigger): readonly Filler[] {
  const { row, token: t } = trigger;
  if (row.frame.id === "measure") return [ownMeasure(doc, trigger)];
  if (row.frame.id !== "propose" && row.frame.id !== "proposed") return [];
  const end = doc.sentenceStart[doc.sentence[t] + 1];
  let first = -1;
  let gerund = false;
  for (let i = trigger.last + 1; i < Math.min(end, trigger.last + NEAR); i++) {
    const isVerb = MEASURES.has(doc.lemma[i]) || LOOSE.has(doc.lemma[i]);
    const base = isVerb && doc.norm[i] === doc.lemma[i] && doc.xpos[i - 1] === P.TO;
    gerund = isVerb && isGerund(doc, i);
    if (base || gerund) {
      first = i;
      break;
    }
    if (doc.upos[i] === U.VERB && doc.xpos[i] !== P.VBN) break;
  }
  if (first < 0) return banOn(doc, trigger, end);
  return listed(doc, first, gerund, row.pos === "NOUN" ? predicateBehind(doc, first, end) : end);
}

/** "proposed a ban on "zombie-style" knives, more sweeps and a register": a ban with what it is on, wherever the tree hangs that. */
function banOn(doc: Document, { last, row }: Trigger, end: number): readonly Filler[] {
  if (row.pos !== "VERB") return [];
  for (let i = last + 1; i < Math.min(end, last + NEAR_NOUN); i++) {
    if (!BANS.has(doc.lemma[i]) || !ON.has(doc.norm[i + 1])) continue;
    let k = i + 2;
    while (k < end && k - i < LONGEST_NOUN && IN_PHRASE.has(doc.upos[k]) && !JOINS.has(doc.norm[k])) k++;
    while (k > i + 2 && doc.upos[k - 1] !== U.NOUN && doc.upos[k - 1] !== U.PROPN) k--;
    if (k === i + 2) return [];
    const from = doc.upos[i - 1] === U.DET || doc.upos[i - 1] === U.ADJ ? i - 1 : i;
    return [filler(doc, i, from, k - 1)];
  }
  return [];
}

const BANS = wordsOf("ban-noun");
const ON = wordsOf("ban-on");
const NEAR_NOUN = 6;
const LONGEST_NOUN = 12;
const IN_PHRASE = new Ids([U.NOUN, U.PROPN, U.ADJ, U.DET, U.ADP, U.PUNCT, U.NUM, U.SYM, U.PART]);

/** The measures of a list that begins at a verb, to the end of the sentence or of the clause. */
function listed(doc: Document, first: number, gerund: boolean, end: number): readonly Filler[] {
  const starts = [first];
  let stop = Math.min(end, first + LONGEST);
  for (let i = first + 1; i < stop; i++) {
    if (STOPS.has(doc.norm[i]) && doc.upos[i - 1] === U.PUNCT) stop = i;
    if (!JOINS.has(doc.norm[i - 1]) || i >= stop) continue;
    const isVerb = MEASURES.has(doc.lemma[i]) || LOOSE.has(doc.lemma[i]);
    const at = doc.xpos[i] === P.TO ? i + 1 : i;
    if (gerund ? isGerund(doc, i) && (isVerb || doc.upos[i] === U.VERB) : isBase(doc, at)) starts.push(at);
  }
  return starts.map((from, k) => {
    let last = (starts[k + 1] ?? stop) - 1;
    while (last > from && (doc.upos[last] === U.PUNCT || doc.upos[last] === U.CCONJ || doc.xpos[last] === P.TO)) last--;
    return filler(doc, from, from, last);
  });
}

/** "a bill to lengthen sentences was shelved": where what is said of the bill begins, or the sentence's end. */
function predicateBehind(doc: Document, from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    if (doc.xpos[i] === P.MD || doc.upos[i] === U.AUX || doc.xpos[i] === P.VBD || doc.xpos[i] === P.VBZ) return i;
    const tied = doc.start[i] === doc.end[i - 1] && i + 1 < doc.length && doc.start[i + 1] === doc.end[i];
    if (doc.upos[i] === U.PUNCT && !JOINS.has(doc.norm[i]) && !tied) return i;
  }
  return end;
}

function isGerund(doc: Document, i: number): boolean {
  return doc.xpos[i] === P.VBG || (doc.upos[i] === U.NOUN && doc.norm[i] !== doc.lemma[i] && MEASURES.has(doc.lemma[i]));
}

function isBase(doc: Document, i: number): boolean {
  return (
    i < doc.length && doc.norm[i] === doc.lemma[i] && (MEASURES.has(doc.lemma[i]) || (LOOSE.has(doc.lemma[i]) && doc.upos[i] === U.VERB))
  );
}

function filler(doc: Document, token: number, from: number, last: number): Filler {
  return { role: "measure", token, via: "own", span: spanOf(doc, from, last), actor: null, count: null };
}

/** "would require doctors to report threats", "sentences would be doubled": the verb with what hangs on it; of a passive the whole clause. */
function ownMeasure(doc: Document, { token: t }: Trigger): Filler {
  let last = t;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (c < t) continue;
    const r = doc.relation[c];
    if (r === R.conj || r === R.parataxis || r === R.advcl || doc.upos[doc.left[c]] === U.PUNCT) break;
    if (r !== R.punct) last = doc.right[c];
  }
  const subject = isPassive(doc, t) ? childWith(doc, t, R["nsubj:pass"], R.nsubj) : -1;
  const from = subject >= 0 ? doc.left[subject] : t;
  return filler(doc, t, from, last);
}

/**
 * Triggers that stand in what somebody proposes to do: "lengthen sentences for attacks on staff", "reinstate the death penalty". What the
 * measure is about is no act. Not one that is dated or pointed at ("after the attack on Monday").
 */
export function isWithinMeasure(doc: Document, { token, row }: Trigger, measures: readonly Span[]): boolean {
  if (measures.length === 0 || (row.type ?? "").startsWith("policy.")) return false;
  if (isVerbal(doc, token) && doc.xpos[token] === P.VBD) return false;
  for (let c = doc.firstChild[token]; c >= 0 && c < token; c = doc.nextSibling[c])
    if (THIS.has(doc.norm[c]) && !LEGAL.test(row.type ?? "")) return false;
  const at = doc.start[token];
  return measures.some((m) => m[0] <= at && at < m[1]);
}

function isModal(doc: Document, verb: number): boolean {
  const modal = childWith(doc, verb, R.aux);
  return modal >= 0 && doc.xpos[modal] === P.MD;
}

const BRINGING = wordsOf("bringing-in");
const THIS = wordsOf("definite");
/** "the death penalty" */
const LEGAL = /^justice\./;

/** "voted to double the sentence. A proposal to ban replica guns was rejected": measures that would do other things are two. */
export function isOtherMeasure(doc: Document, m: Mention, { mentions }: { readonly mentions: readonly Mention[] }): boolean {
  if (!POLICY.test(m.type ?? "")) return false;
  const mine = measured(doc, m);
  if (mine.size < 2) return false;
  const theirs = mentions.filter((o) => POLICY.test(o.type ?? "")).map((o) => measured(doc, o));
  return (
    theirs.some((t) => t.size >= 2) &&
    theirs.every((t) => [...mine].filter((w) => t.has(w)).length * SHARED < Math.min(mine.size, t.size) || t.size < 2)
  );
}

const POLICY = /^policy\.(proposal|law|ban)$/;
/** One word in so many, at least, is shared by two that tell of one measure. */
const SHARED = 2;
const SAYS = new Ids([U.NOUN, U.PROPN, U.VERB, U.ADJ]);

/** The lemmas of what a mention says that would be done. */
function measured(doc: Document, m: Mention): ReadonlySet<number> {
  const words = new Set<number>();
  for (const f of m.fillers) {
    if (f.role !== "measure") continue;
    const [first, end] = tokensIn(doc, f.span);
    for (let i = first; i < end; i++) if (SAYS.has(doc.upos[i]) && !DRAFTS.has(doc.lemma[i])) words.add(doc.lemma[i]);
  }
  return words;
}

const REJECTING = wordsOf("rejecting");
const HOW = wordsOf("rejecting-how");
const DRAFTS = wordsOf("draft-noun");
const AS = wordsOf("as-what");
const AS_REACH = 8;
const VOTE = wordsOf("vote");
const CLIMB = 5;

/** What became of a measure: "rejected a proposal to lower the age", "an amendment to ban rifles was voted down". Null where nothing is said. */
export function rejectedStatus(doc: Document, { token, row }: Trigger): Status | null {
  if (!(row.type ?? "").startsWith("policy.") && row.type !== "justice.release") return null;
  let isDraft = DRAFTS.has(doc.lemma[token]) || !isVerbal(doc, token);
  let at = token;
  for (let step = 0; step < CLIMB && doc.head[at] >= 0; step++) {
    const h = doc.head[at];
    const r = doc.relation[at];
    if (isVerbal(doc, h) && REJECTING.has(doc.lemma[h]) && isDraft && (r === R.obj || r === R["nsubj:pass"] || r === R.obl)) {
      return isDone(doc, h) && (!VOTE.has(doc.lemma[h]) || HOW.has(doc.norm[h + 1])) ? "not-occurred" : null;
    }
    if (r !== R.acl && r !== R.nmod && r !== R.xcomp && r !== R.conj && r !== R.compound) return null;
    if (DRAFTS.has(doc.lemma[h])) isDraft = true;
    at = h;
  }
  return null;
}

/** "rejected", "has withdrawn", "was dropped", a headline's "rejects". Not "will reject", "urged to withdraw". */
function isDone(doc: Document, verb: number): boolean {
  // "rejected the bill as window dressing": what somebody thinks of it
  for (
    let i = verb + 1;
    i < Math.min(doc.length, verb + AS_REACH) && doc.sentence[i] === doc.sentence[verb] && doc.upos[i] !== U.PUNCT;
    i++
  )
    if (AS.has(doc.norm[i])) return false;
  for (let c = doc.firstChild[verb]; c >= 0 && c < verb; c = doc.nextSibling[c]) {
    if (NOT.has(doc.norm[c])) return false;
    if (doc.relation[c] === R.aux && doc.xpos[c] === P.MD) return false;
    if (doc.xpos[c] === P.TO) return false;
  }
  return doc.xpos[verb] === P.VBD || doc.xpos[verb] === P.VBN || doc.xpos[verb] === P.VBZ || doc.xpos[verb] === P.VBP;
}

/** A ban that is told within what somebody proposes, or "is to be" made, is still to come. */
export function isStillProposed(doc: Document, { token, row }: Trigger, proposing: (token: number) => boolean): boolean {
  if (row.type !== "policy.ban" && row.type !== "policy.law") return false;
  // "is to be banned from September"
  if (isVerbal(doc, token)) {
    let [to, be] = [false, false];
    for (let c = doc.firstChild[token]; c >= 0 && c < token; c = doc.nextSibling[c]) {
      if (doc.xpos[c] === P.TO) to = true;
      if (doc.relation[c] === R["aux:pass"]) be = true;
    }
    if (to && be) return true;
  }
  // "would bring in a law"
  const r0 = doc.relation[token];
  const verb = r0 === R.obj || (r0 === R.obl && BRINGING.has(doc.lemma[doc.head[token]])) ? doc.head[token] : -1;
  if (verb >= 0 && !isVerbal(doc, token)) {
    const first = doc.relation[verb] === R.conj ? doc.head[verb] : verb;
    if (isModal(doc, verb) || isModal(doc, first)) return true;
  }
  for (let at = token, step = 0; step < CLIMB && doc.head[at] >= 0; step++) {
    const r = doc.relation[at];
    if (r === R.nsubj || r === R["nsubj:pass"] || r === R["acl:relcl"]) return false;
    at = doc.head[at];
    if (proposing(at)) return true;
  }
  return false;
}

/** A measure that is to come is dated by a time to come that its sentence tells behind it, and one that was made is not: "signed a law, effective August 2026". */
export function datedAhead(
  doc: Document,
  published: string | null,
  times: readonly Time[],
  events: readonly EventFinding[],
): readonly EventFinding[] {
  if (published === null || !events.some((e) => e.type.startsWith("policy."))) return events;
  const ahead = times
    .filter((t) => t.type === "date" && t.earliest !== null && t.latest !== null && t.earliest > published)
    .map((t) => ({ t, s: doc.sentence[tokenAt(doc, t.span[0])] }));
  return events.map((e) => {
    if (!/^policy\.(proposal|law|ban)$/.test(e.type)) return e;
    if (e.status === "occurred" && e.earliest !== null && e.earliest > published) {
      const made = e.triggers.some((t) => isVerbal(doc, t) && doc.xpos[t] !== P.VBG);
      return made ? { ...e, when: null, earliest: null, latest: published } : { ...e, status: "planned" as const };
    }
    const t = e.triggers[0];
    // "a law banning the burning of flags takes effect on 1 October": the ban comes with its law
    const law = e.type === "policy.ban" && doc.relation[t] === R.acl ? lawOf(events, doc.head[t]) : null;
    if (law && law.earliest !== null && law.earliest > published)
      return { ...e, status: "planned" as const, when: law.when, earliest: law.earliest, latest: law.latest };
    if (e.status !== "planned") return e;
    const past = e.type !== "policy.proposal" && e.latest !== null && e.latest <= published;
    if (e.when !== null && !past) return e;
    const own = ahead.find((a) => a.s === doc.sentence[t] && a.t.span[0] > doc.start[t]);
    const side = own ? sideOf(doc, own.t) : null;
    if (own && side !== null) return side === "until" ? e : { ...e, when: own.t.id, earliest: null, latest: own.t.latest };
    return own
      ? { ...e, when: own.t.id, earliest: own.t.earliest, latest: own.t.latest }
      : past
        ? { ...e, when: null, earliest: null, latest: null }
        : e;
  });
}

function lawOf(events: readonly EventFinding[], noun: number): EventFinding | null {
  return events.find((o) => o.type === "policy.law" && o.triggers.includes(noun)) ?? null;
}

const UNTIL = wordsOf("until");
const BY = wordsOf("by-then");

/** "until 2028": when it ends; "by March", "before Christmas": until when it will have been made. */
function sideOf(doc: Document, time: Time): "until" | "by" | null {
  const first = tokenAt(doc, time.span[0]);
  if (first === 0) return null;
  return UNTIL.has(doc.norm[first - 1]) ? "until" : BY.has(doc.norm[first - 1]) ? "by" : null;
}
