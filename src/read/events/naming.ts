import { childWith, type Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import { isVerbal } from "./voice.js";

let loaded: { readonly object: ReadonlySet<number>; readonly as: ReadonlySet<number> } | null = null;

function verbs(): { readonly object: ReadonlySet<number>; readonly as: ReadonlySet<number> } {
  const of = (how: string) => new Set(loadTable("naming-verbs").rows.flatMap((r) => (r.how === how ? [vocabulary.id(r.lemma)] : [])));
  loaded ??= { object: of("object"), as: of("as") };
  return loaded;
}

const AS = vocabulary.id("as");

/**
 * "called the killings an execution", "what it called an attempt to seize power": a word that somebody names an event with, which is a
 * label of it and opens no event of its own. Not what is called for, and not the event that is named so.
 */
export function isNamedSo(doc: Document, t: number): boolean {
  const noun = isVerbal(doc, t) && doc.relation[t] === R.acl ? doc.head[t] : t;
  const verb = doc.head[noun];
  if (verb < 0 || verb > noun || doc.upos[verb] !== U.VERB || doc.upos[noun] !== U.NOUN) return false;
  const r = doc.relation[noun];
  if (r === R.obl) {
    const marker = childWith(doc, noun, R.case);
    return verbs().as.has(doc.lemma[verb]) && marker >= 0 && doc.norm[marker] === AS;
  }
  if (!verbs().object.has(doc.lemma[verb])) return false;
  if (r === R.xcomp) return true;
  const first = childWith(doc, verb, R.obj);
  return r === R.obj && first >= 0 && first < noun;
}

/** "called the shooting a massacre": the noun that its verb gives a name, and asks nothing of. */
export function isNamed(doc: Document, noun: number, verb: number): boolean {
  if (doc.relation[noun] !== R.obj || !verbs().object.has(doc.lemma[verb])) return false;
  for (let c = doc.nextSibling[noun]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.obj || doc.relation[c] === R.xcomp) return true;
  return false;
}
