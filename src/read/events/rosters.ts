import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { Context } from "./context.js";
import { SUBJECTS } from "./voice.js";

/**
 * Persons told one after another with their ages ("Sadiq Bello, 26, Umar Faruk, 31, and Haruna Idris, 40"): the heads of all names of
 * the list that the token's name is in, in order, the token's own left out. Trees lose such lists. Empty where no age stands between
 * the names, and it ends at a name that is the subject of another verb.
 */
export function rosterOf(ctx: Context, token: number): readonly number[] {
  if (ctx.lookups.nameAt(token)?.type !== "person") return [];
  const persons = ctx.names.filter((n) => n.type === "person" && ctx.doc.sentence[n.tokens[0]] === ctx.doc.sentence[token]);
  const at = persons.findIndex((n) => n.tokens[0] <= token && token < n.tokens[1]);
  if (at < 0) return [];
  const { doc } = ctx;
  const verb = verbOf(doc, token);
  const heads: number[] = [];
  for (let k = at; k > 0 && isNext(doc, persons[k - 1].tokens[1], persons[k].tokens[0]); k--)
    heads.unshift(headOf(doc, persons[k - 1].tokens));
  for (let k = at; k + 1 < persons.length && isNext(doc, persons[k].tokens[1], persons[k + 1].tokens[0]); k++) {
    const head = headOf(doc, persons[k + 1].tokens);
    const other = verbOf(doc, head);
    if (SUBJECTS.includes(doc.relation[head]) && other !== verb && doc.upos[other] === U.VERB) break;
    heads.push(head);
  }
  return heads;
}

/** Whether between two names stand an age in commas or brackets and nothing else, but for "and". */
function isNext(doc: Document, from: number, to: number): boolean {
  let hasAge = false;
  for (let t = from; t < to; t++) {
    if (doc.upos[t] === U.NUM) hasAge = true;
    else if (doc.upos[t] !== U.PUNCT && doc.upos[t] !== U.CCONJ) return false;
  }
  return hasAge;
}

function headOf(doc: Document, [first, end]: readonly [number, number]): number {
  for (let t = first; t < end; t++) if (doc.head[t] < first || doc.head[t] >= end) return t;
  return first;
}

/** The verb that a name hangs on, through the list. */
function verbOf(doc: Document, t: number): number {
  let at = t;
  while (doc.head[at] >= 0 && (doc.relation[at] === R.conj || doc.relation[at] === R.list || doc.relation[at] === R.appos))
    at = doc.head[at];
  return doc.head[at];
}
