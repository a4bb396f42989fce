import { contains, overlaps } from "../../base/span.js";
import { type Document, sentenceSpan, tokensIn } from "../../language/document.js";
import type { Place, Time } from "../../model/reading.js";
import { clauseSpan } from "../clause.js";
import { wordsOf } from "../events/words.js";
import { words } from "../quantities/words.js";

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
    for (const t of times) {
      if (!isPeriod(t)) continue;
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
    const clause = clauseSpan(this.doc, token);
    const near = own.filter((t) => overlaps(t.span, clause));
    const at = this.doc.start[token];
    // "260 incidents were reported, down from 325 in 2023": a time behind what it is set beside is of that
    const behind = near.find((t) => t.span[0] >= at && !this.isBeside(token, tokensIn(this.doc, t.span)[0]));
    const before = near.filter((t) => t.span[0] < at).at(-1);
    return (behind ?? before)?.id ?? null;
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

const BESIDE = wordsOf("set-beside");
const THAN = wordsOf("than");

/** Whether a time spans more than a week. */
function isLong(t: Time): boolean {
  return t.type === "duration" || t.value.length <= 7 || t.value.includes("-Q") || t.value.includes("-H");
}

/** The place of a figure: the one nearest to it in its clause, else in its sentence; null where there is none. */
export function placeOf(doc: Document, places: readonly Place[], token: number): string | null {
  const clause = clauseSpan(doc, token);
  const sentence = sentenceSpan(doc, doc.sentence[token]);
  const at = doc.start[token];
  let best: Place | null = null;
  let score = Number.POSITIVE_INFINITY;
  for (const p of places) {
    if (!contains(sentence, p.span)) continue;
    const distance = (p.span[1] <= at ? at - p.span[1] : p.span[0] - at) + (overlaps(p.span, clause) ? 0 : 1000);
    if (distance < score) {
      best = p;
      score = distance;
    }
  }
  return best?.id ?? null;
}
