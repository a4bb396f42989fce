import { childWith, type Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import type { Entities, Entity } from "./entities.js";
import { actorLexicon } from "./lexicon.js";
import type { Mention } from "./mentions.js";
import { MENTIONS_BACK } from "./nominals.js";
import { PRONOUN_WEIGHTS } from "./pronoun-weights.js";

/** How many sentences back an antecedent may stand. */
const REACH = 4;

/** What is looked at in a candidate for a pronoun, in the order of the weights. */
export const PRONOUN_FEATURES = [
  "same sentence",
  "one sentence back",
  "two back",
  "three or more back",
  "subject",
  "object",
  "other role",
  "named",
  "noun",
  "pronoun",
  "told once",
  "told twice",
  "told often",
  "both subjects",
  "both objects",
  "subject of a clause above",
  "in the same clause",
  "in another quotation",
  "speaker of the quotation",
  "sex agrees",
  "sex unknown",
  "number agrees",
  "number unknown",
  "person for they",
  "group for they",
  "body for they",
  "body for it",
  "first in its sentence",
  "inside another phrase",
  "nearest",
  "official",
  "first name of the other sex",
  "possessive and subject of its clause",
  "the last pronoun's",
  "distance in tokens",
  "both speak",
] as const;

/** A candidate antecedent with its features. */
export interface Candidate {
  readonly entity: Entity;
  readonly features: Float32Array;
}

/** Decides for each pronoun of the third person whom it stands for, left to right, by a linear score of each actor told of before. */
export function resolvePronouns(doc: Document, mentions: readonly Mention[], entities: Entities): void {
  mentions.forEach((m, k) => {
    if (m.pronoun?.class !== "third") return;
    // "He is a legend": what he is called does not say who he is.
    if (entities.get(m)?.mentions.some((o) => o.head < m.head)) return;
    const candidates = candidatesOf(doc, mentions, k, entities);
    const near = subjectNearby(doc, m);
    const told = near < 0 ? undefined : candidates.find(({ entity }) => entity.mentions.some((o) => o.head === near));
    if (told) {
      entities.attach(m, told.entity);
      return;
    }
    // a tram that tips over is nobody, and a name that is nobody known is not who speaks
    if (near >= 0 && (m.pronoun.number === "thing" || doc.upos[near] === U.PROPN)) return;
    let best: Entity | null = null;
    const speaks = speaksAt(doc, m.head);
    // "They said" is somebody, "they cost" may be nobody.
    let top = speaks && m.pronoun.number === "many" ? Number.NEGATIVE_INFINITY : PRONOUN_WEIGHTS.least[m.pronoun.number ?? "one"];
    for (const { entity, features } of candidates) {
      let score = 0;
      for (let f = 0; f < features.length; f++) score += features[f] * PRONOUN_WEIGHTS.weights[f];
      if (score > top) {
        top = score;
        best = entity;
      }
    }
    best ??= soleForce(doc, m, candidates);
    if (best) entities.attach(m, best);
  });
}

/** "The police came at noon. They did not enter": the police or soldiers who were the subject of the sentence before, where no other people were told of in it. */
function soleForce(doc: Document, m: Mention, candidates: readonly Candidate[]): Entity | null {
  if (m.pronoun?.number !== "many" || doc.relation[m.head] !== R.nsubj || m.quote !== 0) return null;
  const many = candidates.filter(
    ({ entity, features }) => features[BACK] === 1 && entity.kind !== "government" && entity.kind !== "person",
  );
  const [sole] = many;
  const isForce = many.length === 1 && (sole.entity.standing === "police" || sole.entity.standing === "soldier");
  return isForce && sole.features[SUBJECT] === 1 ? sole.entity : null;
}

const BACK = PRONOUN_FEATURES.indexOf("one sentence back");
const SUBJECT = PRONOUN_FEATURES.indexOf("subject");

/**
 * "The agency said the tram was turning when it tipped over": the subject of the clause that a pronoun's own clause hangs on, within
 * what somebody says, where it has the pronoun's number; -1 where there is none.
 */
function subjectNearby(doc: Document, m: Mention): number {
  const verb = doc.head[m.head];
  if (!SUBJECTS.has(doc.relation[m.head]) || verb < 0) return -1;
  const above = clauseAbove(doc, verb);
  if (above < 0 || !isSaid(doc, above)) return -1;
  const subject = childWith(doc, above, R.nsubj, R["nsubj:pass"]);
  if (subject > m.head || (doc.upos[subject] !== U.NOUN && doc.upos[subject] !== U.PROPN)) return -1;
  const isMany = doc.xpos[subject] === P.NNS || doc.xpos[subject] === P.NNPS || childWith(doc, subject, R.conj) >= 0;
  return isMany === (m.pronoun?.number === "many") ? subject : -1;
}

/** The next clause with a subject of its own that a verb's clause is joined to or hangs on; -1 where there is none. */
function clauseAbove(doc: Document, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 4 && (SHARING.has(doc.relation[at]) || (at !== verb && doc.relation[at] === R.xcomp)); steps++) {
    const above = doc.head[at];
    // "said gunmen came and that they fired": joined to what was said before
    const said = childWith(doc, at, R.mark) >= 0 && doc.relation[at] === R.conj ? childWith(doc, above, R.ccomp) : -1;
    at = said >= 0 && said < at ? said : above;
    if (at >= 0 && childWith(doc, at, R.nsubj, R["nsubj:pass"]) >= 0) return at;
    if (at < 0) return -1;
  }
  return -1;
}

/** Whether a clause is told as what somebody says. */
function isSaid(doc: Document, clause: number): boolean {
  let at = clause;
  for (let steps = 0; steps < 3 && at >= 0 && SHARING.has(doc.relation[at]); steps++) at = doc.head[at];
  return at >= 0 && doc.relation[at] === R.ccomp;
}

/** All actors told of shortly before a pronoun that agree with it. */
export function candidatesOf(doc: Document, mentions: readonly Mention[], k: number, entities: Entities): readonly Candidate[] {
  const m = mentions[k];
  const latest = new Map<Entity, Mention>();
  const counts = new Map<Entity, number>();
  let last: Entity | null = null;
  const own = entities.get(m);
  const beside = new Set<Entity>();
  for (let j = k - 1; j >= Math.max(0, k - MENTIONS_BACK); j--) {
    const o = mentions[j];
    const e = entities.get(o);
    if (e === null || e === own) continue;
    if (m.sentence - o.sentence > REACH && !latest.has(e)) continue;
    counts.set(e, (counts.get(e) ?? 0) + 1);
    if (
      last === null &&
      o.form === "pronoun" &&
      o.pronoun?.class === "third" &&
      o.pronoun.sex === m.pronoun?.sex &&
      o.pronoun.number === m.pronoun?.number
    )
      last = e;
    if (!latest.has(e) && !isRuledOut(doc, o, m)) latest.set(e, o);
    if (m.sentence === o.sentence && isBeside(doc, o, m)) beside.add(e);
  }
  const out: Candidate[] = [];
  let nearest = true;
  for (const [entity, o] of latest) {
    if (!mayStandFor(entity, m) || beside.has(entity)) continue;
    out.push({ entity, features: featuresOf(doc, entity, o, m, counts.get(entity) ?? 1, nearest, entity === last) });
    nearest = false;
  }
  return out;
}

function mayStandFor(e: Entity, m: Mention): boolean {
  const { number, sex } = m.pronoun as NonNullable<Mention["pronoun"]>;
  // "the group said it had": one group is a body as well as people
  if (number === "thing") return e.kind !== "person" && e.kind !== "unnamed" && (e.kind !== "group" || e.number === "one");
  if (number === "one") return e.kind === "person" && e.number !== "many" && !(e.sex && sex && e.sex !== sex);
  return e.number !== "one" || e.kind !== "person" || !e.named;
}

/** What grammar rules out: the subject of a verb and its object are two, a phrase does not stand for what it is part of. */
function isRuledOut(doc: Document, o: Mention, m: Mention): boolean {
  if (o.first <= m.head && m.head < o.end) return true;
  if (m.pronoun?.case === "possessive" && isBlamedForIt(doc, o.head, m.head)) return true;
  if (m.pronoun?.case === "reflexive" || m.pronoun?.case === "possessive") return false;
  const clause = doc.head[m.head];
  if (clause < 0) return false;
  return (doc.head[o.head] === clause && doc.relation[o.head] !== R.conj) || isDoerOf(doc, o.head, clause, m.head);
}

/** "threatened to kill them": the verb whose subject is that of its infinitive too; -1 where it has an object that might be. */
function controllerOf(doc: Document, verb: number): number {
  const above = doc.relation[verb] === R.xcomp ? doc.head[verb] : -1;
  return above >= 0 && childWith(doc, above, R.obj, R.iobj) < 0 ? above : -1;
}

/** "Holloway feared him. Holloway shot him twice": whoever does it to him is another, wherever else he is told of. */
function isBeside(doc: Document, o: Mention, m: Mention): boolean {
  const verb = doc.head[m.head];
  if (verb < 0 || m.pronoun?.case === "reflexive" || m.pronoun?.case === "possessive") return false;
  if (doc.head[o.head] === verb && doc.relation[m.head] === R.obj && SUBJECTS.has(doc.relation[o.head])) return true;
  if (doc.relation[m.head] === R.obj && SUBJECTS.has(doc.relation[o.head]) && doc.head[o.head] === controllerOf(doc, verb)) return true;
  // "prosecutors said they would be charged"
  if (doc.relation[m.head] !== R["nsubj:pass"] || !ANSWERING.has(doc.lemma[verb])) return false;
  return ACCUSING.has(doc.lemma[o.head]) && doc.relation[verb] === R.ccomp && doc.head[o.head] === doc.head[verb];
}

/** "A team went to their houses and took them away": whose subject a verb without one shares does not do it to himself. */
function isDoerOf(doc: Document, o: number, verb: number, object: number): boolean {
  if (doc.relation[object] !== R.obj || !SUBJECTS.has(doc.relation[o])) return false;
  for (let at = verb, steps = 0; steps < 5 && at >= 0; at = doc.head[at], steps++) {
    if (doc.head[o] === at) return at !== verb;
    if (!SHARING.has(doc.relation[at]) || childWith(doc, at, R.nsubj, R["nsubj:pass"]) >= 0) return false;
  }
  return false;
}

const SUBJECTS = new Ids([R.nsubj, R["nsubj:pass"]]);
/** Relations by which a verb without a subject shares that of the verb above: "after holding them". */
const SHARING = new Ids([R.conj, R.advcl]);

const [ANSWERING, OWN_HARM, ACCUSING] = [wordsOf("answering"), wordsOf("own-harm"), wordsOf("accusing")];

/** "A boy was convicted of his murder": who answers for somebody's death is not who died. */
function isBlamedForIt(doc: Document, subject: number, possessive: number): boolean {
  const harm = doc.head[possessive];
  if (harm < 0 || !OWN_HARM.has(doc.lemma[harm])) return false;
  const verb = clauseOf(doc, possessive);
  return verb >= 0 && ANSWERING.has(doc.lemma[verb]) && doc.head[subject] === verb;
}

function featuresOf(doc: Document, e: Entity, o: Mention, m: Mention, count: number, nearest: boolean, last: boolean): Float32Array {
  const f = new Float32Array(PRONOUN_FEATURES.length);
  const away = Math.min(3, m.sentence - o.sentence);
  const { number, sex, case: role } = m.pronoun as NonNullable<Mention["pronoun"]>;
  f[away] = 1;
  f[4 + o.rank] = 1;
  f[o.form === "name" ? 7 : o.form === "pronoun" ? 9 : 8] = 1;
  f[count === 1 ? 10 : count === 2 ? 11 : 12] = 1;
  if (o.rank === 0 && m.rank === 0) f[13] = 1;
  if (o.rank === 1 && m.rank === 1) f[14] = 1;
  if (away === 0 && o.rank === 0 && isAbove(doc, doc.head[o.head], m.head)) f[15] = 1;
  if (away === 0 && doc.head[o.head] === clauseOf(doc, m.head)) f[16] = 1;
  if (o.quote !== m.quote) f[17] = 1;
  if (m.quote > 0 && o.quote === 0 && away <= 1 && o.rank === 0) f[18] = 1;
  f[(e.sex ?? e.guess) === sex && sex ? 19 : 20] = 1;
  f[e.number ? 21 : 22] = 1;
  if (number === "many") f[e.kind === "person" ? 23 : e.kind === "group" || e.number === "many" ? 24 : 25] = 1;
  if (number === "thing") f[26] = 1;
  if (isFirst(doc, o)) f[27] = 1;
  if (doc.relation[o.head] === R["nmod:poss"] || doc.relation[o.head] === R.nmod) f[28] = 1;
  if (nearest) f[29] = 1;
  if (e.standing === "official") f[30] = 1;
  if (e.sex === null && sex && e.guess !== null && e.guess !== sex) f[31] = 1;
  if (role === "possessive" && f[16] === 1 && o.rank === 0) f[32] = 1;
  if (last) f[33] = 1;
  f[34] = Math.min(4, Math.log2(1 + m.head - o.head) / 2);
  if (speaksAt(doc, o.head) && speaksAt(doc, m.head)) f[35] = 1;
  return f;
}

/** Whether a token is the subject of a verb of speech. */
function speaksAt(doc: Document, i: number): boolean {
  return doc.relation[i] === R.nsubj && doc.head[i] >= 0 && actorLexicon().speech.has(doc.lemma[doc.head[i]]);
}

function isFirst(doc: Document, o: Mention): boolean {
  return o.first - doc.sentenceStart[o.sentence] <= 1;
}

function isAbove(doc: Document, above: number, i: number): boolean {
  if (above < 0) return false;
  for (let at = i, steps = 0; at >= 0 && steps < 40; at = doc.head[at], steps++) if (at === above) return true;
  return false;
}

/** The verb (or other predicate) that a token's clause is built on. */
function clauseOf(doc: Document, i: number): number {
  for (let at = doc.head[i], steps = 0; at >= 0 && steps < 20; at = doc.head[at], steps++) {
    if (doc.upos[at] === U.VERB || doc.upos[at] === U.AUX || doc.head[at] < 0) return at;
  }
  return -1;
}
