import { type Day, type DayRange, dayOf, daysInMonth, isoYear } from "../../base/dates.js";
import type { TimeType } from "../../model/vocabulary.js";
import type { Told, ToldPeriod } from "./moment.js";

/** A resolved time: its TIMEX3 value, its days, and what later times may hang on. */
export interface Resolved extends DayRange {
  readonly value: string;
  readonly told: Told | null;
  /** Where the type is not the meaning's own. */
  readonly type?: TimeType;
  readonly period?: ToldPeriod;
}

export const UNKNOWN: DayRange = { earliest: null, latest: null };

/** A quarter of a year. */
export function quarterOf(year: number, quarter: number): Resolved {
  const month = quarter * 3;
  const earliest = dayOf(year, month - 2, 1);
  return {
    value: `${isoYear(year)}-Q${quarter}`,
    earliest,
    latest: dayOf(year, month, daysInMonth(year, month)),
    told: null,
    period: { year, unit: "Q", nth: quarter },
  };
}

/** A half of a year. */
export function halfOf(year: number, half: number): Resolved {
  const [from, to] = half === 1 ? [1, 6] : [7, 12];
  return {
    value: `${isoYear(year)}-H${half}`,
    earliest: dayOf(year, from, 1),
    latest: dayOf(year, to, daysInMonth(year, to)),
    told: null,
    period: { year, unit: "H", nth: half },
  };
}

const FIRST_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Three months of a season, as the northern half of the world counts them; a winter begins in its year's December. */
export function seasonRange(year: number, season: string): { readonly earliest: Day; readonly latest: Day } {
  const first = FIRST_MONTH[season] ?? 1;
  const [lastYear, last] = first === 12 ? [year + 1, 2] : [year, first + 2];
  return { earliest: dayOf(year, first, 1), latest: dayOf(lastYear, last, daysInMonth(lastYear, last)) };
}

/** Days of "199" (a decade) and "19" (a century). */
export function spanRange(value: string): DayRange {
  const digits = /^\d{2,3}$/.test(value) ? Number(value) : null;
  if (digits === null) return UNKNOWN;
  const size = value.length === 3 ? 10 : 100;
  return { earliest: dayOf(digits * size, 1, 1), latest: dayOf(digits * size + size - 1, 12, 31) };
}
