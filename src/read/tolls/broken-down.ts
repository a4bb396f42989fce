import { spanOf } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Effect } from "../../model/vocabulary.js";
import { breakdownAt } from "./breakdown.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { countOf, type Needs } from "./count.js";
import type { TollWord } from "./words.js";

/** "Eight of the dead were women, and five were children". */
export function brokenDown(found: Needs, i: number, word: TollWord): Candidate[] {
  const { doc } = found;
  return breakdownAt(found, i).flatMap(({ head, quantity, words }) => {
    const count = quantity ? { count: quantity.count, after: quantity.tokens[1] } : countOf(found, head, word);
    const share = count && candidateOf(doc, i, word, head, count.count, count.after, true, "toll:breakdown");
    if (!share) return [];
    const phrase = spanOf(doc, words[0], words[1] - 1);
    return [{ ...share, phrase, where: doc.upos[words[0]] === U.ADP ? phrase : null }];
  });
}

/** "Four of the victims were police officers": those whom the words before counted. */
export function victimsBrokenDown(found: Needs, i: number, all: readonly Candidate[]): Candidate[] {
  const whole = all.findLast((c) => HARMED.has(c.word.effect) && (c.count.low ?? 0) >= 2 && c.partOf === null && c.word.mark !== "hint");
  return whole ? brokenDown(found, i, whole.word).filter((c) => (c.count.low ?? 1) <= (whole.count.low ?? 0)) : [];
}

const HARMED = new Set<Effect>(["killed", "injured"]);
