import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { type Expression, expression, type TimeUnit } from "./expression.js";
import { at, has } from "./look.js";
import { readTurn } from "./relative.js";
import { is } from "./words.js";

type Reader = (doc: Document, i: number) => Expression | null;

/** A day or week told by a date beside it: "the day before last Tuesday", "the week of March 6", "Easter week". Not "two days after July 4". */
export function readBeside(doc: Document, i: number, date: Reader): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const unit = is(at(doc, the), "unit");
  if (unit !== "D" && unit !== "W") return null;
  const step = unit === "D" ? is(at(doc, the + 1), "day-step") : null;
  const of = unit === "W" && the > i && has(doc, the + 1, "week-of");
  if ((step === null && !of) || the + 2 >= doc.length) return null;
  const inner = date(doc, the + 2);
  if (!inner || inner.clock || inner.phase || !isOneDay(inner)) return null;
  return { ...inner, first: i, beside: of ? "week" : step === "-1" ? "eve" : "morrow" };
}

/** "the third of last month", "the 5th of this month". */
export function readDayOfMonth(doc: Document, i: number): Expression | null {
  if (!has(doc, i, "det") || is(at(doc, i + 2), "lead") !== "of") return null;
  const day = at(doc, i + 1)?.ordinal ?? -1;
  const t = day >= 1 && day <= 31 ? readTurn(doc, i + 3) : null;
  if (!t || is(at(doc, t.end), "unit") !== "M") return null;
  return expression(i, t.end + 1, { kind: "unit", unit: "M", shift: t.turn, from: t.from, rolling: false, day });
}

/** "the first week of March", "the last week of October 1918". */
export function readWeekOfMonth(doc: Document, i: number, date: Reader): Expression | null {
  const nth = has(doc, i, "det") ? i + 1 : i;
  if (is(at(doc, nth + 1), "unit") !== "W" || is(at(doc, nth + 2), "lead") !== "of") return null;
  const ordinal = at(doc, nth)?.ordinal ?? -1;
  const week = has(doc, nth, "final") ? -1 : ordinal >= 1 && ordinal <= 4 ? ordinal : null;
  const month = week === null || nth + 3 >= doc.length ? null : date(doc, nth + 3);
  const whole = month?.meaning.kind === "calendar" && month.meaning.month !== null && month.meaning.day === null && month.phase === null;
  return month && whole ? { ...month, first: i, beside: week } : null;
}

/** "the year before", "the month before": the one before that was told; "the week after next", "the year before last". Not "the year before the war". */
export function readStepped(doc: Document, i: number): Expression | null {
  if (!has(doc, i, "det")) return null;
  const unit = is(at(doc, i + 1), "unit") as TimeUnit | null;
  const step = unit === "Y" || unit === "M" || unit === "W" || unit === "D" ? is(at(doc, i + 2), "day-step") : null;
  if (unit === null || step === null) return null;
  const next = has(doc, i + 3, "det") ? null : is(at(doc, i + 3), "turn");
  if (next === step && ends(doc, i + 4))
    return expression(i, i + 4, { kind: "unit", unit, shift: 2 * Number(step), from: "published", rolling: false });
  return ends(doc, i + 3) ? expression(i, i + 3, { kind: "unit", unit, shift: Number(step), from: "told", rolling: false }) : null;
}

/** Whether a phrase is over before token `i`. */
function ends(doc: Document, i: number): boolean {
  return i >= doc.length || doc.sentence[i] !== doc.sentence[i - 1] || doc.upos[i] === U.PUNCT || doc.upos[i] === U.CCONJ;
}

/** "Easter week", "Christmas week". */
export function withWeek(doc: Document, feast: Expression | null): Expression | null {
  if (!feast || is(at(doc, feast.end), "unit") !== "W") return feast;
  return { ...feast, end: feast.end + 1, beside: "week" };
}

function isOneDay({ meaning: m }: Expression): boolean {
  return m.kind === "weekday" || m.kind === "day" || m.kind === "feast" || (m.kind === "calendar" && m.day !== null && m.month !== null);
}
