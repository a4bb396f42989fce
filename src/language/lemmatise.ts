import { P } from "./tags.js";
import { vocabulary } from "./vocabulary.js";

/** How lemmas are made from norms, by Penn tag: a table of whole words, then rules for the longest suffix that has one. */
export interface LemmaRules {
  /** `norm` to lemma for each Penn tag's index. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Suffix to rule for each Penn tag's index: letters to strip, a bar, letters to add. */
  readonly suffixes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Base forms of verbs, parted by spaces: a rule that leads to one of them goes before a rule that does not. */
  readonly verbs: string;
}

export const LONGEST_SUFFIX = 6;

/** The norm with a rule applied to it; the norm as it is where it is too short. */
export function applyRule(norm: string, rule: string): string {
  const bar = rule.indexOf("|");
  const strip = Number(rule.slice(0, bar));
  return strip >= norm.length ? norm : norm.slice(0, norm.length - strip) + rule.slice(bar + 1);
}

/** Lemmas kept where they are found at once; another that falls on the same place takes it. */
const NEAR_BITS = 14;

/** Finds lemmas, once for each norm and tag. Not for names of several words: each token has its own. */
export class Lemmatiser {
  private readonly cache = new Map<number, number>();
  private readonly nearKeys = new Float64Array(2 ** NEAR_BITS).fill(-1);
  private readonly nearLemmas = new Int32Array(2 ** NEAR_BITS);
  private readonly words: ReadonlyMap<number, ReadonlyMap<string, string>>;
  private readonly verbs: ReadonlySet<string>;
  private readonly suffixes: ReadonlyMap<number, ReadonlyMap<string, string>>;

  constructor(rules: LemmaRules) {
    const maps = (tables: LemmaRules["words"]) =>
      new Map(Object.entries(tables).map(([tag, table]) => [Number(tag), new Map(Object.entries(table))]));
    this.words = maps(rules.words);
    this.suffixes = maps(rules.suffixes);
    this.verbs = new Set((rules.verbs ?? "").split(" "));
  }

  /** Vocabulary id of the lemma of a norm under a Penn tag. */
  lemma(norm: number, xpos: number): number {
    const key = norm * 64 + xpos;
    const place = Math.imul(key, 0x9e3779b1) >>> (32 - NEAR_BITS);
    if (this.nearKeys[place] !== key) {
      this.nearLemmas[place] = this.cached(key, norm, xpos);
      this.nearKeys[place] = key;
    }
    return this.nearLemmas[place];
  }

  private cached(key: number, norm: number, xpos: number): number {
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const lemma = vocabulary.id(this.find(vocabulary.of(norm), xpos));
    this.cache.set(key, lemma);
    return lemma;
  }

  private find(norm: string, xpos: number): string {
    const whole = this.words.get(xpos)?.get(norm);
    // a slip of a treebank ("freed", of "fre") yields to a verb that there is
    if (whole !== undefined && !(xpos === P.VBN && norm.endsWith("ed") && !this.verbs.has(whole))) return whole;
    if (xpos >= P.VBD && xpos <= P.VBZ && xpos !== P.VBP) {
      const verb = this.baseOf(norm);
      if (verb !== null) return verb;
    }
    if (whole !== undefined) return whole;
    // "Policemen swung their canes", tagged as a present
    if (xpos === P.VBP && !this.verbs.has(norm)) {
      const past = this.words.get(P.VBD)?.get(norm);
      if (past !== undefined) return past;
    }
    const rules = this.suffixes.get(xpos);
    if (!rules) return norm;
    for (let length = Math.min(LONGEST_SUFFIX, norm.length); length >= 0; length--) {
      const rule = rules.get(norm.slice(norm.length - length));
      if (rule !== undefined) return applyRule(norm, rule);
    }
    return norm;
  }

  /** The verb of which a norm is a regular form: "raped" is of "rape", "robbed" of "rob", "shelled" of "shell". */
  private baseOf(norm: string): string | null {
    for (const [ending, endings] of REGULAR) {
      if (!norm.endsWith(ending)) continue;
      const stem = norm.slice(0, norm.length - ending.length);
      for (const add of endings) if (this.verbs.has(stem + add)) return stem + add;
      const last = stem.length - 1;
      if (last > 1 && stem[last] === stem[last - 1] && this.verbs.has(stem.slice(0, last))) return stem.slice(0, last);
    }
    return null;
  }
}

/** Regular endings, and what may stand in their place in the base form. */
const REGULAR: readonly (readonly [ending: string, instead: readonly string[]])[] = [
  ["ied", ["y"]],
  ["ies", ["y"]],
  ["ying", ["ie", "y"]],
  ["ed", ["e", ""]],
  ["es", ["e", ""]],
  ["ing", ["e", ""]],
  ["s", [""]],
];
