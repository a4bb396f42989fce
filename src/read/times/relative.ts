import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { monthAt } from "./calendar.js";
import { calendar, type Expression, expression, type From, type TimeUnit, type YearSaid } from "./expression.js";
import { at, has, isCapital } from "./look.js";
import { readQuarter } from "./quarters.js";
import { is } from "./words.js";
import { yearDigits } from "./years.js";

/** Which one: "last", "this", "next" seen from the published date; "previous", "that", "following" from what was told. */
export interface Turn {
  readonly turn: number;
  readonly from: From;
  readonly end: number;
  readonly latest: boolean;
  /** "the past year", "the last week": the twelve months, the seven days up to now, not the calendar's year or week before this. */
  readonly rolling: boolean;
}

/** Reads "last", "the previous", "this coming", "that same". */
export function readTurn(doc: Document, i: number): Turn | null {
  const det = has(doc, i, "det") ? i + 1 : i;
  const w = at(doc, det);
  const near = is(w, "turn");
  const told = is(w, "turn-told");
  if (near === null && told === null) return null;
  const second = at(doc, det + 1);
  const further = Number(is(second, "turn") ?? 0);
  // "this coming Friday", "this past week"
  if (near === "0" && further !== 0 && further !== -2) {
    return { turn: Math.max(-1, further), from: "published", end: det + 2, latest: false, rolling: false };
  }
  if (told === "0" && is(second, "turn-told") === "0") return { turn: 0, from: "told", end: det + 2, latest: false, rolling: false };
  const from: From = near === null || (told !== null && det > i && near === "1") ? "told" : "published";
  const turn = Number(near ?? told);
  return {
    turn: Math.max(-1, turn),
    from,
    end: det + 1,
    latest: turn === -2,
    rolling: turn === -3 || (near === "-1" && det > i && doc.xpos[i] === P.DT),
  };
}

export function weekdayAt(doc: Document, i: number): number {
  const w = at(doc, i);
  const sure = is(w, "weekday");
  if (sure) return Number(sure);
  const unsure = is(w, "weekday-unsure");
  const c = doc.text.charCodeAt(doc.start[i] ?? 0);
  if (!unsure || c < 65 || c > 90) return 0;
  const dated = monthAt(doc, i + 1) > 0 || monthAt(doc, i + 2) > 0 || has(doc, i + 1, "part");
  return dated || has(doc, i - 1, "on") ? Number(unsure) : 0;
}

export function seasonAt(doc: Document, i: number): string | null {
  const w = at(doc, i);
  const sure = is(w, "season");
  if (sure) return sure;
  const unsure = is(w, "season-unsure");
  if (!unsure || doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) return null;
  const beside = has(doc, i - 1, "turn") || has(doc, i - 1, "in") || has(doc, i - 1, "phase") || yearDigits(at(doc, i + 1)) > 0;
  const dated = has(doc, i + 1, "of") && yearDigits(at(doc, i + 2)) > 0;
  // "the fall of the fort" is no season
  const of = has(doc, i + 1, "of");
  const the = has(doc, i - 1, "det") && (unsure === "SP" || dated || (!of && has(doc, i - 2, "in")));
  return beside || the ? unsure : null;
}

/** "last week", "this year", "the previous day", "last Friday", "next April", "this summer", "the current quarter". */
export function readTurned(doc: Document, i: number): Expression | null {
  const t = readTurn(doc, i);
  if (!t) return null;
  const unit = is(at(doc, t.end), "unit") as TimeUnit | null;
  if (unit) return turnedUnit(doc, i, t, unit);
  const fiscal = has(doc, t.end, "fiscal") ? (is(at(doc, t.end + 1), "unit") as TimeUnit | null) : null;
  if (fiscal) return turnedUnit(doc, i, { ...t, end: t.end + 1 }, fiscal);
  const weekday = weekdayAt(doc, t.end);
  if (weekday > 0) {
    const month = weekdayDate(doc, t.end);
    if (month && month.meaning.kind === "calendar") return { ...month, first: i };
    return expression(i, t.end + 1, { kind: "weekday", weekday, turn: t.turn, from: t.from });
  }
  const season = is(at(doc, t.end), "season") ?? is(at(doc, t.end), "season-unsure");
  if (season) return expression(i, t.end + 1, { kind: "season", season, year: null, turn: t.turn });
  const month = Number(is(at(doc, t.end), "month") ?? (isCapital(doc, t.end) ? is(at(doc, t.end), "month-unsure") : null) ?? 0);
  if (month > 0 && t.from === "published") return turnedMonth(doc, i, t, month);
  if (has(doc, t.end, "period") && t.latest)
    return expression(i, t.end + 1, { kind: "quarter", quarter: null, unit: "Q", year: null, turn: -1 });
  return null;
}

function turnedMonth(doc: Document, i: number, t: Turn, month: number): Expression {
  const w = at(doc, t.end + 1);
  const day = w && w.digits > 0 && w.width <= 2 && w.digits <= 31 ? w.digits : null;
  return expression(i, day ? t.end + 2 : t.end + 1, calendar(null, month, day, null, t.turn));
}

function turnedUnit(doc: Document, i: number, t: Turn, unit: TimeUnit): Expression | null {
  const end = t.end + 1;
  if (unit === "Q") return expression(i, end, { kind: "quarter", quarter: null, unit: "Q", year: null, turn: t.latest ? -1 : t.turn });
  if (unit === "N" || unit === "TH" || unit === "TM" || unit === "S" || unit === "ML") return null;
  // "this year's third quarter", "last year's summer".
  if (unit === "Y" && end < doc.length && doc.text.startsWith("s", doc.end[end] - 1)) {
    const inside = readInYear(doc, end + 1, { shift: t.turn, from: t.from });
    if (inside) return { ...inside, first: i };
  }
  return expression(i, end, { kind: "unit", unit, shift: t.turn, from: t.from, rolling: t.rolling });
}

/** A quarter, half, season or month whose year stands before it. */
function readInYear(doc: Document, i: number, year: YearSaid): Expression | null {
  const quarter = readQuarter(doc, i, year);
  if (quarter) return quarter;
  const season = seasonAt(doc, i) ?? is(at(doc, i), "season-unsure");
  if (season) return expression(i, i + 1, { kind: "season", season, year, turn: null });
  const month = monthAt(doc, i);
  return month > 0 ? expression(i, i + 1, calendar(year, month, null)) : null;
}

/** "Friday", "Friday, Oct. 13", "Friday the 13th of October". */
export function weekdayDate(doc: Document, i: number): Expression | null {
  const weekday = weekdayAt(doc, i);
  if (weekday === 0) return null;
  let next = i + 1;
  if (next < doc.length && doc.text[doc.start[next]] === "." && doc.end[i] === doc.start[next]) next++;
  if (has(doc, next, "comma")) next++;
  const date = readMonthDay(doc, next);
  if (date && date.meaning.kind === "calendar" && date.meaning.day !== null)
    return { ...date, first: i, meaning: { ...date.meaning, weekday } };
  const week = weekBehind(doc, i + 1);
  if (week) return expression(i, week.end + 1, { kind: "weekday", weekday, turn: null, from: week.from, week: week.turn });
  return expression(i, i + 1, { kind: "weekday", weekday, turn: null, from: "published" });
}

/** "Tuesday next week", "Friday of last week". */
function weekBehind(doc: Document, i: number): Turn | null {
  const t = readTurn(doc, is(at(doc, i), "lead") === "of" ? i + 1 : i);
  return t && !t.latest && is(at(doc, t.end), "unit") === "W" ? t : null;
}

let readMonthDay: (doc: Document, i: number) => Expression | null = () => null;

/** Hands in the reader of calendar dates, which stands in a file that needs this one's neighbours. */
export function withCalendar(read: (doc: Document, i: number) => Expression | null): void {
  readMonthDay = read;
}
