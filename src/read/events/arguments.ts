import { childWith, type Document, dominates } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { agedBefore } from "./aged.js";
import { blamedFor, reproachedWith } from "./blame.js";
import { C, wordBits } from "./classes.js";
import { lightArguments, pushAgents } from "./light.js";
import { nearbyArguments, nounAfter, nounAfterBy } from "./nearby.js";
import { doerByMeans, openedBetween, sharedSubject } from "./subjects.js";
import {
  countBefore,
  doerAfterOf,
  doerBeforeHyphen,
  doerBehind,
  handsOf,
  invertedPatient,
  isMisread,
  isTold,
  openingSubject,
  phraseBehind,
  sharedDoer,
  sharedOf,
  sidesBetween,
} from "./surface.js";
import { antecedent, BY, caseOf, isPassive, isVerbal, markOf, NOMINAL_PREPOSITIONAL, objectBehind, SUBJECTS } from "./voice.js";
import { wordsOf } from "./words.js";

/** A dependent of a trigger, by the slot it fills: agent, patient, possessor, compound, clause, or a preposition. */
export interface Argument {
  readonly slot: string;
  readonly token: number;
  /** How it was reached: its own dependent, or shared through coordination, control, a relative clause, a light verb. */
  readonly via: "own" | "shared" | "control" | "relative" | "light";
}

const TO = vocabulary.id("to");
const BEHIND = vocabulary.id("behind");
const BAR = vocabulary.id("bar");
const INCLUDING = vocabulary.id("including");
const UNDER = wordsOf("undergoing");

/** What fills the slots of a trigger, its own dependents first. Not yet roles. */
export function argumentsOf(doc: Document, t: number, light: ReadonlyMap<number, string>, verbal: boolean): readonly Argument[] {
  if (isVerbal(doc, t)) return verbArguments(doc, t);
  if (verbal) return nearbyArguments(doc, t);
  return nounArguments(doc, t, light);
}

function verbArguments(doc: Document, t: number): Argument[] {
  const inverted = invertedPatient(doc, t);
  if (inverted >= 0)
    return [
      { slot: "patient", token: inverted, via: "own" },
      ...treeArguments(doc, t).filter((a) => a.token !== inverted && a.slot !== "agent"),
    ];
  const slot = isPassive(doc, t) ? "patient" : "agent";
  const tree = mended(doc, t, treeArguments(doc, t));
  const whose = tree.some((a) => a.slot === slot && doc.norm[childWith(doc, a.token, R["nmod:poss"])] === WHOSE);
  const aged = whose ? -1 : agedBefore(doc, t, tree.find((a) => a.slot === slot && a.token < t)?.token ?? -1);
  if (aged >= 0) return [...tree.filter((a) => a.slot !== slot || a.token > t), { slot, token: aged, via: "own" }];
  const isBefore = (a: Argument): boolean => a.slot === slot && a.token < t;
  // "A commander, identified as X and Y, surrendered": the tree may take Y
  const told = isTold(doc, t);
  const found = tree.filter(
    (a) => (!isBefore(a) || !isMisread(doc, a.token, t)) && !(told && a.slot === slot && a.token > t && a.via !== "own"),
  );
  if (!isMain(doc, t) || found.some((a) => a.slot === slot)) return found.some(isBefore) ? found : tree;
  const subject = openingSubject(doc, t);
  return subject < 0 ? tree : [...found.filter((a) => a.token !== subject), { slot, token: subject, via: "own" }];
}

/**
 * Subjects as they are meant: "13 soldiers, among them a colonel, were held" is about the soldiers, and in "Ana Robles, whose son was
 * seized" somebody took the son.
 */
function mended(doc: Document, t: number, found: Argument[]): Argument[] {
  const subjects = found.filter((a) => a.via === "own" && a.token < t && SUBJECTS.includes(doc.relation[a.token]));
  const whose = subjects.find((a) => doc.norm[childWith(doc, a.token, R["nmod:poss"])] === WHOSE);
  if (whose) return subjects.length === 1 ? found : found.filter((a) => a === whose || !subjects.includes(a));
  const opened = subjects.length > 1 ? openedBetween(doc, t, subjects[0].token) : -1;
  if (opened >= 0 && subjects.some((a) => a.token > opened)) return found.filter((a) => !subjects.includes(a) || a.token > opened);
  const [one] = subjects;
  const before = one ? childWith(doc, one.token, R.nsubj) : -1;
  if (before < 0 || before > one.token) return found;
  for (let i = before + 1; i < one.token; i++)
    if (AMONG.has(doc.norm[i])) return found.map((a) => (a === one ? { ...a, token: before } : a));
  return found;
}

const WHOSE = vocabulary.id("whose");
const AMONG = wordsOf("among");

/** Whether a verb heads its sentence, finite; or would, but for a participle before it that the tree took for the head: "X, wanted for Y, surrendered". */
function isMain(doc: Document, t: number): boolean {
  const x = doc.xpos[t];
  if (x !== P.VBD && x !== P.VBZ && x !== P.VBP && childWith(doc, t, R.aux, R["aux:pass"]) < 0) return false;
  if (doc.relation[t] === R.root || isTold(doc, t)) return true;
  const h = doc.head[t];
  const tied = doc.relation[t] === R.conj || doc.relation[t] === R.ccomp || doc.relation[t] === R.parataxis;
  return tied && h < t && doc.relation[h] === R.root && doc.xpos[h] === P.VBN && childWith(doc, h, R.aux, R["aux:pass"]) < 0;
}

function treeArguments(doc: Document, t: number): Argument[] {
  const found: Argument[] = [];
  const passive = isPassive(doc, t);
  // "Constables baton-charged the crowd": the subject may hang on the word before the hyphen
  if (t > 1 && doc.head[t - 2] === t && !passive) add(found, "agent", childWith(doc, t - 2, ...SUBJECTS), "own");
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    const slot = isDoerBefore(doc, c, t) ? "agent" : slotOf(doc, c, passive);
    add(found, "hands", handsOf(doc, c), "own");
    if (slot) found.push({ slot, token: nounOf(doc, behindColon(doc, antecedent(doc, c), t)), via: "own" });
  }
  const has = (slot: string): boolean => found.some((a) => a.slot === slot);
  // "Police have booked eight men": the tree may hang the subject on the auxiliary
  const before = passive || has("agent") ? -1 : childWith(doc, t, R.aux);
  if (before >= 0) add(found, "agent", childWith(doc, before, R.nsubj), "own");
  if (passive) {
    if (!has("patient")) add(found, "patient", countBefore(doc, t) ?? sharedSubject(doc, t), "shared");
    // "hacked to death by ...": the tree may hang the doer on another word
    if (!has("agent")) add(found, "agent", nounAfterBy(doc, t), "own");
    if (!found.some((a) => a.slot === "agent")) add(found, "agent", sharedDoer(doc, t), "shared");
    return found;
  }
  // "considered attacking judges": a wrong tree makes the object the verb's governor
  const misplaced = doc.relation[t] === R.amod && doc.xpos[t] === P.VBG && doc.head[t] > t;
  if (misplaced && !has("patient")) add(found, "patient", doc.head[t], "own");
  if (!has("agent") && !misplaced) add(found, "agent", sharedSubject(doc, t), doc.relation[t] === R.conj ? "shared" : "control");
  if (!has("patient")) add(found, "patient", sharedObject(doc, t), "shared");
  if (!has("patient") && childWith(doc, t, R.xcomp, R.ccomp) < 0) add(found, "patient", objectBehind(doc, t), "own");
  addInstrument(doc, found);
  return found;
}

/** "Meerut: Eight booked for rioting": a place before a colon is no subject; who stands behind it is. */
function behindColon(doc: Document, subject: number, verb: number): number {
  const colon = subject + 1;
  if (colon + 1 >= verb || doc.text[doc.start[colon]] !== ":" || !SUBJECTS.includes(doc.relation[subject])) return subject;
  const noun = nounAfter(doc, colon + 1);
  if (noun >= 0 && noun < verb) return noun;
  return doc.upos[colon + 1] === U.NUM ? colon + 1 : subject;
}

/** "A leader wanted in several cases was arrested": the participle behind the noun that is meant, where the tree takes it for a clause. */
function nounOf(doc: Document, t: number): number {
  if (doc.xpos[t] !== P.VBN && doc.xpos[t] !== P.VBD && doc.xpos[t] !== P.VBG) return t;
  if (!SUBJECTS.includes(doc.relation[t])) return t;
  const noun = childWith(doc, t, ...SUBJECTS);
  return noun >= 0 && noun < t && childWith(doc, t, R.aux, R["aux:pass"]) < 0 ? noun : t;
}

const OF_VERB = new Map([
  [vocabulary.id("with"), "with"],
  [vocabulary.id("against"), "against"],
]);

/** "attacked a checkpoint with rifles", "filed a case against him": what hangs on the object by these words may be the verb's. */
function addInstrument(doc: Document, found: Argument[]): void {
  const object = found.find((a) => a.slot === "patient" && a.via === "own");
  if (!object) return;
  for (let c = doc.firstChild[object.token]; c >= 0; c = doc.nextSibling[c]) {
    const slot = c > object.token && doc.relation[c] === R.nmod ? OF_VERB.get(caseOf(doc, c)) : undefined;
    if (slot && !found.some((a) => a.slot === slot)) found.push({ slot, token: c, via: "own" });
  }
}

/** "police firing", read as a verb: the word before it fires. */
function isDoerBefore(doc: Document, c: number, t: number): boolean {
  if (doc.relation[c] !== R.compound || c > t || doc.xpos[t] !== P.VBG) return false;
  return (wordBits(doc.lemma[c]) & (C.police | C.security | C.militant)) !== 0;
}

function add(found: Argument[], slot: string, token: number, via: Argument["via"]): void {
  if (token >= 0) found.push({ slot, token, via });
}

function slotOf(doc: Document, c: number, passive: boolean): string | null {
  switch (doc.relation[c]) {
    case R.nsubj:
    case R["nsubj:outer"]:
      return passive && childWith(doc, doc.head[c], R["nsubj:pass"]) < 0 ? "patient" : "agent";
    case R["nsubj:pass"]:
      return passive ? "patient" : "agent";
    case R.obj:
      return passive ? "object" : "patient";
    case R.iobj:
      return "recipient";
    case R["obl:agent"]:
      // "17 others, including five policemen, injured": they did nothing
      return caseOf(doc, c) === INCLUDING ? null : "agent";
    case R.obl:
    case R.nmod: {
      const word = caseOf(doc, c);
      if (word === BY && passive && doc.upos[c] !== U.VERB) return "agent";
      return word >= 0 ? vocabulary.of(word) : null;
    }
    case R.advcl:
    case R.acl: {
      const word = markOf(doc, c);
      return word >= 0 && word !== TO ? vocabulary.of(word) : null;
    }
    case R.xcomp:
    case R.ccomp:
      return "clause";
    default:
      return null;
  }
}

/** "shot and killed him": the object of the next verb; "the man an officer shot": the noun the clause hangs on. */
function sharedObject(doc: Document, t: number): number {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.conj && isVerbal(doc, c) && c - t <= 4) {
      const object = childWith(doc, c, R.obj);
      const own = childWith(doc, t, R.obl);
      if (object >= 0 && (own < 0 || own > object)) return antecedent(doc, object);
      return object < 0 ? relativeGap(doc, c) : -1;
    }
  }
  return relativeGap(doc, t);
}

function relativeGap(doc: Document, t: number): number {
  let at = t;
  if (doc.relation[at] === R.conj) at = doc.head[at];
  if (at < 0 || doc.relation[at] !== R["acl:relcl"]) return -1;
  const subject = childWith(doc, at, ...SUBJECTS);
  if (subject < 0 || antecedent(doc, subject) === doc.head[at]) return -1;
  return childWith(doc, t, R.obj, R.obl) < 0 ? doc.head[at] : -1;
}

function nounArguments(doc: Document, t: number, light: ReadonlyMap<number, string>): Argument[] {
  const found: Argument[] = [];
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r === R["nmod:poss"]) found.push({ slot: "possessor", token: c, via: "own" });
    // "jailed two men for bombing a market": a noun with an object is a verb's form
    else if (r === R.obj && c > t) found.push({ slot: "patient", token: c, via: "own" });
    else if (r === R.compound || r === R.amod || r === R["nmod:desc"]) {
      found.push({ slot: "compound", token: c, via: "own" });
      // "a police lathi charge"
      const force = r === R.compound ? childWith(doc, c, R.compound) : -1;
      if (force >= 0 && (wordBits(doc.lemma[force]) & (C.police | C.security)) !== 0)
        found.push({ slot: "compound", token: force, via: "own" });
    } else if (NOMINAL_PREPOSITIONAL.has(r)) {
      const word = caseOf(doc, c);
      add(found, "hands", handsOf(doc, c), "own");
      if (word >= 0) found.push({ slot: vocabulary.of(word), token: antecedent(doc, c), via: "own" });
    } else if (r === R.nsubj && childWith(doc, t, R.cop) < 0) found.push({ slot: "agent", token: antecedent(doc, c), via: "own" });
    else if (r === R.nsubj) found.push({ slot: isUnder(doc, t) ? "patient" : "agent", token: antecedent(doc, c), via: "own" });
    else if (r === R.acl && doc.upos[c] === U.VERB && markOf(doc, c) === TO) found.push({ slot: "clause", token: c, via: "own" });
    else if (r === R.acl && isPassive(doc, c) && light.has(doc.lemma[c])) pushAgents(doc, c, found);
  }
  add(found, "of", sharedOf(doc, t), "shared");
  if (doc.upos[t] === U.ADJ) adjectiveArguments(doc, t, found);
  else {
    lightArguments(doc, t, light, found);
    surfaceArguments(doc, t, found);
  }
  return found;
}

/** What stands around a noun and the tree hangs elsewhere. */
function surfaceArguments(doc: Document, t: number, found: Argument[]): void {
  const has = (token: number): boolean => found.some((a) => a.token === token);
  for (const side of sidesBetween(doc, t)) if (!has(side)) add(found, "between", side, "own");
  const behind = phraseBehind(doc, t);
  if (behind && !has(behind.token)) add(found, behind.slot, behind.token, "own");
  // "blamed the attack on rebels": they are not whom it was on, where the tree hangs them on the noun
  const blamed = blamedFor(doc, t);
  const under = found.findIndex((a) => a.token === blamed);
  if (under >= 0) found[under] = { ...found[under], slot: "agent" };
  for (const doer of [doerBehind(doc, t), doerBeforeHyphen(doc, t), doerAfterOf(doc, t), blamed, reproachedWith(doc, t)])
    if (doer >= 0 && !has(doer)) add(found, "agent", doer, "own");
  if (!found.some((a) => a.slot === "agent")) add(found, "agent", doerByMeans(doc, t), "control");
}

/** "is under investigation", "was in custody": the subject undergoes it. Who is behind an attack did it. */
function isUnder(doc: Document, t: number): boolean {
  const word = caseOf(doc, t);
  return word >= 0 && UNDER.has(word) && (word !== BEHIND || doc.lemma[t] === BAR);
}

/** "the five were dead", "left one man dead", "the dead men". */
function adjectiveArguments(doc: Document, t: number, found: Argument[]): void {
  const r = doc.relation[t];
  if (r === R.amod) found.push({ slot: "agent", token: doc.head[t], via: "own" });
  // "the dead were farm hands": what is said of them is who they are
  else if (r === R.nsubj && childWith(doc, doc.head[t], R.cop) >= 0) found.push({ slot: "agent", token: doc.head[t], via: "own" });
  else if (found.every((a) => a.slot !== "agent")) add(found, "agent", doc.head[t] >= 0 ? sharedSubject(doc, t) : -1, "control");
  // "with the gunman still at large"
  if (found.every((a) => a.slot !== "agent")) add(found, "agent", nounAcross(doc, t), "own");
}

/** The noun before an adjective's phrase, across adverbs, prepositions and forms of "be"; -1 where something else stands there. */
function nounAcross(doc: Document, t: number): number {
  for (let i = t - 1; i >= 0 && doc.sentence[i] === doc.sentence[t]; i--) {
    const tag = doc.upos[i];
    if (tag === U.NOUN || tag === U.PROPN) return i;
    if (tag !== U.ADV && tag !== U.ADP && tag !== U.AUX && tag !== U.DET) return -1;
  }
  return -1;
}

/** Whether the way from a token up to the trigger `t` passes another act's trigger, which then owns the token. */
export function isOfAnother(doc: Document, acts: ReadonlySet<number>, token: number, t: number): boolean {
  for (let at = token, step = 0; at >= 0 && at !== t && step < 12; at = doc.head[at], step++) {
    if (acts.has(at)) return dominates(doc, t, at);
  }
  return false;
}
