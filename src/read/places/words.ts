import { PerWord } from "../../language/per-word.js";
import { loadTable, values } from "../../lexicon/table.js";
import type { Precision } from "../../model/vocabulary.js";

/** What a word beside a name says of it: the senses of `place-words.tsv`, in the order of their numbers. */
export const SENSES = [
  "none",
  "site",
  "town",
  "district",
  "region",
  "area",
  "near",
  "bearing",
  "organisation",
  "person",
  "inside",
  "zone",
  "street",
] as const;
export type Sense = (typeof SENSES)[number];
export const S = Object.fromEntries(SENSES.map((sense, i) => [sense, i])) as Readonly<Record<Sense, number>>;

let table: Map<string, number> | null = null;
const senses = new PerWord((norm) => {
  table ??= new Map(loadTable("place-words").rows.map((row) => [row.id, S[row.sense as Sense] ?? 0]));
  return table.get(norm) ?? 0;
});

/** Sense number of a word, by its id in the vocabulary. */
export function senseOf(norm: number): number {
  return senses.get(norm);
}

let names: ReadonlySet<string> | null = null;
const months = new PerWord((norm) => {
  names ??= new Set(loadTable("months").rows.flatMap((row) => Object.values(row).flatMap((cell) => values(cell))));
  return Number(names.has(norm));
});

/** Whether a word is a month's name or its short form. */
export function isMonth(norm: number): boolean {
  return months.get(norm) === 1;
}

/** Whether a sense is a kind of place that can be part of a place's name: "Karak District". */
export function isDivisionNoun(sense: number): boolean {
  return sense === S.district || sense === S.region;
}

/** Whether a sense stands for a kind of place. */
export function isKind(sense: number): boolean {
  return (sense >= S.site && sense <= S.area) || sense === S.street;
}

/** The precision that a kind noun gives, or null. */
export function kindOf(sense: number): Precision | null {
  if (sense === S.street) return "site";
  return sense >= S.site && sense <= S.area ? (SENSES[sense] as Precision) : null;
}
