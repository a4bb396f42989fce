import { civilOf, type Day } from "../../base/dates.js";
import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { eventLexicon } from "../events/lexicon.js";
import { hasBlankLines, isParagraphBreak } from "../paragraphs.js";
import type { Expression } from "./expression.js";
import { headOf, verbAbove } from "./governing.js";
import { has } from "./look.js";
import type { Told } from "./moment.js";

/** A date told with its year, or whose year was taken from one. */
interface Dated {
  readonly year: number;
  readonly month: number | null;
  readonly token: number;
}

/**
 * What year a month without one is of, where news tells of earlier years: "was shot in March 2022 ... was arrested in May". Not the year
 * of a month that news tells on its own: that is the last one.
 */
export class YearsTold {
  /** The date told last with its year. */
  private last: Dated | null = null;
  /** The last one that says when an act was done. */
  private act: Dated | null = null;
  private blank: boolean | null = null;

  constructor(
    private readonly doc: Document,
    private readonly published: Day | null,
  ) {}

  /** Keeps a date that was told with its year, or that took its year from one told before. */
  keep(e: Expression, told: Told | null, inherited: boolean): void {
    if (this.published === null || told === null) return;
    const m = e.meaning;
    const isYearSaid = m.kind === "calendar" && (m.year !== null || inherited);
    if (!isYearSaid) {
      // "last month", "on Tuesday": the telling has come to these days
      if (m.kind !== "calendar" || m.turn !== null) this.last = null;
      return;
    }
    const dated = { year: told.year, month: told.month, token: e.first };
    const now = civilOf(this.published);
    const isPast = told.year < now.year || (told.month !== null && monthsTo(dated, now) >= APART);
    const isTelling = isPast && now.year - told.year < LIFETIME;
    this.last = isTelling && !isOfNoun(this.doc, e) ? dated : null;
    if (inherited ? this.act !== null : !isSince(this.doc, e.first) && isActAt(this.doc, e)) this.act = isTelling ? dated : null;
  }

  /** The year of a month that was told without one; null where it is the last one or the next. */
  of(e: Expression, tense: number, next: Expression | undefined): number | null {
    const m = e.meaning;
    if (this.published === null || m.kind !== "calendar" || m.month === null || m.year !== null || m.turn !== null || tense > 0)
      return null;
    const ahead = this.sharedAhead(e, m.month, next);
    const year = ahead ?? this.behind(e, m.month, m.day);
    if (year === null) return null;
    const now = civilOf(this.published);
    return year < now.year || (year === now.year && m.month <= now.month) ? year : null;
  }

  /** "in May and charged in June 2022": of the year that the date behind it says. */
  private sharedAhead(e: Expression, month: number, next: Expression | undefined): number | null {
    const { doc } = this;
    if (next === undefined || doc.sentence[next.first] !== doc.sentence[e.first] || next.first - e.end > SHARED) return null;
    const n = next.meaning;
    if (n.kind !== "calendar" || n.year === null || !("said" in n.year) || n.month === null) return null;
    let joined = false;
    for (let i = e.end; i < next.first; i++) {
      if (doc.upos[i] === U.CCONJ) joined = true;
      else if (doc.upos[i] === U.PUNCT || doc.upos[i] === U.SCONJ) return null;
    }
    if (!joined) return null;
    return n.month >= month ? n.year.said : n.year.said - 1;
  }

  private behind(e: Expression, month: number, day: number | null): number | null {
    const { doc, last, act } = this;
    const verb = verbAbove(doc, headOf(doc, e));
    const here = doc.sentence[e.first];
    const gap = last === null ? FAR : here - doc.sentence[last.token];
    const isSoon = verb >= 0 && doc.head[headOf(doc, e)] === verb && has(doc, verb, "follows-act") && !isRuling(doc, verb);
    if (last?.month && gap === 0 && !isInAside(doc, last.token, e.first))
      return month >= last.month || isSoon ? yearFrom(last, month) : null;
    if (isRuling(doc, verb) || this.isJustBefore(month, day)) return null;
    if (last?.month && gap === 1 && month >= last.month && !isAside(doc, last.token) && this.isSameParagraph(last.token, e.first))
      return last.year;
    if (act === null || here - doc.sentence[act.token] > HOLDS) return null;
    if (isSoon && (act.month !== null || day !== null)) return yearFrom(act, month);
    // "in January 2021 ... outside the office on 18 January"
    if (day !== null && act.month === month) return act.year;
    return day !== null && act.month === null && isCaseTold(doc, e) ? act.year : null;
  }

  /** "on May 3" in the second week of May: told as news. */
  private isJustBefore(month: number, day: number | null): boolean {
    if (this.published === null) return false;
    const now = civilOf(this.published);
    const days = ((now.month - month + 12) % 12) * 30 + now.day - (day ?? 28);
    return days >= 0 && days < JUST;
  }

  private isSameParagraph(from: number, to: number): boolean {
    const { doc } = this;
    this.blank ??= hasBlankLines(doc);
    for (let s = doc.sentence[from] + 1; s <= doc.sentence[to]; s++)
      if (isParagraphBreak(doc, doc.sentenceStart[s], this.blank)) return false;
    return true;
  }
}

/** Months that lie between an earlier date and today, from which on a month without a year is not plainly the last one. */
const APART = 4;
/** Years from which on a date is history, and no part of a case. */
const LIFETIME = 30;
/** Days back from today in which a month or a day is news. */
const JUST = 45;
/** Most tokens between two dates that share a year. */
const SHARED = 9;
/** How many sentences the date of an act holds for what the police did after it. */
const HOLDS = 12;
const FAR = 99;

function monthsTo(from: Dated, now: { readonly year: number; readonly month: number }): number {
  return (now.year - from.year) * 12 + now.month - (from.month ?? now.month);
}

/** The year of the first such month that does not lie before a date. */
function yearFrom({ year, month: from }: Dated, month: number): number {
  return from === null || month >= from ? year : year + 1;
}

/** "the August 1988 truce": of when a thing was, and not of the telling. */
function isOfNoun(doc: Document, e: Expression): boolean {
  return e.end < doc.length && doc.upos[e.end] === U.NOUN && doc.sentence[e.end] === doc.sentence[e.first];
}

/** "Jones, who joined in March 2015, was arrested in May": a clause about somebody tells of other days. */
function isInAside(doc: Document, from: number, to: number): boolean {
  for (let t = doc.head[from]; t >= 0; t = doc.head[t]) {
    if (doc.left[t] <= to && to <= doc.right[t]) return false;
    if (doc.relation[t] === R["acl:relcl"]) return true;
  }
  return false;
}

/** "The group, which has fought the army since April 2023, denied it": no day of what is told next. */
function isAside(doc: Document, from: number): boolean {
  return isInAside(doc, from, doc.sentenceStart[doc.sentence[from] + 1]) || isSince(doc, from);
}

function isSince(doc: Document, from: number): boolean {
  return from > 0 && has(doc, from - 1, "since");
}

/** "found guilty", "convicted", "jailed": what the report may have begun with. */
function isRuling(doc: Document, verb: number): boolean {
  if (verb < 0) return false;
  for (let i = verb; i < doc.length && i <= verb + GUILTY; i++) if (has(doc, i, "rules")) return true;
  return false;
}

const GUILTY = 2;

/** "the prosecution said that on the night of September 9": told of a case, not of these days. */
function isCaseTold(doc: Document, e: Expression): boolean {
  for (let i = doc.sentenceStart[doc.sentence[e.first]]; i < e.first; i++) if (has(doc, i, "tells-case")) return true;
  return false;
}

const ACT = /^(violence|hazard)\./;

/** Whether the clause of a date tells of an act: "killed him in March 2022", "the murder in 2018". */
function isActAt(doc: Document, e: Expression): boolean {
  const { rows } = eventLexicon();
  const isAct = (t: number, pos: string): boolean =>
    (rows.get(doc.lemma[t]) ?? []).some((r) => r.type !== null && ACT.test(r.type) && r.words.length === 1 && r.pos === pos);
  const s = doc.sentence[e.first];
  for (let i = Math.max(doc.sentenceStart[s], e.first - REACH); i < Math.min(doc.sentenceStart[s + 1], e.end + REACH); i++)
    if ((doc.upos[i] === U.VERB && isAct(i, "VERB")) || (doc.upos[i] === U.NOUN && isAct(i, "NOUN"))) return true;
  return false;
}

const REACH = 16;
