import { type Document, lemmaOf, normOf } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Quantity } from "../findings.js";
import { indexOf, isAge, type Needs } from "./count.js";
import { partWord } from "./parts.js";
import { isPeople } from "./people.js";

/** How far before a toll word the noun may stand that numbers it; how far behind it the number, and behind its own verb. */
const NOUN_REACH = 6;
const NUMBER_REACH = 30;
const VERB_REACH = 5;

/**
 * "The number of people killed in the attack has risen from five to six", "the number of dead stands at nine": what is said of the
 * number of those whom the toll word at token `i` counts. Not "a number of people were killed", which is a number itself. Null where
 * the sentence says none.
 */
export function toldNumber(found: Needs, i: number): Quantity | null {
  const { doc, quantities, classes } = found;
  if (!isNumbered(doc, i)) return null;
  const end = Math.min(doc.sentenceStart[doc.sentence[i] + 1], i + NUMBER_REACH);
  let verb = -1;
  for (let k = i + 1; k < end; k++) {
    if (partWord(lemmaOf(doc, k)) === "stands") verb = k;
    // "put the number of injured at 516", "at more than 20"
    const put = k === i + 1 && partWord(normOf(doc, k)) === "put" ? quantityAt(found, doc.end[k] + 1) : undefined;
    if (put && put.noun === null && put.count.unit === null) return put;
    const q = indexOf(quantities).byStart.get(k);
    if (!q || q.count.unit !== null || isAge(doc, q) || (q.noun !== null && !isPeople(doc, q.noun, classes))) continue;
    if (grew(q) || (q.count.was === null && verb >= 0 && k - verb <= VERB_REACH)) return q;
  }
  return null;
}

/** The quantity whose words, its qualifier's too, begin at an offset. */
function quantityAt({ quantities }: Needs, at: number): Quantity | undefined {
  return quantities.find((q) => q.count.span[0] === at);
}

/** A toll rises; a number of killed that falls is one of another year. */
function grew({ count }: Quantity): boolean {
  return count.was !== null && count.low !== null && count.low > count.was;
}

/** Whether a toll word stands within "the number of ...", with no other verb and no comma in between. */
function isNumbered(doc: Document, i: number): boolean {
  const start = Math.max(doc.sentenceStart[doc.sentence[i]], i - NOUN_REACH);
  for (let k = i - 1; k >= start; k--) {
    if (doc.upos[k] === U.PUNCT || doc.upos[k] === U.VERB) return false;
    if (partWord(lemmaOf(doc, k)) === "numbers" && normOf(doc, k + 1) === "of")
      return k === 0 || partWord(normOf(doc, k - 1)) !== "indefinite";
  }
  return false;
}
