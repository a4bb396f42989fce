import { childWith } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { figureWords } from "../figures/words.js";
import { type Ask, best, mentionsOf, type Sheet } from "./sheet.js";

/** How a phrase is opened: what is named first is seldom "the" one, and what is "the" one has seldom its first mention here. */
const OPENING = { bare: 0, definite: 1, indefinite: 2, counted: 3, owned: 4 } as const;
/** A name of a person, as `surroundings` numbers them. */
const PERSON = 1;

function opening(x: Sheet, r: number, k: number): number {
  const { doc } = x.s;
  const { head } = best(x, r, k);
  if (childWith(doc, head, R.nummod) >= 0) return OPENING.counted;
  if (childWith(doc, head, R["nmod:poss"]) >= 0) return OPENING.owned;
  const det = childWith(doc, head, R.det);
  if (det < 0) return OPENING.bare;
  return figureWords().definite.has(doc.norm[det]) ? OPENING.definite : OPENING.indefinite;
}

/** Which ends of a phrase cut a name in two, as where the parser took "FLORES" for a word of its own: 1 its last, 2 its first. */
function cut(x: Sheet, r: number, k: number): number {
  const { nameAt } = x.s;
  const { first, last } = best(x, r, k);
  const within = (i: number): boolean => nameAt[i] > 0 && nameAt[i] === nameAt[i + 1];
  return (within(last) ? 1 : 0) + (first > 0 && within(first - 1) ? 2 : 0);
}

/** By name: what the trees ask of how an entity is put into words where it fills the role likeliest. */
export const WORDING: Readonly<Record<string, Ask>> = {
  opening,
  cut,
  definite: (x, r, k) => (opening(x, r, k) === OPENING.definite ? 1 : 0),
  person: (x, r, k) => (x.s.nameAt[best(x, r, k).head] === PERSON ? 1 : 0),
  proper: (x, r, k) => (x.s.doc.upos[best(x, r, k).head] === U.PROPN ? 1 : 0),
  relation: (x, r, k) => x.s.doc.relation[best(x, r, k).head],
  letters: (x, _, k) => x.entities[k].key.length,
  share: (x, _, k) => mentionsOf(x, k).length / x.candidates.length,
};
