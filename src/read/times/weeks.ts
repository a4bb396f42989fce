import { type Day, isoWeek, weekdayOf, weekOf } from "../../base/dates.js";
import { type Resolved, UNKNOWN } from "./ranges.js";

/** "the second week of March": seven days of it, from its first on, or its last seven. */
export function weekOfMonth({ earliest, latest, told }: Resolved, week: number): Resolved {
  if (earliest === null || latest === null) return { value: "P1W", ...UNKNOWN, told: null, type: "duration" };
  const first = week < 0 ? latest - 6 : earliest + 7 * (week - 1);
  return { value: "P1W", earliest: first, latest: Math.min(first + 6, latest), told, type: "duration" };
}

/** The week of a day. */
export function weekOn(day: Day): Resolved {
  const { monday } = weekOf(day);
  return { value: isoWeek(monday), earliest: monday, latest: monday + 6, told: null };
}

/** "the weekend" is the last one, or the one that a sentence looks forward to. */
export function weekend(day: Day, shift: number, tense: number): Resolved {
  const { monday } = weekOf(day);
  const within = weekdayOf(day) >= 6;
  const ahead = shift > 0 || (shift === 0 && tense > 0);
  const saturday = monday + 5 + (within ? 7 * shift : ahead ? (shift > 1 ? 7 : 0) : -7);
  return { value: `${isoWeek(saturday)}-WE`, earliest: saturday, latest: saturday + 1, told: null };
}
