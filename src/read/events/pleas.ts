import { type Document, tokenAt } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { nounAfter } from "./nearby.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";
import { wordsOf } from "./words.js";

const TO = vocabulary.id("to");
/** How far behind "guilty" its "to" may stand: "pleaded guilty on Tuesday at the High Court in Leeds to ...". */
const REACH = 12;

/** "pleaded guilty Thursday to smuggling migrants", "not guilty to the murder of a nurse": the head of what a plea is to, however the tree hangs it; -1 where none is told. */
export function pleadedTo({ doc, classes }: Context, { row, last }: Trigger): number {
  if (row.frame.id !== "plead") return -1;
  const end = Math.min(doc.sentenceStart[doc.sentence[last] + 1], last + REACH);
  for (let i = last + 1; i + 1 < end; i++) {
    if (doc.upos[i] === U.VERB || doc.upos[i] === U.CCONJ) return -1;
    if (doc.norm[i] !== TO) continue;
    const first = doc.upos[i + 1] === U.ADV ? i + 2 : i + 1;
    if (isDoing(doc, first)) return first;
    const noun = nounAfter(doc, first);
    return noun < 0 || doc.upos[noun] === U.PRON || (classes[noun] & (C.court | C.police)) !== 0 ? -1 : noun;
  }
  return -1;
}

function isDoing(doc: Document, t: number): boolean {
  return doc.xpos[t] === P.VBG || (doc.upos[t] === U.NOUN && vocabulary.of(doc.norm[t]).endsWith("ing") && doc.upos[t + 1] === U.DET);
}

const AT = wordsOf("in-courtroom");

/** "pleaded guilty at Leeds Crown Court", "convicted by a jury": the court behind a verb, by its own words, before the next verb that tells; none where none is named. */
export function courtroomBehind(doc: Document, token: number, last: number): number[] {
  const end = Math.min(doc.sentenceStart[doc.sentence[token] + 1], last + COURT_REACH);
  for (let i = last + 1; i < end; i++) {
    if (doc.xpos[i] === P.VBD || doc.upos[i] === U.AUX || doc.text[doc.start[i]] === ";") return [];
    if (!isCourt(doc, i)) continue;
    const before = wordBefore(doc, i);
    // "in court" names none
    if (before >= 0 && before < i - 1 && AT.has(doc.norm[before])) return [i];
  }
  return [];
}

const COURT_REACH = 26;
const COURTS = wordsOf("court");

/** A court, and neither its judge nor what belongs to it: "the court's cells", "court documents". */
function isCourt(doc: Document, t: number): boolean {
  if (!COURTS.has(doc.lemma[t]) || (doc.upos[t] !== U.NOUN && doc.upos[t] !== U.PROPN)) return false;
  const next = t + 1 < doc.length && doc.sentence[t + 1] === doc.sentence[t] ? t + 1 : -1;
  return next < 0 || (doc.upos[next] !== U.PART && (doc.upos[next] !== U.NOUN || doc.relation[t] !== doc.relation[next]));
}

/** The preposition that opens the phrase of a court's name, across its words; -1 where none does. */
function wordBefore(doc: Document, court: number): number {
  const from = doc.sentenceStart[doc.sentence[court]];
  for (let i = court - 1; i >= from && court - i < 8; i--) {
    const tag = doc.upos[i];
    if (tag === U.ADP) return i;
    if (tag !== U.NOUN && tag !== U.PROPN && tag !== U.ADJ && tag !== U.DET && tag !== U.NUM && tag !== U.PART) return -1;
  }
  return -1;
}

/** "rape at the High Court on Monday": an offence without the court that hears it and the day when it did. */
export function withoutCourtroom({ doc, times }: Context, f: Filler): Filler {
  if (f.role !== "offence") return f;
  const end = tokenAt(doc, f.span[1] - 1) + 1;
  for (let i = f.token + 1; i + 1 < end; i++) {
    if (WHILE.has(doc.norm[i]) && (doc.upos[i] === U.SCONJ || doc.xpos[i + 1] === P.PRP$) && i > f.token + 1)
      return { ...f, span: [f.span[0], doc.end[i - 1]] };
    if (doc.upos[i] !== U.ADP) continue;
    const noun = nounAfter(doc, i + 1);
    const isCourtroom = AT.has(doc.norm[i]) && noun > i && noun < end && COURTS.has(doc.lemma[noun]);
    const day = times.find((t) => t.span[0] === doc.start[i + 1] && t.type === "date" && t.value.length === DAY);
    if (isCourtroom || day?.span[1] === f.span[1]) return { ...f, span: [f.span[0], doc.end[i - 1]] };
  }
  return f;
}

/** "the murder of a teacher as his trial opened" */
const WHILE = wordsOf("opens-clause-of-time");

/** "2024-10-07" */
const DAY = 10;
