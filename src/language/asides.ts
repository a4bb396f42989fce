import { Ids } from "./ids.js";
import type { Lexemes } from "./lexemes.js";
import { mendRoots } from "./roots.js";
import { mendTags, type TagColumns } from "./tag-pairs.js";
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

/** What a sentence is read with. */
export interface AsideTools extends TagColumns {
  readonly lexemes: Lexemes;
  readonly tagger: { tag(work: Workspace): void };
  readonly parser: { parse(work: Workspace): void };
}

/** Tokens `from` to `to`, the latter not included, that are read apart from their sentence. */
interface Aside {
  readonly kind: "day" | "brackets" | "dashes";
  readonly from: number;
  readonly to: number;
}

const NONE: Aside[] = [];
const MOST = 1024;
const norms = new Int32Array(MOST);
const shapes = new Int32Array(MOST);
const place = new Int32Array(MOST);
const kept = { tag: new Int32Array(MOST), head: new Int32Array(MOST), label: new Int32Array(MOST) };
const finite = new Int32Array(MOST);
const short = new Int32Array(MOST);

/**
 * Reads a tagged sentence that holds asides: what stands in brackets behind a noun ("the Left Front (LF)", "Ram Karthik (22)") or
 * between two dashes, and days that stand bare between a subject and its verb or a verb and its object, as American papers put them and few treebanks do ("A court Saturday
 * convicted two men"). The sentence is tagged and parsed by `readRest` as if it lacked them; what is in brackets or between dashes is read by itself and hangs
 * on the word before it, a day on the verb beside it. Returns false, and reads nothing, where the sentence holds none.
 */
export function readAsides(work: Workspace, tools: AsideTools, readRest: (work: Workspace) => void): boolean {
  const asides = asidesOf(work, tools);
  if (asides.length === 0) return false;
  const whole = work.length;
  norms.set(work.norm.subarray(PAD, PAD + whole));
  shapes.set(work.shape.subarray(PAD, PAD + whole));
  for (const { kind, from, to } of asides) {
    for (let k = from; k < to; k++) keep(work, k, -1, 0);
    if (kind !== "day") readInside(work, tools, whole, from, to);
  }
  const isOut = (k: number): boolean => asides.some(({ from, to }) => k >= from && k < to);
  load(
    work,
    tools.lexemes,
    Array.from({ length: whole }, (_, k) => k).filter((k) => !isOut(k)),
  );
  tools.tagger.tag(work);
  readRest(work);
  unload(work, whole, whole);
  restore(work, tools.lexemes, whole);
  for (let k = asides.length - 1; k >= 0; k--)
    if (asides[k].kind === "day") hangDay(work, tools, PAD + asides[k].from, PAD + asides[k].to - 1);
    else hangInside(work, tools, PAD + asides[k].from, PAD + asides[k].to - 1);
  return true;
}

/** Token numbers of the sentence, the first 0. */
function asidesOf(work: Workspace, tools: TagColumns): readonly Aside[] {
  let out: Aside[] = NONE;
  const { norm, length } = work;
  let rest = length;
  for (let k = 1; k + 1 < length; k++) {
    const id = norm[PAD + k];
    const last = out.at(-1);
    const isDay = (WEEKDAYS.has(id) || DAYS.has(id)) && standsBare(work, tools, PAD + k, last?.to === k ? PAD + last.from - 1 : -1);
    const to = isDay ? k + 1 : id === OPEN ? endOfBrackets(work, tools, k) : id === DASH ? endOfDashes(work, tools, k) : -1;
    if (to < 0) continue;
    const from = isDay && PARTS.has(norm[PAD + k - 1]) ? k - 1 : k;
    rest -= to - from;
    if (out === NONE) out = [];
    out.push({ kind: isDay ? "day" : id === OPEN ? "brackets" : "dashes", from, to });
    k = to - 1;
  }
  return rest < FEWEST ? NONE : out;
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

/** Reads what stands between the brackets as a sentence of its own; its tags are those that it had beside the brackets. */
function readInside(work: Workspace, tools: AsideTools, whole: number, from: number, to: number): void {
  load(
    work,
    tools.lexemes,
    Array.from({ length: to - from - 2 }, (_, k) => from + 1 + k),
  );
  for (let k = from + 1; k < to - 1; k++) work.tag[PAD + k - from - 1] = kept.tag[k];
  mendTags(work, tools);
  tools.parser.parse(work);
  mendRoots(work, tools.upos);
  unload(work, whole, -1);
  work.length = whole;
}

/** Makes a sentence of some tokens of the whole. */
function load(work: Workspace, lexemes: Lexemes, tokens: readonly number[]): void {
  tokens.forEach((token, k) => {
    place[k] = token;
    work.norm[PAD + k] = norms[token];
    work.shape[PAD + k] = shapes[token];
  });
  work.length = tokens.length;
  work.prepare(lexemes, false);
}

/** Keeps tags and heads of what was loaded, by the tokens of the whole; the root's head is `root`. */
function unload(work: Workspace, whole: number, root: number): void {
  const end = PAD + work.length;
  for (let k = 0; k < work.length; k++) {
    const head = work.head[PAD + k];
    const at = place[k];
    keep(work, at, head === end ? root : place[head - PAD], work.label[PAD + k]);
    kept.tag[at] = work.tag[PAD + k];
    finite[at] = work.finite[PAD + k];
    short[at] = work.short[PAD + k];
  }
  work.length = whole;
}

/** Keeps the tag that a token has as yet, and a head and a label. */
function keep(work: Workspace, token: number, head: number, label: number): void {
  kept.tag[token] = work.tag[PAD + token];
  kept.head[token] = head;
  kept.label[token] = label;
  finite[token] = -1;
  short[token] = 0;
}

function restore(work: Workspace, lexemes: Lexemes, whole: number): void {
  for (let k = 0; k < whole; k++) {
    const i = PAD + k;
    work.norm[i] = norms[k];
    work.shape[i] = shapes[k];
    work.tag[i] = kept.tag[k];
    work.finite[i] = finite[k];
    work.short[i] = short[k];
    work.head[i] = kept.head[k] < 0 ? -1 : PAD + kept.head[k];
    work.label[i] = kept.label[k];
  }
  work.prepare(lexemes, false);
}

/** A day hangs on the verb behind it, or the one before it; "late" on its day. */
function hangDay(work: Workspace, { upos, xpos }: TagColumns, first: number, day: number): void {
  if (first < day) {
    work.head[first] = day;
    work.label[first] = R.amod;
  }
  const before = first - 1;
  const next = day + 1;
  const isVerb = upos[work.tag[before]] === U.VERB;
  const isNoun = !isVerb && xpos[work.tag[next]] === P.VBN && work.label[next] === R.acl && work.head[next] <= before;
  const isHelper = !isVerb && work.head[next] > next && work.head[next] < PAD + work.length;
  work.head[day] = isVerb ? before : isNoun || isHelper ? work.head[next] : next;
  work.label[day] = isNoun ? R["nmod:unmarked"] : R["obl:unmarked"];
}

/** What an aside holds hangs on the word, or the name, before it; its marks on it. */
function hangInside(work: Workspace, tags: TagColumns, open: number, close: number): void {
  let word = open - 1;
  while (work.label[word] === R.flat && work.head[word] >= PAD && work.head[word] < word) word = work.head[word];
  let root = -1;
  for (let i = open + 1; i < close; i++) {
    if (work.head[i] >= 0) continue;
    root = i;
    work.head[i] = word;
    work.label[i] = tags.upos[work.tag[i]] === U.NUM && close === open + 2 ? R.nummod : asideLabel(work, tags, i, open, close);
  }
  for (const mark of [open, close]) {
    work.head[mark] = root;
    work.label[mark] = R.punct;
  }
}

function asideLabel(work: Workspace, { upos, xpos }: TagColumns, root: number, open: number, close: number): number {
  const tag = upos[work.tag[root]];
  const first = xpos[work.tag[open + 1]];
  if (upos[work.tag[open + 1]] === U.CCONJ && work.head[open + 1] === root) return R.conj;
  if (tag === U.VERB || tag === U.AUX) return first === P.WP || first === P.WDT ? R["acl:relcl"] : R.parataxis;
  for (let i = open + 1; i < close; i++) if (work.head[i] === root && work.label[i] === R.case) return R.nmod;
  return R.appos;
}
