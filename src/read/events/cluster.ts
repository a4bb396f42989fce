import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Place, Time } from "../../model/reading.js";
import type { EventType, Status } from "../../model/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import type { Mention } from "./mention.js";
import type { Filler } from "./roles.js";
import { bestTime } from "./when.js";
import { bestPlace } from "./where.js";

/** Mentions that tell of one event of the report, as far as they have been read. */
export interface Cluster {
  readonly mentions: Mention[];
  /** What the event did, told with it: "killing 12". */
  readonly results: Mention[];
}

let loaded: Map<string, number> | null = null;

function mergeWeights(): Map<string, number> {
  if (loaded) return loaded;
  loaded = new Map();
  for (const row of loadTable("event-merging").rows) {
    loaded.set(`${row.a} ${row.b}`, Number(row.weight));
    loaded.set(`${row.b} ${row.a}`, Number(row.weight));
  }
  return loaded;
}

/** How readily two types are one event, or null where they cannot be. */
export function typeFit(a: EventType | null, b: EventType | null): number | null {
  if (a === null || b === null) return 1;
  if (a === b) return 3;
  return mergeWeights().get(`${a} ${b}`) ?? null;
}

const REAL = new Set<Status>(["occurred", "ongoing"]);
const OPEN = new Set<Status>(["planned", "threatened", "possible"]);

function statusGroup(status: Status): number {
  return REAL.has(status) ? 0 : OPEN.has(status) ? 1 : 2;
}

/** Puts every act's mentions together, in the order of the text; generic nouns join what they can stand for or fall away. */
export function cluster(ctx: Context, mentions: readonly Mention[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const mention of mentions) {
    const best = bestFor(ctx, mention, clusters);
    if (best) best.mentions.push(mention);
    else if (opens(mention)) clusters.push({ mentions: [mention], results: [] });
  }
  return clusters;
}

/** Whether a mention can be the first of its event. */
function opens(mention: Mention): boolean {
  if (mention.modifier || mention.type === null) return false;
  if (!mention.verbal && mention.trigger.row.pos === "NOUN" && saysLittle(mention)) return false;
  return mention.trigger.row.kind === "act" || (mention.trigger.row.kind === "generic" && mention.definite !== "same");
}

const BY_RULE = new Set(["justice", "security", "policy"]);

/** A bare noun of the law ("prison sentences", "custody") with nobody in it tells of no one case. */
function saysLittle(mention: Mention): boolean {
  if (!BY_RULE.has((mention.type as string).split(".")[0]) || mention.type === "justice.investigation") return false;
  return (
    mention.fillers.length === 0 &&
    mention.definite !== "new" &&
    mention.definite !== "apart" &&
    !mention.times.some((t) => t.tier === 0) &&
    !mention.places.some((p) => p.tier === 0)
  );
}

function bestFor(ctx: Context, mention: Mention, clusters: readonly Cluster[]): Cluster | null {
  let best: Cluster | null = null;
  let top = THRESHOLD;
  clusters.forEach((c, k) => {
    const score = affinity(ctx, mention, c, clusters.length - k);
    if (score !== null && score > top) {
      top = score;
      best = c;
    }
  });
  return best;
}

const THRESHOLD = 2.4;

/** How well a mention fits a cluster; null where it cannot belong. */
function affinity(ctx: Context, mention: Mention, c: Cluster, back: number): number | null {
  const type = bestTypeFit(mention, c);
  if (type === null) return null;
  let score = type;
  if (mention.definite === "apart") score -= 3;
  if (mention.definite === "new") score -= 1.2;
  if (mention.definite === "same") score += 0.7;
  if (mention.modifier) score += 0.7;
  score += statusScore(mention, c);
  score += placeScore(mention, c);
  score += timeScore(mention, c);
  score += partyScore(ctx, mention, c);
  if (mention.plural !== (c.mentions[0].plural && !c.mentions[0].verbal) && !mention.verbal) score -= 0.8;
  score += Math.min(0.6, c.mentions.length * 0.1);
  score -= Math.min(1, Math.max(0, mention.sentence - (c.mentions.at(-1)?.sentence ?? 0) - 3) * 0.1);
  score -= Math.min(0.6, (back - 1) * 0.1);
  return score;
}

function bestTypeFit(mention: Mention, c: Cluster): number | null {
  let best: number | null = null;
  for (const m of c.mentions) {
    if (m.trigger.row.kind === "generic") continue;
    const fit = typeFit(mention.type, m.type);
    if (fit === null) continue;
    const lemma = m.trigger.row.words.at(-1) === mention.trigger.row.words.at(-1) ? 0.3 : 0;
    best = Math.max(best ?? 0, fit + lemma);
  }
  if (best !== null && mention.type === null && !mergesGeneric(c)) return null;
  return best;
}

/** "The incident" stands for something that happened, not for a law or a trial. */
function mergesGeneric(c: Cluster): boolean {
  const family = c.mentions[0].type?.split(".")[0];
  return family === "violence" || family === "hazard";
}

function statusScore(mention: Mention, c: Cluster): number {
  const first = c.mentions[0].status;
  if (statusGroup(first) === statusGroup(mention.status)) return 0.2;
  // "the attack" says nothing of how far it came
  if (!mention.verbal && mention.definite === "same" && mention.status === "occurred") return 0;
  return -3;
}

function placeScore(mention: Mention, c: Cluster): number {
  const mine = own(mention);
  const theirs = bestPlace(c.mentions.flatMap((m) => m.places.filter((p) => p.tier <= 1)));
  if (!mine || !theirs) return 0;
  if (mine.id === theirs.id || mine.name === theirs.name || (mine.geonames && mine.geonames === theirs.geonames)) return 1;
  if (mine.country && theirs.country && mine.country !== theirs.country) return -4;
  const wide = (p: Place): boolean => p.precision === "country" || p.precision === "region" || p.precision === "area";
  return wide(mine) || wide(theirs) ? 0.2 : -1.5;
}

function own(mention: Mention): Place | null {
  return bestPlace(mention.places.filter((p) => p.tier <= 1));
}

function timeScore(mention: Mention, c: Cluster): number {
  const mine = bestTime(mention.times.filter((t) => t.tier <= 1))?.time;
  const theirs = bestTime(c.mentions.flatMap((m) => m.times.filter((t) => t.tier <= 1)))?.time;
  if (!mine || !theirs) return 0;
  const fit = compatible(mine, theirs);
  return fit === null ? 0 : fit ? 1 : -4;
}

function compatible(a: Time, b: Time): boolean | null {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return null;
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

const SHARED = new Set(["victim", "target", "perpetrator", "defendant", "authority", "participant", "offence"]);

/** Shared parties bind, different named ones in the same role part. */
function partyScore(ctx: Context, mention: Mention, c: Cluster): number {
  let score = 0;
  const theirs = [...c.mentions, ...c.results].flatMap((m) => m.fillers);
  for (const role of ["victim", "target", "defendant", "perpetrator", "authority", "participant"] as const) {
    const mine = mention.fillers.filter((f) => f.role === role);
    const others = theirs.filter(
      (f) => f.role === role || (role === "target" && f.role === "victim") || (role === "victim" && f.role === "target"),
    );
    if (mine.length === 0 || others.length === 0 || !SHARED.has(role)) continue;
    if (mine.some((f) => others.some((o) => sameParty(ctx, f, o)))) score += role === "authority" || role === "perpetrator" ? 0.8 : 1.5;
    else if (mine.some((f) => named(ctx, f)) && others.some((o) => named(ctx, o))) score -= role === "authority" ? 0.5 : 2;
    else score -= role === "authority" ? 0.2 : 0.6;
  }
  return score;
}

function sameParty(ctx: Context, a: Filler, b: Filler): boolean {
  if (a.actor !== null && a.actor === b.actor) return true;
  return ctx.doc.lemma[a.token] === ctx.doc.lemma[b.token] && vocabulary.of(ctx.doc.lemma[a.token]).length > 2;
}

function named(ctx: Context, f: Filler): boolean {
  return (ctx.classes[f.token] & C.name) !== 0;
}
