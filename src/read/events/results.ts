import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { EventType } from "../../model/vocabulary.js";
import { closeTime, placeFit } from "./affinity-setting.js";
import { handsOfAll } from "./another.js";
import { ANIMATE, C } from "./classes.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { isWithRiotTool } from "./hands.js";
import type { Mention } from "./mention.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

/** Who is threatened or taken away is not killed by that: a killing that follows is an act of its own. */
const HARMLESS = new Set<string>(["violence.threat", "violence.abduction"]);

/** Acts on things, which kill nobody who is told of before them. */
const OF_THINGS = new Set<string>(["violence.arson", "violence.robbery"]);

/** Families whose events harm people. */
function harms(mention: Mention): boolean {
  const { type } = mention;
  return type !== null && (type.startsWith("violence.") || type.startsWith("hazard.")) && !HARMLESS.has(type);
}

/** The mention in the same sentence (`beside` are its acts) that did what a result tells: "the blast killed", "killed when it crashed", "an attack that killed". */
export function causeInSentence(ctx: Context, result: Mention, beside: readonly Mention[]): Mention | null {
  const { doc } = ctx;
  const here = beside.filter((m) => harms(m) && !m.modifier && !isElsewhere(doc, result, m));
  if (here.length === 0) return null;
  const t = result.trigger.token;
  const before = rightBefore(doc, t, here);
  if (before) return before;
  const agent = ctx.argumentsAt(t, result.trigger.row.pos === "VERB").find((a) => a.slot === "agent");
  if (agent) {
    const inside = here.find((m) => within(doc, agent.token, m.trigger.token));
    if (inside) return inside;
    // "militants attacked ..., killing six": another's deed is not theirs
    if (isVerbal(doc, t) && ctx.classes[agent.token] & ANIMATE && ctx.classes[agent.token] & ~C.pronoun) {
      // "killed a trader and set his shop ablaze": what is told next, of things, is a deed of its own
      const isNext = (m: Mention): boolean => m.trigger.token > t && OF_THINGS.has(m.type ?? "") && !within(doc, m.trigger.token, t);
      const same = here.find((m) => !isNext(m) && m.fillers.some((f) => f.role === "perpetrator" && f.token === agent.token));
      if (same) return same;
    }
  }
  const relative = beforePronoun(doc, t, here);
  if (relative) return relative;
  const over = above(doc, t, here, standsAlone(result));
  // "he was killed by police during a clash": a deed of its own, not what the clash did
  if (over || standsAlone(result)) return over;
  return here.find((m) => within(doc, t, m.trigger.token)) ?? null;
}

/**
 * "Shells on Kherson kill two; woman killed in Belgorod": what is told behind a semicolon with another place, or with one of another land, is
 * nothing that the act before it did.
 */
function isElsewhere(doc: Document, result: Mention, act: Mention): boolean {
  if (result.places.length === 0 || act.sentence !== result.sentence) return false;
  const fit = placeFit(result, { mentions: [act], results: [] });
  if (fit === "none" || fit === "same") return false;
  const [from, to] = [act.trigger.token, result.trigger.token].sort((a, b) => a - b);
  for (let i = from + 1; i < to; i++) if (doc.text[doc.start[i]] === ";") return true;
  return fit === "abroad" && !doc.relation.subarray(from, to).includes(R.mark);
}

const OPENS = wordsOf("opens-clause");

/**
 * "was arrested after a fire at a home in Leeds killed a woman": the noun of an act whose phrase opens the clause and ends right before the
 * verb killed her, whatever subject the tree gives the verb.
 */
function rightBefore(doc: Document, t: number, here: readonly Mention[]): Mention | null {
  if (doc.xpos[t] !== P.VBD || doc.sentenceStart[doc.sentence[t]] === t) return null;
  let act: Mention | null = null;
  let inside = false;
  for (let i = t - 1; i >= doc.sentenceStart[doc.sentence[t]]; i--) {
    if (OPENS.has(doc.norm[i])) return act;
    const tag = doc.upos[i];
    if (tag === U.ADP) inside = true;
    else if (tag !== U.NOUN && tag !== U.PROPN && tag !== U.DET && tag !== U.ADJ && tag !== U.NUM) return null;
    if (act === null && inside) act = here.find((m) => m.trigger.token === i && !m.verbal) ?? null;
  }
  return null;
}

/** "the March bombing of a market in Gombe, which killed 15", wherever the tree hangs it: the act whose phrase the pronoun follows. */
function beforePronoun(doc: Document, t: number, here: readonly Mention[]): Mention | null {
  const pronoun = isVerbal(doc, t) ? childWith(doc, t, R.nsubj) : -1;
  if (pronoun < 0 || pronoun > t || doc.xpos[pronoun] !== P.WDT) return null;
  let last: Mention | null = null;
  for (const m of here) if (m.trigger.token < pronoun && (!last || m.trigger.token > last.trigger.token)) last = m;
  if (!last || isVerbal(doc, last.trigger.token)) return null;
  for (let i = last.trigger.last + 1; i < pronoun; i++) if (doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) return null;
  return last;
}

function within(doc: Document, top: number, t: number): boolean {
  return doc.left[top] <= t && t <= doc.right[top];
}

/** Climbs from the result: an ancestor that is a trigger, or whose subject or object is one. */
function above(doc: Document, t: number, here: readonly Mention[], direct: boolean): Mention | null {
  let at = doc.head[t];
  for (let step = 0; at >= 0 && step < 6; step++) {
    const governor = here.find((m) => m.trigger.token === at);
    if (governor) return governor;
    const by = isVerbal(doc, at) && !direct ? subjectAct(doc, at, t, here) : null;
    if (by) return by;
    at = doc.head[at];
  }
  return null;
}

/** The act that a verb's subject tells of; the tree may give a verb two ("A magnitude 6.8 earthquake struck"). */
function subjectAct(doc: Document, verb: number, t: number, here: readonly Mention[]): Mention | null {
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.nsubj && doc.relation[c] !== R["nsubj:pass"]) continue;
    const by = here.find((m) => within(doc, c, m.trigger.token) && !within(doc, m.trigger.token, t));
    if (by) return by;
  }
  return null;
}

/** Whether a result says by itself who killed: "police killed two men" is an event of its own. */
export function standsAlone(result: Mention): boolean {
  if (result.type === null) return false;
  // "a drone killed three people": a shell and a bomb are told of by what they did
  const isArmed = result.type !== "violence.killing";
  const isDone = result.fillers.some((f) => f.role === "perpetrator" || (isArmed && f.role === "weapon"));
  return isDone && result.fillers.some((f) => f.role === "victim");
}

/** "were kidnapped and killed", "threatened and then shot": what is done next to those whom an act by itself does not harm is another act. */
export function isAfterTaking(doc: Document, result: Mention, beside: readonly Mention[]): boolean {
  const t = result.trigger.token;
  if (result.type === null || !result.verbal || doc.relation[t] !== R.conj) return false;
  return beside.some((m) => HARMLESS.has(m.type ?? "") && m.verbal && m.trigger.token === doc.head[t]);
}

/** The event that a result without a cause in its sentence belongs to: the nearest one told before it, else the first after it. */
export function causeNearby(ctx: Context, result: Mention, clusters: readonly Cluster[]): Cluster | null {
  let best: Cluster | null = null;
  let distance = Number.POSITIVE_INFINITY;
  let last = -1;
  const news = clusters.flatMap((c) => (harms(c.mentions[0]) ? daysOf(c) : [])).reduce((a, b) => Math.max(a, b), 0);
  for (const c of clusters) {
    if (
      !harms(c.mentions[0]) ||
      c.mentions[0].status === "planned" ||
      c.mentions[0].status === "possible" ||
      c.mentions[0].status === "threatened" ||
      isLongBefore(result, c, news) ||
      isByToolOnly(ctx, result, c) ||
      isOfOtherHands(ctx, result, c) ||
      (result.verbal && placeFit(result, c) === "abroad")
    )
      continue;
    const things = OF_THINGS.has(c.mentions[0].type ?? "") && tellsOfDeath(result);
    for (const m of c.mentions) {
      if (isElsewhere(ctx.doc, result, m)) continue;
      const away = result.sentence - m.sentence;
      const d = away >= 0 ? away : -away * 2 + 1;
      // of two in the sentence before, the one told last
      const later = d === distance && best !== null && away >= 0 && m.trigger.token > last && !things && !isCauseOf(c, best, m.sentence);
      if (d < distance || later) {
        last = m.trigger.token;
        best = c;
        distance = d;
      }
    }
  }
  return best;
}

/**
 * What kind of act a result without a cause tells of: where all acts of harm told before it are hazards, the last of them, for then nobody
 * is said to have killed ("Last year 30 died when a truck fell off the same bridge"); else its own.
 */
export function kindOfHarm(result: Mention, clusters: readonly Cluster[]): EventType | null {
  if (result.fillers.some((f) => f.role === "perpetrator")) return result.type;
  let last: EventType | null = null;
  for (const { mentions } of clusters) {
    const { type } = mentions[0];
    if (type?.startsWith("violence.")) return result.type;
    if (type?.startsWith("hazard.")) last = type;
  }
  return last ?? result.type;
}

/** Whether a mention is the verb of an act of violence. */
export function isDeed({ verbal, type }: Mention): boolean {
  return verbal && (type?.startsWith("violence.") ?? false);
}

/** "Flash floods set off by heavy rain killed 12": of two hazards in one sentence, the one that is said to have harmed nobody set off the other. */
function isCauseOf(cause: Cluster, other: Cluster, sentence: number): boolean {
  const isHazard = (c: Cluster): boolean => c.mentions[0].type?.startsWith("hazard.") ?? false;
  const harmed = (c: Cluster): boolean => c.results.some((r) => r.sentence === sentence);
  return isHazard(cause) && isHazard(other) && harmed(other) && !harmed(cause);
}

/** "Police fired tear gas", and next "the dead number 300": what kills nobody killed none of them. */
function isByToolOnly({ doc }: Context, result: Mention, c: Cluster): boolean {
  return tellsOfDeath(result) && c.mentions.every((m) => isWithRiotTool(doc, m.fillers));
}

/** "The militia killed 43 people in the area in August", told behind this week's attack, the `news`: those are another's dead. */
function isLongBefore(result: Mention, c: Cluster, news: number): boolean {
  const day = closeTime(result)?.latest;
  if (!day) return false;
  const first = daysOf(c);
  // "27 were killed last month", behind what was done last week
  const isDeed = result.verbal && (c.mentions[0].type?.startsWith("violence.") ?? false);
  if (isDeed && first.length > 0 && first.every((d) => d - Date.parse(day) > DAYS)) return true;
  if (news - Date.parse(day) <= LONG) return false;
  return first.every((d) => d - Date.parse(day) > LONG);
}

/** "Troops killed 21 rebels last week", and next "27 worshippers were killed in a mosque": those who fight nobody died by other hands than forces'. */
function isOfOtherHands(ctx: Context, result: Mention, c: Cluster): boolean {
  const victims = result.fillers.filter((f) => f.role === "victim");
  if (victims.length === 0 || handsOfAll(ctx, c.mentions) !== "forces") return false;
  return victims.every((f) => CIVIL.has(ctx.doc.lemma[f.token]));
}

const CIVIL = wordsOf("fights-nobody");

/** The first days that its mentions' own words give. */
function daysOf(c: Cluster): readonly number[] {
  return c.mentions.flatMap((m) => closeTime(m)?.earliest ?? []).map((day) => Date.parse(day));
}

const LONG = 14 * 86_400_000;
const DAYS = 2 * 86_400_000;

let deaths: ReadonlySet<number> | null = null;

/** Whether a result says that somebody died: of a killing that is the event itself, of other acts what they did. */
export function tellsOfDeath(result: Mention): boolean {
  deaths ??= new Set(
    loadTable("toll-words")
      .rows.filter((row) => row.effect === "killed" && !row.needs)
      .map((row) => vocabulary.id(row.lemma)),
  );
  return result.trigger.row.words.some((word) => (deaths as ReadonlySet<number>).has(word));
}
