import { Ids } from "./ids.js";
import { childOf, firstOf, isUnder } from "./subtrees.js";
import type { TagColumns } from "./tag-pairs.js";
import { isFiniteTag } from "./tagger.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const AUX = new Ids([R.aux, R["aux:pass"], R.cop]);
const PASSIVE = new Ids([R["aux:pass"]]);
const OBJECT = new Ids([R.obj]);
const BOUND = new Ids([R.nsubj, R["nsubj:pass"], R.mark, R.cc, R.csubj, R.expl]);
const JOINED = new Ids([R.conj, R.ccomp, R.parataxis, R.acl]);
const MAIN = new Ids([R.root, R.ccomp]);
const STOP = vocabulary.id(".");
const COMMA = vocabulary.id(",");
/** What stands behind a participle more often than behind a verb in the past tense: "accused of", "armed with". */
const BEHIND = new Ids(["of", "with", "by", "as", "in"].map((w) => vocabulary.id(w)));
/** By how much a participle without an object may have fallen short of the past tense, in steps of the tagger's scores. */
const SHORT = 64;

/**
 * A participle with a subject and no auxiliary is either the verb of its clause in the past tense ("Police [located] the truck") or of a
 * reduced relative clause ("A poll [conducted] last week found that"). Changes tags, heads and labels in place.
 */
export function mendReduced(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  if (work.norm[end - 1] !== STOP) return;
  for (let v = PAD + 1; v < end; v++) {
    if (tags.upos[work.tag[v]] === U.ADJ && MAIN.has(work.label[v])) mendState(work, tags, v);
    if (tags.xpos[work.tag[v]] !== P.VBN || tags.upos[work.tag[v]] !== U.VERB || !MAIN.has(work.label[v])) continue;
    const subject = childOf(work, v, SUBJECT);
    if (subject < 0 || subject > v || childOf(work, v, AUX) >= 0) continue;
    const main = finiteBehind(work, tags, v);
    if (main < 0) asPast(work, tags, subject, v);
    else if (JOINED.has(work.label[main]) && isOneClause(work, v, main)) {
      putOver(work, subject, v, main, R.acl);
      // "The case against two [brothers] accused of it has been heard"
      if (tags.upos[work.tag[v - 1]] === U.NOUN && !isUnder(work, v - 1, v)) work.head[v] = v - 1;
    }
  }
}

/** "A woman who was reported [missing] was found alive": a state told by the relative clause is no predicate of what the verb behind it is said of. */
function mendState(work: Workspace, tags: TagColumns, state: number): void {
  const { head, label } = work;
  const [noun, clause] = [childOf(work, state, SUBJECT), state - 1];
  if (noun < 0 || noun > clause || head[clause] !== noun || label[clause] !== R["acl:relcl"]) return;
  const main = finiteBehind(work, tags, state);
  if (main < 0 || !JOINED.has(label[main])) return;
  putOver(work, noun, state, main, R.xcomp);
  head[state] = clause;
}

/** Whether no comma parts a verb from the one behind it, or another comma stands before. */
function isOneClause(work: Workspace, v: number, main: number): boolean {
  return work.norm[firstOf(work, main) - 1] !== COMMA || work.norm[v - 1] === COMMA;
}

function asPast(work: Workspace, tags: TagColumns, subject: number, v: number): void {
  const past = work.finite[v];
  if (past < 0 || tags.xpos[past] !== P.VBD || work.norm[v - 1] === COMMA) return;
  const object = childOf(work, v, OBJECT);
  if (object < v && (BEHIND.has(work.norm[v + 1]) || (work.label[subject] !== R.nsubj && work.short[v] > SHORT))) return;
  work.tag[v] = past;
  work.label[subject] = R.nsubj;
}

/** A finite verb that hangs on another before it, with no subject and no conjunction of its own; -1 where there is none. */
export function finiteBehind(work: Workspace, tags: TagColumns, verb: number): number {
  for (let m = verb + 1; m < PAD + work.length; m++) {
    if (work.head[m] !== verb || tags.upos[work.tag[m]] !== U.VERB) continue;
    let finite = isFiniteTag(tags.xpos[work.tag[m]]);
    let bound = false;
    for (let k = verb + 1; k < m; k++) {
      if (work.head[k] !== m) continue;
      if (BOUND.has(work.label[k])) bound = true;
      const x = tags.xpos[work.tag[k]];
      if (tags.upos[work.tag[k]] === U.AUX && (isFiniteTag(x) || x === P.MD)) finite = true;
    }
    if (finite && !bound) return m;
  }
  return -1;
}

/** Puts the verb `main` in the place of `verb`, which becomes a clause of the noun `a` before it, and the noun the subject of `main`. */
export function putOver(work: Workspace, a: number, verb: number, main: number, relation: number): void {
  const { head, label } = work;
  for (let k = PAD; k < PAD + work.length; k++) if (head[k] === verb && (k < a || k > main)) head[k] = main;
  head[main] = head[verb];
  label[main] = label[verb];
  head[verb] = a;
  label[verb] = relation;
  head[a] = main;
  label[a] = childOf(work, main, PASSIVE) >= 0 ? R["nsubj:pass"] : R.nsubj;
}
