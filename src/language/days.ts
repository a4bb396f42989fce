import { Ids } from "./ids.js";
import type { Lexemes } from "./lexemes.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const idsOf = (...words: readonly string[]): Ids => new Ids(words.map((w) => vocabulary.id(w)));
const WEEKDAYS = idsOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
const DAYS = idsOf("today", "yesterday", "tonight");
const PARTS = idsOf("late", "early");
/** What makes one name of itself and a weekday, or one time. */
const NAMED = idsOf(
  "easter",
  "super",
  "black",
  "bloody",
  "palm",
  "good",
  "ash",
  "cyber",
  "holy",
  "fat",
  "last",
  "next",
  "this",
  "each",
  "every",
);

/** What the sentence is read with and its tags are known by. */
export interface DayTools extends TagColumns {
  readonly lexemes: Lexemes;
}

/** Days taken out of a sentence: where each stood, its word and its tag. */
interface Aside {
  readonly at: number;
  readonly norm: number;
  readonly shape: number;
  readonly tag: number;
}

/**
 * "A court Saturday convicted two men", "police arrested Monday a man of 30": days that stand bare between a subject and its verb, or a verb and
 * its object, as American papers put them and few treebanks do. They are taken out before the sentence is tagged and parsed, and hung on the verb
 * afterwards (`putBack`). Returns what was taken out, in order; null where nothing was, and the tags of the sentence as a whole hold.
 */
export function takeOut(work: Workspace, tools: DayTools): readonly Aside[] | null {
  let out: Aside[] | null = null;
  const end = PAD + work.length;
  for (let i = PAD + 1; i + 1 < end; i++) {
    const norm = work.norm[i];
    if ((!WEEKDAYS.has(norm) && !DAYS.has(norm)) || !stands(work, tools, i)) continue;
    out ??= [];
    const first = PARTS.has(work.norm[i - 1]) ? i - 1 : i;
    for (let k = first; k <= i; k++) out.push({ at: k, norm: work.norm[k], shape: work.shape[k], tag: work.tag[k] });
  }
  if (out) close(work, tools.lexemes, out);
  return out;
}

/** Whether a day stands bare between a noun and a finite verb, or between a verb and its object. */
function stands(work: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  const before = PARTS.has(work.norm[i - 1]) ? i - 2 : i - 1;
  if (before < PAD || NAMED.has(work.norm[before])) return false;
  const [x, u] = [xpos[work.tag[before]], upos[work.tag[before]]];
  const next = work.tag[i + 1];
  if (u === U.VERB) return (x === P.VBD || x === P.VBN) && (xpos[next] === P.DT || xpos[next] === P.CD || xpos[next] === P.PRP$);
  if (u !== U.NOUN && u !== U.PROPN) return false;
  if (isFiniteTag(xpos[next]) || xpos[next] === P.MD) return true;
  return upos[next] === U.VERB && work.finite[i + 1] >= 0 && xpos[next] === P.VBN;
}

/** Closes the gaps, and readies the sentence for tagging without them. */
function close(work: Workspace, lexemes: Lexemes, out: readonly Aside[]): void {
  let to = PAD;
  let next = 0;
  for (let i = PAD; i < PAD + work.length; i++) {
    if (next < out.length && out[next].at === i) {
      next++;
      continue;
    }
    work.norm[to] = work.norm[i];
    work.shape[to] = work.shape[i];
    to++;
  }
  work.length -= out.length;
  work.prepare(lexemes, false);
}

/** Puts the days back where they stood, each on the verb beside it. */
export function putBack(work: Workspace, out: readonly Aside[], { upos, xpos, lexemes }: DayTools): void {
  const before = work.length;
  work.length += out.length;
  const root = PAD + before;
  const place = new Int32Array(before + 1);
  let next = 0;
  for (let i = PAD, from = 0; i < PAD + work.length; i++) {
    if (next < out.length && out[next].at === i) next++;
    else place[from++] = i;
  }
  place[before] = PAD + work.length;
  for (let k = before - 1; k >= 0; k--) {
    const [from, to] = [PAD + k, place[k]];
    work.norm[to] = work.norm[from];
    work.shape[to] = work.shape[from];
    work.tag[to] = work.tag[from];
    work.finite[to] = work.finite[from];
    work.short[to] = work.short[from];
    work.label[to] = work.label[from];
    work.head[to] = work.head[from] === root ? PAD + work.length : place[work.head[from] - PAD];
  }
  for (const { at, norm, shape, tag } of out) {
    work.norm[at] = norm;
    work.shape[at] = shape;
    work.tag[at] = tag;
    work.finite[at] = -1;
  }
  work.prepare(lexemes, false);
  for (let k = out.length - 1; k >= 0; k--) hang(work, out[k].at, { upos, xpos });
}

/** A day hangs on the verb behind it, or the one before it; "late" on its day. */
function hang(work: Workspace, at: number, { upos, xpos }: TagColumns): void {
  if (PARTS.has(work.norm[at])) {
    work.head[at] = at + 1;
    work.label[at] = R.amod;
    return;
  }
  const before = PARTS.has(work.norm[at - 1]) ? at - 2 : at - 1;
  const verb = upos[work.tag[before]] === U.VERB ? before : at + 1;
  const isNoun = verb > at && xpos[work.tag[verb]] === P.VBN && work.label[verb] === R.acl && work.head[verb] <= before;
  const isHelper = verb > at && work.head[verb] > verb && work.head[verb] < PAD + work.length;
  work.head[at] = isNoun ? work.head[verb] : isHelper ? work.head[verb] : verb;
  work.label[at] = isNoun ? R["nmod:unmarked"] : R["obl:unmarked"];
}
