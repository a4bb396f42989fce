import type { Forest } from "../../base/forest.js";
import { type BoostOptions, boostBy } from "../../resolve/train/boost.js";
import {
  type Counted,
  figuresOf,
  type Gathering,
  holdsDead,
  MOST_COUNTED,
  type Odds,
  oddsOf,
  type SignWeights,
  sigmoid,
  waysOf,
} from "../tolls/census.js";
import { FIGURES } from "../tolls/mention-figures.js";
import { seeded } from "./random.js";

/** Learns which phrases tell of people anew, from reports of which only the sums of the killed and injured are known. */

/** A report's phrases, and how many its chief event killed and injured. */
export interface Peopled {
  readonly gathering: Gathering;
  readonly gold: { readonly killed: number; readonly injured: number };
}

const SETTINGS = { epochs: 8, rate: 0.05, decay: 1e-3, seed: 1 };
const GROWN: BoostOptions = { trees: 100, rate: 0.1, leaves: 16, fewest: 30, l2: 10 };
/** A sign that fewer reports have is left out. */
const FEWEST = 5;
/** How likely a sum is whatever the phrases say: the registry knows more than a report. */
const ODD = { share: 0.03, likelihood: 0.1 };
const LEAST_HESSIAN = 1e-3;

/** The signs that enough reports have. */
export function commonSigns(cases: readonly Peopled[]): ReadonlySet<number> {
  const reports = new Map<number, number>();
  for (const { gathering } of cases) for (const sign of new Set(gathering.signs.flat())) reports.set(sign, (reports.get(sign) ?? 0) + 1);
  return new Set([...reports].filter(([, n]) => n >= FEWEST).map(([sign]) => sign));
}

type Ways = readonly (readonly [adds: number, share: number])[];

/** By each way of each phrase, how fast the logarithm of the target's likelihood rises with the way's share. */
function rises(ways: readonly Ways[], target: number): readonly (readonly number[])[] {
  const size = target + 1;
  const before = [new Float64Array(size)];
  before[0][0] = 1;
  for (const way of ways) {
    const next = new Float64Array(size);
    for (const [adds, share] of way) for (let n = adds; n < size; n++) next[n] += before[before.length - 1][n - adds] * share;
    before.push(next);
  }
  const after: Float64Array[] = [];
  after[ways.length] = new Float64Array(size);
  after[ways.length][target] = 1;
  for (let m = ways.length - 1; m >= 0; m--) {
    after[m] = new Float64Array(size);
    for (const [adds, share] of ways[m]) for (let n = 0; n + adds < size; n++) after[m][n] += after[m + 1][n + adds] * share;
  }
  const by = (1 - ODD.share) / ((1 - ODD.share) * after[0][0] + ODD.share * ODD.likelihood);
  return ways.map((way, m) =>
    way.map(([adds]) => {
      let sum = 0;
      for (let n = 0; n + adds < size; n++) sum += before[m][n] * after[m + 1][n + adds];
      return sum * by;
    }),
  );
}

/** The phrases of each effect with the sum that they are to come to; sums too great to be told one by one are left out. */
function sides({ gathering, gold }: Peopled): readonly { readonly at: readonly number[]; readonly target: number }[] {
  const of = (dead: boolean): readonly number[] => gathering.people.all.flatMap((m, j) => (m.dead === dead ? [j] : []));
  return [
    { at: of(true), target: gold.killed },
    { at: of(false), target: gold.injured },
  ].filter(({ at, target }) => at.length > 0 && target <= MOST_COUNTED);
}

/** Weights of signs by AdaGrad, averaged over the epochs of the last half. */
export function learnSigns(cases: readonly Peopled[], common: ReadonlySet<number>): SignWeights {
  const rows = new Map([...common].sort((a, b) => a - b).map((sign, i) => [sign, i]));
  const told = cases.map((c) => c.gathering.signs.map((signs) => Int32Array.from(signs.flatMap((sign) => rows.get(sign) ?? []))));
  const weights = new Float64Array(2 * rows.size);
  const squares = new Float64Array(2 * rows.size).fill(1);
  const mean = new Float64Array(2 * rows.size);
  const order = cases.map((_, i) => i);
  const next = seeded(SETTINGS.seed);
  const move = (signs: Int32Array, k: number, slope: number): void => {
    if (Math.abs(slope) < 1e-5) return;
    for (const row of signs) {
      const at = 2 * row + k;
      const g = slope + SETTINGS.decay * weights[at];
      squares[at] += g * g;
      weights[at] -= (SETTINGS.rate * g) / Math.sqrt(squares[at]);
    }
  };
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const n of order) step(cases[n], told[n], weights, move);
    if (epoch >= SETTINGS.epochs / 2) for (let i = 0; i < mean.length; i++) mean[i] += weights[i] / (SETTINGS.epochs / 2);
  }
  return { rows, weights: mean, scale: 1 };
}

function step(
  c: Peopled,
  told: readonly Int32Array[],
  weights: Float64Array,
  move: (signs: Int32Array, k: number, slope: number) => void,
): void {
  const { all } = c.gathering.people;
  for (const { at, target } of sides(c)) {
    const ways = at.map((j) => linearWays(all[j], told[j], weights, c.gold.killed));
    rises(ways, target).forEach((rise, m) => {
      const mean = rise.reduce((sum, r, w) => sum + r * ways[m][w][1], 0);
      for (let w = 1; w < rise.length; w++) move(told[at[m]], w - 1, -ways[m][w][1] * (rise[w] - mean));
    });
  }
}

function linearWays(m: Gathering["people"]["all"][number], signs: Int32Array, weights: Float64Array, killed: number): Ways {
  let [anew, less] = [0, 0];
  for (const row of signs) {
    anew += weights[2 * row];
    less += weights[2 * row + 1];
  }
  if (!holdsDead(m)) return waysOf({ dead: m.dead, n: m.n, odds: anew, less: 0 }, killed);
  const top = Math.max(anew, less);
  const odds = top + Math.log(Math.exp(anew - top) + Math.exp(less - top));
  return waysOf({ dead: m.dead, n: m.n, odds, less: sigmoid(less - anew) }, killed);
}

/** Trees that add to the log-odds of phrases; `odds` by linear weights that have not seen the report. */
export function growPersons(cases: readonly Peopled[], odds: readonly (readonly Odds[])[]): Forest {
  const rows = cases.flatMap((c, n) => figuresOf(c.gathering, odds[n]));
  const offsets = odds.flatMap((of) => of.map((o) => o.anew));
  const split = cases.map(sides);
  return boostBy(FIGURES, rows, offsets, GROWN, (z, gradient, hessian) => {
    let from = 0;
    cases.forEach((c, n) => {
      const { all } = c.gathering.people;
      for (const { at, target } of split[n]) {
        const counted = at.map((j): Counted => ({ dead: all[j].dead, n: all[j].n, odds: z[from + j], less: odds[n][j].less }));
        rises(
          counted.map((one) => waysOf(one, c.gold.killed)),
          target,
        ).forEach((rise, m) => {
          const { odds: own, less } = counted[m];
          const p = sigmoid(own);
          const told = rise.length < 3 ? rise[1] : rise[1] * (1 - less) + rise[2] * less;
          gradient[from + at[m]] = -p * (1 - p) * (told - rise[0]);
          hessian[from + at[m]] = Math.max(LEAST_HESSIAN, p * (1 - p));
        });
      }
      from += all.length;
    });
  });
}

/** Odds of the phrases of each case by weights of the folds that it is not of. */
export function crossedOdds(cases: readonly (Peopled & { readonly fold: number })[], folds: number): readonly (readonly Odds[])[] {
  const common = commonSigns(cases);
  const weights = Array.from({ length: folds }, (_, f) =>
    learnSigns(
      cases.filter((c) => c.fold !== f),
      common,
    ),
  );
  return cases.map((c) => oddsOf(c.gathering, weights[c.fold]));
}
