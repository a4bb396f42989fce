import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Place, Time } from "../../model/reading.js";
import type { EventType, Status } from "../../model/vocabulary.js";
import { C } from "./classes.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import type { Mention } from "./mention.js";
import type { Filler } from "./roles.js";
import { inSequence } from "./sequence.js";
import { bestTime } from "./when.js";
import { bestPlace } from "./where.js";

let loaded: Map<string, Map<string, number>> | null = null;

function mergeWeights(): Map<string, Map<string, number>> {
  if (loaded) return loaded;
  const made = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, weight: number): void => void made.set(a, (made.get(a) ?? new Map()).set(b, weight));
  for (const row of loadTable("event-merging").rows) {
    add(row.a, row.b, Number(row.weight));
    add(row.b, row.a, Number(row.weight));
  }
  loaded = made;
  return made;
}

/** How readily two types are one event, 0 to 3, or null where they cannot be. */
function typeFit(a: EventType | null, b: EventType | null): number | null {
  if (a === null || b === null) return 1;
  if (a === b) return 3;
  return mergeWeights().get(a)?.get(b) ?? null;
}

/**
 * What speaks for and against a mention being of a cluster's event, as named features of a linear scorer (mention-pair features in the
 * manner of Bejan & Harabagiu 2010 and Lee et al. 2012); null where the types forbid it.
 */
export function affinityFeatures(ctx: Context, m: Mention, c: Cluster, clusters: readonly Cluster[]): readonly string[] | null {
  const fit = bestFit(m, c);
  if (fit === null) return null;
  const first = c.mentions[0];
  const last = c.mentions[c.mentions.length - 1];
  // "had considered attacking": a verb says by itself how far its act came
  if (m.verbal && GROUPS[m.status] !== GROUPS[first.status]) return null;
  const kind = m.verbal ? "verb" : m.trigger.row.kind === "generic" ? "generic" : "noun";
  const features = ["bias", `kind=${kind}`, `fit=${fit}`, `fit=${fit}&kind=${kind}&definite=${m.definite}`, `definite=${m.definite}`];
  const words = wordFit(ctx, m, c);
  features.push(`words=${words}`, `words=${words}&kind=${kind}`, `words=${words}&definite=${m.definite}`);
  features.push(`family=${(first.type ?? "-").split(".")[0]}&fit=${fit === 3}`);
  features.push(`status=${statusFit(m, first)}`, `status=${statusFit(m, first)}&kind=${kind}&definite=${m.definite === "same"}`);
  const place = placeFit(m, c);
  const time = timeFit(m, c);
  const parties = partyFits(ctx, m, c);
  if (
    isAnother(m, c, place, time, parties) ||
    conflicts(m, first, place, parties) ||
    c.mentions.some((o) => inSequence(ctx.doc, ctx.times, m.trigger.token, o.trigger.token))
  )
    return null;
  features.push(`place=${place}`, `time=${time}`, `place=${place}&time=${time}`);
  features.push(...parties);
  features.push(`plural=${m.plural && !m.verbal}${first.plural && !first.verbal}`);
  features.push(`away=${AWAY[Math.min(6, Math.abs(m.sentence - last.sentence))]}`, `size=${Math.min(4, c.mentions.length)}`);
  if (c === clusters[clusters.length - 1]) features.push("latest");
  if (c === clusters[0]) features.push("earliest");
  if (clusters.length === 1) features.push("only");
  if (m.modifier) features.push("modifier");
  features.push(`types=${typePair(m, first)}`, `rivals=${Math.min(2, rivalsOf(m, c, clusters))}&definite=${m.definite}`);
  const bond = bondOf(ctx.doc, m, c);
  features.push(`bond=${bond}`, `bond=${bond}&words=${words}`, `bond=${bond}&fit=${fit >= 2}&kind=${kind}`);
  if (ctx.partOf[first.sentence] === "headline") features.push(`headline&away=${AWAY[Math.min(6, m.sentence - first.sentence)]}`);
  if (first.sentence === 0 && m.sentence <= 3) features.push("retold", `retold&definite=${m.definite}`);
  return features;
}

/** "A 6.7-strength quake killed ... in 2003": told as new, late in the report, at another time or with other people harmed. */
function isAnother(m: Mention, c: Cluster, place: string, time: string, parties: readonly string[]): boolean {
  if (time === "other") return true;
  if (m.verbal || (m.definite !== "new" && m.definite !== "apart")) return false;
  if (m.sentence - c.mentions[0].sentence <= 2) return false;
  const others = parties.includes("harmed=other count") || parties.includes("harmed=other name");
  return (time === "new" && c.mentions.length > 1) || (others && (place === "within" || place === "new" || place === "elsewhere"));
}

/**
 * What no wording outweighs: two acts told by verbs in places apart, a plot that failed and an act that did not, two rulings on
 * different people.
 */
function conflicts(m: Mention, first: Mention, place: string, parties: readonly string[]): boolean {
  if (m.verbal && first.verbal && (place === "elsewhere" || place === "abroad")) return true;
  const fit = statusFit(m, first);
  if (m.definite !== "same" && (fit === "failed/real" || fit === "real/failed" || fit === "open/real")) return true;
  if (!m.verbal || !BY_CASE.test(m.type ?? "")) return false;
  return (
    ["accused=other", "accused=other name", "accused=other count"].some((p) => parties.includes(p)) &&
    (place === "elsewhere" || parties.includes("accused=other count"))
  );
}

/** Families of which every case is an event of its own. */
const BY_CASE = /^(justice|security)\./;

const AWAY = ["0", "1", "2-3", "2-3", "4+", "4+", "4+"];

function bestFit(m: Mention, c: Cluster): number | null {
  let best: number | null = null;
  for (const other of c.mentions) {
    if (other.trigger.row.kind === "generic") continue;
    const fit = typeFit(m.type, other.type);
    if (fit !== null) best = Math.max(best ?? 0, fit);
  }
  if (best !== null && m.type === null && !/^(violence|hazard)/.test(c.mentions[0].type ?? "")) return null;
  return best;
}

/** Both types in one order, whichever comes first. */
function typePair(m: Mention, first: Mention): string {
  const [a, b] = [m.type ?? "-", first.type ?? "-"];
  return a < b ? `${a}+${b}` : `${b}+${a}`;
}

/** How many other events the mention could as well be of, by type. */
function rivalsOf(m: Mention, c: Cluster, clusters: readonly Cluster[]): number {
  let n = 0;
  for (const o of clusters) if (o !== c && (typeFit(m.type, o.mentions[0].type) ?? 0) >= 2) n++;
  return n;
}

/** How the mention hangs together with one of the cluster's in the same sentence ("shot and killed", "killed in a shooting"). */
function bondOf(doc: Document, m: Mention, c: Cluster): string {
  const t = m.trigger.token;
  let bond = "apart";
  for (const o of c.mentions) {
    if (o.sentence !== m.sentence) continue;
    const u = o.trigger.token;
    if (doc.head[t] === u) return BONDS.get(doc.relation[t]) ?? "below";
    if (doc.head[u] === t) return `over ${BONDS.get(doc.relation[u]) ?? "other"}`;
    bond = doc.left[u] <= t && t <= doc.right[u] ? "deep" : doc.left[t] <= u && u <= doc.right[t] ? "high" : "beside";
  }
  return bond;
}

const BONDS = new Map<number, string>([
  [R.conj, "and"],
  [R.nmod, "of"],
  [R.obl, "in"],
  [R.advcl, "clause"],
  [R.acl, "clause"],
  [R["acl:relcl"], "which"],
  [R.compound, "part"],
  [R.nsubj, "subject"],
  [R["nsubj:pass"], "subject"],
  [R.obj, "object"],
]);

/** Whether the same word told of the event before, in the same or another form. */
function wordFit(ctx: Context, m: Mention, c: Cluster): string {
  const mine = m.trigger.row.words;
  let stem = false;
  for (const other of c.mentions) {
    const theirs = other.trigger.row.words;
    if (mine[mine.length - 1] === theirs[theirs.length - 1]) return "same";
    stem ||= prefix(vocabulary.of(ctx.doc.lemma[m.trigger.token])) === prefix(vocabulary.of(ctx.doc.lemma[other.trigger.token]));
  }
  return stem ? "stem" : "other";
}

function prefix(word: string): string {
  return word.slice(0, 4);
}

const GROUPS: Readonly<Record<Status, string>> = {
  occurred: "real",
  ongoing: "real",
  planned: "open",
  threatened: "open",
  possible: "open",
  attempted: "failed",
  foiled: "failed",
  "not-occurred": "not",
};

function statusFit(m: Mention, first: Mention): string {
  const [a, b] = [GROUPS[m.status], GROUPS[first.status]];
  return a === b ? "same" : `${a}/${b}`;
}

function placeFit(m: Mention, c: Cluster): string {
  const mine = bestPlace(m.places.filter((p) => p.tier <= 1));
  if (!mine) return "none";
  const theirs = bestPlace(c.mentions.flatMap((o) => o.places.filter((p) => p.tier <= 1)));
  if (!theirs) return "new";
  if (mine.name === theirs.name || (mine.geonames && mine.geonames === theirs.geonames)) return "same";
  if (mine.country && theirs.country && mine.country !== theirs.country) return "abroad";
  return isWide(mine) || isWide(theirs) ? "within" : "elsewhere";
}

function isWide(p: Place): boolean {
  return p.precision === "country" || p.precision === "region" || p.precision === "area";
}

function timeFit(m: Mention, c: Cluster): string {
  const mine = bestTime(m.times.filter((t) => t.tier <= 1))?.time;
  if (!mine) return "none";
  const theirs = bestTime(c.mentions.flatMap((o) => o.times.filter((t) => t.tier <= 1)))?.time;
  if (!theirs) return "new";
  return overlapping(mine, theirs);
}

function overlapping(a: Time, b: Time): string {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return "vague";
  return a.earliest <= b.latest && b.earliest <= a.latest ? "same" : "other";
}

const SIDES = [
  ["harmed", new Set(["victim", "target"])],
  ["doer", new Set(["perpetrator", "organisation", "participant"])],
  ["accused", new Set(["defendant"])],
  ["authority", new Set(["authority"])],
  ["penalty", new Set(["penalty", "measure"])],
  ["offence", new Set(["offence"])],
] as const;

function partyFits(ctx: Context, m: Mention, c: Cluster): string[] {
  const features: string[] = [];
  const theirs = c.mentions.flatMap((o) => [...o.fillers, ...o.harmed]);
  const own = [...m.fillers, ...m.harmed];
  for (const [side, roles] of SIDES) {
    const mine = own.filter((f) => roles.has(f.role));
    const others = theirs.filter((f) => roles.has(f.role));
    if (mine.length === 0 || others.length === 0) {
      if (mine.length > 0) features.push(`${side}=new`);
      continue;
    }
    if (mine.some((f) => others.some((o) => sameParty(ctx, f, o)))) features.push(`${side}=same`);
    else if (mine.some((f) => isNamed(ctx, f)) && others.some((o) => isNamed(ctx, o))) features.push(`${side}=other name`);
    else if (mine.some((f) => others.some((o) => f.count && o.count && f.count.low !== o.count.low))) features.push(`${side}=other count`);
    else features.push(`${side}=other`);
  }
  return features;
}

function sameParty(ctx: Context, a: Filler, b: Filler): boolean {
  if (a.actor !== null && a.actor === b.actor) return true;
  return ctx.doc.lemma[a.token] === ctx.doc.lemma[b.token] && vocabulary.of(ctx.doc.lemma[a.token]).length > 2;
}

function isNamed(ctx: Context, f: Filler): boolean {
  return (ctx.classes[f.token] & C.name) !== 0;
}
