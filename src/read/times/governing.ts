import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Expression } from "./expression.js";
import { at, has } from "./look.js";
import { is } from "./words.js";

/** What the verb that a time hangs on says of when: "sure" where it leaves no doubt that the time is yet to come; null where it says nothing. Not what other verbs of the sentence say. */
export function governed(doc: Document, e: Expression): "past" | "sure" | "ahead" | null {
  const head = headOf(doc, e);
  const verb = verbAbove(doc, head);
  if (verb < 0) return null;
  // "until Thursday they had not called him": the day is behind
  if (is(at(doc, e.first - 1), "lead") === "until") return formOf(doc, verb) === "perfect" ? "past" : null;
  // "since announcing it in October"
  if (doc.xpos[verb] === P.VBG && verb < e.first && hasBefore(doc, verb, "since")) return "past";
  // "postponed to December", "moved to Monday"
  if (verb < e.first && has(doc, e.first - 1, "to") && has(doc, verb, "put-off")) return "sure";
  const m = e.meaning;
  if ((m.kind === "calendar" || m.kind === "weekday") && m.turn === null && hangsOn(doc, head, verb) && isAwaited(doc, verb)) return "sure";
  const bare = m.kind === "calendar" && m.day === null && m.month !== null;
  if (!bare || !hangsOn(doc, head, verb)) return null;
  // "the March vote will decide it", "in April they will vote again"
  if (verb > e.first)
    return formOf(doc, verb) !== "will"
      ? null
      : doc.head[head] === verb
        ? "sure"
        : doc.relation[doc.head[head]] === R.nsubj
          ? "ahead"
          : null;
  return monthGoverned(doc, verb);
}

/** "will be named in December", "when it is heard in May", "agreed to buy it in February", "can join in April". */
function monthGoverned(doc: Document, verb: number): "sure" | "ahead" | null {
  const form = formOf(doc, verb);
  if (form === "will") return "sure";
  if (form === "can" || form === "present") return "ahead";
  const above = form === "to" ? doc.head[verb] : -1;
  return above >= 0 && has(doc, above, "intends") ? "ahead" : null;
}

/** The token of an expression that hangs on one outside it. */
export function headOf(doc: Document, e: Expression): number {
  for (let i = e.first; i < e.end; i++) if (doc.head[i] < e.first || doc.head[i] >= e.end) return i;
  return e.first;
}

/** Straight on the verb, or on a noun that does: "take part in the summit in April". */
function hangsOn(doc: Document, head: number, verb: number): boolean {
  const on = doc.head[head];
  return on === verb || (doc.head[on] === verb && doc.upos[on] === U.NOUN);
}

/** The next verb or predicate above a token; -1 where there is none. */
export function verbAbove(doc: Document, i: number): number {
  let up = doc.head[i];
  while (up >= 0 && doc.upos[up] !== U.VERB && doc.upos[up] !== U.AUX && !hasAuxiliary(doc, up)) up = doc.head[up];
  return up;
}

function hasAuxiliary(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (isAuxiliary(doc.relation[c])) return true;
  return false;
}

function isAuxiliary(relation: number): boolean {
  return relation === R.aux || relation === R["aux:pass"] || relation === R.cop;
}

type Form = "past" | "perfect" | "will" | "would" | "can" | "present" | "to" | "other";

/** "if he wins in November", "once the rule takes effect on June 1": the present behind such a word is yet to come. So is what is to be done. */
function isAwaited(doc: Document, verb: number): boolean {
  if (doc.xpos[verb] === P.VBN && isToBe(doc, verb)) return true;
  // "if convicted in June, he could face"
  if (doc.xpos[verb] === P.VBN && !hasAuxiliary(doc, verb)) return hasBefore(doc, verb, "supposes");
  if (doc.xpos[verb] !== P.VBZ && doc.xpos[verb] !== P.VBP) return false;
  return hasBefore(doc, verb, "awaits");
}

/** "were to be charged on Monday". */
function isToBe(doc: Document, verb: number): boolean {
  const be = verb - 1;
  return be > 1 && doc.xpos[be] === P.VB && doc.upos[be] === U.AUX && has(doc, be - 1, "to") && doc.upos[be - 2] === U.AUX;
}

/** Whether a word of a class hangs on a verb before it. */
function hasBefore(doc: Document, verb: number, name: string): boolean {
  for (let c = doc.firstChild[verb]; c >= 0 && c < verb; c = doc.nextSibling[c]) if (has(doc, c, name)) return true;
  return false;
}

/** The form of a predicate: by the auxiliaries that hang on it, else by its own. */
function formOf(doc: Document, i: number): Form {
  for (let c = doc.firstChild[i]; c >= 0 && c < i; c = doc.nextSibling[c]) {
    if (!isAuxiliary(doc.relation[c])) continue;
    if (doc.xpos[c] === P.MD) return (is(at(doc, c), "mood") ?? "other") as Form;
    if (doc.xpos[c] === P.VBD) return doc.relation[c] === R.aux && doc.xpos[i] === P.VBN ? "perfect" : "past";
    if (doc.xpos[c] === P.VBZ || doc.xpos[c] === P.VBP) return has(doc, c, "now-cue") ? "present" : "past";
  }
  if (doc.xpos[i] === P.VBD) return "past";
  if (doc.xpos[i] === P.VBZ || doc.xpos[i] === P.VBP) return "present";
  return doc.xpos[i] === P.VB ? "to" : "other";
}
