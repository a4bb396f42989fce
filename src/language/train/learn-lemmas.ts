import { readFileSync } from "node:fs";
import { applyRule, type LemmaRules, LONGEST_SUFFIX } from "../lemmatise.js";
import { normalise } from "../normalise.js";
import { P } from "../tags.js";
import type { GoldSentence } from "./conllu.js";

/** Tags whose lemma is the word itself. */
const UNCHANGED = new Set<number>([P.NNP, P.CD, P.FW, P.ADD, P.HYPH, P.NFP, P.$, P.SYM]);

function ruleOf(norm: string, lemma: string): string {
  let same = 0;
  while (same < norm.length && same < lemma.length && norm[same] === lemma[same]) same++;
  return `${norm.length - same}|${lemma.slice(same)}`;
}

/** The key with the most; the first in order where several have it. */
function most(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

/** Reads the verbs of one word from WordNet's `index.verb`. */
export function readVerbs(path: string): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.slice(0, line.indexOf(" ")))
    .filter((word) => /^[a-z]{2,}$/.test(word));
}

/** Learns lemma rules: each suffix takes the rule of most word types under it; words that a rule gets wrong are listed whole. */
export function learnLemmas(sentences: readonly GoldSentence[], verbs: readonly string[]): LemmaRules {
  const seen = new Map<number, Map<string, Map<string, number>>>();
  for (const s of sentences) {
    s.forms.forEach((form, i) => {
      const tag = s.xpos[i];
      if (UNCHANGED.has(tag)) return;
      const norm = normalise(form);
      const lemma = s.lemmas[i] === "_" ? norm : normalise(s.lemmas[i]);
      const table = seen.get(tag) ?? new Map<string, Map<string, number>>();
      seen.set(tag, table);
      const lemmas = table.get(norm) ?? new Map<string, number>();
      table.set(norm, lemmas);
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
    });
  }
  const words: Record<string, Record<string, string>> = {};
  const suffixes: Record<string, Record<string, string>> = {};
  for (const [tag, table] of [...seen].sort((a, b) => a[0] - b[0])) {
    const best = new Map([...table].map(([norm, lemmas]) => [norm, most(lemmas)]));
    suffixes[tag] = suffixRules(best);
    words[tag] = exceptions(best, suffixes[tag]);
  }
  return { words, suffixes, verbs: verbs.join(" ") };
}

function suffixRules(lemmas: ReadonlyMap<string, string>): Record<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [norm, lemma] of lemmas) {
    const rule = ruleOf(norm, lemma);
    for (let length = 0; length <= Math.min(LONGEST_SUFFIX, norm.length - 1); length++) {
      const suffix = norm.slice(norm.length - length);
      const rules = counts.get(suffix) ?? new Map<string, number>();
      counts.set(suffix, rules);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
  }
  const kept: Record<string, string> = {};
  for (const [suffix, rules] of [...counts].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))) {
    const rule = most(rules);
    const times = rules.get(rule) ?? 0;
    if (suffix !== "" && (times < 2 || inherited(kept, suffix) === rule)) continue;
    kept[suffix] = rule;
  }
  return kept;
}

function inherited(kept: Readonly<Record<string, string>>, suffix: string): string | undefined {
  for (let from = 1; from <= suffix.length; from++) {
    const rule = kept[suffix.slice(from)];
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function exceptions(lemmas: ReadonlyMap<string, string>, rules: Readonly<Record<string, string>>): Record<string, string> {
  const listed: Record<string, string> = {};
  for (const [norm, lemma] of [...lemmas].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    let guess = norm;
    for (let length = Math.min(LONGEST_SUFFIX, norm.length); length >= 0; length--) {
      const rule = rules[norm.slice(norm.length - length)];
      if (rule === undefined) continue;
      guess = applyRule(norm, rule);
      break;
    }
    if (guess !== lemma) listed[norm] = lemma;
  }
  return listed;
}
