import { addMonths, civilOf, type Day, dayOf, daysInMonth, isoDay, parseDay } from "../../base/dates.js";
import { type Document, tokensIn } from "../../language/document.js";
import type { Time } from "../../model/reading.js";
import { numberWord } from "../quantities/numeral.js";
import { monthAt } from "./calendar.js";
import { at, has } from "./look.js";
import { yearDigits } from "./years.js";

/** Words that may stand between a stretch and the date that bounds it: "to", "ended on". */
const BETWEEN = 2;

/**
 * Gives a stretch of days, weeks, months or years its days where a date bounds it: "the year to September 2023", "the 12 months ended
 * June 30", "the first six months of 2022", "the last ten days of May". Its value, how long it was, stays. Not a stretch that the text
 * lets float ("six months later").
 */
export function withEnds(doc: Document, times: readonly Time[]): readonly Time[] {
  return times.map((t, k) => {
    const next = times[k + 1];
    const length = t.type === "duration" ? lengthOf(t.value) : null;
    if (length === null || next?.type !== "date" || next.earliest === null || next.latest === null) return t;
    const [first, behind] = tokensIn(doc, t.span);
    const [at] = tokensIn(doc, next.span);
    if (at <= behind || at - behind > BETWEEN || doc.sentence[at] !== doc.sentence[first]) return t;
    const days = boundOf(doc, first, behind, at, length, next.earliest, next.latest, t.earliest !== null || t.latest !== null);
    return days ? { ...t, ...days, anchor: next.id } : t;
  });
}

/** "the year to September": what stands behind "the year" ends it. */
export function isEnded(doc: Document, behind: number): boolean {
  return has(doc, behind, "ending") || (isTo(doc, behind) && (monthAt(doc, behind + 1) > 0 || monthAt(doc, overEnd(doc, behind + 1)) > 0));
}

/** "the decade to 2018". */
export function isEndedByYear(doc: Document, behind: number): boolean {
  return isTo(doc, behind) && yearDigits(at(doc, behind + 1)) > 0;
}

/** One past "the end of", or `i`. */
function overEnd(doc: Document, i: number): number {
  const the = has(doc, i, "det") ? i + 1 : i;
  return has(doc, the, "phase-of") && has(doc, the + 1, "of") ? the + 2 : i;
}

function isTo(doc: Document, i: number): boolean {
  return has(doc, i, "to") && !has(doc, i, "and") && /^\p{L}/u.test(doc.text.slice(doc.start[i], doc.start[i] + 1));
}

/** How long a stretch is, in days or in months. */
interface Length {
  readonly months: number;
  readonly days: number;
}

function lengthOf(value: string): Length | null {
  const [, digits, unit] = /^P(\d{1,3})([DWMY])$/.exec(value) ?? [];
  const count = Number(digits);
  if (unit === "D" || unit === "W") return { months: 0, days: count * (unit === "W" ? 7 : 1) };
  return unit ? { months: count * (unit === "Y" ? 12 : 1), days: 0 } : null;
}

/** The days that a date gives a stretch; `known` where the stretch has days of its own, counted from the day of publication. */
function boundOf(
  doc: Document,
  first: number,
  behind: number,
  at: number,
  length: Length,
  earliest: string,
  latest: string,
  known: boolean,
): { readonly earliest: string; readonly latest: string } | null {
  const [from, to] = [parseDay(earliest), parseDay(latest)];
  if (from === null || to === null) return null;
  const last = { earliest: isoDay(on(to + 1, length, -1)), latest };
  if (!known && (isTo(doc, behind) || has(doc, behind, "ending"))) return last;
  if (!has(doc, behind, "of") || at !== behind + 1) return null;
  // "the last ten days of May"
  if (known) return isLast(doc, first) || isLast(doc, first + 1) ? (last.earliest >= earliest ? last : null) : null;
  // "the first six months of the year"
  if (!isFirst(doc, first) && !isFirst(doc, first + 1) && !isFirst(doc, first - 1)) return null;
  const end = on(from, length, 1) - 1;
  return end <= to ? { earliest, latest: isoDay(end) } : null;
}

function isLast(doc: Document, i: number): boolean {
  return has(doc, i, "final");
}

function isFirst(doc: Document, i: number): boolean {
  const word = i < 0 ? null : numberWord(doc.norm[i]);
  return word?.kind === "ordinal" && word.value === 1;
}

/** A day moved on or back by a stretch: by months the same day of the month, or the month's last. */
function on(day: Day, { months, days }: Length, sign: number): Day {
  if (months === 0) return day + sign * days;
  const c = civilOf(day);
  const [year, month] = addMonths(c.year, c.month, sign * months);
  return dayOf(year, month, Math.min(c.day, daysInMonth(year, month)));
}
