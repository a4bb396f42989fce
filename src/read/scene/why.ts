import { spanOf } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { against, keep, named, type Spoken, wordsByHash } from "../journal.js";
import { Features, stableHash } from "../linear.js";
import { BITS, candidateFeatures, type Scene } from "./features.js";
import { sceneModel } from "./model.js";

/** What the templates of `features.ts` ask, by number. */
const TEMPLATES: Readonly<Record<number, string>> = {
  0: "kind of place",
  1: "how often it is named",
  2: "in which sentence first",
  3: "in the title",
  4: "in the dateline",
  5: "how many places there are",
  6: "first of its kind",
  7: "how far from what the event's clause says",
  8: "kind of event",
  20: "share of the places named",
  21: "share near it",
  22: "share in its division",
  23: "share in its country",
  24: "how many near it",
  25: "how far from the outlet's home",
  26: "most are near it",
  27: "a wider place beside it",
  40: "word before",
  41: "word after",
  42: "two words before",
  43: "two words after",
  44: "words on both sides",
  45: "word before, kind, part",
  46: "part and sentence",
  47: "its last word's sense",
  48: "at, near or beside",
  49: "in a source's name",
  50: "head and relation",
  51: "head and preposition",
  52: "verb above",
  53: "at an end of the sentence",
  70: "sentences from the event's words",
  71: "clause and word before",
  72: "words from the event's words",
  73: "in the event's clause",
};

/** Keeps why a place was taken for where the chief event was: what told it from the next best. */
export function keepScene(scene: Scene, scores: readonly number[], best: number): void {
  const { doc } = scene.found;
  const words = wordsByHash(doc, vocabulary.of.bind(vocabulary), stableHash);
  const model = sceneModel();
  const spoken = (k: number): readonly Spoken[] => {
    const names = named(new Features(BITS), (t) => TEMPLATES[t] ?? `template ${t}`, words);
    candidateFeatures(scene, k, names.buffer);
    return names.weighed(model.weights, model.scale);
  };
  const next = scores.reduce((n, s, k) => (k !== best && (n < 0 || s > scores[n]) ? k : n), -1);
  const { place, mentions } = scene.candidates[best];
  const [{ first, end }] = mentions;
  const other = next < 0 || scores[next] === Number.NEGATIVE_INFINITY ? null : scene.candidates[next].place.name;
  keep({
    what: `the scene, ${place.name}`,
    model: "scene",
    span: spanOf(doc, first, end - 1),
    of: spanOf(doc, scene.event.triggers[0], scene.event.triggers[0]),
    score: scores[best] - (other === null ? 0 : scores[next]),
    least: null,
    instead: other,
    features: other === null ? spoken(best) : against(spoken(best), spoken(next)),
  });
}
