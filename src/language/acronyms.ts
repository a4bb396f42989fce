import { Ids } from "./ids.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, SHAPE_UPPER, type Workspace } from "./workspace.js";

/** Names of organisations that are spelt as common words are, and the names that a tagger takes them for. */
const STANDS_FOR: ReadonlyMap<number, number> = new Map(
  [
    ["is", "isis"],
    ["who", "unicef"],
  ].map(([acronym, name]) => [vocabulary.id(acronym), vocabulary.id(name)]),
);

/** Words beside a stressed one: "It IS over", "This IS the end". */
const BEFORE_STRESS: ReadonlySet<number> = new Ids(
  ["it", "he", "she", "this", "that", "what", "there", "who", "which"].map((w) => vocabulary.id(w)),
);
const BEHIND_STRESS: ReadonlySet<number> = new Ids(["a", "an", "the", "not", "no", "n't"].map((w) => vocabulary.id(w)));

/** "IS" and "WHO", in capitals where other words have small letters, are names: "joined IS in Syria", "the WHO said". Changes norms in place, before the sentence is tagged. */
export function nameAcronyms(work: Workspace): void {
  const end = PAD + work.length;
  for (let i = PAD; i < end; i++) {
    const name = work.shape[i] === SHAPE_UPPER ? STANDS_FOR.get(work.norm[i]) : undefined;
    if (name !== undefined && !isStressed(work, i, end)) work.norm[i] = name;
  }
}

/** "CLINTON IS AHEAD As the race tightens", "It IS over". */
function isStressed({ norm, shape }: Workspace, i: number, end: number): boolean {
  const before = i > PAD && (shape[i - 1] === SHAPE_UPPER || BEFORE_STRESS.has(norm[i - 1]));
  return before || (i + 1 < end && (shape[i + 1] === SHAPE_UPPER || BEHIND_STRESS.has(norm[i + 1])));
}
