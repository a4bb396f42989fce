import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { readNumber } from "../quantities/number.js";
import { monthAt } from "./calendar.js";
import { durationValue, readAmount } from "./duration.js";
import { type Expression, expression, type TimeUnit } from "./expression.js";
import { at, has } from "./look.js";
import { is } from "./words.js";

const two = (n: number): string => String(n).padStart(2, "0");

function set(first: number, end: number, value: string): Expression {
  return expression(first, end, { kind: "set", value });
}

const EVERY = "each";

/** What comes again: "daily", "every week", "each Thursday", "Tuesday nights", "Mondays", "per month", "$5 a year". */
export function readSet(doc: Document, i: number): Expression | null {
  const w = at(doc, i);
  const adverb = is(w, "set");
  if (adverb !== null) return set(i, i + 1, adverb);
  const days = is(w, "weekdays");
  if (days) return set(i, i + 1, `XXXX-WXX-${days}`);
  const weekday = is(w, "weekday");
  const nights = weekday ? is(at(doc, i + 1), "parts") : null;
  if (nights) return set(i, i + 2, `XXXX-WXX-${weekday}T${nights}`);
  if (has(doc, i, "each")) return each(doc, i);
  if (has(doc, i, "per")) return per(doc, i);
  return often(doc, i);
}

function each(doc: Document, i: number): Expression | null {
  const w = at(doc, i + 1);
  const unit = is(w, "unit") as TimeUnit | null;
  if (unit) {
    const day = unit === "D" && is(at(doc, i), "each") !== EVERY;
    return set(i, i + 2, day ? "XXXX-XX-XX" : durationValue(1, unit));
  }
  const weekday = is(w, "weekday");
  if (weekday) return set(i, i + 2, `XXXX-WXX-${weekday}`);
  const part = is(w, "part");
  if (part) return set(i, i + 2, `XXXX-XX-XXT${part}`);
  const season = is(w, "season") ?? is(w, "season-unsure");
  if (season) return set(i, i + 2, `XXXX-${season}`);
  const month = monthAt(doc, i + 1) || Number(is(w, "month") ?? 0);
  if (month) return set(i, i + 2, `XXXX-${two(month)}`);
  const amount = readAmount(doc, i + 1);
  return amount ? set(i, amount.end, durationValue(amount.count, amount.unit)) : null;
}

/** "three days a week", "24 hours a day": so much of every one. */
function often(doc: Document, i: number): Expression | null {
  const amount = readNumber(doc, i) === null ? null : readAmount(doc, i);
  if (amount === null || amount.tied || !has(doc, amount.end, "per")) return null;
  const unit = is(at(doc, amount.end + 1), "unit") as TimeUnit | null;
  const ago = is(at(doc, amount.end + 2), "ago") !== null;
  return unit && unit !== amount.unit && !ago ? set(i, amount.end + 2, durationValue(1, unit)) : null;
}

/** "per month"; "a year" behind a number or a sum. */
function per(doc: Document, i: number): Expression | null {
  const unit = is(at(doc, i + 1), "unit") as TimeUnit | null;
  if (!unit) return null;
  if (has(doc, i, "article")) {
    const counted = i > 0 && (doc.upos[i - 1] === U.NUM || doc.upos[i - 1] === U.SYM || has(doc, i - 1, "times"));
    return counted && is(at(doc, i + 2), "ago") === null ? set(i, i + 2, durationValue(1, unit)) : null;
  }
  return set(i, i + 2, durationValue(1, unit));
}
