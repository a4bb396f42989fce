import { Lexemes, type Lexicon } from "../lexemes.js";
import type { LanguageModel } from "../model.js";
import { PackedScorer, type SparseWeights } from "../scorer.js";
import { TAGGER_ROWS, Tagger } from "../tagger.js";
import { RELATIONS } from "../tags.js";
import { PAD, Workspace } from "../workspace.js";
import type { GoldSentence } from "./conllu.js";
import { type Clusters, countLexicon, countTagPairs, type TagPairs } from "./count-lexicon.js";
import { type Example, exampleOf, load } from "./examples.js";
import { irregularForms } from "./irregular.js";
import { learnLemmas } from "./learn-lemmas.js";
import { quantise } from "./quantise.js";
import { Random } from "./random.js";
import { TaggerTrainer } from "./tag-training.js";
import { ParserTrainer } from "./train-parser.js";

export interface Options {
  readonly rounds: number;
  readonly taggerRounds: number;
  readonly folds: number;
  readonly seed: number;
  /** Weights below this are dropped. */
  readonly least: number;
  readonly clusters: Clusters;
  readonly verbs: readonly string[];
  readonly log: (line: string) => void;
}

/** How often a sentence is also seen with its letter case hidden, and how often without its final stop. */
const HIDE = 0.4;
const UNSTOP = 0.12;
export const SCALE = 128;
/** Steps to the unit of the jackknifed taggers' weights. */
const STEPS = 4;

/** Tags that a tagger gave to the sentences it was not trained on, with case shown and hidden. */
interface Jackknifed {
  readonly shown: Int32Array;
  readonly hidden: Int32Array;
}

export function trainModel(sentences: readonly GoldSentence[], options: Options): LanguageModel {
  const pairs = countTagPairs(sentences, 3);
  const lexicon = countLexicon(sentences, pairs, options.clusters);
  const lexemes = new Lexemes(lexicon);
  const examples = sentences.map((s) => exampleOf(s, pairs));
  options.log(`${sentences.length} sentences, ${pairs.upos.length} tags, ${lexicon.words.length} words`);
  const tagger = trainTagger(examples, lexicon, pairs, options);
  const tags = jackknife(sentences, examples, pairs, options);
  const parser = trainParser(examples, tags, lexemes, options);
  return {
    lexicon,
    upos: pairs.upos,
    xpos: pairs.xpos,
    tagger,
    parser,
    lemmas: learnLemmas([...sentences, ...irregularForms()], options.verbs),
  };
}

function trainTagger(examples: readonly Example[], lexicon: Lexicon, pairs: TagPairs, options: Options): SparseWeights {
  const lexemes = new Lexemes(lexicon);
  const trainer = new TaggerTrainer(lexemes, pairs.upos.length);
  const random = new Random(options.seed);
  const work = new Workspace();
  const order = examples.slice();
  for (let round = 0; round < options.taggerRounds; round++) {
    random.shuffle(order);
    for (const example of order) {
      load(work, lexemes, example, { hide: false, unstop: random.next() < UNSTOP });
      trainer.learn(work, example.tags);
      if (random.next() >= HIDE) continue;
      load(work, lexemes, example, { hide: true, unstop: random.next() < UNSTOP });
      trainer.learn(work, example.tags);
    }
  }
  const weights = trainer.perceptron.average(SCALE, options.least);
  options.log(`tagger: ${weights.keys.length} features, ${weights.weights.length} weights`);
  return weights;
}

function jackknife(sentences: readonly GoldSentence[], examples: readonly Example[], pairs: TagPairs, options: Options): Jackknifed[] {
  const work = new Workspace();
  const tags: Jackknifed[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const inside = (_: unknown, i: number) => i % options.folds !== fold;
    const lexicon = countLexicon(sentences.filter(inside), pairs, options.clusters);
    const lexemes = new Lexemes(lexicon);
    const weights = trainTagger(examples.filter(inside), lexicon, pairs, options);
    const tagger = new Tagger(lexemes, new PackedScorer(quantise(weights, SCALE, STEPS, 0.3), [], TAGGER_ROWS), pairs);
    const tag = (example: Example, hide: boolean) => {
      load(work, lexemes, example, { hide, unstop: false });
      tagger.tag(work);
      return work.tag.slice(PAD, PAD + example.length);
    };
    for (let i = fold; i < examples.length; i += options.folds)
      tags[i] = { shown: tag(examples[i], false), hidden: tag(examples[i], true) };
  }
  return tags;
}

function trainParser(examples: readonly Example[], tags: readonly Jackknifed[], lexemes: Lexemes, options: Options): SparseWeights {
  const trainer = new ParserTrainer(RELATIONS.length);
  const random = new Random(options.seed + 1);
  const work = new Workspace();
  const order = examples.map((_, i) => i);
  const learn = (i: number, round: number, hide: boolean) => {
    const example = examples[i];
    const unstop = random.next() < UNSTOP;
    load(work, lexemes, example, { hide, unstop });
    work.tag.set((hide ? tags[i].hidden : tags[i].shown).subarray(0, work.length), PAD);
    trainer.learn(work, unstop && example.unstopped ? example.unstopped : example.tree, random, round);
  };
  for (let round = 0; round < options.rounds; round++) {
    random.shuffle(order);
    for (const i of order) {
      learn(i, round, false);
      if (random.next() < HIDE) learn(i, round, true);
    }
    options.log(`parser round ${round + 1}: ${trainer.perceptron.features} features, ${Math.round(process.cpuUsage().user / 1e6)} s`);
  }
  const weights = trainer.perceptron.average(SCALE, options.least);
  options.log(`parser: ${weights.keys.length} features, ${weights.weights.length} weights`);
  return weights;
}
