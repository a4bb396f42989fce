import { childWith } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { type Features, stableHash } from "../linear.js";
import type { Candidate } from "./candidates.js";
import { cluster, effective, kindOf, manner } from "./kinds.js";
import type { Surroundings } from "./surroundings.js";

/** Hash bits of the features of phrases and entities. */
export const BITS = 20;
/** Words in a row that the features of a neighbourhood look at. */
const REACH = 2;

/** Features of a phrase as a filler of any role. */
export function phraseFeatures(s: Surroundings, c: Candidate, out: Features): void {
  own(s, c, out);
  governed(s, c, out);
  near(s, c, out);
  paths(s, c, out);
  around(s, c, out);
  told(s, c, out);
  known(s, c, out);
}

/** Features of phrases of one head, taken together. */
export function entityFeatures(s: Surroundings, candidates: readonly Candidate[], mentions: readonly number[], out: Features): void {
  for (const m of mentions) phraseFeatures(s, candidates[m], out);
}

/** The phrase itself: head, class, name, modifiers. */
function own(s: Surroundings, c: Candidate, out: Features): void {
  const { doc } = s;
  const head = stableHash(doc.lemma[c.head]);
  const group = cluster(doc, c.head);
  out.add(20);
  out.add(21, head);
  out.add(22, group);
  out.add(23, s.nameAt[c.head]);
  out.add(24, doc.xpos[c.head]);
  for (let i = c.first; i <= c.last; i++) {
    if (i === c.head) continue;
    out.add(25, stableHash(doc.lemma[i]));
    out.add(26, cluster(doc, i));
    if (s.nameAt[i]) out.add(27, s.nameAt[i]);
  }
  const det = childWith(doc, c.head, R.det);
  out.add(28, det >= 0 ? stableHash(doc.norm[det]) : 0);
  out.add(29, c.head > 0 ? stableHash(doc.lemma[c.head - 1]) : 0, head);
}

function governed(s: Surroundings, c: Candidate, out: Features): void {
  const { doc } = s;
  const at = effective(doc, c.head);
  const r = doc.relation[at] + 1 + (at === c.head ? 0 : 100);
  const marker = childWith(doc, at, R.case);
  const mark = marker >= 0 ? stableHash(doc.norm[marker]) : 0;
  const g = doc.head[at];
  out.add(40, r, mark);
  if (g < 0) {
    out.add(41, s.nameAt[c.head]);
    return;
  }
  const governor = stableHash(doc.lemma[g]);
  const passive = childWith(doc, g, R["nsubj:pass"]) >= 0 ? 1 : 0;
  const group = cluster(doc, c.head);
  out.add(42, r, governor, passive);
  out.add(43, r, governor, mark);
  out.add(44, r, cluster(doc, g), mark);
  out.add(45, governor, group);
  out.add(46, r, s.triggered[g], mark);
  out.add(47, s.triggered[g], group);
  out.add(48, governor, s.nameAt[c.head]);
  const gg = doc.head[g];
  if (gg >= 0) {
    out.add(49, doc.relation[g], stableHash(doc.lemma[gg]), r);
    out.add(50, s.triggered[gg], doc.relation[g], r);
  }
  for (let k = doc.firstChild[g]; k >= 0; k = doc.nextSibling[k]) {
    if (k === at || doc.upos[k] === U.PUNCT) continue;
    out.add(51, r, stableHash(doc.lemma[k]), governor);
    if (s.triggered[k]) out.add(52, r, s.triggered[k], doc.relation[k]);
  }
  for (let k = doc.firstChild[c.head]; k >= 0; k = doc.nextSibling[k]) {
    if (k <= c.head) continue;
    out.add(53, doc.relation[k], stableHash(doc.lemma[k]));
    if (s.triggered[k]) out.add(54, doc.relation[k], s.triggered[k], doc.xpos[k] === P.VBN ? 1 : 0);
  }
}

/** The nearest triggers of the sentence on both sides, and the words beside the phrase. */
function near(s: Surroundings, c: Candidate, out: Features): void {
  const { doc } = s;
  const sentence = doc.sentence[c.head];
  const start = doc.sentenceStart[sentence];
  const end = doc.sentenceStart[sentence + 1];
  const group = cluster(doc, c.head);
  const kind = s.nameAt[c.head];
  for (let k = 1; k <= REACH; k++) {
    const l = c.first - k >= start ? stableHash(doc.lemma[c.first - k]) : 0;
    const rr = c.last + k < end ? stableHash(doc.lemma[c.last + k]) : 0;
    out.add(60, k, l);
    out.add(61, k, rr);
    if (k === 1) {
      out.add(62, l, group);
      out.add(63, rr, group);
    }
  }
  for (let i = c.first - 1, n = 0; i >= start && n < 1; i--) {
    if (!s.triggered[i]) continue;
    out.add(64, stableHash(doc.lemma[i]), Math.min(4, (c.first - i) >> 2));
    out.add(65, s.triggered[i], group);
    out.add(66, s.triggered[i], kind);
    n++;
  }
  for (let i = c.last + 1, n = 0; i < end && n < 1; i++) {
    if (!s.triggered[i]) continue;
    out.add(67, stableHash(doc.lemma[i]), Math.min(4, (i - c.last) >> 2));
    out.add(68, s.triggered[i], group);
    out.add(69, s.triggered[i], kind);
    n++;
  }
  for (const type of s.sentenceTypes[sentence]) {
    out.add(70, type, group);
    out.add(71, type, stableHash(doc.lemma[c.head]));
  }
}

/** Steps in the tree from the phrase to a trigger, at most. */
const STEPS = 5;

/** The ways up the tree from the phrase to the triggers above it and below their heads: relations, and which trigger. */
function paths(s: Surroundings, c: Candidate, out: Features): void {
  const { doc } = s;
  const group = cluster(doc, c.head);
  let at = effective(doc, c.head);
  let path = 0;
  for (let k = 0; k < STEPS && doc.head[at] >= 0; k++) {
    const r = doc.relation[at] === R.conj ? 0 : doc.relation[at] + 1;
    if (r !== 0) path = Math.imul(path, 131) + r;
    at = doc.head[at];
    if (s.triggered[at]) {
      out.add(100, path, s.triggered[at]);
      out.add(101, path, stableHash(doc.lemma[at]));
      out.add(102, path, s.triggered[at], group);
      out.add(104, path, s.triggered[at], manner(s, at));
      out.add(114, manner(s, at));
    }
    for (let child = doc.firstChild[at]; child >= 0; child = doc.nextSibling[child]) {
      if (s.triggered[child]) out.add(103, path, doc.relation[child] + 1, s.triggered[child]);
    }
  }
}

/** Words of the sentence before and after the phrase, and the phrase in full. */
function around(s: Surroundings, c: Candidate, out: Features): void {
  const { doc } = s;
  const sentence = doc.sentence[c.head];
  const kind = kindOf(s, c);
  for (let i = doc.sentenceStart[sentence]; i < doc.sentenceStart[sentence + 1]; i++) {
    if (doc.upos[i] === U.PUNCT || (i >= c.first && i <= c.last)) continue;
    const side = i < c.first ? 0 : 1;
    out.add(105, stableHash(doc.lemma[i]), side);
    out.add(106, stableHash(doc.lemma[i]), kind);
  }
  let whole = 0;
  for (let i = c.first; i <= c.last; i++) if (doc.upos[i] !== U.DET) whole = Math.imul(whole, 16777619) ^ stableHash(doc.lemma[i]);
  out.add(107, whole);
  out.add(108, kind);
  const group = s.groupAt[c.last] || s.groupAt[c.head];
  if (group > 0) {
    out.add(112, s.reportHeat);
    out.add(113, s.sentenceHeat[sentence], c.first > 0 ? stableHash(doc.lemma[c.first - 1]) : 0);
  }
  out.add(109, kind, s.reportHeat, s.sentenceHeat[sentence]);
  const mark = c.first > 0 ? stableHash(doc.norm[c.first - 1]) : 0;
  out.add(110, mark, kind);
  out.add(111, c.last + 1 < doc.length ? stableHash(doc.norm[c.last + 1]) : 0, kind);
}

/** What the frames found, and how hot sentence and report are. */
function told(s: Surroundings, c: Candidate, out: Features): void {
  const { doc } = s;
  const sentence = doc.sentence[c.head];
  out.add(80, s.roleAt[c.head]);
  out.add(81, s.roleAt[c.head], s.typeAt[c.head]);
  out.add(82, s.roleAt[c.head], cluster(doc, c.head));
  const heat = s.sentenceHeat[sentence];
  const before = sentence > 0 ? s.sentenceHeat[sentence - 1] : 9;
  const after = sentence + 1 < doc.sentenceCount ? s.sentenceHeat[sentence + 1] : 9;
  out.add(83, heat);
  out.add(84, s.reportHeat);
  out.add(85, heat, before, after);
  out.add(86, heat, cluster(doc, c.head));
  out.add(87, s.reportHeat, cluster(doc, c.head));
  out.add(88, heat, s.reportHeat, s.roleAt[c.head]);
  out.add(89, heat, stableHash(doc.lemma[c.head]));
  out.add(90, s.reportHeat, stableHash(doc.lemma[c.head]));
  out.add(91, Math.min(5, sentence));
}

/** What the reading knows of the phrase: which sort of actor, counted in which toll, in whose words; and how the events of its sentence are told. */
function known(s: Surroundings, c: Candidate, out: Features): void {
  const { facts, doc } = s;
  const sort = facts.sortAt[c.head];
  const toll = facts.tollAt[c.head];
  const sentence = doc.sentence[c.head];
  out.add(120, sort);
  out.add(121, sort, s.roleAt[c.head], s.typeAt[c.head]);
  out.add(122, toll, sort);
  out.add(123, toll, s.reportHeat);
  out.add(124, facts.stanceAt[c.head], sort);
  for (let i = doc.sentenceStart[sentence]; i < doc.sentenceStart[sentence + 1]; i++) {
    if (!s.triggered[i]) continue;
    out.add(125, s.triggered[i], manner(s, i), kindOf(s, c));
    out.add(126, s.triggered[i], sort);
  }
}
