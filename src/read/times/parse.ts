import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { readBeside, readDayOfMonth, readStepped, readWeekOfMonth, withWeek } from "./beside.js";
import { monthAt, readCalendar, secondDay } from "./calendar.js";
import { type Clock, readClock, readPart } from "./clock.js";
import { readDuration } from "./duration.js";
import { calendar, type Expression, expression, type Phase, type TimeUnit } from "./expression.js";
import { readHoliday } from "./holidays.js";
import { lend } from "./lending.js";
import { at, has } from "./look.js";
import { readQuarter } from "./quarters.js";
import { readTurned, seasonAt, weekdayDate, withCalendar } from "./relative.js";
import { readSet } from "./set.js";
import { readFiscalYear, readThe, readUnitEnd, readVagueUnits } from "./units.js";
import { isUntimely } from "./untimely.js";
import { is, type TimeWord, timeWord } from "./words.js";
import { yearAfter } from "./years.js";

withCalendar(readCalendar);

/** All time expressions of a document, in order, none overlapping. Not yet resolved. */
export function parseTimes(doc: Document): readonly Expression[] {
  const found: Expression[] = [];
  for (let i = 0; i < doc.length; ) {
    const again = found.length > 0 && i === found[found.length - 1].end ? secondDay(doc, found[found.length - 1]) : null;
    if (again) {
      found.push(again);
      i = again.end;
      continue;
    }
    const w = timeWord(doc.norm[i]);
    if (w?.years) {
      found.push(...bothYears(doc, i, w.years));
      i++;
      continue;
    }
    const e = w === null || !mayBegin(doc, i, w) ? null : parseAt(doc, i);
    if (e && !isUntimely(doc, e, found[found.length - 1])) found.push(e);
    i = e ? e.end : i + 1;
  }
  return lend(doc, found);
}

/** A cheap look before the grammar: "the" and "a" need a word of time behind them. */
function mayBegin(doc: Document, i: number, w: TimeWord): boolean {
  if (w.begins === "alone") return true;
  return w.begins === "led" && i + 1 < doc.length && timeWord(doc.norm[i + 1]) !== null;
}

/** "1926-1928" in one token: two years. */
function bothYears(doc: Document, i: number, [a, b]: readonly [number, number]): readonly Expression[] {
  const { start, end } = { start: doc.start[i], end: doc.end[i] };
  const first = expression(i, i + 1, calendar({ said: a }, null, null), { piece: [start, start + 4] });
  return [first, expression(i, i + 1, calendar({ said: b }, null, null), { piece: [start + 5, end] })];
}

/** The expression that begins at token `i`: a date with its clock time, a clock time with its date, or either alone. */
function parseAt(doc: Document, i: number): Expression | null {
  const sentenceEnd = doc.sentenceStart[doc.sentence[i] + 1];
  const e = withClock(doc, i);
  return e && e.end <= sentenceEnd ? e : null;
}

function withClock(doc: Document, i: number): Expression | null {
  const clock = readClock(doc, i);
  if (clock) return clockFirst(doc, i, clock);
  const phased = readPhase(doc, i);
  if (phased) return phased;
  const part = readPart(doc, i);
  if (part && (part.shift !== null || !dateReaders(doc, i))) return partFirst(doc, i, part);
  const date = dateReaders(doc, i);
  if (date) return clockBehind(doc, date);
  return part ? partFirst(doc, i, part) : null;
}

/** Everything but clock times and phases, the longest first. */
function dateReaders(doc: Document, i: number): Expression | null {
  const candidates = [
    readWord(doc, i),
    readVagueUnits(doc, i),
    readFiscalYear(doc, i),
    weekdayDate(doc, i),
    readSet(doc, i),
    readQuarter(doc, i),
    readCalendar(doc, i),
    readTurned(doc, i),
    readSeason(doc, i),
    readDuration(doc, i),
    readThe(doc, i),
    readUnitEnd(doc, i),
    withWeek(doc, readHoliday(doc, i)),
    readBeside(doc, i, dateReaders),
    readStepped(doc, i),
    readDayOfMonth(doc, i),
    readWeekOfMonth(doc, i, readCalendar),
  ];
  let best: Expression | null = null;
  for (const c of candidates) if (c && (!best || c.end > best.end)) best = c;
  return best;
}

/** "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon on Thursday". */
function clockFirst(doc: Document, i: number, clock: Clock): Expression {
  let next = clock.end;
  if (has(doc, next, "comma")) next++;
  if (has(doc, next, "at")) next++;
  const part = readPart(doc, has(doc, next, "of") ? next + 1 : next);
  if (part && part.shift !== null) return expression(i, part.end, { kind: "day", shift: part.shift }, { clock: clock.value });
  // "at 8 p.m. that evening"
  if (part && part.end === next + 2 && is(at(doc, next), "turn-told") !== null)
    return expression(i, part.end, { kind: "day", shift: 0 }, { clock: clock.value, borrows: true });
  const date = next < doc.length && timeWord(doc.norm[next]) ? dateReaders(doc, next) : null;
  const dated = date && isDate(date) && !date.clock ? date : null;
  if (dated) return clockOfPart(doc, { ...dated, first: i, clock: clock.value });
  const behind = behindBracket(doc, clock.end);
  return behind
    ? { ...behind, first: i, end: clock.end, clock: clock.value }
    : expression(i, clock.end, { kind: "day", shift: 0 }, { clock: clock.value, borrows: true });
}

/** The date of "06:30 (02:30 GMT) on Monday" behind its bracket. */
function behindBracket(doc: Document, i: number): Expression | null {
  if (i >= doc.length || doc.xpos[i] !== P["-LRB-"]) return null;
  const other = readClock(doc, i + 1);
  if (!other || doc.xpos[other.end] !== P["-RRB-"]) return null;
  const next = has(doc, other.end + 1, "at") ? other.end + 2 : other.end + 1;
  const date = next < doc.length && timeWord(doc.norm[next]) ? dateReaders(doc, next) : null;
  return date && isDate(date) && !date.clock ? date : null;
}

/** "10:00 Friday night": the part of the day behind says which half of the clock it was. */
function clockOfPart(doc: Document, e: Expression): Expression {
  const part = is(at(doc, e.end), "part");
  if (part === null || e.clock === null) return e;
  const hour = Number(e.clock.slice(1, 3));
  const late = part !== "MO" && hour > 0 && hour < 12 && e.clock.length === 6;
  return { ...e, end: e.end + 1, clock: late ? `T${hour + 12}${e.clock.slice(3)}` : e.clock };
}

function isDate(e: Expression): boolean {
  const m = e.meaning;
  return m.kind === "weekday" || m.kind === "day" || (m.kind === "calendar" && m.day !== null);
}

/** "Saturday night", "yesterday afternoon", "18 July 2016 14:30", "Tuesday at 5 p.m.", "October 9 in the morning". */
function clockBehind(doc: Document, date: Expression): Expression {
  if (!isDate(date)) return date;
  const part = is(at(doc, date.end), "part");
  if (part) return { ...date, end: date.end + 1, clock: `T${part}` };
  let next = date.end;
  if (has(doc, next, "comma")) next++;
  if (has(doc, next, "at")) next++;
  const clock = next < doc.length ? readClock(doc, next) : null;
  return clock ? { ...date, end: clock.end, clock: clock.value } : date;
}

function partFirst(doc: Document, i: number, part: Clock): Expression | null {
  if (part.step !== 0) return expression(i, part.end, { kind: "day", shift: part.step }, { clock: part.value, borrows: true });
  if (part.shift !== null) return expression(i, part.end, { kind: "day", shift: part.shift }, { clock: part.value });
  const next = has(doc, part.end, "of") || has(doc, part.end, "at") ? part.end + 1 : part.end;
  const date = next < doc.length && timeWord(doc.norm[next]) ? dateReaders(doc, next) : null;
  if (date && isDate(date) && !date.clock) return { ...date, first: i, clock: part.value };
  if (part.end === i + 1 && !has(doc, i - 1, "in") && !has(doc, i - 1, "at")) return null;
  return expression(i, part.end, { kind: "day", shift: 0 }, { clock: part.value, borrows: true });
}

/** "early Tuesday", "late last week", "the end of November", "earlier this month", "early in 1914", "year-end". */
function readPhase(doc: Document, i: number): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const w = at(doc, the);
  const phase = is(w, "phase") ?? is(w, "phase-of");
  if (phase === null) return null;
  const of = has(doc, the + 1, "of");
  // "is to start on Monday"
  if (the === i && !of && doc.upos[the] === U.VERB) return null;
  // "took part in last month's attack"
  if (is(w, "phase") === null && (!of || is(at(doc, the + 1), "lead") === "in")) return null;
  let next = the + 1;
  if (of) next++;
  else if (has(doc, next, "at") || has(doc, next, "in"))
    next += has(doc, next, "unit") || at(doc, next)?.ordinal !== -1 || has(doc, next, "turn") ? 0 : 1;
  if (!of && next < doc.length && doc.text[doc.start[next]] === "-") next++;
  if (next >= doc.length || !timeWord(doc.norm[next])) return null;
  const inner = innerOf(doc, next) ?? (of ? ofTold(doc, next) : phase === "earlier" || phase === "later" ? ofNow(doc, next) : null);
  if (!inner || inner.meaning.kind === "duration" || inner.meaning.kind === "set" || inner.meaning.kind === "ref") return null;
  return { ...inner, first: i, phase: phaseOf(phase, of && has(doc, the, "phase-of")) };
}

/** "earlier in the year", "later in the week": the one of the published day. */
function ofNow(doc: Document, i: number): Expression | null {
  const unit = has(doc, i, "det") ? (is(at(doc, i + 1), "unit") as TimeUnit | null) : null;
  if (unit !== "Y" && unit !== "M" && unit !== "W") return null;
  return expression(i, i + 2, { kind: "unit", unit, shift: 0, from: "published", rolling: false });
}

/** "until the end of the month": the one that is spoken of. */
function ofTold(doc: Document, i: number): Expression | null {
  const unit = has(doc, i, "det") ? (is(at(doc, i + 1), "unit") as TimeUnit | null) : null;
  if (unit !== "Y" && unit !== "M" && unit !== "W") return null;
  const behind = i + 2 < doc.length ? doc.upos[i + 2] : U.PUNCT;
  const goesOn = behind === U.NOUN || behind === U.PROPN || behind === U.ADJ || is(at(doc, i + 2), "lead") === "of";
  if (goesOn || (i + 2 < doc.length && doc.end[i + 1] === doc.start[i + 2] && behind !== U.PUNCT)) return null;
  return expression(i, i + 2, { kind: "unit", unit, shift: 0, from: "told", rolling: false, loose: true });
}

function phaseOf(said: string, of: boolean): Phase {
  if (said === "eve" || said === "rest" || said === "half") return null;
  if (of && said === "start") return "open";
  return of && said === "end" ? "close" : (said as Phase);
}

function innerOf(doc: Document, i: number): Expression | null {
  const part = readPart(doc, i);
  const date = dateReaders(doc, i);
  if (part && (!date || part.end > date.end)) return partFirst(doc, i, part);
  if (date) return clockBehind(doc, date);
  return monthAt(doc, i) > 0 ? readCalendar(doc, i) : null;
}

/** "the summer", "summer 1918", "the winter of 1994", "spring". */
function readSeason(doc: Document, i: number): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const season = seasonAt(doc, the);
  if (!season) return null;
  const year = yearAfter(doc, the + 1);
  return expression(i, year?.end ?? the + 1, { kind: "season", season, year: year?.year ?? null, turn: null });
}

/** "today", "now", "recently", "the future". */
function readWord(doc: Document, i: number): Expression | null {
  const w = at(doc, i);
  const day = is(w, "day");
  if (day !== null) return expression(i, i + 1, { kind: "day", shift: Number(day) });
  const ref = is(w, "ref");
  if (ref !== null) return expression(i, i + 1, { kind: "ref", value: ref });
  if (has(doc, i - 1, "as")) return null;
  const history = is(w, "ref-history") ?? is(w, "ref-news");
  if (history !== null) return expression(i, i + 1, { kind: "ref", value: history, only: is(w, "ref-news") === null ? "history" : "news" });
  if (has(doc, i, "these") && is(at(doc, i + 1), "units") === "D") return expression(i, i + 2, { kind: "ref", value: "PRESENT_REF" });
  const vague = is(at(doc, i + 1), "vague");
  if (vague && has(doc, i, "det")) return expression(i, i + 2, { kind: "span", value: vague });
  if (!has(doc, i, "det")) return null;
  const from = has(doc, i + 1, "near") ? i + 1 : i;
  const noun = is(at(doc, from + 1), "ref-noun");
  const ahead = from > i ? (noun ?? is(at(doc, from + 1), "near-noun")) : null;
  if (from > i) return ahead !== null ? expression(i, from + 2, { kind: "ref", value: ahead }) : null;
  const next = i + 2 < doc.length ? doc.upos[i + 2] : U.PUNCT;
  return noun !== null &&
    next !== U.NOUN &&
    next !== U.NUM &&
    next !== U.ADJ &&
    next !== U.PROPN &&
    !has(doc, i + 2, "unit") &&
    !has(doc, i + 2, "units")
    ? expression(i, i + 2, { kind: "ref", value: noun })
    : null;
}
