import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { BEGIN, LAST, labelOf, NAME_TYPES, OUTSIDE, positionOf, typeOf, UNIT } from "./labels.js";

const PLACE = NAME_TYPES.indexOf("place");
const NATIONALITY = NAME_TYPES.indexOf("nationality");
const OF = vocabulary.id("of");

/**
 * "the Brazilian city of Petrópolis", taken for one name: a nationality, what sort of place it is, and the place. Not "the Republic of
 * Ireland", whose nouns have capitals.
 */
export function splitDescribed(doc: Document, labels: Uint8Array): void {
  for (let i = 0; i + 3 < doc.length; i++) {
    if (labels[i] === OUTSIDE || typeOf(labels[i]) !== PLACE || positionOf(labels[i]) !== BEGIN || doc.norm[i + 2] !== OF) continue;
    if (doc.upos[i + 1] !== U.NOUN || !isLower(doc, i + 1) || doc.upos[i] !== U.ADJ) continue;
    let last = i + 3;
    while (last + 1 < doc.length && positionOf(labels[last]) !== LAST && positionOf(labels[last]) !== UNIT) last++;
    labels[i] = labelOf(NATIONALITY, UNIT);
    labels[i + 1] = OUTSIDE;
    labels[i + 2] = OUTSIDE;
    labels[i + 3] = labelOf(PLACE, last === i + 3 ? UNIT : BEGIN);
  }
}

function isLower(doc: Document, i: number): boolean {
  const first = doc.text[doc.start[i]];
  return first === first.toLowerCase();
}
