import type { TagColumns } from "./tag-pairs.js";
import { R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const ids = (words: readonly string[]): ReadonlySet<number> => new Set(words.map((w) => vocabulary.id(w)));
const TAKEN = ids(["take", "takes", "took", "taken", "taking", "hold", "holds", "held", "holding"]);
const AS = ids(["hostage", "captive", "prisoner"]);

/** How many words the phrase of those who are taken may have. */
const LONGEST = 9;

/**
 * "took 15 of her 23 crew hostage", "took 85 prisoner": what they were taken as is said of the phrase between, which is the object, where
 * the parser made one phrase of the two. Changes heads and labels in place.
 */
export function mendCaptives(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let v = PAD; v < end - 2; v++) {
    if (!TAKEN.has(work.norm[v]) || tags.upos[work.tag[v]] !== U.VERB) continue;
    const as = takenAs(work, tags, v, end);
    if (as < 0) continue;
    const last = as - 1;
    let ofPhrase = false;
    for (let k = v + 1; k < as; k++) {
      if (work.head[k] !== as || k === last) continue;
      if (work.label[k] === R.case) ofPhrase = true;
      work.head[k] = last;
    }
    if (work.head[last] === as) {
      const whole = ofPhrase ? objectOf(work, v, last) : -1;
      work.head[last] = whole < 0 ? v : whole;
      work.label[last] = whole < 0 ? R.obj : R.nmod;
    }
    work.head[as] = v;
    work.label[as] = R.xcomp;
  }
}

/** The word that says what they were taken as, right behind their phrase, or -1. */
function takenAs(work: Workspace, tags: TagColumns, v: number, end: number): number {
  for (let k = v + 1; k < Math.min(end, v + 2 + LONGEST); k++) {
    const tag = tags.upos[work.tag[k]];
    if (AS.has(work.norm[k])) {
      const before = tags.upos[work.tag[k - 1]];
      const isBare = before === U.NOUN || before === U.PROPN || before === U.NUM || before === U.PRON;
      return k > v + 1 && isBare ? k : -1;
    }
    if (tag === U.VERB || tag === U.PUNCT || tag === U.AUX || tag === U.SCONJ) return -1;
  }
  return -1;
}

function objectOf(work: Workspace, v: number, before: number): number {
  for (let k = v + 1; k < before; k++) if (work.head[k] === v && work.label[k] === R.obj) return k;
  return -1;
}
