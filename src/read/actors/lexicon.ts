import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, type Row, values } from "../../lexicon/table.js";
import type { Actor } from "../../model/reading.js";
import { plural } from "../names/classes.js";
import { Phrases } from "../names/phrases.js";

export type Sex = "female" | "male";
export type Kind = Actor["kind"];
export type Standing = NonNullable<Actor["standing"]>;

/** What a noun says of the person it names. */
export interface PersonNoun {
  readonly standing: Standing | null;
  readonly sex: Sex | null;
  readonly minor: boolean;
}

/** What a noun for several people or a body of people says. */
export interface GroupNoun {
  /** Whether it denotes an actor only as a subject: "the hospital said", not "taken to the hospital". */
  readonly subjectOnly: boolean;
  readonly kind: Kind;
  readonly standing: Standing | null;
}

export interface Pronoun {
  readonly class: "third" | "relative" | "first" | "some";
  readonly number: "one" | "many" | "thing" | null;
  readonly sex: Sex | null;
  readonly case: string;
}

/** A name that tables know: what bears it, and which names bear the same. */
export interface KnownName {
  readonly canonical: string;
  readonly kind: Kind;
  readonly country: string | null;
  readonly standing: Standing | null;
  /** Whether it is a country, a capital, or a seat of power. */
  readonly seat: boolean;
}

/** The tables that actors are read with, compiled to vocabulary ids. */
export interface ActorLexicon {
  readonly persons: ReadonlyMap<number, PersonNoun>;
  readonly groups: ReadonlyMap<number, GroupNoun>;
  /** Bodies of police and soldiers that two words name, by the last and the first. */
  readonly pairs: ReadonlyMap<number, ReadonlyMap<number, GroupNoun>>;
  readonly pronouns: ReadonlyMap<number, Pronoun>;
  readonly titles: ReadonlyMap<number, PersonNoun>;
  readonly titlePhrases: Phrases;
  readonly titleRows: readonly PersonNoun[];
  readonly nationalities: ReadonlyMap<number, string | null>;
  readonly firstNames: ReadonlyMap<number, Sex>;
  readonly known: Phrases;
  readonly knownNames: readonly KnownName[];
  /** Nouns whose bare plural is a source that nobody is meant to know: "analysts", "sources". */
  readonly speakers: ReadonlySet<number>;
  /** Verbs of speech: whoever is their subject is somebody. */
  readonly speech: ReadonlySet<number>;
  readonly negations: ReadonlySet<number>;
  /** Descriptions that may stand for one another, by lemma: a bit for each row that they stand in. */
  readonly alike: ReadonlyMap<number, number>;
  /** The bits of `alike` that hold for single persons only. */
  readonly singleOnly: number;
}

let lexicon: ActorLexicon | null = null;

export function actorLexicon(): ActorLexicon {
  lexicon ??= compile();
  return lexicon;
}

const nounOf = (row: Row): PersonNoun => ({
  standing: (row.standing || null) as Standing | null,
  sex: (row.sex || null) as Sex | null,
  minor: row.minor === "yes",
});

function compile(): ActorLexicon {
  const id = (word: string) => vocabulary.id(word);
  const titlePhrases = new Phrases();
  const titleRows = loadTable("titles").rows.map((row, k) => {
    titlePhrases.add(row.title, k + 1);
    return nounOf(row);
  });
  const titles = new Map<number, PersonNoun>();
  loadTable("titles").rows.forEach((row, k) => {
    if (!row.title.includes(" ")) titles.set(id(row.title), titleRows[k]);
  });
  const nationalities = new Map<number, string | null>();
  for (const row of loadTable("nationalities").rows) {
    for (const word of [row.word, plural(row.word)]) if (!word.includes(" ")) nationalities.set(id(word), row.country || null);
  }
  const { known, knownNames } = compileKnown();
  return {
    persons: new Map(loadTable("persons").rows.map((row) => [id(row.lemma), nounOf(row)])),
    groups: new Map(
      loadTable("groups").rows.map((row) => [
        id(row.lemma),
        { kind: row.kind as Kind, standing: (row.standing || null) as Standing | null, subjectOnly: row.only === "subject" },
      ]),
    ),
    pairs: compilePairs(),
    pronouns: new Map(
      loadTable("pronouns")
        .rows.filter((row) => row.class !== "not")
        .map((row) => [id(row.word), pronounOf(row)]),
    ),
    titles,
    titlePhrases,
    titleRows,
    nationalities,
    firstNames: new Map(loadTable("first-names").rows.flatMap((row) => (row.sex ? [[id(row.name), row.sex as Sex] as const] : []))),
    known,
    knownNames,
    speakers: new Set(loadTable("speakers").rows.map((row) => id(row.lemma))),
    speech: new Set(
      loadTable("reporting-cues").rows.flatMap((row) => (row.pos === "VERB" && row.kind === "speech" ? [id(row.lemma)] : [])),
    ),
    negations: new Set(
      loadTable("pronouns")
        .rows.filter((row) => row.class === "not")
        .map((row) => id(row.word)),
    ),
    alike: alikeBits(),
    singleOnly: loadTable("alike").rows.reduce((bits, row, k) => bits | (row.number === "one" ? 1 << k : 0), 0),
  };
}

function compilePairs(): ReadonlyMap<number, ReadonlyMap<number, GroupNoun>> {
  const pairs = new Map<number, Map<number, GroupNoun>>();
  const named = new Set(loadTable("groups").rows.flatMap((row) => (row.standing ? [vocabulary.id(row.lemma)] : [])));
  for (const row of loadTable("groups").rows) {
    const words = row.lemma.split(" ").map((word) => vocabulary.id(word));
    const isForce = row.standing === "police" || row.standing === "soldier";
    // "a police station" is a place, "security forces" are told by the last word
    if (words.length !== 2 || !isForce || named.has(words[0]) || named.has(words[1])) continue;
    const noun = { kind: row.kind as Kind, standing: row.standing as Standing, subjectOnly: row.only === "subject" };
    pairs.set(words[1], (pairs.get(words[1]) ?? new Map<number, GroupNoun>()).set(words[0], noun));
  }
  return pairs;
}

function pronounOf(row: Row): Pronoun {
  return {
    class: row.class as Pronoun["class"],
    number: (row.number || null) as Pronoun["number"],
    sex: (row.sex || null) as Sex | null,
    case: row.case,
  };
}

function compileKnown(): { readonly known: Phrases; readonly knownNames: readonly KnownName[] } {
  const known = new Phrases();
  const knownNames: KnownName[] = [];
  const add = (names: readonly string[], name: Omit<KnownName, "canonical">) => {
    knownNames.push({ canonical: names[0], ...name });
    for (const n of names) known.add(n, knownNames.length);
  };
  for (const row of loadTable("armed-groups").rows) {
    add([row.name, ...values(row.aliases)], { kind: "armed-group", country: row.country || null, standing: "combatant", seat: false });
  }
  for (const row of loadTable("agencies").rows) {
    const standing = (row.standing || null) as Standing | null;
    add([row.name, ...values(row.aliases)], {
      kind: (row.kind || "organisation") as Kind,
      country: row.country || null,
      standing,
      seat: false,
    });
  }
  for (const row of loadTable("media").rows) add([row.name], { kind: "outlet", country: row.country || null, standing: null, seat: false });
  for (const row of loadTable("governments").rows)
    add([row.name], { kind: "government", country: row.country || null, standing: null, seat: true });
  return { known, knownNames };
}

function alikeBits(): ReadonlyMap<number, number> {
  const bits = new Map<number, number>();
  loadTable("alike").rows.forEach((row, k) => {
    for (const lemma of values(row.lemmas)) bits.set(vocabulary.id(lemma), (bits.get(vocabulary.id(lemma)) ?? 0) | (1 << k));
  });
  return bits;
}
