import { childWith, type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Time } from "../../model/reading.js";
import { isOfAnother } from "./arguments.js";
import { isSetFor, isWaitedDay, UNTIL } from "./awaited.js";
import { newNounBefore, nounBefore, participleBefore } from "./behind.js";
import type { Context } from "./context.js";
import { isOfEarlierCount } from "./earlier-count.js";
import { isRevenge } from "./relations.js";
import type { Trigger } from "./triggers.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

/** A time that one mention may have. The lower the tier the closer it stands. */
export interface TimeOption {
  readonly time: Time;
  readonly tier: number;
}

interface TimeToken {
  readonly time: Time;
  readonly head: number;
}

export function timesBySentence(ctx: Context): ReadonlyMap<number, readonly TimeToken[]> {
  const found = new Map<number, TimeToken[]>();
  for (const time of ctx.times) {
    if (time.type === "set" || (time.type === "duration" && !time.earliest)) continue;
    const [first, end] = tokensIn(ctx.doc, time.span);
    if (first >= end) continue;
    const head = headOf(ctx.doc, first, end);
    if (isOfEarlierCount(ctx, time.span[0])) continue;
    const s = ctx.doc.sentence[head];
    const here = found.get(s);
    if (here) here.push({ time, head });
    else found.set(s, [{ time, head }]);
  }
  return found;
}

export function headOf(doc: Document, first: number, end: number): number {
  for (let i = first; i < end; i++) if (doc.head[i] < first || doc.head[i] >= end) return i;
  return first;
}

/** Times that a mention's own words give: within its phrase (0), with its verb (1), with a verb that governs it and says no more than that somebody spoke is left out. */
export function timeOptions(ctx: Context, trigger: Trigger, bySentence: ReadonlyMap<number, readonly TimeToken[]>): readonly TimeOption[] {
  const { doc } = ctx;
  const here = bySentence.get(doc.sentence[trigger.token]) ?? [];
  return here.flatMap(({ time, head }): TimeOption[] => {
    if (isWaitedDay(doc, trigger.token, head)) return [{ time, tier: 0 }];
    if (isDeadline(ctx, trigger, head)) return [];
    const led = ledBy(ctx, time, head);
    if (led >= 0) return led === trigger.token ? [{ time, tier: 0 }] : [];
    if (isMonthsLong(time) && newNounBefore(doc, ctx.actTokens, head) === trigger.token) return [{ time, tier: 0 }];
    const near = isAnothers(ctx, trigger.token, head) ? -1 : tierAt(ctx, trigger.token, head);
    // a cue behind the mention has its time no more than the mention has
    const loose = near === -1 || (near === CUE && trigger.token < clauseOf(doc, head));
    const tier = loose && isMonthsLong(time) && opensSentence(doc, head) ? 1 : near;
    return tier < 0 ? [] : [{ time, tier: time.earliest || time.latest ? tier : tier + 0.5 }];
  });
}

/** "remanded in custody until 3 December": up to when what police and courts did holds. Not of what is put off "until" a day. */
function isDeadline({ doc }: Context, { token, row }: Trigger, time: number): boolean {
  if (!OF_LAW.test(row.type ?? "") || time < token) return false;
  for (let i = token + 1; i < time; i++) if (doc.norm[i] === UNTIL) return true;
  return false;
}
const OF_LAW = /^(security|justice)\./;

/** Whether words of revenge and then another act stand between an act and a time. */
function isRevengeBetween({ doc, actTokens }: Reach, t: number, time: number): boolean {
  for (let i = t + 1; i < time; i++) if (actTokens.has(i) && isRevenge(doc, t, i)) return true;
  return false;
}

/** "In 2017, flooding blamed on El Nino killed 100": a year or a month set before all of its sentence, whatever the tree hangs it on. */
function opensSentence(doc: Document, head: number): boolean {
  const first = doc.sentenceStart[doc.sentence[head]];
  return head - first <= OPENING && doc.upos[first] === U.ADP && head + 1 < doc.length && doc.norm[head + 1] === COMMA;
}

const OPENING = 2;
const COMMA = vocabulary.id(",");

/** The mention that a time behind it is told with, whatever the tree hangs it on; -1 where none is. */
export function ledBy({ doc, actTokens }: Pick<Context, "doc" | "actTokens">, time: Days, head: number): number {
  const noun = isMonthsLong(time) ? nounBefore(doc, actTokens, head) : -1;
  return noun >= 0 ? noun : participleBefore(doc, actTokens, head);
}

/** A month, a year: what a court's verb is not dated by. */
export function isMonthsLong(time: Days): boolean {
  return time.earliest !== null && time.latest !== null && widthOf(time) >= 27;
}

/** "arrested a man Wednesday over the shooting": the time of the verb is not that of the noun in its clause. */
function isAnothers(ctx: Context, t: number, time: number): boolean {
  const { doc } = ctx;
  const verb = clauseOf(doc, time);
  return verb >= 0 && verb !== t && !isVerbal(doc, t) && ctx.actTokens.has(verb) && !within(doc, t, time);
}

/** What is looked at to see whether a time belongs to a mention. */
export type Reach = Pick<Context, "doc" | "actTokens" | "attributions">;

/** A time that is said with a verb of speaking. */
export const CUE = -2;

/** The tier of a time for a mention of the same sentence; below 0 where it is none of its. */
export function tierAt(ctx: Reach, t: number, time: number): number {
  const { doc } = ctx;
  if (isWhenOf(doc, t, time)) return 0;
  // "fired rockets in retaliation for the killing of a commander on Sunday": the day of what came before
  if (time > t && isRevengeBetween(ctx, t, time)) return -1;
  if (isOfAnother(doc, ctx.actTokens, time, t)) return -1;
  const governor = clauseOf(doc, time);
  if (within(doc, t, time) && (governor === t || !isVerbal(doc, governor) || governor < 0)) return 0;
  if (governor >= 0 && isSetFor(doc, t, governor)) return 0;
  const clause = isVerbal(doc, t) ? t : clauseOf(doc, t);
  if (governor >= 0 && governor === clause) return 1;
  if (governor >= 0 && isMeanwhile(doc, clause, governor)) return 1;
  if (governor >= 0 && isApartInTime(doc, governor, t)) return -1;
  if (within(doc, t, time)) return 2;
  if (governor >= 0 && isCue(ctx, governor)) return CUE;
  if (governor >= 0 && clause >= 0 && sharesClause(doc, clause, governor)) return 2;
  return -1;
}

/** "the worst flood since 1997, when 140 people drowned": the time that a clause with "when" hangs behind. */
function isWhenOf(doc: Document, t: number, time: number): boolean {
  const w = time + 1 < doc.length && doc.upos[time + 1] === U.PUNCT ? time + 2 : time + 1;
  if (w >= t || t - w > WHEN_REACH || doc.sentence[w] !== doc.sentence[t] || !WHEN.has(doc.norm[w])) return false;
  for (let i = w + 1; i < t; i++) if (doc.upos[i] === U.PUNCT) return false;
  return true;
}

/** "arrested three men over last week's bombing": a time before the noun that it hangs on is the noun's, whatever governs both. */
export function leadsInto(doc: Document, time: number, t: number): boolean {
  if (time >= t || isVerbal(doc, t)) return false;
  let at = time;
  while (at >= 0 && at !== t && !isVerbal(doc, at)) at = doc.head[at];
  return at === t;
}

/** "In April 2023, 60 people died when a boat sank": what a clause with "when" tells happened as its governor did. */
function isMeanwhile(doc: Document, clause: number, governor: number): boolean {
  if (clause < 0 || doc.relation[clause] !== R.advcl || doc.head[clause] !== governor) return false;
  const adverb = childWith(doc, clause, R.advmod, R.mark);
  return adverb >= 0 && adverb < clause && WHEN.has(doc.norm[adverb]);
}

const WHEN = wordsOf("when");
const WHEN_REACH = 12;
const SEQUENCE = wordsOf("sequence");

/** "sentenced after he was ousted in 2013": a clause in sequence has a time of its own. */
function isApartInTime(doc: Document, clause: number, t: number): boolean {
  for (let at = clause; at >= 0 && at !== t; at = doc.head[at]) {
    if (doc.relation[at] !== R.advcl) continue;
    for (let c = doc.firstChild[at]; c >= 0 && c < at; c = doc.nextSibling[c])
      if (doc.relation[c] === R.mark && SEQUENCE.has(doc.norm[c])) return true;
  }
  return false;
}

function within(doc: Document, t: number, at: number): boolean {
  return doc.left[t] <= at && at <= doc.right[t];
}

/** The verb of the clause that a token stands in, or -1. */
export function clauseOf(doc: Document, t: number): number {
  let at = t;
  while (at >= 0 && !isVerbal(doc, at)) at = doc.head[at];
  return at;
}

/** A reporting verb's time is when it was said. */
function isCue(ctx: Reach, verb: number): boolean {
  return ctx.attributions.some((a) => a.cueToken === verb);
}

/** Coordinated, complement and adverbial clauses share a time that neither gives by itself. */
function sharesClause(doc: Document, a: number, b: number): boolean {
  const linked = (x: number, y: number): boolean =>
    doc.head[x] === y &&
    (doc.relation[x] === R.conj || doc.relation[x] === R.xcomp || doc.relation[x] === R.advcl || doc.relation[x] === R.acl);
  return linked(a, b) || linked(b, a);
}

export function bestTime(options: readonly TimeOption[]): TimeOption | null {
  let best: TimeOption | null = null;
  for (const option of options) if (!best || rank(option) < rank(best)) best = option;
  return best;
}

/** The time that most mentions give, nearer and narrower ones counting for more, and those told first. */
export function agreedTime(mentions: readonly (readonly TimeOption[])[]): TimeOption | null {
  const votes = new Map<string, { readonly option: TimeOption; score: number }>();
  mentions.forEach((options, k) => {
    for (const option of options) {
      const { time } = option;
      if (!time.earliest && !time.latest) continue;
      const key = `${time.earliest} ${time.latest}`;
      const days = widthOf(time);
      const score = (option.tier < 1 ? 1 : option.tier < 2 ? 0.9 : 0.35) * (days <= 2 ? 1 : days <= 31 ? 0.75 : 0.5) * (k < 2 ? 1.2 : 1);
      const known = votes.get(key);
      if (known) known.score += score;
      else votes.set(key, { option, score });
    }
  });
  let best: TimeOption | null = null;
  let top = 0;
  for (const vote of votes.values()) {
    // "in a 2014 shooting ... on March 4, 2014": the year speaks for the day in it
    const score =
      vote.score + [...votes.values()].reduce((sum, other) => sum + (holds(other.option.time, vote.option.time) ? other.score : 0), 0);
    if (score > top) {
      top = score;
      best = vote.option;
    }
  }
  return best;
}

function rank(option: TimeOption): number {
  return option.tier * 400 + Math.min(399, widthOf(option.time));
}

type Days = Pick<Time, "earliest" | "latest">;

/** Days that a time spans; the narrower says more. */
export function widthOf(time: Days): number {
  if (!time.earliest || !time.latest) return 399;
  return (instantOf(time.latest) - instantOf(time.earliest)) / 86_400_000;
}

const instants = new Map<string, number>();
const MOST_INSTANTS = 10_000;

/** `Date.parse` of a day, each parsed once: a report has few, and asks for them again and again. */
function instantOf(day: string): number {
  const known = instants.get(day);
  if (known !== undefined) return known;
  if (instants.size >= MOST_INSTANTS) instants.clear();
  const made = Date.parse(day);
  instants.set(day, made);
  return made;
}

/** Whether one stretch of days holds a narrower one. */
export function holds(wide: Days, narrow: Days): boolean {
  if (!wide.earliest || !wide.latest || !narrow.earliest || !narrow.latest) return false;
  // ISO days stand in the order of their letters: few pairs are left to be counted in days
  return wide.earliest <= narrow.earliest && narrow.latest <= wide.latest && !(widthOf(wide) <= widthOf(narrow));
}
