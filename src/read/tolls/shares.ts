import { childWith, type Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { countOf, indexOf, type Needs } from "./count.js";
import { shareBehind } from "./of-them.js";
import { partWord } from "./parts.js";

/** "including three children", "two of whom": parts of the totals from index `from` on. */
export function addParts(found: Needs, all: Candidate[], from: number): void {
  const total = all[from];
  const { doc } = found;
  const end = doc.sentenceStart[doc.sentence[total.token] + 1];
  const start = Math.max(total.head, doc.sentenceStart[doc.sentence[total.token]]);
  const share = shareBehind(found, total.head, end) ?? (total.token > total.head ? shareBehind(found, total.token, end) : null);
  if (share && !all.some((c) => c.head === share.noun)) {
    const part = candidateOf(doc, total.token, total.word, share.noun, share.count, share.after, true, "toll:of-them");
    all.push({ ...part, partOf: from });
    return;
  }
  for (let k = start; k < end; k++) {
    const kind = partWord(doc.norm[k]);
    if (kind !== "part" || k === total.token || k - total.token > 8 || partWord(doc.norm[k - 1]) === "undone") continue;
    if (isOfLater(found, total, k)) return;
    for (const head of partHeads(doc, k, end)) {
      const count = countOf(found, head, total.word);
      if (!count || head === total.token || all.some((c) => c.head === head) || isOfOther(doc, head, total)) continue;
      const part = candidateOf(doc, total.token, total.word, head, count.count, count.after, true, "toll:part");
      all.push({ ...part, partOf: from });
    }
    return;
  }
}

/** "Five were killed and 30 wounded, including four children": a part of the number told last before it. */
function isOfLater(found: Needs, total: Candidate, marker: number): boolean {
  const { doc } = found;
  let joined = false;
  for (let k = Math.max(total.token, total.head) + 1; k < marker; k++) {
    if (doc.upos[k] === U.CCONJ) joined = true;
    else if (joined && indexOf(found.quantities).byStart.get(k)?.count.unit === null) return true;
  }
  return false;
}

/** "One was killed and 27 others, including six policemen, were hurt": a part of the subject of another word. */
function isOfOther(doc: Document, head: number, total: Candidate): boolean {
  const whole = doc.relation[head] === R.nmod ? doc.head[head] : -1;
  if (whole < 0 || whole === total.head) return false;
  return (
    (doc.relation[whole] === R.nsubj || doc.relation[whole] === R["nsubj:pass"]) && doc.head[whole] !== total.token && whole > total.token
  );
}

/** Noun heads after "including", up to the end of its list. */
function partHeads(doc: Document, marker: number, end: number): readonly number[] {
  const governor = doc.relation[marker] === R.case ? doc.head[marker] : childWith(doc, marker, R.obj, R.obl, R.nsubj);
  // "among them a former pupil": not them, but who stands behind
  const first = governor > marker && doc.upos[governor] !== U.PRON ? governor : nextNoun(doc, marker, end);
  if (first < 0) return [];
  const heads = [first];
  for (let c = doc.firstChild[first]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.conj && doc.upos[c] !== U.VERB) heads.push(c);
  return heads;
}

/** The noun that a phrase from token `i` on ends in, before a verb and before `end`; -1 where there is none. */
export function nextNoun(doc: Document, i: number, end: number): number {
  for (let k = i + 1; k < end && k < i + 6; k++) {
    if (doc.upos[k] === U.VERB) return -1;
    if ((doc.upos[k] === U.NOUN || doc.upos[k] === U.PROPN) && doc.relation[k] !== R.compound) return k;
  }
  return -1;
}
