import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const AGED = vocabulary.id("aged");
/** Words within ages besides the numbers. */
const BETWEEN = new Ids(["and", "or", "to", ",", "between", "from", "just", "only", "about"].map((w) => vocabulary.id(w)));
const SUBJECTS = new Ids([R.nsubj, R["nsubj:pass"]]);

/**
 * "Two boys aged 15 and 16 were held", "two children, aged four and seven, who drowned": the ages hang on the noun before them, and the noun
 * where the parser had hung them. Changes heads and labels in place.
 */
export function mendAges(work: Workspace, { upos }: TagColumns): void {
  const end = PAD + work.length;
  for (let aged = PAD + 1; aged + 1 < end; aged++) {
    if (work.norm[aged] !== AGED) continue;
    const noun = upos[work.tag[aged - 1]] === U.PUNCT ? aged - 2 : aged - 1;
    if (noun < PAD || (upos[work.tag[noun]] !== U.NOUN && upos[work.tag[noun]] !== U.PROPN)) continue;
    let last = -1;
    for (let k = aged + 1; k < end; k++) {
      if (upos[work.tag[k]] === U.NUM) last = k;
      else if (!BETWEEN.has(work.norm[k])) break;
    }
    if (last > 0) hang(work, upos, noun, aged, last);
  }
}

/** Hangs the ages `[aged, last]` on the noun. */
function hang(work: Workspace, upos: Uint8Array, noun: number, aged: number, last: number): void {
  const end = PAD + work.length;
  const inside = (k: number): boolean => k === noun || (k >= aged && k <= last);
  let verb = -1;
  let role = 0;
  for (let k = noun; k <= last; k++) {
    const h = work.head[k];
    if (!inside(k) || h <= last || h >= end || !SUBJECTS.has(work.label[k])) continue;
    verb = h;
    role = work.label[k];
  }
  let top = -1;
  for (let k = noun; k <= last; k++) if (inside(k) && !inside(work.head[k]) && !isUnder(work, k, noun, last)) top = k;
  if (top < 0) return;
  const [head, label] = [work.head[top], work.label[top]];
  if (verb >= 0 && !inside(work.head[verb]) && isUnder(work, verb, noun, last)) verb = -1;
  const fromVerb = verb >= 0 && inside(work.head[verb]);
  for (let k = PAD; k < end; k++) if (!inside(k) && k !== verb && inside(work.head[k])) work.head[k] = fromVerb && k > verb ? verb : noun;
  if (fromVerb) {
    work.head[verb] = head;
    work.label[verb] = label;
  }
  work.head[noun] = verb >= 0 ? verb : head;
  work.label[noun] = verb >= 0 ? role : label;
  work.head[aged] = noun;
  work.label[aged] = R.acl;
  let first = -1;
  for (let k = aged + 1; k <= last; k++) {
    const isNumber = upos[work.tag[k]] === U.NUM;
    work.head[k] = isNumber && first >= 0 ? first : isNumber || first < 0 ? aged : first;
    work.label[k] = isNumber ? (first >= 0 ? R.conj : R.obl) : upos[work.tag[k]] === U.PUNCT ? R.punct : first >= 0 ? R.cc : R.case;
    if (isNumber && first < 0) first = k;
  }
}

/** Whether a word hangs, over any others, on one of `[first, last]`. */
function isUnder(work: Workspace, word: number, first: number, last: number): boolean {
  const end = PAD + work.length;
  for (let at = work.head[word], step = 0; at >= PAD && at < end && step < work.length; at = work.head[at], step++)
    if (at >= first && at <= last) return true;
  return false;
}
