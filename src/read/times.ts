import { civilOf, type Day, dayOf, daysInMonth, isoDay } from "../base/dates.js";
import type { Document } from "../language/document.js";
import { U } from "../language/tags.js";
import type { Time } from "../model/reading.js";
import type { Report } from "../model/report.js";
import type { TimeType } from "../model/vocabulary.js";
import type { NameMention } from "./findings.js";
import { stage } from "./stage.js";
import { publishedDay, type Reference, tenseAt } from "./times/context.js";
import { withEnds } from "./times/ended.js";
import type { Expression } from "./times/expression.js";
import { isNarrative } from "./times/history.js";
import type { Told, ToldPeriod } from "./times/moment.js";
import { parseTimes } from "./times/parse.js";
import type { Resolved } from "./times/ranges.js";
import { dayAfter, resolve } from "./times/resolve.js";
import { withStretches } from "./times/stretches.js";
import { isInName } from "./times/untimely.js";
import { is, timeWord } from "./times/words.js";
import { YearsTold } from "./times/year-told.js";
import { withLocalDays } from "./times/zones.js";

/**
 * Dates, clock times, durations and sets with their TIMEX3 values (after HeidelTime, Strötgen and Gertz 2010) and the days that
 * READING.md gives them. News looks back from the day it was published; a history counts from the date it told last. Not the times
 * of events: which event a time belongs to is theirs to say.
 */
export const times = stage({
  name: "times",
  needs: ["doc", "report", "names"],
  gives: ["times"],
  run({ doc, report, names }) {
    return { times: readTimes(doc, report, names) };
  },
});

/** The last date told, with the id of the time that told it. */
interface Thread {
  told: Told | null;
  id: string | null;
  sentence: number;
  quarter: ToldPeriod | null;
  quarterSentence: number;
  /** A day of the week told last, where no day was told after it. */
  week: Day | null;
  period: ToldPeriod | null;
  periodSentence: number;
  /** Whether the time told last was an evening or a night. */
  night: boolean;
  /** A far year told in passing, or null. */
  aside: number | null;
}

/** How many sentences a quarter of the year stays what "a year earlier" is compared with. */
const QUARTER_HOLDS = 4;
/** How many sentences a year, and a month or day, stay what "the end of the year" and "the month" are of. */
const YEAR_HOLDS = 1;
const MONTH_HOLDS = 3;
/** How many sentences any period stays what "the same period last year" is of. */
const PERIOD_HOLDS = 1;
const LONG_AGO = -9;

function readTimes(doc: Document, report: Report, names: readonly NameMention[]): readonly Time[] {
  const found = parseTimes(doc).filter((e) => !isInName(doc, e, names));
  if (found.length === 0) return [];
  const published = publishedDay(report, doc, found);
  const narrative = isNarrative(doc, found, published);
  const reference: Reference = { published, narrative };
  const thread: Thread = {
    told: null,
    id: null,
    sentence: -1,
    quarter: null,
    quarterSentence: LONG_AGO,
    week: null,
    period: null,
    periodSentence: LONG_AGO,
    night: false,
    aside: null,
  };
  const said = found.filter((e) => e.meaning.kind !== "ref" || e.meaning.only !== (narrative ? "news" : "history"));
  const years = new YearsTold(doc, narrative ? null : published);
  const told = said.map((bare, k) => {
    const e = withYear(bare, years.of(bare, tenseAt(doc, bare), said[k + 1]));
    const time = timeOf(doc, e, `t${k + 1}`, reference, aheadOf(doc, said, k, reference, thread) ?? thread);
    years.keep(e, time.told, e !== bare);
    return time.time;
  });
  return withStretches(doc, withEnds(doc, withLocalDays(doc, told)), narrative ? null : published);
}

/** "during evening prayers on Wednesday": the day that a part of a day belongs to, told right behind it; null where none is. */
function aheadOf(doc: Document, said: readonly Expression[], k: number, reference: Reference, thread: Thread): Thread | null {
  const [e, next] = [said[k], said[k + 1]];
  if (!e.borrows || next === undefined || next.first - e.end > AHEAD || next.first - e.end < 2) return null;
  if (next.clock !== null || (next.meaning.kind !== "weekday" && next.meaning.kind !== "calendar")) return null;
  if (is(timeWord(doc.norm[next.first - 1]), "at") === null || doc.sentence[e.first] !== doc.sentence[next.first]) return null;
  for (let i = e.end; i < next.first - 1; i++) if (doc.upos[i] !== U.NOUN && doc.upos[i] !== U.ADJ) return null;
  const { told } = resolve(next, {
    reference,
    told: thread.told,
    near: true,
    quarter: null,
    week: null,
    period: null,
    tense: tenseAt(doc, next),
  });
  return told === null ? null : { ...thread, told, id: `t${k + 2}`, night: false };
}

/** Most tokens between a part of a day and its day. */
const AHEAD = 4;

/** A month with the year that it takes from what was told before. */
function withYear(e: Expression, year: number | null): Expression {
  return year === null || e.meaning.kind !== "calendar" ? e : { ...e, meaning: { ...e.meaning, year: { said: year } } };
}

/** A time, with the date that later ones may take their year from. */
interface Read {
  readonly time: Time;
  readonly told: Told | null;
}

function timeOf(doc: Document, e: Expression, id: string, reference: Reference, thread: Thread): Read {
  const sentence = doc.sentence[e.first];
  const quarter = sentence - thread.quarterSentence <= QUARTER_HOLDS ? thread.quarter : null;
  const beforehand = sentence - thread.periodSentence <= PERIOD_HOLDS ? thread.period : null;
  const tense = tenseAt(doc, e);
  const near = sentence - thread.sentence <= ((thread.told?.month ?? null) === null ? YEAR_HOLDS : MONTH_HOLDS);
  const told = resolve(e, { reference, told: thread.told, near, quarter, week: thread.week, period: beforehand, tense });
  const resolved = e.borrows && thread.night && isSmallHour(e.clock) ? dayAfter(told) : told;
  const anchor = anchorOf(e, resolved, reference, thread);
  if (resolved.told && !isSpoken(doc, e, thread) && !isAside(doc, resolved.told, e, reference, thread))
    Object.assign(thread, { told: resolved.told, id, sentence, night: isNight(e.clock), week: null });
  if (e.meaning.kind === "unit" && e.meaning.unit === "W") thread.week = resolved.earliest;
  keepPeriod(e, resolved, sentence, tense > 0, thread);
  // "for the nine months": what it is compared with is no quarter
  if (e.meaning.kind === "duration" && e.meaning.unit === "M" && (e.meaning.count ?? 0) > 3) thread.quarterSentence = LONG_AGO;
  const { earliest, latest } = bounded(e, resolved, reference.published);
  const time: Time = {
    id,
    span: e.piece ?? [doc.start[e.first], doc.end[e.end - 1]],
    type: resolved.type ?? typeOf(e),
    value:
      e.meaning.kind === "set" && !reference.narrative ? period(resolved.value) : e.clock ? `${resolved.value}${e.clock}` : resolved.value,
    earliest: isoOrNull(earliest),
    latest: isoOrNull(latest),
    anchor,
  };
  return { time, told: resolved.told };
}

/** What later times may be a year before: a quarter, half or month that is not itself another's ("the same quarter of 2015"). */
function keepPeriod(e: Expression, resolved: Resolved, sentence: number, ahead: boolean, thread: Thread): void {
  const m = e.meaning;
  if (m.kind === "away" || (m.kind === "quarter" && m.quarter === null && m.year)) return;
  const { told } = resolved;
  const month = told && told.month !== null && told.day === null && e.phase === null && e.beside === null;
  const period = resolved.period ?? (month ? ({ year: told.year, unit: "M", nth: told.month } as const) : null);
  if (period) Object.assign(thread, { period, periodSentence: sentence });
  // "in the third quarter of 1984" in passing is not the quarter that the report is about
  const passing = m.kind === "quarter" && m.year !== null && !("shift" in m.year && m.year.shift === 0);
  // "after a flat second quarter", "will sell it in the fourth quarter": what went before the quarter that is told of or comes after it
  const held = sentence - thread.quarterSentence <= QUARTER_HOLDS ? thread.quarter : null;
  const beside = held !== null && period !== null && (ahead || period.year * 4 + period.nth < held.year * 4 + held.nth);
  if (period?.unit === "Q" && !passing && !beside) Object.assign(thread, { quarter: period, quarterSentence: sentence });
}

/** "Saturday night ... about 2 a.m.": an hour after midnight is the day after the night it belongs to. */
function isSmallHour(clock: string | null): boolean {
  return clock !== null && clock >= "T00:00" && clock < "T06:00";
}

function isNight(clock: string | null): boolean {
  return clock === "TNI" || clock === "TEV" || (clock !== null && clock >= "T18:00" && clock < "T24:00");
}

/** "gunmen came on Thursday night, police said on Friday. ... at about 11 p.m.": the day somebody spoke is not the day that is told of. */
function isSpoken(doc: Document, e: Expression, thread: Thread): boolean {
  if (thread.told === null || thread.told.day === null || e.first < 2) return false;
  return is(timeWord(doc.norm[e.first - 1]), "spoken") !== null || is(timeWord(doc.norm[e.first - 2]), "spoken") !== null;
}

const PERIODS: Readonly<Record<string, string>> = { "XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", XXXX: "P1Y" };

/** News writes "daily" as a period of one day, histories as any day. */
function period(value: string): string {
  return PERIODS[value] ?? value;
}

/** A year far from the one told of, in passing: "in 1964 (it was revealed in 2005) ...". A second one in a row moves the telling. */
function isAside(doc: Document, told: Told, e: Expression, reference: Reference, thread: Thread): boolean {
  if (!reference.narrative || thread.told === null || told.month !== null) return false;
  if (e.meaning.kind === "calendar" && !tells(doc, e)) return true;
  if (Math.abs(told.year - thread.told.year) < ASIDE) return false;
  const again = thread.aside !== null && Math.abs(thread.aside - told.year) < ASIDE;
  thread.aside = told.year;
  return !again && e.phase === null;
}

/** "In 1942 ...", or a heading; not "the 1939 treaty", "until 1945". */
function tells(doc: Document, e: Expression): boolean {
  const s = doc.sentence[e.first];
  if (doc.sentenceStart[s + 1] - doc.sentenceStart[s] <= HEADING || e.phase !== null) return true;
  return e.first === doc.sentenceStart[s] || is(timeWord(doc.norm[e.first - 1]), "tells") !== null;
}

const HEADING = 10;
const ASIDE = 8;

/** A day before the year 1 or after 9999 has no ISO date of four digits. */
function isoOrNull(day: Day | null): string | null {
  if (day === null) return null;
  const { year } = civilOf(day);
  return year < 1 || year > 9999 ? null : isoDay(day);
}

function typeOf(e: Expression): TimeType {
  if (e.clock) return "time";
  const { kind } = e.meaning;
  if (kind === "duration" || kind === "set") return kind;
  if (kind === "span" && e.meaning.value.startsWith("P")) return "duration";
  return "date";
}

/** What the phase of an expression does to its days: "earlier this month" ends, "later this year" begins on the published day. */
function bounded(e: Expression, r: Resolved, published: Day | null): Pick<Resolved, "earliest" | "latest"> {
  if (e.clock === OVERNIGHT && e.meaning.kind === "day" && e.meaning.shift === -1 && r.latest !== null && e.first + 1 === e.end) {
    return { earliest: r.earliest, latest: r.latest + 1 };
  }
  const year = partOfYear(e, r);
  if (year) return year;
  if (published === null || r.earliest === null || r.latest === null || r.earliest > published || r.latest < published) return r;
  if (e.phase === "earlier") return { earliest: r.earliest, latest: published };
  if (e.phase === "later") return { earliest: published, latest: r.latest };
  return r;
}

/** First and last month that a phase leaves of a year: "late 2013" is its last quarter, "the end of 2013" its last month. */
const MONTHS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  open: [1, 1],
  start: [1, 3],
  mid: [5, 8],
  end: [10, 12],
  close: [12, 12],
};

function partOfYear(e: Expression, r: Resolved): Pick<Resolved, "earliest" | "latest"> | null {
  const months = e.phase === null ? null : MONTHS[e.phase];
  if (!months || r.told === null || r.told.month !== null) return null;
  const { year } = r.told;
  return { earliest: dayOf(year, months[0], 1), latest: dayOf(year, months[1], daysInMonth(year, months[1])) };
}

const OVERNIGHT = "TNI";

function anchorOf(e: Expression, r: Resolved, reference: Reference, thread: Thread): string {
  const m = e.meaning;
  if (r.earliest === null && r.latest === null && m.kind !== "ref") return "none";
  if (m.kind === "span" || m.kind === "set" || (m.kind === "duration" && m.turn === null)) return "none";
  if ("year" in m && m.year && "said" in m.year) return "none";
  const told = ("from" in m && m.from === "told") || reference.narrative || e.borrows;
  if (told && thread.id) return thread.id;
  return reference.published === null ? "none" : "published";
}
