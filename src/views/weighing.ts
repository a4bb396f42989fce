import { readFileSync } from "node:fs";
import { type Forest, logOdds } from "../base/forest.js";
import { type Candidate, WAYS, type Way } from "./candidates.js";
import { instant } from "./state.js";
import { featuresOfSums, OF_SUMS, type Sum } from "./sums.js";
import { asserted, scopeOf, WHOLE } from "./tellings.js";
import type { Reckoning, TollPoint } from "./types.js";

/** What weighing needs of an event beside its candidates. */
export interface Weighed {
  readonly candidates: readonly Candidate[];
  readonly points: readonly TollPoint[];
  readonly dead: readonly TollPoint[];
  /** Whether the hurt are counted, not the dead. */
  readonly injured: boolean;
  /** How many reports tell of the event at all. */
  readonly reports: number;
  /** The reports that are chiefly about it. */
  readonly chief: ReadonlySet<string>;
  /** What the latest report says in sum; `null` where none does. */
  readonly latest: number | null;
  /** The dead by the same rule, where the hurt are counted. */
  readonly killed: number;
  /** What its reports say in sum. */
  readonly sums: readonly Sum[];
}

/** In the order of the trained weights. Each says something of one candidate count among the others. */
export const FEATURES: readonly string[] = [
  ...WAYS.map((w) => `share of reports: ${w}`),
  ...WAYS.slice(0, 4).map((w) => `origins: ${w}`),
  "origins",
  "chief reports",
  "latest report says it",
  "earliest report says it",
  "latest whole",
  "what the latest rule takes",
  "count",
  "wholes above",
  "wholes below",
  "counts above",
  "share of the highest",
  "reports",
  "reports with a toll",
  "injured",
  "said open",
  "said in round numbers",
  "risen to",
  "risen from",
  "days after the first report",
  "said zero",
  "dead",
  "equals the dead",
  "a whole less the dead",
  "with the dead a whole",
  "different wholes",
  "mentions",
  "share of mentions",
  "share of reports with dead",
  "latest report with dead",
  ...OF_SUMS,
];

const WEAK: ReadonlySet<Way> = new Set(["part", "somebody", "one of the dead"]);

const cap = (n: number, most: number): number => Math.min(n, most);

/** Features of one candidate. */
export function featuresOf(c: Candidate, w: Weighed): Float32Array {
  const all = w.points.filter(asserted);
  const wholes = all.filter((p) => p.partOf === null && scopeOf(p) === WHOLE);
  const said = (p: TollPoint): number => p.count.low ?? p.count.high ?? 0;
  const times = w.candidates.flatMap((x) => x.supports).map((s) => s.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const strong = c.supports.filter((s) => !WEAK.has(s.way));
  const points = c.supports.flatMap((s) => s.points);
  const ofWay = (way: string): number => new Set(c.supports.filter((s) => s.way === way).map((s) => s.report)).size;
  const origins = (way: string | null): number =>
    new Set((way ? c.supports.filter((s) => s.way === way) : strong).map((s) => s.origin)).size;
  const values = new Set(wholes.map(said));
  const saying = all.filter((p) => said(p) === c.count);
  const highest = Math.max(...w.candidates.map((x) => x.count));
  const latestWhole = wholes.filter((p) => p.voice.report === latestReport(wholes));
  return Float32Array.from([
    ...WAYS.map((way) => (way === "no word" ? 1 - new Set(all.map((p) => p.voice.report)).size / w.reports : ofWay(way) / w.reports)),
    ...WAYS.slice(0, 4).map((way) => cap(origins(way), 5)),
    cap(origins(null), 6),
    cap(new Set(strong.filter((s) => w.chief.has(s.report)).map((s) => s.report)).size, 6),
    Number(strong.some((s) => s.at === last)),
    Number(strong.some((s) => s.at === first)),
    Number(latestWhole.some((p) => said(p) === c.count)),
    w.latest === null ? -1 : Number(w.latest === c.count),
    cap(c.count, 60),
    wholes.length ? wholes.filter((p) => said(p) > c.count).length / wholes.length : -1,
    wholes.length ? wholes.filter((p) => said(p) < c.count).length / wholes.length : -1,
    cap(w.candidates.filter((x) => x.count > c.count).length, 10),
    highest ? c.count / highest : 1,
    cap(w.reports, 8),
    cap(new Set(all.map((p) => p.voice.report)).size, 8),
    Number(w.injured),
    points.length ? points.filter((p) => p.count.high === null).length / points.length : 0,
    points.length ? points.filter((p) => p.count.qualifier === "order" || p.count.qualifier === "about").length / points.length : 0,
    Number(points.some((p) => p.count.was !== null)),
    Number(all.some((p) => p.count.was === c.count)),
    strong.length && Number.isFinite(first) ? cap((Math.max(...strong.map((s) => s.at)) - first) / 86_400_000, 2000) : -1,
    Number(saying.some(() => c.count === 0)),
    cap(w.killed, 20),
    Number(w.injured && w.killed === c.count),
    Number(w.injured && w.killed > 0 && wholes.some((p) => said(p) - w.killed === c.count)),
    Number(w.injured && w.killed > 0 && wholes.some((p) => said(p) === c.count + w.killed)),
    cap(values.size, 8),
    cap(saying.length, 12),
    all.length ? saying.length / all.length : 0,
    new Set(w.dead.map((p) => p.voice.report)).size / w.reports,
    c.supports.length && w.dead.length
      ? Number(Math.max(...c.supports.map((s) => s.at)) < Math.max(...w.dead.map((p) => instant(p.published))))
      : -1,
    ...featuresOfSums(c.count, w.injured, w.sums),
  ]);
}

function latestReport(points: readonly TollPoint[]): string | null {
  return points.at(-1)?.voice.report ?? null;
}

let loaded: Forest | null = null;

/** `models/counts.json`: boosted trees over the features above, learned from registries of incidents (see its card). */
function forest(): Forest {
  loaded ??= JSON.parse(readFileSync(new URL("../../models/counts.json", import.meta.url), "utf8")) as Forest;
  return loaded;
}

/** A candidate with its share of belief: all of an event's add up to 1. */
export interface Believed extends Candidate {
  readonly belief: number;
}

/** Beliefs in an event's candidates, lowest count first. */
export function believed(w: Weighed, trees: Forest = forest()): readonly Believed[] {
  const odds = w.candidates.map((c) => Math.exp(Math.max(-12, Math.min(12, logOdds(trees, featuresOf(c, w))))));
  const all = odds.reduce((a, b) => a + b, 0);
  return w.candidates.map((c, i) => ({ ...c, belief: odds[i] / all }));
}

/** What a pair of counts that no report says has of the belief in one that all say. */
const UNSAID = 0.1;

/**
 * Beliefs in one effect's candidates beside those of the other: a pair of counts is believed the more, the more reports say both in sum.
 * "Five shot" on Sunday, "one dead, four hurt" on Monday: one dead and five hurt is nobody's word.
 */
export function together(own: readonly Believed[], other: readonly Believed[], { injured, sums }: Weighed): readonly Believed[] {
  if (sums.length === 0) return own;
  const share = (a: number, b: number): number =>
    sums.filter((s) => (injured ? s.injured : s.killed) === a && (injured ? s.killed : s.injured) === b).length / sums.length;
  const odds = own.map((c) => c.belief * other.reduce((sum, o) => sum + o.belief * (share(c.count, o.count) + UNSAID), 0));
  const all = odds.reduce((a, b) => a + b, 0);
  return own.map((c, i) => ({ ...c, belief: odds[i] / all }));
}

/** What the lowest and the highest counts of a range leave out, each, of all belief. */
const TAIL = 0.02;

/**
 * The count believed most, and the range from the lowest to the highest that leaves out next to no belief at either end. Nobody, where no
 * report says so, is unknown.
 *
 * @param other what is weighed of the other effect of the same event
 */
export function reckonWeighed(w: Weighed, other: Weighed): Reckoning {
  const all = together(believed(w), believed(other), w);
  const best = all.reduce((a, b) => (b.belief > a.belief ? b : a));
  let [from, to] = [0, all.length - 1];
  for (let rest = 0; from < all.indexOf(best) && rest + all[from].belief < TAIL; from++) rest += all[from].belief;
  for (let rest = 0; to > all.indexOf(best) && rest + all[to].belief < TAIL; to--) rest += all[to].belief;
  const used = new Set([all[from], best, all[to]].flatMap(statementsOf));
  const number = (c: Believed): number | null => (c.count === 0 && !c.supports.length ? null : c.count);
  return {
    rule: "weighed",
    low: number(all[from]),
    best: number(best),
    high: number(all[to]),
    used: [...used],
    left: w.points.filter((p) => !used.has(p.statement)).map((p) => ({ statement: p.statement, why: whyLeft(p, all, best) })),
    beliefs: all.map((c) => ({ count: c.count, belief: Number(c.belief.toFixed(4)), statements: statementsOf(c) })),
  };
}

function statementsOf(c: Candidate): readonly string[] {
  return [...new Set(c.supports.flatMap((s) => s.points.map((p) => p.statement)))];
}

function whyLeft(p: TollPoint, all: readonly Believed[], best: Believed): string {
  if (!asserted(p)) return "it is denied, doubted, feared or hoped";
  const own = all.filter((c) => c.supports.some((s) => s.points.includes(p)));
  if (!own.length) return "it comes to no count of everybody";
  const most = own.reduce((a, b) => (b.belief > a.belief ? b : a));
  const share = (c: Believed): string => `${Math.round(c.belief * 100)}%`;
  return `${most.count} is believed less than ${best.count} (${share(most)} beside ${share(best)})`;
}
