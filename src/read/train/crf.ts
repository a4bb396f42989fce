import { BEFORE, LABELS, MAY_END, MAY_START } from "../names/labels.js";

/** One sentence to learn from: feature numbers of each token (`starts[i]` to `starts[i + 1]`) and, as bits, the labels that each token may have. */
export interface Example {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly allowed: Int32Array;
  readonly weight: number;
}

const ALL = (1 << LABELS) - 1;

/**
 * Linear-chain conditional random field (Lafferty et al. 2001) trained by AdaGrad (Duchi et al. 2011). Where an example allows several
 * labels, the likelihood is that of all allowed sequences together, so that what a corpus does not mark is neither learned nor unlearned.
 */
export class Crf {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  readonly transitions = new Float32Array(LABELS * LABELS);
  private readonly transitionSquares = new Float32Array(LABELS * LABELS);

  constructor(
    readonly featureCount: number,
    private readonly rate: number,
    private readonly l1: number,
  ) {
    this.weights = new Float32Array(featureCount * LABELS);
    this.squares = new Float32Array(featureCount * LABELS);
  }

  /** Learns from one sentence; returns its negative log likelihood. */
  learn(x: Example): number {
    const n = x.starts.length - 1;
    const scores = this.score(x);
    const edge = this.transitions.map(Math.exp);
    const free = marginals(scores, edge, n, null);
    const bound = marginals(scores, edge, n, x.allowed);
    this.update(x, free, bound, n);
    return free.log - bound.log;
  }

  private score(x: Example): Float64Array {
    const n = x.starts.length - 1;
    const scores = new Float64Array(n * LABELS);
    for (let i = 0; i < n; i++) {
      for (let f = x.starts[i]; f < x.starts[i + 1]; f++) {
        const row = x.features[f] * LABELS;
        for (let k = 0; k < LABELS; k++) scores[i * LABELS + k] += this.weights[row + k];
      }
    }
    return scores;
  }

  private update(x: Example, free: Marginals, bound: Marginals, n: number): void {
    const { weights, squares, rate, l1 } = this;
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < LABELS; k++) {
        const g = (free.nodes[i * LABELS + k] - bound.nodes[i * LABELS + k]) * x.weight;
        if (g < 1e-3 && g > -1e-3) continue;
        for (let f = x.starts[i]; f < x.starts[i + 1]; f++) {
          const at = x.features[f] * LABELS + k;
          squares[at] += g * g;
          const step = rate / Math.sqrt(squares[at] + 0.1);
          const w = weights[at] - step * g;
          const shrink = step * l1;
          weights[at] = w > shrink ? w - shrink : w < -shrink ? w + shrink : 0;
        }
      }
    }
    for (let e = 0; e < LABELS * LABELS; e++) {
      const g = (free.edges[e] - bound.edges[e]) * x.weight;
      if (g === 0) continue;
      this.transitionSquares[e] += g * g;
      this.transitions[e] -= (rate * g) / Math.sqrt(this.transitionSquares[e] + 0.1);
    }
  }
}

interface Marginals {
  readonly nodes: Float64Array;
  readonly edges: Float64Array;
  readonly log: number;
}

/** Forward-backward over the allowed labels, scaled at each token. */
function marginals(scores: Float64Array, edge: Float32Array, n: number, allowed: Int32Array | null): Marginals {
  const psi = new Float64Array(n * LABELS);
  const alpha = new Float64Array(n * LABELS);
  const beta = new Float64Array(n * LABELS);
  let log = 0;
  for (let i = 0; i < n; i++) {
    const at = i * LABELS;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < LABELS; k++) if (scores[at + k] > top) top = scores[at + k];
    const may = allowed === null ? ALL : allowed[i];
    log += top;
    let sum = 0;
    for (let k = 0; k < LABELS; k++) {
      if (!(may & (1 << k))) continue;
      psi[at + k] = Math.exp(scores[at + k] - top);
      let into = 0;
      if (i === 0) into = MAY_START[k] ? 1 : 0;
      else for (const p of BEFORE[k]) into += alpha[at - LABELS + p] * edge[p * LABELS + k];
      if (i === n - 1 && !MAY_END[k]) into = 0;
      alpha[at + k] = into * psi[at + k];
      sum += alpha[at + k];
    }
    if (sum <= 0) return { nodes: new Float64Array(n * LABELS), edges: new Float64Array(LABELS * LABELS), log: Number.NaN };
    for (let k = 0; k < LABELS; k++) alpha[at + k] /= sum;
    log += Math.log(sum);
  }
  const nodes = new Float64Array(n * LABELS);
  const edges = new Float64Array(LABELS * LABELS);
  for (let k = 0; k < LABELS; k++) beta[(n - 1) * LABELS + k] = MAY_END[k] ? 1 : 0;
  for (let i = n - 1; i >= 0; i--) {
    const at = i * LABELS;
    let sum = 0;
    for (let k = 0; k < LABELS; k++) {
      nodes[at + k] = alpha[at + k] * beta[at + k];
      sum += nodes[at + k];
    }
    if (sum > 0) for (let k = 0; k < LABELS; k++) nodes[at + k] /= sum;
    if (i === 0) break;
    let total = 0;
    const before = at - LABELS;
    for (let k = 0; k < LABELS; k++) {
      const out = psi[at + k] * beta[at + k];
      if (out === 0) continue;
      for (const p of BEFORE[k]) {
        const through = edge[p * LABELS + k] * out;
        beta[before + p] += through;
        total += alpha[before + p] * through;
      }
    }
    if (total > 0) {
      for (let k = 0; k < LABELS; k++) {
        const out = psi[at + k] * beta[at + k];
        if (out === 0) continue;
        for (const p of BEFORE[k]) edges[p * LABELS + k] += (alpha[before + p] * edge[p * LABELS + k] * out) / total;
      }
      for (let p = 0; p < LABELS; p++) beta[before + p] /= total;
    }
  }
  return { nodes, edges, log };
}
