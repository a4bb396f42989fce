import { type Document, spanOf } from "../../language/document.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { multipleAt } from "./clues.js";
import type { TollWord } from "./words.js";

const word = (effect: "killed" | "injured"): TollWord => ({
  id: "toll:multiple",
  effect,
  counted: [],
  needs: [],
  needed: [],
  things: false,
  mark: "hint",
  verbal: false,
});
const SHOT = word("injured");
const KILLED = word("killed");

/**
 * "a quadruple shooting", "a double homicide": how many people the act befell. It tells no toll by itself, as it does not say how they
 * fared; only the whole report may bear it out.
 */
export function multiplied(doc: Document, i: number): Candidate | null {
  const m = multipleAt(doc, i);
  if (!m) return null;
  const span = spanOf(doc, i, i);
  const count = { low: m.number, high: m.number, was: null, unit: null, qualifier: "exact" as const, span };
  return candidateOf(doc, m.act, m.deaths ? KILLED : SHOT, m.act, count, null, false, "toll:multiple");
}
