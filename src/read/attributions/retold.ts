import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import { CITING } from "./cited.js";
import { type CueCandidate, ID } from "./cues.js";
import { bearsOut, isPlainSaying, isSelf } from "./lexicon.js";
import type { Quotations } from "./quotes.js";
import { isNegatedCue } from "./unsaid.js";

/** What a speaker of whom another tells adds: "said that his boss had told him that nobody would check". The corpus marks the outer one alone. */
export const RETOLD = 9;

/** Whether a verb of plain saying with its speaker and a clause stands in somebody's words. */
export function isRetold(doc: Document, quotes: Quotations, { token, row }: CueCandidate): boolean {
  if (doc.upos[token] !== U.VERB || (row.with < 0 && !isPlainSaying(row.id)) || row.stance !== "asserts") return false;
  const speaker = childWith(doc, token, R.nsubj);
  const clause = childWith(doc, token, R.ccomp);
  if (speaker < 0 || speaker > token || isSelf(doc, speaker) || clause < token || ADDRESSED.has(doc.norm[speaker])) return false;
  if (doc.upos[speaker] === U.PRON && doc.norm[doc.left[clause]] !== ID.that) return false;
  if (quotes.at[token] >= 0) return quotes.at[doc.left[clause]] === quotes.at[token];
  return doc.relation[token] === R.ccomp || (doc.relation[token] === R.conj && doc.relation[doc.head[token]] === R.ccomp);
}

const ADDRESSED = wordsOf("addressed");

/** "..., citing two officials,": whose word it is that another passes on. */
export function isCiting(doc: Document, { token }: CueCandidate): boolean {
  if (doc.xpos[token] !== P.VBG || !CITING.has(doc.lemma[token])) return false;
  const who = childWith(doc, token, R.obj);
  return who > token && (doc.upos[who] === U.NOUN || doc.upos[who] === U.PROPN) && doc.upos[token - 1] === U.PUNCT;
}

/** "says it cannot confirm reports that ...": what somebody does not bear out, which is not his word. */
export function isUnconfirming(doc: Document, { token, row }: CueCandidate): boolean {
  return bearsOut(row.id) && doc.upos[token] === U.VERB && isNegatedCue(doc, token) && childWith(doc, token, R.obj, R.ccomp) > token;
}
