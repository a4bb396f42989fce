/**
 * Learns which phrases fill the roles of attacks told in a report, from the templates of MUC-3/4 (Sundheim 1992), whose texts are all
 * in capitals: phrases are compared by their heads. Writes `models/fillers.bin`.
 *
 *     npm run train:fillers -- TRAIN.jsonl [--keep 0.9]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { sha256 } from "../../base/hash.js";
import { plainReport, type Report } from "../../model/report.js";
import { type Candidate, phrases } from "../fillers/candidates.js";
import { BITS, phraseFeatures, reportFeatures, type Surroundings, sentenceFeatures, surroundingsOf } from "../fillers/features.js";
import { sameHead } from "../fillers/match.js";
import { FILLED, heat } from "../fillers/model.js";
import { findAll } from "../index.js";
import { Features, packLinear, probability } from "../linear.js";
import { type Example, learn, logOdds, SETTINGS } from "./logistic.js";

interface Entity {
  readonly optional: boolean;
  readonly any: readonly string[];
}
interface Line {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly roles: Readonly<Record<string, readonly Entity[]>>;
}
interface Told {
  readonly line: Line;
  readonly s: Surroundings;
  readonly candidates: readonly Candidate[];
  readonly texts: readonly string[];
  readonly fold: number;
}

const FOLDS = 5;
const HEAT = { ...SETTINGS, bits: BITS, epochs: 6, rate: 0.05, decay: 1e-4 };
const FILL = { ...SETTINGS, bits: BITS, epochs: 8, rate: 0.08, decay: 1e-5 };

function reportOf(line: Line): Report {
  return plainReport(line.text, { id: line.id, published: line.published, bytes: sha256(line.text) });
}

function tell(line: Line, k: number): Told {
  const found = findAll(reportOf(line), "events");
  const candidates = phrases(found.doc, found.names);
  return {
    line,
    s: surroundingsOf(found),
    candidates,
    texts: candidates.map((c) => line.text.slice(c.span[0], c.span[1])),
    fold: k % FOLDS,
  };
}

function fits(entities: readonly Entity[] | undefined, text: string): Entity | undefined {
  return entities?.find((e) => e.any.some((a) => sameHead(a, text)));
}

const buffer = new Features(BITS);

function taken(add: (out: Features) => void): Int32Array {
  buffer.clear();
  add(buffer);
  return buffer.taken();
}

const isRelevant = (t: Told): boolean => FILLED.some((role) => t.line.roles[role]?.length > 0);

function reportExamples(all: readonly Told[]): readonly Example[] {
  return all.map((t) => ({ features: taken((out) => reportFeatures(t.s, out)), yes: isRelevant(t), weight: 1 }));
}

function sentenceExamples(t: Told): readonly Example[] {
  const hot = new Set<number>();
  t.candidates.forEach((c, k) => {
    if (FILLED.some((role) => fits(t.line.roles[role], t.texts[k]))) hot.add(t.s.doc.sentence[c.head]);
  });
  return Array.from({ length: t.s.doc.sentenceCount }, (_, k) => ({
    features: taken((out) => sentenceFeatures(t.s, k, out)),
    yes: hot.has(k),
    weight: 1,
  }));
}

/** Heats every report by weights that have not seen it, so that the phrases learn from heats as they will be. */
function crossHeat(all: readonly Told[]): readonly Float64Array[] {
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = all.filter((t) => t.fold !== fold);
    const reports = learn(reportExamples(seen), HEAT);
    const sentences = learn(seen.flatMap(sentenceExamples), HEAT);
    for (const t of all) {
      if (t.fold !== fold) continue;
      t.s.reportHeat = heat(
        probability(
          logOdds(
            reports,
            taken((out) => reportFeatures(t.s, out)),
          ),
        ),
      );
      for (let k = 0; k < t.s.doc.sentenceCount; k++) {
        t.s.sentenceHeat[k] = heat(
          probability(
            logOdds(
              sentences,
              taken((out) => sentenceFeatures(t.s, k, out)),
            ),
          ),
        );
      }
    }
  }
  return [learn(reportExamples(all), HEAT), learn(all.flatMap(sentenceExamples), HEAT)];
}

function fillExamples(all: readonly Told[]): readonly (readonly Example[])[] {
  const rows: Example[][] = FILLED.map(() => []);
  for (const t of all) {
    t.candidates.forEach((c, k) => {
      const features = taken((out) => phraseFeatures(t.s, c, out));
      FILLED.forEach((role, r) => {
        const entity = fits(t.line.roles[role], t.texts[k]);
        if (entity?.optional) return;
        rows[r].push({ features, yes: entity !== undefined, weight: 1 });
      });
    });
  }
  return rows;
}

const [file, ...options] = process.argv.slice(2);
const keep = options.includes("--keep") ? Number(options[options.indexOf("--keep") + 1]) : 1;
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((l) => JSON.parse(l) as Line);
const told = lines.filter((_, k) => keep === 1 || k % 10 !== 9).map(tell);
const heats = crossHeat(told);
const weights = fillExamples(told).map((rows) => learn(rows, FILL));
writeFileSync(new URL("../../../models/fillers.bin", import.meta.url), packLinear([...heats, ...weights]));
console.error(`${told.length} reports, ${told.reduce((n, t) => n + t.candidates.length, 0)} phrases`);
