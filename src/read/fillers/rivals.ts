import { probability } from "../linear.js";
import { kindOf } from "./kinds.js";
import { type Ask, best, highest, NONE, type Sheet } from "./sheet.js";

/** Log-odds at which an entity is a rival to reckon with. */
const LIKELY = -2;

const named = (x: Sheet, r: number, k: number): boolean => x.s.nameAt[best(x, r, k).head] > 0;
const alike = (x: Sheet, r: number, k: number, other: number): boolean => kindOf(x.s, best(x, r, k)) === kindOf(x.s, best(x, r, other));
const sentenceOf = (x: Sheet, r: number, k: number): number => x.s.doc.sentence[best(x, r, k).head];
const added = (odds: readonly number[]): number => odds.reduce((sum, o) => sum + probability(o), 0);

/** Odds of the other entities that may fill the role and are so. */
function others(x: Sheet, r: number, k: number, so: (other: number) => boolean): readonly number[] {
  return x.asked[r].flatMap((other) => (other !== k && so(other) ? [x.most[r][other]] : []));
}

/** The likeliest of the other entities; -1 where there is none. */
function rival(x: Sheet, r: number, k: number): number {
  return x.asked[r].reduce((top, other) => (other !== k && (top < 0 || x.most[r][other] > x.most[r][top]) ? other : top), -1);
}

/** How many likelier entities are so. */
function likelier(x: Sheet, r: number, k: number, so: (other: number) => boolean): number {
  return others(x, r, k, (other) => x.most[r][other] > Math.max(x.most[r][k], LIKELY) && so(other)).length;
}

/**
 * By name: what the trees ask of the others that may fill the role: whether a name will tell what "two women" tell, or what "the general" told
 * before. What is told twice is to be said once.
 */
export const RIVALS: Readonly<Record<string, Ask>> = {
  "named rival": (x, r, k) => highest(others(x, r, k, (other) => named(x, r, other))),
  "named sum": (x, r, k) => added(others(x, r, k, (other) => named(x, r, other))),
  "unnamed rival": (x, r, k) => highest(others(x, r, k, (other) => !named(x, r, other))),
  "unnamed sum": (x, r, k) => added(others(x, r, k, (other) => !named(x, r, other))),
  "alike rival": (x, r, k) => highest(others(x, r, k, (other) => alike(x, r, k, other))),
  "alike sum": (x, r, k) => added(others(x, r, k, (other) => alike(x, r, k, other))),
  "from rival": (x, r, k) => {
    const other = rival(x, r, k);
    return other < 0 ? NONE : sentenceOf(x, r, k) - sentenceOf(x, r, other);
  },
  "likelier before": (x, r, k) => likelier(x, r, k, (other) => x.candidates[x.entities[other].mentions[0]].head < best(x, r, k).head),
  "likelier beside": (x, r, k) => likelier(x, r, k, (other) => sentenceOf(x, r, other) === sentenceOf(x, r, k)),
  "entity rank": (x, r, k) => x.asked[r].filter((other) => x.scores.entity[r][other] > x.scores.entity[r][k]).length,
  joint: (x, r, k) => x.most[r][k] + x.scores.entity[r][k],
  "to top": (x, r, k) => x.most[r][k] - x.top[r],
};
