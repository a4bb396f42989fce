import { loadTable } from "./table.js";

let monthNumbers: ReadonlyMap<string, number> | null = null;

/** Whether words hold a day of a month: "15 February", "Nov 3". */
export function hasDay(words: string): boolean {
  const found = /\b\d{1,2}(?:st|nd|rd|th)? +(\p{L}{3,9})|\b(\p{L}{3,9})\.? +\d{1,2}\b/u.exec(words);
  return found !== null && monthOf(found[1] ?? found[2]) !== null;
}

function monthOf(word: string): number | null {
  monthNumbers ??= new Map(loadTable("months").rows.map((row) => [row.word, Number(row.month)]));
  return monthNumbers.get(word.toLowerCase().replace(/\.$/, "")) ?? null;
}

/** The ISO date, or null where the calendar has no such day. A year of two digits is of the last or this century: 90 is 1990, 16 is 2016. */
function isoDate(year: number, month: number | null, day: number): string | null {
  if (month === null || month < 1 || month > 12 || day < 1) return null;
  const full = year < 100 ? (year >= 40 ? 1900 + year : 2000 + year) : year;
  if (full < 1000 || full > 9999 || day > new Date(Date.UTC(full, month, 0)).getUTCDate()) return null;
  return `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3,9})\.?,? +(\d{4}|\d{2})\b/;
const MONTH_FIRST = /\b([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b/;
const CLOCK = /\b(\d{2}:\d{2}:\d{2}) *(GMT|UTC|Z|[+-]\d{2}:?\d{2})\b/;

/**
 * A calendar date as metadata and datelines write it, as an ISO date, or date and time with its offset where it was said: "2016-07-21",
 * "2016/7/21", "Thu, 21 Jul 2016 10:00:00 GMT", "July 21, 2016", "3 JAN 90". Null for anything else: "07/08/2016" is two dates.
 * Not the reader of times in running text.
 */
export function calendarDate(words: string): string | null {
  const text = words.trim().slice(0, 80);
  const iso = ISO.exec(text);
  if (iso) {
    const date = isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return date && iso[4] ? `${date}T${iso[4].length === 5 ? `${iso[4]}:00` : iso[4]}${offset(iso[5])}` : date;
  }
  const compact = COMPACT.exec(text);
  if (compact) return isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const day = DAY_FIRST.exec(text);
  const month = day ? null : MONTH_FIRST.exec(text);
  const date = day
    ? isoDate(Number(day[3]), monthOf(day[2]), Number(day[1]))
    : month
      ? isoDate(Number(month[3]), monthOf(month[1]), Number(month[2]))
      : null;
  const clock = date ? CLOCK.exec(text) : null;
  return clock ? `${date}T${clock[1]}${offset(clock[2])}` : date;
}

function offset(zone: string | undefined): string {
  if (!zone) return "";
  if (/^(z|utc|gmt)$/i.test(zone)) return "Z";
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** The date that stands in an address: "/2016/07/21/", "/2016/jul/21/", "/20160721/", "-2016-07-21-". */
export function dateInUrl(url: string): string | null {
  const path = url.slice(0, 2000).replace(/[?#].*$/, "");
  const parts = /[/_-](19\d\d|20\d\d)[/_-](\d{1,2}|[a-z]{3,9})[/_-](\d{1,2})(?=[/_.-]|$)/i.exec(path);
  if (parts) return isoDate(Number(parts[1]), /^\d/.test(parts[2]) ? Number(parts[2]) : monthOf(parts[2]), Number(parts[3]));
  const compact = /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
  return compact ? isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3])) : null;
}
