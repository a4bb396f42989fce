import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

/** By how much a word may have fallen short of being a finite verb, in steps of the tagger's scores. */
const SHORT = 64;
/** The same of a participle to which "and" joins a finite verb. */
const JOINED_SHORT = 160;
/** Fewer words say nothing: a caption, a name, a time. */
const FEWEST = 4;
/** How far before the full stop, and behind its comma, the verb of a closing "police said Tuesday" may stand. */
const REACH = 6;

const idsOf = (...words: readonly string[]): ReadonlySet<number> => new Set(words.map((w) => vocabulary.id(w)));
const STOP = vocabulary.id(".");
const COMMA = vocabulary.id(",");
const BY = vocabulary.id("by");
const BUT = vocabulary.id("but");
const CLOSING = idsOf('"', "”", "''", "’");
/** Marks that no clause reaches beyond. */
const MARKS = idsOf(".", ";", ":", "(", ")", "[", "]", "–", "—");

type Kind = "saying" | "relative" | "clause";

let kinds: ReadonlyMap<number, Kind> | null = null;

/** Why a word asks for a finite verb behind it. */
function kindOf(norm: number): Kind | undefined {
  kinds ??= new Map(loadTable("clause-words").rows.map((row) => [vocabulary.id(row.word), row.kind as Kind]));
  return kinds.get(norm);
}

/**
 * A sentence that ends in a full stop has a finite verb; so has what somebody is said to say, and what follows "who" or "when". Where the
 * tagger gave none, the word that came nearest to being one becomes it: in "Patrol deputies detained nine witnesses", "detained" was taken
 * for a participle. Headlines and captions, which end in no full stop, stay as they are. Changes tags in place, before the sentence is
 * parsed.
 */
export function mendFinite(work: Workspace, tags: TagColumns): void {
  const end = endOf(work);
  if (end - PAD >= FEWEST) {
    mendMain(work, tags, end);
    mendFirst(work, tags, end);
  }
  for (let i = PAD + 1; i < PAD + work.length; i++) if (opensClause(work, tags, i)) mendClause(work, tags, i);
}

/** The sentence as a whole, or what its only finite verb says that somebody said. */
function mendMain(work: Workspace, tags: TagColumns, end: number): void {
  let found = -1;
  for (let i = PAD; i < end; i++) {
    if (!isVerb(work, tags, i)) continue;
    if (found >= 0 || kindOf(work.norm[i]) !== "saying") return;
    found = i;
  }
  if (found < 0) {
    mend(work, tags, PAD, end);
    return;
  }
  const comma = commaBefore(work, found);
  if (comma > 0 && end - found <= REACH) mend(work, tags, PAD, comma);
  else if (comma < 0 && tags.upos[work.tag[found + 1]] !== U.ADP) mend(work, tags, found + 1, end);
}

/** What "and" joins a finite verb to has one itself: "harboured hatred towards judges, and had considered attacking them". */
function mendFirst(work: Workspace, tags: TagColumns, end: number): void {
  for (let i = PAD + 1; i < end; i++) {
    if (isVerb(work, tags, i) || MARKS.has(work.norm[i])) return;
    if (tags.upos[work.tag[i]] !== U.CCONJ || !isFiniteTag(tags.xpos[work.tag[i + 1]])) continue;
    mend(work, tags, PAD, i, JOINED_SHORT);
    return;
  }
}

/** From a word that asks for a finite verb to the next, or to a mark. */
function mendClause(work: Workspace, tags: TagColumns, opener: number): void {
  let to = opener + 1;
  for (; to < PAD + work.length && !endsClause(work, tags, to); to++) if (isVerb(work, tags, to)) return;
  mend(work, tags, opener, to);
}

function endsClause(work: Workspace, tags: TagColumns, i: number): boolean {
  const joins = work.norm[i] === COMMA && work.norm[i + 1] === BUT;
  return joins || MARKS.has(work.norm[i]) || opensClause(work, tags, i);
}

/** "who", "which" and "that" where they stand for somebody or something, "that" and "when" where they open what they are about. */
function opensClause({ norm, tag }: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  const kind = kindOf(norm[i]);
  const x = xpos[tag[i]];
  if (kind === "relative") return (x === P.WP || x === P.WDT || x === P.IN) && upos[tag[i - 1]] !== U.ADP;
  return kind === "clause" && (x === P.IN || x === P.WRB);
}

/** Where the sentence's full stop stands; PAD where it ends in none. */
function endOf(work: Workspace): number {
  let last = PAD + work.length - 1;
  while (last > PAD && CLOSING.has(work.norm[last])) last--;
  return work.norm[last] === STOP ? last : PAD;
}

function commaBefore(work: Workspace, i: number): number {
  for (let k = i - 1; k > Math.max(PAD, i - REACH); k--) if (work.norm[k] === COMMA) return k;
  return -1;
}

/** A finite verb; a command or what is demanded ("that it meet our needs") too, which has the form of an infinitive without "to". */
function isVerb({ tag }: Workspace, { xpos }: TagColumns, i: number): boolean {
  const x = xpos[tag[i]];
  return isFiniteTag(x) || x === P.MD || (x === P.VB && xpos[tag[i - 1]] !== P.TO && xpos[tag[i - 1]] !== P.RB);
}

/** Makes the likeliest word of `[from, to)` a finite verb, if one is likely: behind somebody or something that can be its subject. */
function mend(work: Workspace, tags: TagColumns, from: number, to: number, short = SHORT): void {
  if (to - from < FEWEST) return;
  let best = -1;
  let subject = false;
  const who = kindOf(work.norm[from]) === "relative";
  for (let i = from; i < to; i++) {
    if (
      (subject || (who && tags.upos[work.tag[i]] !== U.NOUN)) &&
      isCandidate(work, tags, i) &&
      work.short[i] <= (isPast(work, tags, i) ? short : SHORT) &&
      (best < 0 || work.short[i] < work.short[best])
    )
      best = i;
    subject ||= SUBJECTS.has(tags.upos[work.tag[i]]);
  }
  if (best >= 0) work.tag[best] = work.finite[best];
}

/** A participle, or an adjective made of one, that may be a past tense as well. */
function isPast({ tag, finite }: Workspace, { xpos }: TagColumns, i: number): boolean {
  const x = xpos[tag[i]];
  return (x === P.VBN || x === P.JJ) && xpos[finite[i]] === P.VBD;
}

const SUBJECTS: ReadonlySet<number> = new Ids([U.NOUN, U.PROPN, U.PRON, U.NUM, U.DET]);
const TAKEN_FOR: ReadonlySet<number> = new Ids([U.NOUN, U.ADJ, U.VERB, U.ADP]);

/** "A child grazed by a bullet" stays what it is. */
function isCandidate({ norm, tag, finite }: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  const x = xpos[tag[i]];
  return finite[i] >= 0 && TAKEN_FOR.has(upos[tag[i]]) && x !== P.VB && x !== P.VBG && !(x === P.VBN && norm[i + 1] === BY);
}
