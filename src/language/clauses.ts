import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

/** Gives clauses that the parser left without a subject the one that stands before them. Changes heads and labels in place. */
export function mendClauses(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let c = PAD; c < end; c++) {
    const relation = work.label[c];
    if (relation === R.conj && mendJoint(work, tags, c)) continue;
    if (!LOST.has(relation) || work.head[c] >= c || tags.upos[work.tag[c]] !== U.VERB) continue;
    const passive = lacksSubject(work, tags, c);
    if (passive === null) continue;
    const subject = relation === R.ccomp ? phraseBefore(work, tags, c) : conjunctBefore(work, tags, c);
    if (subject < 0) continue;
    // "34 have died and nine are missing after the rain", the second clause taken for what went with the first
    if (relation === R.advcl) work.label[c] = R.conj;
    work.head[subject] = c;
    work.label[subject] = passive ? R["nsubj:pass"] : R.nsubj;
  }
}

/** Whether a finite clause without subject, mark or conjunction of its own is passive; null where it is no such clause. */
function lacksSubject(work: Workspace, tags: TagColumns, c: number): boolean | null {
  let finite = FINITE.has(tags.xpos[work.tag[c]]);
  let passive = false;
  for (let k = PAD; k < PAD + work.length; k++) {
    if (work.head[k] !== c) continue;
    if (BOUND.has(work.label[k]) || (k < c && work.label[k] === R.cc)) return null;
    if (k < c && tags.upos[work.tag[k]] === U.AUX && FINITE.has(tags.xpos[work.tag[k]])) finite = true;
    if (work.label[k] === R["aux:pass"]) passive = true;
  }
  return finite ? passive : null;
}

/** "said three of his friends were killed": what the parser took for what was said, straight before the clause; -1 where there is none. */
function phraseBefore(work: Workspace, tags: TagColumns, c: number): number {
  const verb = work.head[c];
  let first = firstOf(work, c);
  // "says the victims, including two boys, were taken": the comma that closes what stands between
  if (first - 2 > verb && work.head[first - 1] === verb && isPunct(work, tags, first - 1) && isClosing(work, tags, first - 1, verb))
    first--;
  const top = topBefore(work, first, verb);
  return top >= 0 && (work.label[top] === R.obj || work.label[top] === R.iobj) ? top : -1;
}

/** Whether a comma behind a verb stands second to another. */
function isClosing(work: Workspace, tags: TagColumns, comma: number, verb: number): boolean {
  for (let k = verb + 1; k < comma; k++) if (isPunct(work, tags, k) && work.norm[k] === work.norm[comma]) return true;
  return false;
}

/**
 * "Said four of the rebels and a guard had been killed": what the parser took for what was said, and a clause joined to the saying, is one
 * clause with a joint subject. Says whether it was.
 */
function mendJoint(work: Workspace, tags: TagColumns, c: number): boolean {
  const verb = work.head[c];
  if (verb >= c || !SAYING.has(work.norm[verb]) || tags.upos[work.tag[c]] !== U.VERB) return false;
  const [cc, subject] = [firstOf(work, c), childOf(work, c, SUBJECT)];
  if (work.head[cc] !== c || work.label[cc] !== R.cc || subject < 0 || firstOf(work, subject) !== cc + 1) return false;
  const top = topBefore(work, cc, verb);
  if (top < 0 || work.label[top] !== R.obj || tags.upos[work.tag[top]] === U.PRON) return false;
  work.label[c] = R.ccomp;
  work.head[top] = c;
  work.label[top] = work.label[subject];
  work.head[subject] = top;
  work.label[subject] = R.conj;
  work.head[cc] = subject;
  return true;
}

function childOf(work: Workspace, c: number, labels: ReadonlySet<number>): number {
  for (let k = PAD; k < PAD + work.length; k++) if (work.head[k] === c && labels.has(work.label[k])) return k;
  return -1;
}

/**
 * "A worker was killed and at least 27 others, including six policemen, were injured": the phrase behind the conjunction, which the
 * parser took for a second to the first verb, straight before the clause or with words between commas behind it; -1 where there is none.
 */
function conjunctBefore(work: Workspace, tags: TagColumns, c: number): number {
  const verb = work.head[c];
  if (tags.upos[work.tag[verb]] !== U.VERB && childOf(work, verb, SUBJECT) < 0) return -1;
  let phrase = -1;
  for (let k = verb + 1; k < c; k++) {
    const tag = tags.upos[work.tag[k]];
    const nominal = tag === U.NOUN || tag === U.PROPN || tag === U.NUM || tag === U.SYM;
    if (work.head[k] === verb && work.label[k] === R.conj) phrase = nominal && hasConjunction(work, k) ? k : -1;
  }
  if (phrase < 0) return -1;
  const [from, to] = [lastOf(work, phrase) + 1, firstOf(work, c)];
  if (to - from === 0) return phrase;
  if (to - from < 3 || !isPunct(work, tags, from) || !isPunct(work, tags, to - 1)) return -1;
  for (let k = from; k < to; k++) if (work.head[k] === verb) work.head[k] = phrase;
  for (let k = from; k < to; k++) if (work.head[k] === phrase && work.label[k] === R.obl) work.label[k] = R.nmod;
  return phrase;
}

function hasConjunction(work: Workspace, k: number): boolean {
  for (let c = PAD; c < k; c++) if (work.head[c] === k && work.label[c] === R.cc) return true;
  return false;
}

function isPunct(work: Workspace, tags: TagColumns, k: number): boolean {
  return tags.upos[work.tag[k]] === U.PUNCT;
}

/** The word hanging on `verb` whose words end straight before `first`, or -1. */
function topBefore(work: Workspace, first: number, verb: number): number {
  let top = first - 1;
  if (top <= verb) return -1;
  while (work.head[top] > verb && work.head[top] < first) top = work.head[top];
  return work.head[top] === verb ? top : -1;
}

function firstOf(work: Workspace, top: number): number {
  let first = top;
  while (first > PAD && isUnder(work, first - 1, top)) first--;
  return first;
}

function lastOf(work: Workspace, top: number): number {
  let last = top;
  while (last + 1 < PAD + work.length && isUnder(work, last + 1, top)) last++;
  return last;
}

function isUnder(work: Workspace, k: number, top: number): boolean {
  for (let at = k; at >= PAD && at < PAD + work.length; at = work.head[at]) if (at === top) return true;
  return false;
}

const SAYING = new Ids(["say", "says", "said"].map((w) => vocabulary.id(w)));
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const FINITE = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);
const LOST = new Ids([R.ccomp, R.conj, R.advcl]);
const BOUND = new Ids([R.nsubj, R["nsubj:pass"], R["nsubj:outer"], R.csubj, R["csubj:pass"], R.expl, R.mark]);
