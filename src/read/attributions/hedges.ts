import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { type CueCandidate, SUBJECTS } from "./cues.js";
import { CUE_KINDS, presupposes } from "./lexicon.js";

const CHARGES = new Set([vocabulary.id("of"), vocabulary.id("for")]);
const FINITE = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);

/**
 * "Two men accused of bombing a market", "who are accused of it", "blamed for the raid": what somebody is accused of where nobody is
 * said to accuse. Somebody's word, and the outlet's it is not. Nothing where the accuser stands ("accused by police of", "accused him of").
 */
export function accusedOf(doc: Document, { token, row }: CueCandidate): readonly Span[] {
  if (CUE_KINDS[row.kind] !== "accuse" || !row.sure || presupposes(row.id)) return [];
  const passive = doc.xpos[token] === P.VBN || (doc.xpos[token] === P.VBD && childWith(doc, token, R["aux:pass"]) >= 0);
  const from = token + 2;
  if (!passive || from >= doc.length || !CHARGES.has(doc.norm[token + 1]) || childWith(doc, token, R["obl:agent"]) >= 0) return [];
  let end = from;
  while (
    end < doc.length &&
    doc.sentence[end] === doc.sentence[token] &&
    doc.upos[end] !== U.PUNCT &&
    !(end > from && FINITE.has(doc.xpos[end]))
  )
    end++;
  return end > from ? [spanOf(doc, from, end - 1)] : [];
}

/**
 * What a hedge ("allegedly", "reportedly") reaches: the clause of the word that it hangs on, with verbs that are joined to it. Not a
 * clause with a subject of its own, and not what was done over it ("allegedly shot a guard and was arrested").
 */
export function hedged(doc: Document, hedge: number): readonly Span[] {
  const main = doc.head[hedge];
  if (main < 0 || doc.relation[hedge] !== R.advmod) return [];
  const first = startOf(doc, hedge, main);
  let end = doc.right[main] + 1;
  for (let c = doc.firstChild[main]; c >= 0; c = doc.nextSibling[c]) {
    if (c > main && isApart(doc, c)) end = Math.min(end, doc.left[c]);
  }
  while (end > first && (doc.upos[end - 1] === U.PUNCT || doc.upos[end - 1] === U.CCONJ)) end--;
  const from = first === hedge ? first + 1 : first;
  return from < end ? [spanOf(doc, from, end - 1)] : [];
}

/** First token of the subject, else of the hedge or of the word that it hangs on. */
function startOf(doc: Document, hedge: number, main: number): number {
  for (let c = doc.firstChild[main]; c >= 0 && c < main; c = doc.nextSibling[c]) if (SUBJECTS.has(doc.relation[c])) return doc.left[c];
  return Math.min(hedge, main);
}

/** A joined clause with a subject of its own or in the passive, and what only goes along with the sentence. */
function isApart(doc: Document, c: number): boolean {
  const r = doc.relation[c];
  if (r === R.parataxis) return true;
  if (r !== R.conj) return false;
  if (childWith(doc, c, R["aux:pass"]) >= 0) return true;
  for (let k = doc.firstChild[c]; k >= 0; k = doc.nextSibling[k]) if (SUBJECTS.has(doc.relation[k])) return true;
  return false;
}
