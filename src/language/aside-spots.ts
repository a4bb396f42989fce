import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const idsOf = (...words: readonly string[]): Ids => new Ids(words.map((w) => vocabulary.id(w)));
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAYS = idsOf(...WEEKDAYS, "today", "yesterday", "tonight");
const LENGTHS = idsOf("week", "month", "year", "night", "morning", "evening", "afternoon");
const OPENS_TIME = idsOf("on", "in", "late", "early", "last", ...WEEKDAYS, "today", "yesterday", "tonight");
const CALLING = vocabulary.id("calling");
const ITSELF = idsOf("itself", "themselves", "himself", "herself");
/** What names are made of, and how long they are. */
const NAMING = new Ids([U.DET, U.ADJ, U.NOUN, U.PROPN, U.ADP, U.CCONJ, U.NUM]);
const LONGEST_NAME = 14;
/** "a man [accused of killing his wife] has pleaded not guilty": participles of law, and what stands behind them. */
const ACCUSED = idsOf("accused", "charged", "convicted", "suspected", "arrested", "acquitted", "cleared", "jailed", "sentenced", "wanted");
const BEHIND_ACCUSED = idsOf("of", "with", "for", "in", "over");
const OPENS_CLAUSE = idsOf("after", "before", "since", "until", "as", "while");
const LONGEST_ACCUSED = 25;
const HELPERS = idsOf("is", "are", "was", "were", "been", "has", "have", "had", "will", "would", "could", "should", "be");
const IN_TIME = idsOf("the", "this", "of");
const COMMA = vocabulary.id(",");
/** Words that open a clause whose subject follows. */
const CLAUSE = idsOf("that", "if", "because", "while", "although", "though");
/** What opens something else than where, when or how between commas: "including", "as well as", "like". */
const NO_PHRASE = idsOf("including", "as", "like", "than", "that", "because", "if", "while", "although", "though", "whether", "of");
/** Longest phrase between commas, and longest time between a helping verb and its verb, in tokens. */
const LONGEST_PHRASE = 25;
const LONGEST_TIME = 7;
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
const OPEN = vocabulary.id("(");
const CLOSE = vocabulary.id(")");
const DASH = vocabulary.id("--");
const QUOTE = vocabulary.id('"');
const MARKS = idsOf("''", ";", ":", ".");
/** A dash among the first words may stand behind a dateline. */
const DATELINE = 6;
/** Longest aside, in tokens; fewest tokens that a sentence keeps beside its asides. */
const LONGEST = 60;
const FEWEST = 3;

/**
 * Tokens `from` to `to`, the latter not included and the first of the sentence 0, that are read apart from it. `day`: a bare day, at its end.
 * `time`: when, between a helping verb and its verb. `naming`: "calling itself the Red Brigade". `accused`: "charged with killing two people". `brackets`, `dashes`, `phrase` (between commas): with a mark on either side.
 */
export interface Aside {
  readonly kind: "day" | "time" | "naming" | "accused" | "brackets" | "dashes" | "phrase";
  readonly from: number;
  readonly to: number;
}

const NONE: Aside[] = [];

let months: Ids | null = null;

function monthWords(): Ids {
  months ??= new Ids(loadTable("months").rows.map((row) => vocabulary.id(row.word)));
  return months;
}

/** The asides of a tagged sentence, in order. */
export function asidesOf(work: Workspace, tools: TagColumns): readonly Aside[] {
  let out: Aside[] = NONE;
  const { norm, length } = work;
  let rest = length;
  for (let k = 1; k + 1 < length; k++) {
    const id = norm[PAD + k];
    const last = out.at(-1);
    const found =
      id === OPEN
        ? aside("brackets", k, endOfBrackets(work, tools, k))
        : id === DASH
          ? aside("dashes", k, endOfDashes(work, tools, k))
          : id === COMMA
            ? aside("phrase", k, endOfPhrase(work, tools, k))
            : OPENS_TIME.has(id) && HELPERS.has(norm[PAD + k - 1])
              ? aside("time", k, endOfTime(work, tools, k))
              : id === CALLING && ITSELF.has(norm[PAD + k + 1])
                ? aside("naming", k, endOfNaming(work, tools, k))
                : ACCUSED.has(id)
                  ? aside("accused", k, endOfAccused(work, tools, k))
                  : DAYS.has(id) && standsBare(work, tools, PAD + k, last?.to === k ? PAD + last.from - 1 : -1)
                    ? aside("day", PARTS.has(norm[PAD + k - 1]) ? k - 1 : k, k + 1)
                    : null;
    if (!found) continue;
    rest -= found.to - found.from;
    if (out === NONE) out = [];
    out.push(found);
    k = found.to - 1;
  }
  return rest < FEWEST ? NONE : out;
}

function aside(kind: Aside["kind"], from: number, to: number): Aside | null {
  return to < 0 ? null : { kind, from, to };
}

/** Behind when something was, where that stands between a helping verb and its verb ("was on Tuesday night sentenced"); else -1. */
function endOfTime(work: Workspace, { upos }: TagColumns, k: number): number {
  let isTime = false;
  let to = k;
  for (; to < work.length - 1 && to - k <= LONGEST_TIME; to++) {
    const id = work.norm[PAD + to];
    if (DAYS.has(id) || monthWords().has(id) || LENGTHS.has(id) || (to > k && upos[work.tag[PAD + to]] === U.NUM)) isTime = true;
    else if (!OPENS_TIME.has(id) && !IN_TIME.has(id)) break;
  }
  const next = PAD + to;
  return isTime && (upos[work.tag[next]] === U.VERB || work.finite[next] >= 0) ? to : -1;
}

/** Behind the name that somebody gives itself, where a finite verb follows it ("a group calling itself the Red Brigade said"); else -1. */
function endOfNaming(work: Workspace, { upos, xpos }: TagColumns, k: number): number {
  const before = upos[work.tag[PAD + k - 1]];
  if (before !== U.NOUN && before !== U.PROPN) return -1;
  for (let to = k + 2; to < work.length - 1 && to - k <= LONGEST_NAME; to++) {
    const tag = work.tag[PAD + to];
    if (upos[tag] === U.AUX || (upos[tag] === U.VERB && isFiniteTag(xpos[tag]))) return to > k + 2 ? to : -1;
    if (!NAMING.has(upos[tag])) return -1;
  }
  return -1;
}

/**
 * Behind what a participle of law tells of a subject that it stands right behind, where the finite verb of that subject follows ("A nurse [charged
 * with murdering two babies] denies it"); else -1. Not where a clause or a comma parts the two.
 */
function endOfAccused(work: Workspace, tags: TagColumns, k: number): number {
  const { upos, xpos } = tags;
  const x = xpos[work.tag[PAD + k]];
  if ((x !== P.VBN && x !== P.JJ) || !BEHIND_ACCUSED.has(work.norm[PAD + k + 1]) || !isSubjectBefore(work, tags, k)) return -1;
  for (let to = k + 2; to < work.length - 1 && to - k <= LONGEST_ACCUSED; to++) {
    const tag = work.tag[PAD + to];
    const [u, fine] = [upos[tag], xpos[tag]];
    if (u === U.AUX ? isFiniteTag(fine) || fine === P.MD : u === U.VERB && isFiniteTag(fine))
      return to > k + 2 ? behindAdverbs(work, tags, to) : -1;
    if (
      u === U.PUNCT ||
      u === U.SCONJ ||
      OPENS_CLAUSE.has(work.norm[PAD + to]) ||
      fine === P.WP ||
      fine === P.WDT ||
      fine === P.WRB ||
      fine === P.PRP
    )
      return -1;
  }
  return -1;
}

/** "[accused of killing two people] first wanted to flee": adverbs right before the verb are the verb's. */
function behindAdverbs(work: Workspace, { upos }: TagColumns, verb: number): number {
  let to = verb;
  while (upos[work.tag[PAD + to - 1]] === U.ADV) to--;
  return to;
}

/**
 * Behind the second of two commas that hold a phrase between a subject, which opens the sentence or its clause, and its finite verb ("Police, in
 * a statement on Monday, said"); else -1.
 */
function endOfPhrase(work: Workspace, tags: TagColumns, k: number): number {
  const { upos, xpos } = tags;
  const { norm, length, tag } = work;
  if (xpos[tag[PAD + k + 1]] !== P.IN || NO_PHRASE.has(norm[PAD + k + 1]) || !isSubjectBefore(work, tags, k)) return -1;
  for (let to = k + 2; to < length - 1 && to - k <= LONGEST_PHRASE; to++) {
    const id = norm[PAD + to];
    if (id === OPEN || id === DASH || id === QUOTE || MARKS.has(id)) return -1;
    if (id !== COMMA) continue;
    const next = tag[PAD + to + 1];
    const isVerb = upos[next] === U.AUX || (upos[next] === U.VERB && isFiniteTag(xpos[next]));
    return isVerb ? to + 1 : -1;
  }
  return -1;
}

/** Whether what stands before a token is a noun, or "who", that no verb stands before in its clause. */
function isSubjectBefore(work: Workspace, { upos, xpos }: TagColumns, k: number): boolean {
  for (let i = PAD + k - 1; i >= PAD; i--) {
    const [u, x] = [upos[work.tag[i]], xpos[work.tag[i]]];
    if (i === PAD + k - 1 && u !== U.NOUN && u !== U.PROPN && x !== P.WP && x !== P.WDT) return false;
    if (u === U.VERB || u === U.AUX || work.norm[i] === COMMA) return false;
    if (x === P.WP || x === P.WDT || x === P.WRB) return true;
    if (u === U.SCONJ) return CLAUSE.has(work.norm[i]);
  }
  return true;
}

/** Behind the closing bracket, where what is in brackets stands behind a noun and is no word of the sentence; else -1. */
function endOfBrackets(work: Workspace, { upos }: TagColumns, k: number): number {
  const { norm, length } = work;
  const before = upos[work.tag[PAD + k - 1]];
  if (before !== U.NOUN && before !== U.PROPN && before !== U.NUM) return -1;
  for (let to = k + 1; to < length && to - k <= LONGEST; to++) {
    const id = norm[PAD + to];
    if (id === OPEN) return -1;
    if (id === CLOSE) return to === k + 1 ? -1 : to + 1;
  }
  return -1;
}

/** Behind the second of the only two dashes of a sentence that is one without what they hold; else -1. */
function endOfDashes(work: Workspace, { upos, xpos }: TagColumns, k: number): number {
  const { norm, length } = work;
  let second = -1;
  let isWhole = k > DATELINE;
  let quotes = 0;
  for (let i = 0; i < length; i++) {
    const id = norm[PAD + i];
    if (id === DASH && i !== k) {
      if (second >= 0 || i < k) return -1;
      second = i;
    } else if (i > k && second < 0 && MARKS.has(id)) return -1;
    if (i > k && second < 0) {
      if (id === QUOTE) quotes++;
      continue;
    }
    const tag = work.tag[PAD + i];
    if ((upos[tag] === U.VERB && isFiniteTag(xpos[tag])) || upos[tag] === U.AUX) isWhole = true;
  }
  return second < k + 2 || second - k > LONGEST || second > length - 3 || !isWhole || quotes % 2 === 1 ? -1 : second + 1;
}

/** Whether a day stands bare between a noun and a finite verb, or between a verb and its object; `over` is the word that stands before it beyond brackets, or -1. */
function standsBare(work: Workspace, { upos, xpos }: TagColumns, i: number, over: number): boolean {
  const before = over >= 0 ? over : PARTS.has(work.norm[i - 1]) ? i - 2 : i - 1;
  if (before < PAD || NAMED.has(work.norm[before])) return false;
  const [x, u] = [xpos[work.tag[before]], upos[work.tag[before]]];
  const next = work.tag[i + 1];
  if (u === U.VERB) return (x === P.VBD || x === P.VBN) && (xpos[next] === P.DT || xpos[next] === P.CD || xpos[next] === P.PRP$);
  if (u !== U.NOUN && u !== U.PROPN) return false;
  if (isFiniteTag(xpos[next]) || xpos[next] === P.MD) return true;
  return upos[next] === U.VERB && work.finite[i + 1] >= 0 && (xpos[next] === P.VBN || xpos[next] === P.VB);
}
