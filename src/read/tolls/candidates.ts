import type { Span } from "../../base/span.js";
import { overlaps } from "../../base/span.js";
import { childWith, type Document, lemmaOf, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";
import type { Count } from "../../model/reading.js";
import type { Status } from "../../model/vocabulary.js";
import { statusOf } from "../events/status.js";
import type { Trigger } from "../events/triggers.js";
import type { Findings, Quantity } from "../findings.js";
import { countedBy } from "./counted.js";
import { isPeople, mayBePeople, whoSpan } from "./people.js";
import { type TollWord, tollWordAt } from "./words.js";

/** A counted phrase under a toll word, before it is tied to an event. */
export interface Candidate {
  /** The toll word. */
  readonly token: number;
  readonly word: TollWord;
  /** Head of the phrase counted. */
  readonly head: number;
  readonly count: Count;
  /** The phrase without its number. */
  readonly phrase: Span;
  /** Index of the candidate that this is a part of, or null. */
  readonly partOf: number | null;
  /** One of several coordinated phrases: it must stand for itself. */
  readonly coordinated: boolean;
  readonly rules: readonly string[];
}

/** What candidates are found from; `classes` holds the word classes of every token. */
export type Needs = Pick<Findings, "doc" | "names" | "quantities"> & { readonly classes: Int32Array };

let parts: Map<string, string> | null = null;

/** What a word says of parts and further people: `part`, `of-whom`, `without`, `more`, or null. */
export function partWord(norm: string): string | null {
  parts ??= new Map(loadTable("toll-parts").rows.map((row) => [row.norm, row.kind]));
  return parts.get(norm) ?? null;
}

/** Every phrase that a toll word counts, in text order, each followed by its parts. */
export function candidates(found: Needs): readonly Candidate[] {
  const { doc } = found;
  const all: Candidate[] = [];
  for (let i = 0; i < doc.length; i++) {
    const word = tollWordAt(doc, i);
    if (!word || isNegatedAway(doc, i, word) || isUnreal(doc, i)) continue;
    const made = fromWord(found, i, word);
    for (const c of made) all.push(c);
    if (made.length > 0) addParts(found, all, all.length - made.length);
  }
  return all;
}

/** "was not killed", "did not die": nothing to count. "No one was killed" counts none, by its quantity. */
function isNegatedAway(doc: Document, i: number, word: TollWord): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.advmod && lemmaOf(doc, c) === "not" && word.verbal) return true;
  }
  return false;
}

const REAL = new Set<Status>(["occurred", "ongoing"]);

/** "planned to kill hundreds", "could kill": told of, but not as having happened. */
function isUnreal(doc: Document, i: number): boolean {
  return !REAL.has(statusOf(doc, { token: i, first: i, last: i, row: { type: null } } as unknown as Trigger));
}

function fromWord(found: Needs, i: number, word: TollWord): Candidate[] {
  const { doc } = found;
  const heads = countedBy(doc, i, word);
  const phrases = heads.flatMap((head) => {
    const count = countOf(found, head, word);
    return count ? [{ head, ...count }] : [];
  });
  if (phrases.length > 0) {
    return phrases.map((p) => candidate(doc, i, word, p.head, p.count, p.after, phrases.length > 1, p.rule));
  }
  if (heads.length > 0 && !word.counted.includes("num") && !word.counted.includes("tally")) return [];
  const q = word.counted.includes("tally") ? announced(found, i) : adjacent(found, i, word);
  if (!q) return [];
  return [
    candidate(doc, i, word, q.noun ?? i, q.count, q.tokens[1], false, word.counted.includes("tally") ? "toll:tally" : "toll:adjacent"),
  ];
}

function candidate(
  doc: Document,
  token: number,
  word: TollWord,
  head: number,
  count: Count,
  after: number | null,
  coordinated: boolean,
  rule: string,
): Candidate {
  const zero = word.mark === "zero" ? { ...count, low: 0, high: 0, qualifier: "exact" as const } : count;
  return { token, word, head, count: zero, phrase: whoSpan(doc, head, after), partOf: null, coordinated, rules: [word.id, rule] };
}

interface Counted {
  readonly count: Count;
  /** First token after the number words, or null. */
  readonly after: number | null;
  readonly rule: string;
}

/** How many a noun phrase counts: its number, or one person or thing named or described in the singular. */
function countOf({ doc, names, quantities, classes }: Needs, head: number, word: TollWord): Counted | null {
  const q = quantityAt(quantities, head);
  if (q) return numbered(q, word, word.things || (isArticle(doc, q) ? isPeople(doc, head, classes) : mayBePeople(doc, head, classes)));
  if (doc.upos[head] === U.PRON) return one(doc, head, doc.xpos[head] === P.PRP && partWord(normOf(doc, head)) === "single");
  if (doc.upos[head] === U.PROPN) {
    const at: Span = [doc.start[head], doc.end[head]];
    return one(
      doc,
      head,
      names.some((n) => n.type === "person" && overlaps(n.span, at)),
    );
  }
  const singular = doc.xpos[head] === P.NN;
  if (!singular) return null;
  const determined = childWith(doc, head, R.det, R["nmod:poss"]) >= 0 || isPeople(doc, head, classes);
  return one(doc, head, determined && (word.things || isPeople(doc, head, classes)));
}

/** A number with its noun; a toll of people needs people, a toll of things a thing, and neither a unit. */
function numbered(q: Quantity, word: TollWord, fits: boolean): Counted | null {
  if (!fits || (q.count.unit !== null && q.count.unit !== "person" && !word.things)) return null;
  return { count: q.count, after: q.tokens[1], rule: "toll:number" };
}

function one(doc: Document, head: number, holds: boolean): Counted | null {
  if (!holds) return null;
  const span: Span = [doc.start[head], doc.end[head]];
  return { count: { low: 1, high: 1, was: null, unit: null, qualifier: "exact", span }, after: null, rule: "toll:one" };
}

/** The quantity whose noun or number word is this token. */
function quantityAt(quantities: readonly Quantity[], head: number): Quantity | null {
  return quantities.find((q) => q.noun === head) ?? quantities.find((q) => q.tokens[0] <= head && head < q.tokens[1]) ?? null;
}

/** "12 dead", "30 others injured": the number just before the word. */
function adjacent({ doc, quantities, classes }: Needs, i: number, word: TollWord): Quantity | null {
  const own = quantities.find((q) => q.noun === i && !isArticle(doc, q));
  if (own) return own;
  const start = doc.sentenceStart[doc.sentence[i]];
  for (let k = i - 1; k >= Math.max(start, i - 4); k--) {
    if (doc.upos[k] === U.VERB || doc.upos[k] === U.PUNCT || doc.upos[k] === U.ADP) return null;
    const q = quantities.find((x) => x.tokens[1] === k + 1);
    if (q)
      return q.count.unit === null && (q.noun === null || q.noun < i) && (word.things || q.noun === null || isPeople(doc, q.noun, classes))
        ? q
        : null;
  }
  return null;
}

/** "an injury" counts nobody: an article is no number there. */
function isArticle(doc: Document, q: Quantity): boolean {
  return q.tokens[1] - q.tokens[0] === 1 && doc.upos[q.tokens[0]] === U.DET && q.count.low === 1;
}

/** "the toll rose to 6": the revised number of the sentence, else the first bare or people's number after the word. */
function announced({ doc, quantities, classes }: Needs, i: number): Quantity | null {
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  const after = quantities.filter(
    (q) => q.tokens[0] > i - 8 && q.tokens[0] < end && doc.sentence[q.tokens[0]] === doc.sentence[i] && q.count.unit === null,
  );
  const fits = after.filter((q) => q.noun === null || isPeople(doc, q.noun, classes));
  return fits.find((q) => q.count.was !== null) ?? fits.find((q) => q.tokens[0] > i) ?? fits[0] ?? null;
}

/** "including three children", "two of whom": parts of the totals from index `from` on. */
function addParts(found: Needs, all: Candidate[], from: number): void {
  const total = all[from];
  const { doc } = found;
  const end = doc.sentenceStart[doc.sentence[total.token] + 1];
  const start = Math.max(total.head, doc.sentenceStart[doc.sentence[total.token]]);
  for (let k = start; k < end; k++) {
    const kind = partWord(normOf(doc, k));
    if (kind !== "part" || k === total.token || k - total.token > 8) continue;
    for (const head of partHeads(doc, k, end)) {
      const count = countOf(found, head, total.word);
      if (!count || all.some((c) => c.head === head)) continue;
      const part = candidate(doc, total.token, total.word, head, count.count, count.after, true, "toll:part");
      all.push({ ...part, partOf: from });
    }
    return;
  }
}

/** Noun heads after "including", up to the end of its list. */
function partHeads(doc: Document, marker: number, end: number): readonly number[] {
  const governor = doc.relation[marker] === R.case ? doc.head[marker] : childWith(doc, marker, R.obj, R.obl, R.nsubj);
  const first = governor > marker ? governor : nextNoun(doc, marker, end);
  if (first < 0) return [];
  const heads = [first];
  for (let c = doc.firstChild[first]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.conj && doc.upos[c] !== U.VERB) heads.push(c);
  return heads;
}

function nextNoun(doc: Document, i: number, end: number): number {
  for (let k = i + 1; k < end && k < i + 6; k++) {
    if (doc.upos[k] === U.VERB) return -1;
    if ((doc.upos[k] === U.NOUN || doc.upos[k] === U.PROPN) && doc.relation[k] !== R.compound) return k;
  }
  return -1;
}
