import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { words } from "./words.js";

/** Whether the parser has hung the sentence of `i` into a tree. */
function hasTree(doc: Document, i: number): boolean {
  const s = doc.sentence[i];
  const from = doc.sentenceStart[s];
  const to = doc.sentenceStart[s + 1];
  for (let k = from; k < to; k++) if (doc.head[k] >= 0) return true;
  return to - from === 1;
}

function isNominal(doc: Document, i: number): boolean {
  return doc.upos[i] === U.NOUN || doc.upos[i] === U.PROPN;
}

/** The token of the noun that a number in tokens `[first, end)` counts: through the tree where there is one, else the next noun phrase's last noun; null for a bare number. */
export function nounOf(doc: Document, first: number, end: number): number | null {
  const { glue } = words();
  if (end < doc.length && doc.sentence[end] === doc.sentence[first] && glue.of.has(doc.norm[end])) return ofNoun(doc, end + 1);
  // "fell to 112 last year"
  if (end + 1 < doc.length && glue.pointing.has(doc.norm[end]) && glue.stretch.has(doc.norm[end + 1])) return null;
  const scanned = scan(doc, end);
  if (!hasTree(doc, first)) return scanned;
  const head = treeNoun(doc, first, end);
  return head ?? (scanned !== null && scanned <= end + 1 ? scanned : null);
}

/** "12 men": the head on which the number hangs as a modifier. */
function treeNoun(doc: Document, first: number, end: number): number | null {
  for (let i = end - 1; i >= first; i--) {
    const head = doc.head[i];
    const relation = doc.relation[i];
    // "against 53 in 363 shootings": a preposition parts the number from the noun
    const parted = end < doc.length && doc.upos[end] === U.ADP && doc.head[end] === head;
    if (
      !parted &&
      head >= end &&
      doc.sentence[head] === doc.sentence[i] &&
      (relation === R.nummod || relation === R.amod || relation === R.det || relation === R.compound) &&
      isNominal(doc, head)
    ) {
      return modelled(doc, head);
    }
  }
  return null;
}

/** "14 AK - 47 rifles": the noun behind a model's name. */
function modelled(doc: Document, head: number): number {
  const { glue } = words();
  let at = head + 1;
  if (at >= doc.length || !glue.hyphen.has(doc.norm[at])) return head;
  while (at + 1 < doc.length && glue.hyphen.has(doc.norm[at]) && doc.end[at - 1] === doc.start[at] && doc.end[at] === doc.start[at + 1])
    at += 2;
  return at < doc.length && doc.upos[at] === U.NOUN && doc.xpos[at] === P.NNS && doc.sentence[at] === doc.sentence[head] ? at : head;
}

/** "21 of the schoolgirls": the noun phrase behind "of". */
function ofNoun(doc: Document, i: number): number | null {
  const { glue } = words();
  let at = i;
  while (at < doc.length && (glue.determiner.has(doc.norm[at]) || doc.xpos[at] === P.PRP$ || doc.upos[at] === U.NUM)) at++;
  return scan(doc, at);
}

/** The last noun of the noun phrase that begins at token `i`, within eight tokens; null where no noun phrase begins there. */
function scan(doc: Document, i: number): number | null {
  const { glue } = words();
  let noun: number | null = null;
  for (let at = i; at < Math.min(i + 8, doc.length) && doc.sentence[at] === doc.sentence[i]; at++) {
    if (isNominal(doc, at)) {
      if (noun !== null && doc.xpos[noun] === P.NNS && doc.upos[at] === U.PROPN) break;
      noun = at;
      continue;
    }
    const tied = glue.hyphen.has(doc.norm[at]) && at > i && doc.end[at - 1] === doc.start[at];
    const modifier = doc.upos[at] === U.ADJ || tied || doc.xpos[at] === P.VBN || doc.xpos[at] === P.VBG || glue.modifier.has(doc.norm[at]);
    if (noun !== null ? !tied : !modifier) break;
    if (noun === null && (doc.xpos[at] === P.VBN || doc.xpos[at] === P.VBG) && !startsPhrase(doc, at)) break;
  }
  return noun;
}

/** "12 wounded soldiers" against "12 wounded in": a participle that a noun follows. */
function startsPhrase(doc: Document, at: number): boolean {
  return at + 1 < doc.length && (isNominal(doc, at + 1) || doc.upos[at + 1] === U.ADJ);
}
