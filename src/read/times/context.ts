import { type Day, parseDay } from "../../base/dates.js";
import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import type { Report } from "../../model/report.js";
import type { Expression } from "./expression.js";
import { governed, headOf } from "./governing.js";
import { at, has } from "./look.js";
import { NEAREST } from "./moment.js";
import { yearDigits } from "./years.js";

/** What relative times are reckoned from. Not a default: without a published date nothing relative is resolved. */
export interface Reference {
  /** The day of publication, or null. */
  readonly published: Day | null;
  /** Whether the text tells history: its times hang on each other, not on the day it was published. */
  readonly narrative: boolean;
}

/** How far from the top of a text a dateline may stand. */
const DATELINE = 250;

/** The day a report was published: as given, else its dateline's, else a full date at the top of the text. */
export function publishedDay(report: Report, doc: Document, found: readonly Expression[]): Day | null {
  const given = parseDay(report.published.value);
  if (given !== null || report.published.value !== null) return given;
  for (const e of found) {
    if (doc.start[e.first] > DATELINE) return null;
    const m = e.meaning;
    if (m.kind !== "calendar" || m.day === null || m.month === null || !m.year || !("said" in m.year)) continue;
    const behindComma = e.first > 0 && doc.upos[e.first - 1] === U.PUNCT;
    if (behindComma) return parseDay(`${m.year.said}-${String(m.month).padStart(2, "0")}-${String(m.day).padStart(2, "0")}`);
  }
  return null;
}

/** What a verb says of when: -1 past (-2 where it stands straight before), 1 yet to come (2 without doubt), 0 nothing. */
export function tenseAt(doc: Document, e: Expression): number {
  const governing = governed(doc, e);
  if (governing !== null) return governing === "past" ? -2 : governing === "sure" ? 2 : 1;
  return tenseBeside(doc, e);
}

/** What the verbs beside a time say of when. */
function tenseBeside(doc: Document, e: Expression): number {
  const s = doc.sentence[e.first];
  const scheduled = scheduledTense(doc, e);
  if (scheduled !== null) return scheduled;
  if (isCalledOff(doc, e)) return NEAREST;
  // "Wednesday's ruling" has been made
  if (e.meaning.kind === "weekday" && e.meaning.turn === null && e.end < doc.length && doc.xpos[e.end] === P.POS) return -1;
  // "the March 1 death" lies behind
  const dated = e.meaning.kind === "calendar" && e.meaning.month !== null && e.meaning.year === null && e.meaning.turn === null;
  if (dated && e.end < doc.length && (doc.xpos[e.end] === P.NN || doc.xpos[e.end] === P.NNS || doc.xpos[e.end] === P.VBG)) return -2;
  if (has(doc, e.first - 1, "since")) return -2;
  // "as early as Tuesday"
  if (has(doc, e.first - 1, "as")) return 1;
  // "loans through January", "to be cleared by Dec. 15"
  if (e.meaning.kind === "calendar" && has(doc, e.first - 1, "bound")) return 1;
  const left = sideTense(doc, e.first - 1, Math.max(doc.sentenceStart[s], e.first - WINDOW), -1);
  // "in early March, an official said": behind a comma another clause goes on
  const over =
    e.first > doc.sentenceStart[s] + 2 && e.end < doc.length && doc.upos[e.end] === U.PUNCT && hasVerb(doc, doc.sentenceStart[s], e.first);
  // "was killed Nov. 2": the verb straight before leaves no doubt
  const before = has(doc, e.first - 1, "at") ? e.first - 2 : e.first - 1;
  if (left < 0 && before >= 0 && (doc.xpos[before] === P.VBD || doc.xpos[before] === P.VBN)) return -2;
  return left !== 0 || over ? left : sideTense(doc, e.end, Math.min(doc.sentenceStart[s + 1] - 1, e.end + WINDOW), 1);
}

/** "the November elections", "Tuesday's debate": what is held at a set time may lie ahead as well as behind; null for any other noun. */
function scheduledTense(doc: Document, e: Expression): number | null {
  const m = e.meaning;
  const month = m.kind === "calendar" && m.month !== null && m.year === null && m.turn === null;
  if (!month && !(m.kind === "weekday" && m.turn === null)) return null;
  // "the primary on Tuesday"
  const above = doc.head[headOf(doc, e)];
  const behind = doc.upos[e.first - 1] === U.ADP && has(doc, e.first - 2, "scheduled");
  if (behind || (above >= 0 && above < e.first && has(doc, above, "scheduled"))) return month ? 0 : NEAREST;
  let noun = e.end < doc.length && doc.xpos[e.end] === P.POS ? e.end + 1 : e.end;
  for (let k = 0; k < BETWEEN && isAttribute(doc, noun); k++) noun++;
  if (!has(doc, noun, "scheduled") || doc.sentence[noun] !== doc.sentence[e.first]) return null;
  return month ? 0 : NEAREST;
}

/** "a vigil planned for Saturday was canceled": what was to be may lie ahead as well as behind. */
function isCalledOff(doc: Document, e: Expression): boolean {
  let planned = doc.head[headOf(doc, e)];
  for (let k = 0; k < 2 && planned >= 0 && !has(doc, planned, "future-cue"); k++) planned = doc.head[planned];
  if (planned < 0 || doc.xpos[planned] !== P.VBN || !has(doc, planned, "future-cue")) return false;
  const noun = doc.head[planned];
  return noun >= 0 && noun < planned && doc.head[noun] >= 0 && has(doc, doc.head[noun], "called-off");
}

/** How many words may stand before such a noun: "November's general election", "Tuesday's New Hampshire primary". */
const BETWEEN = 3;

function isAttribute(doc: Document, i: number): boolean {
  return i < doc.length && !has(doc, i, "scheduled") && (doc.upos[i] === U.ADJ || doc.upos[i] === U.PROPN);
}

/** "In an essay in December, he wrote": with no verb before it a time goes with the one behind the comma. */
function hasVerb(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) return true;
  return false;
}

/** How many tokens away a verb may stand that dates a time. */
const WINDOW = 14;

function sideTense(doc: Document, from: number, to: number, step: number): number {
  for (let i = from; step < 0 ? i >= to : i <= to; i += step) {
    if (has(doc, i, "future-cue") && yearDigits(at(doc, i)) < 0) {
      // "may have seen", "had been due"
      const past = cueBefore(doc, i, "past-cue") || has(doc, i + 1, "perfect") || has(doc, i + 2, "perfect");
      return past ? -1 : 1;
    }
    const x = doc.xpos[i];
    // "is visiting the town on Friday": what is arranged; not "is searching for him", which goes on
    if (step < 0 && x === P.VBG && has(doc, i, "arranged") && has(doc, i - 1, "now-cue")) return 1;
    // "hearings resume on Monday", "the panel sits again in May"
    if (step < 0 && (x === P.VBP || x === P.VBZ) && has(doc, i, "on-schedule")) return 1;
    // "is to resume", "agreed to buy it in February"
    if (has(doc, i, "intends") && has(doc, i + 1, "to-verb") && doc.xpos[i + 2] === P.VB) return cueBefore(doc, i, "past-cue") ? -1 : 1;
    if (x === P.VBD) return -1;
    if (x === P.VBN && (doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) && !isToCome(doc, i)) return -1;
  }
  return 0;
}

/** "will be held", "is heard", "to be completed": a participle that is not past. */
function isToCome(doc: Document, i: number): boolean {
  return cueBefore(doc, i, "future-cue") || cueBefore(doc, i, "now-cue") || has(doc, i - 1, "be");
}

/** A cue within three tokens before a verb: "will be held", "is heard", "had been due to end on Friday" (which is past now). */
function cueBefore(doc: Document, i: number, cue: string): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) if (has(doc, k, cue)) return true;
  return false;
}
