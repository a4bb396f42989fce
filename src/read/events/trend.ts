import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { openingPlural } from "../figures/mover.js";
import { isUpOrDown } from "../quantities/direction.js";
import { numberWord } from "../quantities/numeral.js";
import { words } from "../quantities/words.js";
import type { Context } from "./context.js";
import type { Trigger } from "./triggers.js";
import { wordsOf } from "./words.js";

const COUNTED_BY = wordsOf("counted-by");
/** How far from its verb's own words a share or a number may stand, in steps of the tree. */
const STEPS = 3;
const SHARE = vocabulary.id("percent");

/**
 * "Burglaries went up from 75 to 90", "robbery in the capital was up 19 percent", "the number of murders fell", "shootings have doubled":
 * how many there were over a period, not any of them. Not "the violence grew", "protests spread": an act that goes on.
 */
export function isTrend(ctx: Context, trigger: Trigger): boolean {
  const { doc } = ctx;
  const t = trigger.token;
  if (!isManyOf(doc, t)) return false;
  const subject = numberOf(doc, t);
  const counted = subject !== t;
  const verb = predicateOf(doc, subject);
  if (verb < 0) return false;
  const { moves, trends, levels } = words();
  if (levels.has(doc.lemma[verb]) && (counted || isCommon(trigger)) && isMeasured(doc, verb)) return true;
  if (trends.has(doc.lemma[verb]) && (counted || isCommon(trigger))) return true;
  return (moves.has(doc.lemma[verb]) || isUpOrDown(doc, verb)) && isMeasured(doc, verb);
}

/** "where the figure fell from 3,504 to 3,371": a number that moves, and nobody who falls. */
export function isMovingNumber(doc: Document, { token: t, row }: Trigger): boolean {
  if (!/^(hazard|violence)\./.test(row.type ?? "") || doc.upos[t] !== U.VERB || !words().moves.has(doc.lemma[t])) return false;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (c > t && doc.upos[c] === U.NUM && childWith(doc, c, R.case) >= 0 && !isDated(doc, c)) return true;
  return false;
}

/** "fell in 2021" */
function isDated(doc: Document, i: number): boolean {
  const mark = childWith(doc, i, R.case);
  return !words().glue.from.has(doc.norm[mark]) && !words().glue.to.has(doc.norm[mark]) && !words().glue.by.has(doc.norm[mark]);
}

/** "Fewer than half of knife attacks are reported", "20 percent of murders": a share of all there were. */
export function isShared(doc: Document, t: number): boolean {
  const head = doc.head[t];
  if (!isManyOf(doc, t) || doc.relation[t] !== R.nmod || head < 0 || head > t) return false;
  return isFraction(doc, head) || doc.lemma[head] === SHARE;
}

/** "The number of people charged with murder rose by a fifth": how many were charged, and no charge of its own. */
export function isOfCounted(doc: Document, trigger: Trigger): boolean {
  const t = trigger.token;
  if (doc.relation[t] !== R.acl || !/^(justice|security)\./.test(trigger.row.type ?? "")) return false;
  const noun = doc.head[t];
  const subject = numberOf(doc, noun);
  if (subject === noun || childWith(doc, noun, R.nummod) >= 0) return false;
  const verb = predicateOf(doc, subject);
  return verb >= 0 && words().trends.has(doc.lemma[verb]);
}

/** A bare plural, or a mass noun without an article: "homicides", "violent crime". */
export function isManyOf(doc: Document, t: number): boolean {
  const number = doc.xpos[t] === P.NNS || doc.xpos[t] === P.NN;
  return number && childWith(doc, t, R.det, R.nummod, R["nmod:poss"]) < 0 && doc.relation[t] !== R.compound;
}

/** "the number of murders": the number; else the noun itself. */
function numberOf(doc: Document, t: number): number {
  const head = doc.head[t];
  return doc.relation[t] === R.nmod && head >= 0 && head < t && COUNTED_BY.has(doc.lemma[head]) ? head : t;
}

/** The verb, or the adverb under a copula, that a subject has; -1 where it is none. */
function predicateOf(doc: Document, subject: number): number {
  // "deaths in custody, which rose from 214 to 237"
  const clause = childWith(doc, subject, R["acl:relcl"]);
  if (clause > subject && words().moves.has(doc.lemma[clause])) return clause;
  const r = doc.relation[subject];
  const verb = doc.head[subject];
  if (verb > subject && (r === R.nsubj || r === R["nsubj:pass"]) && doc.upos[verb] === U.VERB && isFinite(doc, verb)) return verb;
  // the tree may lose a phrase between them
  for (let i = subject + 1; i < doc.length && doc.sentence[i] === doc.sentence[subject] && doc.upos[i] !== U.PUNCT; i++)
    if (words().moves.has(doc.lemma[i]) && doc.xpos[i] === P.VBD) return openingPlural(doc, i) === subject ? i : -1;
  return verb > subject && (r === R.nsubj || r === R["nsubj:pass"]) ? verb : -1;
}

/** "are up", "fell", "have doubled": not a participle that the tree took for the verb. */
function isFinite(doc: Document, verb: number): boolean {
  return doc.xpos[verb] !== P.VBN || childWith(doc, verb, R.aux, R["aux:pass"]) >= 0;
}

/** Kinds of act of which a statistic is kept. A flood that rises and a protest that swells are themselves. */
function isCommon(trigger: Trigger): boolean {
  return /^(violence|security|justice)\./.test(trigger.row.type ?? "") && trigger.row.type !== "violence.riot";
}

/** Whether a number or a share stands with the verb, by which or to which it moved. */
function isMeasured(doc: Document, verb: number): boolean {
  if (childWith(doc, verb, R.nummod) >= 0) return true;
  for (let i = verb + 1; i <= doc.right[verb]; i++) {
    if (doc.upos[i] === U.VERB || doc.upos[i] === U.SCONJ) return false;
    if (doc.upos[i] !== U.NUM && !isFraction(doc, i)) continue;
    for (let at = i, step = 0; step < STEPS && at >= 0; step++, at = doc.head[at]) if (doc.head[at] === verb) return true;
  }
  return false;
}

/** "by half", "by a fifth". */
function isFraction(doc: Document, i: number): boolean {
  return words().glue.half.has(doc.norm[i]) || numberWord(doc.norm[i])?.kind === "ordinal";
}
