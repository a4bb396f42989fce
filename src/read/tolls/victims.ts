import type { Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import type { EventFinding } from "../findings.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { type Counted, countOf, type Needs, one } from "./count.js";
import { mayBePeople } from "./people.js";
import { type TollWord, tollWordAt } from "./words.js";

const KILLED: TollWord = {
  id: "toll:victim",
  effect: "killed",
  counted: [],
  needs: [],
  needed: [],
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
    const count = head < 0 ? null : (countOf(found, head, word) ?? someone(found, event, head));
    return count ? [candidateOf(doc, nearest(doc, event, head), word, head, count.count, count.after, false, "toll:role")] : [];
  });
}

/**
 * "gunmen killed the mukhiya of the block": one whom somebody killed, told of in the singular by a noun that no table knows, is a person
 * where nothing says that it is a thing.
 */
function someone({ doc, classes }: Needs, event: EventFinding, head: number): Counted | null {
  const tag = doc.xpos[head];
  if (tag !== P.NN && tag !== P.NNP) return null;
  if (event.type !== "violence.killing" || !event.roles.some((r) => DOERS.has(r.role))) return null;
  const isTold = tag === P.NNP || childWith(doc, head, R.det, R["nmod:poss"], R.nummod) >= 0;
  return isTold && mayBePeople(doc, head, classes) ? one(doc, head, true) : null;
}

const DOERS = new Set<string>(["perpetrator", "authority"]);

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
