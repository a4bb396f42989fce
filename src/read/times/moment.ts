import { civilOf, type Day, dayOf } from "../../base/dates.js";
import type { Reference } from "./context.js";
import type { From, Meaning, YearSaid } from "./expression.js";

/** What the text spoke of last: on it hang "the next day", "that year", a month without a year in a history. */
export interface Told {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The quarter, half or month spoken of last: what "the same period a year earlier" is a year before. */
export interface ToldPeriod {
  readonly year: number;
  readonly unit: "Q" | "H" | "M";
  /** Which one of its year. */
  readonly nth: number;
}

export interface Moment {
  readonly reference: Reference;
  readonly told: Told | null;
  /** Whether it was told just before. */
  readonly near: boolean;
  readonly quarter: ToldPeriod | null;
  /** A day of the week spoken of last, where no day was told after it; else null. */
  readonly week: Day | null;
  /** The last one of any unit, where the same sentence tells it or the one before. */
  readonly period: ToldPeriod | null;
  /** -1 past (-2 without doubt), 1 to come (2 without doubt), 0 unsaid; `NEAREST` where it may be either. */
  readonly tense: number;
}

/** The tense of what is as likely ahead as behind. */
export const NEAREST = 0.5;

/** A meaning of one kind. */
export type Of<K extends Meaning["kind"]> = Extract<Meaning, { kind: K }>;

/** The day that a relative time is counted from; null where none is known. */
export function baseDay(from: From, at: Moment): Day | null {
  const { told, reference } = at;
  const toldDay = told && told.month !== null && told.day !== null ? dayOf(told.year, told.month, told.day) : null;
  if (from === "told" || reference.narrative) return toldDay ?? (reference.narrative ? null : reference.published);
  return reference.published;
}

/** The same, where month and day may be unknown. */
export function base(from: From, at: Moment): Told | null {
  if ((from === "told" || at.reference.narrative) && at.told) return at.told;
  return at.reference.published === null ? null : civilOf(at.reference.published);
}

/** "'99" in a history: the century nearest to what was told. */
function nearest(year: number, told: number): number {
  return year + Math.round((told - year) / 100) * 100;
}

/** The year that a date says, or that its words reckon; null where that hangs on a date nobody gave. */
export function saidYear(year: NonNullable<YearSaid>, at: Moment): number | null {
  if ("said" in year) return year.short && at.reference.narrative && at.told ? nearest(year.said, at.told.year) : year.said;
  const from = base(year.from, at);
  return from === null ? null : from.year + year.shift;
}
