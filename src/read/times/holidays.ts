import { civilOf, type Day, dayOf, isoDay, weekdayOf } from "../../base/dates.js";
import type { Document } from "../../language/document.js";
import { P } from "../../language/tags.js";
import { calendar, type Expression, expression } from "./expression.js";
import { at, has, isCapital } from "./look.js";
import { type Moment, type Of, saidYear } from "./moment.js";
import { type Resolved, UNKNOWN } from "./ranges.js";
import { readTurn } from "./relative.js";
import { is } from "./words.js";
import { yearAfter } from "./years.js";

/** "Christmas 1963", "Christmas Eve", "New Year's Day", "last Thanksgiving", "Labor Day". */
export function readHoliday(doc: Document, i: number): Expression | null {
  if (has(doc, i, "new")) return readNewYear(doc, i);
  const easter = readEasterDay(doc, i);
  if (easter) return easter;
  const t = readTurn(doc, i);
  const from = t?.end ?? i;
  // "Valentine's Day", "Presidents' Day"
  const behind = from + 1 < doc.length && doc.xpos[from + 1] === P.POS ? from + 2 : from + 1;
  const tied = has(doc, behind, "day-word") ? is(at(doc, from), "holiday-day") : null;
  const rule = is(at(doc, from), "holiday") ?? tied;
  if (rule === null || t?.from === "told") return null;
  const eve = has(doc, from + 1, "eve");
  const next = tied !== null ? behind + 1 : eve || has(doc, from + 1, "day-word") ? from + 2 : from + 1;
  const year = t ? null : yearAfter(doc, next);
  const [month, day, weekday] = rule.split("-").map(Number);
  if (rule === EASTER || weekday !== undefined || t)
    return expression(i, year?.end ?? next, { kind: "feast", rule, year: year?.year ?? null, turn: t?.turn ?? null, shift: eve ? -1 : 0 });
  return expression(i, year?.end ?? next, calendar(year?.year ?? null, month, eve ? day - 1 : day));
}

const EASTER = "easter";

/** "Good Friday", "Palm Sunday 2017", "last Easter Monday": days of the week that Easter dates. */
function readEasterDay(doc: Document, i: number): Expression | null {
  const t = readTurn(doc, i);
  const from = t?.end ?? i;
  const said = isCapital(doc, from) ? is(at(doc, from), "easter-day") : null;
  const weekday = said === null ? null : is(at(doc, from + 1), "weekday");
  const shift = weekday === null ? undefined : said?.split(" ").find((s) => s.startsWith(`${weekday}:`));
  if (shift === undefined || t?.from === "told") return null;
  const year = t ? null : yearAfter(doc, from + 2);
  const meaning = { kind: "feast", rule: EASTER, year: year?.year ?? null, turn: t?.turn ?? null, shift: Number(shift.slice(2)) } as const;
  return expression(i, year?.end ?? from + 2, meaning);
}

/** "New Year's Eve", "New Year's Day". */
function readNewYear(doc: Document, i: number): Expression | null {
  if (is(at(doc, i + 1), "unit") !== "Y" && is(at(doc, i + 1), "units") !== "Y") return null;
  const next = i + 2 < doc.length && doc.start[i + 2] === doc.end[i + 1] ? i + 3 : i + 2;
  const eve = has(doc, next, "eve");
  if (!eve && !has(doc, next, "day-word")) return null;
  const year = yearAfter(doc, next + 1);
  return expression(i, year?.end ?? next + 1, eve ? calendar(year?.year ?? null, 12, 31) : calendar(year?.year ?? null, 1, 1));
}

/** A feast of a year: the one that was said, the last or the next, else the one that the tense looks to. */
export function resolveFeast(m: Of<"feast">, moment: Moment): Resolved {
  const year = m.year ? saidYear(m.year, moment) : unsaidYear(m, moment);
  if (year === null) return { value: "XXXX-XX-XX", ...UNKNOWN, told: null };
  const day = feastOf(m.rule, year) + m.shift;
  return { value: isoDay(day), earliest: day, latest: day, told: civilOf(day) };
}

function unsaidYear(m: Of<"feast">, { reference, told, tense }: Moment): number | null {
  if (reference.narrative && told) return told.year;
  const { published } = reference;
  if (published === null) return null;
  const { year } = civilOf(published);
  const here = feastOf(m.rule, year) + m.shift;
  const ahead = m.turn === 1 || (m.turn === null && (tense > 0 || (tense === 0 && here - published > 0 && here - published < NEAR)));
  if (ahead) return here >= published ? year : year + 1;
  return here <= published ? year : year - 1;
}

/** Days before a feast from which it is the coming one where no verb says. */
const NEAR = 60;

/** The day of a feast: fixed ("12-25"), the first such day of the week from a day on ("11-22-4" is the fourth Thursday), or Easter. */
function feastOf(rule: string, year: number): Day {
  if (rule === EASTER) return easterOf(year);
  const [month, day, weekday] = rule.split("-").map(Number);
  const from = dayOf(year, month, day);
  return weekday === undefined ? from : from + ((weekday - weekdayOf(from) + 7) % 7);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as Meeus gives it). */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const m = Math.floor((a + 11 * d + 22 * e) / 451);
  const n = d + e - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
