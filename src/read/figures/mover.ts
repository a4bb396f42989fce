import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";

const FINITE: ReadonlySet<number> = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);
/** How long the phrase before the verb may be, in words. */
const LONGEST = 12;

/**
 * "Kidnappings for ransom in the state fell to 112", where the tree loses the phrase: the plural that the sentence, or the clause behind a
 * comma, opens with and that nothing but a preposition's phrases parts from its verb. -1 where there is none.
 */
export function openingPlural(doc: Document, verb: number): number {
  const first = Math.max(doc.sentenceStart[doc.sentence[verb]], verb - LONGEST);
  let noun = -1;
  for (let i = verb - 1; i >= first; i--) {
    if (FINITE.has(doc.xpos[i]) || doc.upos[i] === U.PRON || doc.upos[i] === U.CCONJ) return -1;
    if (doc.upos[i] === U.PUNCT) break;
    noun = i;
  }
  if (noun < 0 || noun === verb - 1) return -1;
  while (noun < verb && (doc.upos[noun] === U.ADJ || (doc.upos[noun] === U.NOUN && doc.relation[noun] === R.compound))) noun++;
  const isHead = doc.xpos[noun] === P.NNS && noun + 1 < verb && (doc.upos[noun + 1] === U.ADP || doc.upos[noun + 1] === U.SCONJ);
  return isHead ? noun : -1;
}
