import { Configuration, LEFT, REDUCE, SHIFT } from "./configuration.js";
import type { PackedScorer } from "./scorer.js";
import { SummedFeatures } from "./summed-features.js";
import type { Workspace } from "./workspace.js";

/** Which labels a trained parser may give, and the tags that tell how to mend what it leaves open. */
export interface ParserSpace {
  readonly labels: number;
  readonly root: number;
}

/** Set of moves that a scorer of the parser can sum alone (see `movesOfHeaded`). */
const HEADED = 1;

/** The moves that a state allows whose topmost word has its head: all but the arcs that would give it one. */
export function movesOfHeaded(labels: number): readonly (readonly [from: number, to: number])[] {
  return [
    [SHIFT, LEFT],
    [LEFT + labels, LEFT + 2 * labels],
  ];
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

  /** The scorer must have room for `PARSER_ROWS` kept rows. */
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
      state.apply(bestMove(state, scores));
    }
    while (state.size > 0) state.apply(state.head[state.peek(0)] === 0 ? LEFT + space.root : REDUCE);
  }
}

/** The best-scored move that the state allows while words are left in the buffer. */
export function bestMove(state: Configuration, scores: Int16Array | Int32Array): number {
  const { labels } = state;
  let best = SHIFT;
  const headless = state.head[state.stack[state.size - 1]] === 0;
  if (headless) {
    for (let move = LEFT; move < LEFT + labels; move++) if (scores[move] > scores[best]) best = move;
  } else if (scores[REDUCE] > scores[best]) best = REDUCE;
  for (let move = LEFT + labels; move < LEFT + 2 * labels; move++) if (scores[move] > scores[best]) best = move;
  return best;
}
