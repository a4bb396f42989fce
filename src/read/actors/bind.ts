import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { type Entities, isBody } from "./entities.js";
import { actorLexicon } from "./lexicon.js";
import type { Mention } from "./mentions.js";
import { relativeAntecedent } from "./pronoun-mentions.js";

/** Mentions by their head tokens. */
export type ByHead = ReadonlyMap<number, Mention>;

/**
 * Binds mentions that the sentence itself says are one: apposition ("Kasymov, the minister,"), "A former convict, the 27-year-old ...",
 * an acronym in brackets, "X is a teacher", a relative pronoun and its noun.
 */
export function bindWithinSentences(doc: Document, mentions: readonly Mention[], byHead: ByHead, entities: Entities): void {
  mentions.forEach((m, k) => {
    const next = mentions[k + 1];
    if (m.pronoun?.class === "relative") {
      const to = byHead.get(relativeAntecedent(doc, m.head));
      if (to) link(entities, to, m);
      return;
    }
    if (m.form === "pronoun" || m.form === "some") return;
    if (next && isAcronym(doc, m, next)) {
      link(entities, m, next);
      return;
    }
    const apposed = doc.relation[m.head] === R.appos ? byHead.get(doc.head[m.head]) : undefined;
    if (apposed && mayAppose(doc, apposed, m)) link(entities, apposed, m);
    else if (next && isAfterName(doc, m, next)) link(entities, m, next);
    else if (next && isTitleLike(doc, m, next)) link(entities, next, m);
    else if (next && isBodyNoun(doc, m, next)) link(entities, next, m);
    else if (next && isFronted(doc, m, next)) link(entities, m, next);
    if (m.form === "name" && m.kind === "person" && m.title === null) {
      const described = describedBefore(doc, mentions, k);
      if (described) link(entities, m, described);
    }
    const namedSo = m.form === "name" ? byHead.get(nounCalled(doc, m.head)) : undefined;
    if (namedSo && namedSo.form === "noun" && (compatible(namedSo, m) || (isBody(namedSo.kind) && isBody(m.kind))))
      link(entities, m, namedSo);
    const subject = copulaSubject(doc, m.head);
    const of = subject >= 0 ? byHead.get(subject) : undefined;
    if (of && of.form !== "some" && mayBe(of, m)) link(entities, of, m);
  });
}

/** "a group calling itself the Red Brigade", "a man identified as Ali Bello": the noun that a name is given to; -1 where none is. */
function nounCalled(doc: Document, name: number): number {
  const verb = doc.head[name];
  if (verb < 0 || verb > name || doc.relation[verb] !== R.acl || doc.head[verb] > verb) return -1;
  if (doc.relation[name] !== R.xcomp && doc.relation[name] !== R.obl && doc.relation[name] !== R.obj) return -1;
  if (doc.xpos[verb] === P.VBN) return NAMED.has(doc.norm[verb]) && name - verb <= NAME_WITHIN ? doc.head[verb] : -1;
  return doc.norm[verb] === CALLING && doc.norm[verb + 1] === ITSELF ? doc.head[verb] : -1;
}

const NAMED = new Ids(["named", "called", "known", "identified", "dubbed"].map((w) => vocabulary.id(w)));
const CALLING = vocabulary.id("calling");
const ITSELF = vocabulary.id("itself");
/** How far behind "identified as" or "known locally as" the name's head may stand. */
const NAME_WITHIN = 5;

function link(entities: Entities, a: Mention, b: Mention): void {
  const e = entities.get(a) ?? entities.create(a);
  entities.attach(b, e);
}

/** "the Islamic State (IS)": a short name in brackets right after a longer one. */
function isAcronym(doc: Document, m: Mention, next: Mention): boolean {
  if (m.form !== "name" || next.form !== "name" || next.name.length !== 1 || m.name.length < 2) return false;
  if (m.kind === "person" || next.kind === "person") return false;
  return next.first === m.end + 1 && doc.text[doc.start[m.end]] === "(" && next.name[0].length <= 8;
}

/** "Kasymov, the minister": commas around, one of the two a description, nothing against it. */
function mayAppose(doc: Document, a: Mention, b: Mention): boolean {
  if (a.form === "pronoun" || a.form === "some") return false;
  if (a.form === "name" && b.form === "name") return false;
  // "3 guards, a group of officials": a list, or two clauses.
  if (a.form === "noun" && b.form === "noun" && a.opening !== "the" && b.opening !== "the" && (a.number === "many" || b.number === "many"))
    return false;
  const [left, right] = a.head < b.head ? [a, b] : [b, a];
  const mark = doc.text[doc.start[right.first - 1] ?? 0];
  if (right.first - 1 < left.end - 1 || !(mark === "," || mark === "(" || mark === "-" || mark === "–" || mark === "—" || mark === ":"))
    return false;
  return compatible(a, b);
}

/** "Ada Okoro, a nurse from Jos,": a description between commas right after a person's name, however it was parsed. */
function isAfterName(doc: Document, m: Mention, next: Mention): boolean {
  if (m.form !== "name" || m.kind !== "person" || next.form !== "noun" || next.kind !== "person" || next.sentence !== m.sentence)
    return false;
  if (next.opening !== "a" && next.opening !== "the") return false;
  return (
    next.first === m.end + 1 &&
    doc.text[doc.start[m.end]] === "," &&
    doc.upos[next.end] !== U.VERB &&
    doc.upos[next.end] !== U.AUX &&
    compatible(m, next)
  );
}

/** How far before a name a description may stand, in mentions. */
const NEAR = 3;

/** "A spokesman for the miners, Joseph Banda, said": a description with its phrases, a comma, the name, a comma. */
function describedBefore(doc: Document, mentions: readonly Mention[], k: number): Mention | null {
  const m = mentions[k];
  const comma = m.first - 1;
  if (comma < 0 || doc.text[doc.start[comma]] !== "," || m.end >= doc.length || doc.text[doc.start[m.end]] !== ",") return null;
  for (let j = k - 1; j >= Math.max(0, k - NEAR); j--) {
    const o = mentions[j];
    if (o.sentence !== m.sentence || o.form !== "noun" || o.number !== "one" || o.opening === "bare" || !compatible(o, m)) continue;
    for (let i = o.end; i < comma; i++) if (!isOfPhrase(doc, i)) return null;
    return o;
  }
  return null;
}

/** What may stand in a phrase after its noun: no verb, no comma. */
function isOfPhrase(doc: Document, i: number): boolean {
  const tag = doc.upos[i];
  return (
    tag === U.ADP ||
    tag === U.NOUN ||
    tag === U.PROPN ||
    tag === U.ADJ ||
    tag === U.DET ||
    tag === U.NUM ||
    (tag === U.PART && doc.xpos[i] === P.POS)
  );
}

/** "the Xinhua news agency": a noun for a body with the body's name before it. */
function isBodyNoun(doc: Document, m: Mention, next: Mention): boolean {
  const [noun, name] = m.form === "noun" ? [m, next] : [next, m];
  if (noun.form !== "noun" || name.form !== "name" || name.kind === "person" || name.kind === "government") return false;
  if (noun.kind === "person" || noun.kind === "government" || noun.standing === "police" || noun.standing === "soldier") return false;
  return (
    noun.number !== "many" &&
    noun.first <= name.first &&
    name.end <= noun.head &&
    doc.relation[name.head] !== R["nmod:poss"] &&
    doc.head[name.head] === noun.head
  );
}

/** "the head of security services Vladimir Zhumakanov": a description right before a person's name, with no mark between. */
function isTitleLike(doc: Document, m: Mention, next: Mention): boolean {
  if (m.form !== "noun" || next.form !== "name" || next.kind !== "person") return false;
  if (m.first <= next.first && next.end <= m.end && m.number !== "many") return true;
  return (
    next.title === null &&
    next.first === m.end &&
    m.number === "one" &&
    m.opening !== "possessive" &&
    compatible(m, next) &&
    doc.sentence[m.head] === doc.sentence[next.head]
  );
}

/** "A former convict, the 27-year-old ...": a description set before the subject that it describes. */
function isFronted(doc: Document, m: Mention, next: Mention): boolean {
  if (m.form !== "noun" || m.opening !== "a" || m.first !== doc.sentenceStart[m.sentence]) return false;
  if (next.first !== m.end + 1 || doc.text[doc.start[m.end]] !== "," || next.sentence !== m.sentence) return false;
  return next.form !== "some" && next.opening !== "a" && (next.form === "pronoun" ? next.number !== "many" : compatible(m, next));
}

/** Subject of a noun that is a predicate ("X is a teacher"), or -1; not where it is denied or asked. */
function copulaSubject(doc: Document, head: number): number {
  let subject = -1;
  let copula = false;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    const relation = doc.relation[c];
    if (relation === R.cop) copula = true;
    else if (relation === R.nsubj) subject = c;
    else if (relation === R.advmod && actorLexicon().negations.has(doc.norm[c])) return -1;
    else if (relation === R.aux && doc.xpos[c] === P.MD) return -1;
  }
  return copula ? subject : -1;
}

function mayBe(subject: Mention, predicate: Mention): boolean {
  if (predicate.form !== "noun" || predicate.opening === "number") return false;
  if (subject.form === "pronoun")
    return (
      (subject.number === "many") === (predicate.number === "many") && !(subject.sex && predicate.sex && subject.sex !== predicate.sex)
    );
  return compatible(subject, predicate);
}

function compatible(a: Mention, b: Mention): boolean {
  if (a.number && b.number && a.number !== b.number && !(isBody(a.kind) && isBody(b.kind))) return false;
  if (a.sex && b.sex && a.sex !== b.sex) return false;
  if (a.age !== null && b.age !== null && a.age !== b.age) return false;
  if ((a.kind === "outlet") !== (b.kind === "outlet")) return false;
  if (
    (a.kind === "group" || b.kind === "group") &&
    (a.form === "name" || b.form === "name") &&
    a.kind !== "armed-group" &&
    b.kind !== "armed-group"
  )
    return false;
  return (a.kind === "person") === (b.kind === "person");
}
