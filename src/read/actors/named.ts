import type { Document } from "../../language/document.js";
import { spanOf, tokenText } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { NameMention } from "../findings.js";
import { actorLexicon, type Kind, type PersonNoun, type Standing } from "./lexicon.js";
import type { Mention } from "./mentions.js";
import { ageBefore, ageOf, openingOf, rankOf } from "./phrase.js";

/** How many words a title may have. */
const LONGEST_TITLE = 9;

/** A title before a name: its tokens and what it says of its bearer. */
interface Title {
  readonly first: number;
  readonly end: number;
  readonly noun: PersonNoun;
}

/** The mention that a name makes, or null where the name is no actor (most places). */
export function namedMention(doc: Document, name: NameMention, quotes: Uint16Array): Mention | null {
  const lexicon = actorLexicon();
  const [from, to] = name.tokens;
  const found = lexicon.known.longestAt(doc, from, to);
  const known = found !== null && found.length === to - from ? lexicon.knownNames[found.value - 1] : null;
  const person = name.type === "person" && !(known !== null && to - from > 1);
  if (name.type === "nationality") return null;
  if (name.type === "place" && !actsAt(doc, topOf(doc, from, to))) return null;
  const aged = person ? ageBefore(doc, from) : null;
  const title = person ? titleBefore(doc, from) : null;
  const first = aged?.first ?? title?.first ?? from;
  const head = topOf(doc, first, to);
  return {
    form: "name",
    head,
    first,
    end: to,
    span: spanOf(doc, from, to - 1),
    number: "one",
    sex: title?.noun.sex ?? null,
    guess: person ? firstNameSex(doc, from, to) : null,
    kind: person ? "person" : (known?.kind ?? (name.type === "place" ? "government" : kindByNoun(doc, from, to))),
    standing: (title && standingOf(doc, title)) ?? (person ? null : (known?.standing ?? null)),
    minor: null,
    age: aged?.age ?? (person ? ageOf(doc, head, from, to) : null),
    country: person ? (countryBefore(doc, first) ?? (title ? countryIn(doc, title) : null)) : (known?.country ?? countryBefore(doc, from)),
    title: title ? doc.text.slice(doc.start[title.first], doc.end[title.end - 1]) : null,
    lemma: title ? doc.lemma[title.end - 1] : lastNoun(doc, from, to),
    opening: openingOf(doc, head, first),
    pronoun: null,
    name: nameWords(doc, from, to),
    canonical: person ? null : (known?.canonical ?? null),
    sentence: doc.sentence[head],
    rank: rankOf(doc, head),
    quote: quotes[head],
  };
}

/** The token of a range whose head lies outside it. */
function topOf(doc: Document, from: number, to: number): number {
  for (let i = from; i < to; i++) if (doc.head[i] < from || doc.head[i] >= to) return i;
  return to - 1;
}

/** Whether a place stands where only somebody who acts stands: as subject of a verb in the active, or as its agent. */
function actsAt(doc: Document, head: number): boolean {
  let at = head;
  while (doc.relation[at] === R.conj && doc.head[at] >= 0) at = doc.head[at];
  const relation = doc.relation[at];
  if (relation === R["obl:agent"]) return true;
  return relation === R.nsubj && doc.head[at] >= 0 && doc.upos[doc.head[at]] === U.VERB;
}

/** Words of a bare name in lower case, without marks, "the" and possessives. */
function nameWords(doc: Document, from: number, to: number): readonly string[] {
  const out: string[] = [];
  for (let i = from; i < to; i++) {
    if (doc.upos[i] === U.PUNCT && doc.end[i] - doc.start[i] === 1) continue;
    const word = tokenText(doc, i).toLowerCase().replace(/[.’']/g, "");
    if (word === "" || word === "-" || (out.length === 0 && word === "the") || (word === "s" && i === to - 1)) continue;
    out.push(word);
  }
  return out;
}

function firstNameSex(doc: Document, from: number, to: number): "female" | "male" | null {
  return to - from > 1 ? (actorLexicon().firstNames.get(doc.norm[from]) ?? null) : null;
}

/** The longest title that ends right before a name, with what qualifies it ("Internal Affairs Minister"). */
function titleBefore(doc: Document, name: number): Title | null {
  const lexicon = actorLexicon();
  const start = doc.sentenceStart[doc.sentence[name]];
  const last = name - 1;
  if (last < start) return null;
  let first = -1;
  let noun: PersonNoun | null = null;
  for (let i = Math.max(start, name - 4); i < name; i++) {
    const found = lexicon.titlePhrases.longestAt(doc, i, name);
    if (found === null || i + found.length !== name) continue;
    first = i;
    noun = lexicon.titleRows[found.value - 1];
    break;
  }
  if (first < 0) {
    noun = lexicon.persons.get(doc.lemma[last]) ?? null;
    if (noun === null || doc.xpos[last] === P.NNS || doc.upos[last] === U.VERB) return null;
    first = last;
  }
  const end = name;
  while (first > start && name - first < LONGEST_TITLE && qualifies(doc, first - 1, end)) first--;
  return { first, end, noun: noun as PersonNoun };
}

/** By the title's noun; a commissioner, chief or superintendent "of police" is police. */
function standingOf(doc: Document, { first, end, noun }: Title): Standing | null {
  if (noun.standing !== null && noun.standing !== "official") return noun.standing;
  const { persons, groups } = actorLexicon();
  for (let i = first; i < end; i++) {
    const by = groups.get(doc.norm[i])?.standing ?? persons.get(doc.lemma[i])?.standing;
    if (by === "police") return by;
  }
  return noun.standing;
}

/** Whether the token before a title belongs to it. */
function qualifies(doc: Document, i: number, end: number): boolean {
  const tag = doc.upos[i];
  if (tag !== U.ADJ && tag !== U.NOUN && tag !== U.PROPN) return false;
  if (actorLexicon().nationalities.has(doc.norm[i])) return false;
  return doc.head[i] > i && doc.head[i] <= end + 3;
}

/** "U.S. Secretary of State": a country that a title names. */
function countryIn(doc: Document, title: Title): string | null {
  const { nationalities, known, knownNames } = actorLexicon();
  for (let i = title.first; i < title.end; i++) {
    const found = known.longestAt(doc, i, title.end);
    const name = found ? knownNames[found.value - 1] : null;
    const country = name?.seat ? name.country : nationalities.get(doc.norm[i]);
    if (country) return country;
  }
  return null;
}

/** Country that an adjective of origin or a possessive right before a name or its title gives: "Turkish Deputy Prime Minister". */
function countryBefore(doc: Document, first: number): string | null {
  const start = doc.sentenceStart[doc.sentence[first]];
  const { nationalities, known, knownNames } = actorLexicon();
  for (let i = first - 1; i >= start && i >= first - 3; i--) {
    const country = nationalities.get(doc.norm[i]);
    if (country !== undefined) return country;
    if (doc.xpos[i] === P.POS) {
      const found = known.longestAt(doc, i - 1, i);
      return found ? knownNames[found.value - 1].country : null;
    }
    if (doc.upos[i] !== U.ADJ && doc.upos[i] !== U.DET && doc.upos[i] !== U.NOUN) break;
  }
  return null;
}

/** Kind of an organisation by the last noun of its name that the tables know: "Health Ministry", "Al Noor Brigade". */
function kindByNoun(doc: Document, from: number, to: number): Kind {
  const { groups } = actorLexicon();
  for (let i = to - 1; i >= from; i--) {
    const noun = groups.get(doc.lemma[i]) ?? groups.get(doc.norm[i]);
    if (noun) return noun.kind === "group" ? "organisation" : noun.kind;
  }
  return "organisation";
}

function lastNoun(doc: Document, from: number, to: number): number {
  const { groups } = actorLexicon();
  for (let i = to - 1; i >= from; i--) if (groups.has(doc.lemma[i])) return doc.lemma[i];
  return doc.lemma[to - 1];
}
