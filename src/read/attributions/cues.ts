import { childWith, type Document, forEachChild } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { movedBy } from "../moved-number.js";
import { type FeatureBuffer, hashOf } from "./features.js";
import { type CueRow, cueRowsAt, isOfNumbers, sourceKindAt } from "./lexicon.js";
import type { Quotations } from "./quotes.js";
import { tagAt } from "./tag.js";

/** A token that may report somebody's words or thoughts, with the row that says so. Whether it does is the scorer's to say. */
export interface CueCandidate {
  readonly token: number;
  readonly row: CueRow;
}

/** Words that a row's condition may ask for. */
export const ID = {
  to: vocabulary.id("to"),
  inf: vocabulary.id("inf"),
  that: vocabulary.id("that"),
} as const;

const CLAUSES = new Ids([R.ccomp, R.xcomp, R.advcl, R.acl, R["acl:relcl"], R.parataxis, R.csubj]);
export const SUBJECTS = new Ids([R.nsubj, R["nsubj:pass"], R["nsubj:outer"], R.csubj]);

/** Every token that a row of the table knows, with the first row whose condition holds. */
export function cueCandidates(doc: Document): readonly CueCandidate[] {
  const found: CueCandidate[] = [];
  for (let i = 0; i < doc.length; i++) {
    const rows = cueRowsAt(doc, i);
    const row = rows?.find((r) => (isOfNumbers(r.id) ? movedBy(doc, i) >= 0 : r.with < 0 || holds(doc, i, r.with)));
    if (row && row.kind >= 0) found.push({ token: i, row });
  }
  return found;
}

/** Whether what a row asks for stands with its word: a preposition of a dependent, a particle, an object, an infinitive. */
function holds(doc: Document, i: number, asked: number): boolean {
  if (asked === ID.inf && infinitiveAfter(doc, i)) return true;
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (asked === ID.inf && r === R.advcl && childWith(doc, i, R.ccomp) >= 0) continue;
    if (r === R.xcomp || r === R.advcl || r === R.ccomp || r === R.acl) {
      if (asked === ID.inf && hasMark(doc, c, ID.to)) return true;
      if (asked === ID.that && r === R.ccomp && !isOpen(doc, c)) return true;
    }
    if (doc.lemma[c] === asked && (r === R["compound:prt"] || r === R.advmod || r === R.obj || r === R.case || r === R.xcomp)) return true;
    if ((r === R.obl || r === R.nmod || r === R.advcl || r === R.advmod) && hasCase(doc, c, asked)) return true;
  }
  return false;
}

const WHETHER = wordsOf("asked-open");

/** "whether it was so", "why nobody came": a clause that leaves open what it says. */
function isOpen({ left, norm, xpos }: Document, c: number): boolean {
  const tag = xpos[left[c]];
  return WHETHER.has(norm[left[c]]) || tag === P.WRB || tag === P.WP || tag === P.WDT;
}

/** "asked the woman to leave", by the order of words alone. */
export function infinitiveAfter(doc: Document, i: number): boolean {
  for (let k = i + 1; k + 1 < doc.length && k < i + 7 && doc.upos[k] !== U.PUNCT && doc.upos[k] !== U.VERB && doc.upos[k] !== U.AUX; k++) {
    if (doc.norm[k] === ID.to && doc.xpos[k + 1] === P.VB) return true;
  }
  return false;
}

function hasMark(doc: Document, c: number, lemma: number): boolean {
  for (let k = doc.firstChild[c]; k >= 0 && k < c; k = doc.nextSibling[k])
    if (doc.relation[k] === R.mark && doc.norm[k] === lemma) return true;
  return false;
}

function hasCase(doc: Document, c: number, lemma: number): boolean {
  for (let k = doc.firstChild[c]; k >= 0; k = doc.nextSibling[k]) {
    if ((doc.relation[k] === R.case || doc.relation[k] === R.mark) && doc.lemma[k] === lemma) return true;
  }
  return false;
}

/** First preposition of a nominal or first mark of a clause, as a vocabulary id; -1 where there is none. */
export function introducerOf(doc: Document, c: number): number {
  for (let k = doc.firstChild[c]; k >= 0; k = doc.nextSibling[k]) {
    if (doc.relation[k] === R.case || doc.relation[k] === R.mark) return doc.lemma[k];
  }
  return -1;
}

/** The subject of a predicate: its own, else that of the clause it shares one with. -1 where there is none. */
export function subjectOf(doc: Document, i: number): number {
  let at = i;
  for (let step = 0; step < 4 && at >= 0; step++) {
    for (let c = doc.firstChild[at]; c >= 0; c = doc.nextSibling[c]) if (SUBJECTS.has(doc.relation[c])) return c;
    const r = doc.relation[at];
    if (r !== R.xcomp && r !== R.conj && r !== R.advcl) return -1;
    at = doc.head[at];
  }
  return -1;
}

/** What sort of thing a token names, roughly: pronoun by its word, name, or the class of its noun. */
export function nominalClass(doc: Document, i: number): number {
  if (i < 0) return 0;
  if (doc.upos[i] === U.PRON) return hashOf(doc.norm[i]);
  if (doc.upos[i] === U.PROPN) return 2;
  return 10 + sourceKindAt(doc, i) * 32 + doc.upos[i];
}

/** Whether a quotation mark, comma or colon stands right beside a token, as small bits. */
function surroundings(doc: Document, q: Quotations, i: number): number {
  const before = i > 0 ? doc.xpos[i - 1] : 0;
  const after = i + 1 < doc.length ? doc.xpos[i + 1] : 0;
  const quoteNear = (from: number, to: number): boolean => {
    for (let k = Math.max(0, from); k <= Math.min(doc.length - 1, to); k++) if (q.at[k] >= 0) return true;
    return false;
  };
  const inside = q.at[i] >= 0;
  return (
    (inside ? 1 : 0) |
    (!inside && quoteNear(i - 4, i - 1) ? 2 : 0) |
    (!inside && quoteNear(i + 1, i + 4) ? 4 : 0) |
    (before === P[","] ? 8 : 0) |
    (after === P[","] ? 16 : 0) |
    (after === P[":"] ? 32 : 0) |
    (after === P["."] ? 64 : 0)
  );
}

const NOMINAL = new Ids([U.NOUN, U.PROPN, U.PRON]);

enum T {
  Tag,
  TagLemma,
  TagAtEnd,
  TagAtEndLemma,
  Tags,
  TagsBefore,
  TagsAfter,
  KindTags,
  KindAfter,
  Nearest,
  LemmaNearest,
  Bias,
  Row,
  Lemma,
  LemmaTag,
  Relation,
  LemmaRelation,
  HeadLemma,
  Child,
  LemmaChild,
  KindChild,
  ChildWord,
  Subject,
  LemmaSubject,
  KindSubject,
  SubjectWord,
  Around,
  LemmaAround,
  Before,
  After,
  Before2,
  After2,
  LemmaBefore,
  LemmaAfter,
  Aux,
  LemmaAux,
  KindAux,
  Shape,
  Position,
  Clause,
  LemmaShape,
  HeadTag,
  SubjectWhere,
  KindShape,
}

/** Names of the templates, for `explain`. */
export const CUE_TEMPLATES: Readonly<Record<number, string>> = T;

/** Features for whether a candidate reports anything. */
export function cueFeatures(doc: Document, q: Quotations, cue: CueCandidate, f: FeatureBuffer): void {
  const i = cue.token;
  const lemma = hashOf(doc.lemma[i]);
  const { kind } = cue.row;
  const relation = doc.relation[i];
  const head = doc.head[i];
  f.clear();
  f.add(T.Bias, doc.upos[i]);
  f.add(T.Row, kind, doc.upos[i], doc.xpos[i]);
  f.add(T.Lemma, lemma, doc.upos[i], cue.row.with >= 0 ? hashOf(cue.row.with) : 0);
  f.add(T.LemmaTag, lemma, doc.xpos[i]);
  f.add(T.Relation, relation, doc.upos[i], kind);
  f.add(T.LemmaRelation, lemma, relation);
  f.add(T.HeadLemma, head < 0 ? 0 : hashOf(doc.lemma[head]), relation, doc.upos[i]);
  f.add(T.HeadTag, head < 0 ? 0 : doc.upos[head], relation, kind);
  const shape = childFeatures(doc, i, lemma, kind, f);
  f.add(T.Shape, shape, doc.upos[i]);
  f.add(T.LemmaShape, lemma, shape);
  f.add(T.KindShape, kind, shape);
  const subject = subjectOf(doc, i);
  const who = nominalClass(doc, subject);
  f.add(T.Subject, who, doc.upos[i], subject >= 0 ? doc.relation[subject] : 0);
  f.add(T.LemmaSubject, lemma, who);
  f.add(T.KindSubject, kind, who);
  f.add(T.SubjectWord, subject < 0 ? 0 : hashOf(doc.lemma[subject]));
  f.add(T.SubjectWhere, subject < 0 ? 0 : subject < i ? Math.min(5, i - subject) : 6, kind);
  const around = surroundings(doc, q, i);
  f.add(T.Around, around, doc.upos[i]);
  f.add(T.LemmaAround, lemma, around & 7);
  neighbourFeatures(doc, i, lemma, kind, f);
  f.add(
    T.Position,
    Math.min(3, i - doc.sentenceStart[doc.sentence[i]]),
    doc.upos[i],
    Math.min(3, doc.sentenceStart[doc.sentence[i] + 1] - 1 - i),
  );
}

function neighbourFeatures(doc: Document, i: number, lemma: number, kind: number, f: FeatureBuffer): void {
  const norm = (k: number): number => (k >= 0 && k < doc.length && doc.sentence[k] === doc.sentence[i] ? hashOf(doc.norm[k]) : 0);
  f.add(T.Before, norm(i - 1), doc.upos[i]);
  f.add(T.After, norm(i + 1), doc.upos[i]);
  f.add(T.Before2, norm(i - 2), norm(i - 1));
  f.add(T.After2, norm(i + 1), norm(i + 2));
  const tag = (k: number): number => (k >= 0 && k < doc.length && doc.sentence[k] === doc.sentence[i] ? doc.xpos[k] + 1 : 0);
  f.add(T.Tags, tag(i - 1), tag(i), tag(i + 1));
  f.add(T.TagsBefore, tag(i - 2), tag(i - 1), doc.upos[i]);
  f.add(T.TagsAfter, tag(i + 1), tag(i + 2), doc.upos[i]);
  f.add(T.KindTags, tag(i - 1), tag(i + 1), kind);
  f.add(T.KindAfter, kind, norm(i + 1), doc.upos[i]);
  let k = i - 1;
  while (k >= 0 && i - k < 8 && doc.sentence[k] === doc.sentence[i] && !NOMINAL.has(doc.upos[k])) k--;
  const near = k >= 0 && i - k < 8 && doc.sentence[k] === doc.sentence[i] ? nominalClass(doc, k) : 0;
  const s = doc.sentence[i];
  let comma = i - 1;
  while (comma >= doc.sentenceStart[s] && i - comma < 10 && doc.upos[comma] !== U.PUNCT) comma--;
  const last = doc.sentenceStart[s + 1] - 1 - i;
  f.add(T.TagAtEnd, comma >= doc.sentenceStart[s] && i - comma < 10 ? i - comma : 0, last < 4 ? last : last < 8 ? 4 : 5, kind);
  f.add(T.TagAtEndLemma, comma >= doc.sentenceStart[s] && i - comma < 10 ? 1 : 0, last < 8 ? 1 : 0, lemma);
  const tagged = tagAt(doc, i)?.form ?? 0;
  f.add(T.Tag, tagged, kind, doc.upos[i]);
  f.add(T.TagLemma, tagged, lemma);
  f.add(T.Nearest, near, kind, Math.min(4, i - k));
  f.add(T.LemmaNearest, near, lemma);
  f.add(T.LemmaBefore, lemma, norm(i - 1));
  f.add(T.LemmaAfter, lemma, norm(i + 1));
}

/** Adds what hangs on the cue; gives the bits of its frame: clause, infinitive, object, passive ... */
function childFeatures(doc: Document, i: number, lemma: number, kind: number, f: FeatureBuffer): number {
  let shape = 0;
  forEachChild(doc, i, (c) => {
    const r = doc.relation[c];
    if (r === R.punct) return;
    const side = c < i ? 0 : 1;
    const word =
      r === R.obl || r === R.nmod || CLAUSES.has(r)
        ? introducerOf(doc, c)
        : r === R.aux || r === R.advmod || r === R.det || r === R["compound:prt"]
          ? doc.lemma[c]
          : -2;
    const key = r * 2 + side;
    f.add(T.Child, key, doc.upos[i]);
    f.add(T.LemmaChild, lemma, key, word === -2 ? 0 : hashOf(word));
    f.add(T.KindChild, kind, key, word === -2 ? 0 : hashOf(word));
    if (r === R.obj || CLAUSES.has(r)) f.add(T.ChildWord, key, hashOf(doc.lemma[c]), kind);
    shape |= shapeBit(r, side);
  });
  return shape;
}

function shapeBit(r: number, side: number): number {
  switch (r) {
    case R.ccomp:
      return side ? 1 : 2;
    case R.xcomp:
      return 4;
    case R.obj:
      return 8;
    case R["aux:pass"]:
      return 16;
    case R.expl:
      return 32;
    case R.parataxis:
      return side ? 64 : 128;
    case R.obl:
    case R.nmod:
      return 256;
    case R["nmod:poss"]:
      return 512;
    case R.acl:
      return 1024;
    case R.cop:
      return 2048;
    default:
      return 0;
  }
}
