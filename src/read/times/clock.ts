import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { at, has, isCapital } from "./look.js";
import { is, type TimeWord, timeWord } from "./words.js";

/**
 * A clock time or part of the day, with the tokens it takes. `shift` is the day it brings with it ("tonight" 0, "last night" -1), null
 * where none; `step` counts days from what was told ("the next morning" 1).
 */
export interface Clock {
  readonly value: string;
  readonly end: number;
  readonly shift: number | null;
  readonly step: number;
}

const two = (n: number): string => String(n).padStart(2, "0");

function minutes(total: number, meridiem: string | null): string | null {
  let hour = Math.floor(total / 60);
  if (meridiem === "PM" && hour < 12) hour += 12;
  if (meridiem === "AM" && hour === 12) hour = 0;
  return hour > 24 || (meridiem !== null && hour > 23) ? null : `T${two(hour)}:${two(total % 60)}`;
}

/** "10 p.m.", "7:15 a.m. EST", "14:30", "1430 GMT", "11 o'clock", "noon"; null where token `i` begins none. */
export function readClock(doc: Document, i: number): Clock | null {
  const w = at(doc, i);
  if (!w) return null;
  const hour = is(w, "hour");
  if (hour) return { value: hour, end: zoned(doc, i + 1), shift: null, step: 0 };
  const total = w.clock >= 0 ? w.clock : w.number > 0 && w.number <= 24 ? w.number * 60 : -1;
  const meridiem = is(at(doc, i + 1), "meridiem");
  if (total >= 0 && meridiem && total <= 13 * 60) return said(minutes(total, meridiem), zoned(doc, i + 2));
  const part = total > 0 && total <= 720 ? inPart(doc, i + 1) : null;
  if (part) return said(minutes(total, part), i + 4);
  if (total >= 0 && has(doc, i + 1, "oclock")) return said(minutes(total, oclockPart(doc, i + 2)), i + 2);
  if (w.clock >= 0 && doc.text[doc.end[i] - 3] === ":" && tellsHour(doc, i)) return said(minutes(total, null), zoned(doc, i + 1));
  return military(doc, i, w);
}

/** "at 7:15", "14:30", "8:05 Friday"; not "1:17", how long a film runs, or a score. */
function tellsHour(doc: Document, i: number): boolean {
  if (doc.end[i] - doc.start[i] > 4 || has(doc, i - 1, "at") || has(doc, i - 1, "in") || has(doc, i - 1, "to")) return true;
  const next = at(doc, i + 1);
  return (
    next !== null && (has(doc, i + 1, "zone") || is(next, "weekday") !== null || is(next, "day") !== null || is(next, "lead") !== null)
  );
}

function said(value: string | null, end: number): Clock | null {
  return value === null ? null : { value, end, shift: null, step: 0 };
}

/** "11 o'clock in the morning" leaves the part to stand by itself, but tells which half of the day. */
function oclockPart(doc: Document, i: number): string | null {
  for (let k = i; k < i + 3; k++) {
    const part = is(at(doc, k), "part");
    if (part) return part === "MO" ? "AM" : "PM";
  }
  return null;
}

/** "4 in the morning", "5:30 in the afternoon". */
function inPart(doc: Document, i: number): string | null {
  if (is(at(doc, i), "lead") !== "in" || !has(doc, i + 1, "det")) return null;
  const part = is(at(doc, i + 2), "part");
  return part === null ? null : part === "MO" ? "AM" : "PM";
}

/** "1430 GMT", "0930 local time", "1200 hours". */
function military(doc: Document, i: number, w: TimeWord): Clock | null {
  if (w.width !== 4 || w.digits > 2400 || w.digits % 100 > 59) return null;
  // "at 0300 hours", not "about 1500 hours of film"
  const zone = has(doc, i + 1, "zone") || (is(at(doc, i + 1), "units") === "TH" && (w.digits < 1000 || has(doc, i - 1, "clock-at")));
  // "at 1625": four digits behind "at" that count nothing
  const alone =
    has(doc, i - 1, "clock-at") &&
    (i + 1 >= doc.length || doc.upos[i + 1] === U.PUNCT || (timeWord(doc.norm[i + 1]) !== null && !has(doc, i + 1, "make")));
  return zone || alone ? said(`T${two(Math.floor(w.digits / 100))}:${two(w.digits % 100)}`, zone ? i + 2 : i + 1) : null;
}

/** One past "GMT", "local time", "Moscow time", "Eastern time". */
function zoned(doc: Document, i: number): number {
  if (i >= doc.length || doc.sentence[i] !== doc.sentence[i - 1]) return i;
  const time = has(doc, i + 1, "zone-noun");
  if (!has(doc, i, "zone")) return time && isCapital(doc, i) ? i + 2 : i;
  return time ? i + 2 : i + 1;
}

/** "morning", "this morning", "last night", "in the evening", "tonight", "overnight"; without a day before or behind it. */
export function readPart(doc: Document, i: number): Clock | null {
  const w = at(doc, i);
  const daypart = is(w, "daypart");
  if (daypart) return { value: `T${daypart.slice(-2)}`, end: i + 1, shift: Number(daypart.slice(0, -2)), step: 0 };
  const part = is(w, "part");
  if (part) return { value: `T${part}`, end: i + 1, shift: null, step: 0 };
  const stepped = has(doc, i, "det") ? is(at(doc, i + 1), "turn-told") : null;
  const second = stepped === null ? null : is(at(doc, i + 2), "part");
  if (second) return { value: `T${second}`, end: i + 3, shift: null, step: Number(stepped) };
  const next = is(at(doc, i + 1), "part");
  if (!next) return null;
  // "the night before, shots were fired"
  const step = has(doc, i, "det") ? is(at(doc, i + 2), "day-step") : null;
  if (step !== null && (i + 3 >= doc.length || doc.upos[i + 3] === U.PUNCT))
    return { value: `T${next}`, end: i + 3, shift: null, step: Number(step) };
  const turn = is(w, "turn");
  if (turn !== null) return { value: `T${next}`, end: i + 2, shift: turnShift(Number(turn), next), step: 0 };
  const told = is(w, "turn-told");
  if (told !== null || has(doc, i, "det") || has(doc, i, "phase")) return { value: `T${next}`, end: i + 2, shift: null, step: 0 };
  return null;
}

function turnShift(turn: number, part: string): number {
  if (turn === 0) return 0;
  return turn < 0 ? -1 : part === "MO" ? 1 : 1;
}
