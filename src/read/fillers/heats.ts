import { U } from "../../language/tags.js";
import { type Features, stableHash } from "../linear.js";
import { cluster, manner } from "./kinds.js";
import type { Surroundings } from "./surroundings.js";

/** Hash bits of the features of reports and sentences. */
export const HEAT_BITS = 19;
/** Sentences that a report opens with. */
const EARLY = 4;

/** Words of a sentence, with its neighbours in pairs: whether it tells of an event worth coding. */
export function sentenceFeatures(s: Surroundings, sentence: number, out: Features): void {
  const { doc } = s;
  let before = 0;
  for (let i = doc.sentenceStart[sentence]; i < doc.sentenceStart[sentence + 1]; i++) {
    if (doc.upos[i] === U.PUNCT) continue;
    const lemma = stableHash(doc.lemma[i]);
    out.add(1, lemma);
    out.add(2, lemma, before);
    if (s.triggered[i]) {
      out.add(3, s.triggered[i]);
      out.add(15, s.triggered[i], manner(s, i));
    }
    if (s.facts.tollAt[i]) out.add(16, s.facts.tollAt[i]);
    if (s.roleAt[i]) {
      out.add(4, s.roleAt[i], s.typeAt[i]);
      out.add(6, s.roleAt[i], cluster(doc, i));
    }
    out.add(7, cluster(doc, i));
    before = lemma;
  }
  out.add(5, Math.min(sentence, 6));
  out.add(8, Math.floor((8 * sentence) / doc.sentenceCount));
  for (const beside of [sentence - 1, sentence + 1]) {
    if (beside < 0 || beside >= doc.sentenceCount) continue;
    for (const type of s.sentenceTypes[beside]) out.add(9, type, beside - sentence + 1);
  }
}

/** Words of a whole report and pairs of them: whether it tells of an event worth coding at all, and who and what is told of. */
export function reportFeatures(s: Surroundings, out: Features): void {
  const { doc } = s;
  let before = 0;
  for (let i = 0; i < doc.length; i++) {
    if (doc.upos[i] === U.PUNCT) continue;
    const lemma = stableHash(doc.lemma[i]);
    out.add(10, lemma);
    out.add(12, before, lemma);
    if (doc.sentence[i] < EARLY) out.add(13, lemma);
    if (s.triggered[i]) {
      out.add(11, s.triggered[i], doc.sentence[i] < EARLY ? 1 : 0);
      out.add(17, s.triggered[i], manner(s, i));
    }
    if (s.facts.tollAt[i]) out.add(18, s.facts.tollAt[i], cluster(doc, i));
    if (s.roleAt[i]) out.add(14, s.roleAt[i], s.typeAt[i], cluster(doc, i));
    before = lemma;
  }
}
