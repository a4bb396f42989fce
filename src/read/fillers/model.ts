import { readFileSync } from "node:fs";
import type { Role } from "../../model/vocabulary.js";
import { Features, type Linear, probability, score, unpackLinear } from "../linear.js";
import { type Candidate, phrases } from "./candidates.js";
import { BITS, type Needs, phraseFeatures, reportFeatures, type Surroundings, sentenceFeatures, surroundingsOf } from "./features.js";

/** The roles that the scorer knows, in the order of its weights; before them stand the report's and the sentence's decision. */
export const FILLED = ["perpetrator", "organisation", "target", "victim", "weapon"] as const satisfies readonly Role[];
export type Filled = (typeof FILLED)[number];

/** How sure the scorer is that a phrase fills a role of an attack told in the report. */
export interface Filling {
  readonly candidate: Candidate;
  readonly role: Filled;
  readonly probability: number;
}

const MODEL = new URL("../../../models/fillers.bin", import.meta.url);
let loaded: readonly Linear[] | null = null;

function model(): readonly Linear[] {
  loaded ??= unpackLinear(readFileSync(MODEL), BITS);
  return loaded;
}

/** Buckets of a probability, 1 to 8; 0 stands for unknown. */
export function heat(p: number): number {
  return 1 + Math.min(7, Math.floor(p * 8));
}

const buffer = new Features(BITS);

/**
 * Scores every noun phrase of a report for every role: first whether the report and each sentence tell of an attack worth coding,
 * then, with that known, the phrases (after Patwardhan & Riloff 2009, who let the two judgements help each other).
 */
export function fillings(found: Needs, least: number): readonly Filling[] {
  const s = heated(surroundingsOf(found));
  const all: Filling[] = [];
  for (const candidate of phrases(found.doc, found.names)) {
    buffer.clear();
    phraseFeatures(s, candidate, buffer);
    FILLED.forEach((role, k) => {
      const p = probability(score(model()[k + 2], buffer));
      if (p >= least) all.push({ candidate, role, probability: p });
    });
  }
  return all;
}

function heated(s: Surroundings): Surroundings {
  buffer.clear();
  reportFeatures(s, buffer);
  s.reportHeat = heat(probability(score(model()[0], buffer)));
  for (let k = 0; k < s.doc.sentenceCount; k++) {
    buffer.clear();
    sentenceFeatures(s, k, buffer);
    s.sentenceHeat[k] = heat(probability(score(model()[1], buffer)));
  }
  return s;
}
