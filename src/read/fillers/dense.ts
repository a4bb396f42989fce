import { P } from "../../language/tags.js";
import { ROLES } from "../../model/vocabulary.js";
import { probability } from "../linear.js";
import type { Candidate } from "./candidates.js";
import type { Entity, Scores } from "./entities.js";
import { effective, kindOf } from "./kinds.js";
import { FILLED } from "./roles.js";
import type { Surroundings } from "./surroundings.js";

/** Log-odds of what is not there. */
const NONE = -20;

/** Everything that the trees may ask of an entity, gathered once for a report. */
interface Sheet {
  readonly s: Surroundings;
  readonly candidates: readonly Candidate[];
  readonly entities: readonly Entity[];
  readonly scores: Scores;
  /** By role, then by entity: the likeliest of its phrases. */
  readonly most: readonly Float64Array[];
  /** By role: the likeliest entity, and all probabilities added up. */
  readonly top: readonly number[];
  readonly total: readonly number[];
  /** By role, then by entity: entities sorted by likelihood, as ranks. */
  readonly ranks: readonly Int32Array[];
  readonly second: readonly number[];
  /** By role, then by sentence: the likeliest of its phrases. */
  readonly inSentence: readonly Float64Array[];
  /** By entity: others that are of one actor with it, and the phrases that stand in a row with one of its own. */
  readonly together: readonly (readonly number[])[];
  readonly rows: readonly (readonly number[])[];
  readonly hottest: number;
  readonly heatSum: number;
}

type Ask = (sheet: Sheet, r: number, k: number) => number;

const mentionsOf = ({ entities }: Sheet, k: number): readonly number[] => entities[k].mentions;
const sentenceOf = ({ s, candidates }: Sheet, m: number): number => s.doc.sentence[candidates[m].head];
const highest = (xs: readonly number[]): number => xs.reduce((a, b) => Math.max(a, b), NONE);

/** The phrase of an entity that fills the role likeliest. */
function best(sheet: Sheet, r: number, k: number): Candidate {
  const odds = sheet.scores.phrase[r];
  return sheet.candidates[mentionsOf(sheet, k).reduce((a, b) => (odds[b] > odds[a] ? b : a))];
}

function noisyOr(sheet: Sheet, r: number, k: number): number {
  const none = mentionsOf(sheet, k).reduce((p, m) => p * (1 - probability(sheet.scores.phrase[r][m])), 1);
  return Math.log((1 - none + 1e-6) / (none + 1e-6));
}

/** By name: what the trees ask. The first two decide whether they are asked at all. */
const ASKS: Readonly<Record<string, Ask>> = {
  most: (x, r, k) => x.most[r][k],
  entity: (x, r, k) => x.scores.entity[r][k],
  second: (x, r, k) =>
    mentionsOf(x, k)
      .map((m) => x.scores.phrase[r][m])
      .sort((a, b) => b - a)[1] ?? NONE,
  mean: (x, r, k) => mentionsOf(x, k).reduce((sum, m) => sum + x.scores.phrase[r][m], 0) / mentionsOf(x, k).length,
  first: (x, r, k) => x.scores.phrase[r][mentionsOf(x, k)[0]],
  noisyOr,
  reportRelevant: (x) => x.scores.report[0],
  reportRole: (x, r) => x.scores.report[r + 1],
  hottest: (x) => x.hottest,
  hotHere: (x, _, k) => highest(mentionsOf(x, k).map((m) => x.scores.sentence[sentenceOf(x, m)])),
  heatSum: (x) => x.heatSum,
  mentions: (x, _, k) => mentionsOf(x, k).length,
  mentionsHot: (x, _, k) => mentionsOf(x, k).filter((m) => x.scores.sentence[sentenceOf(x, m)] > 0).length,
  firstSentence: (x, _, k) => sentenceOf(x, mentionsOf(x, k)[0]),
  firstPart: (x, _, k) => sentenceOf(x, mentionsOf(x, k)[0]) / x.s.doc.sentenceCount,
  rank: (x, r, k) => x.ranks[r][k],
  rival: (x, r, k) => (x.ranks[r][k] === 0 ? x.second[r] : x.top[r]),
  rivalSum: (x, r, k) => x.total[r] - probability(x.most[r][k]),
  linkedMost: (x, r, k) => highest(x.entities[k].linked.map((l) => x.most[r][l])),
  linkedEntity: (x, r, k) => highest(x.entities[k].linked.map((l) => x.scores.entity[r][l])),
  named: (x, r, k) => x.s.nameAt[best(x, r, k).head],
  kind: (x, r, k) => Math.log2(1 + kindOf(x.s, best(x, r, k))),
  plural: (x, r, k) => (x.s.doc.xpos[best(x, r, k).head] === P.NNS ? 1 : 0),
  length: (x, r, k) => best(x, r, k).last - best(x, r, k).first,
  framed: (x, _, k) => mentionsOf(x, k).filter((m) => x.s.roleAt[x.candidates[m].head] > 0).length,
  sentences: (x) => x.s.doc.sentenceCount,
  samePerson: (x, r, k) => highest(x.together[k].map((l) => x.most[r][l])),
  samePersonEntity: (x, r, k) => highest(x.together[k].map((l) => x.scores.entity[r][l])),
  rowMost: (x, r, k) => highest(x.rows[k].map((m) => x.scores.phrase[r][m])),
  counted: (x, _, k) => mentionsOf(x, k).filter((m) => x.s.facts.tollAt[x.candidates[m].head] > 0).length,
  sort: (x, r, k) => x.s.facts.sortAt[best(x, r, k).head],
  armed: (x, _, k) => mentionsOf(x, k).filter((m) => x.s.groupAt[x.candidates[m].head] > 0).length,
  old: (x, _, k) => triggersBeside(x, k, (t) => x.s.facts.ageAt[t] === 3),
  recent: (x, _, k) => triggersBeside(x, k, (t) => x.s.facts.ageAt[t] === 2),
  chief: (x, _, k) => triggersBeside(x, k, (t) => x.s.facts.standAt[t] === 2),
  recalled: (x, _, k) => triggersBeside(x, k, (t) => x.s.facts.standAt[t] === 3),
  unreal: (x, _, k) => triggersBeside(x, k, (t) => x.s.facts.statusAt[t] > 2),
  ...Object.fromEntries(
    FILLED.flatMap((role, o): [string, Ask][] => [
      [`framed ${role}`, (x, _, k) => mentionsOf(x, k).filter((m) => x.s.roleAt[x.candidates[m].head] === ROLES.indexOf(role) + 1).length],
      [`as ${role}`, (x, r, k) => (o === r ? NONE : x.most[o][k])],
      [`top ${role}`, (x) => x.top[o]],
      [`beside ${role}`, (x, _, k) => highest(mentionsOf(x, k).map((m) => x.inSentence[o][sentenceOf(x, m)]))],
    ]),
  ),
};

/** How many triggers in the sentences of an entity are so. */
function triggersBeside(x: Sheet, k: number, so: (trigger: number) => boolean): number {
  const { doc, triggered } = x.s;
  let n = 0;
  for (const s of new Set(mentionsOf(x, k).map((m) => sentenceOf(x, m))))
    for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) if (triggered[i] && so(i)) n++;
  return n;
}

export const DENSE = Object.keys(ASKS);
const ALL = Object.values(ASKS);

/** What is known of every entity as a filler of every role: by role, then by entity. */
export function denseFeatures(
  s: Surroundings,
  candidates: readonly Candidate[],
  entities: readonly Entity[],
  scores: Scores,
): readonly (readonly Float64Array[])[] {
  const sheet = sheetOf(s, candidates, entities, scores);
  return FILLED.map((_, r) => entities.map((_, k) => Float64Array.from(ALL, (ask) => ask(sheet, r, k))));
}

function sheetOf(s: Surroundings, candidates: readonly Candidate[], entities: readonly Entity[], scores: Scores): Sheet {
  const most = scores.phrase.map((odds) => Float64Array.from(entities, (e) => highest(e.mentions.map((m) => odds[m]))));
  const sorted = most.map((odds) => Array.from(odds, (_, k) => k).sort((a, b) => odds[b] - odds[a]));
  const inSentence = scores.phrase.map((odds) => {
    const by = new Float64Array(s.doc.sentenceCount).fill(NONE);
    candidates.forEach((c, m) => {
      by[s.doc.sentence[c.head]] = Math.max(by[s.doc.sentence[c.head]], odds[m]);
    });
    return by;
  });
  return {
    s,
    candidates,
    entities,
    scores,
    most,
    top: most.map((odds, r) => odds[sorted[r][0]] ?? NONE),
    second: most.map((odds, r) => odds[sorted[r][1]] ?? NONE),
    total: most.map((odds) => odds.reduce((sum, x) => sum + probability(x), 0)),
    ranks: sorted.map((order) => {
      const ranks = new Int32Array(order.length);
      order.forEach((k, rank) => {
        ranks[k] = rank;
      });
      return ranks;
    }),
    inSentence,
    together: sharing(entities, (m) => s.facts.actorAt[candidates[m].head]).entities,
    rows: sharing(entities, (m) => effective(s.doc, candidates[m].head) + 1).mentions,
    hottest: scores.sentence.reduce((a, b) => Math.max(a, b), NONE),
    heatSum: scores.sentence.reduce((sum, x) => sum + probability(x), 0),
  };
}

/** By entity, the other entities and their phrases that share a number above 0 with one of its own phrases. */
function sharing(entities: readonly Entity[], numberOf: (m: number) => number): { entities: number[][]; mentions: number[][] } {
  const by = new Map<number, [entity: number, mention: number][]>();
  entities.forEach((e, k) => {
    for (const m of e.mentions) {
      const n = numberOf(m);
      if (n > 0) by.set(n, [...(by.get(n) ?? []), [k, m]]);
    }
  });
  const beside = entities.map((e, k) => e.mentions.flatMap((m) => (by.get(numberOf(m)) ?? []).filter(([other]) => other !== k)));
  return { entities: beside.map((all) => [...new Set(all.map(([k]) => k))]), mentions: beside.map((all) => all.map(([, m]) => m)) };
}
