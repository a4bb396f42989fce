import { Configuration, LEFT, REDUCE, SHIFT } from "./configuration.js";
import type { PackedScorer, SparseWeights } from "./scorer.js";
import { SummedFeatures } from "./summed-features.js";
import type { Workspace } from "./workspace.js";

/** Which labels a trained parser may give, and the tags that tell how to mend what it leaves open. */
export interface ParserSpace {
  readonly labels: number;
  readonly root: number;
}

/** Set of moves that a scorer of the parser can sum alone (see `packedMoves`). */
const HEADED = 1;

/**
 * The parser's weights as a scorer is to hold them: arcs to the right before those to the left, so that the moves allowed where the
 * topmost word has its head (all but the arcs that would give it one) are neighbours and can be summed alone; `some` are those.
 */
export function packedMoves(
  weights: SparseWeights,
  labels: number,
): { readonly weights: SparseWeights; readonly some: readonly (readonly [from: number, to: number])[] } {
  const [left, right] = [LEFT + labels, LEFT];
  const place = (move: number): number => (move < LEFT ? move : move < LEFT + labels ? move - LEFT + left : move - LEFT - labels + right);
  return { weights: { ...weights, classes: weights.classes.map(place) }, some: [[0, left]] };
}

/**
 * Greedy arc-eager parser with a linear scorer (Nivre 2003; Zhang & Nivre 2011; Goldberg & Nivre 2012). Leaves heads and labels in
 * the workspace; a token whose head is the root has head `PAD + length`. It may leave several such tokens: `oneRoot` mends that.
 */
export class Parser {
  private readonly state: Configuration;
  private readonly scorer: PackedScorer;
  private readonly space: ParserSpace;
  private readonly summed: SummedFeatures;

  /** The scorer holds moves as `packedMoves` puts them, and must have room for `PARSER_ROWS` kept rows. */
  constructor(scorer: PackedScorer, space: ParserSpace) {
    this.scorer = scorer;
    this.space = space;
    this.state = new Configuration(space.labels);
    this.summed = new SummedFeatures(scorer, this.state);
  }

  parse(work: Workspace): void {
    const { state, scorer, space, summed } = this;
    state.begin(work);
    while (state.front < state.root) {
      if (state.size === 0) {
        state.apply(SHIFT);
        continue;
      }
      const headless = state.head[state.peek(0)] === 0;
      const scores = scorer.score(summed.keysOf(work), headless ? 0 : HEADED, summed.rows);
      state.apply(bestMove(state, scores, LEFT + space.labels, LEFT));
    }
    while (state.size > 0) state.apply(state.head[state.peek(0)] === 0 ? LEFT + space.root : REDUCE);
  }
}

/**
 * The best-scored move that the state allows while words are left in the buffer. `left` and `right` are where the scores of the arcs to
 * either side begin.
 */
export function bestMove(state: Configuration, scores: Int16Array | Int32Array, left = LEFT, right = LEFT + state.labels): number {
  const { labels } = state;
  let best = SHIFT;
  let top = scores[SHIFT];
  const headless = state.head[state.stack[state.size - 1]] === 0;
  if (headless) {
    for (let label = 0; label < labels; label++) {
      if (scores[left + label] <= top) continue;
      top = scores[left + label];
      best = LEFT + label;
    }
  } else if (scores[REDUCE] > top) {
    top = scores[REDUCE];
    best = REDUCE;
  }
  for (let label = 0; label < labels; label++) {
    if (scores[right + label] <= top) continue;
    top = scores[right + label];
    best = LEFT + labels + label;
  }
  return best;
}
