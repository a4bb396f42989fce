import type { Document } from "../../language/document.js";
import { lemmaOf, tokenAt } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import type { Time } from "../../model/reading.js";
import { wordsOf } from "../events/words.js";
import type { EventFinding } from "../findings.js";

interface Period {
  readonly token: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** "since December": up to the report, of what has been done ever since. */
  readonly open: boolean;
  /** "each year": again and again. */
  readonly again: boolean;
  /** Weeks or more. */
  readonly long: boolean;
  /** Where what happened then is told: the token behind "when" of "in 2014, when 40 died"; -1 where nothing is. */
  readonly told: number;
}

/** Times that a report names, by sentence. */
export type Periods = ReadonlyMap<number, readonly Period[]>;

const DAY = 86_400_000;
/** Days from which a time is a period that numbers are gathered over, not the time of one act. */
const LONG = 27;
/** Days from which on a number since then is of no one act. */
const YEARS = 365;
/** How far from the toll word the period may stand, in tokens. */
const REACH = 14;

export function periodsOf(doc: Document, times: readonly Time[], published: number | null): Periods {
  const all = new Map<number, Period[]>();
  const put = (s: number, period: Period): void => void all.set(s, [...(all.get(s) ?? []), period]);
  for (const t of times) {
    const token = tokenAt(doc, t.span[0]);
    if (t.type === "set") put(doc.sentence[token], { token, id: t.id, from: 0, to: 0, open: false, again: true, long: false, told: -1 });
    if (t.earliest === null || t.latest === null) continue;
    const opens = token > 0 && published !== null && SINCE.has(doc.norm[token - 1]);
    const to = opens ? Math.max(Date.parse(t.latest), published ?? Number.NaN) : Date.parse(t.latest);
    const long = to - Date.parse(t.earliest) >= LONG * DAY;
    const told = whenBehind(doc, tokenAt(doc, t.span[1] - 1) + 1);
    if (!long && told < 0) continue;
    put(doc.sentence[token], { token, id: t.id, from: Date.parse(t.earliest), to, open: opens, again: false, long, told });
  }
  return all;
}

/** The token behind "when", or ", when", that begins at token `k`; or -1. */
function whenBehind(doc: Document, k: number): number {
  const at = k < doc.length && doc.upos[k] === U.PUNCT ? k + 1 : k;
  return at < doc.length && WHEN.has(doc.norm[at]) && doc.sentence[at] === doc.sentence[k - 1] ? at + 1 : -1;
}

/**
 * Whether the number beside token `i` is of an earlier time that a report of another act recalls: "the worst floods since 2014, when 40
 * people died". What happened then may be an event of its own.
 */
export function isOfEarlierTime(periods: Periods, doc: Document, i: number, event: EventFinding): boolean {
  if (event.background) return false;
  const first = event.earliest === null ? null : Date.parse(event.earliest);
  return (periods.get(doc.sentence[i]) ?? []).some(
    (p) => p.told >= 0 && i >= p.told && i - p.told <= REACH && (p.open || (p.id !== event.when && first !== null && p.to < first)),
  );
}

/**
 * Whether the number beside token `i` is one over a period and not the toll of the event, which took place on a day of its own:
 * "67 officers have been killed this year".
 */
export function isOfPeriod(periods: Periods, doc: Document, i: number, event: EventFinding): boolean {
  const here = periods.get(doc.sentence[i]);
  if (!here) return false;
  // "Shootings kill dozens of children each year"
  if (PRESENT.has(doc.xpos[i]) && here.some((p) => p.again && Math.abs(p.token - i) <= REACH)) return true;
  // "1,680 pupils have been kidnapped since 2014": whenever the act that the report is about took place
  if (here.some((p) => p.open && p.to - p.from >= YEARS * DAY && Math.abs(p.token - i) <= REACH && isPerfect(doc, i)))
    return !event.triggers.some((t) => doc.sentence[t] === doc.sentence[i]);
  if (event.earliest === null || event.latest === null) return false;
  const [first, last] = [Date.parse(event.earliest), Date.parse(event.latest)];
  if (last - first >= LONG * DAY) return false;
  // "... in the floods of 1997, when 50 died": a time that ended before the act is the day of another, not a period that goes on
  // "a 2014 shooting that left four injured": the year of the act itself
  return here.some(
    (p) =>
      p.long &&
      (p.open ? isPerfect(doc, i) : p.id !== event.when && !event.triggers.includes(doc.head[p.token])) &&
      Math.abs(p.token - i) <= REACH &&
      p.from <= last &&
      p.to >= first,
  );
}

/** "have been kidnapped": not "the deadliest since 2014, killed 12". */
function isPerfect(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0 && c < i; c = doc.nextSibling[c])
    if (doc.relation[c] === R.aux && lemmaOf(doc, c) === "have" && doc.xpos[c] !== P.VBD) return true;
  return false;
}

const PRESENT = new Ids([P.VBP, P.VBZ, P.VB]);
const SINCE = wordsOf("since-when");
const WHEN = wordsOf("when");
