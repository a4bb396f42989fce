import { civilOf, type Day } from "../../base/dates.js";
import type { Document } from "../../language/document.js";
import type { Expression, Meaning } from "./expression.js";
import { has } from "./look.js";

/** Years that lie this far from the published one are history. */
const FAR = 2;
const ENOUGH = 6;
/** From how many of them on they need only be more than the near ones: a history of a war that still goes on. */
const MANY = 20;
/** From which share of its times that are told from today on, and from how many words of speech in a thousand, a text is news. */
const FROM_TODAY = 0.065;
const SPEECH = 2;

/** History where years far from the published one outweigh the days of the week and "today", "yesterday" of news, and hardly anybody speaks. */
export function isNarrative(doc: Document, found: readonly Expression[], published: Day | null): boolean {
  const publishedYear = published === null ? null : civilOf(published).year;
  let far = 0;
  let near = 0;
  let today = 0;
  let bare = 0;
  for (const { meaning: m } of found) {
    if (isFromToday(m)) today++;
    if (m.kind === "calendar" && m.year === null && m.turn === null) bare++;
    if (m.kind === "calendar" && m.year && "said" in m.year) {
      if (publishedYear === null || Math.abs(m.year.said - publishedYear) >= FAR) far++;
      else near++;
    } else if (m.kind === "weekday" || m.kind === "day") near += 2;
  }
  if (far < ENOUGH || far <= (far < MANY || published === null ? 2 : 1) * near) return false;
  // dates without a year tell of either
  return published === null || (far * 6 > found.length - bare && today < FROM_TODAY * found.length && !isSpeech(doc));
}

/** "Tuesday", "today", "last year", "two weeks ago": counted from the day of publication. */
function isFromToday(m: Meaning): boolean {
  if (m.kind === "weekday" || m.kind === "day") return true;
  if (m.kind === "unit") return m.from === "published" && !m.rolling;
  if (m.kind === "away") return m.from === "published";
  return (m.kind === "calendar" || m.kind === "season") && m.turn !== null;
}

function isSpeech(doc: Document): boolean {
  let said = 0;
  for (let i = 0; i < doc.length; i++) if (has(doc, i, "says")) said++;
  return 1000 * said > SPEECH * doc.length;
}
