import { KINDS, kindOf, levelOf, type Wording } from "../tolls/wording.js";

/** A report's words as hashes, and how many its chief event killed and injured. */
export interface Worded {
  readonly words: readonly number[];
  readonly gold: { readonly killed: number; readonly injured: number };
}

const SETTINGS = { steps: 60, l2: 10, memory: 10 };
/** A word that fewer reports have is left out. */
const FEWEST = 15;
/** The rarity of a word that all reports have. */
const COMMONEST = 0.02;

/** The words that enough reports have. */
export function commonWords(cases: readonly Worded[]): ReadonlySet<number> {
  const reports = new Map<number, number>();
  for (const c of cases) for (const word of c.words) reports.set(word, (reports.get(word) ?? 0) + 1);
  return new Set([...reports].filter(([, n]) => n >= FEWEST).map(([word]) => word));
}

/** A report's rows, and what each weighs before its rarity. */
interface Told {
  readonly rows: Int32Array;
  readonly level: number;
  readonly right: number;
}

/** Softmax regression of the kinds by limited-memory BFGS (Liu & Nocedal 1989), over the words given. */
export function learnWording(cases: readonly Worded[], words: ReadonlySet<number>): Wording {
  const rows = new Map([...words].sort((a, b) => a - b).map((word, i) => [word, i]));
  const listed = cases.map((c) => Int32Array.from(c.words.flatMap((word) => rows.get(word) ?? [])));
  const reports = new Float64Array(rows.size);
  for (const list of listed) for (const row of list) reports[row]++;
  const rarity = reports.map((n) => Math.max(COMMONEST, Math.log((cases.length + 2) / (n + 1))));
  const told = cases.map(({ gold }, n) => ({
    rows: listed[n],
    level: levelOf(listed[n].reduce((sum, row) => sum + rarity[row], 0)),
    right: kindOf(gold.killed, gold.injured),
  }));
  const root = rarity.map(Math.sqrt);
  const size = rows.size * KINDS;
  const w = minimised(size + KINDS, (x, slope) => loss(told, root, x, slope));
  const weights = Float64Array.from({ length: size }, (_, at) => w[at] * root[Math.floor(at / KINDS)]);
  return { rows, weights, rarity, bias: w.slice(size), scale: 1, rarityScale: 1 };
}

/** Log loss of weights, then biases; its slope goes into `slope`. */
function loss(told: readonly Told[], root: Float64Array, x: Float64Array, slope: Float64Array): number {
  const size = root.length * KINDS;
  let sum = 0;
  slope.fill(0);
  for (let i = 0; i < size; i++) {
    sum += (SETTINGS.l2 / 2) * x[i] * x[i];
    slope[i] = SETTINGS.l2 * x[i];
  }
  const p = new Float64Array(KINDS);
  for (const { rows, level, right } of told) {
    for (let k = 0; k < KINDS; k++) p[k] = x[size + k];
    for (const row of rows) for (let k = 0; k < KINDS; k++) p[k] += level * root[row] * x[row * KINDS + k];
    const top = p.reduce((a, b) => Math.max(a, b));
    const whole = p.reduce((s, z) => s + Math.exp(z - top), 0);
    sum += Math.log(whole) + top - p[right];
    for (let k = 0; k < KINDS; k++) p[k] = Math.exp(p[k] - top) / whole - Number(k === right);
    for (let k = 0; k < KINDS; k++) slope[size + k] += p[k];
    for (const row of rows) for (let k = 0; k < KINDS; k++) slope[row * KINDS + k] += level * root[row] * p[k];
  }
  return sum;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** Where a smooth function is least, by a fixed number of steps from zero; `of` gives its value and puts its slope in the second array. */
function minimised(size: number, of: (x: Float64Array, slope: Float64Array) => number): Float64Array {
  let x = new Float64Array(size);
  let g = new Float64Array(size);
  let value = of(x, g);
  const past: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let step = 0; step < SETTINGS.steps; step++) {
    const way = towards(g, past);
    const down = dot(g, way);
    let length = step === 0 ? 1 / Math.sqrt(dot(g, g)) : 1;
    const next = new Float64Array(size);
    const slope = new Float64Array(size);
    let reached = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES; tries++, length /= 2) {
      for (let i = 0; i < size; i++) next[i] = x[i] + length * way[i];
      reached = of(next, slope);
      if (reached <= value + 1e-4 * length * down) break;
    }
    if (!(reached < value)) break;
    const [s, y] = [next.map((v, i) => v - x[i]), slope.map((v, i) => v - g[i])];
    const curve = dot(s, y);
    if (curve > 1e-10) past.push({ s, y, rho: 1 / curve });
    if (past.length > SETTINGS.memory) past.shift();
    [x, g, value] = [next, slope, reached];
  }
  return x;
}

/** How often a step is halved. */
const TRIES = 20;

/** The way down, by the slope and the steps made so far. */
function towards(slope: Float64Array, past: readonly { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const q = Float64Array.from(slope);
  const add = (v: Float64Array, by: number): void => {
    for (let i = 0; i < q.length; i++) q[i] += by * v[i];
  };
  const shares = past.map(() => 0);
  for (let j = past.length - 1; j >= 0; j--) {
    shares[j] = past[j].rho * dot(past[j].s, q);
    add(past[j].y, -shares[j]);
  }
  const last = past.at(-1);
  const size = last ? 1 / (last.rho * dot(last.y, last.y)) : 1;
  for (let i = 0; i < q.length; i++) q[i] *= size;
  past.forEach(({ s, y, rho }, j) => {
    add(s, shares[j] - rho * dot(y, q));
  });
  for (let i = 0; i < q.length; i++) q[i] = -q[i];
  return q;
}
