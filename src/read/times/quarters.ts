import type { Document } from "../../language/document.js";
import { P } from "../../language/tags.js";
import { type Expression, expression, type YearSaid } from "./expression.js";
import { at, has } from "./look.js";
import { is } from "./words.js";
import { relativeYear, type YearFound, yearAfter, yearDigits } from "./years.js";

/** "the third quarter", "third-quarter", "fiscal second quarter", "the first half of 1990", "the 1988 third quarter". */
export function readQuarter(doc: Document, i: number, given: YearSaid = null): Expression | null {
  let k = has(doc, i, "det") ? i + 1 : i;
  let year = given;
  const digits = yearDigits(at(doc, k));
  if (digits > 0 && !given) {
    year = { said: digits };
    k++;
  }
  const ago = yearAgo(doc, k);
  if (ago > k) {
    year = { shift: -1, from: "published" };
    k = ago;
  }
  while (has(doc, k, "fiscal") || (k < doc.length && doc.text[doc.start[k]] === "-" && has(doc, k - 1, "fiscal"))) k++;
  const liked = has(doc, k, "like");
  if (liked) k++;
  const latter = is(at(doc, k), "latter");
  const name = is(at(doc, k), "quarter-name");
  if (name) return namedQuarter(doc, i, k, Number(name), year);
  const final = has(doc, k, "final") && is(at(doc, k + 1), "unit") === "Q";
  const ordinal = latter && has(doc, k + 1, "half") ? Number(latter) : final ? 4 : (at(doc, k)?.ordinal ?? -1);
  const named = ordinal >= 1 && ordinal <= 4;
  if (!named && year === null) return k > i ? quarterBefore(doc, i, k, liked) : null;
  let u = named ? k + 1 : k;
  const tied = has(doc, u, "to") && named;
  if (tied) u++;
  const half = has(doc, u, "half") && named && ordinal <= 2;
  const quarter = is(at(doc, u), "unit") === "Q" || (!named && has(doc, u, "period"));
  if (!quarter && !half) return null;
  const after = year ? null : (yearAfter(doc, u + 1) ?? ofYear(doc, u + 1));
  if ((half || final) && !after && !year) return null;
  // "the third-quarter loss", "its third quarter": the word before goes with another noun, or says whose it is
  const apart = has(doc, i, "det") && (tied || doc.xpos[i] === P.PRP$);
  return expression(apart ? i + 1 : i, after?.end ?? u + 1, {
    kind: "quarter",
    quarter: named ? ordinal : null,
    unit: half ? "H" : "Q",
    year: after?.year ?? year,
    turn: null,
  });
}

function ofYear(doc: Document, i: number): ReturnType<typeof relativeYear> {
  if (!has(doc, i, "of")) return null;
  const year = relativeYear(doc, i + 1);
  // "the first half of the year"
  return (
    year ?? (has(doc, i + 1, "det") && is(at(doc, i + 2), "unit") === "Y" ? { year: { shift: 0, from: "published" }, end: i + 3 } : null)
  );
}

/** One past "year-ago", "year - earlier", or `i`. */
export function yearAgo(doc: Document, i: number): number {
  if (has(doc, i, "year-relative")) return i + 1;
  const dash = is(at(doc, i), "unit") === "Y" && has(doc, i + 1, "to") && is(at(doc, i + 2), "ago")?.startsWith("-1");
  return dash ? i + 3 : i;
}

/** "Q3", "Q3 2012", "Q3 of 2012". */
function namedQuarter(doc: Document, i: number, k: number, quarter: number, given: YearSaid): Expression {
  const after = given ? null : (yearAfter(doc, k + 1) ?? ofYear(doc, k + 1));
  return expression(i, after?.end ?? k + 1, { kind: "quarter", quarter, unit: "Q", year: after?.year ?? given, turn: null });
}

/** "the same quarter last year", "the corresponding period a year ago", "the quarter a year earlier": the one spoken of, a year before. */
function quarterBefore(doc: Document, i: number, k: number, liked: boolean): Expression | null {
  const named = is(at(doc, k), "unit");
  const unit = named === "Q" ? "Q" : liked && named === "M" ? "M" : liked && has(doc, k, "period") ? "P" : null;
  if (unit === null) return null;
  const last = has(doc, k + 1, "of") || has(doc, k + 1, "in") ? relativeYear(doc, k + 2) : null;
  const behind = last ?? relativeYear(doc, k + 1) ?? aYearAgo(doc, k + 1);
  return behind && expression(i, behind.end, { kind: "quarter", quarter: null, unit, year: behind.year, turn: null });
}

/** "a year ago", "a year earlier". */
function aYearAgo(doc: Document, i: number): YearFound | null {
  const ago = has(doc, i, "article") && is(at(doc, i + 1), "unit") === "Y" && is(at(doc, i + 2), "ago")?.startsWith("-1");
  return ago ? { year: { shift: -1, from: "published" }, end: i + 3 } : null;
}
