import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { SOURCE_KINDS, sourceKindAt } from "./lexicon.js";

/**
 * A reporting tag by the order of its words: "..., the army said on Monday.", "...," said Ana Ruiz, ... What stands before it in the
 * sentence is what is reported, whatever the tree makes of it.
 */
export interface ReportingTag {
  /** 1: speaker before the cue; 2: speaker, apposition, cue; 3: cue before the speaker. */
  readonly form: number;
  readonly source: number;
  /** One past the last token of what stands before the tag. */
  readonly before: number;
}

const FINITE = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);
const NAMING = new Ids([U.NOUN, U.PROPN, U.PRON]);
const LONGEST = 14;

function isBreak(doc: Document, i: number): boolean {
  const x = doc.xpos[i];
  return doc.upos[i] === U.PUNCT && x !== P.HYPH && x !== P["-LRB-"] && x !== P["-RRB-"];
}

/** The tag that a word of reporting belongs to, or null. */
export function tagAt(doc: Document, cue: number): ReportingTag | null {
  if (doc.upos[cue] === U.PUNCT || doc.xpos[cue] === P.VBG || (doc.xpos[cue] === P.VB && !NAMING.has(doc.upos[cue - 1]))) return null;
  const first = doc.sentenceStart[doc.sentence[cue]];
  const end = doc.sentenceStart[doc.sentence[cue] + 1];
  if (cue - first < 3) return null;
  return isBreak(doc, cue - 1) ? (apposed(doc, cue, first, end) ?? inverted(doc, cue, first, end)) : plain(doc, cue, first, end);
}

const RUN = new Ids([U.DET, U.ADJ, U.NOUN, U.PROPN, U.NUM, U.PART, U.PUNCT]);

/** Most tokens after the cue of a tag that closes its sentence. */
const AFTER = 5;

/**
 * Whether a cue stands in a plain tag at its sentence's very end, or before another tag there ("..., the ministry said, AFP reported."),
 * with nothing but the speaker's name before it.
 */
export function isClosingTag(doc: Document, cue: number, isCue: (token: number) => boolean): boolean {
  const tag = tagAt(doc, cue);
  if (tag?.form !== 1 && tag?.form !== 2) return false;
  const end = doc.sentenceStart[doc.sentence[cue] + 1];
  for (let k = tag.before + 1; k < cue; k++) if (!RUN.has(doc.upos[k]) && k !== tag.source) return false;
  for (let k = cue + 1; k < end - 1; k++) {
    if (k - cue >= AFTER) return false;
    if (isBreak(doc, k)) return isTagAhead(doc, k + 1, end, isCue);
  }
  return true;
}

/** "..., leaving 12 dead, informed the mayor, Luis Mora.": a cue and its speaker, with nothing but who that is up to the sentence's end. */
export function isInvertedTag(doc: Document, cue: number): boolean {
  const tag = doc.xpos[cue] === P.VBD ? tagAt(doc, cue) : null;
  if (tag?.form !== 3 || (doc.upos[tag.source] !== U.PROPN && SOURCE_KINDS[sourceKindAt(doc, tag.source)] !== "person")) return false;
  const end = doc.sentenceStart[doc.sentence[cue] + 1];
  for (let k = cue + 1; k < end; k++) if (FINITE.has(doc.xpos[k]) || doc.upos[k] === U.CCONJ) return false;
  return doc.upos[cue + 1] === U.DET || doc.upos[cue + 1] === U.PROPN;
}

/** Whether what is left of a sentence is another tag: "according to AFP", "AFP reported". */
function isTagAhead(doc: Document, from: number, end: number, isCue: (token: number) => boolean): boolean {
  if (doc.norm[from] === ACCORDING) return true;
  let k = from;
  while (k < end && k - from < AFTER && RUN.has(doc.upos[k]) && !isBreak(doc, k)) k++;
  return k > from && k < end && end - k <= AFTER && isCue(k);
}

const ACCORDING = vocabulary.id("according");

/** "..., the army said on Monday." */
function plain(doc: Document, cue: number, first: number, end: number): ReportingTag | null {
  let k = cue - 1;
  while (k > first && cue - k < LONGEST && !isBreak(doc, k)) {
    if (FINITE.has(doc.xpos[k]) && doc.upos[k] === U.VERB && !isDocument(doc, k)) return null;
    k--;
  }
  const source = headOfRun(doc, k + 1, cue);
  if (k <= first || !isBreak(doc, k) || source < 0 || !saysSomething(doc, first, k) || !closes(doc, cue, end)) return null;
  return { form: 1, source, before: k };
}

/** Last noun, name or pronoun before the first preposition: "a spokesman for the army", "the mayor on Monday". */
function headOfRun(doc: Document, from: number, to: number): number {
  let source = -1;
  for (let k = from; k < to; k++) {
    if (source >= 0 && doc.xpos[k] === P.IN) break;
    if (NAMING.has(doc.upos[k]) || (k === to - 1 && isDocument(doc, k))) source = k;
  }
  return source;
}

/** "..., reports say": a noun that looks like a verb. */
function isDocument(doc: Document, k: number): boolean {
  return doc.xpos[k] === P.VBZ && SOURCE_KINDS[sourceKindAt(doc, k)] === "document";
}

/** "..., Peter Hill, head of the rescue service, said." */
function apposed(doc: Document, cue: number, first: number, end: number): ReportingTag | null {
  if (!closes(doc, cue, end)) return null;
  let k = cue - 2;
  while (k > first && cue - k < 2 * LONGEST && !isBreak(doc, k)) {
    if (FINITE.has(doc.xpos[k])) return null;
    k--;
  }
  if (k <= first || cue - k < 3) return null;
  let at = k - 1;
  while (at > first && k - at < LONGEST && !isBreak(doc, at)) {
    if (FINITE.has(doc.xpos[at])) return null;
    at--;
  }
  const source = headOfRun(doc, at + 1, k);
  if (at <= first || !isBreak(doc, at) || source < 0 || !saysSomething(doc, first, at)) return null;
  return { form: 2, source, before: at };
}

/** "...," said Ana Ruiz, who lives there. */
function inverted(doc: Document, cue: number, first: number, end: number): ReportingTag | null {
  let k = cue + 1;
  let source = -1;
  while (k < end && k - cue < LONGEST && !isBreak(doc, k)) {
    if (FINITE.has(doc.xpos[k]) || doc.xpos[k] === P.IN) break;
    if (NAMING.has(doc.upos[k])) source = k;
    k++;
  }
  if (source < 0 || !saysSomething(doc, first, cue - 1)) return null;
  if (k < end && FINITE.has(doc.xpos[k])) return null;
  return { form: 3, source, before: cue - 1 };
}

/** Whether a finite verb or a quotation mark stands in a range: then it can be reported. */
function saysSomething(doc: Document, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (FINITE.has(doc.xpos[k]) || doc.xpos[k] === P["``"] || doc.xpos[k] === P["''"]) return true;
  return false;
}

/** Whether nothing that is reported follows the cue: the sentence ends soon, or goes on after a comma. */
function closes(doc: Document, cue: number, end: number): boolean {
  for (let k = cue + 1; k < end; k++) {
    if (isBreak(doc, k)) return true;
    if (FINITE.has(doc.xpos[k]) || k - cue > 10) return false;
  }
  return true;
}
