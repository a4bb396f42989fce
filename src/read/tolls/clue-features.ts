import type { Clues } from "./clues.js";

/** Names of how a number stands to one that is given away, made once: they are asked of every pair. */
const besides = (what: string): readonly string[] => ["=", "<<", "<", ">>", ">"].map((stands) => `${what}${stands}`);
const BESIDES = {
  acts: besides("sum by acts"),
  deaths: besides("K by deaths"),
  ordinal: besides("sum by ordinal"),
  victims: besides("sum by victims"),
  backDead: besides("K by dead told back"),
  backHurt: besides("I by hurt told back"),
  backSum: besides("sum by hurt told back"),
  back: besides("sum by told back"),
  murders: besides("K by murders"),
  attempts: besides("I by attempts"),
  attemptsSum: besides("sum by attempts"),
};

/** How two numbers stand to those that the report gives away: met, missed by one, or by more. */
export function clueFeatures(clues: Clues, k: number, i: number): readonly string[] {
  const features: string[] = [];
  const beside = (names: readonly string[], v: number, n: number): void => {
    if (n === 0) return;
    features.push(names[v === n ? 0 : v < n - 1 ? 1 : v < n ? 2 : v > n + 1 ? 3 : 4]);
  };
  beside(BESIDES.acts, k + i, clues.acts);
  beside(BESIDES.deaths, k, clues.deaths);
  beside(BESIDES.ordinal, k + i, clues.ordinal);
  beside(BESIDES.victims, k + i, clues.victims);
  beside(BESIDES.backDead, k, clues.backDead);
  beside(BESIDES.backHurt, i, clues.backHurt);
  beside(BESIDES.backSum, k + i, clues.backHurt);
  beside(BESIDES.back, k + i, clues.back);
  beside(BESIDES.murders, k, clues.murders);
  beside(BESIDES.attempts, i, clues.attempts);
  beside(BESIDES.attemptsSum, k + i, clues.attempts);
  return features;
}
