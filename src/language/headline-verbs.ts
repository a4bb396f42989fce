import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

/** Verb tags of the words of `headline-verbs`, by word. */
let words: ReadonlyMap<number, number> | null = null;

function table(): ReadonlyMap<number, number> {
  words ??= new Map(loadTable("headline-verbs").rows.map((row) => [vocabulary.id(row.form), P[row.tag as "VBP" | "VBZ" | "VBD"]]));
  return words;
}

const BEFORE = new Ids([U.NOUN, U.PROPN, U.ADJ, U.DET, U.NUM, U.PRON]);
/** Words that say where the subject of a headline is, between it and its verb: "Air strike on hospital kills more than 30". */
const WHERE = new Ids(["on", "at", "in", "near", "outside", "of", "from"].map((w) => vocabulary.id(w)));
const MORE = new Set(
  ["more", "at", "up", "nearly", "about", "over", "dozens", "scores", "hundreds", "several"].map((w) => vocabulary.id(w)),
);
const STOP = vocabulary.id(".");
const COLON = vocabulary.id(":");
const OWNER = vocabulary.id("'s");
const AFTER = new Ids(["after", "as", "when"].map((w) => vocabulary.id(w)));

/**
 * "Crash leaves 12 dead", "Gunmen free 11 pupils", "His lawyer accused officers of it": a word that the tagger took for a noun or an
 * adjective, between the nouns that open a sentence (or what follows "after" in a headline) and a number, is its verb; in a headline,
 * which has no full stop, before any other noun too, or before a second such verb. Changes tags in place.
 */
export function mendHeadlineVerbs(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  const whole = work.norm[end - 1] === STOP;
  let opens = true;
  for (let i = PAD; i + 1 < end; i++) {
    const tag = work.tag[i];
    const verb = i > PAD && opens ? table().get(work.norm[i]) : undefined;
    if (verb !== undefined && tags.xpos[tag] !== verb && fits(work, tags, i, verb, whole)) {
      const is = tagOf(tags, verb);
      if (is >= 0) work.tag[i] = is;
      return;
    }
    if (verb === P.VBZ && !whole && isFirstOfTwo(work, tags, i)) {
      const is = tagOf(tags, verb);
      if (is >= 0) work.tag[i] = work.tag[i + 2] = is;
      return;
    }
    if (!BEFORE.has(tags.upos[tag])) {
      if (whole) return;
      // "Brazil's top court convicts governor"
      if (opens && i > PAD && (WHERE.has(work.norm[i]) || work.norm[i] === OWNER)) continue;
      // "Lagos: Court jails governor"
      opens = AFTER.has(work.norm[i]) || work.norm[i] === COLON;
    }
  }
}

/** Behind it a number (or, in a headline, a noun phrase), and before it the noun that the form of the verb asks for. */
function fits(work: Workspace, tags: TagColumns, i: number, verb: number, whole: boolean): boolean {
  const tag = tags.upos[work.tag[i]];
  const before = tags.xpos[work.tag[i - 1]];
  const next = tags.xpos[work.tag[i + 1]];
  if (verb === P.VBD) return NOUNS.has(before) && (next === P.NN || next === P.NNS) && hasOf(work, i + 2);
  if (tag === U.VERB) return false;
  const subject = verb === P.VBP ? before === P.NNS || before === P.NNPS : before === P.NN || before === P.NNP;
  return (
    subject && (next === P.CD || (!whole && verb === P.VBZ && MORE.has(work.norm[i + 1])) || (!whole && verb === P.VBZ && PHRASE.has(next)))
  );
}

/** "Officer shoots, kills man": two verbs of a headline with a comma between them, and what both are done to behind. */
function isFirstOfTwo(work: Workspace, tags: TagColumns, i: number): boolean {
  if (i + 3 >= PAD + work.length || work.norm[i + 1] !== COMMA || table().get(work.norm[i + 2]) !== P.VBZ) return false;
  const before = tags.xpos[work.tag[i - 1]];
  const next = tags.xpos[work.tag[i + 3]];
  return (before === P.NN || before === P.NNP) && (next === P.CD || PHRASE.has(next));
}

const COMMA = vocabulary.id(",");
const NOUNS = new Ids([P.NN, P.NNS, P.NNP, P.NNPS]);
const PHRASE = new Ids([P.NN, P.NNS, P.NNP, P.JJ, P.DT]);
const OF = new Ids(["of", "for"].map((w) => vocabulary.id(w)));
/** How far behind whom somebody accuses the deed may be told. */
const REACH = 4;

function hasOf(work: Workspace, from: number): boolean {
  for (let i = from; i < Math.min(from + REACH, PAD + work.length); i++) if (OF.has(work.norm[i])) return true;
  return false;
}

function tagOf({ upos, xpos }: TagColumns, verb: number): number {
  for (let k = 0; k < xpos.length; k++) if (xpos[k] === verb && upos[k] === U.VERB) return k;
  return -1;
}
