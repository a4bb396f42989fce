import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

let loaded: { readonly object: ReadonlySet<number>; readonly as: ReadonlySet<number> } | null = null;

function verbs(): { readonly object: ReadonlySet<number>; readonly as: ReadonlySet<number> } {
  const of = (how: string) => new Set(loadTable("naming-verbs").rows.flatMap((r) => (r.how === how ? [vocabulary.id(r.lemma)] : [])));
  loaded ??= { object: of("object"), as: of("as") };
  return loaded;
}

const ARTICLES = new Set(["a", "an"]);
const SPANS = wordsOf("time-span");
const STATES = wordsOf("state-after-verb");
const AS = vocabulary.id("as");

/**
 * "called the killings an execution", "what it called an attempt to seize power": a word that somebody names an event with, which is a
 * label of it and opens no event of its own. Not what is called for, and not the event that is named so.
 */
export function isNamedSo(doc: Document, t: number): boolean {
  const noun = isVerbal(doc, t) && doc.relation[t] === R.acl ? doc.head[t] : t;
  const verb = doc.head[noun];
  // "found guilty of murdering a motorist" names nothing
  if (STATES.has(doc.lemma[noun])) return false;
  if (verb < 0 || verb > noun || doc.upos[verb] !== U.VERB || doc.upos[noun] !== U.NOUN) return false;
  const r = doc.relation[noun];
  if (r === R.obl) {
    const marker = childWith(doc, noun, R.case);
    return verbs().as.has(doc.lemma[verb]) && marker >= 0 && doc.norm[marker] === AS;
  }
  if (!verbs().object.has(doc.lemma[verb])) return false;
  if (r === R.xcomp || (r === R.obj && whatBefore(doc, verb) >= 0)) return true;
  const first = childWith(doc, verb, R.obj);
  return r === R.obj && first >= 0 && first < noun;
}

/** "in what the minister called a terrorist attack but families described as a botched raid": the "what" of a verb of naming; -1 where it has none. */
export function whatBefore(doc: Document, verb: number): number {
  let joined = false;
  for (let k = verb - 1; k >= Math.max(doc.sentenceStart[doc.sentence[verb]], verb - WHAT_REACH); k--) {
    if (doc.xpos[k] === P.WP && WHAT.has(doc.norm[k])) return k;
    if (doc.upos[k] === U.PUNCT && !joined) return -1;
    if (doc.upos[k] === U.CCONJ) joined = true;
    if (doc.upos[k] === U.VERB && !joined) return -1;
  }
  return -1;
}

const WHAT = wordsOf("what");
/** How far before its verb "what" may stand, in tokens. */
const WHAT_REACH = 16;

/** "called the shooting a massacre": the noun that its verb gives a name, and asks nothing of. */
export function isNamed(doc: Document, noun: number, verb: number): boolean {
  if (doc.relation[noun] !== R.obj || !verbs().object.has(doc.lemma[verb])) return false;
  // "in what the junta called an attempted coup"
  if (doc.relation[verb] === R["acl:relcl"] && doc.xpos[doc.head[verb]] === P.WP) return true;
  for (let c = doc.nextSibling[noun]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.obj || doc.relation[c] === R.xcomp) return true;
  return isJudged(doc, noun);
}

/** `called the attack cowardly`, `called the killings "barbaric"`: the judgement right behind the noun, however the tree hangs it. */
function isJudged(doc: Document, noun: number): boolean {
  let at = noun + 1;
  if (at < doc.length && doc.upos[at] === U.PUNCT && doc.xpos[at] === P["``"]) at++;
  if (at >= doc.length || doc.sentence[at] !== doc.sentence[noun]) return false;
  // "called the killings a tragedy"; not "called the strike a week ago"
  if (ARTICLES.has(normOf(doc, at))) return doc.head[at] > at && !SPANS.has(doc.lemma[doc.head[at]]);
  const isAdjective = doc.upos[at] === U.ADJ || (doc.upos[at] === U.ADV && normOf(doc, at).endsWith("ly"));
  const next = at + 1;
  return isAdjective && (next >= doc.length || doc.upos[next] === U.PUNCT || doc.upos[next] === U.CCONJ);
}
