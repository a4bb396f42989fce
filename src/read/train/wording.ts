import { KINDS, kindOf, type Wording } from "../tolls/wording.js";

/** A report's words as hashes, and how many its chief event killed and injured. */
export interface Worded {
  readonly words: readonly number[];
  readonly gold: { readonly killed: number; readonly injured: number };
}

const SETTINGS = { epochs: 4, rate: 0.03, decay: 0.02, bias: 0.02 };
/** A word that fewer reports have is left out. */
const FEWEST = 25;

/** The words that enough reports have. */
export function commonWords(cases: readonly Worded[]): ReadonlySet<number> {
  const reports = new Map<number, number>();
  for (const c of cases) for (const word of c.words) reports.set(word, (reports.get(word) ?? 0) + 1);
  return new Set([...reports].filter(([, n]) => n >= FEWEST).map(([word]) => word));
}

/** Softmax regression of the kinds by AdaGrad, over the words given. */
export function learnWording(cases: readonly Worded[], words: ReadonlySet<number>): Wording {
  const rows = new Map([...words].sort((a, b) => a - b).map((word, i) => [word, i]));
  const weights = new Float64Array(rows.size * KINDS);
  const squares = new Float64Array(rows.size * KINDS).fill(1);
  const bias = new Float64Array(KINDS);
  const told = cases.map((c) => Int32Array.from(c.words.flatMap((word) => rows.get(word) ?? [])));
  const p = new Float64Array(KINDS);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    cases.forEach(({ gold }, n) => {
      softmax(told[n], weights, bias, p);
      const right = kindOf(gold.killed, gold.injured);
      for (let k = 0; k < KINDS; k++) {
        const slope = p[k] - Number(k === right);
        bias[k] -= SETTINGS.bias * slope;
        if (Math.abs(slope) < 1e-4) continue;
        for (const row of told[n]) {
          const at = row * KINDS + k;
          const g = slope + SETTINGS.decay * weights[at];
          squares[at] += g * g;
          weights[at] -= (SETTINGS.rate * g) / Math.sqrt(squares[at]);
        }
      }
    });
  }
  return { rows, weights, bias, scale: 1 };
}

function softmax(rows: Int32Array, weights: Float64Array, bias: Float64Array, p: Float64Array): void {
  p.set(bias);
  for (const row of rows) for (let k = 0; k < KINDS; k++) p[k] += weights[row * KINDS + k];
  const top = p.reduce((a, b) => Math.max(a, b));
  let whole = 0;
  for (let k = 0; k < KINDS; k++) whole += p[k] = Math.exp(p[k] - top);
  for (let k = 0; k < KINDS; k++) p[k] /= whole;
}
