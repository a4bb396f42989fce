import { childWith, type Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { isPutOff } from "./denied.js";
import { caseOf, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

const BE = vocabulary.id("be");
const TO = vocabulary.id("to");
export const UNTIL = vocabulary.id("until");
const UNTIL_DONE = wordsOf("until-done");
const SET = wordsOf("set-to-be");

/** "when he is sentenced on Nov. 8", "until she is tried", "is to be deported", "were to be charged on Monday": what the verb's own form says is still to come. */
export function isAwaited(doc: Document, t: number): boolean {
  let present = false;
  let until = false;
  let infinitive = false;
  let past = false;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if ((r === R.aux || r === R["aux:pass"] || r === R.cop) && doc.lemma[c] === BE) {
      present ||= doc.xpos[c] === P.VBZ || doc.xpos[c] === P.VBP;
      past ||= doc.xpos[c] === P.VBD;
    }
    if (r === R.mark || r === R.advmod) {
      until ||= UNTIL_DONE.has(doc.norm[c]);
      infinitive ||= doc.norm[c] === TO;
    }
  }
  return infinitive ? present || past : present && until && doc.xpos[t] === P.VBN;
}

/** "held until a hearing on Oct. 24": what somebody waits for; "was denied bail": what a court refuses. Null where the words say neither. */
export function waitedFor(doc: Document, t: number, type: string): "planned" | "not-occurred" | null {
  if (type === "justice.trial" && caseOf(doc, t) === UNTIL) return "planned";
  const h = doc.head[t];
  if (type !== "justice.release" || h < 0 || !TAKEN.has(doc.relation[t])) return null;
  return REFUSING.has(doc.lemma[h]) ? "not-occurred" : null;
}

const TAKEN = new Ids([R.obj, R["nsubj:pass"]]);
const REFUSING = wordsOf("court-refusing");

/** "The trial is due to open in September", "Sentencing is set to take place on Monday": the day of the verb behind is that of its subject. */
export function isSetFor(doc: Document, t: number, verb: number): boolean {
  const set = doc.head[t];
  if (set < 0 || isVerbal(doc, t) || doc.head[verb] !== set || doc.relation[verb] !== R.xcomp) return false;
  return SET.has(doc.lemma[set]) && childWith(doc, set, R.nsubj, R["nsubj:pass"]) === t;
}

/** "adjourned sentencing until 19 November", "held until a hearing at the High Court on Oct. 24": the day behind what is waited for is its day. */
export function isWaitedDay(doc: Document, t: number, time: number): boolean {
  if (time <= t || time - t > NEAR) return false;
  let until = false;
  for (let i = t + 1; i < time; i++) {
    if (doc.upos[i] === U.VERB || doc.upos[i] === U.CCONJ) return false;
    until ||= doc.norm[i] === UNTIL;
  }
  return until ? isPutOff(doc, t) : !isVerbal(doc, t) && caseOf(doc, t) === UNTIL;
}

const NEAR = 9;
