import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

/** Words that stand before a noun phrase as well as before a clause. */
const EITHER = new Ids(["after", "before", "since", "until", "till"].map((w) => vocabulary.id(w)));
const MARKS = new Set(
  ["after", "before", "when", "while", "because", "as", "since", "until", "although", "though"].map((w) => vocabulary.id(w)),
);
const CLAUSE = new Ids([R.advcl, R.ccomp, R.parataxis, R.conj]);
const AS = vocabulary.id("as");
/** Verbs that say as what somebody or something is known: "identified as" opens no clause. */
const TAKEN_AS = new Set(
  ["identified", "known", "described", "named", "disguised", "dressed", "posing", "posed", "worked", "works", "serving", "served"].map(
    (w) => vocabulary.id(w),
  ),
);
const FINITE = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"], R["nsubj:outer"], R.csubj, R.expl]);

/**
 * Clauses behind a word that may also be a preposition, where the parser went astray: "after a roof in the town collapsed" told as what was
 * after the roof, "denied a role after marchers burned flags" as the role that burned. Changes heads and labels in place.
 */
export function mendSubordinates(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let c = PAD + 3; c < end; c++) {
    if (tags.upos[work.tag[c]] !== U.VERB || work.head[c] >= c) continue;
    const relation = work.label[c];
    if (relation === R.acl) loosen(work, tags, c);
    else if (relation === R["acl:relcl"]) asTold(work, tags, c);
    else if (CLAUSE.has(relation)) withSubject(work, tags, c);
  }
}

/** "after a roof in the town collapsed": the noun behind the preposition is the clause's subject. */
function withSubject(work: Workspace, tags: TagColumns, c: number): void {
  let finite = FINITE.has(tags.xpos[work.tag[c]]);
  let passive = false;
  let first = c;
  for (let k = PAD; k < PAD + work.length; k++) {
    if (work.head[k] !== c) continue;
    if (SUBJECT.has(work.label[k]) || work.label[k] === R.mark || work.label[k] === R.cc) return;
    if (k < c && tags.upos[work.tag[k]] === U.AUX && FINITE.has(tags.xpos[work.tag[k]])) finite = true;
    if (work.label[k] === R["aux:pass"]) passive = true;
    if (k < first) first = k;
  }
  if (!finite || tags.upos[work.tag[first]] === U.PUNCT || tags.upos[work.tag[first - 1]] === U.PUNCT) return;
  const host = work.head[c];
  const noun = phraseBefore(work, tags, host, first);
  if (noun < 0) {
    asSubject(work, tags, host, first, c, passive);
    return;
  }
  const preposition = childWith(work, noun, R.case);
  for (let k = noun + 1; k < first; k++) {
    if (work.head[k] !== host) continue;
    work.head[k] = noun;
    work.label[k] = R.nmod;
  }
  work.head[noun] = c;
  work.label[noun] = passive ? R["nsubj:pass"] : R.nsubj;
  work.head[preposition] = c;
  work.label[preposition] = R.mark;
  work.label[c] = R.advcl;
}

/** The noun behind such a preposition, of phrases that hang on a verb and end straight before `first`; -1 where none does. */
function phraseBefore(work: Workspace, tags: TagColumns, host: number, first: number): number {
  let before = first - 1;
  for (let n = 0; n < MOST && before > host; n++) {
    let noun = before;
    while (work.head[noun] > host && work.head[noun] < first) noun = work.head[noun];
    if (work.head[noun] !== host || (work.label[noun] !== R.obl && work.label[noun] !== R.obj)) return -1;
    const preposition = childWith(work, noun, R.case);
    if (preposition < 0) return -1;
    if (EITHER.has(work.norm[preposition])) return noun;
    if (work.norm[preposition] === AS) return TAKEN_AS.has(work.norm[host]) || !NOMINAL.has(tags.upos[work.tag[noun]]) ? -1 : noun;
    before = preposition - 1;
  }
  return -1;
}

/** "when seven of the men were found": a noun taken for a clause of its own, straight before the verb that it is the subject of. */
function asSubject(work: Workspace, tags: TagColumns, host: number, first: number, c: number, passive: boolean): void {
  let noun = first - 1;
  while (work.head[noun] > host && work.head[noun] < first) noun = work.head[noun];
  if (noun <= host || work.head[noun] !== host || work.label[noun] !== R.advcl || !NOMINAL.has(tags.upos[work.tag[noun]])) return;
  let opens = false;
  for (let k = host + 1; k < noun; k++) {
    if (work.head[k] !== noun) continue;
    if (FINITE_PARTS.has(work.label[k]) || SUBJECT.has(work.label[k])) return;
    if (work.label[k] === R.mark || tags.xpos[work.tag[k]] === P.WRB) opens = true;
  }
  if (!opens) return;
  for (let k = host + 1; k < noun; k++)
    if (work.head[k] === noun && (work.label[k] === R.mark || work.label[k] === R.punct || tags.xpos[work.tag[k]] === P.WRB))
      work.head[k] = c;
  work.head[noun] = c;
  work.label[noun] = passive ? R["nsubj:pass"] : R.nsubj;
  work.label[c] = R.advcl;
}

const NOMINAL = new Ids([U.NOUN, U.PROPN, U.NUM, U.PRON]);
const FINITE_PARTS = new Ids([R.cop, R.aux, R["aux:pass"], R.case]);

/** Most phrases between the preposition and the clause's verb. */
const MOST = 3;

/** "denied any role after marchers burned flags": a clause with a subject and a mark goes with the verb, not with its object. */
function loosen(work: Workspace, tags: TagColumns, c: number): void {
  const noun = work.head[c];
  const verb = work.head[noun];
  if (noun < PAD || work.label[noun] !== R.obj || verb < PAD || verb >= noun || tags.upos[work.tag[verb]] !== U.VERB) return;
  const mark = childWith(work, c, R.mark);
  if (mark < 0 || !MARKS.has(work.norm[mark]) || !FINITE.has(tags.xpos[work.tag[c]])) return;
  if (childWith(work, c, R.nsubj) < 0) return;
  work.head[c] = verb;
  work.label[c] = R.advcl;
}

const TELLING = new Set(
  ["told", "tell", "tells", "assured", "informed", "reminded", "warned", "convinced", "notified"].map((w) => vocabulary.id(w)),
);
const THAT = vocabulary.id("that");

/** "told the group that officers had gone from door to door": what somebody is told, and not which group. */
function asTold(work: Workspace, tags: TagColumns, c: number): void {
  const noun = work.head[c];
  const verb = work.head[noun];
  const that = noun + 1;
  if (verb < PAD || verb >= noun || !TELLING.has(work.norm[verb]) || (work.label[noun] !== R.obj && work.label[noun] !== R.iobj)) return;
  if (work.norm[that] !== THAT || work.head[that] !== c || work.label[that] !== R.obj || childWith(work, c, R.nsubj) < that) return;
  work.head[c] = verb;
  work.label[c] = R.ccomp;
  work.label[noun] = R.iobj;
  work.label[that] = R.mark;
  work.tag[that] = tagOf(tags, U.SCONJ, P.IN);
}

function tagOf({ upos, xpos }: TagColumns, u: number, p: number): number {
  return upos.findIndex((of, k) => of === u && xpos[k] === p);
}

function childWith(work: Workspace, i: number, relation: number): number {
  for (let k = PAD; k < PAD + work.length; k++) if (work.head[k] === i && work.label[k] === relation) return k;
  return -1;
}
