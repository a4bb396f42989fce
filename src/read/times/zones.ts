import { isoDay, parseDay } from "../../base/dates.js";
import { type Document, tokensIn } from "../../language/document.js";
import type { Time } from "../../model/reading.js";
import { at, has } from "./look.js";
import { is } from "./words.js";

/** Hours of the zone of Greenwich in `time-words.tsv`; the other zones have none there. */
const GREENWICH = "0";
const CLOCK = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/;
const HALF_DAY = 720;
const DAY = 1440;

/**
 * "at 6 am (2200 GMT Friday)": the same moment told twice, by the clock of the place and by that of Greenwich. What happened then
 * happened on the day of the place, here Saturday. The values stay as they were said.
 */
export function withLocalDays(doc: Document, times: readonly Time[]): readonly Time[] {
  const made = [...times];
  for (let k = 1; k < times.length; k++) {
    const day = isToldTwice(doc, times[k - 1], times[k]) ? localDay(times[k - 1], times[k]) : null;
    if (day === null) continue;
    made[k] = { ...times[k], earliest: day, latest: day };
    // "6 am" alone has the day that the brackets give
    const clock = times[k - 1].value.slice(times[k - 1].value.indexOf("T"));
    if (saysNoDay(doc, times[k - 1])) made[k - 1] = { ...times[k - 1], value: `${day}${clock}`, earliest: day, latest: day };
  }
  return made;
}

function isToldTwice(doc: Document, here: Time, there: Time): boolean {
  if (here.type !== "time" || there.type !== "time" || !/^ ?[([]$/.test(doc.text.slice(here.span[1], there.span[0]))) return false;
  const [first, end] = tokensIn(doc, there.span);
  for (let i = first; i < end; i++) if (is(at(doc, i), "zone") === GREENWICH) return true;
  return false;
}

/** The day of the place, reckoned from how far its clock is ahead of Greenwich or behind; null where the brackets say no day. */
function localDay(here: Time, there: Time): string | null {
  const [clock, greenwich] = [minutesOf(here.value), minutesOf(there.value)];
  const day = parseDay(there.earliest);
  if (clock === null || greenwich === null || day === null || there.earliest !== there.latest) return null;
  const ahead = clock - greenwich;
  return isoDay(ahead < -HALF_DAY ? day + 1 : ahead > HALF_DAY ? day - 1 : day);
}

function minutesOf(value: string): number | null {
  const [, , hour, minute] = CLOCK.exec(value) ?? [];
  const told = hour === undefined ? null : Number(hour) * 60 + Number(minute);
  return told !== null && told < DAY ? told : null;
}

function saysNoDay(doc: Document, { span }: Time): boolean {
  const [first, end] = tokensIn(doc, span);
  for (let i = first; i < end; i++)
    if (has(doc, i, "weekday") || has(doc, i, "month") || has(doc, i, "day") || has(doc, i, "daypart")) return false;
  return true;
}
