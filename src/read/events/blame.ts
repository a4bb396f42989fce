import { childWith, type Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { ofPhraseTop } from "./light.js";
import { subjectOf } from "./subjects.js";
import { caseOf, isPassive, isVerbal, NOMINAL_PREPOSITIONAL, objectBehind } from "./voice.js";
import { wordsOf } from "./words.js";

const BLAMING = wordsOf("blaming");
/** "attributed the bombing to dissidents". */
const ATTRIBUTING = wordsOf("attributing");
/** "pulled up the police for inaction", "an inspector was suspended for negligence": what somebody is reproached with he did, or left undone. */
const REPROACHING = wordsOf("reproaching");
const WITH_WHAT = wordsOf("reproached-with");
const LEFT_UNDONE = wordsOf("left-undone");
const FOR = vocabulary.id("for");
const ON = vocabulary.id("on");
const TO = vocabulary.id("to");

/** "blamed rebels for the raid", "much of the rioting was blamed on a fringe": who is said to have done what the noun tells of; -1 where nobody is. */
export function blamedFor(doc: Document, t: number): number {
  const top = ofPhraseTop(doc, t);
  const verb = doc.head[top];
  if (verb < 0 || !isVerbal(doc, verb)) return -1;
  if (ATTRIBUTING.has(doc.lemma[verb]))
    return doc.relation[top] === (isPassive(doc, verb) ? R["nsubj:pass"] : R.obj) ? behind(doc, verb, top, TO) : -1;
  if (!BLAMING.has(doc.lemma[verb])) return -1;
  const relation = doc.relation[top];
  const passive = isPassive(doc, verb);
  if (relation === R.obl && caseOf(doc, top) === FOR) return passive ? subjectOf(doc, verb) : childWith(doc, verb, R.obj);
  if (relation !== (passive ? R["nsubj:pass"] : R.obj)) return -1;
  return behind(doc, verb, top, ON);
}

/** The noun behind a preposition that goes with a verb, wherever the tree hangs it: on the verb, or on the verb's object; -1 where none is. */
function behind(doc: Document, verb: number, object: number, preposition: number): number {
  for (const at of [verb, object])
    for (let c = doc.firstChild[at]; c >= 0; c = doc.nextSibling[c])
      if (c > verb && NOMINAL_PREPOSITIONAL.has(doc.relation[c]) && caseOf(doc, c) === preposition) return c;
  return -1;
}

/** "The court pulled up the police for inaction": who is reproached with what the noun tells of; -1 where nobody is. */
export function reproachedWith(doc: Document, t: number): number {
  if (!LEFT_UNDONE.has(doc.lemma[t])) return -1;
  if (isOfReproached(doc, t)) return doc.head[t];
  const top = ofPhraseTop(doc, t);
  if (isOfReproached(doc, top)) return doc.head[top];
  const verb = doc.head[top];
  if (verb < 0 || !isVerbal(doc, verb) || !REPROACHING.has(doc.lemma[verb])) return -1;
  if (!NOMINAL_PREPOSITIONAL.has(doc.relation[top]) || !WITH_WHAT.has(caseOf(doc, top))) return -1;
  if (isPassive(doc, verb)) return subjectOf(doc, verb);
  const object = childWith(doc, verb, R.obj);
  return object >= 0 ? object : objectBehind(doc, verb + 1 < doc.length && doc.upos[verb + 1] === U.ADP ? verb + 1 : verb);
}

/** "accuses the police of complicity": where the tree hangs what he is reproached with on who is. */
function isOfReproached(doc: Document, top: number): boolean {
  const object = doc.head[top];
  if (object < 0 || doc.relation[top] !== R.nmod || doc.relation[object] !== R.obj || !WITH_WHAT.has(caseOf(doc, top))) return false;
  const verb = doc.head[object];
  return verb >= 0 && isVerbal(doc, verb) && REPROACHING.has(doc.lemma[verb]);
}
