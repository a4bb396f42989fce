import { overlaps, type Span } from "../../base/span.js";
import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";
import type { Count } from "../../model/reading.js";
import type { Findings, Quantity } from "../findings.js";
import { isPeople, mayBePeople } from "./people.js";
import type { TollWord } from "./words.js";

/** What candidates are found from; `classes` holds the word classes of every token. */
export type Needs = Pick<Findings, "doc" | "names" | "quantities"> & { readonly classes: Int32Array };

let parts: Map<string, string> | null = null;

/** What a word says of parts and further people: `part`, `of-whom`, `without`, `more`, or null. */
export function partWord(norm: string): string | null {
  parts ??= new Map(loadTable("toll-parts").rows.map((row) => [row.norm, row.kind]));
  return parts.get(norm) ?? null;
}

export interface Counted {
  readonly count: Count;
  /** First token after the number words, or null. */
  readonly after: number | null;
  readonly rule: string;
}

/** How many a noun phrase counts: its number, or one person or thing named or described in the singular. */
export function countOf({ doc, names, quantities, classes }: Needs, head: number, word: TollWord): Counted | null {
  const q = quantityAt(quantities, head);
  if (q) return numbered(q, word, word.things || (isArticle(doc, q) ? isPeople(doc, head, classes) : mayBePeople(doc, head, classes)));
  if (doc.upos[head] === U.PRON) return one(doc, head, doc.xpos[head] === P.PRP && partWord(normOf(doc, head)) === "single");
  if (doc.upos[head] === U.PROPN) {
    const at: Span = [doc.start[head], doc.end[head]];
    return one(
      doc,
      head,
      names.some((n) => n.type === "person" && overlaps(n.span, at)),
    );
  }
  // "A 14-year-old was shot": the adjective heads the phrase
  const singular = doc.xpos[head] === P.NN || (doc.upos[head] === U.ADJ && isPeople(doc, head, classes));
  if (!singular) return null;
  const determined = childWith(doc, head, R.det, R["nmod:poss"]) >= 0 || isPeople(doc, head, classes);
  return one(doc, head, determined && (word.things || isPeople(doc, head, classes)));
}

/** A number with its noun; a toll of people needs people, a toll of things a thing, and neither a unit. */
function numbered(q: Quantity, word: TollWord, fits: boolean): Counted | null {
  if (!fits || (q.count.unit !== null && q.count.unit !== "person" && !word.things)) return null;
  return { count: q.count, after: q.tokens[1], rule: "toll:number" };
}

function one(doc: Document, head: number, holds: boolean): Counted | null {
  if (!holds) return null;
  const span: Span = [doc.start[head], doc.end[head]];
  return { count: { low: 1, high: 1, was: null, unit: null, qualifier: "exact", span }, after: null, rule: "toll:one" };
}

/** The quantity whose noun or number word is this token. */
function quantityAt(quantities: readonly Quantity[], head: number): Quantity | null {
  return quantities.find((q) => q.noun === head) ?? quantities.find((q) => q.tokens[0] <= head && head < q.tokens[1]) ?? null;
}

/** "an injury" counts nobody: an article is no number there. */
export function isArticle(doc: Document, q: Quantity): boolean {
  return q.tokens[1] - q.tokens[0] === 1 && doc.upos[q.tokens[0]] === U.DET && q.count.low === 1;
}
