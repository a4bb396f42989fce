import { loadTable, values } from "../../lexicon/table.js";

/** Classes of single words in the tables, as bits. A word may have several; the tagger looks at the first 24. */
export const CLASS = {
  firstName: 1 << 0,
  surname: 1 << 1,
  country: 1 << 2,
  nationality: 1 << 3,
  title: 1 << 4,
  person: 1 << 5,
  group: 1 << 6,
  organisationNoun: 1 << 7,
  companySuffix: 1 << 8,
  placeNoun: 1 << 9,
  armedGroup: 1 << 10,
  agency: 1 << 11,
  outlet: 1 << 12,
  owners: 1 << 24,
  address: 1 << 25,
} as const;

const NOUN_CLASSES: Readonly<Record<string, number>> = {
  organisation: CLASS.organisationNoun,
  company: CLASS.companySuffix,
  place: CLASS.placeNoun,
  owners: CLASS.owners,
  address: CLASS.address,
};

let flags: ReadonlyMap<string, number> | null = null;

/** Bits of CLASS for each word that stands alone in a table. */
export function classFlags(): ReadonlyMap<string, number> {
  flags ??= collect();
  return flags;
}

function collect(): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const add = (word: string, bit: number) => {
    if (word && !word.includes(" ")) all.set(word, (all.get(word) ?? 0) | bit);
  };
  for (const row of loadTable("first-names").rows) add(row.name, CLASS.firstName);
  for (const row of loadTable("surnames").rows) add(row.name, CLASS.surname);
  for (const row of loadTable("governments").rows) add(row.name, CLASS.country);
  for (const row of loadTable("nationalities").rows) {
    for (const word of [row.word, plural(row.word)]) add(word, CLASS.nationality);
  }
  for (const row of loadTable("titles").rows) for (const word of row.title.split(" ")) add(word, CLASS.title);
  for (const row of loadTable("persons").rows) for (const word of [row.lemma, plural(row.lemma)]) add(word, CLASS.person);
  for (const row of loadTable("groups").rows) add(row.lemma, CLASS.group);
  for (const row of loadTable("name-nouns").rows) add(row.word, NOUN_CLASSES[row.class] ?? 0);
  for (const row of loadTable("armed-groups").rows) for (const name of [row.name, ...values(row.aliases)]) add(name, CLASS.armedGroup);
  for (const row of loadTable("agencies").rows) for (const name of [row.name, ...values(row.aliases)]) add(name, CLASS.agency);
  for (const row of loadTable("media").rows) add(row.name, CLASS.outlet);
  return all;
}

/** Regular plural of a noun of origin or of a person noun; the word itself where it has none ("Japanese"). */
export function plural(word: string): string {
  if (/(?:ese|ss|sh|ch)$/.test(word)) return word;
  if (/(?:^|[^aeiou])man$/.test(word) && !/(?:german|roman|ottoman|human)$/.test(word)) return `${word.slice(0, -3)}men`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
