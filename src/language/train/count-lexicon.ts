import { readFileSync } from "node:fs";
import { type Lexicon, patternOf } from "../lexemes.js";
import { normalise } from "../normalise.js";
import type { GoldSentence } from "./conllu.js";

/** The pairs of universal and Penn tag that a tagger may give. */
export interface TagPairs {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Index of a pair, or -1. */
  find(upos: number, xpos: number): number;
}

/** Pairs seen at least `least` times; the first two indices are padding's and the root's. */
export function countTagPairs(sentences: readonly GoldSentence[], least: number): TagPairs {
  const counts = new Map<number, number>();
  for (const s of sentences)
    for (let i = 0; i < s.upos.length; i++) counts.set(s.upos[i] * 64 + s.xpos[i], (counts.get(s.upos[i] * 64 + s.xpos[i]) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const pairs = [-1, -1, ...kept.map(([pair]) => pair)];
  const index = new Map(pairs.map((pair, i) => [pair, i]));
  return {
    upos: Uint8Array.from(pairs, (pair) => (pair < 0 ? 0 : pair >> 6)),
    xpos: Uint8Array.from(pairs, (pair) => (pair < 0 ? 0 : pair & 63)),
    find: (upos, xpos) => index.get(upos * 64 + xpos) ?? -1,
  };
}

export interface Clusters {
  readonly words: readonly string[];
  readonly classes: ArrayLike<number>;
  readonly coarse: ArrayLike<number>;
}

/** Reads what cluster-words.ts wrote: word, fine class, coarse class. */
export function readClusters(path: string): Clusters {
  const rows = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const coarse = new Uint16Array(rows.reduce((most, row) => Math.max(most, Number(row[1])), 0) + 1);
  for (const row of rows) coarse[Number(row[1])] = Number(row[2]);
  return { words: rows.map((row) => row[0]), classes: Uint16Array.from(rows, (row) => Number(row[1])), coarse };
}

/** A word this frequent keeps to the tags it was seen with. */
const SETTLED = 20;

/** Counts words and the tags they take. Words seen once have no weights of their own: they teach what unknown words are like. */
export function countLexicon(sentences: readonly GoldSentence[], pairs: TagPairs, clusters: Clusters): Lexicon {
  const words = new Map<string, Map<number, number>>();
  for (const s of sentences) {
    for (let i = 0; i < s.forms.length; i++) {
      const word = patternOf(normalise(s.forms[i]));
      let tags = words.get(word);
      if (!tags) words.set(word, (tags = new Map()));
      const tag = pairs.find(s.upos[i], s.xpos[i]);
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
    }
  }
  const open = openTags(words);
  const sets = new Map<string, number>([[open.join(), 0]]);
  const tagSets = [Uint8Array.from(open)];
  const kept: string[] = [];
  const tagSetOf: number[] = [];
  for (const [word, tags] of [...words].sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1))) {
    const count = total(tags);
    if (count < 2) continue;
    const set = tagSet(tags, count, open);
    let id = sets.get(set.join());
    if (id === undefined) {
      id = tagSets.length;
      sets.set(set.join(), id);
      tagSets.push(Uint8Array.from(set));
    }
    kept.push(word);
    tagSetOf.push(id);
  }
  return { words: kept, tagSetOf, tagSets, clusterWords: clusters.words, clusterOf: clusters.classes, coarseOf: clusters.coarse };
}

function total(tags: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of tags.values()) sum += count;
  return sum;
}

/** Tags that at least ten words have which were seen once. */
function openTags(words: ReadonlyMap<string, ReadonlyMap<number, number>>): number[] {
  const counts = new Map<number, number>();
  for (const tags of words.values()) if (total(tags) === 1) for (const tag of tags.keys()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([tag, count]) => tag >= 0 && count >= 10)
    .map(([tag]) => tag)
    .sort((a, b) => a - b);
}

function tagSet(tags: ReadonlyMap<number, number>, count: number, open: readonly number[]): number[] {
  const seen = [...tags].filter(([tag, times]) => tag >= 0 && (count < SETTLED || times > count / 500)).map(([tag]) => tag);
  const all = count >= SETTLED && seen.length > 0 ? seen : [...new Set([...seen, ...open])];
  return all.sort((a, b) => a - b);
}
