import { childWith, type Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { ofPhraseTop } from "./light.js";
import { subjectOf } from "./subjects.js";
import { caseOf, isPassive, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const BLAMING = wordsOf("blaming");
const FOR = vocabulary.id("for");
const ON = vocabulary.id("on");

/** "blamed rebels for the raid", "much of the rioting was blamed on a fringe": who is said to have done what the noun tells of; -1 where nobody is. */
export function blamedFor(doc: Document, t: number): number {
  const top = ofPhraseTop(doc, t);
  const verb = doc.head[top];
  if (verb < 0 || !isVerbal(doc, verb) || !BLAMING.has(doc.lemma[verb])) return -1;
  const relation = doc.relation[top];
  const passive = isPassive(doc, verb);
  if (relation === R.obl && caseOf(doc, top) === FOR) return passive ? subjectOf(doc, verb) : childWith(doc, verb, R.obj);
  if (relation !== (passive ? R["nsubj:pass"] : R.obj)) return -1;
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.obl && caseOf(doc, c) === ON) return c;
  return -1;
}
