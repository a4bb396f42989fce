import type { Entry, Match } from "../../gazetteer/index.js";
import { type Document, spanOf } from "../../language/document.js";
import { heaviest, isExplaining, keep } from "../journal.js";
import { distance } from "./distance.js";
import type { Group, Setting } from "./evidence.js";
import { holds, isBeside, isInReach } from "./holding.js";
import { Spread } from "./spread.js";

/** How likely each candidate of each group is, in their order. */
export type Beliefs = readonly Float64Array[];

/** Names of the features of a candidate: the order of the weights. A pass without beliefs leaves those from `near` on at 0. */
export const FEATURES = [
  "bias",
  "population",
  "share",
  "largest",
  "only",
  "few",
  "alternate",
  "minor",
  "hasId",
  "country",
  "region",
  "district",
  "town",
  "site",
  "area",
  "big",
  "huge",
  "kindAgrees",
  "kindOther",
  "kindTown",
  "within",
  "withinOther",
  "withinNone",
  "countryShare",
  "countryNamed",
  "countryOther",
  "soleLand",
  "soleLandOther",
  "outletCountry",
  "outletOther",
  "outletNear",
  "home",
  "homeFar",
  "homeClose",
  "title",
  "sameAsCountry",
  "exactTown",
  "listed",
  "regionExact",
  "shadowed",
  "capital",
  "seat",
  "capitalAbroad",
  "near",
  "nearest50",
  "nearest200",
  "division",
  "countryMass",
  "lonely",
  "anchored",
  "alternatePopulation",
  "nearLog",
  "mutual",
  "mutualOwn",
  "chained",
  "chainedOther",
  "besideHolder",
] as const;
export type FeatureName = (typeof FEATURES)[number];
const F = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Readonly<Record<FeatureName, number>>;

export interface Weights {
  readonly first: readonly number[];
  readonly again: readonly number[];
}

/** Rounds after the first: each looks at what the round before believed of the other names. */
const ROUNDS = 2;

export function beliefs(groups: readonly Group[], setting: Setting, weights: Weights, doc: Document | null = null): Beliefs {
  // what a candidate is by itself stays from round to round
  const rows = groups.map((g) => (g.candidates.length > 1 ? featuresOf(g, groups, setting, null) : []));
  let now: Beliefs = rows.map((own, k) => believed(groups[k], own, weights.first));
  const spread = new Spread(groups);
  for (let r = 0; r < ROUNDS; r++) {
    const before = now;
    spread.believe(before);
    now = groups.map((g, k) => {
      if (g.candidates.length > 1) otherFeatures(rows[k], g, k, spread);
      return believed(g, rows[k], weights.again);
    });
    if (doc === null || r < ROUNDS - 1 || !isExplaining()) continue;
    for (const [k, g] of groups.entries()) keepChoice(doc, g, now[k], featuresOf(g, groups, setting, before), weights.again);
  }
  return now;
}

/** The one place of a name is its place, whatever speaks for it. */
function believed(group: Group, rows: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return group.candidates.length > 1 ? softmax(rows, weights) : Float64Array.from(group.candidates, () => 1);
}

/** Keeps why one of the places of a name was believed: what told it from the next best. */
function keepChoice(doc: Document, group: Group, believed: Float64Array, rows: readonly Float64Array[], weights: readonly number[]): void {
  const order = Array.from(believed.keys()).sort((a, b) => believed[b] - believed[a]);
  if (order.length === 0) return;
  const [best, next] = order;
  const called = (k: number): string => {
    const { entry } = group.candidates[k];
    return `${entry.name}${entry.geonames === null ? "" : ` (GeoNames ${entry.geonames})`}, ${Math.round(100 * believed[k])}%`;
  };
  const weighed = FEATURES.map((name, f) => ({ name, weight: (rows[best][f] - (next === undefined ? 0 : rows[next][f])) * weights[f] }));
  for (const spot of group.spots)
    keep({
      what: `place ${called(best)}`,
      model: "places",
      span: spanOf(doc, spot.first, spot.end - 1),
      of: null,
      score: weighed.reduce((sum, w) => sum + w.weight, 0),
      least: null,
      instead: next === undefined ? null : called(next),
      features: heaviest(weighed),
    });
}

export function softmax(rows: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const p = new Float64Array(rows.length);
  let top = Number.NEGATIVE_INFINITY;
  rows.forEach((row, i) => {
    let sum = 0;
    for (let k = 0; k < row.length; k++) sum += row[k] * weights[k];
    p[i] = sum;
    top = Math.max(top, sum);
  });
  let total = 0;
  for (let i = 0; i < p.length; i++) total += p[i] = Math.exp(p[i] - top);
  for (let i = 0; i < p.length; i++) p[i] /= total;
  return p;
}

/** One row of features a candidate. */
export function featuresOf(group: Group, groups: readonly Group[], setting: Setting, before: Beliefs | null): Float64Array[] {
  const { candidates } = group;
  let sum = 0;
  let most = 0;
  for (const { entry } of candidates) {
    sum += entry.population;
    most = Math.max(most, entry.population);
  }
  const regions = new Set(candidates.filter((c) => c.entry.kind === "region" && !c.alternate).map((c) => c.entry.division?.code));
  const rows = candidates.map((match) => {
    const row = new Float64Array(FEATURES.length);
    ownFeatures(row, match, group, sum, most);
    row[F.shadowed] = match.alternate && regions.has(match.entry.division?.code) ? 1 : 0;
    settingFeatures(row, match.entry, group, setting);
    withinFeatures(row, match.entry, group, groups);
    return row;
  });
  if (!before) return rows;
  const spread = new Spread(groups);
  spread.believe(before);
  otherFeatures(rows, group, groups.indexOf(group), spread);
  return rows;
}

function ownFeatures(row: Float64Array, { entry, alternate }: Match, group: Group, sum: number, most: number): void {
  const n = group.candidates.length;
  row[F.bias] = 1;
  row[F.population] = Math.log10(entry.population + 1) / 7;
  row[F.share] = sum > 0 ? entry.population / sum : 0;
  row[F.largest] = entry.population === most && most > 0 ? 1 : 0;
  row[F.only] = n === 1 ? 1 : 0;
  row[F.few] = n <= 3 ? 1 : 0;
  row[F.alternate] = alternate ? 1 : 0;
  row[F.alternatePopulation] = alternate ? Math.log10(entry.population + 1) / 7 : 0;
  row[F.minor] = entry.minor ? 1 : 0;
  row[F.hasId] = entry.geonames !== null ? 1 : 0;
  row[F[entry.kind]] = 1;
  row[F.big] = entry.population >= 100_000 ? 1 : 0;
  row[F.huge] = entry.population >= 1_000_000 ? 1 : 0;
  row[F.kindAgrees] = group.kinds.has(entry.kind) ? 1 : 0;
  row[F.kindOther] = group.kinds.size > 0 && !group.kinds.has(entry.kind) ? 1 : 0;
  row[F.kindTown] = group.kinds.has("town") && entry.kind === "town" ? 1 : 0;
  row[F.regionExact] = entry.kind === "region" && !alternate && entry.population >= 500_000 ? 1 : 0;
  row[F.listed] = entry.listed && entry.kind !== "country" ? 1 : 0;
  row[F.capital] = entry.seat === "country" ? 1 : 0;
  row[F.seat] = entry.seat === "division" ? 1 : 0;
  row[F.exactTown] = !alternate && entry.kind === "town" ? 1 : 0;
}

function settingFeatures(row: Float64Array, entry: Entry, group: Group, setting: Setting): void {
  const { countries, outletCountry, outletPlaces } = setting;
  const share = entry.country ? (countries.get(entry.country) ?? 0) : 0;
  row[F.countryShare] = share;
  row[F.countryNamed] = share > 0 ? 1 : 0;
  // "Chala" in a report that speaks of Peru alone: the known one of another land is not meant
  const sole = countries.size === 1 && (outletCountry === null || countries.has(outletCountry)) && entry.kind !== "country";
  row[F.soleLand] = sole && share > 0 ? 1 : 0;
  row[F.soleLandOther] = sole && share === 0 && entry.country ? 1 : 0;
  row[F.countryOther] = share === 0 && countries.size > 0 && entry.country ? 1 : 0;
  row[F.capitalAbroad] = entry.seat === "country" && countries.size > 1 ? 1 - share : 0;
  row[F.outletCountry] = outletCountry !== null && entry.country === outletCountry ? 1 : 0;
  row[F.outletOther] = outletCountry !== null && entry.country !== outletCountry ? 1 : 0;
  row[F.outletNear] = outletPlaces.some((o) => (o.kind === "region" ? o.division?.code === entry.division?.code : distance(o, entry) < 150))
    ? 1
    : 0;
  if (setting.home && entry.kind !== "country" && entry.kind !== "area") {
    const km = distance(setting.home, entry);
    row[F.home] = Math.exp(-km / 150);
    row[F.homeFar] = km > 600 ? 1 : 0;
    row[F.homeClose] = Math.exp(-km / 40);
  }
  row[F.title] = group.inTitle && (entry.kind === "town" || entry.kind === "district") ? 1 : 0;
  row[F.sameAsCountry] = entry.kind === "country" && group.candidates.length > 1 ? 1 : 0;
}

/** "Paris, Texas": whether what is said to hold the place does; "Dolna village under Karsa police station in Mirdih District": whether what holds that does. */
function withinFeatures(row: Float64Array, entry: Entry, group: Group, groups: readonly Group[]): void {
  let agrees = 0;
  let differs = 0;
  const holders = holdersOf(group, groups);
  for (const holder of holders) {
    if (holder.candidates.some((c) => holds(c.entry, entry))) agrees = 1;
    else differs = 1;
    if (entry.kind !== "country" && entry.kind !== "region" && holder.candidates.some((c) => isBeside(c.entry, entry)))
      row[F.besideHolder] = 1;
  }
  chainFeatures(row, entry, group, holders, groups);
  row[F.within] = agrees;
  row[F.withinOther] = differs && !agrees ? 1 : 0;
  row[F.withinNone] = group.within.length === 0 ? 1 : 0;
}

/** The names that a name is said to lie in. */
function holdersOf(group: Group, groups: readonly Group[]): readonly Group[] {
  return group.within.flatMap((key) => groups.find((g) => g.spots[0].key === key && g !== group) ?? []);
}

/** Steps up from what holds a place to what holds that. */
const CHAIN = 3;

function chainFeatures(row: Float64Array, entry: Entry, group: Group, holders: readonly Group[], groups: readonly Group[]): void {
  let differs = false;
  let above = holders;
  for (let step = 1; step < CHAIN && above.length > 0; step++) {
    above = above.flatMap((g) => holdersOf(g, groups)).filter((g) => g !== group && !holders.includes(g));
    for (const holder of above) {
      if (holder.candidates.some((c) => holds(c.entry, entry) || isInReach(c.entry, entry))) row[F.chained] = 1;
      else differs ||= holder.candidates.length > 0;
    }
  }
  if (differs && row[F.chained] === 0) row[F.chainedOther] = 1;
}

/** How well a candidate goes with what the other names are believed to be. */
function otherFeatures(rows: readonly Float64Array[], group: Group, own: number, spread: Spread): void {
  rows.forEach((row, c) => {
    const { near, nearest, mutual, division, country, total } = spread.companyOf(own, c);
    row[F.mutual] = mutual;
    row[F.mutualOwn] = mutual * (1 - spread.beliefIn(own, c));
    row[F.near] = near / (1 + near);
    row[F.nearLog] = Math.min(1, Math.log1p(near) / 3);
    row[F.nearest50] = nearest < 50 ? 1 : 0;
    row[F.nearest200] = nearest < 200 ? 1 : 0;
    row[F.division] = total > 0 ? division / total : 0;
    row[F.anchored] = division >= 1 ? 1 : 0;
    row[F.countryMass] = total > 0 ? country / total : 0;
    row[F.lonely] = total > 0 && group.candidates[c].entry.country && country === 0 ? 1 : 0;
  });
}

/** The candidate that a report's setting leaves, with how sure that is. */
export function best(belief: Float64Array): number {
  let at = -1;
  for (let i = 0; i < belief.length; i++) if (at < 0 || belief[i] > belief[at]) at = i;
  return at;
}
