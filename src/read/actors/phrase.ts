import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Opening } from "./mentions.js";

const WORD = {
  the: vocabulary.id("the"),
  a: vocabulary.id("a"),
  an: vocabulary.id("an"),
  another: vocabulary.id("another"),
  this: vocabulary.id("this"),
  that: vocabulary.id("that"),
  these: vocabulary.id("these"),
  those: vocabulary.id("those"),
  of: vocabulary.id("of"),
  one: vocabulary.id("one"),
  year: vocabulary.id("year"),
  aged: vocabulary.id("aged"),
  hyphen: vocabulary.id("-"),
};

/** Relations whose dependents are part of a phrase wherever they stand. */
const INSIDE: ReadonlySet<number> = new Ids([
  R.det,
  R["det:predet"],
  R.amod,
  R.compound,
  R.nummod,
  R["nmod:poss"],
  R["nmod:desc"],
  R.flat,
  R.fixed,
  R.advmod,
  R.goeswith,
  R["nmod:unmarked"],
  R["obl:unmarked"],
]);

/** Tokens `[first, end)` of the noun phrase around `head`: what stands before it, and after it names and "of" phrases; no relative clause, no apposition. */
export function phraseAround(doc: Document, head: number): readonly [first: number, end: number] {
  let end = head + 1;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c < head) continue;
    if (doc.relation[c] === R.flat || doc.relation[c] === R.goeswith || (isOf(doc, c) && startOf(doc, c, true) === end))
      end = Math.max(end, simpleEnd(doc, c));
  }
  let first = startOf(doc, head, false);
  first = afterStrayVerb(doc, first, head);
  while (first < head && isLoose(doc, first, head)) first++;
  return [first, end];
}

/** First token of a phrase without the clauses that stand in it. */
function startOf(doc: Document, head: number, withCase: boolean): number {
  let first = head;
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) {
    const relation = doc.relation[c];
    if (!INSIDE.has(relation) && !(withCase && relation === R.case)) continue;
    if (doc.upos[c] === U.VERB && relation !== R.amod) continue;
    first = Math.min(first, startOf(doc, c, true));
  }
  return first;
}

/** "sentenced 12 men": a verb taken for an adjective stands before the number, with no article; the phrase begins after it. */
function afterStrayVerb(doc: Document, first: number, head: number): number {
  if (doc.relation[first] !== R.amod || doc.head[first] !== head) return first;
  const next = doc.upos[first + 1];
  return first + 1 < head && (next === U.NUM || next === U.DET) ? first + 1 : first;
}

/** What stands at the left of a phrase without being part of it: marks, conjunctions, an adverb or preposition of its own. */
function isLoose(doc: Document, i: number, head: number): boolean {
  const tag = doc.upos[i];
  if (tag === U.PUNCT) return doc.norm[i] !== WORD.hyphen;
  if (tag === U.CCONJ || tag === U.SCONJ || (tag === U.PART && doc.xpos[i] !== P.POS)) return true;
  if (doc.xpos[i] === P.VBG) return true;
  if (tag === U.ADP)
    return (
      doc.relation[i] === R.case &&
      (doc.head[i] === head || doc.head[doc.head[i]] === head) &&
      doc.upos[doc.head[i]] !== U.ADV &&
      doc.upos[doc.head[i]] !== U.ADJ
    );
  return tag === U.ADV && doc.head[i] === head;
}

/** End of an "of" phrase without the clauses that hang on it. */
function simpleEnd(doc: Document, head: number): number {
  if (doc.upos[head] === U.VERB) return head;
  let end = head + 1;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c > head && (doc.relation[c] === R.flat || doc.relation[c] === R.compound || isOf(doc, c))) end = Math.max(end, simpleEnd(doc, c));
  }
  return end;
}

function isOf(doc: Document, c: number): boolean {
  if (doc.relation[c] !== R.nmod) return false;
  for (let k = doc.firstChild[c]; k >= 0; k = doc.nextSibling[k]) if (doc.relation[k] === R.case && doc.norm[k] === WORD.of) return true;
  return false;
}

export function openingOf(doc: Document, head: number, first: number): Opening {
  let numbered = false;
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) {
    const relation = doc.relation[c];
    if (relation === R["nmod:poss"]) return "possessive";
    if (relation === R.nummod) numbered = true;
    if (relation !== R.det) continue;
    const v = doc.norm[c];
    if (v === WORD.the) return "the";
    if (v === WORD.a || v === WORD.an || v === WORD.another) return "a";
    if (v === WORD.this || v === WORD.that || v === WORD.these || v === WORD.those) return "this";
  }
  if (doc.norm[first] === WORD.the) return "the";
  if (doc.norm[first] === WORD.a || doc.norm[first] === WORD.an) return "a";
  return numbered ? "number" : "bare";
}

/** Grammatical number of a noun phrase, by its tag and what counts it. */
export function numberOf(doc: Document, head: number): "one" | "many" | null {
  const tag = doc.xpos[head];
  if (tag === P.NNS || tag === P.NNPS) return "many";
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.nummod) return doc.norm[c] === WORD.one || doc.text.slice(doc.start[c], doc.end[c]) === "1" ? "one" : "many";
  }
  return tag === P.NN || tag === P.NNP ? "one" : null;
}

/** Grammatical role as far as salience goes: 0 subject, 1 object or agent, 2 anything else. */
export function rankOf(doc: Document, head: number): 0 | 1 | 2 {
  let at = head;
  while (doc.relation[at] === R.conj && doc.head[at] >= 0) at = doc.head[at];
  const relation = doc.relation[at];
  if (relation === R.nsubj || relation === R["nsubj:pass"] || relation === R["nsubj:outer"] || relation === R.csubj) return 0;
  if (relation === R.obj || relation === R.iobj || relation === R["obl:agent"]) return 1;
  return relation === R.root ? 1 : 2;
}

/** An age as it is said of the phrase `[first, end)` with this head: "27-year-old", "aged 12", "John Smith, 27,"; null where it is not. */
export function ageOf(doc: Document, head: number, first: number, end: number): number | null {
  for (let i = first; i < end; i++) {
    if (doc.lemma[i] !== WORD.year && doc.norm[i] !== WORD.year) continue;
    const number = i - 1 > first - 1 && doc.norm[i - 1] === WORD.hyphen ? i - 2 : i - 1;
    if (number >= first - 1 && number >= 0 && i + 1 < doc.length) {
      const age = ageAt(doc, number);
      if (age !== null && (doc.norm[i + 1] === WORD.hyphen || doc.text.slice(doc.start[i + 1], doc.end[i + 1]) === "old")) return age;
    }
  }
  return ageAfter(doc, head, end);
}

/** "15-year-old Ada Okoro": an age right before a name, and where it begins. */
export function ageBefore(doc: Document, name: number): { readonly age: number; readonly first: number } | null {
  for (let i = name - 1; i >= 2 && i >= name - 3; i--) {
    if (doc.lemma[i] !== WORD.year) continue;
    const number = doc.norm[i - 1] === WORD.hyphen ? i - 2 : i - 1;
    const age = ageAt(doc, number);
    return age !== null && doc.norm[i + 1] === WORD.hyphen && i + 3 === name ? { age, first: number } : null;
  }
  return null;
}

function ageAfter(doc: Document, head: number, end: number): number | null {
  const stop = doc.sentenceStart[doc.sentence[head] + 1];
  let i = end;
  if (i >= stop) return null;
  const mark = doc.text[doc.start[i]];
  if (mark === "," || mark === "(") i++;
  if (i < stop && doc.norm[i] === WORD.aged) return ageAt(doc, i + 1);
  if (mark !== "," && mark !== "(") return null;
  const age = i + 1 < doc.length ? ageAt(doc, i) : null;
  if (age === null) return null;
  const after = doc.text[doc.start[i + 1]];
  return i + 1 >= stop || after === "," || after === ")" || after === "." || after === ";" ? age : null;
}

let words: ReadonlyMap<number, number> | null = null;

/** Ages that are said in one word: "five", "twelve". */
function ages(): ReadonlyMap<number, number> {
  words ??= new Map(
    loadTable("numbers").rows.flatMap((row) =>
      ["digit", "teen", "tens"].includes(row.kind) ? [[vocabulary.id(row.form), Number(row.value)] as const] : [],
    ),
  );
  return words;
}

/** A whole number of years at token `i`, 0 to 120. */
function ageAt(doc: Document, i: number): number | null {
  if (i < 0 || i >= doc.length) return null;
  const size = doc.end[i] - doc.start[i];
  if (size < 1 || size > 9) return null;
  const n = ages().get(doc.norm[i]) ?? Number(doc.text.slice(doc.start[i], doc.end[i]));
  return Number.isInteger(n) && n >= 1 && n <= 120 ? n : null;
}
