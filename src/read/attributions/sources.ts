import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import { wordsOf } from "../events/words.js";
import type { CueCandidate } from "./cues.js";
import { introducerOf, nominalClass } from "./cues.js";
import { type FeatureBuffer, hashOf } from "./features.js";
import { sourceKindAt } from "./lexicon.js";
import type { Quotations } from "./quotes.js";
import { tagAt } from "./tag.js";

/** A nominal near a cue that may name its speaker: head token and the way through the tree that leads to it from the cue. */
export interface SourceCandidate {
  readonly token: number;
  /** Hash of the relations climbed and descended. */
  readonly path: number;
  readonly steps: number;
}

const NOMINAL = new Ids([U.NOUN, U.PROPN, U.PRON]);
const CORE = new Ids([R.nsubj, R["nsubj:pass"], R["nsubj:outer"], R["obl:agent"], R["nmod:poss"], R.obj, R.obl, R.nmod]);
const SHARE = wordsOf("share-unit");
const MONTHS = new Ids(loadTable("months").rows.map((row) => vocabulary.id(row.word)));
const CLIMB = 5;
const MOST = 28;

function mayName(doc: Document, i: number): boolean {
  // "were reported, down by 20 percent": no share says anything
  if (SHARE.has(doc.norm[i])) return false;
  // "on the morning of 25 August, the governor reported"
  if (doc.upos[i] === U.NUM && (MONTHS.has(doc.norm[i + 1]) || MONTHS.has(doc.norm[i - 1]))) return false;
  return NOMINAL.has(doc.upos[i]) || (CORE.has(doc.relation[i]) && doc.upos[i] !== U.VERB);
}

/** Nominals that hang on the cue, on what it hangs on, and the nearest ones on either side. */
export function sourceCandidates(doc: Document, cue: number): readonly SourceCandidate[] {
  const found: SourceCandidate[] = [];
  const add = (token: number, path: number, steps: number): void => {
    if (found.length < MOST && !found.some((x) => x.token === token)) found.push({ token, path, steps });
  };
  let at = cue;
  let from = -1;
  let path = 17;
  for (let step = 0; step <= CLIMB && at >= 0; step++) {
    if (step > 0 && mayName(doc, at)) add(at, path, step);
    for (let c = doc.firstChild[at]; c >= 0; c = doc.nextSibling[c]) {
      if (c === from || doc.relation[c] === R.punct) continue;
      const down = Math.imul(path, 31) + 1000 + doc.relation[c] * 2 + (c < cue ? 1 : 0);
      if (mayName(doc, c)) add(c, down, step);
      if (step === 0 || CORE.has(doc.relation[c])) grandchildren(doc, c, down, step, add);
    }
    path = Math.imul(path, 37) + doc.relation[at];
    from = at;
    at = doc.head[at];
  }
  const tag = tagAt(doc, cue);
  if (tag) add(tag.source, 11 + tag.form, 9);
  nearest(doc, cue, -1, add);
  nearest(doc, cue, 1, add);
  return found;
}

function grandchildren(
  doc: Document,
  c: number,
  path: number,
  step: number,
  add: (token: number, path: number, steps: number) => void,
): void {
  for (let g = doc.firstChild[c]; g >= 0; g = doc.nextSibling[g]) {
    const r = doc.relation[g];
    if (r === R["nmod:poss"] || r === R.nmod || r === R["obl:agent"] || r === R.appos || r === R.obl || r === R.nsubj) {
      if (mayName(doc, g)) add(g, Math.imul(path, 31) + 5000 + r, step + 1);
    }
  }
}

function nearest(doc: Document, cue: number, way: 1 | -1, add: (token: number, path: number, steps: number) => void): void {
  for (let k = cue + way, n = 0; n < 8 && k >= 0 && k < doc.length && doc.sentence[k] === doc.sentence[cue]; k += way, n++) {
    if (!NOMINAL.has(doc.upos[k])) continue;
    // the head of the noun phrase, not a noun before it
    let head = k;
    while (
      doc.head[head] >= 0 &&
      Math.abs(doc.head[head] - head) < 6 &&
      (doc.relation[head] === R.compound || doc.relation[head] === R.flat)
    )
      head = doc.head[head];
    add(head, 3 + way, 9);
    return;
  }
}

enum T {
  SourceTag,
  TagKind,
  Beside,
  BesideClass,
  BesideLemma,
  Bias,
  Path,
  PathKind,
  PathLemma,
  PathTag,
  Word,
  WordPath,
  Class,
  ClassPath,
  Distance,
  Relation,
  RelationPassive,
  Between,
  Inside,
  Tag,
  Case,
  CaseLemma,
  ClassLemma,
  Adjacent,
  Count,
  DistanceClass,
}

/** Names of the templates, for `explain`. */
export const SOURCE_TEMPLATES: Readonly<Record<number, string>> = T;

/** Features for whether a nominal is the source of a cue. */
export function sourceFeatures(doc: Document, q: Quotations, cue: CueCandidate, s: SourceCandidate, rank: number, f: FeatureBuffer): void {
  const i = cue.token;
  const t = s.token;
  const lemma = hashOf(doc.lemma[i]);
  const passive = hasPassive(doc, i) ? 1 : 0;
  const who = nominalClass(doc, t);
  const relation = doc.relation[t];
  const before = t < i ? 1 : 0;
  const distance = bucket(Math.abs(t - i)) * 2 + before;
  f.clear();
  f.add(T.Bias);
  f.add(T.Path, s.path, doc.upos[i]);
  f.add(T.PathKind, s.path, cue.row.kind, passive);
  f.add(T.PathLemma, s.path, lemma, passive);
  f.add(T.PathTag, s.path, doc.upos[t], doc.xpos[i]);
  f.add(T.Word, hashOf(doc.lemma[t]));
  f.add(T.WordPath, hashOf(doc.lemma[t]), s.path);
  f.add(T.Class, who);
  f.add(T.ClassPath, who, s.path);
  f.add(T.ClassLemma, who, lemma, before);
  f.add(T.Distance, distance, doc.upos[i]);
  f.add(T.DistanceClass, distance, sourceKindAt(doc, t), doc.upos[t]);
  f.add(T.Relation, relation, doc.upos[i], before);
  f.add(T.RelationPassive, relation, passive, doc.xpos[i]);
  f.add(T.Between, Math.min(4, nominalsBetween(doc, i, t)), before);
  f.add(T.Inside, q.at[t] >= 0 ? 1 : 0, q.at[i] === q.at[t] ? 1 : 0, q.at[i] >= 0 ? 1 : 0);
  f.add(T.Tag, doc.xpos[t], before);
  const introducer = introducerOf(doc, t);
  f.add(T.Case, hashOf(introducer), relation, doc.upos[i]);
  f.add(T.CaseLemma, hashOf(introducer), lemma);
  f.add(
    T.Adjacent,
    before ? (i > 0 ? doc.upos[i - 1] : 0) : i + 1 < doc.length ? doc.upos[i + 1] : 0,
    before,
    Math.abs(t - i) === 1 ? 1 : 0,
  );
  f.add(T.Count, Math.min(rank, 5));
  // "..., police said.": nothing between source and cue, punctuation on the far side of both
  const tag = tagAt(doc, i);
  const tagged = tag === null ? 0 : tag.source === t ? tag.form : 4;
  f.add(T.SourceTag, tagged, doc.upos[t]);
  f.add(T.TagKind, tagged, cue.row.kind);
  const beside = reportingTag(doc, i, t);
  f.add(T.Beside, beside, cue.row.kind);
  f.add(T.BesideClass, beside, who);
  f.add(T.BesideLemma, beside, lemma);
}

/** How far source and cue make up a reporting tag of their own: bits for no noun between them, punctuation before, punctuation after. */
function reportingTag(doc: Document, cue: number, source: number): number {
  const first = Math.min(cue, source);
  const last = Math.max(cue, source);
  if (last - first > 6) return 0;
  for (let k = first + 1; k < last; k++)
    if (doc.upos[k] === U.PUNCT || doc.upos[k] === U.NOUN || doc.upos[k] === U.PROPN || doc.upos[k] === U.PRON) return 1;
  let k = first - 1;
  while (
    k >= 0 &&
    first - k < 8 &&
    (doc.upos[k] === U.PROPN || doc.upos[k] === U.ADJ || doc.upos[k] === U.DET || doc.upos[k] === U.NOUN || doc.upos[k] === U.NUM)
  )
    k--;
  const before = k < 0 || doc.upos[k] === U.PUNCT || doc.sentence[k] !== doc.sentence[first];
  const after = last + 1 >= doc.length || doc.upos[last + 1] === U.PUNCT;
  return 2 + (before ? 4 : 0) + (after ? 8 : 0) + (source < cue ? 16 : 0);
}

export function bucket(n: number): number {
  return n < 5 ? n : n < 8 ? 5 : n < 12 ? 6 : n < 20 ? 7 : 8;
}

function hasPassive(doc: Document, i: number): boolean {
  if (doc.xpos[i] !== P.VBN) return false;
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R["aux:pass"] || doc.relation[c] === R["nsubj:pass"]) return true;
  return doc.relation[i] === R.acl;
}

function nominalsBetween(doc: Document, a: number, b: number): number {
  let n = 0;
  for (let k = Math.min(a, b) + 1; k < Math.max(a, b); k++)
    if (doc.upos[k] === U.PROPN || doc.upos[k] === U.PRON || doc.upos[k] === U.NOUN) n++;
  return n;
}
