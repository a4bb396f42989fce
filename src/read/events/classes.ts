import { type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, values } from "../../lexicon/table.js";
import type { Findings, NameMention } from "../findings.js";
import { wordsOf } from "./words.js";

/** Classes of words that conditions and role frames ask for, one bit each. `other` is a noun that no table knows. */
export const CLASSES = [
  "person",
  "police",
  "security",
  "court",
  "government",
  "militant",
  "organisation",
  "building",
  "vehicle",
  "infrastructure",
  "weapon",
  "bomb",
  "crime",
  "money",
  "abstract",
  "thing",
  "disease",
  "crowd",
  "time",
  "name",
  "place",
  "pronoun",
  "other",
  "plural-person",
] as const;
export type WordClass = (typeof CLASSES)[number];

export const C = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Readonly<Record<WordClass, number>>;

/** Everything that can be a party to an event. */
export const ANIMATE = C.person | C.police | C.security | C.court | C.government | C.militant | C.organisation | C.name | C.pronoun;

let table: Map<number, number> | null = null;

function wordClasses(): Map<number, number> {
  if (table) return table;
  const made = new Map<number, number>();
  const add = (word: string, bits: number): void => void made.set(vocabulary.id(word), (made.get(vocabulary.id(word)) ?? 0) | bits);
  for (const row of loadTable("word-classes").rows) {
    add(
      row.id,
      values(row.classes).reduce((mask, name) => mask | (C[name as WordClass] ?? 0), 0),
    );
  }
  for (const row of loadTable("persons").rows) add(row.lemma, C.person | bitsOf("", row.standing));
  for (const row of loadTable("groups").rows) add(row.lemma, bitsOf(row.kind, row.standing));
  table = made;
  return made;
}

/** What the kind and standing of an actor say of the word that names it. */
function bitsOf(kind: string, standing: string): number {
  const by =
    kind === "organisation"
      ? C.organisation
      : kind === "government"
        ? C.government
        : kind === "armed-group"
          ? C.militant | C.organisation
          : kind === "group"
            ? C.person
            : 0;
  const as = standing === "police" ? C.police : standing === "soldier" ? C.security : standing === "combatant" ? C.militant : 0;
  return by | as;
}

/** Class bits of a word by its lemma, without a text; 0 where no table knows it. */
export function wordBits(lemma: number): number {
  return wordClasses().get(lemma) ?? 0;
}

/** Bodies of police and soldiers that two words name, by the last and the first: "crime branch", "control room". */
let pairs: Map<number, Map<number, number>> | null = null;

function wordPairs(): Map<number, Map<number, number>> {
  if (pairs) return pairs;
  pairs = new Map();
  for (const row of loadTable("groups").rows) {
    const words = row.lemma.split(" ");
    const bits = bitsOf(row.kind, row.standing);
    // "a police station" is a place: what a word of theirs stands before is told by that word alone
    if (words.length !== 2 || !(bits & (C.police | C.security)) || wordClasses().get(vocabulary.id(words[0]))) continue;
    const last = vocabulary.id(words[1]);
    pairs.set(last, (pairs.get(last) ?? new Map<number, number>()).set(vocabulary.id(words[0]), bits));
  }
  return pairs;
}

let byLemma = new Int32Array(0);

/** The table's bits as an array over lemma ids, grown as the vocabulary grows: looked up for every token. */
function bitsByLemma(known: ReadonlyMap<number, number>, lemma: number): number {
  if (lemma >= byLemma.length) {
    const grown = new Int32Array(Math.max(vocabulary.size, lemma + 1) * 2);
    for (const [id, bits] of known) grown[id] = bits;
    byLemma = grown;
  }
  return byLemma[lemma];
}

/** Class bits of every token of a document; 0 for words that are no nouns, names or pronouns. */
export function classesOf(
  doc: Document,
  names: readonly NameMention[],
  found: Pick<Findings, "actors" | "actorMentions" | "times"> | null = null,
): Int32Array {
  const known = wordClasses();
  const bits = new Int32Array(doc.length);
  for (let i = 0; i < doc.length; i++) {
    const tag = doc.upos[i];
    const mask = bitsByLemma(known, doc.lemma[i]);
    if (tag === U.PRON) bits[i] = C.pronoun;
    else if (tag === U.NOUN || tag === U.PROPN || tag === U.ADJ) bits[i] = (mask || (tag === U.ADJ ? 0 : C.other)) | pairBits(doc, i);
    else if (tag === U.NUM) bits[i] = C.other;
    else bits[i] = mask & (C.militant | C.person | C.weapon);
    // "wounded 56 more"
    if (tag === U.ADJ && i > 0 && doc.upos[i - 1] === U.NUM && doc.head[i - 1] === i) bits[i] |= C.other;
    // "fake policemen", "a former officer"
    // "the first major attack"
    if (doc.norm[i] === MAJOR && doc.upos[i] === U.ADJ) bits[i] = C.other;
    if (bits[i] & (C.police | C.security) && i > 0 && NOT_IN_SERVICE.has(doc.norm[i - 1]))
      bits[i] = (bits[i] & ~(C.police | C.security)) | C.person;
    if (doc.norm[i] === OLD && isAge(doc, i)) bits[i] = C.person;
  }
  for (const name of names) mark(bits, name);
  for (let i = 0; i < doc.length; i++) if (IN_SERVICE.has(doc.lemma[i]) && doc.upos[i] === U.NOUN) bits[i] |= serviceBits(doc, bits, i);
  if (!found) return bits;
  for (const time of found.times) {
    const [first, end] = tokensIn(doc, time.span);
    for (let i = first; i < end; i++) bits[i] = C.time;
  }
  const actors = new Map(found.actors.map((a) => [a.id, a]));
  for (const m of found.actorMentions) {
    const actor = actors.get(m.actor);
    if (actor && actor.kind !== "unnamed")
      bits[m.head] |= bitsOf(actor.kind, actor.standing ?? "") & (C.government | C.militant | C.police | C.security);
  }
  return bits;
}

/** What a word and the one right before it name together. */
function pairBits(doc: Document, i: number): number {
  return i > 0
    ? (wordPairs()
        .get(doc.lemma[i])
        ?.get(doc.norm[i - 1]) ?? 0)
    : 0;
}

/** "A posse of police", "operatives of the riot squad": those whose service the phrase behind them says; whose station, too. */
function serviceBits(doc: Document, bits: Int32Array, i: number): number {
  if (doc.norm[i + 1] !== OF || doc.sentence[i + 1] !== doc.sentence[i]) return 0;
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if (c < i || doc.relation[c] !== R.nmod) continue;
    const isTheirPost = POSTS.has(doc.lemma[c]) && doc.head[c - 1] === c && doc.relation[c - 1] === R.compound;
    return (isTheirPost ? bits[c - 1] : bits[c]) & (C.police | C.security);
  }
  return 0;
}

const IN_SERVICE = wordsOf("in-service");
const POSTS = wordsOf("post-of-police");
const OF = vocabulary.id("of");
const NOT_IN_SERVICE = wordsOf("not-in-service");
const MAJOR = vocabulary.id("major");
const OLD = vocabulary.id("old");
const YEAR = vocabulary.id("year");

/** "a 19-year-old" is somebody. */
function isAge(doc: Document, i: number): boolean {
  return i > 2 && doc.norm[i - 2] === YEAR && doc.sentence[i - 3] === doc.sentence[i];
}

function mark(bits: Int32Array, name: NameMention): void {
  const bit = name.type === "person" ? C.person | C.name : name.type === "organisation" ? C.organisation | C.name : C.place;
  if (name.type === "nationality") return;
  // "Boko Haram", "the Las Vegas Metropolitan Police Department": what the words say stays beside what the name is
  for (let i = name.tokens[0]; i < name.tokens[1]; i++) bits[i] = (bits[i] & ~C.other) | bit;
}
