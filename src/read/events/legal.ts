import { childWith, type Document, spanOf, tokenAt } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { nounAfter } from "./nearby.js";
import { courtroomBehind, pleadedTo, withoutCourtroom } from "./pleas.js";
import type { Filler } from "./roles.js";
import { withTerms } from "./terms.js";
import type { Trigger } from "./triggers.js";
import { isPassive } from "./voice.js";
import { wordsOf } from "./words.js";

const LEGAL = /^justice\.(charge|conviction|acquittal|sentence|trial)/;
const OFFENCE_AFTER = wordsOf("before-offence");
const COUNTS = wordsOf("charge-count");
const PENALTIES = wordsOf("penalty-noun");
const OF = vocabulary.id("of");
const IN = vocabulary.id("in");
const TO = vocabulary.id("to");
const AND = vocabulary.id("and");

type Make = (role: Filler["role"], token: number) => Filler;

/** What courts say behind their verb, by its own words, where the tree hangs it elsewhere: offences, one a count, and the penalty. */
export function withLegal(ctx: Context, trigger: Trigger, told: readonly Filler[], make: Make): readonly Filler[] {
  const type = trigger.row.type ?? "";
  if (!LEGAL.test(type) || trigger.row.pos !== "VERB") return told;
  const found = withTerms(ctx, trigger, told, make);
  const counts = countsAfter(ctx, trigger, make);
  const fillers = (counts.length === 0 ? [...found] : [...found.filter((f) => f.role !== "offence"), ...counts]).map((f) =>
    withoutCourtroom(ctx, f),
  );
  const has = (role: Filler["role"]): boolean => fillers.some((f) => f.role === role);
  const pleaded = has("offence") ? -1 : pleadedTo(ctx, trigger);
  const offence = pleaded >= 0 || has("offence") ? pleaded : offenceAfter(ctx, trigger);
  if (offence >= 0) fillers.push(withoutCourtroom(ctx, make("offence", offence)));
  if (!has("authority")) for (const court of courtroomBehind(ctx.doc, trigger.token, trigger.last)) fillers.push(make("authority", court));
  const aside = offenceAside(ctx.doc, fillers);
  if (aside)
    return [...fillers.filter((f) => f.role !== "offence" && f.role !== "defendant"), ...aside.map(([role, t]) => make(role, t))].map(
      (f) => (f.role === "offence" ? startingAt(ctx.doc, f) : f),
    );
  if (type === "justice.sentence" && !has("defendant")) {
    const same = sentencedWith(ctx, trigger);
    if (same >= 0) fillers.push(make("defendant", same));
  }
  const penalty = type !== "justice.sentence" || has("penalty") ? -1 : penaltyAfter(ctx, trigger);
  if (penalty >= 0) fillers.push(make("penalty", penalty));
  const term = fillers.find((f) => f.role === "penalty");
  const behind = term && !has("offence") ? offenceIn(ctx.doc, term) : -1;
  if (behind >= 0) fillers.push(make("offence", behind));
  return fillers
    .map((f) => (f.role === "penalty" ? termOnly(ctx.doc, f) : f))
    .map((f) => (f.role === "defendant" ? withoutOffence(ctx, f, fillers) : isTerm(ctx, f) ? { ...f, role: "penalty" } : f));
}

/** "jailed for life": how long, not what for. */
function isTerm({ doc }: Context, f: Filler): boolean {
  return f.role === "offence" && f.token > 0 && doc.upos[f.token - 1] === U.ADP && PENALTIES.has(doc.lemma[f.token]);
}

/** "gets 25 years for failed coup": what for, among the words of how long; -1 where they say none. */
function offenceIn(doc: Document, { token, span }: Filler): number {
  for (let c = doc.firstChild[token]; c >= 0; c = doc.nextSibling[c])
    if (
      c > token &&
      doc.start[c] < span[1] &&
      OFFENCE_AFTER.has(doc.norm[doc.left[c]]) &&
      doc.upos[doc.left[c]] === U.ADP &&
      doc.norm[doc.left[c]] !== OF
    )
      return c;
  return -1;
}

/** "six years in prison and Liu Jianguo", "25 years for a coup": how long and where, without what for and without who is named next. */
function termOnly(doc: Document, f: Filler): Filler {
  for (let i = f.token + 1; i < doc.length && doc.start[i] < f.span[1]; i++) {
    const offence = doc.upos[i] === U.ADP && doc.norm[i] !== OF && OFFENCE_AFTER.has(doc.norm[i]);
    const next = doc.upos[i] === U.CCONJ && doc.upos[i + 1] === U.PROPN;
    if (offence || next) return { ...f, span: [f.span[0], doc.end[i - 1]] };
  }
  const end = tokenAt(doc, f.span[1]);
  const served = end + 1 < doc.length && doc.norm[end] === IN && PENALTIES.has(doc.lemma[end + 1]) && doc.end[end - 1] === f.span[1];
  return served ? { ...f, span: [f.span[0], doc.end[end + 1]] } : f;
}

/** "convicted a former governor, Chief Oke, of money laundering": the tree may take the name for what the offence says of; null where it does not. */
function offenceAside(doc: Document, found: readonly Filler[]): readonly (readonly [Filler["role"], number])[] | null {
  const offence = found.find((f) => f.role === "offence");
  const name = offence ? childWith(doc, offence.token, R.nsubj) : -1;
  if (!offence || name < 0 || doc.upos[name] !== U.PROPN || !isBehindOf(doc, offence.token)) return null;
  return [
    ["defendant", name],
    ["offence", offence.token],
  ];
}

/** ", of money laundering": what a comma and "of" bring in. */
function isBehindOf(doc: Document, t: number): boolean {
  const of = childWith(doc, t, R.case);
  return of > 0 && doc.norm[of] === OF && doc.upos[of - 1] === U.PUNCT;
}

function startingAt(doc: Document, f: Filler): Filler {
  const of = childWith(doc, f.token, R.case);
  return of >= 0 && f.span[0] <= doc.start[of] ? { ...f, span: [doc.start[of + 1], f.span[1]] } : f;
}

/** "He was jailed for a year and fined 500 pounds": who is fined is who the passive before it is about; -1 where nobody is. */
function sentencedWith({ doc }: Context, { token }: Trigger): number {
  const before = doc.head[token];
  // "He was ordered to serve ten years"
  if ((doc.relation[token] !== R.conj && doc.relation[token] !== R.xcomp) || before < 0 || !isPassive(doc, before)) return -1;
  return childWith(doc, before, R["nsubj:pass"]);
}

/** "convicted two men of fraud": the fraud is not of the men. */
function withoutOffence({ doc }: Context, f: Filler, all: readonly Filler[]): Filler {
  const offence = all.find((o) => o.role === "offence" && f.span[0] < o.span[0] && o.span[0] < f.span[1] && o.token > f.token);
  return offence ? { ...f, span: [f.span[0], doc.end[f.token]] } : f;
}

/** "convicted the former president and 19 others of insulting ...": the offence by its preposition. */
function offenceAfter({ doc, classes }: Context, trigger: Trigger): number {
  for (let i = trigger.last + 1; i + 1 < doc.length && i - trigger.last < 16 && doc.sentence[i] === doc.sentence[trigger.token]; i++) {
    if (doc.upos[i] === U.VERB && doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBG) return -1;
    if (!OFFENCE_AFTER.has(doc.norm[i])) continue;
    const next = doc.xpos[i + 1] === P.VBG ? i + 1 : nounAfter(doc, i + 1);
    if (next < 0 || (next > i + 1 && (classes[next] & C.crime) === 0 && doc.xpos[next] !== P.VBG)) continue;
    if (next === i + 1 && doc.xpos[next] !== P.VBG && (classes[next] & C.crime) === 0) continue;
    return next;
  }
  return -1;
}

/** "one count of murder, four counts of assault and one count of arson": each is an offence of its own. */
function countsAfter({ doc }: Context, trigger: Trigger, make: Make): readonly Filler[] {
  const found: Filler[] = [];
  const end = doc.sentenceStart[doc.sentence[trigger.token] + 1];
  for (let i = trigger.last + 1; i + 2 < end; i++) {
    if (!COUNTS.has(doc.lemma[i]) || doc.norm[i + 1] !== OF) continue;
    let first = i;
    while (first - 1 > trigger.last && (doc.upos[first - 1] === U.NUM || doc.upos[first - 1] === U.DET || doc.upos[first - 1] === U.ADJ))
      first--;
    found.push({ ...make("offence", i), span: spanOf(doc, first, countEnd(doc, i + 2, end)) });
  }
  return found;
}

/** The last token of what a count is of: up to a stop, or to the next count. */
function countEnd(doc: Document, from: number, end: number): number {
  let i = from;
  while (i + 1 < end && !isStop(doc, i + 1) && !(doc.norm[i + 1] === AND && startsCount(doc, i + 2, end))) i++;
  return i;
}

function isStop(doc: Document, i: number): boolean {
  return doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] !== "-";
}

function startsCount(doc: Document, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 4); i++) if (COUNTS.has(doc.lemma[i])) return true;
  return false;
}

/** "sentenced 12 men to jail terms", "fined 30,000 pounds each". */
function penaltyAfter({ doc, classes }: Context, trigger: Trigger): number {
  const behind = nounAfter(doc, trigger.last + 1);
  if (behind >= 0 && (classes[behind] & C.money) !== 0) return behind;
  for (let i = trigger.last + 1; i + 1 < doc.length && i - trigger.last < 16 && doc.sentence[i] === doc.sentence[trigger.token]; i++) {
    if (doc.upos[i] === U.VERB && doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBG) return -1;
    if (doc.norm[i] !== TO) continue;
    for (let k = i + 1; k < doc.length && k <= i + 6 && doc.sentence[k] === doc.sentence[i]; k++)
      if (PENALTIES.has(doc.lemma[k])) return PENALTIES.has(doc.lemma[k + 1]) ? k + 1 : k;
  }
  return -1;
}
