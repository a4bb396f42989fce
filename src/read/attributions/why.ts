import { type Document, spanOf } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { keep, named, wordsByHash } from "../journal.js";
import { CONTENT_TEMPLATES } from "./contents.js";
import { CUE_TEMPLATES } from "./cues.js";
import { FeatureBuffer, hashOf } from "./features.js";
import type { Decision as Decided, Scorer } from "./model.js";
import { SOURCE_TEMPLATES } from "./sources.js";

const TEMPLATES: Readonly<Record<Decided, Readonly<Record<number, string>>>> = {
  cue: CUE_TEMPLATES,
  source: SOURCE_TEMPLATES,
  content: CONTENT_TEMPLATES,
};

/** What a decision was about: tokens `[first, end)`, its score and the score from which it is believed, what was added to it by rule. */
interface Judged {
  readonly first: number;
  readonly end: number;
  readonly score: number;
  readonly least: number;
  readonly byRule: number;
  /** The cue that a source or content was chosen for. */
  readonly cue: number | null;
}

/** "LemmaTag" as "lemma tag". */
function inWords(template: string): string {
  return template.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/** Keeps why a cue, source or piece of content was believed: its features are gone through once more, this time with their names. */
export function keepJudged(doc: Document, what: Decided, judged: Judged, scorer: Scorer, fill: (f: FeatureBuffer) => void): void {
  const names = named(
    new FeatureBuffer(),
    (t) => inWords(TEMPLATES[what][t] ?? `template ${t}`),
    wordsByHash(doc, vocabulary.of.bind(vocabulary), hashOf),
  );
  fill(names.buffer);
  const learned = names.weighed(scorer.weights, scorer.scale);
  keep({
    what,
    model: "attribution",
    span: spanOf(doc, judged.first, judged.end - 1),
    of: judged.cue === null ? null : spanOf(doc, judged.cue, judged.cue),
    score: judged.score,
    least: judged.least,
    instead: null,
    features: judged.byRule === 0 ? learned : [{ name: "by rule", weight: judged.byRule }, ...learned],
  });
}
