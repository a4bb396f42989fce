import { overlap, type Span } from "../base/span.js";
import { type Document, tokensIn } from "../language/document.js";
import { R, U } from "../language/tags.js";
import type { Statement } from "../model/reading.js";
import { trimmed } from "./clause.js";
import type { AttributionFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { stage } from "./stage.js";
import { chainOf } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "assertions" | "tolls" | "labels" | "figures">;

/** What of a piece may be covered by other statements before it is no remark any more. */
const COVERED = 0.5;
const SHORTEST = 2;

/**
 * Statements of kind `remark`: what somebody is reported to say, think or want where no event, toll, label or figure was read out
 * of it. One a sentence or coordinated clause of an attribution's content. Not the outlet's own opinions.
 */
export const remarks = stage({
  name: "remarks",
  needs: ["doc", "report", "partOf", "attributions", "assertions", "tolls", "labels", "figures"],
  gives: ["remarks"],
  run(found) {
    return { remarks: found.attributions.flatMap((a) => remarksOf(found, a)) };
  },
});

function remarksOf(found: Needs, a: AttributionFinding): readonly Statement[] {
  const { doc, report, partOf, attributions } = found;
  if (a.cueToken === null || a.content.length === 0) return [];
  const attribution = chainOf({ attributions }, a);
  const others = coveredBy(found, a);
  return piecesOf(doc, a)
    .filter((piece) => shareOf(piece, others) < COVERED)
    .map((piece) => ({
      id: statementId(report, "remark", [piece], attribution),
      kind: "remark",
      event: null,
      attribution,
      evidence: piece,
      part: partOf[doc.sentence[tokensIn(doc, piece)[0]]] ?? "body",
      rules: ["remark:content", ...a.rules],
      span: piece,
    }));
}

/** Spans that give statements of their own: other kinds of statement in the same words, and what a nested speaker says. */
function coveredBy(found: Needs, a: AttributionFinding): readonly Span[] {
  const { attributions, assertions, tolls, labels, figures } = found;
  const spans: Span[] = [...assertions, ...tolls, ...labels, ...figures].filter((s) => s.attribution.includes(a.id)).map((s) => s.evidence);
  for (const inner of attributions) {
    if (inner.within !== a.id) continue;
    spans.push(...inner.content);
    if (inner.cue) spans.push(inner.cue);
    if (inner.sourceSpan) spans.push(inner.sourceSpan);
  }
  return spans;
}

function shareOf(piece: Span, spans: readonly Span[]): number {
  let most = 0;
  let sum = 0;
  for (const s of spans) {
    const shared = overlap(piece, s);
    sum += shared;
    most = Math.max(most, shared);
  }
  return Math.max(most, Math.min(sum, piece[1] - piece[0])) / Math.max(1, piece[1] - piece[0]);
}

/** The content sentence by sentence, coordinated clauses apart; with the cue's own words where it is no clause by itself. */
function piecesOf(doc: Document, a: AttributionFinding): readonly Span[] {
  const pieces: Span[] = [];
  const cue = a.cueToken as number;
  const cueSentence = doc.sentence[cue];
  let own: [number, number] | null = null;
  for (const span of a.content) {
    const [first, end] = tokensIn(doc, span);
    for (const [from, to] of split(doc, first, end)) {
      if (doc.sentence[from] === cueSentence && !standsAlone(doc, from, to))
        own = own ? [Math.min(own[0], from), Math.max(own[1], to)] : [from, to];
      else if (to - from >= SHORTEST) pieces.push(trimmed(doc, [doc.start[from], doc.end[to - 1]]));
    }
  }
  if (own) pieces.push(trimmed(doc, [doc.start[Math.min(cue, own[0])], doc.end[Math.max(cue, own[1] - 1)]]));
  return pieces;
}

/** Token ranges of a content span: cut between sentences and before a coordinated clause with a subject of its own. */
function split(doc: Document, first: number, end: number): readonly (readonly [number, number])[] {
  const cuts = [first];
  for (let k = first + 1; k < end; k++) {
    if (doc.sentence[k] !== doc.sentence[k - 1]) cuts.push(k);
  }
  for (let k = first; k < end; k++) {
    if (doc.relation[k] !== R.conj || !hasSubject(doc, k)) continue;
    const left = doc.left[k];
    if (left > first + SHORTEST && k - left < 40) cuts.push(left);
  }
  cuts.push(end);
  const sorted = [...new Set(cuts)].sort((x, y) => x - y);
  return sorted.slice(0, -1).map((from, i) => [from, sorted[i + 1]] as const);
}

const SUBJECT = new Set([R.nsubj, R["nsubj:pass"], R["nsubj:outer"], R.expl]);

function hasSubject(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (SUBJECT.has(doc.relation[c])) return true;
  return false;
}

/** Whether the range is a clause with its subject, or a quotation of some length: then it says something without its cue. */
function standsAlone(doc: Document, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (SUBJECT.has(doc.relation[k]) && doc.head[k] >= from && doc.head[k] < to) {
      const r = doc.relation[doc.head[k]];
      if (r !== R["acl:relcl"] && r !== R.acl) return true;
    }
  }
  return to - from > 12 && doc.upos[from] !== U.PART;
}
