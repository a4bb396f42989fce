import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import { nounOf } from "./noun.js";
import { adjacent, overHyphen, type SaidNumber } from "./number.js";
import { numberWord } from "./numeral.js";
import { phraseAfter, phraseBefore } from "./qualifier.js";
import { words } from "./words.js";

/** Why a number counts nothing. An age, for one, is somebody else's to read. */
export type Otherwise = "name" | "age" | "address" | "clock" | "year" | "score" | "list" | "pronoun";

/** Why the number is no count, or null where it may be one. */
export function otherwise(doc: Document, n: SaidNumber): Otherwise | null {
  const { first, end } = n;
  if (n.order || n.fraction) return null;
  if (words().never.has(doc.norm[first]) && end === first + 1) return "name";
  return (
    byNeighbours(doc, n) ??
    (isPronoun(doc, n) ? "pronoun" : null) ??
    (isScore(doc, n) ? "score" : null) ??
    (isBareAge(doc, first, end) ? "age" : null) ??
    (isListMark(doc, first, end) ? "list" : null) ??
    (isAddress(doc, n) ? "address" : null) ??
    (isYear(doc, n) ? "year" : null) ??
    (isName(doc, n) ? "name" : null)
  );
}

/** "Flight 93", "aged 27", "27-year-old", "2600 block", "7 p.m.". */
function byNeighbours(doc: Document, { first, end, unit }: SaidNumber): Otherwise | null {
  const { contextBefore, contextAfter, glue } = words();
  const start = doc.sentenceStart[doc.sentence[first]];
  if (unit === null) {
    const behind = end < doc.length && glue.hyphen.has(doc.norm[end]) && adjacent(doc, end - 1) ? end + 1 : end;
    const after = phraseAfter(doc, contextAfter, behind);
    if (after) return after.row.why as Otherwise;
    if (isYearOld(doc, behind) || (behind > end && isSharedAge(doc, behind))) return "age";
    const before = first > start ? phraseBefore(doc, contextBefore, first - 1) : null;
    if (before) return before.row.why as Otherwise;
  }
  const signs =
    first > start && adjacent(doc, first - 1) && !words().units.has(doc.text.slice(doc.start[first - 1], doc.end[first - 1]).toLowerCase());
  return signs && isGluedName(doc, first) ? "name" : null;
}

/** "27 - year - old", "two years old" in whatever tokens. */
function isYearOld(doc: Document, i: number): boolean {
  const { glue } = words();
  if (i >= doc.length || !glue.year.has(doc.norm[i])) return false;
  const next = overHyphen(doc, i + 1);
  return next < doc.length && glue.old.has(doc.norm[next]);
}

/** "12- and 10-year-old": what stands behind a number whose hyphen is left open leads to one of years. */
function isSharedAge(doc: Document, i: number): boolean {
  const { glue } = words();
  let k = i;
  while (k < i + 2 && k < doc.length && (glue.comma.has(doc.norm[k]) || glue.and.has(doc.norm[k]) || glue.or.has(doc.norm[k]))) k++;
  return k > i && k < doc.length && numberWord(doc.norm[k]) !== null && isYearOld(doc, overHyphen(doc, k + 1));
}

/** "M-16", "AK-47", "#4", "7:30": tied to what stands before by a sign that is neither quote nor bracket. */
function isGluedName(doc: Document, first: number): boolean {
  const { glue } = words();
  const sign = first - 1;
  if (glue.colon.has(doc.norm[sign])) return sign > 0 && adjacent(doc, sign - 1) && doc.upos[sign - 1] === U.NUM;
  if (!glue.hyphen.has(doc.norm[sign]) || sign === 0 || !adjacent(doc, sign - 1)) return false;
  const before = sign - 1;
  const number = numberWord(doc.norm[before]);
  return (number === null || number.kind === "suffix" || number.kind === "article") && doc.end[before] - doc.start[before] <= 4;
}

/** "one" that stands for somebody: "one must", "no one", "another one". */
function isPronoun(doc: Document, { first, end, kind, value }: SaidNumber): boolean {
  const { glue } = words();
  if (value !== 1 || kind === "numeral" || end !== first + 1 || !glue.one.has(doc.norm[first])) return false;
  if (doc.upos[first] === U.PRON || doc.xpos[first] === P.PRP) return true;
  if (first > 0 && glue.every.has(doc.norm[first - 1]) && doc.upos[first] !== U.NUM) return true;
  return end < doc.length && glue.hyphen.has(doc.norm[end]) && adjacent(doc, end - 1);
}

/** "3-2", "won 21 - 14": the smaller behind the greater is no range. */
function isScore(doc: Document, { first, end, value }: SaidNumber): boolean {
  const after = overHyphen(doc, end);
  if (after !== end) {
    const w = numberWord(doc.norm[after]);
    return w !== null && w.kind === "numeral" && w.value <= value && w.high === null;
  }
  const hyphen = first - 1;
  if (hyphen < 1 || overHyphen(doc, hyphen) !== first) return false;
  const w = numberWord(doc.norm[hyphen - 1]);
  return w !== null && w.kind === "numeral" && value <= w.value;
}

/** "Smith, 27, of Leeds", "Smith (27)": bare between commas behind a name. */
function isBareAge(doc: Document, first: number, end: number): boolean {
  const { glue } = words();
  const sign = first - 1;
  if (sign < 1 || end !== first + 1) return false;
  const value = numberWord(doc.norm[first]);
  if (value?.kind !== "numeral" || value.unit || value.value > 115 || !Number.isInteger(value.value)) return false;
  const named = doc.upos[sign - 1] === U.PROPN || doc.upos[sign - 1] === U.NOUN || glue.comma.has(doc.norm[sign - 1]);
  if (glue.open.has(doc.norm[sign])) return end < doc.length && glue.close.has(doc.norm[end]) && !isRanked(doc, sign - 1);
  if (!named || !glue.comma.has(doc.norm[sign])) return false;
  if (end >= doc.length) return true;
  const next = doc.norm[end];
  if (glue.comma.has(next) || glue.stop.has(next) || glue.close.has(next)) return true;
  return (
    glue.and.has(next) || (doc.upos[sign - 1] === U.PROPN && (glue.of.has(next) || (glue.from.has(next) && !isFromNamed(doc, sign - 1))))
  );
}

/** "followed by Kano (24), Kogi (13) and Edo (9)", "in Kano (24)": a name of which there were so many, and nobody so old. */
function isRanked(doc: Document, last: number): boolean {
  const { glue } = words();
  const start = Math.max(doc.sentenceStart[doc.sentence[last]], last - RANKED);
  let k = last;
  while (k > start && doc.upos[k] === U.PROPN) k--;
  if (k < last && glue.in.has(doc.norm[k])) return true;
  for (; k >= start; k--) if (RANK.has(doc.norm[k])) return true;
  return false;
}

/** How far before a name the word may stand that opens the list, in tokens. */
const RANKED = 40;
const RANK = wordsOf("ranked");

/** "Fourteen were from Ganjam, 12 from Puri": the name before the number is where some are from, and nobody. */
function isFromNamed(doc: Document, last: number): boolean {
  let k = last;
  while (k > 0 && doc.upos[k] === U.PROPN) k--;
  return words().glue.from.has(doc.norm[k]);
}

/** "1. Stay away": a number that only orders a list. */
function isListMark(doc: Document, first: number, end: number): boolean {
  if (first !== doc.sentenceStart[doc.sentence[first]] || end >= doc.length || end !== first + 1) return false;
  const mark = words().glue.stop.has(doc.norm[end]) || words().glue.close.has(doc.norm[end]);
  return mark && numberWord(doc.norm[first])?.kind === "numeral";
}

/** "221 Baker Street", "500 W. 10th Ave.". */
function isAddress(doc: Document, { bare, end }: SaidNumber): boolean {
  if (!bare) return false;
  const { streets } = words();
  for (let i = end; i < Math.min(end + 5, doc.length); i++) {
    if (i > end && streets.has(doc.norm[i])) return true;
    const letter = doc.text.charCodeAt(doc.start[i]);
    const capital = (letter >= 65 && letter <= 90) || (letter >= 48 && letter <= 57) || letter === 46;
    if (!capital || doc.upos[i] === U.ADP || doc.upos[i] === U.VERB || (doc.upos[i] === U.NOUN && doc.xpos[i] === P.NNS)) return false;
  }
  return false;
}

/** Four bare digits that read as a year and count no plural noun. */
function isYear(doc: Document, { first, end, bare, value }: SaidNumber): boolean {
  if (!bare || value < 1500 || value > 2100 || doc.end[first] - doc.start[first] !== 4) return false;
  const { glue } = words();
  if (first > 0 && glue.past.has(doc.norm[first - 1])) return true;
  return end >= doc.length || doc.xpos[end] !== P.NNS || value >= 1900;
}

/** "Flight 93", "Boeing 737": the number hangs on a name to its left. */
function isName(doc: Document, { first, end, unit, scale, kind }: SaidNumber): boolean {
  if (unit || scale !== 1 || kind === "digit") return false;
  const head = doc.head[first];
  const relation = doc.relation[first];
  const left = head >= 0 && head === first - 1 && doc.upos[head] === U.PROPN;
  if (left && (relation === R.nummod || relation === R.compound || relation === R.flat || relation === R["nmod:desc"])) return true;
  // "Altogether 57 Maoist cadres": a plural noun is counted, whatever stands before.
  const noun = nounOf(doc, first, end);
  if (noun !== null && doc.xpos[noun] === P.NNS) return false;
  return (
    first > 0 && doc.upos[first - 1] === U.PROPN && end < doc.length && doc.xpos[end] === P.NNP && doc.sentence[end] === doc.sentence[first]
  );
}
