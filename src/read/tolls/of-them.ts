import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Count } from "../../model/reading.js";
import type { Quantity } from "../findings.js";
import { indexOf, type Needs } from "./count.js";
import { partWord } from "./parts.js";
import { mayBePeople } from "./people.js";

/** People told of as a share of others: "three of them police officers". */
export interface Share {
  readonly noun: number;
  readonly count: Count;
  /** First token after the number. */
  readonly after: number;
  /** One past the noun. */
  readonly end: number;
}

const OF = /^of$/;
const THEM = /^(them|whom|these|those)$/;
/** How many words the noun of a share may have. */
const LONGEST = 6;

/** ", three of them police officers" straight behind a phrase; null where there is none, or where a verb says what the share did. */
export function shareBehind(found: Needs, head: number, end: number): Share | null {
  const { doc } = found;
  if (head + 1 >= end || normOf(doc, head + 1) !== ",") return null;
  const share = shareAt(found, pastAll(doc, head + 2, end), end);
  if (!share) return null;
  const next = share.end < end ? doc.upos[share.end] : U.PUNCT;
  return next === U.PUNCT || next === U.CCONJ ? share : null;
}

const ALL = /^all$/;

/** ", all of them civilians, and 11 of them children": where the next share begins behind one that is the whole; else `k`. */
function pastAll(doc: Document, k: number, end: number): number {
  if (k + 2 >= end || !ALL.test(normOf(doc, k)) || !OF.test(normOf(doc, k + 1)) || !THEM.test(normOf(doc, k + 2))) return k;
  for (let t = k + 3; t < Math.min(end, k + 3 + LONGEST); t++) {
    if (doc.upos[t] !== U.CCONJ && normOf(doc, t) !== ",") continue;
    return t + 1 < end && doc.upos[t + 1] === U.CCONJ ? t + 2 : t + 1;
  }
  return k;
}

function shareAt({ doc, quantities, classes }: Needs, k: number, end: number): Share | null {
  const q = indexOf(quantities).byStart.get(k);
  if (!q || q.count.unit !== null) return null;
  const of = q.tokens[1];
  if (of + 2 >= end || !OF.test(normOf(doc, of)) || !THEM.test(normOf(doc, of + 1))) return null;
  let noun = -1;
  for (let t = of + 2; t < Math.min(end, of + 2 + LONGEST); t++) {
    const tag = doc.upos[t];
    if (tag === U.NOUN || tag === U.PROPN) noun = t;
    else if (tag !== U.ADJ || noun >= 0) break;
  }
  return noun >= 0 && mayBePeople(doc, noun, classes) ? { noun, count: q.count, after: of + 2, end: noun + 1 } : null;
}

/**
 * "Nine people, two of them civilians, were wounded": the people before a share that stands between them and the verb, whatever the
 * tree says. Null where no share stands straight before the verb and its auxiliaries.
 */
export function brokenOff(found: Needs, i: number): Share | null {
  const { doc, quantities, classes } = found;
  const start = doc.sentenceStart[doc.sentence[i]];
  let k = i - 1;
  while (k > start && (doc.upos[k] === U.AUX || doc.upos[k] === U.ADV)) k--;
  if (k <= start || k === i - 1 || normOf(doc, k) !== ",") return null;
  for (let comma = k - 1; comma > start && comma > k - 2 * LONGEST; comma--) {
    if (normOf(doc, comma) !== ",") continue;
    const share = shareAt(found, comma + 1, k);
    // "34 people, including 11 officers, were injured"
    const isPart = share?.end === k || partWord(doc.norm[comma + 1]) === "part";
    const q = isPart ? indexOf(quantities).byNoun.get(comma - 1) : undefined;
    if (!q || q.count.unit !== null || !mayBePeople(doc, comma - 1, classes)) return null;
    return { noun: comma - 1, count: q.count, after: q.tokens[1], end: comma };
  }
  return null;
}

/** "thousands of Islamists", "some of the girls": the noun that a number is of, or -1. */
export function partitive(doc: Document, head: number): number {
  if (doc.upos[head] === U.PRON) return -1;
  for (let n = doc.firstChild[head]; n >= 0; n = doc.nextSibling[n]) {
    if (n < head || doc.relation[n] !== R.nmod || (doc.upos[n] !== U.NOUN && doc.xpos[n] !== P.NNPS)) continue;
    const marker = childWith(doc, n, R.case);
    if (marker >= 0 && normOf(doc, marker) === "of") return n;
  }
  return -1;
}

/** How far behind "two of whom" the word that tells what became of them may stand. */
const FATE = 7;

/** "seven journalists were taken, two of whom were later found dead": how many of those told of before, right before the verb. Null elsewhere. */
export function shareOfWhom({ doc, quantities }: Needs, i: number): Quantity | null {
  const start = Math.max(doc.sentenceStart[doc.sentence[i]], i - FATE);
  for (let k = i - 1; k > start + 1; k--) {
    const tag = doc.upos[k];
    if (OF.test(normOf(doc, k - 1)) && THEM.test(normOf(doc, k))) {
      const q = indexOf(quantities).byEnd.get(k - 1);
      return q && q.count.unit === null && (q.noun === null || q.noun >= k) ? q : null;
    }
    if (tag !== U.AUX && tag !== U.ADV && tag !== U.VERB) return null;
  }
  return null;
}
