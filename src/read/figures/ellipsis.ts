import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Count } from "../../model/reading.js";
import type { Quantity } from "../findings.js";
import { measureOf } from "./measure.js";
import { type Grounds, kindOfUnit } from "./select.js";
import { figureWords } from "./words.js";

/** What one figure says before it has its voice and its id. */
export interface Figure {
  readonly token: number;
  /** Token whose period it has, where that is not its own: a share by which another number moved. */
  readonly over?: number;
  /** First token of its number. */
  readonly number?: number;
  /** The figure that a list goes on from, whose period a number without one of its own has. */
  readonly like?: Figure | null;
  readonly count: Count;
  readonly measure: Span | null;
  readonly rules: readonly string[];
}

const SUM = 100_000;
const NEAR = 60;

/** A bare number that counts what the figure before it counted: "compared to 44,200 in 2023 and 26,600 in 2022", "will allocate 5.5 million". */
export function elliptical(doc: Document, q: Quantity, last: Figure, g: Grounds): Figure | null {
  if (q.noun !== null || q.count.unit !== null || q.rules.includes("quantity.none") || q.count.qualifier === "order") return null;
  if (g.tolls.holds(q.count)) return null;
  const token = q.tokens[1] - 1;
  const same = doc.sentence[token] === doc.sentence[last.token];
  const least = q.count.low ?? q.count.high ?? 0;
  const count: Count = { ...q.count, unit: last.count.unit };
  if (same && compares(doc, q) && alike(least, last.count))
    return { token, count, measure: last.measure, rules: [...q.rules, isListed(doc, q, last) ? "figure.listed" : "figure.compared"] };
  const sum = kindOfUnit(last.count.unit) === "money" && least >= SUM && token - last.token < NEAR;
  return sum ? { token, count, measure: measureOf(doc, { ...q, count }, g.classes), rules: [...q.rules, "figure.sum"] } : null;
}

/** "Kano (24) and Kogi (9)": one more of a list, and not "compared with 30 and 26 in the years before". */
function isListed(doc: Document, q: Quantity, last: Figure): boolean {
  return last.rules.includes("figure.listed") && doc.upos[q.tokens[0] - 1] !== U.ADP;
}

/** A word of comparing or joining before the number. */
function compares(doc: Document, q: Quantity): boolean {
  const { ratio } = figureWords();
  const first = q.tokens[0];
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) if (ratio.has(doc.lemma[i]) || ratio.has(doc.norm[i])) return true;
  return false;
}

/** Within a hundredfold of the figure compared with. */
function alike(value: number, to: Count): boolean {
  const other = to.low ?? to.high ?? 0;
  return value * 100 >= other && value <= other * 100;
}
