import type { Precision } from "../model/vocabulary.js";

/** A first-order division of a country: a state, province, governorate. */
export interface Division {
  /** ISO 3166-1 alpha-2 and the GeoNames code of the division: "US.TX". */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
}

/** One place of the gazetteer. Not a mention of it. */
export interface Entry {
  /** Number of the entry in this build of the gazetteer: not stable, never stored. */
  readonly index: number;
  readonly geonames: string | null;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-3; null for seas, continents, regions across borders. */
  readonly country: string | null;
  readonly division: Division | null;
  readonly kind: Precision;
  /** Inhabitants, roughly (to a tenth); 0 where unknown. */
  readonly population: number;
  /** Known from postal lists or airports only: trusted where the report already speaks of that part of the world. */
  readonly minor: boolean;
  /** What it is the seat of: its country's government, its division's, or null. */
  readonly seat: "country" | "division" | null;
  /** Stands in a table of the lexicon: known by this name the world over. */
  readonly listed: boolean;
}

/** An entry found under a name; `alternate` where the name is not its main one. */
export interface Match {
  readonly entry: Entry;
  readonly alternate: boolean;
}

/** Order of the kinds in the packed file. */
export const KINDS: readonly Precision[] = ["site", "town", "district", "region", "country", "area"];
/** Bit of the kind byte that marks a minor entry. */
export const MINOR = 0x80;
/** Bits of the kind byte that mark the seat of a country's government, of a division's. */
export const CAPITAL = 0x40;
export const SEAT = 0x20;
export const KIND = 0x1f;

/** Population as one byte, logarithmic. */
export function packPopulation(population: number): number {
  return Math.min(255, Math.round(12 * Math.log(population + 1)));
}

/** Two significant digits are all that the byte holds. */
export function unpackPopulation(byte: number): number {
  const people = Math.exp(byte / 12) - 1;
  if (people < 1) return 0;
  const unit = 10 ** (Math.floor(Math.log10(people)) - 1);
  return Math.round(people / unit) * unit;
}
