import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { readNumber } from "../quantities/number.js";
import { type Expression, expression, type From, type TimeUnit } from "./expression.js";
import { at, has } from "./look.js";
import { is } from "./words.js";

/** How much of which unit: "two weeks", "a year and a half", "several months" (count null), "52-week". */
export interface Amount {
  readonly count: number | null;
  readonly unit: TimeUnit;
  readonly end: number;
  /** Written as one with its noun: "two-year". */
  readonly tied: boolean;
}

/** The unit that a token names, or null; "second" only where a number above one stands before it. */
export function unitAt(doc: Document, i: number): TimeUnit | null {
  const w = at(doc, i);
  return (is(w, "unit") ?? is(w, "units")) as TimeUnit | null;
}

/** Reads an amount of time that begins at token `i`. */
export function readAmount(doc: Document, i: number): Amount | null {
  const n = readNumber(doc, i);
  if (n && !n.unit && !n.fraction) {
    const few = n.order ? is(at(doc, n.end - 1), "quantifier") : null;
    return amountOf(doc, !n.order ? n.value : few && few !== "X" ? Number(few) : null, n.end, n.end - n.first, true);
  }
  if (has(doc, i, "article")) {
    const from = has(doc, i + 1, "more") && !has(doc, i + 1, "long") ? i + 2 : i + 1;
    const unit = is(at(doc, from), "unit") as TimeUnit | null;
    return unit && !readLasting(doc, from) ? half(doc, { count: 1, unit, end: from + 1, tied: false }) : null;
  }
  if (has(doc, i, "half") && has(doc, i + 1, "article")) return scaled(at(doc, i + 2), 0.5, i + 3);
  if (is(at(doc, i), "quantifier") !== null && has(doc, i + 1, "units") && !has(doc, i - 1, "as"))
    return amountOf(doc, null, i + 1, 1, false);
  return null;
}

function scaled(w: ReturnType<typeof at>, count: number, end: number): Amount | null {
  const unit = is(w, "unit") as TimeUnit | null;
  return unit ? { count, unit, end, tied: false } : null;
}

function amountOf(doc: Document, count: number | null, from: number, width: number, hyphens: boolean): Amount | null {
  let end = from;
  const hyphen =
    hyphens && has(doc, end, "to") && end + 1 < doc.length && doc.end[end - 1] === doc.start[end] && doc.end[end] === doc.start[end + 1];
  if (hyphen) end++;
  let range = count;
  if (!hyphen && (has(doc, end, "to") || has(doc, end, "and")) && width > 0) {
    const second = readNumber(doc, end + 1);
    if (second && unitAt(doc, second.end)) {
      range = count;
      end = second.end;
    }
  }
  if (has(doc, end, "of") && !hyphen && unitAt(doc, end + 1)) end++;
  while (!hyphen && end - from < 3 && (has(doc, end, "more") || isModifier(doc, end)) && !unitAt(doc, end)) end++;
  const w = at(doc, end);
  const unsure = is(w, "unit-unsure");
  const unit = (is(w, "units") ?? is(w, "unit") ?? (unsure && (count ?? 0) > 1 ? unsure : null)) as TimeUnit | null;
  if (!unit) return null;
  const old = has(doc, end + 1, "old") || (has(doc, end + 1, "to") && has(doc, end + 2, "old"));
  if (old) return null;
  return half(doc, { count: range, unit, end: end + 1, tied: hyphen });
}

/** "two bloody weeks", "eight trading days": an adjective or a kind of day straight before a plural unit. */
function isModifier(doc: Document, i: number): boolean {
  return i < doc.length && (doc.upos[i] === U.ADJ || has(doc, i, "fiscal")) && has(doc, i + 1, "units");
}

/** "an hour and a half". */
function half(doc: Document, a: Amount): Amount {
  if (!has(doc, a.end, "and") || !has(doc, a.end + 1, "article") || !has(doc, a.end + 2, "half")) return a;
  return { ...a, count: (a.count ?? 1) + 0.5, end: a.end + 3 };
}

const LETTER: Readonly<Record<TimeUnit, string>> = {
  S: "S",
  TM: "M",
  TH: "H",
  D: "D",
  N: "D",
  W: "W",
  FN: "W",
  WE: "WE",
  M: "M",
  Q: "Q",
  Y: "Y",
  DE: "DE",
  CE: "CE",
  ML: "ML",
  SE: "M",
};
/** Units that TIMEX3 counts in a smaller one. */
const IN_SMALLER: Readonly<Partial<Record<TimeUnit, readonly [number, string]>>> = {
  FN: [2, "W"],
  SE: [6, "M"],
  DE: [10, "Y"],
  CE: [100, "Y"],
  ML: [1000, "Y"],
};
const HALVES: Readonly<Partial<Record<TimeUnit, readonly [number, string]>>> = { Y: [12, "M"], TH: [60, "M"], TM: [60, "S"] };

/** TIMEX3 value of a duration: P2D, PT30M, PXW where nobody said how many. */
export function durationValue(count: number | null, unit: TimeUnit): string {
  const p = unit === "TH" || unit === "TM" || unit === "S" ? "PT" : "P";
  if (count === null) return `${p}X${LETTER[unit]}`;
  const smaller = IN_SMALLER[unit];
  if (smaller) return `P${count * smaller[0]}${smaller[1]}`;
  const rest = HALVES[unit];
  if (Number.isInteger(count) || !rest) return `${p}${count}${LETTER[unit]}`;
  const whole = Math.floor(count);
  return `${p}${whole > 0 ? `${whole}${LETTER[unit]}` : ""}${Math.round((count - whole) * rest[0])}${rest[1]}`;
}

/** "two weeks", "two weeks ago", "three days later", "the past two years", "months", "a year". */
export function readDuration(doc: Document, i: number): Expression | null {
  const lasting = readLasting(doc, i);
  if (lasting) return lasting;
  const det = has(doc, i, "det") ? i + 1 : i;
  const turned = turnAt(doc, det);
  // "the first nine months"
  const first = turned === null && det > i && at(doc, det)?.ordinal === 1 && readNumber(doc, det + 1) !== null;
  const from = first ? det + 1 : turned === null ? det : det + 1 + extra(doc, det + 1);
  const amount = readAmount(doc, from) ?? bareUnits(doc, from, turned !== null);
  if (!amount) return null;
  const { count, unit } = amount;
  const both = turned === null ? withSmaller(doc, i, amount) : null;
  if (both) return both;
  const away = turned === null ? readAway(doc, i, amount) : null;
  if (away) return away;
  if (
    turned === null &&
    count === 1 &&
    unit === "D" &&
    !amount.tied &&
    !has(doc, i, "article") &&
    (at(doc, i)?.number ?? 0) === 1 &&
    oneDay(doc, i)
  )
    return null;
  let end = amount.end;
  if (amount.tied && has(doc, end, "to") && has(doc, end + 1, "long")) end += 2;
  // "the two-week truce": how long it is stands beside its noun
  const begin = amount.tied && turned === null && !first ? from : i;
  return expression(begin, end, { kind: "duration", value: durationValue(count, unit), unit, count, turn: turned });
}

/** What a unit may be followed by: "two years and six months", "1 hour 20 minutes". */
const SMALLER: Readonly<Partial<Record<TimeUnit, readonly TimeUnit[]>>> = {
  Y: ["M", "W", "D"],
  M: ["W", "D"],
  W: ["D"],
  D: ["TH"],
  TH: ["TM"],
  TM: ["S"],
};

/** "two years and six months" as one stretch; not "two years or six months". */
function withSmaller(doc: Document, i: number, a: Amount): Expression | null {
  const smaller = SMALLER[a.unit];
  if (!smaller || a.tied || a.count === null || !Number.isInteger(a.count)) return null;
  const and = has(doc, a.end, "and") && has(doc, a.end, "to");
  const b = readAmount(doc, and ? a.end + 1 : a.end);
  if (!b || b.tied || b.count === null || !Number.isInteger(b.count) || !smaller.includes(b.unit)) return null;
  if (is(at(doc, b.end), "ago")?.endsWith("published")) return null;
  const [first, second] = [durationValue(a.count, a.unit), durationValue(b.count, b.unit)];
  const value = second.startsWith("PT") && !first.startsWith("PT") ? `${first}${second.slice(1)}` : `${first}${second.replace(/^PT?/, "")}`;
  return expression(i, b.end, { kind: "duration", value, unit: a.unit, count: a.count, turn: null });
}

/** "a day-long meeting", "the month-long siege". */
function readLasting(doc: Document, i: number): Expression | null {
  const unit = is(at(doc, i), "unit") as TimeUnit | null;
  if (!unit || unit === "N" || !has(doc, i + 1, "to") || !has(doc, i + 2, "long") || doc.end[i] !== doc.start[i + 1]) return null;
  return expression(i, i + 3, { kind: "duration", value: durationValue(1, unit), unit, count: 1, turn: null });
}

/** "one day he will": a day, not how long. */
function oneDay(doc: Document, i: number): boolean {
  return i + 2 < doc.length && (doc.upos[i + 2] === U.PRON || doc.upos[i + 2] === U.DET);
}

/** "past", "last", "next", "coming" before an amount. */
function turnAt(doc: Document, i: number): number | null {
  const w = at(doc, i);
  const value = is(w, "turn") ?? is(w, "turn-told");
  if (value === null || value === "0") return null;
  return Number(value) < 0 ? -1 : 1;
}

/** "the next 24 or so hours": nothing more today than words that only fill. */
function extra(doc: Document, i: number): number {
  return has(doc, i, "more") && !readNumber(doc, i) && unitAt(doc, i) === null ? 1 : 0;
}

/** "weeks", "months of fighting": how many is unsaid. */
function bareUnits(doc: Document, i: number, turned: boolean): Amount | null {
  const unit = is(at(doc, i), "units") as TimeUnit | null;
  // "the third in as many weeks"
  if (is(at(doc, i - 1), "quantifier") !== null && has(doc, i - 2, "as")) return null;
  if (!unit || (unit === "N" && !turned) || unit === "WE" || (unit === "Q" && !turned) || (unit === "S" && !turned)) return null;
  // "aged 37 years old" and "the early hours of Friday" tell of no stretch of time
  if (
    has(doc, i + 1, "old") ||
    (has(doc, i + 1, "to") && has(doc, i + 2, "old")) ||
    (unit === "TH" && ((has(doc, i + 1, "of") && has(doc, i - 1, "phase")) || has(doc, i - 1, "small-hours")))
  )
    return null;
  // "within weeks or months"
  const both = (has(doc, i + 1, "and") || has(doc, i + 1, "to")) && has(doc, i + 2, "units");
  return { count: null, unit, end: both ? i + 3 : i + 1, tied: false };
}

/** "ago", "earlier", "later", "before", "from now" behind an amount. */
function readAway(doc: Document, i: number, a: Amount): Expression | null {
  let end = a.end;
  if (has(doc, end, "and") && has(doc, end + 1, "more")) end += 2;
  const hyphen = has(doc, end, "to") && end + 1 < doc.length && doc.end[end] === doc.start[end + 1] ? 1 : 0;
  const said = is(at(doc, end + hyphen), "ago");
  const { count, unit } = a;
  if (said !== null && !(a.tied && !hyphen)) {
    const [direction, from] = said.split(" ");
    if (from === "told" && bindsNoun(doc, end + hyphen)) return toldAfter(i, a, end + hyphen, Number(direction));
    const compared = has(doc, i - 1, "compares");
    const meaning = { kind: "away", count, unit, direction: Number(direction), from: from as From, bound: false, compared } as const;
    return expression(i, end + hyphen + 1, meaning);
  }
  if (has(doc, end, "fromnow") && is(at(doc, end + 1), "ref") === "PRESENT_REF") {
    return expression(i, end + 2, { kind: "away", count, unit, direction: 1, from: "published", bound: false });
  }
  return null;
}

/** "two days after the fall": "after" and "before" with something behind them. */
function bindsNoun(doc: Document, i: number): boolean {
  if (!has(doc, i, "binds")) return false;
  const next = i + 1 < doc.length && doc.sentence[i + 1] === doc.sentence[i] ? doc.upos[i + 1] : U.PUNCT;
  return next !== U.PUNCT && next !== U.CCONJ && (next !== U.AUX || doc.xpos[i + 1] === P.VBG);
}

/** "two days after July 4" leaves the second date alone; the amount itself is a moment told of. */
function toldAfter(i: number, a: Amount, word: number, direction: number): Expression | null {
  return expression(i, word, { kind: "away", count: a.count, unit: a.unit, direction, from: "told", bound: true });
}
