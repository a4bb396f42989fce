import { loadTable, type Row, values } from "../lexicon/table.js";
import type { Precision } from "../model/vocabulary.js";
import type { Entry, Match } from "./entry.js";
import { nameKey } from "./key.js";
import type { Packed } from "./packed.js";

/** When an alias may be read as one: always, only after a place and a comma, or only as one reading among others. */
export type AliasWhen = "always" | "comma" | "there";

/** Names that tables give on top of the packed file: countries, areas, sites, short and former names. */
export interface Tables {
  readonly matches: ReadonlyMap<string, readonly Match[]>;
  /** Aliases that hold only after a comma, as they are written: "Ind", "IN", "La". */
  readonly afterComma: ReadonlyMap<string, readonly Match[]>;
  readonly countries: ReadonlyMap<string, Entry>;
  /** ISO 3166-1 alpha-2, lower case, to alpha-3. */
  readonly alpha3: ReadonlyMap<string, string>;
  /** First words of all names in `matches`. */
  readonly firstWords: ReadonlySet<string>;
}

/** Reads the tables; numbers of their entries go on where the packed ones end. */
export function loadTables(packed: Packed): Tables {
  const matches = new Map<string, Match[]>();
  const countries = new Map<string, Entry>();
  const alpha3 = new Map<string, string>();
  let index = packed.size;
  const file = (row: Row, entry: Entry) => {
    put(matches, nameKey(entry.name), { entry, alternate: false });
    for (const name of values(row.other)) put(matches, nameKey(name), { entry, alternate: false });
  };
  for (const row of loadTable("countries").rows) {
    const entry = entryOf(row, index++, row.id, "country", Number(row.population) || 0);
    countries.set(row.id, entry);
    alpha3.set(row.iso2.toLowerCase(), row.id);
    file(row, entry);
  }
  for (const row of loadTable("areas").rows) file(row, entryOf(row, index++, row.country || null, row.kind as Precision, 0));
  for (const row of loadTable("sites").rows) file(row, entryOf(row, index++, row.country || null, "site", 0));
  for (const row of loadTable("quarters").rows) {
    const city = cityOf(packed, row);
    if (city === null) continue;
    for (const name of values(row.names)) put(matches, nameKey(name), { entry: quarterOf(city, name, index++), alternate: false });
  }
  for (const row of loadTable("settlements").rows) {
    const division = packed.divisions.find((d) => d.code === row.within) ?? null;
    file(row, { ...entryOf(row, index++, division?.country ?? null, "town", 0), division, listed: false });
  }
  const afterComma = new Map<string, Match[]>();
  for (const row of loadTable("place-aliases").rows) {
    const meant = packed.lookup(nameKey(row.of)).filter((m) => lies(m.entry, row.within));
    const best = meant.sort((a, b) => Number(a.alternate) - Number(b.alternate) || rank(b.entry, row) - rank(a.entry, row)).slice(0, 1);
    for (const match of best) {
      if (row.when === "comma") put(afterComma, nameKey(row.id), { entry: match.entry, alternate: true });
      else put(matches, nameKey(row.id), { entry: match.entry, alternate: row.when === "there" });
    }
  }
  return { matches, afterComma, countries, alpha3, firstWords: new Set([...matches.keys()].map((key) => key.split(" ", 1)[0])) };
}

function put(into: Map<string, Match[]>, key: string, match: Match): void {
  const list = into.get(key);
  if (!list) into.set(key, [match]);
  else if (!list.some((m) => m.entry === match.entry)) list.push(match);
}

function entryOf(row: Row, index: number, country: string | null, kind: Precision, population: number): Entry {
  return {
    index,
    geonames: row.geonames || null,
    name: row.name,
    lat: Number(row.lat),
    lon: Number(row.lon),
    country,
    division: null,
    kind,
    population,
    minor: false,
    seat: null,
    listed: true,
  };
}

/** The largest town of the row's name where the row says it is. */
function cityOf(packed: Packed, row: Row): Entry | null {
  const meant = packed.lookup(nameKey(row.city)).filter((m) => lies(m.entry, row.within || row.country) && m.entry.kind !== "region");
  return meant.length === 0 ? null : meant.reduce((a, b) => (b.entry.population > a.entry.population ? b : a)).entry;
}

/** A quarter stands where its town does, and is trusted only where the report speaks of that part of the world. */
function quarterOf(city: Entry, name: string, index: number): Entry {
  return { ...city, index, name, geonames: null, kind: "site", population: 0, minor: true, seat: null, listed: false };
}

function lies(entry: Entry, within: string): boolean {
  return within.includes(".") ? entry.division?.code === within : entry.country === within;
}

/** A division's own code asks for the division, a country for its largest place of the name. */
function rank(entry: Entry, row: Row): number {
  return (entry.kind === "region" && entry.name === row.of && row.within.includes(".") ? 1e10 : 0) + entry.population;
}
