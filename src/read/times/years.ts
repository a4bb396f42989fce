import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { calendar, type Expression, expression, type YearSaid } from "./expression.js";
import { at, has, isCapital } from "./look.js";
import { is, type TimeWord } from "./words.js";

/** Four digits that can be a year, or -1. */
export function yearDigits(w: TimeWord | null): number {
  return w && w.width === 4 && w.digits >= 1000 && w.digits <= 2100 ? w.digits : -1;
}

/** A year with its tokens' end, found at token `i`; null where there is none. */
export interface YearFound {
  readonly year: YearSaid;
  readonly end: number;
}

/** A year behind a day or month: "1990", ", 1990", "of 1990", "last year", "of that year", "nineteen ninety-seven", "480 BC". */
export function yearAfter(doc: Document, i: number): YearFound | null {
  const comma = has(doc, i, "comma");
  const behind = comma || has(doc, i, "of") ? i + 1 : i;
  const from = has(doc, behind, "fiscal") && yearDigits(at(doc, behind + 1)) > 0 ? behind + 1 : behind;
  const era = eraYear(doc, from);
  if (era) return era;
  const digits = yearDigits(at(doc, from));
  if (digits > 0) return { year: { said: digits }, end: from + 1 };
  if (comma) return null;
  return spelledYear(doc, from) ?? relativeYear(doc, from);
}

/** "last year", "this year", "that year", "the following year". */
export function relativeYear(doc: Document, i: number): YearFound | null {
  const from = has(doc, i, "det") ? i + 1 : i;
  const w = at(doc, from);
  const unit = is(at(doc, from + 1), "unit");
  if (unit !== "Y") return null;
  const near = is(w, "turn");
  const told = is(w, "turn-told");
  if (told !== null && (near === null || from > i)) return { year: { shift: Number(told), from: "told" }, end: from + 2 };
  return near === null ? null : { year: { shift: Math.max(-1, Number(near)), from: "published" }, end: from + 2 };
}

/** "499 BC", "AD 70". */
export function eraYear(doc: Document, i: number): YearFound | null {
  const w = at(doc, i);
  const era = is(at(doc, i + 1), "era");
  if (w && w.digits > 0 && era) return { year: { said: era === "BC" ? 1 - w.digits : w.digits }, end: i + 2 };
  const before = is(w, "era");
  const next = at(doc, i + 1);
  return before === "AD" && isCapital(doc, i) && next && next.digits > 0 ? { year: { said: next.digits }, end: i + 2 } : null;
}

/** "nineteen ninety-six", "two thousand". */
export function spelledYear(doc: Document, i: number): YearFound | null {
  const century = at(doc, i);
  if (!century || century.digits >= 0 || (century.number !== 19 && century.number !== 20 && century.number !== 18)) return null;
  const tens = at(doc, i + 1);
  if (!tens || tens.digits >= 0 || tens.number < 10 || tens.number > 99) return null;
  const hyphen = has(doc, i + 2, "to") && i + 2 < doc.length && doc.end[i + 1] === doc.start[i + 2] ? 1 : 0;
  const ones = at(doc, i + 2 + hyphen);
  const more = tens.number >= 20 && tens.number % 10 === 0 && ones && ones.digits < 0 && ones.number > 0 && ones.number < 10;
  const said = century.number * 100 + tens.number + (more ? ones.number : 0);
  return { year: { said }, end: more ? i + 3 + hyphen : i + 2 };
}

/** "3 JAN 90": two digits behind day and month, where the phrase ends. */
export function shortYear(doc: Document, i: number): YearFound | null {
  const w = at(doc, i);
  if (w?.width !== 2 || w.digits < 0) return null;
  const closed = i + 1 >= doc.length || doc.upos[i + 1] === U.PUNCT || doc.text.charCodeAt(doc.start[i] - 1) === 39;
  return closed ? { year: { said: centuryOf(w.digits) }, end: i + 1 } : null;
}

/** Two digits as a year of 1940 to 2039. */
export function centuryOf(digits: number): number {
  return digits < 40 ? 2000 + digits : 1900 + digits;
}

/** "fiscal 1988". */
export function fiscalYear(doc: Document, i: number): Expression | null {
  const year = has(doc, i, "fiscal") ? yearDigits(at(doc, i + 1)) : -1;
  return year > 0 ? expression(i, i + 2, calendar({ said: year }, null, null)) : null;
}

/** "the year 2000", "the year two thousand". */
export function namedYear(doc: Document, i: number, from: number): Expression | null {
  const year = yearDigits(at(doc, from));
  if (year > 0) return expression(i, from + 1, calendar({ said: year }, null, null));
  if (at(doc, from)?.number === 2 && has(doc, from + 1, "thousand")) return expression(i, from + 2, calendar({ said: 2000 }, null, null));
  const spelled = spelledYear(doc, from);
  return spelled && expression(i, spelled.end, calendar(spelled.year, null, null));
}

/** "the 20th century", "nineteenth century BC". */
export function readCentury(doc: Document, i: number, the: number): Expression | null {
  const n = at(doc, the)?.ordinal ?? -1;
  if (n < 1 || n > 30) return null;
  const hyphen = has(doc, the + 1, "to") ? 1 : 0;
  if (is(at(doc, the + 1 + hyphen), "unit") !== "CE") return null;
  const end = the + 2 + hyphen;
  const era = is(at(doc, end), "era");
  const value = String(n - 1).padStart(2, "0");
  return expression(i, era ? end + 1 : end, { kind: "span", value: era === "BC" ? `BC${value}` : value });
}

/** "499-493 BC": the first year takes the era of the second. */
export function eraRange(doc: Document, i: number): YearFound | null {
  const w = at(doc, i);
  if (!w || w.digits < 1 || !has(doc, i + 1, "to")) return null;
  const second = eraYear(doc, i + 2);
  if (!second?.year || !("said" in second.year) || second.year.said > 0) return null;
  return { year: { said: 1 - w.digits }, end: i + 1 };
}
