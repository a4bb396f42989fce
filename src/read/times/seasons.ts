import { civilOf, dayOf, isoYear } from "../../base/dates.js";
import { base, type Moment, type Of, saidYear } from "./moment.js";
import { quarterOf, type Resolved, seasonRange, UNKNOWN } from "./ranges.js";

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
  if (m.quarter === null) {
    const shift = m.turn ?? -1;
    if (m.year) {
      const year = saidYear(m.year, at) ?? from.year;
      return quarterOf(year, at.quarter?.quarter ?? (now > 1 ? now - 1 : 4));
    }
    if (m.turn === -1 && at.quarter && at.quarter.year * 4 + at.quarter.quarter < from.year * 4 + now)
      return quarterOf(at.quarter.year, at.quarter.quarter);
    const index = from.year * 4 + (now - 1) + shift;
    return quarterOf(Math.floor(index / 4), (index % 4) + 1);
  }
  if (m.unit === "H") {
    const year = m.year ? (saidYear(m.year, at) ?? from.year) : from.year;
    const value = `${isoYear(year)}-H${m.quarter}`;
    return {
      value,
      earliest: dayOf(year, m.quarter === 1 ? 1 : 7, 1),
      latest: dayOf(year, m.quarter === 1 ? 6 : 12, m.quarter === 1 ? 30 : 31),
      told: null,
    };
  }
  if (m.year) return quarterOf(saidYear(m.year, at) ?? from.year, m.quarter);
  return quarterOf(m.quarter <= now || (at.tense > 0 && m.quarter === now + 1) ? from.year : from.year - 1, m.quarter);
}
