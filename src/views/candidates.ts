import { plain, surname } from "./parts.js";
import { instant } from "./state.js";
import { asserted, counted, inClauseOfMany, sameClause, scopeOf, sum, WHOLE } from "./tellings.js";
import type { TollPoint } from "./types.js";

/** How a report's statements come to a count. Only the first three are counts of everybody in so many words. */
export const WAYS = [
  "whole",
  "headline",
  "lead",
  "group",
  "clause",
  "names",
  "persons",
  "somebody",
  "somebody else",
  "one of the dead",
  "part",
  "without the dead",
  "with attackers",
  "no word",
] as const;
export type Way = (typeof WAYS)[number];

/** One report's support for a count: how, by which of its statements. */
export interface Support {
  readonly way: Way;
  readonly report: string;
  readonly origin: string;
  readonly at: number;
  readonly points: readonly TollPoint[];
}

/** A count that an event may have cost, with everything that speaks for it. */
export interface Candidate {
  readonly count: number;
  readonly supports: readonly Support[];
}

/** Characters of a report's text that are its lead. */
const LEAD = 450;

/**
 * Every count that the statements of an event's reports come to, lowest first. Nobody (0) is always among them: most reports do not say
 * that nobody was hurt.
 *
 * @param dead tolls of the dead of the same event: who was hurt and died is not counted as hurt
 */
export function candidatesOf(points: readonly TollPoint[], dead: readonly TollPoint[]): readonly Candidate[] {
  const by = new Map<number, Support[]>([[0, []]]);
  const all = points.filter(asserted);
  const gone = dead.filter(asserted);
  for (const report of new Set(all.map((p) => p.voice.report))) {
    const of = all.filter((p) => p.voice.report === report);
    const { origin } = of[0].voice;
    const at = instant(of[0].published);
    const add = (way: Way, count: number, from: readonly TollPoint[]): void => {
      if (!Number.isFinite(count) || count < 0) return;
      const known = by.get(count) ?? [];
      by.set(count, known);
      if (!known.some((s) => s.way === way && s.report === report)) known.push({ way, report, origin, at, points: from });
    };
    saidCounts(of, gone, add);
    sums(of, gone, add);
    without(of, gone, add);
  }
  return [...by.entries()].sort(([a], [b]) => a - b).map(([count, supports]) => ({ count, supports }));
}

type Add = (way: Way, count: number, from: readonly TollPoint[]) => void;

const value = (p: TollPoint): number => p.count.low ?? p.count.high ?? 0;

function saidCounts(of: readonly TollPoint[], dead: readonly TollPoint[], add: Add): void {
  for (const p of of) {
    const n = value(p);
    if (!counted(p) && n === 1) add(somebody(p, dead), 1, [p]);
    if (p.partOf !== null) add("part", n, [p]);
    else if (!counted(p) && n === 1) continue;
    else if (scopeOf(p) !== WHOLE) add("group", n, [p]);
    else {
      add("whole", n, [p]);
      if (p.part === "headline") add("headline", n, [p]);
      if (p.evidence.span[0] < LEAD) add("lead", n, [p]);
    }
  }
}

/** Whether one who was hurt is told apart from the dead of the same report, or called as one of them. */
function somebody(hurt: TollPoint, dead: readonly TollPoint[]): Way {
  const name = hurt.who === null ? "" : surname(hurt.who) || plain(hurt.who);
  if (name && dead.some((d) => d.who !== null && (surname(d.who) === name || plain(d.who) === name))) return "one of the dead";
  const near = dead.filter((d) => d.voice.report === hurt.voice.report);
  if (!near.length || scopeOf(hurt) === WHOLE) return near.some((d) => sameClause(d, hurt)) ? "somebody else" : "somebody";
  return near.some((d) => callOf(d) === callOf(hurt) || (d.of !== null && d.of === hurt.of)) ? "one of the dead" : "somebody else";
}

/** People told apart: in one clause, by full name, by what they are called. */
function sums(of: readonly TollPoint[], dead: readonly TollPoint[], add: Add): void {
  for (const p of of) {
    if (!inClauseOfMany(p, of) && !(p.partOf === null && scopeOf(p) !== WHOLE)) continue;
    const clause = of.filter((q) => q.partOf === null && scopeOf(q) !== WHOLE && sameClause(p, q) && (q === p || callOf(q) !== callOf(p)));
    if (clause.length > 1) add("clause", sum(clause), clause);
  }
  const attackers = of.find((p) => p.of === "attackers" && p.partOf === null);
  if (attackers)
    for (const p of of) if (scopeOf(p) === WHOLE && p.partOf === null) add("with attackers", value(p) + value(attackers), [p, attackers]);
  const lost = new Set(dead.flatMap((p) => (p.who && surname(p.who) ? [surname(p.who)] : [])));
  const named = distinct(of.filter((p) => p.who !== null && surname(p.who) !== "" && !lost.has(surname(p.who))));
  if (named.length) add("names", named.length, named);
  const called = distinct(of.filter((p) => value(p) === 1 && !counted(p) && p.who !== null && !surname(p.who)));
  if (called.length > 1) add("persons", called.length, called);
}

function distinct(points: readonly TollPoint[]): readonly TollPoint[] {
  return points.filter((p, i) => points.findIndex((q) => callOf(q) === callOf(p)) === i);
}

/** By what people are told apart in one report: a surname, else the last word of how they are called. */
function callOf(p: TollPoint): string {
  if (p.who === null) return p.of ?? WHOLE;
  return surname(p.who) || plain(p.who).split(" ").slice(-1)[0];
}

/** "Five were shot, two of them fatally": five are no hurt, three are. */
function without(of: readonly TollPoint[], dead: readonly TollPoint[], add: Add): void {
  const deaths = new Set(dead.filter((d) => d.partOf === null && d.voice.report === of[0].voice.report).map(value));
  for (const p of of) {
    if (p.partOf !== null || scopeOf(p) !== WHOLE) continue;
    for (const d of deaths) if (d > 0 && value(p) > d) add("without the dead", value(p) - d, [p]);
  }
}
