import type { Document } from "../../language/document.js";
import { tokenAt } from "../../language/document.js";
import type { Time } from "../../model/reading.js";
import type { EventFinding } from "../findings.js";

interface Period {
  readonly token: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Periods of weeks or more that a report names, by sentence. */
export type Periods = ReadonlyMap<number, readonly Period[]>;

const DAY = 86_400_000;
/** Days from which a time is a period that numbers are gathered over, not the time of one act. */
const LONG = 27;
/** How far from the toll word the period may stand, in tokens. */
const REACH = 14;

export function periodsOf(doc: Document, times: readonly Time[]): Periods {
  const all = new Map<number, Period[]>();
  for (const t of times) {
    if (t.earliest === null || t.latest === null || Date.parse(t.latest) - Date.parse(t.earliest) < LONG * DAY) continue;
    const token = tokenAt(doc, t.span[0]);
    const s = doc.sentence[token];
    all.set(s, [...(all.get(s) ?? []), { token, id: t.id, from: Date.parse(t.earliest), to: Date.parse(t.latest) }]);
  }
  return all;
}

/**
 * Whether the number beside token `i` is one over a period and not the toll of the event, which took place on a day of its own:
 * "67 officers have been killed this year".
 */
export function isOfPeriod(periods: Periods, doc: Document, i: number, event: EventFinding): boolean {
  const here = periods.get(doc.sentence[i]);
  if (!here) return false;
  if (event.earliest === null || event.latest === null) return false;
  const [first, last] = [Date.parse(event.earliest), Date.parse(event.latest)];
  if (last - first >= LONG * DAY) return false;
  // "... in the floods of 1997, when 50 died": a time that ended before the act is the day of another, not a period that goes on
  // "a 2014 shooting that left four injured": the year of the act itself
  return here.some(
    (p) =>
      p.id !== event.when &&
      !event.triggers.includes(doc.head[p.token]) &&
      Math.abs(p.token - i) <= REACH &&
      p.from <= last &&
      p.to >= first,
  );
}
