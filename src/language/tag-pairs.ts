import { loadTable } from "../lexicon/table.js";
import { Ids } from "./ids.js";
import type { Lexemes } from "./lexemes.js";
import { tokenParts } from "./parts.js";
import { P, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

/** Tags by their numbers: the universal and the Penn tag of each. */
export interface TagColumns {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

type As = "participle" | "noun" | "past" | "somebody" | "compound" | "does" | "finite" | "present" | "object" | "undergone";

let pairs: ReadonlyMap<number, ReadonlyMap<number, As>> | null = null;

/** Tags, and the words that a token may stand for. */
interface MendedWith extends TagColumns {
  readonly lexemes: Lexemes;
}

/** What two words side by side make of one of them, by the first and the second. */
function pairsOf(): ReadonlyMap<number, ReadonlyMap<number, As>> {
  if (pairs) return pairs;
  const made = new Map<number, Map<number, As>>();
  for (const row of loadTable("tag-pairs").rows) {
    const first = vocabulary.id(row.first);
    made.set(first, (made.get(first) ?? new Map<number, As>()).set(vocabulary.id(row.second), row.as as As));
  }
  pairs = made;
  return made;
}

/** "Rs 12 lakh" is built as "$12 million" is: its sign and its scale stand for those that the parser knows. */
function mendMoney(work: Workspace, tags: MendedWith, i: number): void {
  work.tag[i] = numberOf(tags, U.SYM, P.$);
  const end = PAD + work.length;
  const scale = i + 2 < end && SCALES.has(work.norm[i + 2]) ? i + 2 : -1;
  const next = scale < 0 ? i + 2 : scale + 1;
  // "a Rs 12 lakh robbery": the sum is a modifier
  if (next < end && tags.upos[work.tag[next]] === U.NOUN) return;
  standsFor(work, tags.lexemes, i, DOLLAR);
  if (scale < 0) return;
  work.tag[scale] = numberOf(tags, U.NUM, P.CD);
  standsFor(work, tags.lexemes, scale, MILLION);
}

function standsFor(work: Workspace, lexemes: Lexemes, i: number, id: number): void {
  lexemes.ensure(id);
  work.word[i] = lexemes.word[id];
  work.fine[i] = lexemes.fine[id];
  work.coarse[i] = lexemes.coarse[id];
}

const DOLLAR = vocabulary.id("$");
const MILLION = vocabulary.id("million");
const SCALES: ReadonlySet<number> = new Ids(["lakh", "lakhs", "crore", "crores"].map((w) => vocabulary.id(w)));

let money: ReadonlySet<number> | null = null;

/** Letters that stand for money before a number: "N3.4 billion". */
function moneySigns(): ReadonlySet<number> {
  money ??= new Set([...tokenParts().money].map((word) => vocabulary.id(word.toLowerCase())));
  return money;
}

/**
 * Takes back tags that the word beside forbids: in "arrested two men identified as brothers" the men identified nobody, in "died in police
 * firing" nobody is said to be firing. Changes tags in place, before the sentence is parsed.
 */
export function mendTags(work: Workspace, tags: MendedWith): void {
  for (let i = PAD; i < PAD + work.length - 1; i++) {
    if (moneySigns().has(work.norm[i]) && tags.upos[work.tag[i + 1]] === U.NUM) mendMoney(work, tags, i);
    const as = pairsOf()
      .get(work.norm[i])
      ?.get(work.norm[i + 1]);
    if (as === "participle" && i > PAD && isPastBehindNoun(work, tags, i)) work.tag[i] = numberOf(tags, U.VERB, P.VBN);
    if (as === "noun" && tags.upos[work.tag[i + 1]] === U.VERB && !isBeforePhrase(work, tags, i + 2))
      work.tag[i + 1] = numberOf(tags, U.NOUN, P.NN);
    if (as === "somebody" && tags.upos[work.tag[i]] === U.ADJ) work.tag[i] = numberOf(tags, U.NOUN, P.NN);
    // "Aid worker shot dead": nobody is asked to aid
    if (as === "compound" && tags.upos[work.tag[i]] !== U.PROPN) work.tag[i] = numberOf(tags, U.NOUN, P.NN);
    if (as === "does" && tags.upos[work.tag[i + 1]] === U.NOUN) work.tag[i + 1] = numberOf(tags, U.VERB, P.VBZ);
    if (isLostNoun(work, tags, i)) work.tag[i] = numberOf(tags, U.NOUN, P.NN);
    if (as === "finite" && xposIs(work, tags, i, P.VBN) && !isBehindAuxiliary(work, tags, i)) work.tag[i] = numberOf(tags, U.VERB, P.VBD);
    if (as === "present" && i > PAD && tags.upos[work.tag[i]] === U.NOUN && tags.upos[work.tag[i - 1]] === U.NUM)
      work.tag[i] = numberOf(tags, U.VERB, P.VBP);
    if (as === "past" && isLostPast(work, tags, i)) work.tag[i] = numberOf(tags, U.VERB, P.VBD);
    if (as === "undergone" && isJoinedToPassive(work, tags, i)) work.tag[i] = numberOf(tags, U.VERB, P.VBN);
    if (as === "object" && tags.upos[work.tag[i + 1]] === U.VERB) work.tag[i + 1] = numberOf(tags, U.NOUN, P.NNS);
    if (isHelping(work, tags, i)) work.tag[i] = numberOf(tags, U.AUX, tags.xpos[work.tag[i]]);
    if (isWhom(work, tags, i)) work.tag[i] = numberOf(tags, U.PRON, P.PRP);
    if (isThatOf(work, tags, i)) work.tag[i] = numberOf(tags, U.PRON, P.DT);
  }
}

/** "soldiers had freed two": "had" with a participle right behind it helps that, and what follows is no noun of its own: "had broken ribs". */
function isHelping(work: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  if (!HAVE.has(work.norm[i]) || upos[work.tag[i]] !== U.VERB || upos[work.tag[i + 1]] !== U.VERB || xpos[work.tag[i + 1]] !== P.VBN)
    return false;
  const next = i + 2 < PAD + work.length ? upos[work.tag[i + 2]] : U.PUNCT;
  return next !== U.NOUN && next !== U.ADJ;
}

const HAVE: ReadonlySet<number> = new Ids(["has", "have", "had"].map((w) => vocabulary.id(w)));

/** "pronounced her dead": nothing follows that could be hers. */
function isWhom({ norm, tag, length }: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  if (norm[i] !== HER || xpos[tag[i]] !== P.PRP$ || upos[tag[i + 1]] !== U.ADJ) return false;
  const next = i + 2 < PAD + length ? upos[tag[i + 2]] : U.PUNCT;
  return next === U.PUNCT || next === U.ADP || next === U.ADV;
}

const HER = vocabulary.id("her");

/** "cut his sentence but commuted that of his brother": what stands for a noun named before. Not "found that of the 30, two had died". */
function isThatOf({ norm, tag, length }: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  if (norm[i] !== THAT || norm[i + 1] !== OF || i === PAD || xpos[tag[i]] !== P.IN || upos[tag[i - 1]] !== U.VERB) return false;
  for (let k = i + 2; k < Math.min(i + 5, PAD + length); k++) if (upos[tag[k]] === U.NUM) return false;
  return !sayingWords().has(norm[i - 1]);
}

const THAT = vocabulary.id("that");
const OF = vocabulary.id("of");

let sayings: ReadonlySet<number> | null = null;

function sayingWords(): ReadonlySet<number> {
  sayings ??= new Set(loadTable("clause-words").rows.flatMap((row) => (row.kind === "saying" ? [vocabulary.id(row.word)] : [])));
  return sayings;
}

function xposIs(work: Workspace, { xpos }: TagColumns, i: number, p: number): boolean {
  return xpos[work.tag[i]] === p;
}

/** "has since succumbed": across adverbs. */
function isBehindAuxiliary(work: Workspace, { upos }: TagColumns, i: number): boolean {
  let k = i - 1;
  while (k >= PAD && (upos[work.tag[k]] === U.ADV || upos[work.tag[k]] === U.PART)) k--;
  return k >= PAD && (upos[work.tag[k]] === U.AUX || upos[work.tag[k]] === U.CCONJ);
}

const TO = vocabulary.id("to");

function isPastBehindNoun(work: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  // "gunmen suspected to be bandits"
  const isAdjective = xpos[work.tag[i]] === P.JJ && work.norm[i + 1] === TO;
  if (xpos[work.tag[i]] !== P.VBD && !isAdjective) return false;
  const before = upos[work.tag[i - 1]];
  return before === U.NOUN || before === U.PROPN || before === U.PUNCT || before === U.NUM;
}

/** "in the county fell by 12%": behind a noun, and taken for a noun or an adjective. "A rose by the door", "Axl Rose to tour" stay. */
function isLostPast(work: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  const own = upos[work.tag[i]];
  if (i === PAD || (own !== U.NOUN && own !== U.ADJ && xpos[work.tag[i]] !== P.VBP)) return false;
  const before = upos[work.tag[i - 1]];
  return before === U.NOUN || before === U.PROPN;
}

/** "had been pulled from his cycle and [shot] at close range": behind "and", with a passive before it in the clause, and taken for a noun. */
function isJoinedToPassive(work: Workspace, { upos, xpos }: TagColumns, i: number): boolean {
  if (upos[work.tag[i]] !== U.NOUN || i - 1 <= PAD || upos[work.tag[i - 1]] !== U.CCONJ) return false;
  for (let k = i - 2; k > PAD && k >= i - CLAUSE; k--) {
    const u = upos[work.tag[k]];
    if (u === U.PUNCT || u === U.SCONJ || u === U.CCONJ) return false;
    if (u === U.VERB) return xpos[work.tag[k]] === P.VBN && upos[work.tag[k - 1]] === U.AUX;
  }
  return false;
}

/** How far before a word the verb that it is joined to may stand. */
const CLAUSE = 12;

const A = vocabulary.id("a");

/** "A hillside collapsed onto houses": an adverb between "a" and a verb in the past tense is no adverb. */
function isLostNoun({ norm, tag }: Workspace, { xpos }: TagColumns, i: number): boolean {
  return i > PAD && norm[i - 1] === A && xpos[tag[i]] === P.RB && xpos[tag[i + 1]] === P.VBD;
}

/** Whether a noun phrase, which may be an object, begins at a token. */
function isBeforePhrase(work: Workspace, { upos }: TagColumns, i: number): boolean {
  if (i >= PAD + work.length) return false;
  const u = upos[work.tag[i]];
  return u === U.DET || u === U.NUM || u === U.ADJ || u === U.NOUN || u === U.PROPN || u === U.PRON || u === U.ADV;
}

const numbers = new WeakMap<Uint8Array, Map<number, number>>();

/** More than there are universal tags. */
const LAST_UPOS = 32;

function numberOf({ upos, xpos }: TagColumns, u: number, p: number): number {
  const known = numbers.get(xpos) ?? new Map<number, number>();
  numbers.set(xpos, known);
  const key = p * LAST_UPOS + u;
  let n = known.get(key);
  if (n === undefined) {
    n = upos.findIndex((of, k) => of === u && xpos[k] === p);
    known.set(key, n);
  }
  return n;
}
