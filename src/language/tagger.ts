import { key1, key2, key3 } from "./hash.js";
import type { Lexemes } from "./lexemes.js";
import type { Scorer } from "./scorer.js";
import { PAD, type Workspace } from "./workspace.js";

export const TAG_FEATURES = 48;

/** The words of a sentence seen from token `i`: a key for each feature, written to `keys`. Returns how many. After Ratnaparkhi (1996) and Collins (2002). */
export function tagFeatures(work: Workspace, lexemes: Lexemes, i: number, keys: Int32Array): number {
  const { word, shape, tag, fine, coarse, tagSet } = work;
  const id = work.norm[i];
  const w = word[i];
  const previous = tag[i - 1];
  const before = tag[i - 2];
  const next = work.norm[i + 1];
  const last = work.norm[i - 1];
  const s = shape[i] | (i === PAD ? 8 : 0);
  const suffix3 = lexemes.suffix3[id];
  let n = 0;
  keys[n++] = key1(0, w);
  keys[n++] = key1(1, word[i - 1]);
  keys[n++] = key1(2, word[i + 1]);
  keys[n++] = key1(3, word[i - 2]);
  keys[n++] = key1(4, word[i + 2]);
  keys[n++] = key2(5, lexemes.suffix1[id], s);
  keys[n++] = key2(6, lexemes.suffix2[id], s);
  keys[n++] = key2(7, suffix3, s);
  keys[n++] = key1(8, lexemes.suffix4[id]);
  keys[n++] = key1(9, lexemes.prefix1[id]);
  keys[n++] = key1(10, lexemes.prefix2[id]);
  keys[n++] = key1(11, lexemes.prefix3[id]);
  keys[n++] = key2(12, s, lexemes.kind[id]);
  keys[n++] = key3(13, s, shape[i - 1], shape[i + 1]);
  keys[n++] = key1(14, previous);
  keys[n++] = key2(15, previous, before);
  keys[n++] = key2(16, previous, w);
  keys[n++] = key2(17, previous, suffix3);
  keys[n++] = key2(18, word[i - 1], w);
  keys[n++] = key2(19, w, word[i + 1]);
  keys[n++] = key2(20, previous, word[i + 1]);
  keys[n++] = key1(21, tagSet[i + 1]);
  keys[n++] = key2(22, tagSet[i], tagSet[i + 1]);
  keys[n++] = key2(23, previous, tagSet[i + 1]);
  keys[n++] = key3(24, previous, tagSet[i], tagSet[i + 1]);
  keys[n++] = key2(25, tagSet[i + 1], tagSet[i + 2]);
  keys[n++] = next < 0 ? key1(26, 0) : key1(26, lexemes.suffix3[next]);
  keys[n++] = last < 0 ? key1(27, 0) : key1(27, lexemes.suffix3[last]);
  keys[n++] = key1(28, fine[i]);
  keys[n++] = key1(29, coarse[i]);
  keys[n++] = key2(30, previous, fine[i]);
  keys[n++] = key1(31, fine[i - 1]);
  keys[n++] = key1(32, fine[i + 1]);
  keys[n++] = key2(33, coarse[i], coarse[i + 1]);
  keys[n++] = key2(34, coarse[i - 1], coarse[i]);
  keys[n++] = key2(35, w, s);
  keys[n++] = key3(36, previous, before, w);
  keys[n++] = key2(37, s, shape[i + 1]);
  keys[n++] = key2(38, lexemes.suffix2[id], previous);
  keys[n++] = key2(39, word[i - 1], word[i + 1]);
  return n;
}

/** Tags a prepared sentence from left to right; greedy, so that a tag once given is not taken back. */
export class Tagger {
  private readonly lexemes: Lexemes;
  private readonly scorer: Scorer;

  constructor(lexemes: Lexemes, scorer: Scorer) {
    this.lexemes = lexemes;
    this.scorer = scorer;
  }

  tag(work: Workspace): void {
    const { scorer, lexemes } = this;
    const end = PAD + work.length;
    for (let i = PAD; i < end; i++) {
      const set = lexemes.tagSets[work.tagSet[i]];
      if (set.length === 1) {
        work.tag[i] = set[0];
        continue;
      }
      const scores = scorer.score(tagFeatures(work, lexemes, i, scorer.keys));
      let best = set[0];
      for (let k = 1; k < set.length; k++) if (scores[set[k]] > scores[best]) best = set[k];
      work.tag[i] = best;
    }
  }
}
