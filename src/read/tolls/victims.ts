import type { Span } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import type { EventFinding } from "../findings.js";
import { type Candidate, candidateOf } from "./candidates.js";
import { countOf, type Needs } from "./count.js";
import { type TollWord, tollWordAt } from "./words.js";

const KILLED: TollWord = {
  id: "toll:victim",
  effect: "killed",
  counted: [],
  needs: [],
  things: false,
  mark: null,
  verbal: false,
};

/** The victims of an event whose trigger says what befell them, where no toll word counts them. */
export function victims(found: Needs, event: EventFinding): readonly Candidate[] {
  const { doc } = found;
  const token = event.triggers[0];
  if (token === undefined) return [];
  const own = event.triggers.map((t) => tollWordAt(doc, t)).find((w) => w?.effect === "killed" || w?.effect === "injured");
  const word = event.type === "violence.killing" ? KILLED : own;
  if (!word || event.status !== "occurred") return [];
  return event.roles.flatMap((r) => {
    if (r.role !== "victim") return [];
    const head = headOf(doc, r.span);
    const count = head < 0 ? null : countOf(found, head, word);
    return count ? [candidateOf(doc, nearest(doc, event, head), word, head, count.count, count.after, false, "toll:role")] : [];
  });
}

/** The token of a span that hangs on a word outside it. */
function headOf(doc: Document, span: Span): number {
  const [first, end] = tokensIn(doc, span);
  for (let k = first; k < end; k++) if (doc.head[k] < first || doc.head[k] >= end) return k;
  return -1;
}

/** The trigger of the victim's sentence, else the first. */
function nearest(doc: Document, event: EventFinding, head: number): number {
  return event.triggers.find((t) => doc.sentence[t] === doc.sentence[head]) ?? event.triggers[0];
}
