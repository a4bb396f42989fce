import { readFileSync } from "node:fs";
import { wordsAt } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { heaviest, isExplaining, keep } from "../journal.js";
import { affinityFeatures, tellAffinity } from "./affinity.js";
import { closeTime } from "./affinity-setting.js";
import type { Context } from "./context.js";
import { isState, type Mention } from "./mention.js";
import { isOtherMeasure } from "./proposed.js";
import { areOneBomb, areOneTaking, LOOKED_BACK } from "./takings.js";
import { Summed } from "./tell.js";
import { caseOf } from "./voice.js";
import { bestTime } from "./when.js";
import { wordsOf } from "./words.js";

/** Mentions that tell of one event of the report, as far as they have been read. */
export interface Cluster {
  readonly mentions: Mention[];
  /** What the event did, told with it: "killing 12". */
  readonly results: Mention[];
}

let weights: ReadonlyMap<string, number> | null = null;

/** Weights of the merging features by name; read once. */
function mergingWeights(): ReadonlyMap<string, number> {
  if (weights) return weights;
  const lines = readFileSync(new URL("../../../models/event-merging.tsv", import.meta.url), "utf8").split("\n");
  weights = new Map(lines.filter((l) => l && !l.startsWith("#")).map((l) => [l.split("\t")[0], Number(l.split("\t")[1])]));
  return weights;
}

let summed: Summed | null = null;

/** Puts every act's mentions together, in the order of the text; generic nouns join what they can stand for or fall away. */
export function cluster(ctx: Context, mentions: readonly Mention[]): Cluster[] {
  const clusters: Cluster[] = [];
  const early: Mention[] = [];
  for (const mention of mentions) {
    const best = clusters.find((c) => isRetold(ctx, c, mention)) ?? bestFor(ctx, mention, clusters);
    if (best && isExplaining()) keepMerging(ctx, mention, best, clusters);
    if (best) best.mentions.push(mention);
    else if (opens(mention)) clusters.push({ mentions: [mention], results: [] });
    else if (!mention.general && mention.type !== null) early.push(mention);
  }
  for (const mention of early) joinLater(ctx, mention, clusters);
  return clusters.filter((c) => !isStateOf(c, clusters));
}

/** "after weeks in captivity ... seized from their school in May": a state that is told of before the taking which began it is that taking. */
function isStateOf(c: Cluster, all: readonly Cluster[]): boolean {
  const [m] = c.mentions;
  if (c.mentions.length > 1 || !isState(m.trigger) || m.definite !== "bare") return false;
  const taking = all.find((o) => {
    const [first] = o.mentions;
    return o !== c && first.type === m.type && first.trigger.row.kind === "act" && first.sentence - m.sentence <= SOON;
  });
  taking?.mentions.push(m);
  return taking !== undefined;
}

/** Whether a mention tells one of a cluster's acts again; only those told of last stand near enough for it to look back at. */
function isRetold(ctx: Context, { mentions }: Cluster, m: Mention): boolean {
  if (m.keeps) return mentions.includes(m.keeps);
  for (let k = mentions.length - 1; k >= 0 && m.sentence - mentions[k].sentence <= LOOKED_BACK; k--)
    if (areOneAct(ctx, mentions[k], m) || areOneTaking(ctx, mentions[k], m) || areOneBomb(ctx, mentions[k], m)) return true;
  return false;
}

const IN = vocabulary.id("in");
const TAKEN = new Ids([R.obj, R["nsubj:pass"]]);

/** What its own noun is said to do: bombs explode, fires burn. */
const GOES_OFF: ReadonlySet<string> = new Set(["violence.bombing", "hazard.explosion", "hazard.fire"]);

/** "serving a life sentence", "passed a law", "seized power in a coup": a verb and its own noun of one kind tell of one act. */
function areOneAct({ doc }: Context, a: Mention, b: Mention): boolean {
  if (a.type === null || a.verbal === b.verbal || a.sentence !== b.sentence) return false;
  if (a.type !== b.type) return isKilledIn(doc, a.verbal ? a : b, a.verbal ? b : a);
  const verb = (a.verbal ? a : b).trigger.token;
  const noun = (a.verbal ? b : a).trigger.token;
  // "a bomb hidden in a cart exploded"
  if (doc.head[noun] === verb && doc.relation[noun] === R.nsubj) return GOES_OFF.has(a.type);
  if (doc.head[noun] === verb) return TAKEN.has(doc.relation[noun]) || (doc.relation[noun] === R.obl && caseOf(doc, noun) === IN);
  // "handed Wei Li a sentence": the tree may hang the second object on the first
  const first = doc.head[noun];
  if (doc.relation[noun] === R.appos && first > verb && doc.head[first] === verb) return TAKEN.has(doc.relation[first]);
  if (doc.head[verb] !== noun) return false;
  // "a fatal shooting that claimed four lives"
  if (doc.relation[verb] === R["acl:relcl"]) return doc.xpos[childWith(doc, verb, R.nsubj)] === P.WDT;
  return doc.relation[verb] === R.acl && doc.xpos[verb] === P.VBN;
}

/** "killed nine farmers in a raid on a village", "rebels kill 19 in church attack": what was done in an attack that nothing told of before is that attack. */
function isKilledIn(doc: Document, verb: Mention, noun: Mention): boolean {
  if (verb.type !== "violence.killing" || !KILLS.has(noun.type ?? "") || noun.definite === "same") return false;
  const t = noun.trigger.token;
  return (
    doc.head[t] === verb.trigger.token &&
    doc.relation[t] === R.obl &&
    caseOf(doc, t) === IN &&
    verb.fillers.some((f) => f.role === "victim")
  );
}

const KILLS: ReadonlySet<string> = new Set(["violence.attack", "violence.bombing", "violence.shelling"]);

/** "Quake survivors" in a headline: what opens no event of its own may be of one that is told right after it. */
function joinLater(ctx: Context, mention: Mention, clusters: readonly Cluster[]): void {
  const later = clusters.filter((c) => {
    const away = c.mentions[0].sentence - mention.sentence;
    return c.mentions[0].trigger.token > mention.trigger.token && away <= SOON && c.mentions.some((m) => m.type === mention.type);
  });
  const best = bestFor(ctx, mention, later) ?? later.find((c) => c.mentions.some((m) => sameWord(m, mention)));
  if (best) best.mentions.push(mention);
}

function sameWord(a: Mention, b: Mention): boolean {
  return a.trigger.row.words[a.trigger.row.words.length - 1] === b.trigger.row.words[b.trigger.row.words.length - 1];
}

/** Sentences within which an event is told after a word that only points at it. */
const SOON = 2;

/** Whether a mention can be the first of its event. */
export function opens(mention: Mention): boolean {
  if (mention.general || isHypothetical(mention)) return false;
  if (mention.type === null || (mention.modifier && mention.type !== "justice.trial")) return false;
  if (!mention.verbal && mention.trigger.row.pos === "NOUN" && saysLittle(mention)) return false;
  return mention.trigger.row.kind === "act" || mention.trigger.row.kind === "result" || mention.definite !== "same";
}

/** Bare plurals that may be ("attacks", to be prevented) are no event of anybody's. */
function isHypothetical(mention: Mention): boolean {
  if (mention.verbal || !mention.plural || mention.definite !== "bare" || mention.status !== "possible") return false;
  return mention.fillers.length === 0 && mention.times.length === 0 && !mention.places.some((p) => p.tier <= 1);
}

const BY_RULE = new Set(["justice", "security", "policy"]);

const OF_LAW = new Set(["offence", "penalty"]);

/**
 * A bare noun of the law ("prison sentences for such offences", "interrogations") with nobody in it tells of no one case; "an
 * investigation" does.
 */
function saysLittle(mention: Mention): boolean {
  if (!BY_RULE.has((mention.type as string).split(".")[0]) || mention.status === "not-occurred" || mention.carriedOut) return false;
  if (mention.plural && mention.definite === "bare" && mention.fillers.every((f) => OF_LAW.has(f.role))) return true;
  if (mention.type === "justice.investigation") return false;
  // "Sentencing is set for Monday"
  const near = mention.status === "planned" ? 1 : 0;
  const alone = !mention.times.some((t) => t.tier <= near) && !mention.places.some((p) => p.tier === 0);
  return mention.fillers.length === 0 && mention.definite !== "new" && mention.definite !== "apart" && alone;
}

/** How many events back a mention may belong to, and how many mentions of an event are looked at: more than any report of a few thousand words has. */
const EVENTS_BACK = 200;
const LOOKED_AT = 60;
const FIRST_LOOKED_AT = 20;

/** An event as it is compared: of very many mentions the first and the last. */
function seenOf(c: Cluster): Cluster {
  if (c.mentions.length <= LOOKED_AT) return c;
  return { mentions: [...c.mentions.slice(0, FIRST_LOOKED_AT), ...c.mentions.slice(FIRST_LOOKED_AT - LOOKED_AT)], results: c.results };
}

/** Keeps why a mention was taken for one of an event that had been told of before. */
function keepMerging(ctx: Context, mention: Mention, best: Cluster, clusters: readonly Cluster[]): void {
  const features = affinityFeatures(ctx, mention, best, clusters) ?? [];
  const weighed = features.map((name) => ({ name, weight: mergingWeights().get(name) ?? 0 }));
  const { token } = mention.trigger;
  keep({
    what: `mention of the event of “${wordsAt(ctx.doc.text, spanOf(ctx.doc, best.mentions[0].trigger.token, best.mentions[0].trigger.token))}”`,
    model: "event-merging",
    span: spanOf(ctx.doc, token, token),
    of: null,
    score: weighed.reduce((sum, f) => sum + f.weight, 0),
    least: 0,
    instead: null,
    features: heaviest(weighed),
  });
}

/** "police beat him until he confessed to the bombing": what hands did is no bombing, shelling or coup, whatever else it is called. */
function isOfHands(mention: Mention, { mentions }: Cluster): boolean {
  if (mention.type === "violence.assault") return mentions.some((m) => AT_A_BLOW.has(m.type ?? ""));
  return AT_A_BLOW.has(mention.type ?? "") && mentions.some((m) => m.type === "violence.assault");
}

const AT_A_BLOW: ReadonlySet<string> = new Set(["violence.bombing", "violence.shelling", "violence.coup", "hazard.explosion"]);

/**
 * "an attack on a base in the same province in February", told behind an attack of this week; "the war, which began in 2015", behind a
 * battle: an act brought up as new weeks from the other's day, and what is fought for months, is another.
 */
function isRecalledBeside({ doc }: Context, m: Mention, c: Cluster): boolean {
  if (!m.verbal && WARS.has(doc.lemma[m.trigger.token]) && !c.mentions.some((o) => WARS.has(doc.lemma[o.trigger.token]))) return true;
  // "beaten in a barn during the war": a deed of the war is not the war
  if (m.type !== "violence.clash" && m.type !== null && c.mentions.every((o) => WARS.has(doc.lemma[o.trigger.token]))) return true;
  if (m.verbal || m.definite === "same" || (m.definite === "bare" && !isIndefinite(doc, m.trigger.token))) return false;
  const day = bestTime(m.times.filter((t) => t.tier <= 1 && t.time.latest !== null))?.time.latest;
  if (!day) return false;
  const days = c.mentions.flatMap((o) => closeTime(o)?.earliest ?? []);
  return days.length > 0 && days.every((first) => Date.parse(first) - Date.parse(day) > WEEKS);
}

function isIndefinite(doc: Document, t: number): boolean {
  const det = childWith(doc, t, R.det);
  return det >= 0 && INDEFINITE.has(doc.norm[det]);
}

const INDEFINITE = wordsOf("indefinite");
const WARS = wordsOf("war");
const WEEKS = 14 * 86_400_000;

function bestFor(ctx: Context, mention: Mention, all: readonly Cluster[]): Cluster | null {
  summed ??= new Summed(mergingWeights());
  const affinity = summed;
  let best: Cluster | null = null;
  let top = 0;
  const clusters = all.length <= EVENTS_BACK ? all : [all[0], ...all.slice(1 - EVENTS_BACK)];
  const seen = clusters.some((c) => c.mentions.length > LOOKED_AT) ? clusters.map(seenOf) : clusters;
  for (let k = 0; k < clusters.length; k++) {
    affinity.sum = 0;
    if (isOfHands(mention, seen[k]) || isRecalledBeside(ctx, mention, seen[k]) || isOtherMeasure(ctx.doc, mention, seen[k])) continue;
    if (!tellAffinity(ctx, mention, seen[k], seen, affinity.tell)) continue;
    if (affinity.sum >= top) {
      top = affinity.sum;
      best = clusters[k];
    }
  }
  return best;
}
