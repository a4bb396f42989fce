/**
 * Places by name: towns, divisions, countries, areas and sites of the world. What a name may mean, not which one a report means.
 *
 * For those who only ask whether words may be a place: `isPlaceWord(normId)` (a name starts with this word; cached by id, cheap enough
 * for every token) and `longestPlaceAt(doc, token)` (how many tokens from here are a name, with its strength).
 */
import type { Document } from "../language/document.js";
import { vocabulary } from "../language/vocabulary.js";
import { loadTable } from "../lexicon/table.js";
import type { Entry, Match } from "./entry.js";
import { nameKey } from "./key.js";
import { misprints } from "./near.js";
import { Packed } from "./packed.js";
import { loadTables, type Tables } from "./tables.js";

export type { Division, Entry, Match } from "./entry.js";
export { nameKey } from "./key.js";

interface Gazetteer {
  readonly packed: Packed;
  readonly tables: Tables;
  readonly origins: ReadonlyMap<string, string>;
}

let loaded: Gazetteer | null = null;
const NONE: readonly Match[] = [];
/** Longest name looked for, in tokens. */
const LONGEST = 7;

function gazetteer(): Gazetteer {
  if (loaded) return loaded;
  const packed = Packed.load();
  const tables = loadTables(packed);
  const origins = new Map(
    loadTable("nationalities")
      .rows.filter((row) => row.country)
      .map((row) => [nameKey(row.word), row.country]),
  );
  loaded = { packed, tables, origins };
  return loaded;
}

const byKey = new Map<string, readonly Match[]>();

/** All places of a name, spelled as the key spells it. The tables' reading comes first. */
export function lookupKey(key: string): readonly Match[] {
  const known = byKey.get(key);
  if (known) return known;
  const { packed, tables } = gazetteer();
  const own = tables.matches.get(key) ?? NONE;
  const all = own.length === 0 ? packed.lookup(key) : merged(own, packed.lookup(key));
  if (byKey.size > 50_000) byKey.clear();
  byKey.set(key, all);
  return all;
}

/** The tables' places of a name, then the packed ones that they do not already hold. */
function merged(own: readonly Match[], packed: readonly Match[]): readonly Match[] {
  const ids = new Set(own.map((m) => m.entry.geonames).filter((id) => id !== null));
  const seen = new Set(own.map((m) => m.entry.index));
  return [...own, ...packed.filter((m) => !seen.has(m.entry.index) && !(m.entry.geonames !== null && ids.has(m.entry.geonames)))];
}

/** All places of a name in any of its spellings: case, diacritics, hyphens, full stops, "Saint" and "St." do not matter. */
export function lookup(name: string): readonly Match[] {
  return lookupKey(nameKey(name));
}

/** What an abbreviation means behind a place and a comma: "Tex." in "Paris, Tex.". */
export function lookupAfterComma(name: string): readonly Match[] {
  return gazetteer().tables.afterComma.get(nameKey(name)) ?? NONE;
}

export interface NearMatch extends Match {
  readonly key: string;
  readonly edits: number;
}

/** Places whose name is a misprint away: the same first two letters, one edit in a short word, two in a long one. Costs a fraction of a millisecond: for rare names. */
export function nearMisses(name: string): readonly NearMatch[] {
  const key = nameKey(name);
  const most = misprints(key.length);
  if (most === 0 || key.includes(" ")) return [];
  return gazetteer()
    .packed.near(key, most)
    .flatMap(({ key: near, edits, matches }) => (edits > 0 ? matches.map((m) => ({ ...m, key: near, edits })) : []));
}

/** The country of a name or of an adjective of origin ("Kazakhstan", "Kazakh", "Turks"), ISO 3166-1 alpha-3, or null. */
export function countryOf(word: string): string | null {
  const { tables, origins } = gazetteer();
  const key = nameKey(word);
  const country = tables.matches.get(key)?.find((m) => m.entry.kind === "country");
  return country?.entry.country ?? origins.get(key) ?? (key.endsWith("s") ? (origins.get(key.slice(0, -1)) ?? null) : null);
}

/** A country by its code, or null. */
export function countryEntry(alpha3: string): Entry | null {
  return gazetteer().tables.countries.get(alpha3) ?? null;
}

/** ISO 3166-1 alpha-3 of an alpha-2 code in any case, or null. */
export function alpha3Of(alpha2: string): string | null {
  return gazetteer().tables.alpha3.get(alpha2.toLowerCase()) ?? null;
}

let starts = new Int8Array(1 << 15);

/** Whether some place's name starts with this word (an id of the vocabulary). Not whether the word is a place. */
export function isPlaceWord(norm: number): boolean {
  if (norm >= starts.length) {
    const more = new Int8Array(Math.max(norm + 1, starts.length * 2));
    more.set(starts);
    starts = more;
  }
  if (starts[norm] === 0) starts[norm] = startsName(nameKey(vocabulary.of(norm)).split(" ", 1)[0]) ? 1 : -1;
  return starts[norm] === 1;
}

function startsName(word: string): boolean {
  if (word.length < 2) return false;
  const { packed, tables } = gazetteer();
  return tables.firstWords.has(word) || packed.startsName(word);
}

/** How well known a name is: 0 none, 1 postal lists only, 2 small towns, 3 towns of 15,000, 4 cities of 200,000, divisions and areas, 5 countries. */
export function placeStrength(matches: readonly Match[]): number {
  let best = 0;
  for (const { entry } of matches) {
    const s =
      entry.kind === "country"
        ? 5
        : entry.minor
          ? 1
          : entry.kind === "region" || entry.kind === "area" || entry.population >= 200_000
            ? 4
            : entry.population >= 15_000
              ? 3
              : 2;
    if (s > best) best = s;
  }
  return best;
}

export interface PlaceSpan {
  /** One past the last token. */
  readonly end: number;
  readonly key: string;
  readonly matches: readonly Match[];
}

/** The longest name of a place that starts at a token, before `limit`; null where none does. Looks at letters only, not at case or context. */
export function longestPlaceAt(doc: Document, token: number, limit = doc.length): PlaceSpan | null {
  if (!isPlaceWord(doc.norm[token])) return null;
  const last = Math.min(limit, token + LONGEST, doc.length);
  for (let end = last; end > token; end--) {
    const key = nameKey(doc.text.slice(doc.start[token], doc.end[end - 1]));
    const matches = lookupKey(key);
    if (matches.length > 0) return { end, key, matches };
  }
  return null;
}
