import type { Span } from "../base/span.js";
import { type Document, tokensIn } from "../language/document.js";
import { Ids } from "../language/ids.js";
import { R, U } from "../language/tags.js";

/** Relations whose dependent heads a clause of its own. */
const CLAUSAL = new Ids([
  R.root,
  R.ccomp,
  R.xcomp,
  R.advcl,
  R["advcl:relcl"],
  R.acl,
  R["acl:relcl"],
  R.parataxis,
  R.csubj,
  R["csubj:pass"],
  R["csubj:outer"],
]);

/** Relations that hang one clause on another without being part of what it says. */
const APART = new Ids([R.parataxis, R["acl:relcl"], R["advcl:relcl"]]);

function isPredicate(doc: Document, i: number): boolean {
  const tag = doc.upos[i];
  return tag === U.VERB || tag === U.AUX || tag === U.ADJ;
}

function hasSubject(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r === R.nsubj || r === R["nsubj:pass"] || r === R["nsubj:outer"]) return true;
  }
  return false;
}

/** Whether a verb stands right behind another, joined by a conjunction, and shares its subject. */
export function isJoined(doc: Document, i: number): boolean {
  const h = doc.head[i];
  return doc.relation[i] === R.conj && h === i - 2 && doc.upos[h] === U.VERB && doc.upos[i - 1] === U.CCONJ && !hasSubject(doc, i);
}

/** Token that heads the finite or reduced clause which token `i` belongs to. */
export function clauseHead(doc: Document, i: number): number {
  let at = i;
  while (doc.head[at] >= 0) {
    const r = doc.relation[at];
    // "wanting to join": an open complement belongs to the clause that governs it
    if (r === R.xcomp) at = doc.head[at];
    else if (CLAUSAL.has(r)) return at;
    // "shot and killed him": two verbs of one clause
    else if (isJoined(doc, at)) at = doc.head[at];
    else if (r === R.conj && isPredicate(doc, at) && (hasSubject(doc, at) || isPredicate(doc, doc.head[at]))) return at;
    else at = doc.head[at];
  }
  return at;
}

/**
 * Span of the clause around token `i`: the clause head and what hangs on it, without coordinated clauses and loose parataxis. Not
 * the whole sentence, except where the sentence is one clause.
 */
export function clauseSpan(doc: Document, i: number): Span {
  const head = clauseHead(doc, i);
  let first = head;
  let last = head;
  const take = (t: number): void => {
    if (doc.left[t] < first) first = doc.left[t];
    if (doc.right[t] > last) last = doc.right[t];
  };
  const within = (c: number): boolean => doc.left[c] <= i && i <= doc.right[c];
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r === R.punct) continue;
    if (!within(c) && !isJoined(doc, c) && (APART.has(r) || (r === R.conj && isPredicate(doc, c)) || r === R.cc || r === R.mark)) continue;
    take(c);
  }
  return trimmed(doc, [doc.start[first], doc.end[last]]);
}

/** A span without the punctuation, spaces and conjunction at its borders. */
export function trimmed(doc: Document, span: Span): Span {
  let [first, end] = tokensIn(doc, span);
  while (first < end && (doc.upos[first] === U.PUNCT || doc.upos[first] === U.CCONJ)) first++;
  while (end > first && doc.upos[end - 1] === U.PUNCT) end--;
  return first < end ? [doc.start[first], doc.end[end - 1]] : span;
}
