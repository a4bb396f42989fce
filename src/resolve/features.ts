import type { Surroundings } from "./local.js";
import type { Profile } from "./profile.js";
import { containment, cosine, type Rarity, sharedRarity } from "./vectors.js";

/** Two reports to be compared, with what stands around them. */
export interface Pair {
  readonly a: Profile;
  readonly b: Profile;
  readonly i: number;
  readonly j: number;
  readonly rarity: Rarity;
  readonly around: Surroundings;
  /** Cosine of the two wordings: several features ask for it. */
  readonly wording: number;
}

/** One thing that speaks for or against two reports telling of one event. */
export interface Feature {
  readonly name: string;
  of(pair: Pair): number;
}

const both = (name: string, of: Feature["of"]): Feature => ({ name, of });

/** In the order of the trained weights: a new one goes at the end, then train again. */
export const FEATURES: readonly Feature[] = [
  both("wording", ({ wording }) => wording),
  both("lead", ({ a, b }) => cosine(a.lead, b.lead)),
  both("title", ({ a, b }) => cosine(a.title, b.title)),
  both("title in lead", ({ a, b }) => Math.max(cosine(a.title, b.lead), cosine(a.lead, b.title))),
  both("title in text", ({ a, b }) => Math.max(cosine(a.title, b.body), cosine(a.body, b.title))),
  both("names", ({ a, b }) => cosine(a.names, b.names)),
  both("names held", ({ a, b }) => containment(a.names, b.names)),
  both("rarity of shared names", ({ a, b, rarity }) => sharedRarity(a.names, b.names, rarity)),
  both("full names", ({ a, b }) => cosine(a.pairs, b.pairs)),
  both("full names held", ({ a, b }) => containment(a.pairs, b.pairs)),
  both("rarity of shared full names", ({ a, b, rarity }) => sharedRarity(a.pairs, b.pairs, rarity)),
  both("numbers", ({ a, b }) => cosine(a.numbers, b.numbers)),
  both("rarity of shared numbers", ({ a, b, rarity }) => sharedRarity(a.numbers, b.numbers, rarity)),
  both("copied passages", ({ a, b }) => copied(a, b)),
  both("days between", ({ a, b }) => (a.day === null || b.day === null ? -1 : Math.abs(a.day - b.day))),
  both("wording held", ({ a, b }) => containment(a.body, b.body)),
  both("lead held", ({ a, b }) => containment(a.lead, b.body)),
  both("wording, here", ({ a, b, i, j, around }) => around.cosine(i, j, a.report.wording.body, b.report.wording.body)),
  both("names, here", ({ a, b, i, j, around }) => around.cosine(i, j, a.report.wording.names, b.report.wording.names)),
  both("lead, here", ({ a, b, i, j, around }) => around.cosine(i, j, a.report.wording.lead, b.report.wording.lead)),
  both("numbers, here", ({ a, b, i, j, around }) => around.cosine(i, j, a.report.wording.numbers, b.report.wording.numbers)),
  both("full names, here", ({ a, b, i, j, around }) => around.cosine(i, j, a.report.wording.pairs, b.report.wording.pairs)),
  both("likest", ({ wording, i, j, around }) => wording / Math.max(0.01, around.top(i), around.top(j))),
  both("likest to either", ({ wording, i, j, around }) => wording / Math.max(0.01, Math.min(around.top(i), around.top(j)))),
  both("worse rank", ({ i, j, around }) => Math.max(around.rank(i, j), around.rank(j, i))),
  both("better rank", ({ i, j, around }) => Math.min(around.rank(i, j), around.rank(j, i))),
];

/** Share of the shorter report's passages that the other holds. */
function copied(a: Profile, b: Profile): number {
  const least = Math.min(a.passages.length, b.passages.length);
  if (!least) return 0;
  let n = 0;
  for (let i = 0, j = 0; i < a.passages.length && j < b.passages.length; ) {
    if (a.passages[i] === b.passages[j]) {
      n++;
      i++;
      j++;
    } else if (a.passages[i] < b.passages[j]) i++;
    else j++;
  }
  return n / least;
}
