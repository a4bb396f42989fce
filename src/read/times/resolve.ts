import {
  addMonths,
  civilOf,
  type Day,
  type DayRange,
  dayOf,
  daysInMonth,
  isDay,
  isoDay,
  isoPartial,
  isoWeek,
  isoYear,
  rangeOf,
  weekdayOf,
  weekOf,
} from "../../base/dates.js";
import { durationValue } from "./duration.js";
import type { Expression, TimeUnit } from "./expression.js";
import { resolveFeast } from "./holidays.js";
import { base, baseDay, type Moment, NEAREST, type Of, saidYear, type Told } from "./moment.js";
import { type Resolved, spanRange, UNKNOWN } from "./ranges.js";
import { resolveQuarter, resolveSeason, sameOf } from "./seasons.js";
import { weekend, weekOfMonth, weekOn } from "./weeks.js";

/** The value and the days of what the words mean. */
function ofMeaning(e: Expression, at: Moment): Resolved {
  const m = e.meaning;
  switch (m.kind) {
    case "calendar":
      return resolveCalendar(m, at);
    case "weekday":
      return resolveWeekday(m, at);
    case "unit":
      return resolveUnit(m, at);
    case "day":
      return resolveDay(m.shift, e.borrows, at);
    case "away":
      return resolveAway(m, at);
    case "season":
      return resolveSeason(m, at);
    case "quarter":
      return resolveQuarter(m, at);
    case "feast":
      return resolveFeast(m, at);
    case "span":
      return { value: m.value, ...spanRange(m.value), told: null };
    case "ref":
      return resolveRef(m.value, at.reference.published);
    case "duration":
      return resolveDuration(m, at.reference.published);
    case "set":
      return { value: m.value, ...UNKNOWN, told: null };
  }
}

/** The value and the days of an expression, said at this moment: of the day or week beside a date, where that is meant. */
export function resolve(e: Expression, at: Moment): Resolved {
  const resolved = ofMeaning(e, at);
  if (typeof e.beside === "number") return weekOfMonth(resolved, e.beside);
  if (e.beside === null || resolved.earliest === null || resolved.earliest !== resolved.latest) return resolved;
  if (e.beside !== "week") return onDay(resolved.earliest + (e.beside === "eve" ? -1 : 1));
  return weekOn(resolved.earliest);
}

/** The same a day later. */
export function dayAfter(r: Resolved): Resolved {
  return r.earliest !== null && r.earliest === r.latest ? onDay(r.earliest + 1) : r;
}

function dated(year: number, month: number | null, day: number | null): Resolved {
  const told = { year, month, day };
  return { value: isoPartial(told), ...rangeOf(told), told };
}

function onDay(day: Day): Resolved {
  return { value: isoDay(day), earliest: day, latest: day, told: civilOf(day) };
}

const two = (n: number): string => String(n).padStart(2, "0");

function resolveCalendar(m: Of<"calendar">, at: Moment): Resolved {
  const year = yearOf(m, at);
  if (m.month === null && m.day !== null) return loneDay(m.day, at);
  if (year === null) {
    const month = m.month === null ? "XX" : two(m.month);
    return { value: m.day === null ? `XXXX-${month}` : `XXXX-${month}-${two(m.day)}`, ...UNKNOWN, told: null };
  }
  if (m.day !== null && m.month !== null && !isDay(year, m.month, m.day))
    return { value: isoPartial({ year, month: m.month, day: null }), ...UNKNOWN, told: null };
  return dated(year, m.month, m.day);
}

function yearOf(m: Of<"calendar">, at: Moment): number | null {
  if (m.year) return saidYear(m.year, at);
  const { published, narrative } = at.reference;
  if (m.month === null) return null;
  if (narrative && at.told) return narrativeYear(m.month, at.told);
  if (published === null) return at.told?.year ?? null;
  const now = civilOf(published);
  if (m.turn !== null) return turnedYear(m.month, m.turn, now);
  return newsYear(m.month, m.day, at.tense, published);
}

function turnedYear(month: number, turn: number, now: { readonly year: number; readonly month: number }): number {
  if (turn < 0) return month < now.month ? now.year : now.year - 1;
  if (turn > 0) return month > now.month ? now.year : now.year + 1;
  return now.year;
}

/** A history moves on: "January" after an October is the next year's. */
function narrativeYear(month: number, told: Told): number {
  return told.month !== null && told.month - month > YEAR_TURNS ? told.year + 1 : told.year;
}

const YEAR_TURNS = 7;

/** The year of "July 4" or "in July" in news: the last one, unless the sentence looks ahead or the next one is far nearer. */
function newsYear(month: number, day: number | null, tense: number, published: Day): number {
  const now = civilOf(published);
  const probe = (year: number): Day => dayOf(year, month, Math.min(day ?? (month === now.month ? now.day : 15), daysInMonth(year, month)));
  const gap = probe(now.year) - published;
  // The nearest one, unless the tense speaks for one that is not much farther.
  if (gap > 183) return tense > 1 || (tense > 0 && gap < AHEAD) ? now.year : now.year - 1;
  if (gap > 0) return tense < 0 && gap > (tense < -1 ? NOW : day === null ? SOON / 2 : SOON) ? now.year - 1 : now.year;
  if (gap < -183) return tense <= 0 ? now.year : now.year + 1;
  return tense > 0 && gap < -BEHIND ? now.year + 1 : now.year;
}

const AHEAD = 250;
const SOON = 60;
const NOW = 20;
const BEHIND = 120;

/** "the 20th": of the month spoken of. */
function loneDay(day: number, at: Moment): Resolved {
  const from = base("told", at);
  if (!from || from.month === null || !isDay(from.year, from.month, day)) return { value: `XXXX-XX-${two(day)}`, ...UNKNOWN, told: null };
  return dated(from.year, from.month, day);
}

function resolveWeekday(m: Of<"weekday">, at: Moment): Resolved {
  const day = baseDay(m.from, at);
  if (day === null) return { value: `XXXX-WXX-${m.weekday}`, ...UNKNOWN, told: null };
  if (m.week !== undefined) return onDay(weekOf(day).monday + 7 * m.week + m.weekday - 1);
  const back = (weekdayOf(day) - m.weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (m.turn === -1) return onDay(day - (back || 7));
  if (m.turn === 1) return onDay(day + (ahead || 7));
  if (at.tense === NEAREST) return onDay(ahead < back ? day + ahead : day - back);
  const forward = at.tense > 0 || (at.reference.narrative && m.turn === null) || (m.turn === 0 && at.tense === 0);
  return onDay(forward ? day + ahead : day - back);
}

function resolveDay(shift: number, borrows: boolean, at: Moment): Resolved {
  if (at.reference.narrative && !borrows && shift === 0) return { value: "PRESENT_REF", ...UNKNOWN, told: null };
  const day = baseDay(borrows ? "told" : "published", at);
  return day === null ? { value: "XXXX-XX-XX", ...UNKNOWN, told: null } : onDay(day + shift);
}

function resolveUnit(m: Of<"unit">, at: Moment): Resolved {
  const { published } = at.reference;
  if (m.rolling && (m.unit === "DE" || m.unit === "CE")) {
    const range = published === null ? UNKNOWN : { earliest: moved(published, -1, m.unit), latest: published };
    return { value: durationValue(1, m.unit), ...range, told: null, type: "duration" };
  }
  if (m.unit === "W" && m.from === "told" && at.week !== null) return weekOn(at.week + 7 * m.shift);
  const from = base(m.loose && !isOfTold(at) ? "published" : m.from, at);
  if (!from) return { value: unknownUnit(m.unit), ...UNKNOWN, told: null };
  const resolved = calendarUnit(m, from, at);
  if (published === null || m.from === "told") return resolved;
  if (m.rolling && (m.unit === "Y" || m.unit === "M" || m.unit === "W"))
    return { ...resolved, earliest: moved(published, -1, m.unit), latest: published };
  if (m.shift !== 0 || resolved.earliest === null || resolved.latest === null || resolved.latest < published) return resolved;
  // "this week" runs to the day it is said; looking ahead it begins there.
  return at.tense > 0 ? { ...resolved, earliest: published } : { ...resolved, latest: Math.max(published, resolved.earliest) };
}

/** "burned on 3 May and was sold at the end of the month"; not "has until the end of the month", which is this one. */
function isOfTold({ told, near, tense, reference }: Moment): boolean {
  if (reference.narrative || reference.published === null || told === null) return true;
  const ahead = dayOf(told.year, told.month ?? 1, told.day ?? 1) > reference.published;
  return near && (tense <= 0 || ahead);
}

function unknownUnit(unit: TimeUnit): string {
  return unit === "Y" || unit === "DE" || unit === "CE"
    ? "XXXX"
    : unit === "W" || unit === "WE"
      ? "XXXX-WXX"
      : unit === "M"
        ? "XXXX-XX"
        : "XXXX-XX-XX";
}

function calendarUnit(m: Of<"unit">, from: Told, at: Moment): Resolved {
  const { unit, shift } = m;
  if (unit === "Y") return dated(from.year + shift, null, null);
  if (unit === "DE" || unit === "CE") {
    const size = unit === "DE" ? 10 : 100;
    const value = isoYear(from.year + shift * size).slice(0, unit === "DE" ? 3 : 2);
    return { value, ...spanRange(value), told: null };
  }
  if (unit === "M") {
    if (from.month === null) return { value: `${isoYear(from.year)}-XX`, ...UNKNOWN, told: null };
    const [year, month] = addMonths(from.year, from.month, shift);
    return dated(year, month, m.day !== undefined && isDay(year, month, m.day) ? m.day : null);
  }
  if (from.month === null || from.day === null)
    return {
      value: unit === "D" ? `${isoPartial(from)}-XX`.replace(/^(.{4})-XX$/, "$1-XX-XX") : `${isoYear(from.year)}-WXX`,
      ...UNKNOWN,
      told: null,
    };
  const day = dayOf(from.year, from.month, from.day);
  if (unit === "WE") return weekend(day, shift, at.tense);
  if (unit === "D") return onDay(day + shift);
  return weekOn(day + 7 * shift);
}

/** A day moved by calendar units. */
export function moved(day: Day, count: number, unit: TimeUnit): Day {
  const c = civilOf(day);
  const months =
    unit === "M"
      ? count
      : unit === "Q"
        ? 3 * count
        : unit === "Y"
          ? 12 * count
          : unit === "DE"
            ? 120 * count
            : unit === "CE"
              ? 1200 * count
              : null;
  if (months === null)
    return (
      day + Math.round(count * (unit === "W" ? 7 : unit === "FN" ? 14 : unit === "TH" ? 1 / 24 : unit === "TM" || unit === "S" ? 0 : 1))
    );
  const [year, month] = addMonths(c.year, c.month, Math.round(months));
  return dayOf(year, month, Math.min(c.day, daysInMonth(year, month)));
}

function resolveAway(m: Of<"away">, at: Moment): Resolved {
  const { published } = at.reference;
  if (m.from === "told" && !at.reference.narrative && (m.bound || m.count === null))
    return { value: durationValue(m.count, m.unit), ...UNKNOWN, told: null, type: "duration" };
  if (m.count === null && !m.bound) return resolveRef(m.direction < 0 ? "PAST_REF" : "FUTURE_REF", published);
  if (m.count === null || m.unit === "TH" || m.unit === "TM" || m.unit === "S")
    return { value: durationValue(m.count, m.unit), ...UNKNOWN, told: null, type: "duration" };
  if (m.count === 1 && m.unit === "Y" && m.direction < 0 && !at.reference.narrative) {
    // "higher in February than a year earlier"
    const told = m.compared && at.period ? at.period : at.quarter;
    if (told) return { ...sameOf(told, told.year - 1), told: null };
  }
  const from = base(m.from, at);
  if (!from) return { value: unknownUnit(m.unit), ...UNKNOWN, told: null };
  const count = m.count * m.direction;
  if (m.unit === "Y" || m.unit === "DE" || m.unit === "CE") {
    const years = Math.round(count * (m.unit === "Y" ? 1 : m.unit === "DE" ? 10 : 100));
    return { ...dated(from.year + years, null, null), told: null };
  }
  if (m.unit === "M") {
    if (from.month === null) return { value: `${isoYear(from.year)}-XX`, ...UNKNOWN, told: null };
    const [year, month] = addMonths(from.year, from.month, Math.round(count));
    return dated(year, month, null);
  }
  if (from.month === null || from.day === null) return { value: `${isoYear(from.year)}-XX-XX`, ...UNKNOWN, told: null };
  const day = moved(dayOf(from.year, from.month, from.day), count, m.unit);
  if (m.unit === "W" && m.from === "published")
    return { ...onDay(day), value: isoWeek(day), earliest: weekOf(day).monday, latest: weekOf(day).monday + 6 };
  return onDay(day);
}

function resolveRef(value: string, published: Day | null): Resolved {
  const range: DayRange =
    value === "PAST_REF" ? { earliest: null, latest: published } : value === "FUTURE_REF" ? { earliest: published, latest: null } : UNKNOWN;
  return { value, ...range, told: null };
}

function resolveDuration(m: Of<"duration">, published: Day | null): Resolved {
  const range: DayRange =
    published === null || m.turn === null || m.turn === 0 || m.count === null
      ? UNKNOWN
      : m.turn < 0
        ? { earliest: moved(published, -m.count, m.unit), latest: published }
        : { earliest: published, latest: moved(published, m.count, m.unit) };
  return { value: m.value, ...range, told: null };
}
