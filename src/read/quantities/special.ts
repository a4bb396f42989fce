import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Quantity } from "../findings.js";
import { nounOf } from "./noun.js";
import { type NumberWord, words } from "./words.js";

function exact(doc: Document, first: number, end: number, value: number, noun: number | null, rules: readonly string[]): Quantity {
  const span = [doc.start[first], doc.end[end - 1]] as const;
  return { count: { low: value, high: value, was: null, unit: null, qualifier: "exact", span }, tokens: [first, end], noun, rules };
}

/** Counts without a number: "no one", "no casualties", "a policeman", "both men". */
export function readWordless(doc: Document, i: number, w: NumberWord): Quantity | null {
  if (w.kind === "none") return none(doc, i, w);
  if (w.kind === "article") return article(doc, i);
  if (w.kind === "exact") return both(doc, i, w);
  return null;
}

function none(doc: Document, i: number, w: NumberWord): Quantity | null {
  const { glue } = words();
  const rules = [w.row, "quantity.none"];
  if (w.row !== "numbers.no") return exact(doc, i, i + 1, 0, w.row === "numbers.none" ? ofNoun(doc, i) : null, rules);
  // "no fewer than ten" counts ten
  if (i + 1 >= doc.length || doc.xpos[i + 1] === P.JJR || doc.xpos[i + 1] === P.RBR) return null;
  if (glue.one.has(doc.norm[i + 1])) return exact(doc, i, i + 2, 0, null, rules);
  const noun = nounOf(doc, i, i + 1);
  return noun !== null && doc.upos[i] === U.DET ? exact(doc, i, i + 1, 0, noun, rules) : null;
}

function ofNoun(doc: Document, i: number): number | null {
  return i + 1 < doc.length && words().glue.of.has(doc.norm[i + 1]) ? nounOf(doc, i, i + 1) : null;
}

/** "a policeman": one, where a countable noun in the singular is the head of the article's phrase. */
function article(doc: Document, i: number): Quantity | null {
  const { glue } = words();
  const head = doc.head[i] > i && doc.relation[i] === R.det ? doc.head[i] : nounOf(doc, i, i + 1);
  if (head === null || head - i > 8 || doc.upos[head] !== U.NOUN || doc.xpos[head] !== P.NN || glue.notCounted.has(doc.norm[head]))
    return null;
  return exact(doc, i, i + 1, 1, head, ["quantity.article"]);
}

function both(doc: Document, i: number, w: NumberWord): Quantity | null {
  const noun = nounOf(doc, i, i + 1);
  return noun !== null && doc.xpos[noun] === P.NNS ? exact(doc, i, i + 1, 2, noun, [w.row]) : null;
}
