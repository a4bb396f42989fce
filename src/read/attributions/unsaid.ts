import { childWith, type Document, tokensIn } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import type { AttributionFinding } from "../findings.js";
import type { Decided } from "./decide.js";
import { bearsOut, isNegation, isPlainSaying, presupposes, saysWho } from "./lexicon.js";

const NOBODY = wordsOf("nobody");
const WHETHER = wordsOf("asked-open");

/** "No group has admitted carrying out the attack", "nobody claimed it": nobody says so. */
export function saysNobody(doc: Document, { source }: Decided): boolean {
  if (source < 0) return false;
  // "selling him weapons or failing to report him": an object says nothing
  if (doc.xpos[source] === P.PRP && (doc.relation[source] === R.obj || doc.relation[source] === R.iobj)) return true;
  if (NOBODY.has(doc.norm[source])) return true;
  const det = childWith(doc, source, R.det);
  return det >= 0 && det < source && isNegation(doc, det);
}

/** Rule of an attribution that tells what its source did not say. */
export const UNSAID = "attribution:unsaid";

/** "did not say how many", "has not confirmed that": not a denial, and not a negation within what is said. */
export function isUnsaid(doc: Document, d: Decided): boolean {
  const { token, row } = d.cue;
  if (isWithheld(doc, token)) return true;
  if (!isNegatedCue(doc, token)) return false;
  // "has not claimed credit for the attack"
  if (row.stance === "claims") return true;
  return bearsOut(row.id) || isPlainSaying(row.id) || d.content.every((c) => isOpenQuestion(doc, tokensIn(doc, c)[0]));
}

/** Whether what a cue is about does not stand on the source's word: it was not said, or is taken for granted ("praised her for her escape"). */
export function leavesOpen(doc: Document, d: Decided): boolean {
  return presupposes(d.cue.row.id) || (saysWho(d.cue.row.id) && !counts(doc, d)) || isUnsaid(doc, d);
}

/** "identified 31 suspects": how many there are is the speaker's word. */
function counts(doc: Document, { content }: Decided): boolean {
  return content.some((c) => {
    const [first, end] = tokensIn(doc, c);
    for (let k = first; k < Math.min(end, first + NUMBER); k++) if (doc.upos[k] === U.NUM) return true;
    return false;
  });
}

/** How far into a content the number of those whom it names stands. */
const NUMBER = 5;

/** "has not confirmed that its soldiers fired": somebody says so, and it is not who was asked. Null for everything else. */
export function unconfirmed(doc: Document, d: Decided, draft: AttributionFinding, id: string): AttributionFinding | null {
  if (!bearsOut(d.cue.row.id) || !isUnsaid(doc, d) || d.content.length === 0) return null;
  return {
    ...draft,
    id,
    source: null,
    sourceSpan: null,
    cue: null,
    stance: "alleges",
    within: null,
    cueToken: null,
    vouches: true,
    rules: ["attribution:unconfirmed"],
  };
}

/** "did not", "has never", "could not", "without", on the cue itself. */
export function isNegatedCue(doc: Document, cue: number): boolean {
  if (doc.upos[cue] !== U.VERB) return false;
  for (let c = doc.firstChild[cue]; c >= 0; c = doc.nextSibling[c])
    if (c < cue && (doc.relation[c] === R.advmod || doc.relation[c] === R.mark) && isNegation(doc, c)) return true;
  return false;
}

const WITHHOLDING = wordsOf("withholding");

/** "stopped short of blaming", "refrained from accusing", "without naming": what somebody kept from saying. */
function isWithheld(doc: Document, cue: number): boolean {
  if (doc.xpos[cue] !== P.VBG || cue < 2) return false;
  const isSmall = doc.upos[cue - 1] === U.ADP || doc.upos[cue - 1] === U.SCONJ;
  return WITHHOLDING.has(doc.norm[cue - 1]) || (isSmall && WITHHOLDING.has(doc.norm[cue - 2]));
}

/** "how many", "whether": what is said is a question that stays open. */
function isOpenQuestion(doc: Document, first: number): boolean {
  const tag = doc.xpos[first];
  return tag === P.WRB || tag === P.WP || tag === P.WDT || WHETHER.has(doc.norm[first]);
}
