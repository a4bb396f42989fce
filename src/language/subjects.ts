import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import { finiteBehind, putOver } from "./reduced.js";
import { childOf, firstOf, isUnder, lastOf } from "./subtrees.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, SHAPE_HIDDEN, SHAPE_LOWER, type Workspace } from "./workspace.js";

const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const CASE = new Ids([R.case]);
const OBJECT = new Ids([R.obj, R.ccomp, R.xcomp]);
const NAME = new Ids([R.flat, R.compound]);
const NOMINAL = new Ids([U.NOUN, U.PROPN, U.NUM, U.PRON, U.DET]);
/** What may stand between a name and "and": an age, in brackets or between commas. */
const SKIPPED = new Ids([U.NUM, U.PUNCT]);
const RELATIVE = new Ids([P.WP, P.WDT]);
const INFINITE = new Ids([P.VB, P.VBG]);
const BUT = vocabulary.id("but");
const I = vocabulary.id("i");
const COMMA = vocabulary.id(",");
const ONE = new Ids(["was", "is", "has"].map((w) => vocabulary.id(w)));
const FLAT = new Ids([R.flat]);
const PASSIVE = new Ids([R["aux:pass"]]);
const DEFINING = new Ids([R.det, R["nmod:poss"], R.nummod]);

let times: ReadonlySet<number> | null = null;

/** Words for times that stand beside a subject without a preposition: "Tuesday", "week". */
function timeWords(): ReadonlySet<number> {
  times ??= new Set([...loadTable("day-words").rows.map((row) => row.word), ...TIMES].map((word) => vocabulary.id(word)));
  return times;
}

const TIMES = ["p.m.", "a.m.", "pm", "am", "week", "month", "year", "weekend", "summer", "winter", "spring", "autumn", "time", "day"];

const subjects = new Int32Array(1024);

/**
 * A verb has one subject. Where the parser gave it two before it, the second is a part of the first's phrase, or the first is a time:
 * "Ann and [Bob] said", "the radio host [Ann Roe] said", "a clash at the [border] left", "in a statement [Monday], police said". Changes heads
 * and labels in place.
 */
export function mendSubjects(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  subjects.fill(-1, PAD, end + 1);
  for (let k = PAD; k < end; k++) {
    const verb = work.head[k];
    if (verb <= k || verb >= end || !SUBJECT.has(work.label[k])) continue;
    const before = subjects[verb];
    const left = before < 0 || tags.upos[work.tag[verb]] === U.PUNCT ? "second" : mendPair(work, tags, before, k, verb);
    if (left !== "first") subjects[verb] = k;
  }
}

/** What became of two subjects of a verb: the first is its subject still, or the second is, or nothing was done. */
type Left = "first" | "second" | "both";

function mendPair(work: Workspace, tags: TagColumns, a: number, b: number, verb: number): Left {
  const [last, first] = [lastOf(work, a), firstOf(work, b)];
  if (first <= last) return "both";
  if (RELATIVE.has(tags.xpos[work.tag[b]])) return beforeRelative(work, tags, a, b, verb);
  const timed = hasPreposition(work, b);
  if (RELATIVE.has(tags.xpos[work.tag[a]])) return behindRelative(work, a, timed ? b : -1, verb, first === last + 1);
  if (hasPreposition(work, a)) return relabelled(work, a, R.obl, "second");
  const cc = conjunctionBetween(work, verb, b, last, first);
  if (cc >= 0) return join(work, tags, a, b, verb, cc);
  const [isTime, isAlso] = [timeWords().has(work.norm[a]), timeWords().has(work.norm[b])];
  if (isTime && !isAlso && first - last <= 2) return relabelled(work, a, R["obl:unmarked"], "second");
  if (first !== last + 1 || !NOMINAL.has(tags.upos[work.tag[b]])) return "both";
  if (isAlso) return relabelled(work, b, timed ? R.obl : R["obl:unmarked"], "first");
  return timed ? afterPreposition(work, tags, a, last, b, verb) : besides(work, tags, a, b, last, first);
}

/** "'s" stands behind its noun. */
function hasPreposition(work: Workspace, i: number): boolean {
  const k = childOf(work, i, CASE);
  return k >= 0 && k < i;
}

function relabelled(work: Workspace, i: number, relation: number, left: Left): Left {
  work.label[i] = relation;
  return left;
}

function hang(work: Workspace, i: number, head: number, relation: number): Left {
  work.head[i] = head;
  work.label[i] = relation;
  return "first";
}

/** "revolver, which [he] fired": the pronoun is the object; "who on [Friday] said": what has a preposition is no subject. */
function behindRelative(work: Workspace, a: number, timed: number, verb: number, straight: boolean): Left {
  if (timed >= 0) return relabelled(work, timed, R.obl, "first");
  return !straight || childOf(work, verb, OBJECT) >= 0
    ? "both"
    : relabelled(work, a, childOf(work, verb, PASSIVE) >= 0 ? R.obl : R.obj, "second");
}

/** "The boy [who] was shot in the foot has died": the verb that follows is the sentence's, and the other is of the relative clause. */
function beforeRelative(work: Workspace, tags: TagColumns, a: number, b: number, verb: number): Left {
  const main = finiteBehind(work, tags, verb);
  if (main < 0) return "both";
  putOver(work, a, verb, main, R["acl:relcl"]);
  work.head[b] = verb;
  return "second";
}

/** The conjunction between two phrases, with no more than a comma before it; -1 where there is none. */
function conjunctionBetween(work: Workspace, verb: number, b: number, last: number, first: number): number {
  const at = work.norm[last + 1] === COMMA ? last + 2 : last + 1;
  if (work.label[at] !== R.cc || work.norm[at] === BUT) return -1;
  if (at === first) return work.head[at] === b ? at : -1;
  return at + 1 === first && work.head[at] === verb ? at : -1;
}

/** "two pistols and [six cartridges] were found": the second is joined to the first, or to what stands right before the conjunction. */
function join(work: Workspace, tags: TagColumns, a: number, b: number, verb: number, cc: number): Left {
  if (timeWords().has(work.norm[a]) || hasLostVerb(work, tags, a, cc) || isNewPronoun(work, tags, a, b, verb)) return "both";
  const comma = work.norm[cc - 1] === COMMA ? cc - 1 : -1;
  const partner = partnerOf(work, tags, a, b, verb, comma > 0 ? comma : cc);
  work.head[cc] = b;
  if (comma > 0) work.head[comma] = b;
  return hang(work, b, partner, R.conj);
}

/** "in the leg and [she] was taken": a pronoun begins a clause of its own, unless a name or a pronoun is before it. */
function isNewPronoun(work: Workspace, tags: TagColumns, a: number, b: number, verb: number): boolean {
  const before = tags.upos[work.tag[a]];
  if (tags.xpos[work.tag[b]] !== P.PRP) return false;
  return isSingular(work, tags, verb) || (work.norm[b] !== I && before !== U.PRON && before !== U.PROPN);
}

/** "the officer [called] for help and the child was taken": a verb without a subject before the conjunction, which joins two clauses then. */
function hasLostVerb(work: Workspace, tags: TagColumns, a: number, cc: number): boolean {
  for (let t = a + 1; t < cc; t++) {
    const x = tags.xpos[work.tag[t]];
    if (!isFiniteTag(x) && x !== P.MD) continue;
    const v = tags.upos[work.tag[t]] === U.AUX ? work.head[t] : t;
    if (childOf(work, v, SUBJECT) < 0) return true;
  }
  return false;
}

/** "a study by the Office of [Oceans] and the Board says": one name joined to another, and what a verb in the singular cannot have as subject. */
function partnerOf(work: Workspace, tags: TagColumns, a: number, b: number, verb: number, behind: number): number {
  let near = behind - 1;
  while (near > a && SKIPPED.has(tags.upos[work.tag[near]])) near--;
  while (NAME.has(work.label[near]) && work.head[near] >= a && work.head[near] < behind) near = work.head[near];
  if (near === a || !isUnder(work, near, a)) return a;
  const names = [near, b].every((t) => tags.upos[work.tag[t]] === U.PROPN) && tags.upos[work.tag[a]] !== U.PROPN;
  // "the blast that injured [four soldiers] and one farmer occurred"
  const ofClause = work.label[near] === R.obj && work.norm[behind] !== COMMA;
  if (!names && !ofClause && (work.label[near] !== R.nmod || !isSingular(work, tags, verb))) return a;
  for (let k = near + 1; k < behind; k++) if (!isUnder(work, k, near)) work.head[k] = near;
  return work.label[near] === R.conj && work.head[near] > a ? work.head[near] : near;
}

function isSingular(work: Workspace, tags: TagColumns, verb: number): boolean {
  if (tags.xpos[work.tag[verb]] === P.VBZ) return true;
  for (let k = PAD; k < verb; k++) if (work.head[k] === verb && ONE.has(work.norm[k])) return true;
  return false;
}

/** "a man wanted in a dozen [cases] was arrested": of the word before the preposition. */
function afterPreposition(work: Workspace, tags: TagColumns, a: number, last: number, b: number, verb: number): Left {
  const upos = tags.upos[work.tag[last]];
  if (upos === U.PRON) return hang(work, b, verb, R.obl);
  if (upos === U.VERB || upos === U.ADJ) return hang(work, b, last, R.obl);
  return upos === U.NOUN || upos === U.PROPN || upos === U.NUM ? hang(work, b, topOf(work, last, a), R.nmod) : "both";
}

/** The head of the name or compound that ends with a word. */
function topOf(work: Workspace, last: number, a: number): number {
  let top = last;
  while (NAME.has(work.label[top]) && work.head[top] >= a && work.head[top] < last) top = work.head[top];
  return top;
}

/** Two phrases side by side. */
function besides(work: Workspace, tags: TagColumns, a: number, b: number, last: number, first: number): Left {
  const { tag } = work;
  const [before, own] = [tags.upos[tag[last]], tags.upos[tag[b]]];
  // "a plan to kill [the judge] was found"
  if (before === U.VERB && INFINITE.has(tags.xpos[tag[last]])) return childOf(work, last, OBJECT) < 0 ? hang(work, b, last, R.obj) : "both";
  if (childOf(work, b, DEFINING) >= 0 || firstOfName(work, b) !== first) return "both";
  const isLower = work.shape[last] === SHAPE_LOWER || work.shape[last] === SHAPE_HIDDEN;
  // "the radio host [Ann] Roe said"
  if (before === U.NOUN && own === U.PROPN && isLower) return hang(work, b, last, R.flat);
  if (a !== last || (before !== U.NOUN && before !== U.PROPN) || (own !== U.NOUN && own !== U.PROPN)) return "both";
  // "[Ann] Roe, aged 24, was", where "County [police] say" and "Women [rebels] set" are one noun of the other
  if (before === U.PROPN && own === U.PROPN && b === a + 1 && childOf(work, b, FLAT) < 0 && isFirstName(work, a))
    return hang(work, b, a, R.flat);
  if (b > a + 1 && work.label[a + 1] === R.amod) return "both";
  for (let k = PAD; k < a; k++) if (work.head[k] === a && DEFINING.has(work.label[k])) work.head[k] = b;
  hang(work, a, b, R.compound);
  return "second";
}

/** Where the words of a name begin, of which a word is the first, or which hang on it. */
function firstOfName(work: Workspace, b: number): number {
  let first = b;
  while (first > PAD && work.head[first - 1] === b && WITHIN.has(work.label[first - 1])) first--;
  return first;
}

const WITHIN = new Ids([R.compound, R.flat, R.amod, R["nmod:desc"]]);

let firstNames: ReadonlySet<number> | null = null;

function isFirstName(work: Workspace, i: number): boolean {
  firstNames ??= new Set(loadTable("first-names").rows.map((row) => vocabulary.id(row.name)));
  return firstNames.has(work.norm[i]);
}
