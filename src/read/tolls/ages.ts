import { type Document, normOf } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { partWord } from "./parts.js";

const JOINS = /^(,|and|&)$/;

/** "his sons, 10 and 12", "12- and 10-year-old sons": how many people a plural without a number is, by the ages told of them; 0 where none are. */
export function numberByAges(doc: Document, head: number): number {
  if (doc.xpos[head] !== P.NNS) return 0;
  const behind = agesBehind(doc, head);
  const n = behind >= 2 ? behind : agesBefore(doc, head);
  return n >= 2 ? n : 0;
}

function agesBehind(doc: Document, head: number): number {
  const end = doc.sentenceStart[doc.sentence[head] + 1];
  let k = head + 1;
  if (k < end && doc.upos[k] === U.PUNCT) k++;
  const told = k < end && partWord(doc.norm[k]) === "ages";
  if (told) k++;
  // "sons, 10 and 12", "sons aged 10 and 12"
  if (!told && k !== head + 2) return 0;
  let n = 0;
  for (; k < end; k++) {
    if (!isAge(doc, k)) break;
    n++;
    const next = pastJoints(doc, k + 1, end);
    if (next === k + 1 || next >= end || !isAge(doc, next)) return k + 1 >= end || doc.upos[k + 1] !== U.NOUN ? n : 0;
    k = next - 1;
  }
  return n;
}

function agesBefore(doc: Document, head: number): number {
  let k = head - 1;
  if (k < 5 || partWord(doc.norm[k]) !== "aged") return 0;
  while (k > 0 && !isAge(doc, k) && doc.end[k - 1] === doc.start[k]) k--;
  let n = 0;
  while (k >= 0 && isAge(doc, k)) {
    n++;
    k--;
    const joined = k;
    while (k >= 0 && JOINS.test(normOf(doc, k))) k--;
    if (k === joined) return n;
    if (k > 0 && normOf(doc, k) === "-") k--;
  }
  return n;
}

function pastJoints(doc: Document, from: number, end: number): number {
  let k = from;
  while (k < end && k < from + 2 && JOINS.test(normOf(doc, k))) k++;
  return k;
}

function isAge(doc: Document, k: number): boolean {
  return doc.upos[k] === U.NUM && /^\d{1,2}$/.test(normOf(doc, k));
}
