import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import type { Trigger } from "./triggers.js";
import { caseOf, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

/** Kinds of act of which statistics are kept. A storm, a riot, a protest is itself, however many it harmed. */
const COMMON =
  /^(violence\.(?!riot|coup|threat|clash)|hazard\.(accident|fire|explosion)|justice\.(charge|conviction|trial)$|unrest\.strike)/;
/** "extreme violence": of no one riot, though the word alone may tell of one. */
const MASS = "violence.riot";

/**
 * Whether a trigger in a sentence of statistics tells how many there were, or of how many it was done, and so of no one act: "air strikes
 * killed 1,703 civilians in 2025, up 52 percent", "the rise in stabbings", "at least 173 people died in custody". Not "a raid on Sunday
 * left five dead", "he was stabbed".
 */
export function isInStatistics(ctx: Context, trigger: Trigger): boolean {
  const { doc, statistics } = ctx;
  const t = trigger.token;
  const grade = statistics.gradeAt(doc, t);
  if (grade === "none") return false;
  if (trigger.row.type === MASS) return doc.xpos[t] === P.NN && isOfMany(doc, t);
  if (trigger.row.type !== null && !COMMON.test(trigger.row.type)) return false;
  if (isVerbal(doc, t)) return isDoneToMany(ctx, t);
  // "among the dead were 489 women"
  if (trigger.row.kind === "result" && doc.upos[t] === U.ADJ) return doc.relation[t] !== R.xcomp && doc.relation[t] !== R.acl;
  return isOfMany(doc, t) && !isSingled(doc, t);
}

/** "stabbings", "violence", "assault with a sharp object"; "the murders": no one act. */
function isOfMany(doc: Document, t: number): boolean {
  if (doc.relation[t] === R.compound) return isOfMany(doc, doc.head[t]);
  if (doc.xpos[t] === P.NNS) return true;
  return doc.xpos[t] === P.NN && childWith(doc, t, R.det, R["nmod:poss"]) < 0;
}

/** "the two murders", "those attacks": acts that the report points at. */
function isSingled(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) if (POINTING.has(doc.norm[c])) return true;
  return false;
}

/** A verb whose object or passive subject is counted, or is many, and that nobody single did. */
function isDoneToMany(ctx: Context, t: number): boolean {
  const { doc } = ctx;
  let many = false;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    const core = r === R.nsubj || r === R["nsubj:pass"] || r === R.obj;
    // "assaulted staff 1,140 times"
    if (TIME.has(doc.lemma[c]) && ctx.lookups.counting(c).some((q) => (q.count.low ?? 0) >= OFTEN)) many = true;
    // "in a crash", "by a man", "when a truck rammed into a van"
    if ((core || r === R.obl || r === R["obl:agent"]) && isOne(ctx, c)) return false;
    if (r === R.advcl && childWith(doc, c, R.nsubj) >= 0 && isOne(ctx, childWith(doc, c, R.nsubj))) return false;
    if (core && (isPlural(doc, c) || ctx.lookups.counting(c).some((q) => (q.count.low ?? q.count.high ?? 0) >= 2))) many = true;
    if (core && doc.upos[c] === U.NUM) many = true;
  }
  // "those killed", "victims stabbed": on its noun
  const noun = doc.relation[t] === R.acl || doc.relation[t] === R["acl:relcl"] ? doc.head[t] : -1;
  return many || (noun >= 0 && isPlural(doc, noun));
}

function isPlural(doc: Document, t: number): boolean {
  return doc.xpos[t] === P.NNS || doc.xpos[t] === P.NNPS || MANY.has(doc.norm[t]);
}

/** One person or act: "a man", "the gunman", "an attack", "Ali Karam". Not "the state", "a period". */
function isOne({ doc, classes, actTokens }: Context, t: number): boolean {
  if (isPlural(doc, t) || doc.upos[t] === U.NUM) return false;
  if (caseOf(doc, t) >= 0 && SINCE.has(caseOf(doc, t))) return false;
  const person = (classes[t] & (C.person | C.weapon)) !== 0 && (classes[t] & C.crowd) === 0;
  const determined = childWith(doc, t, R.det) >= 0;
  if (actTokens.has(t)) return determined || doc.upos[t] === U.PROPN;
  return person && (determined || doc.upos[t] === U.PROPN);
}

/** Times from which on a deed is no single act. */
const OFTEN = 10;
const TIME = new Set([vocabulary.id("time")]);
const POINTING = wordsOf("pointing");
const MANY = wordsOf("many-people");
const SINCE = wordsOf("since-when");
