import { readFileSync } from "node:fs";
import { AccordingError } from "../base/error.js";
import { loadTable } from "../lexicon/table.js";
import { type LemmaRules, Lemmatiser } from "./lemmatise.js";
import { Lexemes, type Lexicon } from "./lexemes.js";
import { type Column, pack, unpack } from "./pack.js";
import { Parser, packedMoves } from "./parser.js";
import { PackedScorer, type SparseWeights } from "./scorer.js";
import { PARSER_ROWS } from "./summed-features.js";
import { TAGGER_ROWS, Tagger } from "./tagger.js";
import { P, RELATIONS, U, UPOS, XPOS } from "./tags.js";

/** Everything that training yields. */
export interface LanguageModel {
  readonly lexicon: Lexicon;
  /** Universal and Penn tag of each index of the tagger. */
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly tagger: SparseWeights;
  readonly parser: SparseWeights;
  readonly lemmas: LemmaRules;
}

/** A model ready to work. */
export interface Analyser {
  readonly lexemes: Lexemes;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly lemmatiser: Lemmatiser;
}

const NAMES = JSON.stringify([UPOS, XPOS, RELATIONS]);

function weightColumns(name: string, weights: SparseWeights): Record<string, Column> {
  return {
    [`${name}.keys`]: weights.keys,
    [`${name}.counts`]: weights.counts,
    [`${name}.classes`]: weights.classes,
    [`${name}.weights`]: weights.weights,
  };
}

export function packModel(model: LanguageModel): Uint8Array {
  const { lexicon } = model;
  return pack({
    names: NAMES,
    words: lexicon.words.join("\n"),
    tagSetOf: Int32Array.from(lexicon.tagSetOf),
    tagSetSizes: Int32Array.from(lexicon.tagSets, (set) => set.length),
    tagSets: Uint8Array.from(lexicon.tagSets.flatMap((set) => [...set])),
    clusterWords: lexicon.clusterWords.join("\n"),
    clusterOf: Uint16Array.from(lexicon.clusterOf),
    coarseOf: Uint16Array.from(lexicon.coarseOf),
    upos: model.upos,
    xpos: model.xpos,
    lemmas: JSON.stringify(model.lemmas),
    ...weightColumns("tagger", model.tagger),
    ...weightColumns("parser", model.parser),
  });
}

/** @throws AccordingError `model.stale` where the file was made for other tag names. */
export function unpackModel(file: Uint8Array): LanguageModel {
  const columns = unpack(file);
  const column = <T extends Column>(name: string) => columns.get(name) as T;
  const text = (name: string) => new TextDecoder().decode(column<Uint8Array>(name));
  const lines = (name: string) => (column(name).length === 0 ? [] : text(name).split("\n"));
  if (text("names") !== NAMES)
    throw new AccordingError("model.stale", "models/language.bin was trained for other tags", "Run `npm run train:language`.");
  const flat = column<Uint8Array>("tagSets");
  let at = 0;
  const tagSets = Array.from(column<Int32Array>("tagSetSizes"), (size) => {
    at += size;
    return flat.slice(at - size, at);
  });
  const weights = (name: string): SparseWeights => ({
    keys: column<Int32Array>(`${name}.keys`),
    counts: column<Uint8Array>(`${name}.counts`),
    classes: column<Uint8Array>(`${name}.classes`),
    weights: column<Int16Array>(`${name}.weights`),
  });
  return {
    lexicon: {
      words: lines("words"),
      tagSetOf: column("tagSetOf"),
      tagSets,
      clusterWords: lines("clusterWords"),
      clusterOf: column("clusterOf"),
      coarseOf: column("coarseOf"),
    },
    upos: column<Uint8Array>("upos"),
    xpos: column<Uint8Array>("xpos"),
    tagger: weights("tagger"),
    parser: weights("parser"),
    lemmas: JSON.parse(text("lemmas")) as LemmaRules,
  };
}

/** The words of `sure-words`, with the tags that they may have: of a common and of a proper noun of their number, or of a verb. */
function sureWords({ upos, xpos }: LanguageModel): ReadonlyMap<string, readonly number[]> {
  const tag = (u: number, p: number) => upos.findIndex((of, i) => of === u && xpos[i] === p);
  const tags: Readonly<Record<string, readonly number[]>> = {
    noun: [tag(U.NOUN, P.NN), tag(U.PROPN, P.NNP)],
    nouns: [tag(U.NOUN, P.NNS), tag(U.PROPN, P.NNPS)],
    verb: [tag(U.VERB, P.VBZ)],
    past: [tag(U.VERB, P.VBD), tag(U.VERB, P.VBN)],
    only: [tag(U.VERB, P.VBD)],
    done: [tag(U.VERB, P.VBN)],
  };
  return new Map(loadTable("sure-words").rows.map((row) => [row.form, tags[row.as] ?? []]));
}

export function analyserOf(model: LanguageModel): Analyser {
  const lexemes = new Lexemes(model.lexicon, sureWords(model));
  const moves = packedMoves(model.parser, RELATIONS.length);
  return {
    lexemes,
    upos: model.upos,
    xpos: model.xpos,
    tagger: new Tagger(lexemes, new PackedScorer(model.tagger, [], TAGGER_ROWS), model),
    parser: new Parser(new PackedScorer(moves.weights, [moves.some], PARSER_ROWS), {
      labels: RELATIONS.length,
      root: RELATIONS.indexOf("root"),
    }),
    lemmatiser: new Lemmatiser(model.lemmas),
  };
}

let loaded: Analyser | null = null;

/** The analyser of `models/language.bin`, loaded on first use. */
export function analyser(): Analyser {
  loaded ??= analyserOf(unpackModel(readFileSync(new URL("../../models/language.bin", import.meta.url))));
  return loaded;
}
