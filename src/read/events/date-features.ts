import { parseDay } from "../../base/dates.js";
import type { EventFinding } from "../findings.js";
import { type Candidate, type Dates, type Dating, PAST, same, type Told } from "./dating.js";
import { FAR, SPOKEN, STANDINGS, standing } from "./standing.js";

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
  if (c.told.length > 0) toldValues(d, e, c, lead, out);
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

const COUNTS = new Int32Array(STANDINGS);

/** Where the times that give it stand to the event's mentions, and in the report. */
function toldValues(d: Dating, e: EventFinding, c: Candidate, lead: boolean, out: Values): void {
  const counts = COUNTS.fill(0);
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
  let best = 0;
  while (counts[best] === 0) best++;
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
  out.add(WITHIN, 0.5 * c.within);
  out.add(HOLDS, 0.5 * c.holding);
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
    const owners = d.owners.get(t);
    if (owners && owners.size > (owners.has(e.id) ? 1 : 0)) taken++;
  }
  out.add(RIVAL + (taken === 0 ? 0 : taken < c.told.length ? 1 : 2));
}
