import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { type Term, termAt } from "./terms.js";
import { wordsOf } from "./words.js";

const WITH = vocabulary.id("with");
const OF = vocabulary.id("of");
const LEAST = wordsOf("least-term");
const REACH = 9;

/** What a court adds to a term in the same breath: "life with a minimum term of 21 years", "ten months' detention and 200 hours of unpaid work". */
export function companionsOf(doc: Document, { last }: Term): readonly Term[] {
  const end = doc.sentenceStart[doc.sentence[last] + 1];
  let i = last + 1;
  if (i < end && doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === ",") i++;
  if (i + 2 >= end) return [];
  if (doc.norm[i] === WITH) return leastTerm(doc, i + 1, end);
  if (doc.upos[i] !== U.CCONJ) return [];
  const from = doc.upos[i + 1] === U.DET && doc.upos[i + 2] === U.NUM ? i + 2 : i + 1;
  const term = termAt(doc, from);
  // "five and eight years": terms of several people
  return term && term.last > term.first && doc.upos[term.last + 1] !== U.ADV ? [term, ...companionsOf(doc, term)] : [];
}

/** "a minimum non-parole period of 24 years", "a non-parole period of 19": the least that must be served, in years unless it says otherwise. */
function leastTerm(doc: Document, from: number, end: number): readonly Term[] {
  let least = -1;
  for (let i = from; i < end && i - from < REACH; i++) {
    if (LEAST.has(doc.norm[i])) least = i;
    if (doc.upos[i] === U.VERB || (doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] !== "-")) return [];
    if (doc.upos[i] !== U.NUM || least < 0) continue;
    const term = termAt(doc, i);
    if (term) return [{ ...term, first: from }];
    return doc.norm[i - 1] === OF ? [{ first: from, head: i, last: i }] : [];
  }
  return [];
}
