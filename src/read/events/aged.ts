import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";

const OLD = vocabulary.id("old");
const LISTED = new Ids([R.conj, R.appos, R.flat, R.compound, R.list]);

/**
 * Whose age stands right before a finite verb, whatever the tree makes its subject: the woman of "Man held after woman, 82, dies", the
 * youth of "Two dead after 16-year-old opens fire"; -1 where no age stands there, or one of a list whose first is `subject`.
 */
export function agedBefore(doc: Document, t: number, subject: number): number {
  const x = doc.xpos[t];
  if ((x !== P.VBD && x !== P.VBZ && x !== P.VBP) || t < 4 || doc.sentence[t - 4] !== doc.sentence[t]) return -1;
  const who = doc.norm[t - 1] === OLD && isHyphen(doc, t - 2) ? t - 1 : behindAge(doc, t);
  return who < 0 || who === subject || isOfList(doc, who, subject) ? -1 : who;
}

/** "woman, 82, dies": the head of the name or noun before an age between commas. */
function behindAge(doc: Document, t: number): number {
  if (!isComma(doc, t - 1) || doc.upos[t - 2] !== U.NUM || !isComma(doc, t - 3)) return -1;
  let who = t - 4;
  if (doc.upos[who] !== U.NOUN && doc.upos[who] !== U.PROPN) return -1;
  while ((doc.relation[who] === R.flat || doc.relation[who] === R.compound) && doc.head[who] >= 0 && Math.abs(doc.head[who] - who) < 5)
    who = doc.head[who];
  return who < t ? who : -1;
}

/** Whether a token is joined to another, or stands beside it: "Ann Reeve, 15, and Tom Reeve, 17, died". */
function isOfList(doc: Document, token: number, first: number): boolean {
  let at = token;
  while (at !== first && doc.head[at] >= 0 && LISTED.has(doc.relation[at])) at = doc.head[at];
  return at === first;
}

function isComma(doc: Document, i: number): boolean {
  return doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === ",";
}

function isHyphen(doc: Document, i: number): boolean {
  return doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === "-";
}
