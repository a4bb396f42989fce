import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const STOP = vocabulary.id(".");
const COMMA = vocabulary.id(",");
const NOMINAL: ReadonlySet<number> = new Ids([U.NOUN, U.PROPN, U.NUM, U.PRON, U.DET, U.ADJ]);
const LINKS: ReadonlySet<number> = new Ids([
  R.nmod,
  R.conj,
  R.appos,
  R.flat,
  R.compound,
  R.obl,
  R.acl,
  R["acl:relcl"],
  R.parataxis,
  R.list,
  R.xcomp,
]);
const CLAUSE: ReadonlySet<number> = new Ids([R.acl, R["acl:relcl"], R.parataxis, R.list, R.xcomp]);

/**
 * Where the parser left a sentence that ends in a full stop without a main clause, and its phrase holds a clause of a finite verb that is no
 * relative clause, that verb is the sentence's and the phrase its subject: "One of the rounds hit the wall", "The boy, who was struck
 * in the foot, ran inside". Changes heads and labels in place.
 */
export function mendMainVerb(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  if (work.norm[end - 1] !== STOP) return;
  const root = rootOf(work);
  if (root < 0 || !NOMINAL.has(tags.upos[work.tag[root]]) || hasChild(work, root, R.cop, R.aux, R.expl, R.nsubj)) return;
  for (let v = root + 1; v < end; v++) {
    if (tags.upos[work.tag[v]] !== U.VERB || !hangsOnPhrase(work, tags, v, root)) continue;
    if (joinSubjects(work, tags, v, root)) return;
    const passive = isFiniteClause(work, tags, v);
    if (passive === null || !(CLAUSE.has(work.label[v]) || followsRelative(work, v))) continue;
    raise(work, v, root, passive);
    return;
  }
}

function rootOf(work: Workspace): number {
  for (let i = PAD; i < PAD + work.length; i++) if (work.head[i] === PAD + work.length) return i;
  return -1;
}

function hasChild(work: Workspace, i: number, ...labels: readonly number[]): boolean {
  for (let k = PAD; k < PAD + work.length; k++) if (work.head[k] === i && labels.includes(work.label[k])) return true;
  return false;
}

/** Whether all that stands between a verb and the root is one phrase, with its relative clauses. */
function hangsOnPhrase(work: Workspace, tags: TagColumns, v: number, root: number): boolean {
  let at = v;
  for (let step = 0; step < work.length; step++) {
    if (!LINKS.has(work.label[at])) return false;
    at = work.head[at];
    if (at === root) return true;
    if (at < PAD || at >= PAD + work.length || at > v) return false;
    if (tags.upos[work.tag[at]] === U.VERB && work.label[at] !== R["acl:relcl"]) return false;
  }
  return false;
}

/** Whether a finite clause that has neither subject nor mark nor relative pronoun is passive; null where it is no such clause. */
function isFiniteClause(work: Workspace, { upos, xpos }: TagColumns, v: number): boolean | null {
  let finite = isFiniteTag(xpos[work.tag[v]]);
  let passive = false;
  for (let k = PAD; k < PAD + work.length; k++) {
    if (work.head[k] !== v) continue;
    if (OWN.has(work.label[k]) || (k < v && (work.label[k] === R.cc || isRelative(work, xpos, k)))) return null;
    const x = xpos[work.tag[k]];
    if (k < v && upos[work.tag[k]] === U.AUX && (isFiniteTag(x) || x === P.MD)) finite = true;
    if (work.label[k] === R["aux:pass"]) passive = true;
  }
  return finite ? passive : null;
}

const OWN: ReadonlySet<number> = new Ids([R.nsubj, R["nsubj:pass"], R.csubj, R.mark, R.expl]);

/** "who", "in which". */
function isRelative(work: Workspace, xpos: Uint8Array, k: number): boolean {
  for (let i = PAD; i <= k; i++) {
    const x = xpos[work.tag[i]];
    if ((i === k || work.head[i] === k) && (x === P.WP || x === P.WDT || x === P.WRB || x === P.WP$)) return true;
  }
  return false;
}

/** A verb that was joined to the relative clause before it, with a comma and nothing else between them. */
function followsRelative(work: Workspace, v: number): boolean {
  if (work.label[v] !== R.conj || work.label[work.head[v]] !== R["acl:relcl"]) return false;
  let first = v;
  for (let k = PAD; k < v; k++) if (work.head[k] === v && k < first && work.norm[k] !== COMMA) first = k;
  return work.norm[first - 1] === COMMA;
}

/**
 * "Two marshals and an agent were wounded": the clause that the parser joined to the phrase has a joint subject. Says whether it was so.
 */
function joinSubjects(work: Workspace, tags: TagColumns, v: number, root: number): boolean {
  if (work.label[v] !== R.conj || work.head[v] !== root) return false;
  let subject = -1;
  let and = -1;
  for (let k = root + 1; k < v; k++) {
    if (work.head[k] === v && (work.label[k] === R.nsubj || work.label[k] === R["nsubj:pass"])) subject = k;
    if (work.label[k] === R.cc && (work.head[k] === v || work.head[k] === subject || work.head[k] > k)) and = k;
  }
  if (subject < 0 || and < 0 || and > subject || !NOMINAL.has(tags.upos[work.tag[subject]])) return false;
  const passive = work.label[subject] === R["nsubj:pass"];
  for (let k = PAD; k < and; k++) if (isFiniteTag(tags.xpos[work.tag[k]]) && work.label[work.head[k]] !== R["acl:relcl"]) return false;
  for (let k = and + 1; k < subject; k++) if (work.head[k] === v && work.label[k] !== R.punct) return false;
  work.head[subject] = root;
  work.label[subject] = R.conj;
  work.head[and] = subject;
  raise(work, v, root, passive);
  return true;
}

/** Makes a verb the root, the phrase before it its subject, and what stood behind it in the phrase its own. */
function raise(work: Workspace, v: number, root: number, passive: boolean): void {
  const end = PAD + work.length;
  for (let k = v + 1; k < end; k++) {
    if (work.head[k] === v || work.head[k] >= v) continue;
    work.head[k] = v;
    if (work.label[k] === R.nmod) work.label[k] = R.obl;
  }
  work.head[v] = end;
  work.label[v] = R.root;
  work.head[root] = v;
  // "On Sunday, ..." is no subject
  work.label[root] = hasChild(work, root, R.case) ? R.obl : passive ? R["nsubj:pass"] : R.nsubj;
}
