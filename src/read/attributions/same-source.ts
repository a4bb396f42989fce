import { contains, wordsAt } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { AttributionFinding } from "../findings.js";

type Draft = { -readonly [K in keyof AttributionFinding]: AttributionFinding[K] };

/** Gives one voice the stance of what it says of itself: "She said she doubted that the bridge had been bombed". Changes drafts in place. */
export function ownThoughts(doc: Document, drafts: readonly Draft[]): void {
  for (const inner of drafts) {
    const said = inner.cueToken === null || doc.relation[inner.cueToken] !== R.ccomp ? -1 : doc.head[inner.cueToken];
    const outer = said < 0 ? undefined : drafts.find((d) => d.cueToken === said);
    if (!outer?.vouches || !inner.vouches || outer.stance !== "asserts") continue;
    if (!sameSource(doc, inner, outer) && !isSameWord(doc, inner, outer)) continue;
    inner.vouches = false;
    if (inner.within === outer.id) inner.within = outer.within;
    outer.stance = inner.stance;
  }
}

/** "She said she": one pronoun, of whomever it is. */
function isSameWord({ text }: Document, { sourceSpan: a }: Draft, { sourceSpan: b }: Draft): boolean {
  return a !== null && b !== null && a[1] - a[0] <= PRONOUN && text.slice(...a).toLowerCase() === text.slice(...b).toLowerCase();
}

/** Whether two attributions are of one speaker: he does not report himself: "posted pictures, saying ...". */
export function sameSource(doc: Document, a: Draft, b: Draft): boolean {
  if (a.source !== null && a.source === b.source && !isDescribedWithin(a, b)) return true;
  return a.sourceSpan !== null && b.sourceSpan !== null && wordsAt(doc.text, a.sourceSpan) === wordsAt(doc.text, b.sourceSpan);
}

/** "Lund said the driver told him": nobody speaks of himself by what he is. */
function isDescribedWithin(inner: Draft, outer: Draft): boolean {
  const at = inner.sourceSpan;
  return at !== null && at[1] - at[0] > PRONOUN && outer.content.some((c) => contains(c, at));
}

/** Most characters of a pronoun that speaks. */
const PRONOUN = 4;
