import { overlaps, type Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Statement } from "../../model/reading.js";
import type { Effect } from "../../model/vocabulary.js";
import { isToldOf } from "../assertions.js";
import { clauseHead } from "../clause.js";
import { wordsOf } from "../events/words.js";
import type { AttributionFinding, Findings } from "../findings.js";
import { isUpOrDown } from "../quantities/direction.js";
import { words } from "../quantities/words.js";
import { tollWordAt } from "../tolls/words.js";
import { mainOf, type Range } from "./pieces.js";

type Needs = Pick<Findings, "doc" | "events" | "assertions" | "tolls" | "labels" | "figures">;

let light: ReadonlySet<number> | null = null;

/** Lemmas of verbs that say no more than that their noun took place ("occurred", "launched"). */
function lightVerbs(): ReadonlySet<number> {
  light ??= new Set([...loadTable("light-verbs").rows.map((row) => vocabulary.id(row.id)), ...wordsOf("taking-place")]);
  return light;
}

/**
 * What of a report's clauses other statements tell: a clause whose own predicate is an act, a toll, a figure. Not a clause that only
 * mentions one in passing ("the girl was upset after her cousin was shot").
 */
export class Told {
  /** Words that tell of an act, and of the result of one. */
  private readonly acts: ReadonlySet<number>;
  private readonly results: ReadonlySet<number>;
  /** Tokens of what is counted or called something, with the statements' evidence. */
  private readonly said: readonly { readonly token: number; readonly evidence: Span; readonly kind: Statement["kind"] }[];

  /** Evidence of the statements that rest on an attribution, by its id. */
  private readonly resting = new Map<string, Span[]>();

  /** What the report's tolls say that was done to people or things. */
  private readonly effects: ReadonlySet<Effect>;

  constructor(private readonly found: Needs) {
    this.acts = new Set(found.events.flatMap((e) => e.triggers));
    this.results = new Set(found.events.flatMap((e) => e.results));
    this.effects = new Set(found.tolls.flatMap((s) => (s.kind === "toll" ? [s.effect] : [])));
    for (const { attribution, evidence } of [...found.assertions, ...found.tolls, ...found.figures, ...found.labels]) {
      for (const id of attribution) {
        const known = this.resting.get(id);
        if (known) known.push(evidence);
        else this.resting.set(id, [evidence]);
      }
    }
    this.said = [...found.tolls, ...found.figures, ...found.labels].flatMap((s) => {
      const span = s.kind === "toll" || s.kind === "figure" ? s.count.span : s.kind === "label" ? s.span : null;
      return span ? [{ token: tokensIn(found.doc, span)[0], evidence: s.evidence, kind: s.kind }] : [];
    });
  }

  /** For one attribution, whether a range is told: with the cue in it ("blamed rebels for the ambush"), by anything that rests on the attribution. */
  by(a: AttributionFinding): (range: Range) => boolean {
    const resting = this.resting.get(a.id) ?? [];
    return (range) => {
      const { doc } = this.found;
      const isOwn = a.cueToken !== null && range[0] <= a.cueToken && a.cueToken < range[1];
      const span: Span = [doc.start[range[0]], doc.end[range[1] - 1]];
      return (isOwn && resting.some((e) => overlaps(e, span))) || this.tells(range);
    };
  }

  /** Whether the predicate of a range is told by another statement. */
  private tells(range: Range): boolean {
    const { doc } = this.found;
    const main = mainOf(doc, range);
    if (main < 0) return false;
    for (let at = main, n = 0; at >= 0 && n < 3; at = childWith(doc, at, R.xcomp), n++) if (this.isAct(at) || this.isHarm(at)) return true;
    return this.said.some((s) => this.isCountedBy(range, main, s.token, s.kind));
  }

  /** An act, or a verb that lends itself to one: "launched an attack", "an explosion occurred". */
  private isAct(at: number): boolean {
    const { doc } = this.found;
    if (this.acts.has(at)) return true;
    const lends = lightVerbs().has(doc.lemma[at]);
    for (let c = doc.firstChild[at]; c >= 0; c = doc.nextSibling[c]) {
      const r = doc.relation[c];
      if (!this.acts.has(c)) continue;
      if (r === R.nsubj ? lends || isToldOf(doc, c) : lends && (r === R["nsubj:pass"] || r === R.obj)) return true;
    }
    return false;
  }

  /** "Seven were killed" where the report has such a toll already. Not what may have happened. */
  private isHarm(at: number): boolean {
    const { doc } = this.found;
    if (isOnlyPossible(doc, at)) return false;
    const word = tollWordAt(doc, at);
    return this.results.has(at) || (word !== null && word.mark !== "hint" && this.effects.has(word.effect));
  }

  private isCountedBy([first, end]: Range, main: number, token: number, kind: Statement["kind"]): boolean {
    const { doc } = this.found;
    if (token < first || token >= end || clauseHead(doc, token) !== clauseHead(doc, main)) return false;
    // "met 11 rabbis on two days": what only goes with the predicate is not what the clause tells
    if (kind !== "figure") return true;
    // "the number of claims fell to 9,645"
    const { moves, levels, trends } = words();
    if (moves.has(doc.lemma[main]) || levels.has(doc.lemma[main]) || trends.has(doc.lemma[main]) || isUpOrDown(doc, main)) return true;
    for (let at = token; at >= 0 && at !== main; at = doc.head[at]) if (doc.relation[at] === R.obl) return false;
    return true;
  }
}

const MODAL = wordsOf("possibility");

function isOnlyPossible(doc: Document, at: number): boolean {
  for (let c = doc.firstChild[at]; c >= 0 && c < at; c = doc.nextSibling[c])
    if (doc.relation[c] === R.aux && MODAL.has(doc.lemma[c])) return true;
  return false;
}
