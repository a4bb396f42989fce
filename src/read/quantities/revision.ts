import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, U } from "../../language/tags.js";
import type { Quantity } from "../findings.js";
import { words } from "./words.js";

/** First token of a quantity with its qualifier. */
function firstToken(doc: Document, q: Quantity): number {
  let i = q.tokens[0];
  while (i > 0 && doc.start[i - 1] >= q.count.span[0]) i--;
  return i;
}

function saysMove(doc: Document, before: number): boolean {
  const { moves } = words();
  const start = Math.max(doc.sentenceStart[doc.sentence[before]], before - 12);
  for (let i = before; i >= start; i--) if (moves.has(doc.lemma[i]) || moves.has(doc.norm[i])) return true;
  return false;
}

type Lead = "from" | "to" | "up-from" | null;

/** How the words before a quantity place it in a revision. */
function leadOf(doc: Document, q: Quantity): Lead {
  const { glue, particles } = words();
  const before = beforeTally(doc, firstToken(doc, q) - 1);
  if (before < 0 || doc.sentence[before] !== doc.sentence[q.tokens[0]]) return null;
  if (glue.to.has(doc.norm[before])) return "to";
  if (!glue.from.has(doc.norm[before])) return null;
  return before > 0 && particles.has(doc.norm[before - 1]) ? "up-from" : "from";
}

/** "from an earlier toll of 12": the word before what the number is called. */
function beforeTally(doc: Document, before: number): number {
  const { glue, tallies } = words();
  if (before < 1 || !glue.of.has(doc.norm[before]) || !tallies.has(doc.lemma[before - 1])) return before;
  let k = before - 2;
  while (k >= 0 && k > before - TALLY_REACH && MODIFIERS.has(doc.upos[k])) k--;
  return k >= 0 && glue.from.has(doc.norm[k]) ? k : before;
}

const TALLY_REACH = 6;
const MODIFIERS = new Ids([U.ADJ, U.ADV, U.DET, U.NOUN]);

function saidValue(q: Quantity): number | null {
  return q.count.low ?? q.count.high;
}

function revised(q: Quantity, was: Quantity, whole: boolean): Quantity {
  const span = whole
    ? ([Math.min(q.count.span[0], was.count.span[0]), Math.max(q.count.span[1], was.count.span[1])] as const)
    : q.count.span;
  const unit = q.count.unit ?? was.count.unit;
  const noun = q.noun ?? (whole ? was.noun : null);
  return { ...q, noun, count: { ...q.count, unit, was: saidValue(was), span }, rules: [...q.rules, ...was.rules, "quantity.revised"] };
}

/**
 * Joins the two halves of revised counts: "from five to six", "to 7 from 6", "9, up from 5". The old half stops being a quantity of
 * its own. Not a range: "from 12 to 15" without a word of moving stays as it is.
 */
export function reviseQuantities(doc: Document, quantities: readonly Quantity[]): readonly Quantity[] {
  const out: Quantity[] = [];
  let lead: Lead = null;
  for (const q of quantities) {
    // "from an earlier toll of 12": one toll counts nothing
    if (q.noun !== null && q.rules.includes("quantity.article") && words().tallies.has(doc.lemma[q.noun])) continue;
    const last = out.at(-1);
    const before = lead;
    lead = leadOf(doc, q);
    if (!last || lead === null || doc.sentence[last.tokens[0]] !== doc.sentence[q.tokens[0]] || !sameUnit(last, q)) {
      out.push(q);
      continue;
    }
    const near = q.tokens[0] - last.tokens[1] <= 8;
    // "went up from 75 to 82": the particle goes with the verb
    const from = before === "from" || (before === "up-from" && last.count.was === null);
    if (lead === "to" && from && near && saysMove(doc, firstToken(doc, last) - 1)) out[out.length - 1] = revised(q, last, true);
    else if (
      lead === "from" &&
      before === "to" &&
      near &&
      !hasVerb(doc, last.tokens[1], q.tokens[0]) &&
      saysMove(doc, firstToken(doc, last) - 1)
    )
      out[out.length - 1] = revised(last, q, true);
    else if (lead === "up-from" && q.tokens[0] - last.tokens[1] <= 14 && last.count.was === null)
      out[out.length - 1] = revised(last, q, false);
    else out.push(q);
  }
  return out;
}

/** "rose to 812, while robberies fell from 2,110": what has a verb of its own moved by itself. */
function hasVerb(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.upos[i] === U.VERB && doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBG) return true;
  return false;
}

function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.count.unit === b.count.unit || a.count.unit === null || b.count.unit === null;
}
