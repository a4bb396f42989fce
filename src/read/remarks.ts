import { contains, join, overlap, type Span } from "../base/span.js";
import { type Document, tokenAt, tokensIn } from "../language/document.js";
import { P, U } from "../language/tags.js";
import type { RemarkStatement } from "../model/reading.js";
import { actorLexicon } from "./actors/lexicon.js";
import { INTERPOSED } from "./attributions/interposed.js";
import { type CueKind, cueKindOf, isSelf, presupposes } from "./attributions/lexicon.js";
import { UNSAID } from "./attributions/unsaid.js";
import { trimmed } from "./clause.js";
import type { AttributionFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { DENIAL } from "./looking-back.js";
import { clausesOf, piecesOf, type Range } from "./remarks/pieces.js";
import { Told } from "./remarks/told.js";
import { stage } from "./stage.js";
import { chainOf } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "events" | "assertions" | "tolls" | "labels" | "figures">;

/** What share of a piece other statements may cover before it is no remark any more. */
const COVERED = 0.5;
/** Fewest tokens of a remark; of a clause that is one by itself; most tokens of "..., she said". */
const SHORTEST = 2;
const CLAUSE = 4;
const LONGEST_TAG = 12;

const UNSPOKEN: ReadonlySet<CueKind> = new Set<CueKind>(["perception", "impression", "hedge", "known"]);

/**
 * Statements of kind `remark`: what somebody is reported to say, think or want where no event, toll, label or figure was read out
 * of it. One a sentence or coordinated clause of an attribution's content. Not the outlet's own opinions.
 */
export const remarks = stage({
  name: "remarks",
  needs: ["doc", "report", "partOf", "attributions", "events", "assertions", "tolls", "labels", "figures"],
  gives: ["remarks"],
  run(found) {
    // "is mulling stronger measures": the words of saying are an event already
    const acts = new Set(found.events.flatMap((e) => e.triggers));
    // "denied the accusations": the denial of an act, said already
    const denied = new Set(found.assertions.filter((s) => s.rules.includes(DENIAL)).map((s) => s.attribution[0]));
    const around = aroundOf(found);
    const spoken = found.attributions.filter((a) => (a.cueToken === null || !acts.has(a.cueToken)) && !denied.has(a.id));
    return { remarks: once(spoken.flatMap((a) => remarksOf(found, around, a))) };
  },
});

/** Of remarks in the same words the one with the longer chain stays, else the first. */
function once(all: readonly RemarkStatement[]): readonly RemarkStatement[] {
  const kept: RemarkStatement[] = [];
  // What is kept, by the stretches of text that it touches.
  const near = new Map<number, RemarkStatement[]>();
  for (const r of [...all].sort((a, b) => b.attribution.length - a.attribution.length)) {
    const stretches = stretchesOf(r.span);
    const same = (k: RemarkStatement): boolean => 2 * overlap(k.span, r.span) > Math.min(k.span[1] - k.span[0], r.span[1] - r.span[0]);
    if (stretches.some((n) => near.get(n)?.some(same))) continue;
    kept.push(r);
    for (const n of stretches) near.set(n, [...(near.get(n) ?? []), r]);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
}

/** Characters of a stretch. */
const STRETCH = 1000;

function stretchesOf([from, to]: Span): readonly number[] {
  const first = Math.floor(from / STRETCH);
  return Array.from({ length: Math.floor(Math.max(from, to - 1) / STRETCH) - first + 1 }, (_, k) => first + k);
}

/** The words of reporting of an attribution: from its cue to its source, as tokens. */
interface Tag {
  readonly a: AttributionFinding;
  readonly first: number;
  readonly end: number;
}

/** What remarks are looked up in, made once a report. */
interface Around {
  /** What other statements tell. */
  readonly told: Told;
  /** Attributions within another, by its id. */
  readonly inner: ReadonlyMap<string, readonly AttributionFinding[]>;
  /** Short tags by the sentence of their first token, in the order of their attributions. */
  readonly tags: ReadonlyMap<number, readonly Tag[]>;
  /** Attributions whose content vouches for what is said in it. */
  readonly vouching: readonly AttributionFinding[];
}

function aroundOf(found: Needs): Around {
  const { doc, attributions } = found;
  const inner = new Map<string, AttributionFinding[]>();
  const tags = new Map<number, Tag[]>();
  for (const a of attributions) {
    if (a.within !== null) listed(inner, a.within, a);
    if (!a.cue || a.cueToken === null || !a.sourceSpan) continue;
    const [first, end] = tokensIn(doc, join(a.cue, a.sourceSpan));
    if (end - first <= LONGEST_TAG) listed(tags, doc.sentence[first], { a, first, end });
  }
  return { told: new Told(found), inner, tags, vouching: attributions.filter((a) => a.vouches) };
}

function listed<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function remarksOf(found: Needs, around: Around, a: AttributionFinding): readonly RemarkStatement[] {
  const { doc, report, partOf, attributions } = found;
  if (
    a.cueToken === null ||
    a.sourceSpan === null ||
    a.content.length === 0 ||
    !speaks(a) ||
    a.rules.includes(UNSAID) ||
    isNobody(doc, a) ||
    isOwnWord(found, around, a)
  )
    return [];
  const attribution = chainOf({ attributions }, a);
  const inner = innerWords(found, around, a);
  return piecesOf(doc, a)
    .flatMap((piece) => (a.rules.some(presupposes) ? [piece] : untold(doc, piece, around.told.by(a), inner)))
    .map(([first, end]) => closed(doc, trimmed(doc, withoutReporting(found, around, a, first, end))))
    .filter((span) => {
      const [first, end] = tokensIn(doc, span);
      return end - first >= SHORTEST;
    })
    .filter((span) => partOf[doc.sentence[tokensIn(doc, span)[0]]] !== "furniture")
    .map(
      (span): RemarkStatement => ({
        id: statementId(report, "remark", [span], attribution),
        kind: "remark",
        event: null,
        attribution,
        evidence: span,
        part: partOf[doc.sentence[tokensIn(doc, span)[0]]] ?? "body",
        rules: ["remark:content", ...a.rules],
        span,
      }),
    );
}

/** "called the vote "a debt to the victims"": a quotation that the words open is closed in them. */
function closed(doc: Document, [from, to]: Span): Span {
  let open = "";
  for (let k = from; k < to; k++) {
    const mark = doc.text[k];
    if (mark === "“" || (mark === '"' && open === "")) open = mark;
    else if (mark === "”" || mark === '"') open = "";
  }
  const next = doc.text[to];
  return open !== "" && next === (open === "“" ? "”" : '"') ? [from, to + 1] : [from, to];
}

/** Whether the cue tells of words, thoughts or will. Not of what was seen or heard, or what seems. */
function speaks(a: AttributionFinding): boolean {
  const kind = a.rules.map((r) => cueKindOf(r)).find((k) => k !== null);
  return kind === undefined || !UNSPOKEN.has(kind as CueKind);
}

/** "which supports the claim", "it continued in May", "all of which confirmed": a thing of which nobody knows what it is says nothing. */
function isNobody(doc: Document, a: AttributionFinding): boolean {
  if (a.source !== null || a.sourceSpan === null || a.rules.some((r) => cueKindOf(r) === "evidence")) return false;
  const [first, end] = tokensIn(doc, a.sourceSpan);
  return end - first === 1 && (doc.xpos[first] === P.WDT || isThing(doc, first));
}

/** "I welcome" within a quotation: the sentence is the quoted speaker's remark already. */
function isOwnWord({ doc }: Needs, { vouching }: Around, a: AttributionFinding): boolean {
  const source = a.sourceSpan ? tokenAt(doc, a.sourceSpan[0]) : -1;
  if (source < 0 || !isSelf(doc, source)) return false;
  return vouching.some((b) => b !== a && b.content.some((c) => a.sourceSpan !== null && contains(c, a.sourceSpan)));
}

/** Spans of what a nested speaker says, and of the words that say so: remarks of their own. */
function innerWords(found: Needs, around: Around, a: AttributionFinding): readonly Span[] {
  const spans: Span[] = [];
  for (const inner of around.inner.get(a.id) ?? []) {
    if (!speaks(inner) || inner.sourceSpan === null || isOwnWord(found, around, inner)) continue;
    spans.push(...inner.content, inner.sourceSpan);
    if (inner.cue) spans.push(inner.cue);
  }
  return spans;
}

function isThing(doc: Document, i: number): boolean {
  return actorLexicon().pronouns.get(doc.norm[i])?.number === "thing" || doc.upos[i] === U.DET;
}

/** The range where no part of it is told otherwise; else those of its coordinated clauses that are not. */
function untold(doc: Document, range: Range, tells: (range: Range) => boolean, inner: readonly Span[]): readonly Range[] {
  const isTold = (r: Range): boolean => shareOf(doc, r, inner) >= COVERED || tells(r);
  const clauses = clausesOf(doc, range);
  if (clauses.length < 2) return isTold(range) ? [] : [range];
  const left = clauses.filter((c) => !isTold(c));
  return left.length === clauses.length ? [range] : left.filter((c) => c[1] - c[0] >= CLAUSE);
}

function shareOf(doc: Document, [first, end]: Range, spans: readonly Span[]): number {
  let inside = 0;
  for (let k = first; k < end; k++) if (spans.some((s) => doc.start[k] >= s[0] && doc.end[k] <= s[1])) inside++;
  return inside / Math.max(1, end - first);
}

/** Cuts "..., she said" and the like from the ends of a range: the words of reporting are no part of what is reported. */
function withoutReporting({ doc }: Needs, { tags }: Around, a: AttributionFinding, from: number, to: number): Span {
  let [first, end] = [from, to];
  const near: Tag[] = [];
  for (let s = doc.sentence[from]; s <= doc.sentence[to - 1]; s++) near.push(...(tags.get(s) ?? []));
  for (const { a: other, first: l, end: r } of near) {
    if (l < first || r > end || other === a || other.within === a.id || other.rules.includes(INTERPOSED)) continue;
    if (doc.upos[l - 1] === U.PUNCT && end - r <= LONGEST_TAG && l > first) end = l;
    else if (l === first && doc.upos[r] === U.PUNCT) first = r;
  }
  return [doc.start[first], doc.end[end - 1]];
}
