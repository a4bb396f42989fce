import { type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { agree, type Entities, type Entity } from "./entities.js";
import { actorLexicon } from "./lexicon.js";
import type { Mention } from "./mentions.js";

/** How many sentences back a description may reach for one that only means something alike. */
const REACH = 6;
/** How many mentions back, and ahead, anything is looked for: the mentions of some six thousand words. */
export const MENTIONS_BACK = 2000;

/**
 * Decides for each description ("the suspect", "police", "the 27-year-old") whether it takes up an actor told of before: by the same noun
 * with no new qualification, by a title or an age, or by a noun that reports use for the same kind of person. After the sieves of Lee et
 * al. (2013).
 */
export function resolveNominals(doc: Document, mentions: readonly Mention[], entities: Entities): void {
  mentions.forEach((m, k) => {
    if (m.form === "some" || m.form === "pronoun" || m.form === "name") return;
    const own = entities.get(m);
    if (own && !isAgeOnly(doc, m) && own.mentions.some((o) => o.head < m.head && o.form !== "pronoun")) return;
    const found = antecedent(doc, mentions, k, entities) ?? laterBearer(doc, mentions, k, entities);
    if (found && found !== own) entities.attach(m, found);
    else if (!own) entities.create(m);
  });
}

function antecedent(doc: Document, mentions: readonly Mention[], k: number, entities: Entities): Entity | null {
  const m = mentions[k];
  if (m.opening === "a" || m.opening === "number") return null;
  const own = entities.get(m);
  let best: Entity | null = null;
  let top = 0;
  const laymen = new Set<Entity>();
  for (let j = k - 1; j >= Math.max(0, k - MENTIONS_BACK); j--) {
    const o = mentions[j];
    if (o.form === "pronoun" || o.form === "some") continue;
    const e = entities.get(o);
    if (e === null || e === own || !agree(e, m) || nested(o, m)) continue;
    const away = m.sentence - o.sentence;
    const score = likeness(doc, e, o, m, away);
    if (score === 0) continue;
    if (score === 0.5) laymen.add(e);
    const value = score * 100 - away * 2 + (o.rank === 0 ? 1 : 0);
    if (value > top) {
      top = value;
      best = e;
    }
    if (away > 40 && top > 0) break;
  }
  // Where two persons could be "the victim", nothing here tells which.
  return best && laymen.has(best) && laymen.size > 1 && top < 100 ? null : best;
}

/** "The prime minister's cabinet ... Prime Minister Ilse Marant": the one person who is named with that title, if only later. */
function laterBearer(doc: Document, mentions: readonly Mention[], k: number, entities: Entities): Entity | null {
  const m = mentions[k];
  if (m.opening !== "the" || m.standing !== "official" || m.number !== "one") return null;
  const bearers = new Set<Entity>();
  for (let j = k + 1; j < Math.min(mentions.length, k + MENTIONS_BACK); j++) {
    const o = mentions[j];
    const e = o.form === "name" && o.title !== null && o.lemma === m.lemma ? entities.get(o) : null;
    if (e && agree(e, m) && isInTitle(doc, e, m)) bearers.add(e);
  }
  return bearers.size === 1 ? [...bearers][0] : null;
}

function nested(o: Mention, m: Mention): boolean {
  return (o.first <= m.head && m.head < o.end) || (m.first <= o.head && o.head < m.end);
}

/** 4 by the same noun, 3 by title or age, 2 by a noun alike, 1 by age alone, less by nothing but fitness; 0 not. */
function likeness(doc: Document, e: Entity, o: Mention, m: Mention, away: number): number {
  if (isAgeOnly(doc, m)) {
    if (e.age !== null && m.age !== null) return e.kind === "person" && e.age === m.age ? 4 : 0;
    return isOpenPerson(e, o, m) && away <= 3 ? 1 + (isYoung(e) && m.minor === true ? 0.5 : 0) : 0;
  }
  if (m.age !== null && m.age === e.age && m.opening === "the") return 3;
  const definite = m.opening === "the" || m.opening === "this";
  const institution = m.opening === "bare" && m.kind !== "person" && m.kind !== "group";
  // "Officials ... officials" are the same; "people ... people" are people.
  const bareMany =
    m.opening === "bare" &&
    m.kind === "group" &&
    (actorLexicon().speakers.has(m.lemma) || m.standing === "police" || m.standing === "official");
  if (definite && o.form === "name" && o.kind !== "person" && endsName(doc, o, m)) return 4;
  if (o.form === "noun" && o.lemma === m.lemma && (o.number === m.number || !o.number || !m.number) && !isNewlyQualified(doc, o, m)) {
    if (m.opening === "possessive") return o.opening === "possessive" && away <= 12 ? 4 : 0;
    if (definite || institution) return 4;
    if (bareMany && o.opening === "bare" && isUnqualified(doc, m) && isUnqualified(doc, o)) return 4;
    return 0;
  }
  if (!definite) return 0;
  if (e.lemmas.has(m.lemma) && o.form === "name") {
    if (isUnqualified(doc, m)) return away <= 20 ? 3 : 0;
    return isInTitle(doc, e, m) ? 4 : 0;
  }
  if (away > REACH || !isUnqualified(doc, m)) return 0;
  return alike(e, o, m) ? 2 : fitsLayman(e, m) ? 0.5 : 0;
}

/** "the 27-year-old": an age and no noun. */
function isAgeOnly(doc: Document, m: Mention): boolean {
  return m.age !== null && doc.upos[m.head] !== U.NOUN && m.opening !== "a";
}

/** A single person, described or named, whose age nobody has told and who holds no office. */
function isOpenPerson(e: Entity, o: Mention, m: Mention): boolean {
  if (e.kind !== "person" || e.age !== null || o.number !== "one") return false;
  return (
    e.standing === null ||
    e.standing === "civilian" ||
    e.standing === "combatant" ||
    (e.standing !== "official" && e.standing !== "journalist" && m.minor !== true)
  );
}

/** Whether somebody has been called a child or a youth. */
function isYoung(e: Entity): boolean {
  const { alike: bits } = actorLexicon();
  return e.minor === true || [...e.lemmas].some((lemma) => ((bits.get(lemma) ?? 0) & YOUNG) > 0);
}

/** The row of the young. */
const YOUNG = 0b100;

/** The rows of descriptions that fit a person of no office: the first three. */
const LAYMEN = 0b111;

function alike(e: Entity, o: Mention, m: Mention): boolean {
  const { alike: bits, singleOnly } = actorLexicon();
  const all = bits.get(m.lemma) ?? 0;
  const mine = m.number === "one" ? all : all & ~singleOnly;
  if (mine === 0) return false;
  if (m.kind === "group" && e.kind === "armed-group") return m.standing === "combatant";
  if (o.number !== m.number && !e.named) return false;
  if (e.standing === "official" && m.standing !== "official") return false;
  for (const lemma of e.lemmas) if ((bits.get(lemma) ?? 0) & mine) return true;
  return false;
}

/** Whether a description of a layman may stand for a person who has only been named: "Joseph Banda ... the suspect". */
function fitsLayman(e: Entity, m: Mention): boolean {
  if (!e.named || m.kind !== "person" || m.standing === "official") return false;
  return (
    ((actorLexicon().alike.get(m.lemma) ?? 0) & LAYMEN) > 0 &&
    (e.standing === null || e.standing === m.standing || e.standing === "civilian")
  );
}

/** Whether a later mention is qualified by something that the earlier one is not: "the second attacker" is not "the attacker". */
function isNewlyQualified(doc: Document, o: Mention, m: Mention): boolean {
  for (let i = m.first; i < m.end; i++) {
    if (!qualifies(doc, m, i)) continue;
    let found = false;
    for (let k = o.first; k < o.end && !found; k++) found = k !== o.head && doc.lemma[k] === doc.lemma[i];
    if (!found) return true;
  }
  return false;
}

/** "the transport police" of "British Transport Police": a description that is the end of a name. */
function endsName(doc: Document, o: Mention, m: Mention): boolean {
  if (o.name.length < 3) return false;
  const said = doc.text.slice(m.span[0], m.span[1]).toLowerCase().split(/\s+/).slice(1);
  if (said.length < 2 || said.length >= o.name.length) return false;
  return said.every((word, k) => word === o.name[o.name.length - said.length + k]);
}

/** "the former president" of "former President Oduya": what qualifies a description stands in a title. */
function isInTitle(doc: Document, e: Entity, m: Mention): boolean {
  for (let i = m.first; i < m.end; i++) {
    if (qualifies(doc, m, i) && !e.titleWords.has(normOf(doc, i)) && actorLexicon().nationalities.get(doc.norm[i]) !== e.country)
      return false;
  }
  return true;
}

function isUnqualified(doc: Document, m: Mention): boolean {
  for (let i = m.first; i < m.end; i++) if (qualifies(doc, m, i)) return false;
  return true;
}

function qualifies(doc: Document, m: Mention, i: number): boolean {
  if (i === m.head || doc.upos[i] === U.PUNCT || doc.upos[i] === U.DET || doc.upos[i] === U.ADP) return false;
  return doc.xpos[i] !== P.POS && doc.relation[i] !== R.case;
}
