/**
 * Learns the weights of pronoun resolution from GUM's coreference layer and measures it: `npm run train:coreference -- GUM.train.conllu
 * GUM.dev.conllu`. A softmax over the candidates of each pronoun (as of Denis and Baldridge 2008), in which all actors that share the
 * pronoun's gold entity are right. Writes `src/read/actors/pronoun-weights.ts`; with `--measure` it only measures.
 */
import { writeFileSync } from "node:fs";
import type { Document } from "../../language/document.js";
import { analyse } from "../../language/index.js";
import type { Entities, Entity } from "../actors/entities.js";
import { findMentions } from "../actors/find.js";
import type { Mention } from "../actors/mentions.js";
import { PRONOUN_WEIGHTS } from "../actors/pronoun-weights.js";
import { candidatesOf, PRONOUN_FEATURES } from "../actors/pronouns.js";
import { resolve } from "../actors.js";
import type { Findings, NameMention } from "../findings.js";
import { names } from "../names.js";
import { type GumDocument, readGum } from "./gum.js";
import { shuffler } from "./random.js";

/** A pronoun with its candidates: their features, and which of them are right. None need be. */
interface Case {
  readonly number: "one" | "many" | "thing";
  readonly times: number;
  readonly features: readonly Float32Array[];
  readonly right: readonly boolean[];
}

/** How many times a case of a news text counts: it is news that is read. */
const NEWS = 4;

interface Read {
  readonly news: boolean;
  readonly doc: Document;
  readonly mentions: readonly Mention[];
  readonly entities: Entities;
  readonly gold: ReadonlyMap<number, string>;
}

const WRITTEN: ReadonlySet<string> = new Set(["news", "bio", "interview", "textbook", "voyage", "speech"]);

function readDocument(g: GumDocument): Read {
  const doc = analyse(g.text);
  const { names: found } = names.run({ doc } as Findings) as { names: readonly NameMention[] };
  const mentions = findMentions(doc, found);
  const gold = new Map(g.mentions.map((m) => [m.head, m.entity] as const));
  return { news: g.genre === "news", doc, mentions, entities: resolve(doc, mentions, { pronouns: false }), gold };
}

const goldOf = (r: Read, m: Mention): string | null => r.gold.get(r.doc.start[m.head]) ?? null;

/** The cases of a document in order; each pronoun is put where GUM has it before the next is looked at. */
function casesOf(r: Read): Case[] {
  return r.mentions.flatMap((m, k) => {
    const gold = goldOf(r, m);
    if (m.pronoun?.class !== "third" || gold === null || r.entities.get(m)?.mentions.some((o) => o.head < m.head)) return [];
    const candidates = candidatesOf(r.doc, r.mentions, k, r.entities);
    const right = candidates.map(({ entity }) => entity.mentions.some((o) => o.head < m.head && goldOf(r, o) === gold));
    const at = right.indexOf(true);
    if (at >= 0) r.entities.attach(m, candidates[at].entity);
    return [{ times: r.news ? NEWS : 1, number: m.pronoun.number ?? "one", features: candidates.map((c) => c.features), right }];
  });
}

function learn(cases: readonly Case[]): number[] {
  const weights = new Array<number>(PRONOUN_FEATURES.length).fill(0);
  const usable = cases.filter((c) => c.number !== "thing" && c.right.includes(true)).flatMap((c) => new Array<Case>(c.times).fill(c));
  const shuffle = shuffler(2);
  for (let round = 0; round < 30; round++) {
    const rate = 0.1 / (1 + round / 4);
    for (const { features, right } of shuffle(usable)) {
      const exp = features.map((f) => Math.exp(f.reduce((sum, x, k) => sum + x * weights[k], 0)));
      const all = exp.reduce((a, b) => a + b, 0);
      const good = exp.reduce((a, b, k) => a + (right[k] ? b : 0), 0);
      features.forEach((f, j) => {
        const g = exp[j] / all - (right[j] ? exp[j] / good : 0);
        for (let k = 0; k < f.length; k++) weights[k] -= rate * (g * f[k] + 0.0002 * weights[k]);
      });
    }
  }
  return weights;
}

function scored(
  cases: readonly Case[],
  weights: readonly number[],
): { readonly best: number; readonly right: boolean; readonly possible: boolean }[] {
  return cases.map(({ features, right }) => {
    let best = Number.NEGATIVE_INFINITY;
    let chosen = -1;
    features.forEach((f, j) => {
      const score = f.reduce((sum, x, k) => sum + x * weights[k], 0);
      if (score > best) {
        best = score;
        chosen = j;
      }
    });
    return { best, right: chosen >= 0 && right[chosen], possible: right.includes(true) };
  });
}

/** The threshold with the best F over its cases. */
function threshold(
  cases: readonly Case[],
  weights: readonly number[],
): { readonly at: number; readonly f: number; readonly p: number; readonly r: number } {
  const all = scored(cases, weights).sort((a, b) => b.best - a.best);
  const possible = all.filter((x) => x.possible).length;
  let right = 0;
  let top = { at: 99, f: 0, p: 0, r: 0 };
  all.forEach((x, k) => {
    if (x.right) right++;
    const p = right / (k + 1);
    const r = right / Math.max(1, possible);
    const f = (2 * p * r) / Math.max(1e-9, p + r);
    if (f > top.f) top = { at: x.best - 0.01, f, p, r };
  });
  return top;
}

function percent(a: number, b: number): string {
  return `${((100 * a) / Math.max(1, b)).toFixed(1)}% of ${b}`;
}

/** How often a link of a description to an earlier mention is right, and how many of GUM's links between mentions found are made. */
function measureNominals(reads: readonly Read[]): string {
  let said = 0;
  let right = 0;
  let asked = 0;
  let found = 0;
  for (const r of reads) {
    r.mentions.forEach((m, k) => {
      if (m.form !== "noun") return;
      const gold = goldOf(r, m);
      const earlier = r.mentions.slice(0, k).filter((o) => o.form !== "pronoun");
      const own = r.entities.get(m) as Entity;
      const linked = earlier.filter((o) => r.entities.get(o) === own);
      const wanted = gold === null ? [] : earlier.filter((o) => goldOf(r, o) === gold);
      if (linked.length > 0) {
        said++;
        if (linked.some((o) => wanted.includes(o))) right++;
      }
      if (wanted.length > 0) {
        asked++;
        if (linked.some((o) => wanted.includes(o))) found++;
      }
    });
  }
  return `descriptions: precision ${percent(right, said)}, recall ${percent(found, asked)}`;
}

function round(x: number): number {
  return Math.round(x * 1000) / 1000;
}

/** Scores that an antecedent must reach. One person told of as "he" or "she" has nearly always been told of before. */
type Least = Readonly<Record<Case["number"], number>>;

function write(weights: readonly number[], least: Least): void {
  const rows = weights.map((w, k) => `    ${round(w)}, // ${PRONOUN_FEATURES[k]}`).join("\n");
  const text = `/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by \`npm run train:coreference\` from GUM's
 * coreference layer. \`least\` is the score that an antecedent of a pronoun of each number must reach: "it" mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS: { readonly least: Readonly<Record<"one" | "many" | "thing", number>>; readonly weights: readonly number[] } = {
  least: { one: ${round(least.one)}, many: ${round(least.many)}, thing: ${round(least.thing)} },
  weights: [
${rows}
  ],
};
`;
  writeFileSync(new URL("../actors/pronoun-weights.ts", import.meta.url), text);
}

const [train, dev] = process.argv.slice(2);
const written = (path: string) =>
  readGum(path)
    .filter((g) => WRITTEN.has(g.genre))
    .map(readDocument);
const devReads = written(dev);
const devCases = devReads.flatMap(casesOf);
let weights: readonly number[] = PRONOUN_WEIGHTS.weights;
if (!process.argv.includes("--measure")) {
  const cases = written(train).flatMap(casesOf);
  weights = learn(cases);
  const at = (number: Case["number"]) =>
    threshold(
      cases.filter((c) => c.number === number),
      weights,
    ).at;
  write(weights, { one: at("one"), many: at("many"), thing: at("thing") });
}
for (const number of ["one", "many", "thing"] as const) {
  const cases = devCases.filter((c) => c.number === number);
  const possible = cases.filter((c) => c.right.includes(true));
  const right = scored(possible, weights).filter((x) => x.right).length;
  const { f, p, r, at } = threshold(cases, weights);
  console.log(
    `${number}: right among candidates ${percent(right, possible.length)}, ${cases.length} pronouns; best F ${(100 * f).toFixed(1)} (P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)}) at ${at.toFixed(2)}`,
  );
}
console.log(measureNominals(devReads));
