import { type Span, SpanIndex } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { Findings } from "../findings.js";
import { caseOf, isVerbal, SUBJECTS } from "./voice.js";
import { wordsOf } from "./words.js";

const AT = wordsOf("speaking-at");
const TELLING = wordsOf("telling-whom");

/** Whether a place, by its head, is where somebody speaks. Not where what he tells of happened. */
export type IsSpeakers = (head: number) => boolean;

/**
 * "The agency's office in Varkala says", "our correspondent reports from Tarn": a place that hangs on the speaker, or that a preposition
 * puts beside the verb of speaking. `acts` are triggers: "Varkala councillors passed a law" tells of the law and not of who speaks.
 */
export function speakersPlaces(doc: Document, attributions: Findings["attributions"], acts: ReadonlySet<number> = new Set()): IsSpeakers {
  const all = new SpanIndex(attributions.flatMap((a) => (a.sourceSpan === null ? [] : [a.sourceSpan])));
  const telling = attributions.filter((a) => a.sourceSpan !== null && !acts.has(a.cueToken ?? -1));
  const sources = new SpanIndex(telling.flatMap((a) => (a.sourceSpan === null ? [] : [a.sourceSpan])));
  const cues = new Set(telling.map((a) => a.cueToken));
  const speakers = new Set(
    telling.flatMap((a) => {
      const [first, end] = a.sourceSpan === null ? [0, 0] : tokensIn(doc, a.sourceSpan);
      return Array.from({ length: end - first }, (_, k) => first + k).filter((t) => !isVerbal(doc, t));
    }),
  );
  return (head) => {
    const span: Span = [doc.start[head], doc.end[head]];
    // "Astana is looking to": the government by its seat
    if (sources.contains(span) || (SUBJECTS.includes(doc.relation[head]) && all.contains(span))) return true;
    if (!AT.has(caseOf(doc, head))) return false;
    const over = doc.head[head];
    if (over < 0) return false;
    if (doc.relation[head] === R.nmod && isToldThem(doc, over, cues)) return true;
    return (doc.relation[head] === R.nmod && speakers.has(over)) || (cues.has(over) && head > over);
  };
}

/** Whether a place, by its head, is only where those are whom somebody tells: no more than that is known of it. */
export function audiencePlaces(doc: Document, attributions: Findings["attributions"]): IsSpeakers {
  const cues = new Set(attributions.map((a) => a.cueToken));
  return (head) => {
    const over = doc.head[head];
    if (over < 0 || !AT.has(caseOf(doc, head))) return false;
    return (
      (doc.relation[head] === R.nmod && isToldThem(doc, over, cues)) || (over < head && cues.has(over) && TELLING.has(doc.lemma[over]))
    );
  };
}

/** "told a news conference in Tarn": those whom somebody tells are where he speaks. */
function isToldThem(doc: Document, over: number, cues: ReadonlySet<number | null>): boolean {
  const cue = doc.head[over];
  return cue >= 0 && cue < over && cues.has(cue) && TELLING.has(doc.lemma[cue]) && doc.upos[over] === U.NOUN;
}
