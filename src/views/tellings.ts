import { loadTable } from "../lexicon/table.js";
import { plain, surname } from "./parts.js";
import type { Telling } from "./rules.js";
import { instant } from "./state.js";
import type { TollPoint } from "./types.js";
import { isOneSpeaker, speakerKey } from "./voices.js";

/** Whom a toll counts: everybody, a class of people, or somebody described. */
export const WHOLE = "people";

export function scopeOf(point: TollPoint): string {
  if (point.of !== null || point.who === null) return point.of ?? WHOLE;
  const who = plain(point.who);
  dwellings ??= loadTable("event-words").rows.flatMap((row) => (row.kind === "dwelling" ? [row.word] : []));
  return dwellings.includes(who) ? dwellings[0] : who; // "2,300 houses" and "2,500 homes" are counts of one thing
}

let dwellings: readonly string[] | null = null;

let forms: ReadonlySet<string> | null = null;

/** Whether a number was said: "one", "12", not "a man" or "who". */
export function counted(point: TollPoint): boolean {
  forms ??= new Set(loadTable("numbers").rows.flatMap((row) => (row.kind === "article" ? [] : [row.form])));
  if ((point.count.low ?? 0) !== 1 || point.count.high !== 1) return true;
  return (
    /(?:^|[^\d.,-])1(?![\d.,-]*\d|-)/u.test(point.number.words) || // not the 22 of "a 22-year-old"
    point.number.words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((w) => (forms as ReadonlySet<string>).has(w))
  );
}

export function asserted(point: TollPoint): boolean {
  return point.stance !== "denies" && point.stance !== "expects" && point.stance !== "doubts" && point.stance !== "proposes";
}

/**
 * What each report says of everybody killed (injured ...) in the event, in order of time: the count that it revises to; else its
 * highest count of the whole, or of people told apart in one clause. Somebody without a number ("the third man was hit") counts only where
 * no report has a number. A breakdown is never added to its total.
 *
 * @param dead tolls of the dead of the same event: who was hurt and died is not counted as hurt
 */
export function tellingsOf(points: readonly TollPoint[], dead: readonly TollPoint[]): readonly Telling[] {
  const all = points.filter(asserted);
  const reports = [...new Set(all.map((p) => p.voice.report))];
  const several = all.filter((p) => (p.count.low ?? p.count.high ?? 0) > 1 || inClauseOfMany(p, all));
  const numbered = several.length ? several : all.filter(counted); // "one of the victims" is no count where four were shot
  const strong = reports.flatMap((r) => {
    const of = withDead(
      numbered.filter((p) => p.voice.report === r),
      numbered,
      dead,
    );
    return numbers(of, contestedIn(of, numbered));
  });
  const some = strong.filter((t) => t.low !== 0); // "no one else was hurt"
  // Somebody who counts one is no source for the whole, but keeps the low low, unless their report counts more.
  const counting = new Set(several.map((p) => p.voice.report));
  const ones = all.some((p) => !counting.has(p.voice.report) && p.partOf === null && counted(p) && (p.count.low ?? 0) === 1);
  if (some.length) return ones ? some.map((t) => ({ ...t, low: Math.min(t.low, 1) })) : some;
  const left = all.filter((p) => !died(p, dead));
  const single = reports.flatMap((r) => individuals(left.filter((p) => p.voice.report === r)));
  return single.length ? single : strong;
}

/**
 * "Five people were shot, two of them fatally": five is no count of the hurt where three hurt are told of and two dead. Left out, where a
 * report tells of the others.
 */
function withDead(of: readonly TollPoint[], all: readonly TollPoint[], dead: readonly TollPoint[]): readonly TollPoint[] {
  const deaths = new Set(dead.filter(asserted).map((p) => p.count.low ?? 0));
  const others = new Set(all.filter((p) => p.partOf === null).map((p) => p.count.low ?? 0));
  const both = (p: TollPoint): boolean => [...deaths].some((d) => d > 0 && others.has((p.count.low ?? 0) - d) && (p.count.low ?? 0) > d);
  return of.filter((p) => !both(p));
}

/** How much higher a count is that stands against a report's own, and is no later word of it. */
const FAR_ABOVE = 1.5;

/**
 * "71 people were killed. An exile repeated that more than 200 had died": what a report tells in its own voice, as others do, stands for
 * it against a far higher count of somebody whom it quotes. The quoted counts; none where the report has no such word of its own.
 */
function contestedIn(of: readonly TollPoint[], all: readonly TollPoint[]): readonly TollPoint[] {
  const low = (p: TollPoint): number => p.count.low ?? p.count.high ?? 0;
  const wholes = of.filter((p) => p.partOf === null && scopeOf(p) === WHOLE && counted(p));
  const led = contestedByLead(wholes);
  if (led.length > 0) return led;
  const own = wholes.filter(
    (p) => p.voice.chain.length === 0 && new Set(all.filter((q) => low(q) === low(p)).map((q) => q.voice.report)).size > 1,
  );
  if (!own.length) return [];
  const most = Math.max(...own.map(low));
  return wholes.filter((p) => p.voice.chain.length > 0 && low(p) >= FAR_ABOVE * most);
}

/**
 * "34 people were killed. The opposition says that it was more than 60": the count that a report leads with stands for it against far
 * higher ones that it has from others further down.
 */
function contestedByLead(wholes: readonly TollPoint[]): readonly TollPoint[] {
  const at = (p: TollPoint): number => p.number.span[0];
  const value = (p: TollPoint): number => p.count.low ?? p.count.high ?? 0;
  const first = wholes.reduce<TollPoint | null>((a, p) => (a === null || at(p) < at(a) ? p : a), null);
  if (first === null || value(first) < LEADS || wholes.some((p) => p.count.was !== null)) return [];
  return wholes.filter(
    (p) =>
      p.voice.chain.length > 0 &&
      p.voice.chain[0].name !== null &&
      !isOneSpeaker(p.voice, first.voice) &&
      value(p) >= FAR_ABOVE * value(first),
  );
}

/** From how many on a first count is one that later ones may contest. */
const LEADS = 5;

/** "two Maoists and a constable": the constable stands in a clause with a count. */
export function inClauseOfMany(point: TollPoint, all: readonly TollPoint[]): boolean {
  return (
    point.partOf === null &&
    scopeOf(point) !== WHOLE &&
    all.some((p) => p !== point && sameClause(p, point) && counted(p) && scopeOf(p) !== WHOLE && p.partOf === null)
  );
}

export function sameClause(a: TollPoint, b: TollPoint): boolean {
  return a.voice.report === b.voice.report && a.evidence.span[0] === b.evidence.span[0] && a.evidence.span[1] === b.evidence.span[1];
}

function numbers(points: readonly TollPoint[], contested: readonly TollPoint[]): Telling[] {
  if (!points.length) return [];
  const revised = points.find((p) => p.count.was !== null);
  if (revised) return [telling([revised], points)];
  const wholes = points.filter((p) => scopeOf(p) === WHOLE && counted(p)).map((p) => [p]);
  const clauses = points
    .filter((p) => p.partOf === null && scopeOf(p) !== WHOLE)
    .map((p) =>
      points.filter((q) => q.partOf === null && scopeOf(q) !== WHOLE && sameClause(p, q) && (q === p || scopeOf(q) !== scopeOf(p))),
    );
  const candidates = [...wholes, ...clauses];
  if (!candidates.length) return [];
  const standing = candidates.filter((c) => !c.some((p) => contested.includes(p)));
  const most = (standing.length ? standing : candidates).reduce((a, b) => (sum(b) > sum(a) ? b : a));
  const plain = wholes.filter((c) => c.every((p) => p.count.qualifier !== "order" && p.partOf === null));
  const least = Math.min(...plain.map(sum).filter((n) => n > 0), sum(most));
  const made = { ...telling(most, points), low: least };
  return [standing.length && contested.length ? { ...made, high: highest(made.high, contested) } : made];
}

/** The upper bound of a report that also quotes higher counts; `null` where one of them is open. */
function highest(high: number | null, contested: readonly TollPoint[]): number | null {
  if (high === null || contested.some((p) => p.count.high === null)) return null;
  return Math.max(high, ...contested.map((p) => p.count.high ?? 0));
}

export const sum = (ps: readonly TollPoint[]): number => ps.reduce((n, p) => n + (p.count.low ?? p.count.high ?? 0), 0);

/** People told of one by one, without a number: as many as there are full names, at least one. */
function individuals(points: readonly TollPoint[]): Telling[] {
  if (!points.length) return [];
  const named = points.filter((p) => p.who !== null && surname(p.who) !== "");
  const apart = named.filter((p, i) => named.findIndex((q) => surname(q.who ?? "") === surname(p.who ?? "")) === i);
  return [telling(apart.length ? apart : [points[0]], points)];
}

/**
 * Whether the dead hold the one who was hurt: by name; where the report that tells of the hurt knows of no dead, by class too, since the
 * hurt of one day are the dead of the next.
 */
function died(hurt: TollPoint, dead: readonly TollPoint[]): boolean {
  const gone = dead.filter(asserted);
  if (!gone.length || counted(hurt)) return false;
  const name = hurt.who === null ? "" : surname(hurt.who);
  if (name)
    return gone.some((p) => p.who !== null && (surname(p.who) === name || plain(p.who) === name)) || gone.every((p) => p.who === null);
  return scopeOf(hurt) === WHOLE || gone.some((p) => scopeOf(p) === scopeOf(hurt) || scopeOf(p) === WHOLE || !counted(p));
}

function telling(points: readonly TollPoint[], all: readonly TollPoint[]): Telling {
  const first = points[0];
  const open = points.some((p) => p.count.high === null);
  return {
    best: sum(points),
    low: sum(points),
    high: open ? null : points.reduce((n, p) => n + (p.count.high ?? 0), 0),
    at: instant(first.published),
    origin: first.voice.origin,
    speaker: speakerKey(first.voice),
    statements: points.map((p) => p.statement),
    beside: all.filter((p) => !points.includes(p)).map((p) => p.statement),
  };
}
