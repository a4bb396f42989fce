import { overlaps } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Time } from "../../model/reading.js";
import { clauseSpan } from "../clause.js";
import { wordsOf } from "../events/words.js";
import { words } from "../quantities/words.js";
import { isBound, isSaidThen } from "../statistics.js";
import { has } from "../times/look.js";

/** A time that can be the period of a figure: dated, and longer or other than the moment of speaking. */
function isPeriod(t: Time): boolean {
  return (t.earliest !== null || t.latest !== null) && (t.type === "date" || t.type === "duration") && !t.value.endsWith("_REF");
}

/** Times of each sentence, looked up by token. Times stand in order, so a walk suffices. */
export class Periods {
  private readonly bySentence = new Map<number, Time[]>();

  constructor(
    private readonly doc: Document,
    times: readonly Time[],
  ) {
    // "the 12 months to June 2022": the month ends the period and is none itself
    const ends = new Set(times.flatMap((t) => (t.type === "duration" && t.earliest !== null ? [t.anchor] : [])));
    for (const t of times) {
      if (!isPeriod(t) || ends.has(t.id)) continue;
      const [first] = tokensIn(doc, t.span);
      if (first >= doc.length) continue;
      const s = doc.sentence[first];
      this.bySentence.set(s, [...(this.bySentence.get(s) ?? []), t]);
    }
  }

  /** Whether a year, month or longer stands in the clause of the token: a day alone dates an event, not a statistic. */
  inClause(token: number): boolean {
    const own = this.bySentence.get(this.doc.sentence[token]);
    if (!own) return false;
    const clause = clauseSpan(this.doc, token);
    return own.some((t) => overlaps(t.span, clause) && isLong(t));
  }

  /** The period of a figure: in its clause the first time behind it, else the last before it; null where there is none. */
  of(token: number): string | null {
    const own = this.bySentence.get(this.doc.sentence[token]);
    if (!own) return null;
    const beside = own.find((t) => this.isRightBehind(token, t));
    if (beside) return beside.id;
    const clause = clauseSpan(this.doc, token);
    const near = own.filter((t) => overlaps(t.span, clause) && !this.isOther(t));
    const at = this.doc.start[token];
    // "260 incidents were reported, down from 325 in 2023": a time behind what it is set beside is of that
    const behind = near.find((t) => t.span[0] >= at && !this.isBeside(token, tokensIn(this.doc, t.span)[0]));
    const before = near.filter((t) => t.span[0] < at).at(-1);
    return (behind ?? before)?.id ?? null;
  }

  /** "down from 128 in 2021", "44,200 cases in May": nothing but a preposition parts the time from what is counted. */
  private isRightBehind(token: number, t: Time): boolean {
    const { doc } = this;
    const [first] = tokensIn(doc, t.span);
    if (first <= token || first - token > CLOSE) return false;
    let prepositions = 0;
    for (let i = token + 1; i < first; i++) {
      if (doc.upos[i] === U.ADP) prepositions++;
      else if (doc.upos[i] !== U.DET && !(doc.upos[i] === U.NOUN && prepositions === 0)) return false;
    }
    return prepositions === 1;
  }

  /**
   * The time of something else: the day on which it was said, the one back to which nothing like it was ("the highest since 2015", "since
   * records began in 2003"), and the one that the figure is compared with ("one more than the year before").
   */
  private isOther(t: Time): boolean {
    const { doc } = this;
    const [first] = tokensIn(doc, t.span);
    if (!isLong(t) && isSaidThen(doc, first)) return true;
    // "a rise of 30% on the year"
    if (isBound(doc, first) || (t.value.length === YEAR && ON.has(doc.norm[first - 1]))) return true;
    const start = doc.sentenceStart[doc.sentence[first]];
    for (let i = first - 1; i >= Math.max(start, first - COMPARED); i--) {
      if (THAN.has(doc.norm[i])) return true;
      if (has(doc, i, "since") && i < first - 1) return true;
      if (doc.upos[i] === U.PUNCT) return false;
    }
    return false;
  }

  /** Whether a word of comparing stands between a number and a time. */
  private isBeside(number: number, time: number): boolean {
    const { doc } = this;
    const { particles, glue } = words();
    for (let i = number + 1; i < time; i++) {
      if (BESIDE.has(doc.norm[i]) || THAN.has(doc.norm[i])) return true;
      if (particles.has(doc.norm[i]) && (glue.from.has(doc.norm[i + 1]) || glue.by.has(doc.norm[i + 1]))) return true;
    }
    return false;
  }
}

/** How far behind what is counted its own time may stand, and how far before a time the word that compares, in tokens. */
const CLOSE = 4;
const COMPARED = 4;
const YEAR = 4;

const ON = wordsOf("on-time");
const BESIDE = wordsOf("set-beside");
const THAN = wordsOf("than");

/** Whether a time spans more than a week. */
function isLong(t: Time): boolean {
  return t.type === "duration" || t.value.length <= 7 || t.value.includes("-Q") || t.value.includes("-H");
}
