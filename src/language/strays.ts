import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import { childOf, firstOf, isUnder } from "./subtrees.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, SHAPE_HIDDEN, SHAPE_LOWER, type Workspace } from "./workspace.js";

const CASE = new Ids([R.case]);
const MARK = new Ids([R.mark]);
const AUX = new Ids([R.aux, R["aux:pass"], R.cop]);
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const OBJECT = new Ids([R.obj, R.ccomp, R.xcomp]);
const NAME = new Ids([R.flat, R.compound]);
const STRAY = new Ids([R.nsubj, R["nsubj:pass"], R.compound, R.obl]);
const COMMA = vocabulary.id(",");

let sayings: ReadonlySet<number> | null = null;
let days: ReadonlySet<number> | null = null;

function sayingWords(): ReadonlySet<number> {
  sayings ??= new Set(loadTable("clause-words").rows.flatMap((row) => (row.kind === "saying" ? [vocabulary.id(row.word)] : [])));
  return sayings;
}

function dayWords(): ReadonlySet<number> {
  days ??= new Set(loadTable("day-words").rows.map((row) => vocabulary.id(row.word)));
  return days;
}

/**
 * Words that the parser found no place for but the mark that ends the sentence: "said police spokesman [Ann Roe].", "a street near the
 * [river].". Gives them to what stands right before them. Changes heads and labels in place.
 */
export function mendStrays(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let c = PAD + 1; c < end - 1; c++) {
    const stop = work.head[c];
    if (stop <= c || stop >= end || tags.upos[work.tag[stop]] !== U.PUNCT) continue;
    const upos = tags.upos[work.tag[c]];
    if (upos === U.VERB) strayVerb(work, tags, c, stop);
    else if ((upos === U.NOUN || upos === U.PROPN || upos === U.NUM) && STRAY.has(work.label[c])) strayNoun(work, tags, c, stop);
  }
}

/** A noun without a place: of the noun, the name, the verb or the comma right before it. */
function strayNoun(work: Workspace, tags: TagColumns, c: number, stop: number): void {
  for (let t = c + 1; t < stop; t++) if (work.head[t] === stop && tags.upos[work.tag[t]] !== U.PUNCT) return;
  const first = gather(work, tags, c, stop);
  const before = first - 1;
  if (before < PAD) return;
  const upos = tags.upos[work.tag[before]];
  const isNoun = upos === U.NOUN || upos === U.PROPN || upos === U.NUM;
  const preposition = childOf(work, c, CASE);
  if (preposition >= 0 && preposition < c) {
    if (isNoun) hang(work, c, topOf(work, before), R.nmod);
    else if (upos === U.VERB || upos === U.ADJ) hang(work, c, before, R.obl);
  } else if (upos === U.VERB) behindVerb(work, tags, c, before);
  else if (work.norm[before] === COMMA) behindComma(work, tags, c, before);
  else if (tags.upos[work.tag[c]] === U.PROPN && first === c) {
    if (upos === U.PROPN) hang(work, c, topOf(work, before), R.flat);
    else if (upos === U.NOUN && isNoName(work.shape[before])) hang(work, c, before, R.flat);
  }
}

function hang(work: Workspace, i: number, head: number, relation: number): void {
  work.head[i] = head;
  work.label[i] = relation;
}

/** Gives a noun the preposition and the article before it that have no place either; returns where its phrase begins. */
function gather(work: Workspace, tags: TagColumns, c: number, stop: number): number {
  let first = firstOf(work, c);
  while (first > PAD && work.head[first - 1] === stop) {
    const upos = tags.upos[work.tag[first - 1]];
    if (upos !== U.ADP && upos !== U.DET) break;
    first--;
    hang(work, first, c, upos === U.ADP ? R.case : R.det);
    if (upos === U.ADP) break;
  }
  return first;
}

/** "said [Ann Roe].", "said [Thursday].", "found [four rifles]." */
function behindVerb(work: Workspace, tags: TagColumns, c: number, verb: number): void {
  if (dayWords().has(work.norm[c])) hang(work, c, verb, R["obl:unmarked"]);
  else if (sayingWords().has(work.norm[verb]) && childOf(work, verb, SUBJECT) < 0) hang(work, c, verb, R.nsubj);
  else if (tags.xpos[work.tag[verb]] !== P.VBN && childOf(work, verb, OBJECT) < 0) hang(work, c, verb, R.obj);
}

/** "her rival, [Ann Roe].", "in the village, [ten kilometres] from the border." */
function behindComma(work: Workspace, tags: TagColumns, c: number, comma: number): void {
  const upos = tags.upos[work.tag[comma - 1]];
  if ((upos !== U.NOUN && upos !== U.PROPN) || dayWords().has(work.norm[c])) return;
  hang(work, c, topOf(work, comma - 1), R.appos);
  work.head[comma] = c;
}

function topOf(work: Workspace, last: number): number {
  let top = last;
  while (NAME.has(work.label[top]) && work.head[top] >= PAD && work.head[top] < top) top = work.head[top];
  return top;
}

/** Whether the shape of a noun says that it is no part of a name. */
const isNoName = (shape: number): boolean => shape === SHAPE_LOWER || shape === SHAPE_HIDDEN;

/** A verb without a place: of the noun before it, where it is a participle or has a relative pronoun; else of the verb that the mark ends. */
function strayVerb(work: Workspace, tags: TagColumns, c: number, stop: number): void {
  const above = work.head[stop];
  if (above < PAD || above >= c) return;
  for (let t = above + 1; t < stop; t++)
    if (work.head[t] === stop && t !== c && tags.upos[work.tag[t]] !== U.PUNCT && !isUnder(work, t, c)) return;
  const first = firstOf(work, c);
  const x = tags.xpos[work.tag[c]];
  const before = tags.upos[work.tag[first - 1]];
  const isNoun = before === U.NOUN || before === U.PROPN;
  const opener = tags.xpos[work.tag[first]];
  if (isNoun && first === c && x === P.VBN) hang(work, c, topOf(work, first - 1), R.acl);
  else if (isNoun && (opener === P.WP || opener === P.WDT)) hang(work, c, topOf(work, first - 1), R["acl:relcl"]);
  else if (childOf(work, c, MARK) >= 0 || opener === P.WRB || (x === P.VBG && childOf(work, c, AUX) < 0)) hang(work, c, above, R.advcl);
  else hang(work, c, above, R.parataxis);
}
