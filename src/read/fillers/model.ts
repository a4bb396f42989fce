import { readFileSync } from "node:fs";
import { type Forest, logOdds } from "../../base/forest.js";
import { Features, type Linear, levelled, probability, scoreOf } from "../linear.js";
import { type Candidate, phrases } from "./candidates.js";
import { denseFeatures } from "./dense.js";
import { type Entity, entitiesOf, type Scores, telling } from "./entities.js";
import { BITS, entityFeatures, phraseFeatures } from "./features.js";
import { HEAT_BITS, reportFeatures, sentenceFeatures } from "./heats.js";
import { FILLED, type Filled } from "./roles.js";
import { unpackSparse } from "./sparse.js";
import { type Needs, type Surroundings, surroundingsOf } from "./surroundings.js";

/** What fills a role in the attacks that a report tells of, by one of its names, and how sure the scorer is. */
export interface Filler {
  readonly role: Filled;
  readonly text: string;
  readonly probability: number;
}

/** Linear decisions: a report's and its roles', a sentence's; then every role's of a phrase and of an entity. And trees that join them. */
interface Model {
  readonly report: readonly Linear[];
  readonly sentence: Linear;
  readonly phrase: readonly Linear[];
  readonly entity: readonly Linear[];
  readonly forests: readonly Forest[];
}

const WEIGHTS = new URL("../../../models/fillers.bin", import.meta.url);
const TREES = new URL("../../../models/fillers.json", import.meta.url);
let loaded: Model | null = null;

function model(): Model {
  loaded ??= load();
  return loaded;
}

function load(): Model {
  const bytes = readFileSync(WEIGHTS);
  const heats = unpackSparse(bytes, 0);
  const fills = unpackSparse(bytes, heats.end).decisions;
  return {
    report: heats.decisions.slice(0, -1),
    sentence: heats.decisions[FILLED.length + 1],
    phrase: fills.slice(0, FILLED.length),
    entity: fills.slice(FILLED.length),
    forests: JSON.parse(readFileSync(TREES, "utf8")) as Forest[],
  };
}

const wide = new Features(HEAT_BITS, 1 << 16);
const buffer = new Features(BITS, 1 << 16);

function filled(into: Features, add: (out: Features) => void): Features {
  into.clear();
  add(into);
  return into;
}

/** A report with its phrases, the entities they make, and what the linear decisions say of all. */
interface Scored {
  readonly s: Surroundings;
  readonly candidates: readonly Candidate[];
  readonly texts: readonly string[];
  readonly entities: readonly Entity[];
  readonly scores: Scores;
}

/**
 * First whether the report and each sentence tell of an attack worth coding, then, with that known, the phrases (after Patwardhan &
 * Riloff 2009, who let the two judgements help each other), then those phrases of one head together that tell most.
 */
function scored({ doc, names, ...rest }: Needs): Scored {
  const s = surroundingsOf({ doc, names, ...rest });
  const candidates = phrases(doc, names, s.groupAt);
  const texts = candidates.map((c) => doc.text.slice(c.span[0], c.span[1]));
  const entities = entitiesOf(s, candidates, texts);
  const { report, sentence, phrase, entity } = model();
  const whole = filled(wide, (out) => reportFeatures(s, out)).distinct();
  const ofReport = Float64Array.from(report, (w) => levelScore(w, whole));
  const ofSentence = Float64Array.from({ length: doc.sentenceCount }, (_, k) =>
    levelScore(sentence, filled(wide, (out) => sentenceFeatures(s, k, out)).distinct()),
  );
  heatUp(s, ofReport[0], ofSentence);
  const ofPhrases = candidates.map((c) => filled(buffer, (out) => phraseFeatures(s, c, out)).taken());
  const phraseOdds = phrase.map((w) => Float64Array.from(ofPhrases, (f) => levelScore(w, f)));
  const ofEntities = entities.map((e) => filled(buffer, (out) => entityFeatures(s, candidates, telling(e, phraseOdds), out)).distinct());
  return {
    s,
    candidates,
    texts,
    entities,
    scores: {
      report: ofReport,
      sentence: ofSentence,
      phrase: phraseOdds,
      entity: entity.map((w) => Float64Array.from(ofEntities, (f) => levelScore(w, f))),
    },
  };
}

/** Log-odds of a case whose length is 1, however many features it has. */
function levelScore(w: Linear, features: Int32Array): number {
  return scoreOf(w, features) * levelled(features);
}

/** Buckets of a probability, 1 to 8; 0 stands for unknown. */
function heat(p: number): number {
  return 1 + Math.min(7, Math.floor(p * 8));
}

/** Tells the surroundings how hot the report and its sentences are. */
export function heatUp(s: Surroundings, report: number, sentences: Float64Array): void {
  s.reportHeat = heat(probability(report));
  for (let k = 0; k < sentences.length; k++) s.sentenceHeat[k] = heat(probability(sentences[k]));
}

/** How likely every entity fills every role: by role, then by entity. */
function likely({ s, candidates, entities, scores }: Scored): readonly Float64Array[] {
  return denseFeatures(s, candidates, entities, scores).map((rows, r) => {
    const ps = new Float64Array(entities.length);
    for (const { entity, x } of rows) ps[entity] = probability(logOdds(model().forests[r], x));
    return ps;
  });
}

/** What fills each role in the attacks that a report tells of, at least so sure; what was named twice is told by its likelier name. */
export function fillers(found: Needs, least: Readonly<Record<Filled, number>>, leastAgain: number): readonly Filler[] {
  const told = scored(found);
  return likely(told).flatMap((ps, r) =>
    told.entities.flatMap((e, k) => {
      const again = e.linked.some((l) => ps[l] > ps[k] || (ps[l] === ps[k] && l < k));
      if (ps[k] < (again ? leastAgain : least[FILLED[r]])) return [];
      const texts = new Set(e.mentions.map((m) => told.texts[m].replace(/\s+/g, " ")));
      return [...texts].map((text) => ({ role: FILLED[r], text, probability: ps[k] }));
    }),
  );
}
