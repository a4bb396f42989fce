import { addMonths, civilOf, dayOf, daysInMonth, isoDay, parseDay } from "../../base/dates.js";
import { tokensIn } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { EventFinding } from "../findings.js";
import type { Dates, Dating } from "./dating.js";
import { wordsOf } from "./words.js";

const AFTER = vocabulary.id("after");

/**
 * "It comes a week after 44 people were killed in an attack": what was that long before the report, no later; "marched on Sunday, a day
 * after police broke up a rally": what was so many days before the day that the sentence gives, on that day. Not an act that has a time of
 * its own in the clause.
 */
export function lagOf(d: Dating, e: EventFinding): Dates | null {
  const { doc, published } = d;
  if (published === null || e.status !== "occurred") return null;
  for (const time of d.times) {
    if (time.type !== "duration" || time.earliest !== null || !LENGTH.test(time.value)) continue;
    const [first, after] = tokensIn(doc, time.span);
    // "must serve a minimum of 31 years after being convicted": how long, and not how long since
    if (first > 0 && doc.sentence[first - 1] === doc.sentence[first] && LASTING.has(doc.norm[first - 1])) continue;
    if (after >= doc.length || doc.norm[after] !== AFTER) continue;
    const told = firstTold(d, after);
    if (told === null || !e.triggers.includes(told) || isDated(d, e)) continue;
    const given = dayGiven(d, first);
    const latest = dayBefore(given ?? published, time.value);
    return { when: time.id, earliest: given !== null && time.value.endsWith("D") ? latest : null, latest };
  }
  return null;
}

/** The day that the sentence gives before a token; null where it gives none. */
function dayGiven({ doc, times }: Dating, before: number): string | null {
  let day: string | null = null;
  for (const time of times) {
    const [at] = tokensIn(doc, time.span);
    const isDay = time.earliest !== null && time.earliest === time.latest;
    if (at < before && at < doc.length && doc.sentence[at] === doc.sentence[before] && isDay) day = time.earliest;
  }
  return day;
}

const LASTING = wordsOf("how-long");
const LENGTH = /^P(\d{1,3})([DWMY])$/;

/** The day that lies a length of days, weeks, months or years before another. */
function dayBefore(from: string, length: string): string | null {
  const [, number, unit] = LENGTH.exec(length) ?? [];
  const day = parseDay(from);
  if (day === null || unit === undefined) return null;
  const n = Number(number);
  if (unit === "D" || unit === "W") return isoDay(day - (unit === "D" ? n : 7 * n));
  const c = civilOf(day);
  const [year, month] = addMonths(c.year, c.month, unit === "M" ? -n : -12 * n);
  return isoDay(dayOf(year, month, Math.min(c.day, daysInMonth(year, month))));
}

/** The first trigger behind a token in its sentence; null where none is. */
function firstTold(d: Dating, after: number): number | null {
  let best: number | null = null;
  for (const e of d.events)
    for (const t of e.triggers) if (t > after && d.doc.sentence[t] === d.doc.sentence[after] && (best === null || t < best)) best = t;
  return best;
}

/** Whether a time with days is the event's own. */
function isDated(d: Dating, e: EventFinding): boolean {
  return d.told.some((t) => d.owners.get(t)?.has(e.id));
}
