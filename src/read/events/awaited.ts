import { childWith, type Document } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const BE = vocabulary.id("be");
const TO = vocabulary.id("to");
const UNTIL = wordsOf("until-done");
const SET = wordsOf("set-to-be");

/** "when he is sentenced on Nov. 8", "until she is tried", "is to be deported": what the verb's own form says is still to come. */
export function isAwaited(doc: Document, t: number): boolean {
  let present = false;
  let until = false;
  let infinitive = false;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if ((r === R.aux || r === R["aux:pass"]) && doc.lemma[c] === BE) present ||= doc.xpos[c] === P.VBZ || doc.xpos[c] === P.VBP;
    else if (r === R.mark || r === R.advmod) {
      until ||= UNTIL.has(doc.norm[c]);
      infinitive ||= doc.norm[c] === TO;
    }
  }
  return present && (infinitive || (until && doc.xpos[t] === P.VBN));
}

/** "The trial is due to open in September", "Sentencing is set to take place on Monday": the day of the verb behind is that of its subject. */
export function isSetFor(doc: Document, t: number, verb: number): boolean {
  const set = doc.head[t];
  if (set < 0 || isVerbal(doc, t) || doc.head[verb] !== set || doc.relation[verb] !== R.xcomp) return false;
  return SET.has(doc.lemma[set]) && childWith(doc, set, R.nsubj, R["nsubj:pass"]) === t;
}
