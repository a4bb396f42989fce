import { type Document, normOf } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { indexOf, type Needs } from "./count.js";
import { tollWordAt } from "./words.js";

/** "Gunmen free 11 abducted pupils": those let go are not all who were taken. */
export function isOfReleased(doc: Document, i: number): boolean {
  if (doc.upos[i + 1] !== U.NOUN) return false;
  for (let k = i - 1; k >= Math.max(doc.sentenceStart[doc.sentence[i]], i - RELEASE_REACH); k--)
    if (tollWordAt(doc, k)?.effect === "released") return true;
  return false;
}

/** "Kidnappers freed 12 of the pupils seized from a school": twelve are those let go, and nobody says how many were taken. */
export function isShareReleased({ doc, quantities }: Needs, i: number): boolean {
  const whom = doc.relation[i] === R.acl ? doc.head[i] : -1;
  const q = whom < 0 ? undefined : indexOf(quantities).byNoun.get(whom);
  if (!q || normOf(doc, q.tokens[1]) !== "of") return false;
  return q.tokens[0] > 0 && tollWordAt(doc, q.tokens[0] - 1)?.effect === "released";
}

const RELEASE_REACH = 3;
