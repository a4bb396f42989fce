import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { countOf, type Needs } from "./count.js";
import { isFinite } from "./finite.js";
import { partWord } from "./parts.js";
import { isPeople, mayBePeople } from "./people.js";
import type { TollWord } from "./words.js";

/** How far from the phrase counted, in tokens, the end of its list is looked for. */
const REACH = 40;

/**
 * Who shared what befell one person, past words that tell who that one is: "A leader, identified as Hari Rao, and his aide were arrested",
 * "killed Anil Sahu (24), a resident of Lai, and Arun Yadav (35)". Trees lose the second under the first's description. -1 where nobody did.
 */
export function companionOf(found: Needs, i: number, word: TollWord, head: number): number {
  const { doc } = found;
  if (doc.sentence[head] !== doc.sentence[i]) return -1;
  const counted = countOf(found, head, word);
  if (counted === null ? !isToldOf(found, head) : counted.count.low !== 1) return -1;
  return head < i ? besideSubject(found, i, head) : besideObject(found, i, head);
}

/** "the station master": one of whom no table tells that it is a person, nor that it is a thing. */
function isToldOf({ doc, classes }: Needs, head: number): boolean {
  return doc.xpos[head] === P.NN && childWith(doc, head, R.det) >= 0 && mayBePeople(doc, head, classes);
}

/** "A leader ... and his aide were arrested": a verb of several people, and one before it. */
function besideSubject(found: Needs, i: number, head: number): number {
  const { doc } = found;
  const be = childWith(doc, i, R["aux:pass"], R.aux);
  if (be < head || be > i || partWord(doc.norm[be]) !== "several") return withBehind(found, i, head);
  for (let k = be - 1; k > Math.max(head, be - REACH); k--) {
    if (doc.upos[k] !== U.CCONJ) continue;
    const other = phraseAfter(found, k);
    if (other > 0) return other;
  }
  return -1;
}

/** "was arrested along with his wife": who is told of behind the verb. */
function withBehind(found: Needs, i: number, head: number): number {
  const { doc } = found;
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  return doc.upos[head] !== U.PRON && i + 3 < end && partWord(doc.norm[i + 1]) === "along" ? phraseAfter(found, i + 2) : -1;
}

/** "arrested a leader, carrying a reward, and his aide from a village": up to a verb that tells of something else. */
function besideObject(found: Needs, i: number, head: number): number {
  const { doc } = found;
  const end = Math.min(doc.sentenceStart[doc.sentence[i] + 1], head + REACH);
  for (let k = head + 1; k < end; k++) {
    if (doc.upos[k] === U.SCONJ || (doc.upos[k] === U.VERB && isFinite(doc, k)) || doc.upos[k] === U.AUX) return -1;
    if (doc.upos[k] === U.PRON && doc.xpos[k] !== P.PRP$) return -1;
    const isAlong = partWord(doc.norm[k]) === "along";
    if (doc.upos[k] !== U.CCONJ && !isAlong) continue;
    const other = phraseAfter(found, isAlong ? k + 1 : k);
    if (other > 0 && !isDoer(doc, other, end)) return other;
  }
  return -1;
}

/** Whether a phrase has a verb of its own: "and his brother fled". */
function isDoer(doc: Document, t: number, end: number): boolean {
  for (let k = t + 1; k < end && doc.upos[k] !== U.SCONJ; k++) {
    if (doc.upos[k] === U.AUX || (doc.upos[k] === U.VERB && isFinite(doc, k))) return true;
    if (doc.upos[k] === U.ADP && doc.upos[k - 1] !== U.VERB && doc.xpos[k - 1] !== P.VBN) return false;
  }
  return false;
}

/** The head of a phrase of people right behind token `k`: "his aide", "three of his aides", "two linkmen", a person's name; -1 for another. */
function phraseAfter({ doc, names, classes }: Needs, k: number): number {
  const first = k + 1;
  if (first >= doc.length || doc.sentence[first] !== doc.sentence[k]) return -1;
  if (names.some((n) => n.type === "person" && n.tokens[0] === first)) return first;
  if (doc.upos[first] === U.NUM && normOf(doc, first + 1) === "of") return first;
  const isOwned = doc.xpos[first] === P.PRP$;
  const said = partWord(doc.norm[first]);
  // "a leader and a member of the outfit" may be one; who is along is another
  const isAnother = doc.upos[first] === U.NUM || said === "more" || (said === "indefinite" && doc.upos[k] !== U.CCONJ);
  if (!isOwned && !isAnother) return -1;
  let last = -1;
  for (let t = first + 1; t < doc.length && doc.sentence[t] === doc.sentence[k]; t++) {
    if (doc.upos[t] === U.NOUN || (isAnother && doc.upos[t] === U.PROPN && last < 0)) last = t;
    else if (doc.upos[t] !== U.ADJ && doc.upos[t] !== U.NUM) break;
    // "his associate Vijay Rao"
    if (isOwned && last >= 0 && isPeople(doc, last, classes)) return last;
  }
  return last >= 0 && isPeople(doc, last, classes) ? last : -1;
}
