import { probability } from "../linear.js";
import type { Candidate } from "./candidates.js";
import type { Entity, Scores } from "./entities.js";
import { effective } from "./kinds.js";
import type { Surroundings } from "./surroundings.js";

/** Log-odds of what is not there. */
export const NONE = -20;

/** Everything that the trees may ask of an entity, gathered once for a report. */
export interface Sheet {
  readonly s: Surroundings;
  readonly candidates: readonly Candidate[];
  readonly entities: readonly Entity[];
  readonly scores: Scores;
  /** By role: the entities that the linear decisions leave a chance. */
  readonly asked: readonly (readonly number[])[];
  /** By role, then by entity: the likeliest of its phrases, and its odds. */
  readonly best: readonly Int32Array[];
  readonly most: readonly Float64Array[];
  /** By role: the likeliest entity, and all probabilities added up. */
  readonly top: readonly number[];
  readonly total: readonly number[];
  /** By role, then by entity: entities sorted by likelihood, as ranks. */
  readonly ranks: readonly Int32Array[];
  readonly second: readonly number[];
  /** By role, then by sentence: the likeliest of its phrases. */
  readonly inSentence: readonly Float64Array[];
  /** By entity: others that are of one actor with it, and the phrases that stand in a row with one of its own. */
  readonly together: readonly (readonly number[])[];
  readonly rows: readonly (readonly number[])[];
  readonly hottest: number;
  readonly heatSum: number;
}

/** One question that the trees ask: of a role and an entity. */
export type Ask = (sheet: Sheet, r: number, k: number) => number;

export const mentionsOf = ({ entities }: Sheet, k: number): readonly number[] => entities[k].mentions;
export const sentenceOf = ({ s, candidates }: Sheet, m: number): number => s.doc.sentence[candidates[m].head];
export const highest = (xs: readonly number[]): number => xs.reduce((a, b) => Math.max(a, b), NONE);

/** The phrase of an entity that fills the role likeliest. */
export const best = (sheet: Sheet, r: number, k: number): Candidate => sheet.candidates[sheet.best[r][k]];

/** Least log-odds of a phrase, or of all phrases of an entity, for the trees to be asked at all: one in a hundred. */
const ASKED = -4.6;

/** Gathers what the trees may ask of a report. */
export function sheetOf(s: Surroundings, candidates: readonly Candidate[], entities: readonly Entity[], scores: Scores): Sheet {
  const most = scores.phrase.map((odds) => Float64Array.from(entities, (e) => highest(e.mentions.map((m) => odds[m]))));
  const sorted = most.map((odds) => Array.from(odds, (_, k) => k).sort((a, b) => odds[b] - odds[a]));
  const inSentence = scores.phrase.map((odds) => {
    const by = new Float64Array(s.doc.sentenceCount).fill(NONE);
    candidates.forEach((c, m) => {
      by[s.doc.sentence[c.head]] = Math.max(by[s.doc.sentence[c.head]], odds[m]);
    });
    return by;
  });
  return {
    s,
    candidates,
    entities,
    scores,
    asked: most.map((odds, r) => entities.flatMap((_, k) => (odds[k] >= ASKED || scores.entity[r][k] >= ASKED ? [k] : []))),
    best: scores.phrase.map((odds) => Int32Array.from(entities, (e) => e.mentions.reduce((a, b) => (odds[b] > odds[a] ? b : a)))),
    most,
    top: most.map((odds, r) => odds[sorted[r][0]] ?? NONE),
    second: most.map((odds, r) => odds[sorted[r][1]] ?? NONE),
    total: most.map((odds) => odds.reduce((sum, x) => sum + probability(x), 0)),
    ranks: sorted.map((order) => {
      const ranks = new Int32Array(order.length);
      order.forEach((k, rank) => {
        ranks[k] = rank;
      });
      return ranks;
    }),
    inSentence,
    together: sharing(entities, (m) => s.facts.actorAt[candidates[m].head]).entities,
    rows: sharing(entities, (m) => effective(s.doc, candidates[m].head) + 1).mentions,
    hottest: scores.sentence.reduce((a, b) => Math.max(a, b), NONE),
    heatSum: scores.sentence.reduce((sum, x) => sum + probability(x), 0),
  };
}

/** By entity, the other entities and their phrases that share a number above 0 with one of its own phrases. */
function sharing(entities: readonly Entity[], numberOf: (m: number) => number): { entities: number[][]; mentions: number[][] } {
  const by = new Map<number, [entity: number, mention: number][]>();
  entities.forEach((e, k) => {
    for (const m of e.mentions) {
      const n = numberOf(m);
      if (n > 0) by.set(n, [...(by.get(n) ?? []), [k, m]]);
    }
  });
  const beside = entities.map((e, k) => e.mentions.flatMap((m) => (by.get(numberOf(m)) ?? []).filter(([other]) => other !== k)));
  return { entities: beside.map((all) => [...new Set(all.map(([k]) => k))]), mentions: beside.map((all) => all.map(([, m]) => m)) };
}
