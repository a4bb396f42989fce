import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { R, U } from "../../language/tags.js";
import { C, wordBits } from "../events/classes.js";
import type { NameMention } from "../findings.js";

/** A noun phrase that may fill a role: its head, and its words without trailing clauses and loose apposition. */
export interface Candidate {
  readonly head: number;
  readonly span: Span;
  readonly first: number;
  readonly last: number;
}

/** Relations of words inside a longer name or compound: no phrase of their own. */
const INSIDE = new Ids([R.compound, R.flat, R.fixed, R.goeswith]);

/** What ends a phrase on the right: clauses, appositions, coordination, times, loose parts. */
const TRAILING = new Ids([
  R.acl,
  R["acl:relcl"],
  R.appos,
  R.conj,
  R.parataxis,
  R.punct,
  R.cc,
  R.advcl,
  R.dep,
  R.list,
  R["nmod:unmarked"],
  R["obl:unmarked"],
]);

/** Classes of words that fill a role even inside a longer compound: "car bomb explosion", "guerrilla commandos". */
const WITHIN = C.weapon | C.bomb | C.militant | C.security;

/**
 * All noun phrases of a document by their heads, the organisations named inside others ("FMLN guerrillas"), and the weapons and
 * fighters inside compounds; pronouns are none.
 */
export function phrases(doc: Document, names: readonly NameMention[], groupAt: Int32Array): readonly Candidate[] {
  const all: Candidate[] = names.filter((n) => n.type === "organisation" && INSIDE.has(doc.relation[n.tokens[1] - 1])).map((n) => named(n));
  for (let i = 0; i < doc.length; i++) {
    const tag = doc.upos[i];
    if (tag !== U.NOUN && tag !== U.PROPN) continue;
    if (!INSIDE.has(doc.relation[i])) all.push(phraseOf(doc, i));
    else if (wordBits(doc.lemma[i]) & WITHIN) all.push(within(doc, i));
  }
  const begun = new Set(all.map((c) => c.head));
  for (let i = 0; i < doc.length; i++) {
    if (groupAt[i] > 0 && groupAt[i] !== groupAt[i + 1] && !begun.has(i)) all.push(grouped(doc, groupAt, i));
  }
  return all;
}

/** The name of an armed group by its last word: "Shining Path" in "the Shining Path movement". */
function grouped(doc: Document, groupAt: Int32Array, last: number): Candidate {
  let first = last;
  while (first > 0 && groupAt[first - 1] === groupAt[last]) first--;
  return { head: last, first, last, span: [doc.start[first], doc.end[last]] };
}

/** A word of a compound with the words of it that stand before. */
function within(doc: Document, i: number): Candidate {
  let first = i;
  while (first > 0 && doc.head[first - 1] === doc.head[i] && INSIDE.has(doc.relation[first - 1])) first--;
  return { head: i, first, last: i, span: [doc.start[first], doc.end[i]] };
}

function named({ span, tokens }: NameMention): Candidate {
  return { head: tokens[1] - 1, first: tokens[0], last: tokens[1] - 1, span };
}

/** Where a phrase begins once what no modifier holds is left off before its head: "on 18 October guerrilla forces", "30 to 40 men". */
function afterBreak(doc: Document, first: number, head: number): number {
  for (let i = head - 1; i >= first; i--) {
    const tag = doc.upos[i];
    if (tag === U.ADP || tag === U.SCONJ || doc.text.charAt(doc.start[i]) === ",") return i + 1;
  }
  return first;
}

export function phraseOf(doc: Document, head: number): Candidate {
  let first = doc.left[head];
  let last = head;
  let open = true;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (c < head) {
      if (r === R.case || r === R.cc || r === R.punct || r === R.mark) first = Math.max(first, doc.right[c] + 1);
    } else if (open) {
      if (TRAILING.has(r)) open = false;
      else last = doc.right[c];
    }
  }
  if (first > head) first = head;
  first = afterBreak(doc, first, head);
  return { head, first, last, span: [doc.start[first], doc.end[last]] };
}
