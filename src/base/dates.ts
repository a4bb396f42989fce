/**
 * Days of the calendar as whole numbers (days since 1970-01-01, proleptic Gregorian), so that dates are compared and moved by plain
 * arithmetic. Not instants: there are no time zones here. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 */
export type Day = number;

/** A stretch of days, both ends inside; null where open. */
export interface DayRange {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

export interface Civil {
  /** Astronomical: 0 is 1 BC, -1 is 2 BC. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

export function civilOf(day: Day): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** 1 Monday to 7 Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  if (month >= 1 && month <= 12) return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : MONTHS[month - 1];
  const [y, m] = addMonths(year, month, 1);
  return dayOf(y, m, 1) - dayOf(year, month, 1);
}

/** Whether there is such a day: 30 February is none. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addMonths(year: number, month: number, by: number): readonly [year: number, month: number] {
  const months = year * 12 + (month - 1) + by;
  return [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
}

/** ISO 8601 week of a day: weeks run from Monday, the first one holds the year's first Thursday. */
export function weekOf(day: Day): { readonly year: number; readonly week: number; readonly monday: Day } {
  const monday = day - weekdayOf(day) + 1;
  const year = civilOf(monday + 3).year;
  return { year, week: Math.floor((monday + 3 - dayOf(year, 1, 1)) / 7) + 1, monday };
}

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

/** A year as TIMEX3 writes it: 2016, BC0499. */
export function isoYear(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${pad(month, 2)}`;
}

/** 2016-07-21. */
export function isoDay(day: Day): string {
  const c = civilOf(day);
  return `${isoMonth(c.year, c.month)}-${pad(c.day, 2)}`;
}

/** 2016-W29. */
export function isoWeek(day: Day): string {
  const { year, week } = weekOf(day);
  return `${isoYear(year)}-W${pad(week, 2)}`;
}

/** The day of an ISO date or date and time; null where it is none. */
export function parseDay(iso: string | null): Day | null {
  if (iso === null || iso === undefined || iso.length < 10 || iso[4] !== "-" || iso[7] !== "-") return null;
  const [year, month, day] = [digits(iso, 0, 4), digits(iso, 5, 7), digits(iso, 8, 10)];
  return year >= 0 && month >= 0 && day >= 0 && isDay(year, month, day) ? dayOf(year, month, day) : null;
}

/** The number that the digits from `from` up to `to` write; -1 where one of them is none. */
function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    n = 10 * n + digit;
  }
  return n;
}

/** A date of which month and day may be unknown. Not a guess: what is null was not said. */
export interface PartialDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** First and last day of a partial date. */
export function rangeOf({ year, month, day }: PartialDate): { readonly earliest: Day; readonly latest: Day } {
  if (month === null) return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
  if (day === null) return { earliest: dayOf(year, month, 1), latest: dayOf(year, month, daysInMonth(year, month)) };
  return { earliest: dayOf(year, month, day), latest: dayOf(year, month, day) };
}

/** 2016, 2016-07, 2016-07-21. */
export function isoPartial({ year, month, day }: PartialDate): string {
  if (month === null) return isoYear(year);
  return day === null ? isoMonth(year, month) : `${isoMonth(year, month)}-${pad(day, 2)}`;
}
