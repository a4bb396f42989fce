import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

let days: ReadonlySet<number> | null = null;

/** Weekdays, months and parts of the day: what a preposition may put an act on or in. */
function dayWords(): ReadonlySet<number> {
  days ??= new Set(loadTable("day-words").rows.map((row) => vocabulary.id(row.word)));
  return days;
}

const YEAR = /^(19|20)\d\d$/;
const PREPOSITIONS = new Ids(["on", "in"].map((w) => vocabulary.id(w)));
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const WITHIN = new Ids([R.compound, R.nummod, R.amod, R.flat, R.nmod, R["nmod:desc"]]);
/** How far into a sentence the time may begin that opens it: "Early", "Earlier". */
const OPENING = 2;

/**
 * "On Tuesday night rebels attacked a convoy", "In October 2022 twin bombs exploded": a time that opens a sentence without a comma behind it
 * is no part of the subject. Changes heads and labels in place.
 */
export function mendOpeners(work: Workspace, tags: TagColumns): void {
  mendEarlier(work, tags);
  const end = PAD + work.length;
  for (let p = PAD; p <= PAD + OPENING && p + 2 < end; p++) {
    if (!PREPOSITIONS.has(work.norm[p]) || tags.upos[work.tag[p]] !== U.ADP) continue;
    let last = p;
    while (last + 1 < end && isTime(work.norm[last + 1])) last++;
    if (last > p) split(work, tags, p, last);
    return;
  }
}

/** "Hours earlier, a helicopter that ... was brought down": the noun behind the comma, which the parser hung on the word of time, is the subject. */
function mendEarlier(work: Workspace, tags: TagColumns): void {
  const { head, label } = work;
  for (let t = PAD; t <= PAD + OPENING && t + 2 < PAD + work.length; t++) {
    if (!EARLIER.has(work.norm[t]) || work.norm[t + 1] !== COMMA) continue;
    const verb = head[t];
    if (verb <= t || verb >= PAD + work.length || tags.upos[work.tag[verb]] !== U.VERB) return;
    let noun = -1;
    let passive = false;
    for (let k = PAD; k < PAD + work.length; k++) {
      if (head[k] === verb && SUBJECT.has(label[k])) return;
      if (head[k] === verb && label[k] === R["aux:pass"]) passive = true;
      if (noun < 0 && k > t + 1 && k < verb && head[k] === t && label[k] === R.appos) noun = k;
    }
    if (noun < 0) return;
    head[noun] = verb;
    label[noun] = passive ? R["nsubj:pass"] : R.nsubj;
    return;
  }
}

const EARLIER = new Ids(["earlier", "later", "before", "after", "afterwards"].map((w) => vocabulary.id(w)));
const COMMA = vocabulary.id(",");

function isTime(norm: number): boolean {
  return dayWords().has(norm) || YEAR.test(vocabulary.of(norm));
}

/** Gives the time from `p` on, a preposition, to `last` to the verb of the noun behind it, which is its subject. */
function split(work: Workspace, tags: TagColumns, p: number, last: number): void {
  const end = PAD + work.length;
  let noun = work.head[p];
  for (let step = 0; noun > p && noun <= last && step <= last - p; step++) noun = work.head[noun];
  if (noun <= last || noun >= end || tags.upos[work.tag[noun]] === U.PUNCT) return;
  for (let k = p + 1; k <= last; k++) if (work.head[k] !== noun && !(work.head[k] > p && work.head[k] <= last)) return;
  for (let k = last + 1; k < noun; k++) if (work.head[k] !== noun || !WITHIN.has(work.label[k])) return;
  const verb = verbOf(work, tags, noun, p);
  if (verb < 0) return;
  // "October 2022": the month, of that year
  const head = last - p > 1 && YEAR.test(vocabulary.of(work.norm[last])) ? last - 1 : last;
  for (let k = p; k <= last; k++) {
    work.head[k] = head;
    work.label[k] = k === p ? R.case : k > head ? R["nmod:unmarked"] : R.compound;
  }
  work.head[head] = verb;
  work.label[head] = R.obl;
  if (!SUBJECT.has(work.label[noun])) {
    const adverb = work.head[noun];
    work.head[noun] = verb;
    work.label[noun] = isPassive(work, verb) ? R["nsubj:pass"] : R.nsubj;
    if (adverb !== verb) work.head[adverb] = head;
  }
}

/** The verb behind a noun that is its subject, or that has none though the noun stands before it; -1 where there is none. */
function verbOf(work: Workspace, tags: TagColumns, noun: number, first: number): number {
  const end = PAD + work.length;
  const h = work.head[noun];
  const isVerb = (t: number): boolean => t > noun && t < end && tags.upos[work.tag[t]] === U.VERB;
  if (SUBJECT.has(work.label[noun])) return isVerb(h) ? h : -1;
  const verb = h < first && h >= PAD ? work.head[h] : h;
  if (work.label[noun] !== R.obl || !isVerb(verb) || tags.xpos[work.tag[verb]] === P.VB) return -1;
  for (let k = PAD; k < end; k++) if (work.head[k] === verb && SUBJECT.has(work.label[k])) return -1;
  return verb;
}

function isPassive(work: Workspace, verb: number): boolean {
  for (let k = PAD; k < PAD + work.length; k++) if (work.head[k] === verb && work.label[k] === R["aux:pass"]) return true;
  return false;
}
