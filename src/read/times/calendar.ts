import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { calendar, type Expression, expression, type Meaning } from "./expression.js";
import { at, has, isCapital } from "./look.js";
import { is, type TimeWord, timeWord } from "./words.js";
import {
  centuryOf,
  eraRange,
  eraYear,
  fiscalYear,
  namedYear,
  readCentury,
  shortYear,
  spelledYear,
  yearAfter,
  yearDigits,
} from "./years.js";

/** A day of the month, as digits or ordinal, or -1. */
export function dayNumber(w: TimeWord | null): number {
  if (!w) return -1;
  const n = w.digits >= 0 && w.width <= 2 ? w.digits : w.ordinal;
  return n >= 1 && n <= 31 ? n : -1;
}

/** The month that token `i` names, or 0. "May", "march", "sun" need a neighbour that makes them a time. */
export function monthAt(doc: Document, i: number): number {
  const w = at(doc, i);
  const sure = is(w, "month");
  if (sure) return Number(sure);
  const unsure = is(w, "month-unsure");
  if (!unsure) return 0;
  // "12 may 2003" in a text without capitals
  if (!isCapital(doc, i)) return yearDigits(at(doc, i + 1)) > 0 || (isNamed(doc, i) && dayBeside(doc, i)) ? Number(unsure) : 0;
  if (doc.upos[i] === U.AUX || doc.upos[i] === U.VERB || doc.upos[i] === U.ADP) return dayBeside(doc, i) ? Number(unsure) : 0;
  if (i + 1 < doc.length && doc.upos[i + 1] === U.PROPN && doc.sentence[i + 1] === doc.sentence[i] && !dayBeside(doc, i)) return 0;
  const before = has(doc, i - 1, "in") || has(doc, i - 1, "phase") || has(doc, i - 1, "turn") || (w?.mid ?? false) || monthOfAct(doc, i);
  return before || dayBeside(doc, i) ? Number(unsure) : 0;
}

/** "the March accession": a name straight before a noun, not "the March family", whose name it is. */
function monthOfAct(doc: Document, i: number): boolean {
  const noun = i + 1 < doc.length && doc.sentence[i + 1] === doc.sentence[i] && doc.xpos[i + 1] === P.NN;
  return noun && doc.upos[i] === U.PROPN && has(doc, i - 1, "det") && !has(doc, i + 1, "kin");
}

function isNamed(doc: Document, i: number): boolean {
  return doc.upos[i] === U.PROPN || doc.upos[i] === U.NOUN;
}

function dayBeside(doc: Document, i: number): boolean {
  const next = at(doc, has(doc, i + 1, "comma") ? i + 2 : i + 1);
  return (
    dayNumber(next) > 0 || yearDigits(next) > 0 || dayNumber(at(doc, i - 1)) > 0 || (has(doc, i - 1, "of") && dayNumber(at(doc, i - 2)) > 0)
  );
}

/** "July 4", "July 4, 1990", "July 1990", "the 4th of July", "18 July 2016", "2016-07-21", "1990", "the 1990s". */
export function readCalendar(doc: Document, i: number): Expression | null {
  const w = at(doc, i);
  if (!w) return null;
  if (w.written) return writtenDate(doc, i, w.written);
  if (monthAt(doc, i) > 0) return monthFirst(doc, i);
  return dayFirst(doc, i) ?? readYear(doc, i, w);
}

function monthFirst(doc: Document, i: number): Expression {
  const month = monthAt(doc, i);
  const phase = at(doc, i)?.mid ? ("mid" as const) : null;
  let next = i + 1;
  if (next < doc.length && doc.text[doc.start[next]] === "." && dayNumber(at(doc, next + 1)) > 0) next++;
  const the = has(doc, next, "det") ? next + 1 : next;
  const day = dayNumber(at(doc, the));
  const clocked = has(doc, the + 1, "meridiem") || has(doc, the + 1, "oclock");
  if (day > 0 && !clocked && !isCounted(doc, the)) {
    const year = yearAfter(doc, the + 1);
    const short = year ?? (doc.end[the] === doc.start[the + 1] || has(doc, the + 1, "comma") ? null : shortYear(doc, the + 1));
    return expression(i, short?.end ?? the + 1, calendar(short?.year ?? null, month, day));
  }
  const year = yearAfter(doc, next);
  return expression(i, year?.end ?? i + 1, calendar(year?.year ?? null, month, null), { phase });
}

/** "In July 12 people": a number that counts a plural noun is no day. */
function isCounted(doc: Document, i: number): boolean {
  // "the August 7 bombings" against "in August 7 people died".
  return (
    at(doc, i)?.ordinal === -1 &&
    has(doc, i - 2, "in") &&
    is(at(doc, i - 2), "lead") !== "of" &&
    !has(doc, i - 2, "turn") &&
    i + 1 < doc.length &&
    doc.xpos[i + 1] === P.NNS &&
    doc.sentence[i + 1] === doc.sentence[i]
  );
}

function dayFirst(doc: Document, i: number): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const day = dayNumber(at(doc, the));
  if (day < 0) return null;
  const of = has(doc, the + 1, "of") ? the + 2 : the + 1;
  const month = monthAt(doc, of);
  if (month > 0) {
    const year = yearAfter(doc, of + 1) ?? shortYear(doc, of + 1);
    return expression(i, year?.end ?? of + 1, calendar(year?.year ?? null, month, day));
  }
  // "6-7 January 1916", "15 and 17 July": the first day takes month and year from the second.
  const second = has(doc, the + 1, "to") || has(doc, the + 1, "and") ? dayNumber(at(doc, the + 2)) : -1;
  if (second > day && monthAt(doc, the + 3) > 0) {
    const whole = dayFirst(doc, the + 2);
    if (whole && whole.meaning.kind === "calendar") return expression(i, the + 1, { ...whole.meaning, day });
  }
  return the > i && loneOrdinal(doc, i, the) ? expression(i, the + 1, calendar(null, null, day)) : null;
}

/** "on the 20th" where no noun follows. */
function loneOrdinal(doc: Document, i: number, the: number): boolean {
  if (!has(doc, i - 1, "on") || (at(doc, the)?.ordinal ?? -1) < 0 || doc.text.charCodeAt(doc.start[the]) > 57) return false;
  const next = the + 1 < doc.length ? doc.upos[the + 1] : U.PUNCT;
  return next !== U.NOUN && next !== U.PROPN && next !== U.ADJ && !has(doc, the + 1, "unit") && doc.text[doc.end[the]] !== "-";
}

function writtenDate(doc: Document, i: number, [a, b, c]: readonly [number, number, number]): Expression | null {
  if (a > 999) return valid(i, a, b, c);
  const year = c > 999 ? c : centuryOf(c);
  if (a > 12) return valid(i, year, b, a);
  return b > 12 || !dayBeforeMonth(doc) ? valid(i, year, a, b) : valid(i, year, b, a);
}

function valid(i: number, year: number, month: number, day: number): Expression | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? expression(i, i + 1, calendar({ said: year }, month, day)) : null;
}

/** Whether the text writes a date with slashes that can only be day before month. */
function dayBeforeMonth(doc: Document): boolean {
  const known = dayFirstTexts.get(doc);
  if (known !== undefined) return known;
  const found = writesDayFirst(doc);
  dayFirstTexts.set(doc, found);
  return found;
}

const dayFirstTexts = new WeakMap<Document, boolean>();

function writesDayFirst(doc: Document): boolean {
  for (let i = 0; i < doc.length; i++) {
    const w = timeWord(doc.norm[i])?.written;
    if (w && w[0] > 12 && w[0] < 32) return true;
  }
  return false;
}

function readYear(doc: Document, i: number, w: TimeWord): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  if (the > i && is(at(doc, the), "unit") === "Y") return namedYear(doc, i, the + 1);
  const fiscal = fiscalYear(doc, i);
  if (fiscal) return fiscal;
  const decade = doc.xpos[i] === P.PRP$ || (i > 0 && doc.xpos[i - 1] === P.PRP$) ? null : at(doc, the)?.decade;
  if (decade)
    return the > i || has(doc, i - 1, "in") || has(doc, i - 1, "phase") || decade.length === 3
      ? expression(i, the + 1, { kind: "span", value: decade })
      : null;
  const century = readCentury(doc, i, the);
  if (century) return century;
  if (the > i) return null;
  const era = eraYear(doc, i) ?? eraRange(doc, i);
  if (era) return expression(i, era.end, calendar(era.year, null, null));
  const spelled = spelledYear(doc, i);
  if (spelled) return expression(i, spelled.end, calendar(spelled.year, null, null));
  const year = yearDigits(w);
  return year > 0 && isYear(doc, i, year) ? expression(i, i + 1, calendar({ said: year }, null, null)) : shortYears(doc, i, w);
}

/** Whether four bare digits are a year: not a sum of money, not a count of things. */
function isYear(doc: Document, i: number, year: number): boolean {
  // "the 2000 block of Mill Street"
  if (has(doc, i + 1, "address") || isModelYear(doc, i)) return false;
  const ranged = i > 1 && has(doc, i - 1, "to") && yearDigits(at(doc, i - 2)) > 0;
  const sign = i > 0 ? doc.text[doc.start[i - 1]] : "";
  const signed = (i > 0 && doc.upos[i - 1] === U.SYM && !ranged) || sign === "$" || sign === "#";
  if (signed || has(doc, i + 1, "unit") || has(doc, i + 1, "units"))
    return has(doc, i - 1, "in") && !signed && year >= 1900 && !has(doc, i + 1, "units");
  const behind =
    ranged || has(doc, i - 1, "in") || has(doc, i - 1, "phase") || (i > 0 && doc.upos[i - 1] === U.PUNCT) || monthAt(doc, i - 1) > 0;
  const plural = i + 1 < doc.length && doc.xpos[i + 1] === P.NNS && doc.sentence[i + 1] === doc.sentence[i];
  const next = i + 1 < doc.length ? doc.text.charCodeAt(doc.start[i + 1]) : 0;
  // "1967 Six Day War" is a year, "2000 five-pound notes" is none
  const counted = i + 1 < doc.length && ((doc.upos[i + 1] === U.NUM && !(next >= 65 && next <= 90)) || next === 37);
  if (counted) return false;
  // Counts of a thousand and more carry a comma as a rule; a round 2000 may be either.
  return year >= 1900 ? !plural || behind || year % 500 !== 0 : behind && !plural;
}

/** "a 2004 Toyota", "a 1998 white Ford pickup"; not "in 2003 Ford sold". */
function isModelYear(doc: Document, i: number): boolean {
  if (has(doc, i - 1, "in")) return false;
  return has(doc, i + 1, "make") || (doc.upos[i + 1] === U.ADJ && has(doc, i + 2, "make"));
}

/** "'99", and the "17" of "1915-17". */
function shortYears(doc: Document, i: number, w: TimeWord): Expression | null {
  if (w.width !== 2 || w.digits < 0) return null;
  const c = doc.text.charCodeAt(doc.start[i]);
  const quoted =
    (c === 39 || c === 0x2019 || doc.text.charCodeAt(doc.start[i] - 1) === 39 || doc.text.charCodeAt(doc.start[i] - 1) === 0x2019) &&
    (w.digits > 12 || has(doc, i - 1, "in"));
  if (quoted) return expression(i, i + 1, calendar({ said: centuryOf(w.digits), short: true }, null, null));
  const first = i > 1 && has(doc, i - 1, "to") && doc.end[i - 1] === doc.start[i] ? yearDigits(at(doc, i - 2)) : -1;
  if (first < 0 || first % 100 >= w.digits) return null;
  return expression(i, i + 1, calendar({ said: first - (first % 100) + w.digits }, null, null));
}

/** The second half of "March 5-9, 1918", behind the expression of the first. */
export function secondDay(doc: Document, before: Expression): Expression | null {
  const m: Meaning = before.meaning;
  if (m.kind !== "calendar" || m.day === null || m.month === null || (before.clock && /\d/.test(before.clock))) return null;
  const tie = before.end;
  if (!has(doc, tie, "to") && !has(doc, tie, "and")) return null;
  const day = dayNumber(at(doc, tie + 1));
  if (day <= m.day || monthAt(doc, tie + 2) > 0 || isCounted(doc, tie + 1) || (at(doc, tie + 1)?.digits ?? -1) < 0) return null;
  if (has(doc, tie + 2, "meridiem") || (!has(doc, tie, "to") && doc.upos[tie + 2] === U.NOUN)) return null;
  const year = yearAfter(doc, tie + 2);
  return expression(tie + 1, year?.end ?? tie + 2, calendar(year?.year ?? m.year, m.month, day));
}
