import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { RoleFiller } from "../../model/reading.js";
import { wordsOf } from "./words.js";

/** A role filler with the token that heads it. */
interface Party extends RoleFiller {
  readonly token: number;
}

/**
 * "the soldiers" beside "a pair of Israeli soldiers", "Six" of a headline beside "six others": a party told again in fewer words. Of two
 * that say the same the first stands.
 */
export function saysNoMore(doc: Document, isName: (token: number) => boolean, f: Party, other: Party): boolean {
  if (f.role !== other.role || isName(f.token)) return false;
  if (isName(other.token) && ACCUSED.has(f.role)) return isJustSomebody(doc, f.token, other.token);
  const sameCount = f.count !== null && other.count !== null && f.count.low === other.count.low && f.count.high === other.count.high;
  if (doc.upos[f.token] === U.NUM && doc.upos[other.token] !== U.NUM) return sameCount;
  if (doc.lemma[f.token] !== doc.lemma[other.token] || COUNTS.has(doc.lemma[f.token])) return false;
  if (sameCount || (f.count === null && other.count === null && f.span[1] - f.span[0] === other.span[1] - other.span[0]))
    return other.token < f.token;
  return f.count === null && isKnown(doc, f.token) && (other.count !== null || !isKnown(doc, other.token) || other.token < f.token);
}

/** Roles of one who did it: told first as "a man", then by name. */
const ACCUSED = new Set<string>(["perpetrator", "defendant"]);

/** "A man" and "the gunman" beside "Ali Rahman": one person by a bare word, told as new only before the name. */
function isJustSomebody(doc: Document, t: number, name: number): boolean {
  if (doc.xpos[t] !== P.NN || !SOMEBODY.has(doc.lemma[t]) || doc.relation[t] === R.conj || childWith(doc, t, R.conj) >= 0) return false;
  const det = childWith(doc, t, R.det);
  return isBare(doc, t) && (t < name || (det >= 0 && DEFINITE.has(doc.norm[det])));
}

/** Without anything before it but an article. */
function isBare(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c])
    if (doc.relation[c] !== R.det || FURTHER.has(doc.norm[c])) return false;
  return true;
}

const SOMEBODY = wordsOf("just-somebody");
const FURTHER = wordsOf("further-person");

/** "the girls", "soldiers": without a number, an indefinite article or a word that sets them apart. */
function isKnown(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c])
    if (doc.relation[c] !== R.det || !DEFINITE.has(doc.norm[c])) return false;
  return true;
}

/** "one count of fraud", "one count of theft". */
const COUNTS = wordsOf("charge-count");
const DEFINITE = wordsOf("definite");
