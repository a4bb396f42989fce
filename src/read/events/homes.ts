import { type Document, tokensIn } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Place } from "../../model/reading.js";

const OF = vocabulary.id("of");
const FROM = vocabulary.id("from");

/**
 * Tokens that places begin with which only say where somebody lives: "Kieran Doyle, 36, of Harehills, Leeds, was charged". Not where police
 * took him: "arrested Rohit from Bawana".
 */
export function homesOf(doc: Document, places: readonly Place[], isPerson: (token: number) => boolean): ReadonlySet<number> {
  const homes = new Set<number>();
  const ends = new Set<number>();
  for (const place of [...places].sort((a, b) => a.span[0] - b.span[0])) {
    const [first, end] = tokensIn(doc, place.span);
    if (first >= end) continue;
    // "of Harehills, Leeds"
    const goesOn = isComma(doc, first - 1) && ends.has(first - 1);
    if (!goesOn && !isHome(doc, first, isPerson)) continue;
    homes.add(first);
    ends.add(end);
  }
  return homes;
}

function isHome(doc: Document, first: number, isPerson: (token: number) => boolean): boolean {
  const word = first > 1 ? doc.norm[first - 1] : -1;
  if (word !== OF && word !== FROM) return false;
  const before = first - 2;
  if (isComma(doc, before)) return doc.upos[before - 1] === U.NUM && isComma(doc, before - 2) && doc.upos[before - 3] === U.PROPN;
  return word === OF && isPerson(before);
}

function isComma(doc: Document, i: number): boolean {
  return i >= 0 && doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === ",";
}
