import { ById } from "../../language/by-id.js";
import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Label } from "../../model/vocabulary.js";
import { whatBefore } from "../events/naming.js";
import { wordsOf } from "../events/words.js";

/** A phrase that an event may be called by, at its tokens. */
export interface LabelName {
  readonly id: string;
  readonly label: Label;
  readonly first: number;
}

/** An act of naming: the verb, and the token of what is named (-1 where only the speaker's act can be meant). */
export interface Naming {
  readonly rule: string;
  readonly verb: number;
  readonly of: number;
}

interface LabelRow {
  readonly id: string;
  readonly words: readonly number[];
  readonly label: Label;
}

interface Tables {
  /** Rows by their last word. */
  readonly names: ById<readonly LabelRow[]>;
  readonly verbs: ReadonlyMap<number, ReadonlySet<string>>;
}

let tables: Tables | null = null;

function load(): Tables {
  const names = new Map<number, LabelRow[]>();
  for (const row of loadTable("labels").rows) {
    // "self-defence" may stand as one token or as three
    for (const words of new Set([row.words, row.words.replaceAll("-", " ")])) {
      const ids = words.split(" ").map((w) => vocabulary.id(w));
      const last = ids[ids.length - 1];
      const rows = names.get(last) ?? [];
      rows.push({ id: row.id, words: ids, label: row.label as Label });
      names.set(
        last,
        rows.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  const verbs = new Map<number, Set<string>>();
  for (const row of loadTable("naming-verbs").rows) {
    const lemma = vocabulary.id(row.lemma);
    verbs.set(lemma, (verbs.get(lemma) ?? new Set()).add(row.how));
  }
  return { names: new ById(names), verbs };
}

const NO_ROWS: readonly LabelRow[] = [];

/** The longest name of the table that ends at token `i`, hyphens between its words passed over. */
export function nameEndingAt(doc: Document, i: number): LabelName | null {
  tables ??= load();
  for (const row of tables.names.get(doc.norm[i]) ?? tables.names.get(doc.lemma[i]) ?? NO_ROWS) {
    let k = i - 1;
    let w = row.words.length - 2;
    while (w >= 0 && k >= 0) {
      if (doc.norm[k] === row.words[w] || doc.lemma[k] === row.words[w]) w--;
      else if (doc.upos[k] !== U.PUNCT || doc.end[k] - doc.start[k] !== 1) break;
      k--;
    }
    if (w < 0) return { id: row.id, label: row.label, first: k + 1 };
  }
  return null;
}

const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"], R["nsubj:outer"]]);

/** The act that gives a phrase to something as its name, or null where the phrase stands in passing. */
export function namedBy(doc: Document, end: number, { first, label }: LabelName): Naming | null {
  let head = end;
  while (doc.head[head] >= first && doc.head[head] <= end) head = doc.head[head];
  // "some type of personal argument", "an act of terror": the name may hang on a bleached noun
  for (let n = 0; n < 2 && doc.relation[head] === R.nmod && takes(doc, doc.head[head], "kind"); n++) head = doc.head[head];
  return (
    copular(doc, head) ??
    asWhat(doc, head) ??
    asName(doc, head) ??
    asObject(doc, head) ??
    (label === "self-defence" ? defence(doc, head) : null)
  );
}

function child(doc: Document, i: number, relations: ReadonlySet<number>): number {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (relations.has(doc.relation[c])) return c;
  return -1;
}

const COPULA = new Ids([R.cop]);

/** "it was a terrorist attack", "appears to be a feud". */
function copular(doc: Document, head: number): Naming | null {
  if (child(doc, head, COPULA) < 0) return null;
  let verb = head;
  let of = child(doc, verb, SUBJECT);
  for (let n = 0; n < 2 && of < 0 && doc.relation[verb] === R.xcomp; n++) {
    verb = doc.head[verb];
    of = child(doc, verb, SUBJECT);
  }
  return of < 0 ? null : { rule: "label:is", verb, of };
}

const OBJECT = new Ids([R.obj, R["nsubj:pass"]]);

/** "described it as a crime", "was treated as murder". */
function asName(doc: Document, head: number): Naming | null {
  const verb = doc.head[head];
  if (verb < 0 || !takes(doc, verb, "as")) return null;
  const as = vocabulary.id("as");
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if ((doc.relation[c] === R.case || doc.relation[c] === R.mark) && doc.norm[c] === as)
      return { rule: "label:as", verb, of: child(doc, verb, OBJECT) };
  }
  return null;
}

/** "in what the minister called a terrorist attack", "what police described as a hate crime": what was told before. */
function asWhat(doc: Document, head: number): Naming | null {
  const verb = doc.head[head];
  if (verb < 0 || verb > head || whatBefore(doc, verb) < 0) return null;
  const r = doc.relation[head];
  const marker = r === R.obl ? child(doc, head, CASE) : -1;
  const isAs = marker >= 0 && doc.norm[marker] === vocabulary.id("as") && takes(doc, verb, "as");
  return isAs || ((r === R.obj || r === R.xcomp) && takes(doc, verb, "object")) ? { rule: WHAT, verb, of: -1 } : null;
}

/** Rule of a naming of what the sentence told before. */
export const WHAT = "label:what";
const CASE = new Ids([R.case]);

/** "whether he considered it terrorism": nobody has called it so yet. */
export function isOpenNaming(doc: Document, { verb }: Naming): boolean {
  const mark = child(doc, verb, MARK);
  return mark >= 0 && mark < verb && OPEN.has(doc.norm[mark]);
}

const MARK = new Ids([R.mark]);
const OPEN = wordsOf("open-question");

const NAMED = new Ids([R.xcomp, R.obj, R.ccomp, R["obl:unmarked"], R["nmod:unmarked"], R.conj]);

/** "declared the incident a terrorist attack", "was called an accident". */
function asObject(doc: Document, head: number): Naming | null {
  const verb = doc.head[head];
  const r = doc.relation[head];
  if (verb < 0 || !takes(doc, verb, "object") || !NAMED.has(r)) return null;
  const of = child(doc, verb, OBJECT);
  return of < 0 || of === head ? null : { rule: "label:called", verb, of };
}

/** "acted in self-defence": the act is the speaker's own or the one told of. */
function defence(doc: Document, head: number): Naming | null {
  const verb = doc.head[head];
  if (verb < 0 || doc.upos[verb] !== U.VERB) return null;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.case && takes(doc, c, "in")) return { rule: "label:defence", verb, of: verb };
  }
  return null;
}

/** Whether a naming is denied: "it was not an act of terror", "is not being treated as murder". */
export function isUnnamed(doc: Document, { verb }: Naming): boolean {
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c])
    if ((doc.relation[c] === R.advmod || doc.relation[c] === R.det) && NOT.has(doc.norm[c])) return true;
  return false;
}

const NOT = wordsOf("negation");

/** The tokens of a span, end exclusive, that deny that something may be called by a name: "was not being treated as terrorism"; null where none do. */
export function denialOfName(doc: Document, first: number, end: number): readonly [number, number] | null {
  for (let k = first; k < end; k++) {
    const name = nameEndingAt(doc, k);
    const named = name && namedBy(doc, k, name);
    if (!named || !isUnnamed(doc, named)) continue;
    let from = Math.min(named.verb, name.first);
    for (let c = doc.firstChild[named.verb]; c >= 0 && c < named.verb; c = doc.nextSibling[c])
      if (c >= first && c < from && BESIDE_VERB.has(doc.relation[c])) from = c;
    return [Math.max(first, from), k + 1];
  }
  return null;
}

const BESIDE_VERB = new Ids([R.aux, R["aux:pass"], R.cop, R.advmod]);

/** Whether a verb may name its object, its "as", as the table says; or a noun be a mere "kind", "thing". */
export function takes(doc: Document, verb: number, how: string): boolean {
  return tables?.verbs.get(doc.lemma[verb])?.has(how) ?? false;
}
