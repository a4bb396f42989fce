import { type Document, tokenAt } from "../language/document.js";
import { P, U } from "../language/tags.js";
import type { Time } from "../model/reading.js";
import { wordsOf } from "./events/words.js";
import type { Findings, Quantity } from "./findings.js";
import { words } from "./quantities/words.js";

type Needs = Pick<Findings, "doc" | "times" | "quantities" | "partOf">;

/** Days from which a time is one that numbers are gathered over, and up to which one may be the day of an act. */
const LONG = 80;
const SHORT = 31;
const DAY = 86_400_000;
/** Sentences of the body that open a report. */
const OPENING = 4;

/** How a sentence tells of numbers gathered over a period: of itself, or as one of a report of such numbers. */
export type Grade = "none" | "of-report" | "own";

/**
 * Which sentences tell statistics: how many of a kind a period saw, set beside another period or drawn from a count that somebody keeps
 * ("703 people in 2024, down 19 percent"; and, in a report of such numbers, "over 10,000 children were killed in accidents"). Not a
 * single act's toll, whenever it was ("the bombing killed 703 people in 2024").
 */
export class Statistics {
  private readonly grades: readonly Grade[];
  /** Whether the report as a whole is one of statistics. */
  readonly ofReport: boolean;

  constructor({ doc, times, quantities, partOf }: Needs) {
    const sentences = doc.sentenceStart.length - 1;
    const dates = datesOf(doc, times);
    const numbers = new Map<number, Quantity[]>();
    for (const q of quantities) {
      const s = doc.sentence[q.tokens[0]];
      numbers.set(s, [...(numbers.get(s) ?? []), q]);
    }
    const own: boolean[] = [];
    const moves: boolean[] = [];
    for (let s = 0; s < sentences; s++) {
      const here = numbers.get(s) ?? [];
      moves[s] = here.length > 0 && isSetBeside(doc, s, here);
      own[s] = moves[s] && dates[s].long;
    }
    const body = Array.from({ length: sentences }, (_, s) => s).filter((s) => partOf[s] === "body" || partOf[s] === "headline");
    const opens = body.slice(0, OPENING).some((s) => own[s]);
    this.ofReport = own[body[0]] === true || (opens && body.filter((s) => own[s] || moves[s]).length >= 2);
    this.grades = this.ofReport ? gradesOf(doc, partOf, own, moves, dates, numbers) : own.map((o) => (o ? "own" : "none"));
  }

  gradeAt(doc: Document, token: number): Grade {
    return this.grades[doc.sentence[token]] ?? "none";
  }
}

interface Dates {
  /** A year, or months, that numbers are gathered over. */
  readonly long: boolean;
  /** A day or a month on which something may have happened. */
  readonly short: boolean;
}

function datesOf(doc: Document, times: readonly Time[]): readonly Dates[] {
  const dates: { long: boolean; short: boolean }[] = Array.from({ length: doc.sentenceStart.length - 1 }, () => ({
    long: false,
    short: false,
  }));
  for (const t of times) {
    if (t.earliest === null || t.latest === null || t.value.endsWith("_REF")) continue;
    const first = tokenAt(doc, t.span[0]);
    const here = first >= 0 ? dates[doc.sentence[first]] : undefined;
    if (!here) continue;
    const days = (Date.parse(t.latest) - Date.parse(t.earliest)) / DAY;
    if (days >= LONG && !isBound(doc, first)) here.long = true;
    // "the 12 months to March", "said on Friday"
    if (days <= SHORT && !isSaidThen(doc, first) && !ENDS.has(doc.norm[Math.max(0, first - 1)])) here.short = true;
  }
  return dates;
}

/** "the deadliest since 2015": how far back nothing like it was. */
export function isBound(doc: Document, first: number): boolean {
  if (first === 0 || !SINCE.has(doc.norm[first - 1])) return false;
  for (let i = first - 2; i >= Math.max(doc.sentenceStart[doc.sentence[first]], first - 6); i--) if (isExtreme(doc, i)) return true;
  return false;
}

/** The day on which it was said: the time hangs on, or stands beside, a word of saying. */
export function isSaidThen(doc: Document, first: number): boolean {
  for (let i = Math.max(doc.sentenceStart[doc.sentence[first]], first - 3); i < first; i++) if (SAYING.has(doc.lemma[i])) return true;
  for (let at = first, k = 0; k < 3 && at >= 0; k++, at = doc.head[at]) if (SAYING.has(doc.lemma[at])) return true;
  return false;
}

/** Whether a number is set beside that of another period, or is a rate, or somebody's statistic. */
function isSetBeside(doc: Document, s: number, here: readonly Quantity[]): boolean {
  const { moves, trends, particles, glue } = words();
  if (here.some((q) => q.count.was !== null)) return true;
  const share = here.some((q) => q.count.unit === SHARE);
  const [from, to] = [doc.sentenceStart[s], doc.sentenceStart[s + 1]];
  for (let i = from; i < to; i++) {
    const lemma = doc.lemma[i];
    if (STATISTICS.has(doc.norm[i]) || PER.has(lemma)) return true;
    if (isExtreme(doc, i) && isOfAll(doc, i, to)) return true;
    if (BESIDE.has(doc.norm[i]) && hasNumber(here, i, NEAR)) return true;
    if (particles.has(doc.norm[i]) && i + 1 < to && glue.from.has(doc.norm[i + 1]) && hasNumber(here, i, NEAR)) return true;
    if (share && (moves.has(lemma) || trends.has(lemma) || particles.has(doc.norm[i]) || MORE.has(doc.norm[i]) || PORTION.has(lemma)))
      return true;
    // "ten more than the year before"
    if (MORE.has(doc.norm[i]) && i + 2 < to && THAN.has(doc.norm[i + 1]) && (THE.has(doc.norm[i + 2]) || IN.has(doc.norm[i + 2])))
      return true;
    if (RISE.has(lemma) && doc.upos[i] === U.NOUN && hasNumber(here, i, NEAR)) return true;
  }
  return false;
}

const SHARE = "percent";
const NEAR = 4;

function hasNumber(here: readonly Quantity[], at: number, near: number): boolean {
  return here.some((q) => q.tokens[0] > at && q.tokens[0] - at <= near);
}

/** "highest", "fewest", "record". */
function isExtreme(doc: Document, i: number): boolean {
  return EXTREMES.has(doc.norm[i]) || (doc.xpos[i] === P.JJS && EXTREMES.has(doc.lemma[i]));
}

/** "the highest since 2018", "a record 89", "the lowest figure in five years": of all that were counted. */
function isOfAll(doc: Document, i: number, to: number): boolean {
  if (RECORD.has(doc.norm[i])) return i + 1 < to && (doc.upos[i + 1] === U.NUM || NUMBERS.has(doc.norm[i + 1]));
  for (let k = i + 1; k < Math.min(to, i + 5); k++)
    if (SINCE.has(doc.norm[k]) || IN.has(doc.norm[k]) || RECORD.has(doc.norm[k])) return true;
  return false;
}

/** A report of statistics goes on with them until it tells of an act on its day, and then again from the next number set beside another. */
function gradesOf(
  doc: Document,
  partOf: Needs["partOf"],
  own: readonly boolean[],
  moves: readonly boolean[],
  dates: readonly Dates[],
  numbers: ReadonlyMap<number, readonly Quantity[]>,
): readonly Grade[] {
  let goesOn = true;
  return own.map((o, s): Grade => {
    if (o) {
      goesOn = true;
      return "own";
    }
    if (partOf[s] === "teaser" || partOf[s] === "furniture") return "none";
    if (moves[s] || (dates[s].long && numbers.has(s) && !dates[s].short)) goesOn = true;
    else if (dates[s].short && doc.sentenceStart[s + 1] > doc.sentenceStart[s]) goesOn = false;
    return goesOn ? "of-report" : "none";
  });
}

const STATISTICS = wordsOf("statistics");
const EXTREMES = wordsOf("extreme");
const RECORD = wordsOf("record-number");
const NUMBERS = wordsOf("counted-by");
const BESIDE = wordsOf("set-beside");
const MORE = wordsOf("more-than");
const THAN = wordsOf("than");
const RISE = wordsOf("change");
const PORTION = wordsOf("portion");
const PER = wordsOf("rate");
const SAYING = wordsOf("publishing");
const SINCE = wordsOf("since-when");
const IN = wordsOf("in-time");
const ENDS = wordsOf("period-ends");
const THE = wordsOf("definite");

const known = new WeakMap<Document, Statistics>();

/** The statistics of a report, worked out once. */
export function statisticsOf(found: Needs): Statistics {
  const before = known.get(found.doc);
  if (before) return before;
  const made = new Statistics(found);
  known.set(found.doc, made);
  return made;
}
