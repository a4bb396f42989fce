import { parseDay } from "../../base/dates.js";
import { type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { Time } from "../../model/reading.js";
import type { EventFinding, Findings } from "../findings.js";
import { is, timeWord } from "../times/words.js";
import { CUE, clauseOf, headOf, holds, type Reach, tierAt } from "./when.js";

/** Days that an event may have, with the time that gives them; no time where they follow from other events, or are not given at all. */
export interface Dates {
  readonly when: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A time of the report with what its place in it says. */
export interface Told {
  readonly time: Time;
  readonly head: number;
  readonly sentence: number;
  /** How many times with days stand before it. */
  readonly order: number;
  /** Whether its words say which day: not "at 7:45 p.m." alone. */
  readonly saysDay: boolean;
  /** Whether it stands in a line without a verb ("Posted: Monday, October 27"). */
  readonly line: boolean;
  /** Whether it is the page's: "Posted: Monday", "(Published Thursday)". */
  readonly page: boolean;
  /** Whether it stands in brackets: "at 6 am (2200 GMT Friday)". */
  readonly bracketed: boolean;
  /** "since March" leaves its end open, "by March" its beginning. */
  readonly side: "since" | "by" | null;
}

const BRACKETS = new Set(["(", "["]);

function sideOf(doc: Document, first: number): Told["side"] {
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    const w = timeWord(doc.norm[i]);
    if (is(w, "since") !== null) return "since";
    if (is(w, "by") !== null) return "by";
    if (is(w, "phase") === null && is(w, "det") === null) return null;
  }
  return null;
}

export type Needs = Pick<Findings, "doc" | "report" | "partOf" | "times" | "attributions" | "events" | "lead">;

/** What dating looks at: the findings, the times with days, and where acts stand. */
export interface Dating extends Needs, Reach {
  readonly told: readonly Told[];
  readonly published: string | null;
}

export function datingOf(found: Needs): Dating {
  const { doc } = found;
  const told: Told[] = [];
  for (const time of found.times) {
    if (time.type === "set" || (!time.earliest && !time.latest)) continue;
    const [first, end] = tokensIn(doc, time.span);
    if (first >= end) continue;
    const head = headOf(doc, first, end);
    const sentence = doc.sentence[head];
    told.push({
      time,
      head,
      sentence,
      order: told.length,
      saysDay: saysDay(doc, first, end, time.type === "time"),
      line: isLine(doc, sentence),
      page: isPage(doc, first),
      bracketed: first > 0 && BRACKETS.has(doc.text[doc.start[first - 1]]),
      side: sideOf(doc, first),
    });
  }
  const actTokens = new Set(found.events.flatMap((e) => e.triggers));
  return { ...found, actTokens, told, published: found.report.published.value?.slice(0, 10) ?? null };
}

const DAYS = ["weekday", "weekday-unsure", "month", "month-unsure", "day", "daypart", "unit", "turn"];

function saysDay(doc: Document, first: number, end: number, clock: boolean): boolean {
  for (let i = first; i < end; i++) {
    const w = timeWord(doc.norm[i]);
    if (w && (w.written !== null || (w.width === 4 && !clock) || DAYS.some((c) => is(w, c) !== null))) return true;
  }
  return false;
}

function isPage(doc: Document, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) if (is(timeWord(doc.norm[i]), "page") !== null) return true;
  return false;
}

function isLine(doc: Document, s: number): boolean {
  for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) if (doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) return false;
  return true;
}

/**
 * How a time stands to a mention: within its phrase; with its own verb or the verb it is the subject of; with a verb it is some other
 * part of; in a clause tied to its own; with a verb that tells of another event; elsewhere in the sentence; with a verb of speaking;
 * in the sentence before, the one behind, near, far.
 */
const INNER = 0;
const OWN = 1;
const PART = 2;
const TIED = 3;
const OTHERS = 4;
const SAME = 5;
const SPOKEN = 6;
const BEFORE = 7;
const BEHIND = 8;
const NEAR = 9;
const FAR = 10;
const STANDINGS = 11;

function standing(d: Dating, e: EventFinding, mention: number, t: Told): number {
  const away = t.sentence - d.doc.sentence[mention];
  if (away !== 0) return away === -1 ? BEFORE : away === 1 ? BEHIND : Math.abs(away) <= 3 ? NEAR : FAR;
  const tier = tierAt(d, mention, t.head);
  if (tier === CUE) return SPOKEN;
  if (tier < 0) return SAME;
  if (tier < 1) return INNER;
  const verb = clauseOf(d.doc, t.head);
  if (verb !== mention && d.actTokens.has(verb) && !e.triggers.includes(verb) && !e.results.includes(verb)) return OTHERS;
  if (tier >= 2) return TIED;
  return verb === mention || isSubject(d.doc, mention, verb) ? OWN : PART;
}

function isSubject(doc: Document, mention: number, verb: number): boolean {
  let at = mention;
  while (doc.head[at] >= 0 && doc.head[at] !== verb) at = doc.head[at];
  return doc.relation[at] === R.nsubj || doc.relation[at] === R["nsubj:pass"];
}

/** A candidate for an event's dates, with all times of the report that give it. */
export interface Candidate extends Dates {
  readonly told: readonly Told[];
  /** `after`: since the act it is about; `kept`: as the mentions or the scene gave it first; `none`: nothing is said. */
  readonly from: "time" | "after" | "kept" | "none";
}

const PAST = new Set(["occurred", "attempted", "foiled"]);

/** Days that what has happened cannot be after, and that what goes on does not end with. */
function clipped(d: Dating, e: EventFinding, earliest: string | null, latest: string | null): Pick<Dates, "earliest" | "latest"> | null {
  const { published } = d;
  if (published === null) return { earliest, latest };
  if (PAST.has(e.status)) {
    if (earliest !== null && earliest > published) return null;
    return { earliest, latest: latest === null || latest > published ? published : latest };
  }
  return e.status === "ongoing" ? { earliest, latest: latest === published ? null : latest } : { earliest, latest };
}

const same = (a: Pick<Dates, "earliest" | "latest">, b: Pick<Dates, "earliest" | "latest">): boolean =>
  a.earliest === b.earliest && a.latest === b.latest;

/** The days of a time as an event has them: "since March" runs on, "by March" began nobody says when. */
function daysOf(d: Dating, e: EventFinding, { time, side }: Told): readonly [string | null, string | null] {
  if (side === "since") return [time.earliest, e.status === "ongoing" ? null : d.published];
  return side === "by" ? [null, time.latest] : [time.earliest, time.latest];
}

/** All dates that an event may have. `about` is the act that it follows, dated already. */
export function candidatesOf(d: Dating, e: EventFinding, about: Dates | null): readonly Candidate[] {
  const all: { when: string | null; earliest: string | null; latest: string | null; told: Told[]; from: Candidate["from"] }[] = [];
  const none = { earliest: null, latest: PAST.has(e.status) ? d.published : null };
  for (const t of d.told) {
    const days = clipped(d, e, ...daysOf(d, e, t));
    if (!days || same(days, none)) continue;
    const known = all.find((c) => same(c, days));
    if (known) known.told.push(t);
    else all.push({ ...days, when: t.time.id, told: [t], from: "time" });
  }
  const kept = { when: e.when, earliest: e.earliest, latest: e.latest };
  if (!same(kept, none) && !all.some((c) => same(c, kept))) all.push({ ...kept, told: [], from: "kept" });
  if (about?.earliest && (PAST.has(e.status) || e.status === "ongoing")) {
    const since = { when: null, earliest: about.earliest, latest: e.status === "ongoing" ? null : d.published };
    if (!same(since, none) && !all.some((c) => same(c, since))) all.push({ ...since, told: [], from: "after" });
  }
  all.push({ when: null, ...none, told: [], from: "none" });
  return all;
}

/** Names of features in order of their weights: families of numbered ones. */
const NAMES: string[] = [];

function family(name: string, size: number): number {
  const first = NAMES.length;
  for (let i = 0; i < size; i++) NAMES.push(size === 1 ? name : `${name}:${i}`);
  return first;
}

const HAS = family("has", STANDINGS);
const COUNT = family("count", STANDINGS);
const FIRST = family("first", STANDINGS);
const EARLY = family("early", STANDINGS);
const RESULT = family("result", STANDINGS);
const BEST = family("best", STANDINGS);
const LEAD_BEST = family("lead-best", STANDINGS);
const UNREAL_BEST = family("unreal-best", STANDINGS);
const BRACKETED = family("bracketed", 1);
const SIDE = family("side", 2);
const NEAREST = family("nearest", 4);
const LEAD_HAS = family("lead-has", STANDINGS);
const WIDTH = family("width", 8);
const AGE = family("age", 7);
const LEAD_AGE = family("lead-age", 7);
const ORDER = family("order", 5);
const LEAD_ORDER = family("lead-order", 5);
const OFTEN = family("often", 4);
const LEAD_OFTEN = family("lead-often", 4);
const UNSAID_DAY = family("unsaid-day", 1);
const CLOCK = family("clock", 1);
const ABSOLUTE = family("absolute", 1);
const IN_LINE = family("in-line", 1);
const PAGE = family("page", 1);
const PARTS = family("part", 4);
const RIVAL = family("rival", 3);
const KEPT = family("kept", 4);
const FROM = family("from", 4);
const LEAD_FROM = family("lead-from", 4);
const STATUS_FROM = family("status-from", 32);
const KIND_FROM = family("kind-from", 32);
const AS_LEAD = family("as-lead", 3);
const AS_LAST = family("as-last", 3);
const AS_ACT = family("as-act", 2);
const WITHIN = family("within", 1);
const HOLDS = family("holds", 1);
const BARE = family("bare", 2);

export const FEATURES: readonly string[] = NAMES;

/** Features of one candidate, reused from candidate to candidate: their numbers and values. */
export class Values {
  readonly index = new Int16Array(160);
  readonly value = new Float64Array(160);
  count = 0;

  add(index: number, value = 1): void {
    this.index[this.count] = index;
    this.value[this.count++] = value;
  }
}

const FROMS: readonly Candidate["from"][] = ["time", "after", "kept", "none"];
const STATUSES = ["occurred", "ongoing", "attempted", "foiled", "planned", "threatened", "possible", "not-occurred"];
const KINDS = ["violence", "unrest", "security", "justice", "policy", "hazard", "movement"];
const PARTS_OF = ["headline", "dateline", "caption", "furniture"];

/** What is known already of other events when one is dated. */
export interface Known {
  readonly lead: Dates | null;
  /** The event told last before this one, and how many sentences back. */
  readonly last: Dates | null;
  readonly back: number;
  readonly about: Dates | null;
}

export function valuesOf(d: Dating, e: EventFinding, c: Candidate, all: readonly Candidate[], known: Known, out: Values): void {
  out.count = 0;
  const lead = e.id === d.lead;
  const from = FROMS.indexOf(c.from);
  out.add(FROM + from);
  if (lead) out.add(LEAD_FROM + from);
  out.add(STATUS_FROM + from * 8 + Math.max(0, STATUSES.indexOf(e.status)));
  out.add(KIND_FROM + from * 8 + Math.max(0, KINDS.indexOf(e.type.slice(0, e.type.indexOf(".")))));
  if (c.from === "none") out.add(BARE + (all.length > 1 ? 1 : 0));
  if (e.earliest === c.earliest && e.latest === c.latest) out.add(KEPT + (e.when === null ? 1 : 0) + (lead ? 2 : 0));
  if (!lead && known.lead) likeness(c, known.lead, AS_LEAD, out);
  if (known.last && known.back <= 3) likeness(c, known.last, AS_LAST, out);
  if (known.about && same(c, known.about)) out.add(AS_ACT);
  else if (known.about?.latest && c.latest !== null && c.latest < (known.about.earliest ?? "")) out.add(AS_ACT + 1);
  shapeValues(d, c, lead, out);
  if (c.told.length > 0) toldValues(d, e, c, all, lead, out);
}

function likeness(c: Candidate, other: Dates, at: number, out: Values): void {
  if (same(c, other)) out.add(at);
  else if (c.latest !== null && other.earliest !== null && c.latest < other.earliest) out.add(at + 1);
  else if (c.earliest !== null && other.latest !== null && c.earliest > other.latest) out.add(at + 2);
}

/** How wide and how old. */
function shapeValues(d: Dating, c: Candidate, lead: boolean, out: Values): void {
  if (c.from === "none") return;
  const width = c.earliest === null ? 6 : c.latest === null ? 7 : bucket(days(c.earliest, c.latest), [0, 1, 3, 7, 31]);
  out.add(WIDTH + width);
  const end = c.latest ?? c.earliest;
  if (d.published === null || end === null) return;
  const age = days(end, d.published);
  const aged = age < 0 ? 6 : bucket(age, [0, 1, 2, 7, 31]);
  out.add(AGE + aged);
  if (lead) out.add(LEAD_AGE + aged);
}

function days(from: string, to: string): number {
  const [a, b] = [parseDay(from), parseDay(to)];
  return a === null || b === null ? 0 : b - a;
}

function bucket(n: number, tops: readonly number[]): number {
  const k = tops.findIndex((top) => n <= top);
  return k < 0 ? tops.length : k;
}

/** Where the times that give it stand to the event's mentions, and in the report. */
function toldValues(d: Dating, e: EventFinding, c: Candidate, all: readonly Candidate[], lead: boolean, out: Values): void {
  const counts = new Float64Array(STANDINGS);
  let nearest = 99;
  e.triggers.forEach((m, k) => {
    const [at, away] = bestStanding(d, e, m, c.told);
    if (at <= SPOKEN) nearest = Math.min(nearest, away);
    counts[at]++;
    if (k === 0) out.add(FIRST + at);
    else if (k < 3) out.add(EARLY + at);
  });
  for (let k = 0; k < STANDINGS; k++) {
    if (counts[k] === 0) continue;
    out.add(HAS + k);
    if (lead) out.add(LEAD_HAS + k);
    out.add(COUNT + k, Math.log2(counts[k]));
  }
  const best = counts.findIndex((n) => n > 0);
  out.add((lead ? LEAD_BEST : BEST) + best);
  if (!PAST.has(e.status)) out.add(UNREAL_BEST + best);
  if (e.results.length > 0) out.add(RESULT + Math.min(...e.results.map((m) => bestStanding(d, e, m, c.told)[0])));
  if (nearest < 99) out.add(NEAREST + bucket(nearest, [3, 7, 14]));
  const first = c.told[0];
  const order = bucket(first.order, [0, 1, 2, 4]);
  out.add(ORDER + order);
  if (lead) out.add(LEAD_ORDER + order);
  const often = bucket(c.told.length, [1, 2, 4]);
  out.add(OFTEN + often);
  if (lead) out.add(LEAD_OFTEN + often);
  if (c.told.every((t) => !t.saysDay)) out.add(UNSAID_DAY);
  if (c.told.some((t) => t.time.type === "time")) out.add(CLOCK);
  if (c.told.some((t) => t.time.anchor === "none")) out.add(ABSOLUTE);
  if (c.told.every((t) => t.line)) out.add(IN_LINE);
  if (c.told.every((t) => t.bracketed)) out.add(BRACKETED);
  if (first.side !== null) out.add(SIDE + (first.side === "since" ? 0 : 1));
  if (c.told.every((t) => t.page)) out.add(PAGE);
  const part = PARTS_OF.indexOf(d.partOf[first.sentence] ?? "body");
  if (part >= 0) out.add(PARTS + part);
  rivals(d, e, c, out);
  for (const o of all) {
    if (o === c || o.told.length === 0) continue;
    if (holds(o, c)) out.add(WITHIN, 0.5);
    else if (holds(c, o)) out.add(HOLDS, 0.5);
  }
}

function bestStanding(d: Dating, e: EventFinding, mention: number, told: readonly Told[]): readonly [standing: number, tokens: number] {
  let best = FAR;
  let away = 99;
  for (const t of told) {
    const at = standing(d, e, mention, t);
    const tokens = Math.abs(t.head - mention);
    if (at < best || (at === best && tokens < away)) [best, away] = [at, tokens];
  }
  return [best, away];
}

/** Whether it is another event's by that one's own clause, and how many of its times are. */
function rivals(d: Dating, e: EventFinding, c: Candidate, out: Values): void {
  let taken = 0;
  for (const t of c.told) {
    const other = d.events.some(
      (o) => o.id !== e.id && o.triggers.some((m) => d.doc.sentence[m] === t.sentence && standing(d, o, m, t) <= OWN),
    );
    if (other) taken++;
  }
  out.add(RIVAL + (taken === 0 ? 0 : taken < c.told.length ? 1 : 2));
}
