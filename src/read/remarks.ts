import { contains, join, overlap, type Span } from "../base/span.js";
import { type Document, tokenAt, tokensIn } from "../language/document.js";
import { P, R, U } from "../language/tags.js";
import type { RemarkStatement } from "../model/reading.js";
import { actorLexicon } from "./actors/lexicon.js";
import { DENIAL } from "./assertions.js";
import { type CueKind, cueKindOf, isPlainSaying, isSelf } from "./attributions/lexicon.js";
import { trimmed } from "./clause.js";
import type { AttributionFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { stage } from "./stage.js";
import { chainOf } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "events" | "assertions" | "tolls" | "labels" | "figures">;

/** What share of a piece other statements may cover before it is no remark any more. */
const COVERED = 0.5;
/** Fewest tokens of a remark; of a clause that is one by itself; of a sentence that is; most tokens of "..., she said". */
const SHORTEST = 2;
const CLAUSE = 4;
const SENTENCE = 4;
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
  /** Spans of statements that rest on an attribution, by its id. */
  readonly stated: ReadonlyMap<string, readonly Span[]>;
  /** Attributions within another, by its id. */
  readonly inner: ReadonlyMap<string, readonly AttributionFinding[]>;
  /** Short tags by the sentence of their first token, in the order of their attributions. */
  readonly tags: ReadonlyMap<number, readonly Tag[]>;
  /** Attributions whose content vouches for what is said in it. */
  readonly vouching: readonly AttributionFinding[];
}

function aroundOf({ doc, attributions, assertions, tolls, labels, figures }: Needs): Around {
  const stated = new Map<string, Span[]>();
  for (const s of [...assertions, ...tolls, ...labels, ...figures]) for (const id of s.attribution) listed(stated, id, s.evidence);
  const inner = new Map<string, AttributionFinding[]>();
  const tags = new Map<number, Tag[]>();
  for (const a of attributions) {
    if (a.within !== null) listed(inner, a.within, a);
    if (!a.cue || a.cueToken === null || !a.sourceSpan) continue;
    const [first, end] = tokensIn(doc, join(a.cue, a.sourceSpan));
    if (end - first <= LONGEST_TAG) listed(tags, doc.sentence[first], { a, first, end });
  }
  return { stated, inner, tags, vouching: attributions.filter((a) => a.vouches) };
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
    isNobody(doc, a) ||
    isOwnWord(found, around, a)
  )
    return [];
  const attribution = chainOf({ attributions }, a);
  const others = coveredBy(found, around, a);
  return piecesOf(doc, a)
    .flatMap((piece) => uncovered(doc, piece, others))
    .map(([first, end]) => trimmed(doc, withoutReporting(found, around, a, first, end)))
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

/** Spans that give statements of their own: other kinds of statement in the same words, and what a nested speaker says. */
function coveredBy(found: Needs, around: Around, a: AttributionFinding): readonly Span[] {
  const spans: Span[] = [...(around.stated.get(a.id) ?? [])];
  for (const inner of around.inner.get(a.id) ?? []) {
    if (!speaks(inner) || inner.sourceSpan === null || isOwnWord(found, around, inner)) continue;
    spans.push(...inner.content);
    if (inner.cue) spans.push(inner.cue);
    if (inner.sourceSpan) spans.push(inner.sourceSpan);
  }
  return spans;
}

function isThing(doc: Document, i: number): boolean {
  return actorLexicon().pronouns.get(doc.norm[i])?.number === "thing" || doc.upos[i] === U.DET;
}

type Range = readonly [first: number, end: number];

/** The range where little of it is covered; else those of its coordinated clauses that are not. */
function uncovered(doc: Document, range: Range, others: readonly Span[]): readonly Range[] {
  const share = shareOf(doc, range, others);
  if (share === 0) return [range];
  const clauses = clausesOf(doc, range);
  if (share < COVERED && clauses.every((c) => shareOf(doc, c, others) < COVERED)) return [range];
  if (share < COVERED && clauses.length < 2) return [range];
  return clauses.length < 2 ? [] : clauses.filter((c) => c[1] - c[0] >= CLAUSE && shareOf(doc, c, others) < COVERED);
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
    if (other === a || other.within === a.id || l < first || r > end) continue;
    if (doc.upos[l - 1] === U.PUNCT && end - r <= LONGEST_TAG && l > first) end = l;
    else if (l === first && doc.upos[r] === U.PUNCT) first = r;
  }
  return [doc.start[first], doc.end[end - 1]];
}

/** The content sentence by sentence; with the cue's own words where it is no clause by itself. A very short sentence goes with the one before. */
function piecesOf(doc: Document, a: AttributionFinding): readonly Range[] {
  const pieces: [number, number][] = [];
  const cue = a.cueToken as number;
  let own: [number, number] | null = null;
  for (const span of a.content) {
    for (const [from, to] of sentencesOf(doc, span)) {
      if (doc.sentence[from] === doc.sentence[cue] && !standsAlone(doc, from, to))
        own = own ? [Math.min(own[0], from), Math.max(own[1], to)] : [from, to];
      else if (words(doc, from, to) < SENTENCE && pieces.length > 0 && from - pieces[pieces.length - 1][1] < 3)
        pieces[pieces.length - 1][1] = to;
      else pieces.push([from, to]);
    }
  }
  if (own && !a.rules.some(isPlainSaying)) pieces.push([Math.min(cue, own[0]), Math.max(cue + 1, own[1])]);
  return pieces;
}

function words(doc: Document, from: number, to: number): number {
  let n = 0;
  for (let k = from; k < to; k++) if (doc.upos[k] !== U.PUNCT) n++;
  return n;
}

/** Token ranges of a content span, cut between sentences. */
function sentencesOf(doc: Document, span: Span): readonly Range[] {
  const [first, end] = tokensIn(doc, span);
  const cuts = [first];
  for (let k = first + 1; k < end; k++) if (doc.sentence[k] !== doc.sentence[k - 1]) cuts.push(k);
  return cuts.map((from, i) => [from, cuts[i + 1] ?? end] as const).filter(([from, to]) => from < to);
}

/** Token ranges cut before each coordinated clause with a subject of its own. */
function clausesOf(doc: Document, [first, end]: Range): readonly Range[] {
  const cuts = [first];
  for (let k = first; k < end; k++) {
    if (doc.relation[k] !== R.conj || !(hasSubject(doc, k) || doc.upos[k] === U.VERB)) continue;
    const left = doc.left[k];
    if (left > first && left < end) cuts.push(left);
  }
  const sorted = [...new Set(cuts)].sort((x, y) => x - y);
  return sorted.map((from, i) => [from, sorted[i + 1] ?? end] as const);
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
