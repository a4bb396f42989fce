import { R, U } from "./tags.js";
import { PAD, type Workspace } from "./workspace.js";

/**
 * Leaves one root in a parsed sentence: the first of those the parser left that is a verb, else the first that is no mark; the others
 * hang on it. Changes heads and labels in place.
 */
export function mendRoots(work: Workspace, upos: Uint8Array): void {
  const end = PAD + work.length;
  let count = 0;
  let best = -1;
  let rank = -1;
  for (let i = PAD; i < end; i++) {
    if (work.head[i] !== end) continue;
    count++;
    const tag = upos[work.tag[i]];
    const value = tag === U.PUNCT ? 0 : tag === U.VERB || tag === U.AUX ? 2 : 1;
    if (value > rank) {
      rank = value;
      best = i;
    }
  }
  if (count < 2) return;
  for (let i = PAD; i < end; i++) {
    if (work.head[i] !== end || i === best) continue;
    work.head[i] = best;
    work.label[i] = upos[work.tag[i]] === U.PUNCT ? R.punct : R.parataxis;
  }
}
