import type { Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { R, U } from "../../language/tags.js";
import { INTERPOSED } from "../attributions/interposed.js";
import { isPlainSaying } from "../attributions/lexicon.js";
import { isJoined } from "../clause.js";
import { wordsOf } from "../events/words.js";
import type { AttributionFinding } from "../findings.js";

/** Tokens from the first up to the end, not including it. */
export type Range = readonly [first: number, end: number];

/** Fewest tokens of a sentence that is a remark by itself. */
const SENTENCE = 4;

/** The content sentence by sentence; with the cue's own words where it is no clause by itself. A very short sentence goes with the one before. */
export function piecesOf(doc: Document, a: AttributionFinding): readonly Range[] {
  const pieces: [number, number][] = [];
  const cue = a.cueToken as number;
  // "The gun, he said, was in the trunk": the words of reporting stand within
  const isParted = a.rules.includes(INTERPOSED);
  let own: [number, number] | null = null;
  for (const span of a.content) {
    for (const [from, to] of sentencesOf(doc, span)) {
      if (doc.sentence[from] === doc.sentence[cue] && (isParted || isObjectOf(doc, cue, from, to) || !standsAlone(doc, from, to)))
        own = own ? [Math.min(own[0], from), Math.max(own[1], to)] : [from, to];
      else if (words(doc, from, to) < SENTENCE && pieces.length > 0 && from - pieces[pieces.length - 1][1] < 3)
        pieces[pieces.length - 1][1] = to;
      else pieces.push([from, to]);
    }
  }
  if (own && isParted) return [own, ...pieces];
  if (own && !a.rules.some(isPlainSaying)) pieces.push([Math.min(cue, own[0]), Math.max(cue + 1, own[1])]);
  return pieces;
}

function words(doc: Document, from: number, to: number): number {
  let n = 0;
  for (let k = from; k < to; k++) if (doc.upos[k] !== U.PUNCT) n++;
  return n;
}

/** Token ranges of a content span, cut between sentences. */
function sentencesOf(doc: Document, span: Span): readonly Range[] {
  const [first, end] = tokensIn(doc, span);
  const cuts = [first];
  for (let k = first + 1; k < end; k++) if (doc.sentence[k] !== doc.sentence[k - 1]) cuts.push(k);
  return cuts.map((from, i) => [from, cuts[i + 1] ?? end] as const).filter(([from, to]) => from < to);
}

/** Token ranges cut before each coordinated clause with a subject or verb of its own. */
export function clausesOf(doc: Document, [first, end]: Range): readonly Range[] {
  const cuts = [first];
  for (let k = first; k < end; k++) {
    const isAgainst = doc.relation[k] === R.advcl && isSetAgainst(doc, k);
    if (!isAgainst && (doc.relation[k] !== R.conj || isJoined(doc, k) || !isPredicate(doc, k))) continue;
    const left = doc.left[k];
    if (left > first && left < end) cuts.push(left);
  }
  const sorted = [...new Set(cuts)].sort((x, y) => x - y);
  return sorted.map((from, i) => [from, sorted[i + 1] ?? end] as const);
}

/** "..., though it is not known how many of them are alive": a clause that says something of its own beside the one before it. */
function isSetAgainst(doc: Document, k: number): boolean {
  const mark = childWith(doc, k, R.mark);
  return mark > 0 && AGAINST.has(doc.norm[mark]) && doc.upos[mark - 1] === U.PUNCT && hasSubject(doc, k);
}

const AGAINST = wordsOf("set-against");
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"], R["nsubj:outer"], R.expl]);

export function hasSubject(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (SUBJECT.has(doc.relation[c])) return true;
  return false;
}

function isPredicate(doc: Document, k: number): boolean {
  return doc.upos[k] === U.VERB || hasSubject(doc, k) || childWith(doc, k, R.cop) >= 0;
}

const SMALL = new Ids([U.PUNCT, U.ADP, U.ADV, U.SCONJ, U.CCONJ, U.DET, U.AUX, U.PART]);

/**
 * The predicate of a range: of the words that hang on nothing in it, the first with a subject, else the first that completes a clause
 * ("told the crowd to leave"), else the first that is no small word; or -1.
 */
export function mainOf(doc: Document, [first, end]: Range): number {
  let [completes, word] = [-1, -1];
  for (let k = first; k < end; k++) {
    if (doc.upos[k] === U.PUNCT || (doc.head[k] >= first && doc.head[k] < end)) continue;
    // "new elections, a day after police broke up a rally": what goes with the verb above is not what is asked for
    if (hasSubject(doc, k) && (word < 0 || doc.relation[k] !== R.advcl)) return k;
    if (completes < 0 && (doc.relation[k] === R.xcomp || doc.relation[k] === R.ccomp)) completes = k;
    if (word < 0 && !SMALL.has(doc.upos[k])) word = k;
  }
  return completes >= 0 ? completes : word;
}

/** "accused her of ...", "expressed grief over ...": an object straight behind its verb says nothing without it. */
function isObjectOf(doc: Document, cue: number, from: number, to: number): boolean {
  if (from !== cue + 1) return false;
  const main = mainOf(doc, [from, to]);
  if (main >= 0 && hasSubject(doc, main)) return false;
  for (let k = from; k < to; k++) if (doc.head[k] === cue && doc.relation[k] === R.obj) return true;
  return false;
}

/** Whether the range is a clause with its subject, or a quotation of some length: then it says something without its cue. */
function standsAlone(doc: Document, from: number, to: number): boolean {
  const main = mainOf(doc, [from, to]);
  if (main >= 0 && hasSubject(doc, main) && doc.relation[main] !== R["acl:relcl"] && doc.relation[main] !== R.acl) return true;
  return to - from > 12 && doc.upos[from] !== U.PART;
}
