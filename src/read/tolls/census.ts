import { readFileSync } from "node:fs";
import { type Forest, logOdds } from "../../base/forest.js";
import type { Account } from "./hypotheses.js";
import { fixedFigures, weighedFigures } from "./mention-figures.js";
import { signsOfMention } from "./mention-signs.js";
import { type Mention, Mentions, type People, standingOf } from "./mentions.js";
import { tableOf } from "./row-table.js";
import type { Signs } from "./weigh.js";

/**
 * How many people the phrases of a report come to, one by one: each tells of people who are not told of before, or of nobody new. What
 * speaks for which is learned from reports of which only the two sums are known. The numbers come as likelihoods, not as a choice.
 */

/** What the weights say of a phrase: that it tells of people anew; that its number of people shot holds those who died. */
export interface Odds {
  readonly anew: number;
  readonly less: number;
}

/** Weights by the hash of a sign, two a row: `anew`, `less`. */
export interface SignWeights {
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: ArrayLike<number>;
  readonly scale: number;
}

/** A phrase as it is counted: how many it tells of, how likely anew, and how likely less the dead where it does. */
export interface Counted {
  readonly dead: boolean;
  readonly n: number;
  readonly odds: number;
  readonly less: number;
}

/** What is asked of the phrases of a report, gathered before anything is weighed. */
export interface Gathering {
  readonly people: People;
  readonly signs: readonly (readonly number[])[];
  readonly fixed: readonly (readonly number[])[];
}

/** Beyond so many people a number is not told by persons one by one. */
export const MOST_COUNTED = 40;

export function gatheringOf(signs: Signs, account: Account): Gathering {
  const mentions = new Mentions(signs, account);
  const standings = mentions.all.map((_, j) => standingOf(mentions, j));
  return {
    people: mentions.people(),
    signs: standings.map((s, j) => signsOfMention(mentions, j, s)),
    fixed: fixedFigures(mentions, standings),
  };
}

/** A phrase of several hurt may be a number that the dead are part of: "four people were shot, one of whom died". */
export function holdsDead({ dead, n }: Pick<Mention, "dead" | "n">): boolean {
  return !dead && n >= 2;
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** What a phrase may add to its number, where so many died, each with its likelihood. */
export function waysOf(c: Counted, killed: number): readonly (readonly [adds: number, share: number])[] {
  const p = sigmoid(c.odds);
  if (!holdsDead(c))
    return [
      [0, 1 - p],
      [c.n, p],
    ];
  return [
    [0, 1 - p],
    [c.n, p * (1 - c.less)],
    [Math.max(0, c.n - killed), p * c.less],
  ];
}

/** How likely each number from none up is, by phrases of one effect. */
export function sumsOf(counted: readonly Counted[], killed: number): Float64Array {
  const sums = new Float64Array(MOST_COUNTED + 1);
  sums[0] = 1;
  for (const c of counted) {
    const ways = waysOf(c, killed);
    // from above down, so that the sums below are still those without this phrase
    for (let n = MOST_COUNTED; n >= 0; n--) {
      let sum = 0;
      for (const [adds, share] of ways) if (adds <= n) sum += sums[n - adds] * share;
      sums[n] = sum;
    }
  }
  return sums;
}

/** Numbers of killed and injured by how likely they are. */
export class Census {
  private readonly dead: readonly Counted[];
  private readonly hurt: readonly Counted[];
  private readonly killed: Sums;
  private readonly injured = new Map<number, Sums>();

  constructor(counted: readonly Counted[]) {
    this.dead = counted.filter((c) => c.dead);
    this.hurt = counted.filter((c) => !c.dead);
    this.killed = described(sumsOf(this.dead, 0));
  }

  /** What is asked of a pair: logarithms of how likely each number and both are; how far they are behind the mean and the likeliest; the means. */
  of(k: number, i: number): readonly number[] {
    const { killed } = this;
    let injured = this.injured.get(k);
    if (!injured) this.injured.set(k, (injured = described(sumsOf(this.hurt, k))));
    const [a, b] = [Math.log((killed.by[k] ?? 0) + LEAST), Math.log((injured.by[i] ?? 0) + LEAST)];
    return [a, b, a + b, killed.mean - k, injured.mean - i, killed.likeliest - k, injured.likeliest - i, killed.mean, injured.mean];
  }
}

/** What `Census.of` tells, by name. */
export const CENSUS = [
  "census killed",
  "census injured",
  "census pair",
  "killed behind mean",
  "injured behind mean",
  "killed behind likeliest",
  "injured behind likeliest",
  "census mean killed",
  "census mean injured",
] as const; // prettier-ignore

const LEAST = 1e-3;

interface Sums {
  readonly by: Float64Array;
  readonly mean: number;
  readonly likeliest: number;
}

function described(by: Float64Array): Sums {
  let [mean, likeliest] = [0, 0];
  by.forEach((p, n) => {
    mean += p * n;
    if (p > by[likeliest]) likeliest = n;
  });
  return { by, mean, likeliest };
}

/** What the linear weights say of each phrase. */
export function oddsOf(g: Gathering, w: SignWeights): readonly Odds[] {
  const { find } = tableOf(w.rows);
  return g.signs.map((signs, j) => {
    let [anew, less] = [0, 0];
    for (const sign of signs) {
      const row = find(sign);
      if (row < 0) continue;
      anew += w.weights[2 * row];
      less += w.weights[2 * row + 1];
    }
    return oddsFrom(g.people.all[j], anew * w.scale, less * w.scale);
  });
}

/** A phrase tells of nobody new, of its number, or of its number less the dead: by a softmax, whose two ways of telling are one here. */
function oddsFrom(m: Pick<Mention, "dead" | "n">, anew: number, less: number): Odds {
  if (!holdsDead(m)) return { anew, less: 0 };
  const top = Math.max(anew, less);
  return { anew: top + Math.log(Math.exp(anew - top) + Math.exp(less - top)), less: sigmoid(less - anew) };
}

/** The figures that the trees are asked of. */
export function figuresOf({ people, fixed }: Gathering, odds: readonly Odds[]): readonly Float64Array[] {
  const weighed = weighedFigures(
    people,
    odds.map((o) => o.anew),
    odds.map((o) => o.less),
  );
  return fixed.map((told, j) => {
    const x = new Float64Array(told.length + weighed[j].length);
    x.set(told);
    x.set(weighed[j], told.length);
    return x;
  });
}

/** The phrases as they are counted, by linear weights and trees that add to their log-odds. */
export function countedBy(g: Gathering, w: SignWeights, trees: Forest): readonly Counted[] {
  return countedFrom(g, oddsOf(g, w), trees);
}

/** The same by odds given. */
export function countedFrom(g: Gathering, odds: readonly Odds[], trees: Forest): readonly Counted[] {
  const figures = figuresOf(g, odds);
  return g.people.all.map(({ dead, n }, j) => ({ dead, n, odds: odds[j].anew + logOdds(trees, figures[j]), less: odds[j].less }));
}

let loaded: { weights: SignWeights; trees: Forest } | null = null;

/** `models/tolls-persons.bin` and `models/tolls-persons.json` (see `models/tolls.md`). */
export function personModels(): { readonly weights: SignWeights; readonly trees: Forest } {
  loaded ??= {
    weights: unpackSigns(readFileSync(new URL("../../../models/tolls-persons.bin", import.meta.url))),
    trees: JSON.parse(readFileSync(new URL("../../../models/tolls-persons.json", import.meta.url), "utf8")) as Forest,
  };
  return loaded;
}

/** Number of rows, scale; then the hashes of all rows; then two bytes of weights a row. Little-endian. */
export function packSigns(w: SignWeights): Uint8Array {
  const top = Array.from(w.weights).reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9);
  const rows = [...w.rows].sort((a, b) => a[0] - b[0]);
  const bytes = new Uint8Array(8 + rows.length * 6);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  view.setFloat32(4, (top * w.scale) / 127, true);
  rows.forEach(([sign, row], n) => {
    view.setInt32(8 + 4 * n, sign, true);
    for (let k = 0; k < 2; k++) view.setInt8(8 + 4 * rows.length + 2 * n + k, Math.round((w.weights[2 * row + k] / top) * 127));
  });
  return bytes;
}

export function unpackSigns(bytes: Uint8Array): SignWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const n = view.getUint32(0, true);
  const rows = new Map<number, number>();
  for (let i = 0; i < n; i++) rows.set(view.getInt32(8 + 4 * i, true), i);
  return { rows, weights: new Int8Array(bytes.buffer, bytes.byteOffset + 8 + 4 * n, 2 * n), scale: view.getFloat32(4, true) };
}
