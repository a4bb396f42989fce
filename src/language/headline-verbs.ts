import { loadTable } from "../lexicon/table.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

/** Verb tags of the words of `headline-verbs`, by word. */
let words: ReadonlyMap<number, number> | null = null;

function table(): ReadonlyMap<number, number> {
  words ??= new Map(loadTable("headline-verbs").rows.map((row) => [vocabulary.id(row.form), P[row.tag as "VBP" | "VBZ"]]));
  return words;
}

const BEFORE = new Set<number>([U.NOUN, U.PROPN, U.ADJ, U.DET, U.NUM]);

/**
 * "Crash leaves 12 dead", "Gunmen free 11 pupils": a word that the tagger took for a noun or an adjective, between the nouns that open
 * a sentence and a number, is its verb. Changes tags in place.
 */
export function mendHeadlineVerbs(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let i = PAD; i + 1 < end; i++) {
    const tag = work.tag[i];
    const verb = i > PAD ? table().get(work.norm[i]) : undefined;
    if (verb !== undefined && tags.upos[tag] !== U.VERB && fits(work, tags, i, verb)) {
      const is = tagOf(tags, verb);
      if (is >= 0) work.tag[i] = is;
      return;
    }
    if (!BEFORE.has(tags.upos[tag])) return;
  }
}

/** A number behind it, and before it the noun that the form of the verb asks for. */
function fits(work: Workspace, tags: TagColumns, i: number, verb: number): boolean {
  const before = tags.xpos[work.tag[i - 1]];
  const subject = verb === P.VBP ? before === P.NNS || before === P.NNPS : before === P.NN || before === P.NNP;
  return subject && tags.xpos[work.tag[i + 1]] === P.CD;
}

function tagOf({ upos, xpos }: TagColumns, verb: number): number {
  for (let k = 0; k < xpos.length; k++) if (xpos[k] === verb && upos[k] === U.VERB) return k;
  return -1;
}
