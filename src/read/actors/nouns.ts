import { type Document, spanOf, tokenText } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import { actorLexicon, type GroupNoun, type PersonNoun, type Standing } from "./lexicon.js";
import type { Mention } from "./mentions.js";
import { ageOf, numberOf, openingOf, phraseAround, rankOf } from "./phrase.js";

/** A past tense or participle by its spelling. */
const PAST = /[^e]ed$/;
const OLD = vocabulary.id("old");
const YEAR = vocabulary.id("year");
const MANY: ReadonlySet<number> = new Ids(["the", "all", "those", "these", "other", "some", "many"].map((w) => vocabulary.id(w)));

/** Relations in which a noun is a phrase of its own, not a part of another. */
const PHRASES: ReadonlySet<number> = new Set(
  [
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "nmod",
    "nmod:poss",
    "conj",
    "appos",
    "root",
    "parataxis",
    "xcomp",
    "ccomp",
    "vocative",
    "dislocated",
    "advcl",
    "acl",
    "acl:relcl",
    "list",
    "orphan",
    "dep",
    "obl:unmarked",
    "csubj",
  ].map((r) => R[r as keyof typeof R]),
);

/** The mention that token `i` heads as a common noun ("the 27-year-old", "12 men", "police", "the wounded"), or null. */
export function nounMention(doc: Document, i: number, quotes: Uint16Array): Mention | null {
  if (doc.norm[i] === OLD) return isAge(doc, i) ? build(doc, i, quotes, null, null) : null;
  if (!PHRASES.has(doc.relation[i]) || isNone(doc, i)) return null;
  const tag = doc.upos[i];
  const lexicon = actorLexicon();
  if (tag === U.NOUN || tag === U.PROPN) {
    const person = lexicon.persons.get(doc.lemma[i]);
    const group = pairAt(doc, i) ?? lexicon.groups.get(doc.norm[i]) ?? lexicon.groups.get(doc.lemma[i]);
    const origin = person || group ? undefined : lexicon.nationalities.get(doc.norm[i]);
    if (!person && !group && (origin === undefined || !isPeople(doc, i))) return null;
    if (!person && group?.kind === "outlet" && openingOf(doc, i, phraseAround(doc, i)[0]) === "number") return null;
    if (!person && group?.subjectOnly && rankOf(doc, i) !== 0) return null;
    return build(doc, i, quotes, person ?? null, person ? null : (group ?? null));
  }
  if (tag === U.ADJ || tag === U.VERB) return adjectiveMention(doc, i, quotes);
  return null;
}

/** "crime branch": what a word and the one right before it name together. */
function pairAt(doc: Document, i: number): GroupNoun | undefined {
  return i > 0
    ? actorLexicon()
        .pairs.get(doc.lemma[i])
        ?.get(doc.norm[i - 1])
    : undefined;
}

/** "two Kazakhs", "a Turk": a word of origin as a noun. */
function isPeople(doc: Document, i: number): boolean {
  if (doc.xpos[i] === P.NNS || doc.xpos[i] === P.NNPS) return true;
  for (let c = doc.firstChild[i]; c >= 0 && c < i; c = doc.nextSibling[c])
    if (doc.relation[c] === R.det || doc.relation[c] === R.nummod) return true;
  return false;
}

/** "no group", "what gang": nobody. */
function isNone(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0 && c < i; c = doc.nextSibling[c])
    if (doc.relation[c] === R.det && (doc.xpos[c] === P.WDT || doc.xpos[c] === P.WP || actorLexicon().negations.has(doc.norm[c])))
      return true;
  return false;
}

/** "27-year-old", "12 years old" as the head of a phrase. */
function isAge(doc: Document, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) if (doc.lemma[k] === YEAR || doc.norm[k] === YEAR) return isNominal(doc, i);
  return false;
}

/** Not "a 27-year-old man", not "he is 27 years old". */
function isNominal(doc: Document, i: number): boolean {
  if (doc.relation[i] === R.root || hasCopula(doc, i)) return false;
  if (doc.relation[i] !== R.amod) return true;
  const head = doc.head[i];
  if (doc.upos[head] !== U.NOUN && doc.upos[head] !== U.PROPN) return true;
  // "the 27-year-old harboured hatred": a verb taken for an adjective, and a noun that has no age.
  return head > i + 1 && !isPersonNoun(doc, head) && PAST.test(tokenText(doc, i + 1));
}

function isPersonNoun(doc: Document, i: number): boolean {
  const { persons, groups, nationalities, titles } = actorLexicon();
  return (
    doc.upos[i] === U.PROPN ||
    persons.has(doc.lemma[i]) ||
    groups.has(doc.lemma[i]) ||
    nationalities.has(doc.norm[i]) ||
    titles.has(doc.norm[i])
  );
}

function hasCopula(doc: Document, i: number): boolean {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.cop) return true;
  return false;
}

/** "the wounded", "the accused": an adjective or participle that the tables know, with an article and no noun. */
function adjectiveMention(doc: Document, i: number, quotes: Uint16Array): Mention | null {
  const lexicon = actorLexicon();
  const person = lexicon.persons.get(doc.norm[i]);
  const group = lexicon.groups.get(doc.norm[i]);
  if (!person && !group) return null;
  if (i === 0 || !MANY.has(doc.norm[i - 1]) || doc.sentence[i - 1] !== doc.sentence[i]) return null;
  if (hasCopula(doc, i) || doc.relation[i] === R.amod) return null;
  return build(doc, i, quotes, person ?? null, group ?? null);
}

function build(doc: Document, head: number, quotes: Uint16Array, person: PersonNoun | null, group: GroupNoun | null): Mention {
  const lexicon = actorLexicon();
  const [from, end] = phraseAround(doc, head);
  const first = person === null && group === null && from > 0 && doc.upos[from - 1] === U.DET ? from - 1 : from;
  const opening = openingOf(doc, head, first);
  const number = group ? groupNumber(doc, head, group) : numberOf(doc, head);
  const age = ageOf(doc, head, first, end);
  const minor = person?.minor || (age !== null && age < 18) ? true : null;
  return {
    form: "noun",
    head,
    first,
    end,
    span: spanOf(doc, first, end - 1),
    number,
    sex: number === "many" ? null : (person?.sex ?? null),
    guess: null,
    kind: group ? group.kind : number === "many" ? "group" : "person",
    standing: standingOf(doc, head, first, person, group),
    minor: age !== null && age >= 18 ? false : minor,
    age,
    country: countryOf(doc, head, first),
    title: null,
    lemma: doc.lemma[head],
    opening,
    pronoun: null,
    name: [],
    canonical: null,
    sentence: doc.sentence[head],
    rank: rankOf(doc, head),
    quote: quotes[head],
  };

  function countryOf(doc: Document, head: number, first: number): string | null {
    const own = lexicon.nationalities.get(doc.norm[head]);
    if (own !== undefined) return own;
    for (let k = first; k < head; k++) {
      const country = lexicon.nationalities.get(doc.norm[k]);
      if (country !== undefined) return country;
      if (k + 1 < head && doc.xpos[k + 1] === P.POS) {
        const found = lexicon.known.longestAt(doc, k, k + 1);
        if (found) return lexicon.knownNames[found.value - 1].country;
      }
    }
    return null;
  }
}

function groupNumber(doc: Document, head: number, group: GroupNoun): "one" | "many" | null {
  const plural = doc.xpos[head] === P.NNS || doc.xpos[head] === P.NNPS;
  if (plural) return "many";
  return doc.xpos[head] === P.NN && group.standing === null ? "one" : null;
}

/** Standing by the noun itself, else by what it is compounded with: "police officers", "an army spokesman". */
function standingOf(doc: Document, head: number, first: number, person: PersonNoun | null, group: GroupNoun | null): Standing | null {
  const lexicon = actorLexicon();
  const own = person?.standing ?? group?.standing ?? null;
  for (let k = head - 1; k >= first; k--) {
    if (doc.relation[k] !== R.compound && doc.relation[k] !== R.amod) continue;
    const by = lexicon.groups.get(doc.norm[k])?.standing ?? lexicon.persons.get(doc.lemma[k])?.standing ?? bodyAt(doc, k)?.standing ?? null;
    if (by === "police" || by === "soldier" || by === "combatant") return by;
  }
  if (isInUniform(doc, head)) return "police";
  return own === null || own === "soldier" ? (standingOfBody(doc, head) ?? own) : own;
}

/** "operatives of the mobile police", "jawans of the PAC": who serves in a body of police is police. */
function standingOfBody(doc: Document, head: number): Standing | null {
  if (!IN_SERVICE.has(doc.lemma[head]) || doc.norm[head + 1] !== OF) return null;
  const { groups, persons } = actorLexicon();
  for (let k = head + 2; k < doc.length && k < head + BODY; k++) {
    const tag = doc.upos[k];
    if (tag !== U.DET && tag !== U.ADJ && tag !== U.NOUN && tag !== U.PROPN && tag !== U.PUNCT) return null;
    const by = groups.get(doc.norm[k])?.standing ?? persons.get(doc.lemma[k])?.standing ?? bodyAt(doc, k)?.standing ?? null;
    if (by === "police") return by;
  }
  return null;
}

const IN_SERVICE = wordsOf("in-service");
const OF = vocabulary.id("of");
/** How many words behind people the name of their body may reach. */
const BODY = 8;

/** "SRP men": the police or soldiers whose name is this word. */
function bodyAt(doc: Document, k: number): { readonly standing: Standing | null } | null {
  const { known, knownNames } = actorLexicon();
  const found = known.longestAt(doc, k, k + 1);
  const body = found === null ? null : knownNames[found.value - 1];
  return body?.standing === "combatant" ? null : body;
}

/** "the men in khaki" */
function isInUniform(doc: Document, head: number): boolean {
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c])
    if (c > head && doc.relation[c] === R.nmod && IN_UNIFORM.has(doc.norm[c])) return true;
  return false;
}

const IN_UNIFORM = wordsOf("in-uniform");
