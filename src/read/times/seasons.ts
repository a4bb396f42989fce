import { civilOf, isoPartial, isoYear, rangeOf } from "../../base/dates.js";
import type { YearSaid } from "./expression.js";
import { base, type Moment, type Of, saidYear, type ToldPeriod } from "./moment.js";
import { halfOf, quarterOf, type Resolved, seasonRange, UNKNOWN } from "./ranges.js";

/** "last summer", "the spring of 1990". */
export function resolveSeason(m: Of<"season">, at: Moment): Resolved {
  const year = m.year ? saidYear(m.year, at) : seasonYear(m, at);
  if (year === null) return { value: `XXXX-${m.season}`, ...UNKNOWN, told: null };
  return { value: `${isoYear(year)}-${m.season}`, ...seasonRange(year, m.season), told: null };
}

function seasonYear(m: Of<"season">, at: Moment): number | null {
  const { published, narrative } = at.reference;
  if (narrative && at.told) return at.told.year;
  if (published === null) return null;
  const { year } = civilOf(published);
  const range = seasonRange(year, m.season);
  if (m.turn === 1) return range.earliest > published ? year : year + 1;
  if (m.turn === -1) return range.latest < published ? year : year - 1;
  if (m.turn === 0 || at.tense > 0) return year;
  return range.earliest <= published ? year : year - 1;
}

/** "the third quarter", "this quarter", "the first half of 1990". */
export function resolveQuarter(m: Of<"quarter">, at: Moment): Resolved {
  const from = base("published", at);
  if (!from) return { value: m.year && "said" in m.year ? isoYear(m.year.said) : "XXXX-QX", ...UNKNOWN, told: null };
  const now = Math.floor(((from.month ?? 1) - 1) / 3) + 1;
  if (m.quarter === null) return m.year ? periodOf(m, m.year, at, now) : spokenOf(m.turn ?? -1, at, from.year * 4 + now - 1);
  const year = m.year ? (saidYear(m.year, at) ?? from.year) : null;
  if (m.unit === "H") return halfOf(year ?? from.year, m.quarter);
  if (year !== null) return quarterOf(year, m.quarter);
  return quarterOf(m.quarter <= now || (at.tense > 0 && m.quarter === now + 1) ? from.year : from.year - 1, m.quarter);
}

/** "the quarter", "this quarter": the one spoken of, else counted from that of the published day. */
function spokenOf(shift: number, at: Moment, now: number): Resolved {
  if (shift === -1 && at.quarter && at.quarter.year * 4 + at.quarter.nth <= now) return quarterOf(at.quarter.year, at.quarter.nth);
  const index = now + shift;
  return quarterOf(Math.floor(index / 4), (index % 4) + 1);
}

/** "the same period last year", "the same month of 2015", "the 1988 quarter": the one spoken of, in another year. */
function periodOf(m: Of<"quarter">, said: NonNullable<YearSaid>, at: Moment, now: number): Resolved {
  const told = m.unit === "M" ? monthTold(at) : m.unit === "P" ? (at.period ?? at.quarter) : at.quarter;
  const year = saidYear(said, at);
  if (year === null) return { value: "XXXX", ...UNKNOWN, told: null };
  if (told === null)
    return m.unit === "M" ? { value: `${isoYear(year)}-XX`, ...UNKNOWN, told: null } : quarterOf(year, now > 1 ? now - 1 : 4);
  // "in the first half of 2018, up from the same period last year": not that same half
  return sameOf(told, "shift" in said && year === told.year ? year - 1 : year);
}

function monthTold({ period }: Moment): ToldPeriod | null {
  return period?.unit === "M" ? period : null;
}

/** The same quarter, half or month of another year. */
export function sameOf({ unit, nth }: ToldPeriod, year: number): Resolved {
  if (unit !== "M") return unit === "Q" ? quarterOf(year, nth) : halfOf(year, nth);
  const told = { year, month: nth, day: null };
  return { value: isoPartial(told), ...rangeOf(told), told: null };
}
