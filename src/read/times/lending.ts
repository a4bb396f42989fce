import type { Document } from "../../language/document.js";
import type { Expression } from "./expression.js";
import { has } from "./look.js";

/** Gives the first of two times what only the second says: "14 August - 24 August 1914", "from 2 a.m. to 5 a.m. on Sunday". Nothing across other words. */
export function lend(doc: Document, found: readonly Expression[]): readonly Expression[] {
  const out = [...found];
  for (let k = out.length - 2; k >= 0; k--) {
    const [a, b] = [out[k], out[k + 1]];
    if (b.first - a.end !== 1 || !(has(doc, a.end, "to") || has(doc, a.end, "and"))) continue;
    out[k] = lendDay(a, b) ?? lendYear(a, b) ?? a;
  }
  return out;
}

/** "August and September 1914": the first takes its year from the second. */
function lendYear(a: Expression, b: Expression): Expression | null {
  if (a.meaning.kind !== "calendar" || b.meaning.kind !== "calendar" || a.meaning.year || !b.meaning.year) return null;
  if (a.meaning.month !== null && b.meaning.month !== null && a.meaning.month > b.meaning.month) return null;
  return { ...a, meaning: { ...a.meaning, year: b.meaning.year } };
}

/** "between 2 a.m. and 5 a.m. on Sunday": a clock time takes its day from the later one. */
function lendDay(a: Expression, b: Expression): Expression | null {
  if (!a.borrows || !a.clock || b.borrows || !b.clock || a.clock > b.clock) return null;
  return { ...a, meaning: b.meaning, borrows: false };
}
