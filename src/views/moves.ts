import { counted } from "./tellings.js";
import type { TollPoint } from "./types.js";
import { isOneSpeaker } from "./voices.js";

type Move = Pick<TollPoint, "change" | "because" | "replaces">;

/**
 * Says of each point why it differs from what was said before. Points are of one scope, in order of time.
 *
 * @param effect every point of the same effect, of any scope: among them is the total that a breakdown is a part of
 */
export function explained(points: readonly TollPoint[], effect: readonly TollPoint[] = points): TollPoint[] {
  const totals = new Map(effect.map((p) => [p.statement, p]));
  return points.map((point, i) => ({ ...point, ...moveOf(point, points.slice(0, i), totals) }));
}

function moveOf(point: TollPoint, earlier: readonly TollPoint[], totals: ReadonlyMap<string, TollPoint>): Move {
  const before = earlier.filter((p) => p.partOf === null && (counted(p) || !counted(point)));
  const last = before.at(-1);
  if (point.stance === "denies" || point.stance === "doubts") return { change: "denial", because: null, replaces: last?.statement ?? null };
  const breakdown = partOf(point, totals);
  if (breakdown) return breakdown;
  const { low, was } = point.count;
  if (was !== null) {
    const old = before.findLast((p) => p.count.low === was);
    return {
      change: (low ?? 0) < was ? "recount" : "revision",
      because: `said to take the place of ${was}`,
      replaces: old?.statement ?? null,
    };
  }
  if (!last) return { change: "first", because: null, replaces: null };
  return again(point, last) ? { change: "repeat", because: null, replaces: null } : differs(point, before, last);
}

/** A breakdown is no count of the whole: it neither repeats nor contradicts one. */
function partOf(point: TollPoint, totals: ReadonlyMap<string, TollPoint>): Move | null {
  if (point.partOf === null) return null;
  const total = totals.get(point.partOf);
  return { change: "other-scope", because: total ? `a part of ${total.number.words}` : "a part of a total", replaces: null };
}

function again(point: TollPoint, last: TollPoint): boolean {
  if (point.count.low !== last.count.low) return false;
  return point.count.high === last.count.high || point.voice.report === last.voice.report; // "at least nine", then "nine", in one report
}

function differs(point: TollPoint, before: readonly TollPoint[], last: TollPoint): Move {
  const { low, high } = point.count;
  const scope = besideTotal(point, before) ?? toldAlone(point, last) ?? otherScope(point, last);
  if (scope) return { change: "other-scope", because: scope, replaces: null };
  const equal = before.findLast((p) => p.count.low === low && p.count.high === high);
  const own = before.findLast((p) => isOneSource(p, point));
  if (own && (own.count.low ?? 0) !== (low ?? 0) && own.published !== point.published) {
    const lower = (low ?? 0) < (own.count.low ?? 0);
    return { change: lower ? "recount" : "revision", because: `the same source had ${own.number.words}`, replaces: own.statement };
  }
  if (equal) return { change: "repeat", because: null, replaces: null };
  const sameDay = last.published?.slice(0, 10) === point.published?.slice(0, 10);
  const other = compatible(point, last) || !sameDay;
  return {
    change: other ? "other-speaker" : "contradiction",
    because: other ? null : `on one day with ${last.number.words}`,
    replaces: last.statement,
  };
}

/** One speaker's word, or one outlet's in its own voice beside what it has from whom it quotes: not that of two whom it quotes. */
function isOneSource(a: TollPoint, b: TollPoint): boolean {
  if (isOneSpeaker(a.voice, b.voice)) return true;
  return a.voice.origin === b.voice.origin && (a.voice.chain.length === 0 || b.voice.chain.length === 0);
}

/** "The toll rose to 21 after nine more bodies were found": who has counted more in the same report contradicts nobody, themselves included. */
function besideTotal(point: TollPoint, before: readonly TollPoint[]): string | null {
  const total = totalBeside(point, before);
  return total ? `beside ${total.number.words} in the same report` : null;
}

/** "The widow of a policeman died": whom no number counts is one of those counted before, and no count against theirs. */
function toldAlone(point: TollPoint, last: TollPoint): string | null {
  return !counted(point) && point.count.low === 1 && (last.count.low ?? 0) > 1 ? "told of alone" : null;
}

/** The higher count that the same speaker gives in the same report, or null. */
export function totalBeside(point: TollPoint, all: readonly TollPoint[]): TollPoint | null {
  const high = point.count.high ?? point.count.low ?? 0;
  const isTotal = (p: TollPoint): boolean =>
    p.voice.report === point.voice.report && isOneSpeaker(p.voice, point.voice) && (p.count.low ?? 0) > high;
  return all.find(isTotal) ?? null;
}

/** Whether two counts count different people: with the attackers and without, at one site and at another. */
function otherScope(point: TollPoint, last: TollPoint): string | null {
  if (point.withAttackers !== last.withAttackers && (point.withAttackers ?? last.withAttackers) !== null) {
    if (point.withAttackers === true) return "with the attackers";
    if (last.withAttackers === true || point.withAttackers === false) return "without the attackers";
  }
  const { site } = point;
  if (site === null || last.site === null || site === last.site) return null;
  // where a report sets its story is no word on where its count was taken
  return point.evidence.words.includes(site) || last.evidence.words.includes(last.site) ? `at ${site}, not ${last.site}` : null;
}

/** Whether two counts can both be true: "at least 34" and "36" can. */
export function compatible(a: Pick<TollPoint, "count">, b: Pick<TollPoint, "count">): boolean {
  const [al, ah, bl, bh] = [a.count.low ?? 0, a.count.high ?? Infinity, b.count.low ?? 0, b.count.high ?? Infinity];
  return al <= bh && bl <= ah;
}
