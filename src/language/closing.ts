import { loadTable } from "../lexicon/table.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const STOP = vocabulary.id(".");
const COMMA = vocabulary.id(",");
const QUOTES: ReadonlySet<number> = new Set(['"', "”", "''", "’"].map((w) => vocabulary.id(w)));
/** How many words may stand between a closing "police said" and the full stop: "on Tuesday", "in a statement". */
const TAIL = 5;
/** Longest name of who says something at the end of a sentence. */
const NAME = 12;
const JOINED: ReadonlySet<number> = new Set([R.conj, R.parataxis, R.advcl, R.dep]);
const SUBJECT: ReadonlySet<number> = new Set([R.nsubj, R["nsubj:pass"]]);

let sayings: ReadonlySet<number> | null = null;

function sayingWords(): ReadonlySet<number> {
  sayings ??= new Set(loadTable("clause-words").rows.flatMap((row) => (row.kind === "saying" ? [vocabulary.id(row.word)] : [])));
  return sayings;
}

/**
 * "A gunman opened fire, killing four policemen and a civilian, the ministry said.": the verb that closes the sentence is its root, and what
 * stands before the comma is what was said, where the parser joined the one to the other. Changes heads and labels in place.
 */
export function mendClosing(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  if (work.norm[end - 1] !== STOP) return;
  const said = closingVerb(work, end);
  if (said < 0 || tags.upos[work.tag[said]] !== U.VERB || !JOINED.has(work.label[said])) return;
  const told = work.head[said];
  const comma = commaBefore(work, said);
  if (comma < 0 || told < PAD || told >= comma || work.head[told] !== end || tags.upos[work.tag[told]] !== U.VERB) return;
  if (!closes(work, tags, said, comma) || !hasSubject(work, told, PAD, comma)) return;
  for (let k = PAD; k < comma; k++) if (work.head[k] === said) giveBack(work, tags, k, told);
  for (let k = said + 1; k < end; k++) if (work.head[k] === told) work.head[k] = said;
  work.head[comma] = said;
  work.head[said] = end;
  work.label[said] = R.root;
  work.head[told] = said;
  work.label[told] = R.ccomp;
}

/** Whether a verb says nothing itself: it has who says it behind the comma, and no clause of its own. */
function closes(work: Workspace, tags: TagColumns, said: number, comma: number): boolean {
  for (let k = comma + 1; k < PAD + work.length; k++) {
    if (work.head[k] !== said) continue;
    const isOpener = k < said && (work.label[k] === R.cc || work.label[k] === R.mark || tags.xpos[work.tag[k]] === P.WRB);
    if (isOpener || (k > said && (work.label[k] === R.ccomp || work.label[k] === R.xcomp))) return false;
  }
  return hasSubject(work, said, comma, PAD + work.length);
}

function hasSubject(work: Workspace, verb: number, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (work.head[k] === verb && SUBJECT.has(work.label[k])) return true;
  return false;
}

function closingVerb(work: Workspace, end: number): number {
  for (let i = end - 2; i > PAD && i >= end - 2 - TAIL; i--) if (sayingWords().has(work.norm[i])) return i;
  return -1;
}

/** The comma before the name of who says it, or before the verb that the name follows; -1 where none is. */
function commaBefore(work: Workspace, said: number): number {
  let first = said;
  for (let k = said - 1; k > Math.max(PAD, said - NAME); k--)
    if (work.head[k] === said && SUBJECT.has(work.label[k])) first = firstOf(work, k);
  let k = first - 1;
  // a name from which the parser did not keep off what stands before it has the last comma
  while (k > PAD && QUOTES.has(work.norm[k])) k--;
  if (work.norm[k] === COMMA) return k;
  for (k = said - 1; k > Math.max(PAD, said - NAME); k--) if (work.norm[k] === COMMA) return k;
  return -1;
}

/** The first token of what hangs on another. */
function firstOf(work: Workspace, top: number): number {
  let first = top;
  for (let k = top - 1; k >= PAD; k--) {
    let at = k;
    while (at > PAD - 1 && at < PAD + work.length && at !== top) at = work.head[at];
    if (at === top) first = k;
  }
  return first;
}

/** What hung on the verb from before the comma: "and a civilian" is of the noun before "and", all else of what was said. */
function giveBack(work: Workspace, tags: TagColumns, k: number, told: number): void {
  work.head[k] = told;
  if (work.label[k] === R.cc || tags.upos[work.tag[k]] !== U.NOUN) return;
  for (let and = k - 1; and > told; and--) {
    if (work.label[and] !== R.cc) continue;
    const before = and - 1;
    if (tags.upos[work.tag[before]] !== U.NOUN && tags.upos[work.tag[before]] !== U.PROPN) return;
    work.head[k] = before;
    work.label[k] = R.conj;
    work.head[and] = k;
    return;
  }
}
