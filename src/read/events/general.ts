import { childWith, type Document } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Time } from "../../model/reading.js";
import type { Context } from "./context.js";
import { isHabitual } from "./habitual.js";
import { isNamedSo } from "./naming.js";
import { isRecord } from "./record.js";
import { statusOf } from "./status.js";
import { isMovingNumber, isOfCounted, isShared, isTrend } from "./trend.js";
import type { Trigger } from "./triggers.js";
import { isSubjunctive, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

type Times = ReadonlyMap<number, readonly { readonly time: Time; readonly head: number }[]>;

/** Whether a trigger tells of no one event: "people who are found guilty", "measures to prevent attacks". It may still join one. */
export function isGeneral(ctx: Context, trigger: Trigger): boolean {
  const { doc } = ctx;
  const t = trigger.token;
  if (isAny(doc, t) && statusOf(doc, trigger) !== "not-occurred") return true;
  if (isNamedSo(doc, t)) return true;
  if (!isVerbal(doc, t)) return isRecord(doc, t);
  return isHabit(doc, t) || isOfWhoever(doc, t) || (trigger.row.type !== "policy.proposal" && isAim(doc, t));
}

/** Whether a trigger tells how many acts a period saw, and so of none of them: "shootings fell by a fifth", "112 accidents since March". */
export function isCounting(ctx: Context, trigger: Trigger, times: Times): boolean {
  const t = trigger.token;
  if (isHabitual(ctx.doc, t)) return true;
  if (isToldByNumber(ctx.doc, t)) return false;
  if (!isVerbal(ctx.doc, t))
    return isOfStatistic(ctx, t) || (isStatistic(ctx, t, times) && !isCarriedOut(ctx, t)) || isTrend(ctx, trigger) || isShared(ctx.doc, t);
  return isOverLong(ctx, trigger, times) || isOfCounted(ctx.doc, trigger) || isMovingNumber(ctx.doc, trigger);
}

/** "made 120 arrests", "orders were issued": an act that a verb says no more of than that it was done. */
export function isCarriedOut({ doc, lexicon }: Context, t: number): boolean {
  const h = doc.head[t];
  // "Investigations into the fire are ongoing"
  if (h >= 0 && doc.relation[t] === R.nsubj && UNDER_WAY.has(doc.norm[h])) return true;
  if (isToldByNumber(doc, t)) return true;
  if (h < 0 || (doc.relation[t] !== R.obj && doc.relation[t] !== R["nsubj:pass"])) return false;
  if (doc.xpos[h] !== P.VBD && doc.xpos[h] !== P.VBN) return false;
  return lexicon.light.get(doc.lemma[h])?.startsWith("agent") === true;
}

/** "There were 27 arrests by nightfall", "arrests have reached 400": made, where their number is all that is said. Not "arrests fell by a fifth". */
function isToldByNumber(doc: Document, t: number): boolean {
  if (!TOLD_BY_NUMBER.has(doc.lemma[t])) return false;
  const h = doc.head[t];
  const isThere = childWith(doc, t, R.expl) >= 0 || (h >= 0 && doc.relation[t] === R.nsubj && childWith(doc, h, R.expl) >= 0);
  if (isThere) return childWith(doc, t, R.nummod) >= 0;
  return h >= 0 && doc.relation[t] === R.nsubj && COUNTS_UP.has(doc.lemma[h]);
}

const TOLD_BY_NUMBER = wordsOf("told-by-number");
const COUNTS_UP = wordsOf("counts-up");

const UNDER_WAY = wordsOf("under-way");

/** "any attempt to take power by force": no act of anybody's. */
function isAny(doc: Document, t: number): boolean {
  const noun = isVerbal(doc, t) && doc.relation[t] === R.acl ? doc.head[t] : t;
  for (let c = doc.firstChild[noun]; c >= 0 && c < noun; c = doc.nextSibling[c]) if (ANY.has(doc.norm[c])) return true;
  return false;
}

const ANY = wordsOf("any");
const TO = vocabulary.id("to");
const NOT_YET = wordsOf("not-yet");
/** "caused a plane to crash": no aim, but what came of it. */
const BROUGHT_ABOUT = wordsOf("bringing-about");

/** "in order to fight": an aim that another act had. */
function isAim(doc: Document, t: number): boolean {
  const h = doc.head[t];
  if (doc.relation[t] !== R.advcl || NOT_YET.has(doc.norm[h]) || BROUGHT_ABOUT.has(doc.lemma[h])) return false;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c])
    if (doc.relation[c] === R.mark && doc.norm[c] === TO) return true;
  return false;
}

/** "that people convicted of terrorism be stripped of it", where the tree hangs what is asked for on the participle. */
function isOfWhoever(doc: Document, t: number): boolean {
  const noun = t - 1;
  if (doc.xpos[t] !== P.VBN || noun < 0 || doc.xpos[noun] !== P.NNS || childWith(doc, noun, R.det, R.nummod, R["nmod:poss"]) >= 0)
    return false;
  const asked = childWith(doc, t, R.advcl);
  return asked > t && isSubjunctive(doc, asked);
}

/** "refugees who commit crimes": a clause in the present tense on a bare plural. */
function isHabit(doc: Document, t: number): boolean {
  if (doc.relation[t] !== R["acl:relcl"]) return false;
  const noun = doc.head[t];
  if (doc.xpos[noun] !== P.NNS || childWith(doc, noun, R.det, R.nummod, R["nmod:poss"]) >= 0) return false;
  const tense = childWith(doc, t, R["aux:pass"], R.aux);
  const finite = tense >= 0 ? doc.xpos[tense] : doc.xpos[t];
  return (finite === P.VBP || finite === P.VBZ) && (tense < 0 || vocabulary.of(doc.lemma[tense]) === "be");
}

/** Counts of acts from here up are figures of a period, not one event. */
const MANY = 20;

/**
 * "More than 1,000 pupils have been abducted since December", "4,500 civilians were killed in the first six months": acts counted over
 * months are a figure; those of an authority are an act too. Not "800,000 people were killed in 1994": a year may hold one act.
 */
function isOverLong(ctx: Context, trigger: Trigger, times: Times): boolean {
  const { doc } = ctx;
  const t = trigger.token;
  if (!(trigger.row.type ?? "").startsWith("violence.")) return false;
  const perfect = childWith(doc, t, R.aux) >= 0;
  const long = heldBy(ctx, times, t, (head) => head === t);
  const subject = childWith(doc, t, R["nsubj:pass"]);
  const many = subject >= 0 && isCounted(ctx, subject, MANY);
  if (subject >= 0) return many && (long.some((time) => perfect || time.type === "duration") || isWithinStatistic(ctx, t));
  // "The insurgency has killed 40,000 people and displaced two million since 2009"
  const object = childWith(doc, t, R.obj);
  if (perfect && object > t && isCounted(ctx, object, MANY) && isSinceLong(ctx, times, t)) return true;
  const acts = childWith(doc, t, R.nsubj);
  return acts >= 0 && ctx.actTokens.has(acts) && isBarePlural(doc, acts) && isHarmOverLong(ctx, times, t);
}

/** Whether "since" stands behind a verb, and behind it, in its sentence, a time from which on months have passed. */
function isSinceLong(ctx: Context, times: Times, verb: number): boolean {
  const { doc } = ctx;
  const s = doc.sentence[verb];
  let since = verb + 1;
  while (since < doc.sentenceStart[s + 1] && !SINCE.has(doc.norm[since])) since++;
  return (times.get(s) ?? []).some(({ time, head }) => head > since && isLong(time, ctx));
}

const SINCE = wordsOf("since-when");

/** "Thirty-one people were killed in the robberies", of which the report counts 402. */
function isWithinStatistic(ctx: Context, verb: number): boolean {
  const { doc } = ctx;
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.obl && isOfStatistic(ctx, c)) return true;
  return false;
}

/** "killed 87 people in the past twelve months". */
function isHarmOverLong(ctx: Context, times: Times, verb: number): boolean {
  const object = childWith(ctx.doc, verb, R.obj);
  return object > verb && isCounted(ctx, object, MANY) && heldBy(ctx, times, verb, (head) => head === verb).some(isStretch);
}

/** "in the past year"; "between January and July", which goes on beyond the month that it names. */
function isStretch(t: Time): boolean {
  if (t.type === "duration") return true;
  const days = t.earliest === null || t.latest === null ? 0 : (Date.parse(t.latest) - Date.parse(t.earliest)) / 86_400_000;
  return (t.value.length === MONTH && days > 31) || (t.value.length === YEAR && days > 366 && t.anchor === "none");
}

/** How long the values of a month and a year are. */
const MONTH = 7;
const YEAR = 4;

function isBarePlural(doc: Document, t: number): boolean {
  return doc.xpos[t] === P.NNS && childWith(doc, t, R.det, R.nummod) < 0;
}

/** Days from which on a stretch is a period that acts are counted over. */
const LONG = 60;

function isLong(time: Time, { report }: Context): boolean {
  const end = time.latest ?? report.published.value?.slice(0, 10) ?? null;
  const said = report.published.value?.slice(0, 10) ?? null;
  if (time.earliest === null || end === null || said === null) return false;
  return (
    (Date.parse(said) - Date.parse(time.earliest)) / 86_400_000 >= LONG && (Date.parse(end) - Date.parse(time.earliest)) / 86_400_000 >= 27
  );
}

/** A count of acts from here up over a period of months is a figure. */
const SOME = 3;

/** "112 accidents between March and March", and what it includes; "12 bombings in the city since January"; "attacks killed 87 people in the past year". */
function isStatistic(ctx: Context, t: number, times: Times): boolean {
  const { doc } = ctx;
  for (let at = t, step = 0; at >= 0 && step < 3; at = doc.head[at], step++) {
    if (isCounted(ctx, at, MANY)) return true;
    if (doc.relation[at] !== R.nmod && doc.relation[at] !== R.conj) break;
  }
  if (isCounted(ctx, t, SOME)) return heldBy(ctx, times, t, (head) => head === t || head === doc.head[t]).length > 0;
  return doc.relation[t] === R.nsubj && isBarePlural(doc, t) && isHarmOverLong(ctx, times, doc.head[t]);
}

/** "... 402 robberies in 2022. ... killed in the robberies": those that the report counts. */
function isOfStatistic(ctx: Context, t: number): boolean {
  const { doc } = ctx;
  if (doc.xpos[t] !== P.NNS) return false;
  return ctx.quantities.some((q) => q.noun !== null && q.noun < t && doc.lemma[q.noun] === doc.lemma[t] && isCounted(ctx, q.noun, MANY));
}

/** Whether so many or more of a noun are counted. */
function isCounted(ctx: Context, noun: number, least: number): boolean {
  return ctx.lookups.counting(noun).some((q) => (least >= MANY || q.count.qualifier !== "order") && (q.count.low ?? 0) >= least);
}

/** The periods of months in the sentence of a token that hang where `on` says. */
function heldBy(ctx: Context, times: Times, t: number, on: (head: number) => boolean): readonly Time[] {
  const here = times.get(ctx.doc.sentence[t]) ?? [];
  return here.filter(({ time, head }) => on(ctx.doc.head[head]) && isLong(time, ctx)).map(({ time }) => time);
}
