import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { durationValue } from "./duration.js";
import { isEnded, isEndedByYear } from "./ended.js";
import { calendar, type Expression, expression, type TimeUnit } from "./expression.js";
import { at, has } from "./look.js";
import { yearAgo } from "./quarters.js";
import { is } from "./words.js";
import { yearAfter } from "./years.js";

/** "the fiscal year", "the full year"; "the year ended March 31" is how long it was. */
export function readFiscalYear(doc: Document, i: number): Expression | null {
  if (!has(doc, i, "det")) return null;
  const whole = has(doc, i + 1, "fiscal") || has(doc, i + 1, "whole") ? i + 2 : i + 1;
  const unit = is(at(doc, whole), "unit");
  // "in the decade to 2018"
  if (unit === "DE" && isEndedByYear(doc, whole + 1))
    return expression(i, whole + 1, { kind: "duration", value: durationValue(1, "DE"), unit: "DE", count: 1, turn: null });
  if (unit !== "Y") return null;
  if (isEnded(doc, whole + 1))
    return expression(i, whole + 1, { kind: "duration", value: durationValue(1, "Y"), unit: "Y", count: 1, turn: null });
  if (whole === i + 1 || (yearAfter(doc, whole + 1) ?? null) !== null) return null;
  return expression(i, whole + 1, { kind: "unit", unit: "Y", shift: 0, from: "published", rolling: false });
}

/** "the week", "the weekend", "the year-ago period". */
export function readThe(doc: Document, i: number): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const ago = yearAgo(doc, the);
  if (ago > the) {
    // "the year-ago period", but "the year-ago results"
    const period = has(doc, ago, "period");
    return expression(period ? i : the, period ? ago + 1 : ago, {
      kind: "away",
      count: 1,
      unit: "Y",
      direction: -1,
      from: "published",
      bound: false,
    });
  }
  if (the === i) return null;
  const unit = is(at(doc, the), "unit") as TimeUnit | null;
  if (unit === "WE") return expression(i, the + 1, { kind: "unit", unit, shift: 0, from: "published", rolling: false });
  if (unit === "Q") return expression(i, the + 1, { kind: "quarter", quarter: null, unit: "Q", year: null, turn: -1 });
  const told = unit === "Y" || unit === "M" || unit === "W" || unit === "D";
  return told && stands(doc, the)
    ? expression(i, the + 1, { kind: "unit", unit, shift: 0, from: "told", rolling: false, loose: unit !== "D" })
    : null;
}

/** "the year" that nothing behind it makes another thing ("the day when", "the year of the flood"). */
function stands(doc: Document, i: number): boolean {
  const next = i + 1 < doc.length && doc.sentence[i + 1] === doc.sentence[i] ? doc.upos[i + 1] : U.PUNCT;
  return next === U.PUNCT || next === U.CCONJ;
}

/** "recent years", "coming months": not how many, only whether behind or ahead. */
export function readVagueUnits(doc: Document, i: number): Expression | null {
  const unit = is(at(doc, i + 1), "units");
  if (unit === null) return null;
  const past = is(at(doc, i), "ref") === "PAST_REF" && (unit === "Y" || unit === "DE");
  const ahead = is(at(doc, i), "turn") === "1" && unit !== "D" && has(doc, i, "ahead");
  if (past || ahead) return expression(i, i + 2, { kind: "ref", value: past ? "PAST_REF" : "FUTURE_REF" });
  if (is(at(doc, i), "ref") !== "PAST_REF") return null;
  return expression(i, i + 2, {
    kind: "duration",
    value: durationValue(null, unit as TimeUnit),
    unit: unit as TimeUnit,
    count: null,
    turn: -1,
  });
}

/** "year-end", "year's end", "the month's end": the unit that is spoken of. */
export function readUnitEnd(doc: Document, i: number): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const unit = is(at(doc, the), "unit") as TimeUnit | null;
  if (unit !== "Y" && unit !== "M") return null;
  let next = the + 1;
  if (next < doc.length && doc.start[next] === doc.end[the]) next++;
  if (is(at(doc, next), "phase-of") !== "end") return null;
  // "is to report by year-end": this year's
  if (unit === "Y" && the === i) return expression(i, next + 1, calendar(null, 12, 31, null, has(doc, i - 1, "bound") ? 0 : null));
  return expression(
    i,
    next + 1,
    { kind: "unit", unit, shift: 0, from: unit === "M" ? "told" : "published", rolling: false },
    { phase: "end" },
  );
}
