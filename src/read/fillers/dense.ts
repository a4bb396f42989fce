import { P } from "../../language/tags.js";
import { ROLES } from "../../model/vocabulary.js";
import { probability } from "../linear.js";
import type { Candidate } from "./candidates.js";
import type { Entity, Scores } from "./entities.js";
import { kindOf } from "./kinds.js";
import { RIVALS } from "./rivals.js";
import { FILLED } from "./roles.js";
import { type Ask, best, highest, mentionsOf, NONE, type Sheet, sentenceOf, sheetOf } from "./sheet.js";
import type { Surroundings } from "./surroundings.js";
import { WORDING } from "./wording.js";

function noisyOr(sheet: Sheet, r: number, k: number): number {
  const none = mentionsOf(sheet, k).reduce((p, m) => p * (1 - probability(sheet.scores.phrase[r][m])), 1);
  return Math.log((1 - none + 1e-6) / (none + 1e-6));
}

/** By name: what the trees ask. */
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
  ...WORDING,
  ...RIVALS,
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

/** What is known of an entity as a filler of a role. */
interface Row {
  readonly entity: number;
  readonly x: Float64Array;
  /** Log-odds of its likeliest phrase and of all its phrases together, added. */
  readonly odds: number;
}

/** What is known of the entities as fillers of every role: by role, those that the linear decisions leave a chance. */
export function denseFeatures(
  s: Surroundings,
  candidates: readonly Candidate[],
  entities: readonly Entity[],
  scores: Scores,
): readonly (readonly Row[])[] {
  const sheet = sheetOf(s, candidates, entities, scores);
  return FILLED.map((_, r) =>
    sheet.asked[r].map((k) => ({
      entity: k,
      x: Float64Array.from(ALL, (ask) => ask(sheet, r, k)),
      odds: sheet.most[r][k] + scores.entity[r][k],
    })),
  );
}
