import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Time } from "../../model/reading.js";
import type { EventFinding } from "../findings.js";
import type { Dates, Told } from "./dating.js";
import { isVerbal } from "./voice.js";
import { clauseOf, isMonthsLong } from "./when.js";
import { wordsOf } from "./words.js";

/** A time from which on something happened, with the verb of what did and the head of the words that say so. */
export interface Since {
  readonly time: Time;
  readonly over: number;
  readonly opened: number;
}

/**
 * "Hundreds have been jailed since the army ousted him in 2013", and further down "after his ouster": what the clause or phrase hangs on
 * happened from that year on. The year is given once; the same happening told again, by the same word or one of its kin, means it.
 * Not for days: "fled after the attack on Monday" is of that Monday.
 */
export function sinceTold(doc: Document, told: readonly Told[]): readonly Since[] {
  const years = told.filter((t) => isMonthsLong(t.time) && t.side === null);
  if (years.length === 0) return [];
  const anchors = new Map<string, Told>();
  for (const t of years) {
    for (const word of [clauseOf(doc, t.head), ...wordsBefore(doc, t.head)]) {
      if (word >= 0 && !anchors.has(kinOf(doc, word))) anchors.set(kinOf(doc, word), t);
    }
  }
  const found: Since[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (!OPENS.has(doc.norm[i])) continue;
    const opened = openedBy(doc, i);
    const over = opened < 0 ? -1 : verbOver(doc, doc.head[opened]);
    if (over < 0) continue;
    const words = [opened, verbAfter(doc, i)].filter((t) => t >= 0);
    const own = years.find((t) => words.some((w) => doc.left[w] <= t.head && t.head <= doc.right[w]));
    const since = own ?? words.map((w) => anchors.get(kinOf(doc, w))).find((t) => t !== undefined);
    if (since) found.push({ time: since.time, over, opened });
  }
  return found;
}

/** Nouns and verbs right before a time that it may date: "led the overthrow in 2013". */
function wordsBefore(doc: Document, t: number): readonly number[] {
  const found: number[] = [];
  for (let i = t - 1; i >= Math.max(doc.sentenceStart[doc.sentence[t]], t - NEAR); i--) if (REMOVAL.has(doc.lemma[i])) found.push(i);
  return found;
}

const NEAR = 4;

/** The first verb behind a word, before any stop, where the tree may have cut the clause short; -1 where none is. */
function verbAfter(doc: Document, i: number): number {
  for (let k = i + 1; k <= i + 5 && k < doc.length && doc.sentence[k] === doc.sentence[i] && doc.upos[k] !== U.PUNCT; k++)
    if (doc.upos[k] === U.VERB) return k;
  return -1;
}

/** The verb of the clause that something hangs on. */
function verbOver(doc: Document, t: number): number {
  return t < 0 || isVerbal(doc, t) ? t : clauseOf(doc, t);
}

const OPENS = wordsOf("since-when");
const REMOVAL = wordsOf("removal");

/** The head of the clause or phrase that a word opens; -1 where it opens none. */
function openedBy(doc: Document, i: number): number {
  return doc.relation[i] === R.mark || doc.relation[i] === R.case ? doc.head[i] : -1;
}

/** Letters that a verb shares with its noun: "ousted", "ouster". */
const STEM = 4;

function kinOf(doc: Document, t: number): string {
  return REMOVAL.has(doc.lemma[t]) ? "removal" : vocabulary.of(doc.lemma[t]).slice(0, STEM);
}

/** The days of an event whose own verb, or one coordinated with it, such a clause or phrase hangs on; null where none does. */
export function ownSince(doc: Document, since: readonly Since[], e: EventFinding, published: string | null): Dates | null {
  if (published === null || (e.status !== "occurred" && e.status !== "ongoing")) return null;
  for (const { time, over, opened } of since) {
    const own = e.triggers.some((t) => {
      const verb = doc.left[opened] <= t && t <= doc.right[opened] ? -1 : verbOver(doc, t);
      return verb >= 0 && (verb === over || isJoined(doc, verb, over) || isJoined(doc, over, verb));
    });
    if (own) return { when: time.id, earliest: time.earliest, latest: e.status === "ongoing" ? null : published };
  }
  return null;
}

function isJoined(doc: Document, a: number, b: number): boolean {
  return doc.head[a] === b && (doc.relation[a] === R.conj || (doc.relation[a] === R.advcl && doc.xpos[a] === P.VBG));
}

/** "the number killed in floods across Kenya since March": the days of an act whose own phrase says since which month it went on. */
export function phraseSince(doc: Document, told: readonly Told[], e: EventFinding, published: string | null): Dates | null {
  const own = told.find((t) => t.side === "since" && isMonthsLong(t.time) && isInPhraseOf(doc, e, t.head));
  return own ? { when: own.time.id, earliest: own.time.earliest, latest: e.status === "ongoing" ? null : published } : null;
}

/** Whether nothing but nouns and prepositions stands between a noun that tells of the event and a time behind it. */
function isInPhraseOf(doc: Document, e: EventFinding, time: number): boolean {
  for (let i = time - 1; i >= doc.sentenceStart[doc.sentence[time]]; i--) {
    if (e.triggers.includes(i)) return !isVerbal(doc, i);
    const tag = doc.upos[i];
    if (tag === U.VERB || tag === U.AUX || tag === U.PUNCT || tag === U.CCONJ || tag === U.PRON) return false;
  }
  return false;
}
