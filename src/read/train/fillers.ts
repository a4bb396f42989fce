/**
 * Learns which phrases fill the roles of attacks told in a report, from the templates of MUC-3/4 (Sundheim 1992), whose texts are all
 * in capitals: phrases are compared by their heads. Writes `models/fillers.bin` and `models/fillers.json`.
 *
 *     npm run train:fillers -- TRAIN.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { sha256 } from "../../base/hash.js";
import { plainReport } from "../../model/report.js";
import { BITS } from "../fillers/features.js";
import { HEAT_BITS } from "../fillers/heats.js";
import { packSparse } from "../fillers/sparse.js";
import { findAll } from "../index.js";
import { learnForests, learnSteps } from "./fillers-steps.js";
import { type Line, tell } from "./fillers-told.js";

const [file] = process.argv.slice(2);
const told = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((l) => JSON.parse(l) as Line)
  .map((line) =>
    tell(line, findAll(plainReport(line.text, { id: line.id, published: line.published, bytes: sha256(line.text) }), "tolls")),
  );
const { heats, fills, scores } = learnSteps(told);
const forests = learnForests(told, scores);
writeFileSync(
  new URL("../../../models/fillers.bin", import.meta.url),
  Buffer.concat([packSparse(heats, HEAT_BITS), packSparse(fills, BITS)]),
);
writeFileSync(new URL("../../../models/fillers.json", import.meta.url), `${JSON.stringify(forests)}\n`);
console.error(`${told.length} reports, ${told.reduce((n, t) => n + t.candidates.length, 0)} phrases`);
