import { overlaps, type Span } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { AttributionFinding, Findings } from "../findings.js";
import type { Quotation, Quotations } from "./quotes.js";
import { actorAt, sourceSpanOf } from "./speaker.js";
import { endsInQuestion } from "./stance.js";

type From = Pick<Findings, "doc" | "names" | "actorMentions">;

/** Shortest quotation that can stand for a sentence, in tokens; how far back its speaker may be, in sentences. */
const SHORTEST = 6;
const BACK = 3;

/**
 * A sentence that is only a quotation and that nobody is said to speak belongs to the last speaker. Gives an attribution without a
 * cue for each such quotation.
 */
export function unclaimedQuotations(from: From, quotes: Quotations, claimed: readonly AttributionFinding[]): readonly AttributionFinding[] {
  const { doc } = from;
  const found: AttributionFinding[] = [];
  for (const q of quotes.list) {
    if (!fillsSentences(doc, q) || claimed.some((a) => a.content.some((c) => overlaps(c, q.span)) || (a.cue && overlaps(a.cue, q.span))))
      continue;
    const speaker = introducedBy(from, q) ?? lastSpeaker(doc, q, [...claimed, ...found]);
    if (!speaker) continue;
    const content: Span = spanOf(doc, q.first, q.end - 1);
    found.push({
      ...speaker,
      id: `q${found.length + 1}`,
      cue: null,
      content: [content],
      quoted: "direct",
      stance: endsInQuestion(doc, content) ? "doubts" : "asserts",
      vouches: true,
      cueToken: q.first,
      rules: ["attribution:last-speaker"],
    });
  }
  return found;
}

/** "Our reporter, Ana Ruiz, sent this:", with the words behind it: the subject of a sentence that a colon closes. */
function introducedBy(
  { doc, names, actorMentions }: From,
  q: Quotation,
): Pick<AttributionFinding, "source" | "sourceSpan" | "within"> | null {
  const colon = q.first - 1;
  if (colon < 1 || doc.xpos[colon] !== P[":"] || doc.text[doc.start[colon]] !== ":") return null;
  let main = colon;
  while (doc.head[main] >= 0) main = doc.head[main];
  const who = childWith(doc, main, R.nsubj);
  if (who < 0 || doc.upos[main] !== U.VERB) return null;
  const sourceSpan = sourceSpanOf(doc, names, who);
  const source = actorAt(doc, actorMentions, who, sourceSpan);
  return source === null ? null : { source, sourceSpan, within: null };
}

function fillsSentences(doc: Document, q: Quotation): boolean {
  const first = doc.sentenceStart[doc.sentence[q.first]];
  const end = doc.sentenceStart[doc.sentence[q.end - 1] + 1];
  return q.end - q.first >= SHORTEST && q.first - first <= 0 && end - q.end <= 1;
}

/** The named speaker whose words stand last before a quotation, if near enough. */
function lastSpeaker(doc: Document, q: Quotation, claimed: readonly AttributionFinding[]): AttributionFinding | null {
  let best: AttributionFinding | null = null;
  for (const a of claimed) {
    if (a.cueToken === null || a.sourceSpan === null || !a.vouches || a.within !== null || a.cueToken >= q.first) continue;
    const away = doc.sentence[q.first] - Math.max(doc.sentence[a.cueToken], sentenceOfEnd(doc, a));
    if (away > BACK || away < 0) continue;
    if (!best || (best.cueToken ?? 0) < a.cueToken) best = a;
  }
  return best;
}

function sentenceOfEnd(doc: Document, a: AttributionFinding): number {
  const end = Math.max(0, ...a.content.map((c) => c[1]));
  let s = doc.sentence[a.cueToken ?? 0];
  while (s + 1 < doc.sentenceCount && doc.start[doc.sentenceStart[s + 1]] < end) s++;
  return s;
}
