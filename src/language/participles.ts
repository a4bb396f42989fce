import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const LOOSE = new Ids([R.conj, R.parataxis, R.ccomp, R.xcomp, R.advcl, R.dep]);
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const BOUND = new Ids([R.nsubj, R["nsubj:pass"], R.csubj, R.expl, R.mark, R.cc, R.obj]);
const STATES = new Ids([U.ADJ, U.VERB]);
const OPENS = new Ids(["after", "before", "since", "until", "as"].map((w) => vocabulary.id(w)));
const FINITE = new Ids([R.cop, R.aux, R["aux:pass"], R.cc, R.mark]);
/** What may follow such a participle: "posted at the gate", "reported missing". */
const BEHIND = new Ids([U.ADP, U.ADJ]);
const NOUNS = new Ids([U.NOUN, U.PROPN]);

/**
 * "Policemen [posted at the gate] looked on", "men [armed with rods] attacked a bus": of two finite verbs that nothing joins, the first, with
 * a preposition or a state ("hikers [reported missing] were found") right behind it, tells which people, and the second is theirs. Changes heads, labels and the tag in place.
 */
export function mendParticiples(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let main = PAD + 1; main < end; main++) {
    if (SUBJECT.has(work.label[main]) && work.head[main - 1] === main) raiseNoun(work, tags, main);
    if (SUBJECT.has(work.label[main]) && work.head[main] > main) ledBack(work, tags, main);
    if (tags.upos[work.tag[main]] !== U.VERB || !LOOSE.has(work.label[main])) continue;
    const passive = isBare(work, tags, main);
    if (passive === null) continue;
    const first = participleBefore(work, tags, main);
    if (first >= 0) swap(work, tags, first, main, passive);
  }
}

/** "Men [armed] with rods attacked": a word that tells which people, taken for what is said of them within their own verb's subject. */
function raiseNoun(work: Workspace, tags: TagColumns, state: number): void {
  const { head, label } = work;
  const noun = state - 1;
  if (!SUBJECT.has(label[noun]) || !NOUNS.has(tags.upos[work.tag[noun]]) || !STATES.has(tags.upos[work.tag[state]])) return;
  for (let k = PAD; k < PAD + work.length; k++) if (head[k] === state && FINITE.has(label[k])) return;
  head[noun] = head[state];
  label[noun] = label[state];
  head[state] = noun;
  label[state] = R.acl;
}

/** "said [policemen] at the post fled": what has a preposition is no subject, but the noun before it is, which the parser took for what was said. */
function ledBack(work: Workspace, tags: TagColumns, cased: number): void {
  const { head, label } = work;
  const verb = head[cased];
  let first = -1;
  for (let k = cased - 1; k > PAD && k >= cased - PHRASE; k--) if (head[k] === cased && label[k] === R.case) first = k;
  if (first < 0 || tags.upos[work.tag[first]] !== U.ADP) return;
  // "treats wounds after [a fight] broke out": the word opens a clause
  if (OPENS.has(work.norm[first])) {
    head[first] = verb;
    label[first] = R.mark;
    return;
  }
  const noun = first - 1;
  // "hikers reported missing [on Sunday] were found"
  if (tags.upos[work.tag[noun]] === U.ADJ && label[noun] === R.xcomp && head[noun] === noun - 1 && isPast(work, tags, noun - 1)) {
    head[cased] = noun - 1;
    label[cased] = R.obl;
    return;
  }
  if (head[noun] !== head[verb] || label[noun] !== R.obj || !NOUNS.has(tags.upos[work.tag[noun]])) return;
  head[noun] = verb;
  label[noun] = label[cased];
  head[cased] = noun;
  label[cased] = R.nmod;
}

/** How far before a noun its preposition may stand. */
const PHRASE = 5;

/** Whether a finite verb that has neither subject nor object before it, nor a word that joins it to another, is passive; null where it is no such verb. */
function isBare(work: Workspace, { upos, xpos }: TagColumns, main: number): boolean | null {
  let finite = isFiniteTag(xpos[work.tag[main]]);
  let passive = false;
  for (let k = PAD; k < main; k++) {
    if (work.head[k] !== main) continue;
    if (BOUND.has(work.label[k]) || upos[work.tag[k]] === U.PUNCT) return null;
    const x = xpos[work.tag[k]];
    if (upos[work.tag[k]] === U.AUX && (isFiniteTag(x) || x === P.MD)) finite = true;
    if (work.label[k] === R["aux:pass"]) passive = true;
  }
  return finite ? passive : null;
}

/** The verb that the other hangs on or beside, where it may be a participle of the noun right before it and nothing but its phrases stands between the two; -1 where it is none. */
function participleBefore(work: Workspace, tags: TagColumns, main: number): number {
  const { head, label, norm } = work;
  const above = head[main];
  let first = -1;
  for (let k = main - 1; k > PAD && first < 0; k--) if (head[k] === above && label[k] === label[main] && isPast(work, tags, k)) first = k;
  if (first < 0 && above < main) first = above;
  if (
    first <= PAD ||
    !isPast(work, tags, first) ||
    !BEHIND.has(tags.upos[work.tag[first + 1]]) ||
    !vocabulary.of(norm[first]).endsWith("ed")
  )
    return -1;
  const noun = first - 1;
  if (head[noun] !== first || !SUBJECT.has(label[noun]) || !NOUNS.has(tags.upos[work.tag[noun]])) return -1;
  for (let k = first + 1; k < main; k++) {
    const tag = tags.upos[work.tag[k]];
    if (tag === U.PUNCT || tag === U.CCONJ || tag === U.SCONJ || tag === U.VERB) return -1;
    if (head[k] === first && (label[k] === R.obj || label[k] === R["compound:prt"])) return -1;
  }
  return first;
}

function isPast(work: Workspace, { xpos }: TagColumns, k: number): boolean {
  return xpos[work.tag[k]] === P.VBD;
}

/** Makes the second verb what the first was, and the first a participle of their noun. */
function swap(work: Workspace, tags: TagColumns, first: number, main: number, passive: boolean): void {
  const { head, label } = work;
  const noun = first - 1;
  for (let k = PAD; k < PAD + work.length; k++) if (head[k] === first && (k < noun || k > main)) head[k] = main;
  head[main] = head[first];
  label[main] = label[first];
  head[first] = noun;
  label[first] = R.acl;
  work.tag[first] = tags.upos.findIndex((u, k) => u === U.VERB && tags.xpos[k] === P.VBN);
  head[noun] = main;
  label[noun] = passive ? R["nsubj:pass"] : R.nsubj;
}
