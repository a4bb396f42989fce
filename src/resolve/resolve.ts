import { shortHash } from "../base/hash.js";
import type { Judgement, Verdict } from "../model/ledger.js";
import { isBeside, isToldApart, toldBeside } from "./apart.js";
import { withNames } from "./bearing.js";
import { cluster, type Link, NEVER } from "./cluster.js";
import { type Evidence, eventAt, lookups, sum, weigh } from "./events.js";
import { FEATURES } from "./features.js";
import { type Item, seldomTogether } from "./seldom.js";
import { type Compared, type Comparison, compare, stories } from "./stories.js";
import type { EventSummary, ReportSummary } from "./summary.js";

/** Version of the resolver: raised whenever it judges otherwise. */
export const RESOLVER = "0.10.0";

/** Log-odds from which a pair of leads that were not joined is unsure rather than passed over. */
const UNSURE = -1.5;
/** Log-odds of two reports from which all their events are compared. */
const CLOSE = -5;
/** What people named in one story count for at most, between the event that one of its reports is chiefly about and another's. */
const SHARED = 0.5;
/** How many events of one family and place are compared across stories, nearest in time. */
const NEAREST = 40;

interface Weighed extends Link {
  readonly features: Evidence;
}

type Constraint = readonly [number, number];

/**
 * Judges which events are the same. First which reports tell of one story, by their wording; then which of their events are one, by
 * kind, time, place, actors and tolls; then which events that reports look back at are leads of other stories. What persons judged
 * holds and is not judged again.
 *
 * @param persons live judgements of persons
 */
export function resolve(reports: readonly ReportSummary[], persons: readonly Judgement[] = []): readonly Judgement[] {
  const comparison = named(compare(reports));
  const items = comparison.reports.flatMap((r, report) => [...r.events].sort(byPlace).map((event): Item => ({ report, event })));
  const { together, apart: judged } = constraints(comparison, items, persons);
  const byReport = (pairs: readonly Constraint[]): Constraint[] =>
    pairs
      .filter(([a, b]) => items[a].event.lead && items[b].event.lead && items[a].report !== items[b].report)
      .map(([a, b]) => [items[a].report, items[b].report]);
  const worded = stories(comparison, byReport(together), byReport(judged));
  const leads = items.map(({ event }) => event.lead);
  const apart = [...judged, ...twins(comparison, worded, items, together)];
  const early = eventLinks(comparison, worded, items, leads);
  const story = storiesOf(worded, items, seldomTogether(items, worded, early, leadsTogether(items, worded, early), apart));
  const links = eventLinks(comparison, story, items);
  const exclusive = Int32Array.from(items, (x) => x.report);
  const joined = seldomTogether(items, story, links, [...together, ...leadsTogether(items, story, links)], apart);
  const root = cluster(items.length, links, 0, joined, apart, exclusive);
  return judgements(items, links, root, [...together, ...judged]);
}

/** Leads of one story that are two acts, as one of their reports tells; not those that persons judged one. */
function twins({ reports }: Comparison, story: Int32Array, items: readonly Item[], together: readonly Constraint[]): Constraint[] {
  const one = cluster(items.length, [], 0, together);
  const by = new Map<number, number[]>();
  items.forEach(({ report, event }, i) => {
    const known = by.get(story[report]);
    if (event.lead && known) known.push(i);
    else if (event.lead) by.set(story[report], [i]);
  });
  return items.flatMap(({ report, event }, i): Constraint[] => {
    const beside = toldBeside(reports[report], event);
    if (beside.length === 0) return [];
    const others = (by.get(story[report]) ?? []).filter((j) => j !== i && one[i] !== one[j]);
    return others.flatMap((j) => (beside.some((e) => isBeside(event, e, items[j].event)) ? [[Math.min(i, j), Math.max(i, j)]] : []));
  });
}

function named({ reports, pairs }: Comparison): Comparison {
  return { reports: withNames(reports), pairs };
}

function byPlace(a: EventSummary, b: EventSummary): number {
  return Number(b.lead) - Number(a.lead) || (a.ref.evidence[0]?.[0] ?? 0) - (b.ref.evidence[0]?.[0] ?? 0);
}

/** What persons judged, as pairs of items; of two on one pair the newer holds, and judgements come in order of time. */
function constraints(
  comparison: Comparison,
  items: readonly Item[],
  persons: readonly Judgement[],
): { together: Constraint[]; apart: Constraint[] } {
  const number = new Map(comparison.reports.map((r, i) => [r.id, i]));
  const at = new Map(items.map((x, i) => [`${x.report} ${x.event.key}`, i]));
  const find = (ref: Judgement["a"]): number | undefined => {
    const report = number.get(ref.report);
    const event = report === undefined ? null : eventAt(comparison.reports[report], ref);
    return event ? at.get(`${report} ${event.key}`) : undefined;
  };
  const held = new Map<string, { pair: Constraint; verdict: Verdict }>();
  for (const judgement of persons) {
    const [a, b] = [find(judgement.a), find(judgement.b)];
    if (a === undefined || b === undefined || a === b) continue;
    held.delete(`${Math.min(a, b)} ${Math.max(a, b)}`);
    held.set(`${Math.min(a, b)} ${Math.max(a, b)}`, { pair: [Math.min(a, b), Math.max(a, b)], verdict: judgement.verdict });
  }
  const newest = [...held.values()].reverse();
  return {
    together: newest.filter((h) => h.verdict === "same").map((h) => h.pair),
    apart: newest.filter((h) => h.verdict === "different").map((h) => h.pair),
  };
}

/** Stories by words alone, and those that leads brought together are one: for each report the first of its story. */
function storiesOf(worded: Int32Array, items: readonly Item[], pairs: readonly Constraint[]): Int32Array {
  const story = Int32Array.from(worded);
  for (const [a, b] of pairs) {
    const [x, y] = [story[items[a].report], story[items[b].report]].sort((p, q) => p - q);
    if (x !== y && items[a].event.lead && items[b].event.lead) story.forEach((of, i) => of === y && story.fill(x, i, i + 1));
  }
  return story;
}

/**
 * Every pair of events that were weighed: all of two reports that were compared closely, and look-backs by family and place.
 *
 * @param only which items are looked at; all where unsaid
 */
function eventLinks(comparison: Comparison, story: Int32Array, items: readonly Item[], only: readonly boolean[] | null = null): Weighed[] {
  const of: number[][] = comparison.reports.map(() => []);
  for (const [i, x] of items.entries()) if (!only || only[i]) of[x.report].push(i);
  const parties = partiesOf(comparison, story);
  const links = new Map<number, Weighed>();
  const apart = (x: Item, y: Item): boolean => isToldApart(comparison.reports[x.report], x.event, comparison.reports[y.report], y.event);
  const add = (i: number, j: number, pair: Compared | null): void => {
    const key = Math.min(i, j) * items.length + Math.max(i, j);
    if (links.has(key)) return;
    const [a, b] = [items[i].report, items[j].report];
    const leadsOfBoth = items[i].event.lead && items[j].event.lead;
    if (apart(items[i], items[j]) || apart(items[j], items[i])) return;
    const told = story[a] === story[b];
    // Within a story everybody is named in both: that says nothing of two events that neither report is chiefly about, and little of others.
    const shared = namedInBoth(parties.get(story[a]), parties.get(story[b]));
    const leads = items[i].event.lead || items[j].event.lead;
    const people = told ? (leads ? Math.min(shared, SHARED) : 0) : shared;
    const between = { told, odds: pair?.odds ?? null, people };
    const evidence = weigh(items[i].event, items[j].event, between);
    const odds = evidence ? sum(evidence) : 0;
    if (!evidence || odds <= NEVER) return; // as if never compared
    const wording = odds > UNSURE && pair?.features.length && leadsOfBoth ? wordingOf(pair) : {};
    links.set(key, { a: Math.min(i, j), b: Math.max(i, j), odds, features: { ...evidence, ...wording } });
  };
  for (const pair of comparison.pairs) {
    if (story[pair.a] === story[pair.b] || pair.odds > CLOSE) for (const i of of[pair.a]) for (const j of of[pair.b]) add(i, j, pair);
  }
  const index = new Map<string, number[]>();
  items.forEach((x, i) => {
    if (only && !only[i]) return;
    for (const key of lookups(x.event)) {
      const known = index.get(key);
      if (known) known.push(i);
      else index.set(key, [i]);
    }
  });
  for (const list of index.values())
    list.forEach((i, k) => {
      for (const j of list.slice(k + 1, k + 1 + NEAREST)) {
        if (items[i].report !== items[j].report) add(i, j, null);
      }
    });
  return [...links.values()];
}

/** Leads of one story are one event before any of their reports' further events is looked at. */
function leadsTogether(items: readonly Item[], story: Int32Array, links: readonly Weighed[]): Constraint[] {
  return links
    .filter(({ a, b, odds }) => odds > 0 && items[a].event.lead && items[b].event.lead && story[items[a].report] === story[items[b].report])
    .sort((x, y) => y.odds - x.odds || x.a - y.a || x.b - y.b)
    .map(({ a, b }) => [a, b]);
}

/** Full names of those concerned, over all reports of a story: a late report of the trial names whom not every early one did. */
function partiesOf(comparison: Comparison, story: Int32Array): ReadonlyMap<number, ReadonlySet<string>> {
  const parties = new Map<number, Set<string>>();
  comparison.reports.forEach((report, i) => {
    const known = parties.get(story[i]) ?? new Set<string>();
    parties.set(story[i], known);
    for (const name of report.people) known.add(name);
  });
  return parties;
}

function namedInBoth(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  let n = 0;
  for (const name of a) if (b.has(name)) n++;
  return n;
}

/** What the wordings had in common, for the judgement's record. */
function wordingOf(pair: Compared): Evidence {
  return Object.fromEntries(FEATURES.map((f, k) => [f.name, Number(pair.features[k].toFixed(3))]));
}

/**
 * A "same" for each event but the first of a cluster, by its surest link to an earlier one; an "unsure" for leads nearly joined; a
 * "different" for leads of one day and town that are no one event.
 */
function judgements(items: readonly Item[], links: readonly Weighed[], root: Int32Array, judged: readonly Constraint[]): Judgement[] {
  const by = new Set(judged.map(([a, b]) => `${a} ${b}`));
  const best = new Map<number, Weighed>();
  const out: Judgement[] = [];
  for (const link of links) {
    const { a, b, odds } = link;
    if (root[a] === root[b]) {
      if ((best.get(b)?.odds ?? -Infinity) < odds) best.set(b, link);
    } else if (items[a].event.lead && items[b].event.lead && !by.has(`${a} ${b}`)) {
      if (odds > UNSURE) out.push(judgement("unsure", items, link));
      else if ((link.features.date ?? 0) > 0 && (link.features.place ?? 0) > 0) out.push(judgement("different", items, link));
    }
  }
  root.forEach((first, i) => {
    if (first === i) return;
    const link = best.get(i) ?? { a: first, b: i, odds: 0, features: {} };
    if (!by.has(`${link.a} ${link.b}`)) out.push(judgement("same", items, link));
  });
  return out.sort((x, y) => (x.id < y.id ? -1 : 1));
}

function judgement(verdict: Verdict, items: readonly Item[], link: Weighed): Judgement {
  const [a, b] = [items[link.a].event, items[link.b].event];
  const features = Object.fromEntries(Object.entries(link.features).map(([k, v]) => [k, Number(v.toFixed(3))]));
  const score = Number((1 / (1 + Math.exp(-link.odds))).toFixed(4));
  return {
    id: shortHash([RESOLVER, verdict, a.key, b.key, JSON.stringify(a.ref), JSON.stringify(b.ref), score, JSON.stringify(features)]),
    verdict,
    a: a.ref,
    b: b.ref,
    by: { kind: "resolver", version: RESOLVER },
    score,
    features,
    reason: null,
    action: null,
  };
}
