import type { Document } from "../../language/document.js";
import { tokenAt } from "../../language/document.js";
import type { Time } from "../../model/reading.js";
import type { EventFinding } from "../findings.js";

/** Periods of weeks or more that a report names, by sentence. */
export type Periods = ReadonlyMap<number, readonly { readonly token: number; readonly id: string }[]>;

const DAY = 86_400_000;
/** Days from which a time is a period that numbers are gathered over, not the time of one act. */
const LONG = 27;
/** How far from the toll word the period may stand, in tokens. */
const REACH = 14;

export function periodsOf(doc: Document, times: readonly Time[]): Periods {
  const all = new Map<number, { token: number; id: string }[]>();
  for (const t of times) {
    if (t.earliest === null || t.latest === null || Date.parse(t.latest) - Date.parse(t.earliest) < LONG * DAY) continue;
    const token = tokenAt(doc, t.span[0]);
    const s = doc.sentence[token];
    all.set(s, [...(all.get(s) ?? []), { token, id: t.id }]);
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
  const short = event.earliest !== null && event.latest !== null && Date.parse(event.latest) - Date.parse(event.earliest) < LONG * DAY;
  return short && here.some((p) => p.id !== event.when && Math.abs(p.token - i) <= REACH);
}
