import { Configuration, LEFT, SHIFT } from "../configuration.js";
import { PARSE_FEATURES, parseFeatures } from "../parse-features.js";
import { bestMove } from "../parser.js";
import type { Workspace } from "../workspace.js";
import { type Costs, type GoldTree, isOptimal, movesCosts } from "./oracle.js";
import { Perceptron } from "./perceptron.js";
import type { Random } from "./random.js";

export const EXPLORE = 0.9;

/** Trains a greedy parser by following its own moves where they go wrong (Goldberg & Nivre 2012). */
export class ParserTrainer {
  readonly perceptron = new Perceptron();
  private readonly state: Configuration;
  private readonly keys = new Int32Array(PARSE_FEATURES);
  private readonly scores: Int32Array;
  private readonly costs: Costs = { shift: 0, reduce: 0, left: 0, right: 0 };

  constructor(labels: number) {
    this.state = new Configuration(labels);
    this.scores = new Int32Array(LEFT + 2 * labels);
  }

  /** Learns from one prepared and tagged sentence. After the first round the parser's own move is followed with chance EXPLORE. */
  learn(work: Workspace, gold: GoldTree, random: Random, round: number): void {
    const { state, keys, scores, costs, perceptron } = this;
    state.begin(work);
    while (state.front < state.root) {
      if (state.size === 0) {
        state.apply(SHIFT);
        continue;
      }
      const n = parseFeatures(work, state, keys);
      scores.fill(0);
      perceptron.score(keys, n, scores);
      perceptron.tick();
      movesCosts(state, gold, costs);
      const guess = bestMove(state, scores);
      if (isOptimal(state, gold, costs, guess)) {
        state.apply(guess);
        continue;
      }
      const right = this.bestOptimal(gold);
      if (right < 0) {
        state.apply(guess);
        continue;
      }
      perceptron.update(keys, n, right, guess);
      state.apply(round > 0 && random.next() < EXPLORE ? guess : right);
    }
  }

  private bestOptimal(gold: GoldTree): number {
    const { state, scores, costs } = this;
    let best = -1;
    for (let move = 0; move < scores.length; move++) {
      if (best >= 0 && scores[move] <= scores[best]) continue;
      if (isOptimal(state, gold, costs, move)) best = move;
    }
    return best;
  }
}
