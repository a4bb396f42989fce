import type { Lexemes } from "../lexemes.js";
import { TAG_FEATURES, tagFeatures } from "../tagger.js";
import { PAD, type Workspace } from "../workspace.js";
import { Perceptron } from "./perceptron.js";

/** Trains a greedy tagger on its own left context. */
export class TaggerTrainer {
  readonly perceptron = new Perceptron();
  private readonly keys = new Int32Array(TAG_FEATURES);
  private readonly scores: Int32Array;
  private readonly lexemes: Lexemes;

  constructor(lexemes: Lexemes, tags: number) {
    this.lexemes = lexemes;
    this.scores = new Int32Array(tags);
  }

  /** Learns from one prepared sentence; a gold tag below 0 teaches nothing. */
  learn(work: Workspace, gold: ArrayLike<number>): void {
    const { keys, scores, lexemes, perceptron } = this;
    for (let k = 0; k < work.length; k++) {
      const i = PAD + k;
      const set = lexemes.tagSets[work.tagSet[i]];
      if (set.length === 1) {
        work.tag[i] = set[0];
        continue;
      }
      const n = tagFeatures(work, lexemes, i, keys);
      scores.fill(0);
      perceptron.score(keys, n, scores);
      perceptron.tick();
      let best = set[0];
      for (let c = 1; c < set.length; c++) if (scores[set[c]] > scores[best]) best = set[c];
      if (best !== gold[k] && gold[k] >= 0) perceptron.update(keys, n, gold[k], best);
      work.tag[i] = best;
    }
  }
}
