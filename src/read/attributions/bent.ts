import type { Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Stance } from "../../model/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { SUBJECTS } from "./cues.js";
import { isNegation, isSelf } from "./lexicon.js";

const BELIEVING = wordsOf("believing");

type Where = "verb" | "noun" | "aux" | "passive";

let table: ReadonlyMap<Where, ReadonlyMap<number, Stance>> | null = null;

function wordsAt(where: Where): ReadonlyMap<number, Stance> {
  if (!table) {
    const made = new Map<Where, Map<number, Stance>>(["verb", "noun", "aux", "passive"].map((w) => [w as Where, new Map()]));
    for (const row of loadTable("stance-words").rows) made.get(row.where as Where)?.set(vocabulary.id(row.lemma), row.stance as Stance);
    table = made;
  }
  return table.get(where) as ReadonlyMap<number, Stance>;
}

/**
 * The stance that the words of what is said give it, or null: "rescuers should do all they can" proposes, "the vote was rigged" alleges.
 * Not what a speaker says of himself, and a reproach that is denied is none.
 */
export function bentBy(doc: Document, content: Span): Stance | null {
  const [first, end] = tokensIn(doc, content);
  for (let k = first; k < end; k++) {
    if (doc.head[k] >= first && doc.head[k] < end) continue;
    if (doc.upos[k] === U.PUNCT || doc.relation[k] === R.mark) continue;
    return bentAt(doc, k) ?? bentAt(doc, mainOf(doc, k, end));
  }
  return null;
}

/** "are attempting to undermine": the verb that an opening verb leads to. */
function mainOf(doc: Document, head: number, end: number): number {
  const next = childWith(doc, head, R.xcomp);
  return next > head && next < end && doc.upos[next] === U.VERB ? next : head;
}

function bentAt(doc: Document, main: number): Stance | null {
  const subject = subjectOf(doc, main);
  if (subject >= 0 && isSelf(doc, subject)) return null;
  // "he did not believe that they had shelled the town", of whom "he" says so
  if (subject >= 0 && doc.upos[subject] === U.PRON && BELIEVING.has(doc.lemma[main]) && isNegated(doc, main)) return "doubts";
  const stance = ownStance(doc, main);
  return stance === "alleges" && isNegated(doc, main) ? null : stance;
}

function ownStance(doc: Document, main: number): Stance | null {
  for (let c = doc.firstChild[main]; c >= 0; c = doc.nextSibling[c]) {
    const stance = doc.relation[c] === R.aux ? wordsAt("aux").get(doc.norm[c]) : undefined;
    if (stance) return stance;
  }
  const passive = childWith(doc, main, R["aux:pass"]) >= 0 ? wordsAt("passive").get(doc.lemma[main]) : undefined;
  // `the rise was "a worry"`: what something is, and nobody who worries
  const verb = doc.upos[main] === U.NOUN && childWith(doc, main, R.cop) >= 0 ? undefined : wordsAt("verb").get(doc.lemma[main]);
  const own = passive ?? verb ?? wordsAt("noun").get(doc.lemma[main]);
  if (own) return own;
  for (let c = doc.firstChild[main]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.obj || doc.relation[c] === R.xcomp) {
      const stance = wordsAt("noun").get(doc.lemma[c]);
      if (stance) return stance;
    }
  }
  return null;
}

function subjectOf(doc: Document, main: number): number {
  for (let c = doc.firstChild[main]; c >= 0; c = doc.nextSibling[c]) if (SUBJECTS.has(doc.relation[c])) return c;
  return -1;
}

function isNegated(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if ((doc.relation[c] === R.advmod || doc.relation[c] === R.det) && isNegation(doc, c)) return true;
  }
  return false;
}
