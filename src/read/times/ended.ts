import { addMonths, civilOf, type Day, dayOf, daysInMonth, isoDay, parseDay } from "../../base/dates.js";
import { type Document, tokensIn } from "../../language/document.js";
import type { Time } from "../../model/reading.js";
import { numberWord } from "../quantities/numeral.js";
import { monthAt } from "./calendar.js";
import { has } from "./look.js";

/** Words that may stand between a stretch and the date that bounds it: "to", "ended on". */
const BETWEEN = 2;

/**
 * Gives a stretch of months or years its days where a date bounds it: "the year to September 2023", "the 12 months ended June 30",
 * "the first six months of 2022". Its value, how long it was, stays. Not a stretch that the text lets float ("six months later").
 */
export function withEnds(doc: Document, times: readonly Time[]): readonly Time[] {
  return times.map((t, k) => {
    const next = times[k + 1];
    const months = t.type === "duration" && t.earliest === null && t.latest === null ? monthsOf(t.value) : 0;
    if (months === 0 || next?.type !== "date" || next.earliest === null || next.latest === null) return t;
    const [first, behind] = tokensIn(doc, t.span);
    const [at] = tokensIn(doc, next.span);
    if (at <= behind || at - behind > BETWEEN || doc.sentence[at] !== doc.sentence[first]) return t;
    const days = boundOf(doc, first, behind, at, months, next.earliest, next.latest);
    return days ? { ...t, ...days, anchor: next.id } : t;
  });
}

/** "the year to September": what stands behind "the year" ends it. */
export function isEnded(doc: Document, behind: number): boolean {
  return has(doc, behind, "ending") || (isTo(doc, behind) && (monthAt(doc, behind + 1) > 0 || monthAt(doc, overEnd(doc, behind + 1)) > 0));
}

/** One past "the end of", or `i`. */
function overEnd(doc: Document, i: number): number {
  const the = has(doc, i, "det") ? i + 1 : i;
  return has(doc, the, "phase-of") && has(doc, the + 1, "of") ? the + 2 : i;
}

function isTo(doc: Document, i: number): boolean {
  return has(doc, i, "to") && /^\p{L}/u.test(doc.text.slice(doc.start[i], doc.start[i] + 1));
}

function monthsOf(value: string): number {
  const found = /^P(\d{1,3})([MY])$/.exec(value);
  return found ? Number(found[1]) * (found[2] === "Y" ? 12 : 1) : 0;
}

function boundOf(doc: Document, first: number, behind: number, at: number, months: number, earliest: string, latest: string) {
  const [from, to] = [parseDay(earliest), parseDay(latest)];
  if (from === null || to === null) return null;
  if (isTo(doc, behind) || has(doc, behind, "ending")) return { earliest: isoDay(monthsOn(to + 1, -months)), latest };
  if (!has(doc, behind, "of") || at !== behind + 1) return null;
  // "the first six months of the year"
  if (!isFirst(doc, first) && !isFirst(doc, first - 1)) return null;
  const end = monthsOn(from, months) - 1;
  return end <= to ? { earliest, latest: isoDay(end) } : null;
}

function isFirst(doc: Document, i: number): boolean {
  const word = i < 0 ? null : numberWord(doc.norm[i]);
  return word?.kind === "ordinal" && word.value === 1;
}

/** The same day of the month so many months on, or the month's last. */
function monthsOn(day: Day, by: number): Day {
  const c = civilOf(day);
  const [year, month] = addMonths(c.year, c.month, by);
  return dayOf(year, month, Math.min(c.day, daysInMonth(year, month)));
}
