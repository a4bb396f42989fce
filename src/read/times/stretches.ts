import { addMonths, civilOf, type Day, dayOf, daysInMonth, isoDay, parseDay } from "../../base/dates.js";
import { type Document, tokenAt } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import type { Time } from "../../model/reading.js";
import { has } from "./look.js";

const DAY = 86_400_000;
/** Days from which a time is a stretch that something goes on through. */
const LONG = 27;
/** Days from which a time is one that numbers are gathered over. */
const GATHERED = 80;

/**
 * Gives times the days that the words around them say, beyond their own: "since 2014" goes on to the day of publication, "between June and
 * August", "2023-24" to the end of the second, "in the previous 12 months" ends before the stretch told last. Their values stay.
 */
export function withStretches(doc: Document, times: readonly Time[], published: Day | null): readonly Time[] {
  let main: Time | null = null;
  return times.map((t, k) => {
    const next = times[k + 1];
    const days = untilNow(doc, t, published) ?? (next ? throughNext(doc, t, next) : null) ?? beforeLast(doc, t, main);
    if (!days && daysOf(t) >= GATHERED && t.type !== "set" && (main?.latest ?? "") < (t.latest ?? "")) main = t;
    return days ? { ...t, ...days } : t;
  });
}

interface Days {
  readonly earliest: string;
  readonly latest: string;
}

function daysOf(t: Time): number {
  return t.earliest === null || t.latest === null ? 0 : (Date.parse(t.latest) - Date.parse(t.earliest)) / DAY;
}

/** "1,680 have been kidnapped since 2014": what goes on until today. */
function untilNow(doc: Document, t: Time, published: Day | null): Days | null {
  const first = tokenAt(doc, t.span[0]);
  if (published === null || t.type !== "date" || t.earliest === null || t.latest === null || daysOf(t) < LONG) return null;
  const now = isoDay(published);
  return has(doc, first - 1, "since") && !isExtreme(doc, first - 1) && t.latest < now ? { earliest: t.earliest, latest: now } : null;
}

/** "the worst attack in the town since 2009": how far back nothing was like it. */
function isExtreme(doc: Document, since: number): boolean {
  for (let i = since - 1; i >= Math.max(doc.sentenceStart[doc.sentence[since]], since - EXTREME); i--)
    if (doc.xpos[i] === P.JJS || doc.xpos[i] === P.RBS) return true;
  return false;
}

const EXTREME = 8;

/** "between June and August", "from June to August", "2023-24": from the first to the second. */
function throughNext(doc: Document, t: Time, next: Time): Days | null {
  if (t.type !== "date" || next.type !== "date" || t.earliest === null || next.latest === null || next.earliest === null) return null;
  if (next.earliest <= t.earliest || t.latest === null) return null;
  const [first, last] = [tokenAt(doc, t.span[0]), tokenAt(doc, t.span[1] - 1)];
  const at = tokenAt(doc, next.span[0]);
  const isTied = at === last || (at === last + 2 && doc.end[last] === doc.start[last + 1] && doc.end[last + 1] === doc.start[at]);
  const isJoined = at === last + 2 && ((has(doc, first - 1, "between") && doc.upos[last + 1] === U.CCONJ) || isFromTo(doc, t, first, last));
  return (isTied && t.value.length === YEAR && next.value.length === YEAR) || isJoined
    ? { earliest: t.earliest, latest: next.latest }
    : null;
}

const YEAR = 4;

/** "from January to July". Not days, from and to which something may be put off. */
function isFromTo(doc: Document, t: Time, first: number, last: number): boolean {
  return has(doc, first - 1, "range-from") && has(doc, last + 1, "to") && daysOf(t) >= LONG;
}

/** "50,510 in the year to March, 4 percent fewer than in the previous 12 months": the stretch as long before the last one that the report tells of. */
function beforeLast(doc: Document, t: Time, main: Time | null): Days | null {
  const [, digits, unit] = /^P(\d{1,2})([MY])$/.exec(t.value) ?? [];
  const first = tokenAt(doc, t.span[0]);
  if (!main || t.type !== "duration" || !digits || !(has(doc, first, "before-told") || has(doc, first + 1, "before-told"))) return null;
  const end = parseDay(main.earliest);
  if (end === null) return null;
  const months = Number(digits) * (unit === "Y" ? 12 : 1);
  if (Math.abs(daysOf(main) - months * MONTH) > MONTH / 2) return null;
  const c = civilOf(end);
  const [year, month] = addMonths(c.year, c.month, -months);
  return { earliest: isoDay(dayOf(year, month, Math.min(c.day, daysInMonth(year, month)))), latest: isoDay(end - 1) };
}

const MONTH = 30.4;
