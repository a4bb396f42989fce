import { childWith, type Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Status } from "../../model/vocabulary.js";
import { isAwaited, waitedFor } from "./awaited.js";
import {
  hasDoneHarm,
  isBound,
  isContrary,
  isJudged,
  isMadeSafe,
  isNotOne,
  isOfManner,
  isPutOff,
  isSetOff,
  isStillToDo,
  isSupposed,
} from "./denied.js";
import { isNamed } from "./naming.js";
import { purposeStatus } from "./purpose.js";
import type { Trigger } from "./triggers.js";
import { caseOf, isImperative, isSubjunctive, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

type Where = "governor" | "modifier" | "auxiliary" | "mark" | "subject-of";
type Cues = Readonly<Record<Where, ReadonlyMap<number, Status>>> & { readonly trigger: ReadonlyMap<string, Status> };

let loaded: Cues | null = null;

function cues(): Cues {
  if (loaded) return loaded;
  const made: Record<Where, Map<number, Status>> = {
    governor: new Map(),
    modifier: new Map(),
    auxiliary: new Map(),
    mark: new Map(),
    "subject-of": new Map(),
  };
  const trigger = new Map<string, Status>();
  for (const row of loadTable("status-cues").rows) {
    if (row.where === "trigger") trigger.set(row.words, row.status as Status);
    else made[row.where as Where].set(vocabulary.id(row.words), row.status as Status);
  }
  loaded = { ...made, trigger };
  return loaded;
}

const NEGATIONS = wordsOf("negation");
const BE = vocabulary.id("be");
const HAVE = vocabulary.id("have");
const SINCE = vocabulary.id("since");
const TO = vocabulary.id("to");
const UP = new Ids([R.xcomp, R.ccomp, R.obj, R.obl, R.nmod, R.acl, R.conj, R["nsubj:pass"], R.csubj, R["csubj:pass"]]);

/** How far the event of a trigger has come, by the words around this mention of it. Not by who says so. */
export function statusOf(doc: Document, trigger: Trigger): Status {
  const t = trigger.token;
  const said = cues().trigger.get(trigger.row.id);
  if (said) return said === "not-occurred" && isSupposed(doc, t) ? "possible" : said;
  if (trigger.row.kind === "act" && (hasNoSubject(doc, t) || isContrary(doc, t))) return "not-occurred";
  if (PUT_OFF.test(trigger.row.type ?? "") && isPutOff(doc, t))
    return trigger.row.type === "justice.trial" || trigger.row.type === "justice.sentence" ? "planned" : "not-occurred";
  const waited = isVerbal(doc, t) ? null : waitedFor(doc, t, trigger.row.type ?? "");
  if (waited) return waited;
  if (isMadeSafe(doc, t)) return "foiled";
  const governed = isVerbal(doc, t)
    ? (governedStatus(doc, t) ?? purposeStatus(doc, t, cues().governor))
    : (predicateStatus(doc, t) ?? governedStatus(doc, t));
  // police who failed to arrest anybody arrested nobody; a killer who failed to kill tried to
  if (governed === "attempted" && OF_AUTHORITY.test(trigger.row.type ?? "") && isGovernedBy(doc, t, FAILING))
    return isSupposed(doc, t) ? "possible" : "not-occurred";
  // "the inspector ordered a baton charge": what police are ordered to do by its noun they do
  if (governed === "planned" && trigger.row.frame?.id === "force" && !isVerbal(doc, t) && isGovernedBy(doc, t, ORDERING)) return "occurred";
  if (governed === "planned" && hasDoneHarm(doc, t) && isGovernedBy(doc, t, ORDERING)) return "occurred";
  // "a planned attack was thwarted"
  if (governed === "foiled" || governed === "attempted") return governed;
  const own = modifiedStatus(doc, trigger);
  if (own) return own;
  if (isVerbal(doc, t)) {
    const verb = verbStatus(doc, t);
    if (verb === "occurred" && LASTING.test(trigger.row.type ?? "") && isUnderWay(doc, t)) return "ongoing";
    if (verb) return verb;
  } else if (governed === null && isWaged(doc, t)) return "ongoing";
  return governed ?? defaultStatus(doc, trigger);
}

/** What goes on after the report when it went on as the report says: "detectives were questioning", "a frigate was escorting". */
const LASTING = /^(justice\.investigation|security\.deployment)$/;

function isUnderWay(doc: Document, t: number): boolean {
  return doc.xpos[t] === P.VBG && childWith(doc, t, R.aux) >= 0;
}

/** "The army has been waging an offensive": a noun whose own verb goes on. */
function isWaged(doc: Document, t: number): boolean {
  // "has been experiencing weeks of rain"
  const noun = doc.relation[t] === R.nmod && doc.head[t] >= 0 && doc.relation[doc.head[t]] === R.obj ? doc.head[t] : t;
  const h = doc.head[noun];
  if (h < 0 || doc.relation[noun] !== R.obj || !WAGING.has(doc.lemma[h]) || doc.xpos[h] !== P.VBG) return false;
  for (let c = doc.firstChild[h]; c >= 0 && c < h; c = doc.nextSibling[c])
    if (doc.relation[c] === R.aux && doc.lemma[c] === BE && doc.xpos[c] !== P.VBD) return true;
  return false;
}

const PUT_OFF = /^justice\.(execution|trial|extradition|sentence)$/;
const WAGING = wordsOf("waging");
const BROUGHT_ABOUT = wordsOf("bringing-about");
const OF_AUTHORITY = /^(security|justice|policy)\./;
const FAILING = wordsOf("failing");
const ORDERING = wordsOf("ordering");
const NONE = wordsOf("nobody");
const UNDERGONE = new Ids([R.nsubj, R["nsubj:pass"], R.obj]);

function isGovernedBy(doc: Document, t: number, words: ReadonlySet<number>): boolean {
  const h = doc.head[t];
  return h >= 0 && (words.has(doc.lemma[h]) || (doc.head[h] >= 0 && words.has(doc.lemma[doc.head[h]])));
}

/** "No one has been arrested", "no shots were fired", "police arrested nobody". */
function hasNoSubject(doc: Document, t: number): boolean {
  if (isVerbal(doc, t) ? startsWithNone(doc, t) : isNotOne(doc, t)) return true;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (!UNDERGONE.has(doc.relation[c])) continue;
    const first = doc.firstChild[c];
    // "with no warning police opened fire": what they did without is not who did nothing
    if (isNotOne(doc, c)) return true;
    if (NONE.has(doc.norm[c]) || (first >= 0 && NONE.has(doc.norm[first]) && !isBound(doc, first) && !isBehindPreposition(doc, first)))
      return true;
  }
  return false;
}

function isBehindPreposition(doc: Document, t: number): boolean {
  return t > doc.sentenceStart[doc.sentence[t]] && doc.upos[t - 1] === U.ADP;
}

const LEADS_TO_VERB = new Ids([U.AUX, U.ADV, U.NOUN, U.PROPN, U.ADJ, U.DET, U.ADP, U.PRON, U.NUM]);
const OPENS_CLAUSE = new Ids([U.PUNCT, U.CCONJ, U.SCONJ, U.VERB]);

/** "None of the accused has been arrested": the words before the verb begin with the word that denies it, however the tree hangs them. */
function startsWithNone(doc: Document, t: number): boolean {
  const from = doc.sentenceStart[doc.sentence[t]];
  for (let i = t - 1; i >= from && t - i < 9; i--) {
    if (NONE.has(doc.norm[i]) && !isBound(doc, i)) return i === from || OPENS_CLAUSE.has(doc.upos[i - 1]);
    const participle = doc.xpos[i] === P.VBN && doc.upos[i + 1] === U.AUX;
    if (!LEADS_TO_VERB.has(doc.upos[i]) && !participle) return false;
    if (doc.xpos[i] === P.WP || doc.xpos[i] === P.WDT) return false;
  }
  return false;
}

/** "... attack was narrowly thwarted": by the words after the noun, where the tree may hang it elsewhere. */
function predicateStatus(doc: Document, t: number): Status | null {
  if (t + 2 >= doc.length || doc.lemma[t + 1] !== BE) return null;
  for (let i = t + 2; i < doc.length && i <= t + 4 && doc.sentence[i] === doc.sentence[t]; i++) {
    if (doc.upos[i] === U.ADV || doc.lemma[i] === BE) continue;
    const status = cues()["subject-of"].get(doc.lemma[i]);
    return status === "foiled" ? status : null;
  }
  return null;
}

/** An investigation that nothing puts in the past goes on; everything else has happened. */
function defaultStatus(doc: Document, trigger: Trigger): Status {
  if (trigger.row.type === "justice.investigation" && !isVerbal(doc, trigger.token)) return "ongoing";
  return trigger.row.type === "security.escape" && trigger.row.pos === "ADJ" ? "ongoing" : "occurred";
}

/** By the words just before the trigger: "a planned attack", "no attack". */
function modifiedStatus(doc: Document, trigger: Trigger): Status | null {
  const { modifier } = cues();
  const t = trigger.token;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    const status = modifier.get(doc.norm[c]);
    if (status && !isVerbal(doc, t) && !isOfManner(doc, c, t)) return status;
  }
  const before = trigger.first - 1;
  if (before >= 0 && !isVerbal(doc, t) && doc.sentence[before] === doc.sentence[t]) return modifier.get(doc.norm[before]) ?? null;
  return null;
}

/** By the verb's own form: negation, modal, tense, the clause's mark. */
function verbStatus(doc: Document, t: number): Status | null {
  const { auxiliary, mark } = cues();
  let progressive = false;
  let past = doc.xpos[t] === P.VBD;
  let modal: Status | null = null;
  let done = false;
  if (isAwaited(doc, t)) return "planned";
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r === R.mark && BEHIND.has(doc.norm[c])) done = true;
    if (r === R.advmod && NEGATIONS.has(doc.norm[c])) return "not-occurred";
    if (r === R.mark && mark.has(doc.norm[c])) return mark.get(doc.norm[c]) as Status;
    if (r === R.aux || r === R["aux:pass"]) {
      modal ??= auxiliary.get(doc.norm[c]) ?? auxiliary.get(doc.lemma[c]) ?? null;
      // "jailed after being convicted": over before what it goes with
      if (doc.lemma[c] === BE && doc.xpos[c] === P.VBG) return modal ?? (done ? "occurred" : "ongoing");
      if (doc.lemma[c] === BE && doc.xpos[t] === P.VBG) progressive = doc.xpos[c] === P.VBZ || doc.xpos[c] === P.VBP || isStill(doc, t);
      if (doc.lemma[c] === HAVE || doc.xpos[c] === P.VBD) past = true;
    }
  }
  if (modal) return modal;
  if (isSubjunctive(doc, t) || isImperative(doc, t)) return "planned";
  if (progressive || (past && hasSince(doc, t))) return "ongoing";
  if (past && doc.relation[t] !== R.xcomp) return "occurred";
  return null;
}

const BEHIND = wordsOf("done-before");

/** "said they were still investigating": what went on when it was said goes on. */
function isStill(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) if (STILL.has(doc.norm[c])) return true;
  return false;
}

const STILL = wordsOf("still");

/** "has been held since Monday". */
function hasSince(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.obl && caseOf(doc, c) === SINCE) return true;
  return false;
}

/** By what the event hangs on: "plan to attack", "thwarted an attack", "warned of violence". Finite clauses keep it off what is above them. */
function governedStatus(doc: Document, t: number): Status | null {
  let at = t;
  for (let step = 0; step < 4 && doc.head[at] >= 0; step++) {
    const r = doc.relation[at];
    const h = doc.head[at];
    if (r === R.conj) {
      at = h;
      continue;
    }
    if (r === R.nsubj || r === R["nsubj:pass"]) return subjectStatus(doc, at, h, r === R["nsubj:pass"]);
    if (isStillToDo(doc, h)) return "not-occurred";
    // "caused a plane to crash"
    if (BROUGHT_ABOUT.has(doc.lemma[h]) && isVerbal(doc, at)) return verbStatus(doc, h);
    if (r === R.advcl) return isPurpose(doc, at) ? "planned" : null;
    if (!UP.has(r)) return null;
    if (isDayOf(doc, at, h)) return "ongoing";
    const status = cues().governor.get(doc.lemma[h]);
    // "said they had organised the killing": the one that has been told of
    if (status === "planned" && r === R.obj && doc.xpos[h] !== P.VB && isTheToldOne(doc, at) && verbStatus(doc, h) === "occurred")
      return null;
    if (status && governs(doc, at, h) && !isNamed(doc, at, h) && !isSetOff(doc, h))
      return (status === "attempted" ? foiledAbove(doc, h) : null) ?? finished(doc, h, status);
    if (!passesOn(doc, at, h)) return null;
    const verb = isVerbal(doc, h) ? verbStatus(doc, h) : null;
    if (verb) return verb === "occurred" || verb === "ongoing" ? null : verb;
    at = h;
  }
  return null;
}

/** "foiled an attempt to storm the jail": what became of the attempt. */
function foiledAbove(doc: Document, attempt: number): Status | null {
  const by = doc.upos[attempt] === U.NOUN ? doc.head[attempt] : -1;
  if (by < 0 || (doc.relation[attempt] !== R.obj && doc.relation[attempt] !== R["nsubj:pass"])) return null;
  return cues().governor.get(doc.lemma[by]) === "foiled" ? finished(doc, by, "foiled") : null;
}

const OF = vocabulary.id("of");
const FOR = vocabulary.id("for");
const ASKED_FOR = wordsOf("asked-for");
const SPANS = wordsOf("time-span");

/** "the fourth day of a walkout". */
function isDayOf(doc: Document, at: number, h: number): boolean {
  return SPANS.has(doc.lemma[h]) && doc.relation[at] === R.nmod && caseOf(doc, at) === OF;
}

/** "The attack was thwarted", "violence could erupt": by the predicate that it is the subject of. */
function subjectStatus(doc: Document, at: number, h: number, passive: boolean): Status | null {
  // "the killing was ordered by a cult leader": it came to that
  if (passive && ORDERING.has(doc.lemma[h]) && isDefinite(doc, at)) return null;
  const status = cues()["subject-of"].get(doc.lemma[h]) ?? (passive ? cues().governor.get(doc.lemma[h]) : undefined);
  if (status && !isSetOff(doc, h)) return finished(doc, h, status);
  const verb = isVerbal(doc, h) && !isDefinite(doc, at) ? verbStatus(doc, h) : null;
  // "A fire that broke out on Sunday has not been put out": its own clause says that it did
  if (passive && verb === "not-occurred") return childWith(doc, at, R["acl:relcl"]) < 0 ? verb : null;
  return verb === "possible" || verb === "planned" ? verb : null;
}

const THE = wordsOf("definite");

function isDefinite(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) if (THE.has(doc.norm[c])) return true;
  return false;
}

/** "the killing": not "the assassination of a judge", which its own words tell of. */
function isTheToldOne(doc: Document, t: number): boolean {
  return !isVerbal(doc, t) && isDefinite(doc, t) && childWith(doc, t, R.nmod, R["acl:relcl"], R.acl) < 0;
}

/** Whether what holds of the governor's own happening holds of what hangs on it: objects and open complements, and of "of" phrases. */
function passesOn(doc: Document, at: number, h: number): boolean {
  const r = doc.relation[at];
  // who appeals an acquittal, or against it, does not ask for it
  if (ASKED_FOR.has(doc.lemma[h]) && !isVerbal(doc, at)) return caseOf(doc, at) === FOR;
  if (isVerbal(doc, at)) return r === R.xcomp;
  if (r === R.obj) return !isDefinite(doc, at) || !isVerbal(doc, h);
  if (r === R.nmod || r === R.obl) return vocabulary.of(Math.max(0, caseOf(doc, at))) === "of";
  return false;
}

/** A cue governs infinitives, objects and prepositional phrases, not any finite clause or a place. */
function governs(doc: Document, at: number, h: number): boolean {
  const r = doc.relation[at];
  // who appeals an acquittal, or against it, does not ask for it
  if (ASKED_FOR.has(doc.lemma[h]) && !isVerbal(doc, at)) return caseOf(doc, at) === FOR;
  if (isVerbal(doc, at)) return r === R.xcomp || ((r === R.acl || r === R.ccomp) && hasTo(doc, at)) || doc.xpos[at] === P.VBG;
  // "threatened to strike", the verb read as a noun
  if (r === R.obj || r === R["nsubj:pass"] || ((r === R.xcomp || r === R.obl) && at === h + 2 && doc.norm[at - 1] === TO)) return true;
  const word = caseOf(doc, at);
  if (word < 0 || (r !== R.obl && r !== R.nmod)) return false;
  const preposition = vocabulary.of(word);
  return preposition === "of" || preposition === "for" || (preposition === "to" && !isVerbal(doc, h)) || preposition === "against";
}

function hasTo(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) if (doc.norm[c] === TO) return true;
  return false;
}

function isPurpose(doc: Document, t: number): boolean {
  return hasTo(doc, t) && childWith(doc, t, R.aux) < 0;
}

/** "refused not to", "did not plan": a negated cue says that it did not happen. */
function finished(doc: Document, h: number, status: Status): Status | null {
  if (isJudged(doc, h)) return null;
  for (let c = doc.firstChild[h]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.advmod && NEGATIONS.has(doc.norm[c])) return status === "foiled" ? "occurred" : "not-occurred";
  // "failed to prevent the attack"
  if (status === "foiled" && isGovernedBy(doc, h, FAILING)) return "occurred";
  // "measures to prevent attacks": nothing has been foiled yet
  if (status === "foiled" && doc.xpos[h] === P.VB) return "possible";
  return status === "ongoing" && doc.upos[h] === U.NOUN ? "occurred" : status;
}
