import { wordsAt } from "../../base/span.js";
import { type Document, spanOf } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import type { AttributionFinding, Findings } from "../findings.js";
import type { Decided } from "./decide.js";
import { CUE_KINDS } from "./lexicon.js";
import { introducesHearer, isOutletName, isOwn } from "./outlets.js";
import type { Quotations } from "./quotes.js";
import { actorAt, sourceSpanOf } from "./speaker.js";

type Found = Pick<Findings, "doc" | "report" | "names" | "actorMentions">;

/** "told AFP", "said in an interview with the Herald": the outlet that was told, as the attribution that reports this one; or null. */
export function outletTold(found: Found, inner: AttributionFinding, d: Decided, id: string): AttributionFinding | null {
  const { doc, report, names, actorMentions } = found;
  if (CUE_KINDS[d.cue.row.kind] !== "speech" || inner.sourceSpan === null) return null;
  const heard = hearers(doc, d.cue.token).find((t) => {
    const name = wordsAt(report.text, sourceSpanOf(doc, names, t));
    return t !== d.source && isOutletName(name) && !isOwn(name, report);
  });
  if (heard === undefined) return null;
  const span = sourceSpanOf(doc, names, heard);
  return {
    id,
    source: actorAt(doc, actorMentions, heard, span),
    sourceSpan: span,
    cue: null,
    content: inner.content,
    quoted: "indirect",
    stance: "asserts",
    within: null,
    cueToken: null,
    vouches: true,
    rules: ["attribution:told-outlet"],
  };
}

function hearers(doc: Document, cue: number): readonly number[] {
  const found: number[] = [];
  for (let c = doc.firstChild[cue]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    // "In an interview with the Herald, the mayor said"
    if (c < cue && (r !== R.obl || !isMeeting(doc, c))) continue;
    if (r === R.obj || r === R.iobj) found.push(c);
    if (r !== R.obl && r !== R.obj && r !== R["obl:unmarked"]) continue;
    if (hasHearerCase(doc, c)) found.push(c);
    for (let g = doc.firstChild[c]; g >= 0; g = doc.nextSibling[g]) {
      if (doc.relation[g] === R.nmod && doc.upos[g] !== U.PRON && hasHearerCase(doc, g)) found.push(g);
    }
  }
  return found;
}

const MEETINGS = wordsOf("meeting-noun");

function isMeeting(doc: Document, i: number): boolean {
  return MEETINGS.has(doc.lemma[i]);
}

function hasHearerCase(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.case && introducesHearer(doc, c)) return true;
  return false;
}

/** How far back the words of a signed message may start, in tokens. */
const MESSAGE = 120;

/** A message quoted with its signature: "... — Name (@name) date". The words before it, from their line's start, are the signer's. */
export function signedMessages(
  { doc, names, actorMentions }: Found,
  quotes: Quotations,
  spoken: readonly AttributionFinding[],
): readonly AttributionFinding[] {
  const found: AttributionFinding[] = [];
  for (let i = 1; i + 3 < doc.length; i++) {
    if (doc.text.charCodeAt(doc.start[i]) !== 0x40) continue; // @
    const bracket = doc.text[doc.end[i - 1] - 1] === "(" ? i - 1 : doc.text[doc.start[i] - 1] === "(" ? i : -1;
    if (bracket < 0) continue;
    let dash = bracket - 1;
    while (dash > 0 && bracket - dash < 8 && !isDash(doc, dash)) dash--;
    if (dash <= 0 || !isDash(doc, dash) || dash + 1 >= bracket) continue;
    const first = messageStart(doc, quotes, spoken, dash);
    const end = doc.upos[dash - 1] === U.PUNCT ? dash - 1 : dash;
    if (first >= end) continue;
    const head = bracket - 1;
    const sourceSpan = spanOf(doc, dash + 1, head);
    const source =
      actorAt(doc, actorMentions, head, sourceSpan) ?? (names.length > 0 ? actorAt(doc, actorMentions, dash + 1, sourceSpan) : null);
    found.push({
      id: `m${found.length + 1}`,
      source,
      sourceSpan,
      cue: null,
      content: [spanOf(doc, first, end - 1)],
      quoted: "direct",
      stance: "asserts",
      within: null,
      cueToken: dash,
      vouches: true,
      rules: ["attribution:signed"],
    });
  }
  return found;
}

function isDash(doc: Document, i: number): boolean {
  const c = doc.text.charCodeAt(doc.start[i]);
  return doc.upos[i] === U.PUNCT && (c === 0x2014 || c === 0x2013 || (c === 0x2d && doc.end[i] - doc.start[i] > 1));
}

/** First token of the message: its line's, or the first after a quotation or somebody else's words. */
function messageStart(doc: Document, quotes: Quotations, spoken: readonly AttributionFinding[], dash: number): number {
  let k = dash;
  while (k > 0 && dash - k < MESSAGE && !doc.text.slice(doc.end[k - 1], doc.start[k]).includes("\n") && quotes.at[k - 1] < 0) k--;
  for (const a of spoken) {
    if (a.sourceSpan === null) continue;
    for (const [from, to] of a.content) if (from < doc.start[k] && to > doc.start[k] && to < doc.start[dash]) while (doc.start[k] < to) k++;
  }
  return k;
}
