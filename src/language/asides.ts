import { type Aside, asidesOf } from "./aside-spots.js";
import { Ids } from "./ids.js";
import type { Lexemes } from "./lexemes.js";
import { mendRoots } from "./roots.js";
import { mendTags, type TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { PAD, type Workspace } from "./workspace.js";

/** What a sentence is read with. */
export interface AsideTools extends TagColumns {
  readonly lexemes: Lexemes;
  readonly tagger: { tag(work: Workspace): void };
  readonly parser: { parse(work: Workspace): void };
}

const MOST = 1024;
const norms = new Int32Array(MOST);
const shapes = new Int32Array(MOST);
const place = new Int32Array(MOST);
const kept = { tag: new Int32Array(MOST), head: new Int32Array(MOST), label: new Int32Array(MOST) };
const finite = new Int32Array(MOST);
const short = new Int32Array(MOST);

/**
 * Reads a tagged sentence that holds asides: what stands in brackets behind a noun ("the Left Front (LF)", "Ram Karthik (22)") or
 * between two dashes; what a subject is accused of, before its verb ("A man accused of
 * murder has died"); phrases between commas that part a subject from its verb ("Police, in a statement on Monday, said"); and the time where few
 * treebanks have it: bare days beside the verb, as American papers put them ("A court Saturday convicted two men"), and between a helping verb and
 * its verb, as African and Indian papers do ("was on Tuesday sentenced"). The sentence is tagged and parsed by `readRest` as if it lacked them;
 * each is read by itself and hangs on the word before it, or the verb. Returns false, and reads nothing, where the sentence holds none.
 */
export function readAsides(work: Workspace, tools: AsideTools, readRest: (work: Workspace) => void): boolean {
  const asides = asidesOf(work, tools);
  if (asides.length === 0) return false;
  const accused = asides.filter(({ kind }) => kind === "accused");
  if (accused.length === 0) readWithout(work, tools, asides, readRest);
  else {
    // most often the parser sees by itself whose verb follows
    const others = asides.filter(({ kind }) => kind !== "accused");
    if (others.length === 0) readRest(work);
    else readWithout(work, tools, others, readRest);
    if (accused.every(({ from, to }) => isSubjectOf(work, PAD + from - 1, verbAt(work, PAD + verbBehind(work, tools, to))))) return true;
    tools.tagger.tag(work);
    readWithout(work, tools, asides, readRest);
  }
  return true;
}

function isSubjectOf(work: Workspace, noun: number, verb: number): boolean {
  const head = nameHead(work, noun);
  for (let at = head, step = 0; at >= PAD && at < verb && step < work.length; at = work.head[at], step++)
    if (work.head[at] === verb) return SUBJECT.has(work.label[at]);
  return false;
}

const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);

function readWithout(work: Workspace, tools: AsideTools, asides: readonly Aside[], readRest: (work: Workspace) => void): void {
  const whole = work.length;
  const verbs = asides.flatMap(({ kind, to }) => {
    const verb = verbBehind(work, tools, to);
    return kind === "accused" && hasObject(work, tools, verb) ? [{ to: verb, tag: work.tag[PAD + verb] }] : [];
  });
  norms.set(work.norm.subarray(PAD, PAD + whole));
  shapes.set(work.shape.subarray(PAD, PAD + whole));
  for (const { kind, from, to } of asides) {
    for (let k = from; k < to; k++) keep(work, k, -1, 0);
    if (kind === "time" || kind === "naming" || kind === "accused") readInside(work, tools, whole, from, to);
    else if (kind !== "day") readInside(work, tools, whole, from + 1, to - 1);
  }
  const isOut = (k: number): boolean => asides.some(({ from, to }) => k >= from && k < to);
  load(
    work,
    tools.lexemes,
    Array.from({ length: whole }, (_, k) => k).filter((k) => !isOut(k)),
  );
  tools.tagger.tag(work);
  for (const { to, tag } of verbs) for (let k = 0; k < work.length; k++) if (place[k] === to) work.tag[PAD + k] = tag;
  readRest(work);
  unload(work, whole, whole);
  restore(work, tools.lexemes, whole);
  for (let k = asides.length - 1; k >= 0; k--) hang(work, tools, asides[k]);
}

/** The token behind adverbs. */
function verbBehind({ tag, length }: Workspace, { upos }: TagColumns, from: number): number {
  let verb = from;
  while (verb < length - 1 && upos[tag[PAD + verb]] === U.ADV) verb++;
  return verb;
}

/** Whether no preposition follows a verb, and no stop: "told police", not "released on bail", it is no participle then. */
function hasObject(work: Workspace, { upos }: TagColumns, verb: number): boolean {
  const next = upos[work.tag[PAD + verb + 1]];
  return next !== U.ADP && next !== U.PUNCT;
}

/** Reads the tokens `from` to `to` as a sentence of its own; its tags are those that they had in the whole. */
function readInside(work: Workspace, tools: AsideTools, whole: number, from: number, to: number): void {
  load(
    work,
    tools.lexemes,
    Array.from({ length: to - from }, (_, k) => from + k),
  );
  for (let k = from; k < to; k++) work.tag[PAD + k - from] = kept.tag[k];
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

function hang(work: Workspace, tools: TagColumns, { kind, from, to }: Aside): void {
  const [first, end] = [PAD + from, PAD + to];
  if (kind === "day") hangDay(work, tools, first, end - 1);
  else if (kind === "time") hangRoot(work, tools, [first, end], verbAt(work, end), R.obl);
  else if (kind === "naming") hangNaming(work, tools, first, end);
  else if (kind === "accused") hangRoot(work, tools, [first, end], nameHead(work, first - 1), R.acl);
  else {
    const root = hangInside(work, tools, kind, first, end - 1);
    for (const mark of [first, end - 1]) {
      work.head[mark] = root;
      work.label[mark] = R.punct;
    }
  }
}

/** "calling itself the Red Brigade" hangs on the noun before it, and the name on "calling". */
function hangNaming(work: Workspace, tools: TagColumns, calling: number, end: number): void {
  const root = hangRoot(work, tools, [calling, end], calling - 1, R.acl);
  if (root === calling) return;
  work.head[root] = calling;
  work.label[root] = R.xcomp;
  work.head[calling] = calling - 1;
  work.label[calling] = R.acl;
}

/** The verb of a finite verb, which may only help it. */
function verbAt(work: Workspace, i: number): number {
  const head = work.head[i];
  return head > i && head < PAD + work.length && (work.label[i] === R.aux || work.label[i] === R["aux:pass"] || work.label[i] === R.cop)
    ? head
    : i;
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
  work.head[day] = isVerb ? before : isNoun ? work.head[next] : verbAt(work, next);
  work.label[day] = isNoun ? R["nmod:unmarked"] : R["obl:unmarked"];
}

/** The word itself, or the head of the name that it ends. */
function nameHead(work: Workspace, word: number): number {
  let head = word;
  while (work.label[head] === R.flat && work.head[head] >= PAD && work.head[head] < head) head = work.head[head];
  return head;
}

/** What an aside holds hangs on the word, or the name, before it; a phrase between a subject and its verb on the verb. Returns its root. */
function hangInside(work: Workspace, tags: TagColumns, kind: Aside["kind"], open: number, close: number): number {
  const word = nameHead(work, open - 1);
  if (kind !== "phrase") return hangRoot(work, tags, [open + 1, close], word, null);
  const verb = verbAt(work, close + 1);
  let isSubject = false;
  for (let at = word, step = 0; at >= PAD && at < verb && step < work.length; at = work.head[at], step++)
    isSubject = work.head[at] === verb;
  return hangRoot(work, tags, [open + 1, close], isSubject ? verb : word, isSubject ? R.obl : R.nmod);
}

/** Hangs the root of what was read by itself, and returns it. Without a label it has that of an aside. */
function hangRoot(work: Workspace, tags: TagColumns, [first, end]: readonly [number, number], on: number, label: number | null): number {
  let root = -1;
  for (let i = first; i < end; i++) {
    if (work.head[i] >= 0) continue;
    root = i;
    work.head[i] = on;
    const tag = tags.upos[work.tag[i]];
    const isClause = tag === U.VERB || tag === U.AUX;
    const isBare = label === R.obl && !hasPreposition(work, i, first, end);
    work.label[i] =
      label === null ? asideLabel(work, tags, i, first, end) : isClause && label !== R.acl ? R.advcl : isBare ? R["obl:unmarked"] : label;
  }
  return root;
}

function hasPreposition(work: Workspace, root: number, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (work.head[i] === root && work.label[i] === R.case) return true;
  return false;
}

function asideLabel(work: Workspace, { upos, xpos }: TagColumns, root: number, first: number, end: number): number {
  const tag = upos[work.tag[root]];
  const opener = xpos[work.tag[first]];
  if (tag === U.NUM && end === first + 1) return R.nummod;
  if (upos[work.tag[first]] === U.CCONJ && work.head[first] === root) return R.conj;
  if (tag === U.VERB || tag === U.AUX) return opener === P.WP || opener === P.WDT ? R["acl:relcl"] : R.parataxis;
  return hasPreposition(work, root, first, end) ? R.nmod : R.appos;
}
