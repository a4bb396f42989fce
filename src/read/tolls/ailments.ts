import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { caseOf } from "../events/voice.js";
import { wordsOf } from "../events/words.js";
import { partWord } from "./parts.js";

/**
 * "died of a heart condition", "had died of natural causes": a death by what somebody suffered from is no toll of an act or a disaster.
 * Not a heart attack in the flood, which officials count. "Cholera kills nine in the camps", where a report tells of no epidemic: the camps
 * are there for the flood, the dead are the disease's.
 *
 * @param epidemic whether the report tells of one, which then killed them
 */
export function isOfAilment(doc: Document, i: number, epidemic = false): boolean {
  if (doc.upos[i] !== U.VERB) return false;
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if (!epidemic && doc.relation[c] === R.nsubj && partWord(doc.lemma[c]) === "disease") return true;
    if (c < i || (doc.relation[c] !== R.obl && doc.relation[c] !== R.nmod) || !OF.has(caseOf(doc, c))) continue;
    const word = partWord(doc.lemma[c]);
    if (word === "ailment" || (word === "disease" && !epidemic) || (word === "natural-ailment" && partWord(doc.norm[c - 1]) === "natural"))
      return true;
  }
  return false;
}

const OF = wordsOf("of-ailment");
