import type { Span } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Stance } from "../../model/vocabulary.js";
import type { AttributionFinding } from "../findings.js";
import { denialOfName } from "../labels/naming.js";
import { bentBy } from "./bent.js";
import { SUBJECTS } from "./cues.js";
import { cueRowsAt, isSelf } from "./lexicon.js";
import type { Quotations } from "./quotes.js";
import { deniesLink, endsInQuestion } from "./stance.js";

import { doesToPeople } from "./vetoes.js";

type Run = { readonly span: Span; readonly stance: Stance };

/**
 * A speaker's question doubts, a hope expects, an appeal proposes, whatever the cue outside the quotation. Gives the attribution with
 * the stance that its quoted sentences share, or one for each run of sentences that share one.
 */
export function byStance(doc: Document, q: Quotations, a: AttributionFinding): readonly AttributionFinding[] {
  if (a.stance !== "asserts" || !a.vouches || a.sourceSpan === null) return [a];
  const runs: Run[] = [];
  for (const content of a.content) {
    for (const [span, denies] of sentencesOf(doc, content).flatMap((s) => aroundDenial(doc, s))) {
      const stance = denies ? "denies" : stanceOfSentence(doc, q, span);
      const last = runs[runs.length - 1];
      if (last && last.stance === stance && last.span[1] <= span[0] && span[0] - last.span[1] < 3)
        runs[runs.length - 1] = { span: [last.span[0], span[1]], stance };
      else runs.push({ span, stance });
    }
  }
  const stances = [...new Set(runs.map((r) => r.stance))];
  if (stances.length === 0 || (stances.length === 1 && stances[0] === a.stance)) return [a];
  if (stances.length === 1) return [{ ...a, stance: stances[0] }];
  const main = stances.includes("asserts") ? "asserts" : stances[0];
  return [main, ...stances.filter((s) => s !== main)].map((stance, k) => ({
    ...a,
    id: k === 0 ? a.id : `${a.id}.${k}`,
    cue: k === 0 ? a.cue : null,
    content: runs.filter((r) => r.stance === stance).map((r) => r.span),
    stance,
  }));
}

function sentencesOf(doc: Document, span: Span): readonly Span[] {
  const [first, end] = tokensIn(doc, span);
  const spans: Span[] = [];
  let from = first;
  for (let k = first + 1; k <= end; k++) {
    if (k < end && doc.sentence[k] === doc.sentence[from]) continue;
    spans.push([from === first ? span[0] : doc.start[from], k === end ? span[1] : doc.end[k - 1]]);
    from = k;
  }
  return spans;
}

/** "the blast, which killed two, was not a terrorist attack": what denies the name, and what is told beside it by a verb of its own. */
function aroundDenial(doc: Document, span: Span): readonly (readonly [Span, boolean])[] {
  const [first, end] = tokensIn(doc, span);
  const denial = denialOfName(doc, first, end);
  if (!denial) return [[span, false]];
  const from = tellsMore(doc, first, denial[0]) ? doc.start[denial[0]] : span[0];
  const to = tellsMore(doc, denial[1], end) ? doc.end[denial[1] - 1] : span[1];
  const parts: (readonly [Span, boolean])[] = [[[from, to], true]];
  if (from > span[0]) parts.unshift([[span[0], doc.end[denial[0] - 1]], false]);
  if (to < span[1]) parts.push([[doc.start[denial[1]], span[1]], false]);
  return parts;
}

function tellsMore(doc: Document, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (doc.upos[k] === U.VERB) return true;
  return false;
}

function stanceOfSentence(doc: Document, q: Quotations, span: Span): Stance {
  const [first, end] = tokensIn(doc, span);
  if (first >= end) return "asserts";
  const quoted = q.at[Math.floor((first + end) / 2)] >= 0;
  if (quoted && endsInQuestion(doc, span)) return "doubts";
  if (deniesLink(doc, span)) return "denies";
  return (quoted ? ownOf(doc, first, end) : null) ?? bentBy(doc, span) ?? "asserts";
}

/** The stance of what a speaker says he does: "I hope", "we remain deeply concerned"; null where he says nothing of the kind. */
function ownOf(doc: Document, first: number, end: number): Stance | null {
  for (let k = first; k < end; k++) {
    if (!isSelf(doc, k) || !SUBJECTS.has(doc.relation[k])) continue;
    const verb = doc.head[k];
    // "We remain deeply concerned", "I hope": the main clause only
    if (verb < first || verb >= end || (doc.head[verb] >= first && doc.head[verb] < end)) continue;
    return rowStance(doc, verb) ?? "asserts";
  }
  return null;
}

const BENDING = new Set<Stance>(["expects", "proposes", "doubts", "denies"]);

function rowStance(doc: Document, verb: number): Stance | null {
  for (let c = verb; c >= 0; c = c === verb ? doc.firstChild[verb] : doc.nextSibling[c]) {
    const row = c === verb || doc.upos[c] === U.ADJ ? cueRowsAt(doc, c)?.find((r) => r.with < 0) : undefined;
    if (row && BENDING.has(row.stance) && !doesToPeople(doc, c, row)) return row.stance;
  }
  return null;
}
