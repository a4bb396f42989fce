import { contains, overlap, type Span } from "../../base/span.js";
import { type Document, spanOf, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { Stance } from "../../model/vocabulary.js";
import type { AttributionFinding, Findings } from "../findings.js";
import type { Decided } from "./decide.js";
import { CUE_KINDS, SOURCE_KINDS, sourceKindAt, sourceStanceAt } from "./lexicon.js";
import { isOutletName, isOwnOutlet } from "./outlets.js";
import { type Quotations, quotationsOf } from "./quotes.js";
import { actorAt, sourceSpanOf } from "./speaker.js";

type Found = Pick<Findings, "doc" | "report" | "names" | "actors" | "actorMentions">;
type Draft = { -readonly [K in keyof AttributionFinding]: AttributionFinding[K] };

/** Turns what the scorers decided into attributions: source with its actor, stance, quotation, and who reports whom. */
export function finish(found: Found, decided: readonly Decided[]): readonly AttributionFinding[] {
  const quotes = quotationsOf(found.doc);
  const drafts: Draft[] = [];
  for (const d of decided) {
    const draft = draftOf(found, quotes, d, `a${drafts.length + 1}`);
    if (draft) drafts.push(draft);
  }
  nest(found.doc, drafts);
  const outer = drafts.flatMap((d, k) => toldOutlet(found, d, decidedOf(decided, d), `o${k + 1}`));
  return [...drafts, ...outer].sort((a, b) => first(a) - first(b));
}

function first(a: Draft): number {
  return Math.min(a.cue?.[0] ?? Number.MAX_SAFE_INTEGER, ...a.content.map((c) => c[0]));
}

function decidedOf(decided: readonly Decided[], draft: Draft): Decided | null {
  return decided.find((d) => d.cue.token === draft.cueToken) ?? null;
}

function draftOf(found: Found, quotes: Quotations, d: Decided, id: string): Draft | null {
  const { doc, report, names, actorMentions } = found;
  const { token, row } = d.cue;
  const sourceSpan = d.source < 0 ? null : sourceSpanOf(doc, names, d.source);
  if (sourceSpan && isOwnOutlet(report.text.slice(...sourceSpan), report.outlet)) return null;
  return {
    id,
    source: sourceSpan ? actorAt(doc, actorMentions, d.source, sourceSpan) : null,
    sourceSpan,
    cue: spanOf(doc, token, token),
    content: d.content,
    quoted: quotedOf(doc, quotes, d.content),
    stance: stanceOf(doc, d),
    within: null,
    cueToken: token,
    rules: [row.id],
  };
}

/** The row's stance, bent by who speaks (prosecutors allege) and what is said (a question doubts). */
function stanceOf(doc: Document, d: Decided): Stance {
  const { row } = d.cue;
  const speech = CUE_KINDS[row.kind] === "speech";
  if (speech && d.source >= 0) {
    const bent = sourceStanceAt(doc, d.source);
    if (bent && row.stance === "asserts") return bent;
    if (row.stance === "proposes" && SOURCE_KINDS[sourceKindAt(doc, d.source)] === "document") return "asserts";
  }
  if (speech && row.stance === "asserts" && d.content.length > 0 && d.content.every((c) => endsInQuestion(doc, c))) return "doubts";
  return row.stance;
}

function endsInQuestion(doc: Document, span: Span): boolean {
  const [start, end] = tokensIn(doc, span);
  for (let k = end - 1; k >= start && k > end - 3; k--) if (doc.text[doc.end[k] - 1] === "?") return true;
  return false;
}

function quotedOf(doc: Document, quotes: Quotations, content: readonly Span[]): AttributionFinding["quoted"] {
  let all = 0;
  let inside = 0;
  for (const c of content) {
    const [start, end] = tokensIn(doc, c);
    for (let k = start; k < end; k++) {
      all++;
      if (quotes.at[k] >= 0) inside++;
    }
  }
  return inside === 0 ? "indirect" : inside === all ? "direct" : "mixed";
}

/** An attribution whose cue stands in the content of another is reported by it; of several, by the one that says least besides. */
function nest(doc: Document, drafts: readonly Draft[]): void {
  const size = (d: Draft): number => d.content.reduce((sum, c) => sum + c[1] - c[0], 0);
  for (const d of drafts) {
    if (!d.cue) continue;
    let best: Draft | null = null;
    for (const other of drafts) {
      if (other === d || !other.content.some((c) => contains(c, d.cue as Span)) || holdsCue(d, other)) continue;
      if (!best || size(other) < size(best)) best = other;
    }
    if (
      best &&
      !(best.cueToken !== null && d.cueToken !== null && doc.head[best.cueToken] === d.cueToken && doc.relation[best.cueToken] === R.xcomp)
    )
      d.within = best.id;
  }
}

function holdsCue(inner: Draft, outer: Draft): boolean {
  return outer.cue !== null && inner.content.some((c) => overlap(c, outer.cue as Span) > 0);
}

/** "told AFP", "said in an interview with the Herald": the outlet that was told reports it. */
function toldOutlet(found: Found, draft: Draft, d: Decided | null, id: string): readonly Draft[] {
  const { doc, report, names, actorMentions } = found;
  if (!d || CUE_KINDS[d.cue.row.kind] !== "speech" || draft.within !== null || draft.sourceSpan === null) return [];
  const heard = hearers(doc, d.cue.token).find((t) => {
    const name = report.text.slice(...sourceSpanOf(doc, names, t));
    return isOutletName(name) && !isOwnOutlet(name, report.outlet);
  });
  if (heard === undefined || heard === d.source) return [];
  const span = sourceSpanOf(doc, names, heard);
  draft.within = id;
  return [
    {
      id,
      source: actorAt(doc, actorMentions, heard, span),
      sourceSpan: span,
      cue: null,
      content: draft.content,
      quoted: "indirect",
      stance: "asserts",
      within: null,
      cueToken: null,
      rules: ["attribution:told-outlet"],
    },
  ];
}

function hearers(doc: Document, cue: number): readonly number[] {
  const found: number[] = [];
  for (let c = doc.firstChild[cue]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (c < cue) continue;
    if (r === R.obj || r === R.iobj) found.push(c);
    if (r !== R.obl) continue;
    found.push(c);
    for (let g = doc.firstChild[c]; g >= 0; g = doc.nextSibling[g])
      if (doc.relation[g] === R.nmod && doc.upos[g] === U.PROPN) found.push(g);
  }
  return found;
}
