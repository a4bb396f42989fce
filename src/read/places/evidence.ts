import { countryOf, type Entry, lookupKey, type Match, nameKey } from "../../gazetteer/index.js";
import { Ids } from "../../language/ids.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, values } from "../../lexicon/table.js";
import type { Report } from "../../model/report.js";
import type { Precision } from "../../model/vocabulary.js";
import { Phrases } from "../names/phrases.js";
import { CASE, SHAPE } from "../names/shapes.js";
import { countryOfHost, homeOfHost, homeOfStation, hostOf, type Point, placesOfHost } from "./outlet.js";
import type { Spot, View } from "./spots.js";
import { kindOf, senseOf } from "./words.js";

/** All mentions of one name in a report: they mean one place (Gale, Church and Yarowsky 1992: one sense a discourse). */
export interface Group {
  readonly key: string;
  readonly spots: readonly Spot[];
  readonly candidates: readonly Match[];
  /** Keys of the places said to hold this one: "Paris, Texas", "X in Y District". */
  readonly within: readonly string[];
  /** Kinds that the words beside the name give: "the city of X", "X province". */
  readonly kinds: ReadonlySet<Precision>;
  readonly inTitle: boolean;
  /** Whether its one candidate's name is a misprint away from the report's. */
  readonly misprint?: boolean;
}

/** What the report says about where it is set, besides the places in question. */
export interface Setting {
  /** Share of each country (alpha-3) among mentions of countries and of people by their origin. */
  readonly countries: ReadonlyMap<string, number>;
  /** Country of the outlet's web address, or null. */
  readonly outletCountry: string | null;
  /** Where the outlet's own name puts it, or an empty list. */
  readonly outletPlaces: readonly Entry[];
  /** Where the outlet, or a station that the text names, is at home; null where unknown. */
  readonly home: Point | null;
}

const MOST = 60;
const COMMA = vocabulary.id(",");
const IN = new Ids(["in", "of", "under", "within"].map((w) => vocabulary.id(w)));
const OF = vocabulary.id("of");
const REACH = 6;
/** Nouns under which districts are filed; the first two in countries that have counties. */
const DISTRICTS = ["county", "parish", "district", "borough"];
const COUNTY = new Ids(["county", "counties", "parish", "parishes"].map((w) => vocabulary.id(w)));

export function groupsOf(view: View, spots: readonly Spot[], title: string | null): Group[] {
  const byKey = new Map<string, number[]>();
  const keys = new Set(spots.map((spot) => spot.key));
  spots.forEach((spot, k) => {
    const key = spot.afterComma ? `,${spot.matches[0].entry.index}` : withoutCity(spot.key, keys);
    const list = byKey.get(key);
    if (list) list.push(k);
    else byKey.set(key, [k]);
  });
  const counties = view.doc.norm.some((norm) => COUNTY.has(norm));
  const titleKey = ` ${nameKey(title ?? "")} `;
  return [...byKey].map(([key, list]) => {
    const own = list.map((k) => spots[k]);
    const within = new Set<string>();
    const kinds = new Set<Precision>();
    for (const k of list) {
      holderOf(view, spots, k, within);
      kindsBeside(view, spots[k], kinds);
    }
    return {
      key,
      spots: own,
      candidates: ofOrigin(view, own, candidatesOf(own, kinds, counties)),
      within: [...within],
      kinds,
      inTitle: titleKey.includes(` ${own[0].key} `),
    };
  });
}

/** "Dublin City" is "Dublin" where the report has both. */
function withoutCity(key: string, keys: ReadonlySet<string>): string {
  const bare = key.endsWith(" city") ? key.slice(0, -5) : key;
  return bare !== key && keys.has(bare) && lookupKey(bare).every((m) => m.entry.kind !== "country" && m.entry.kind !== "region")
    ? bare
    : key;
}

/** Places of the name, of "X County" and "X District" too where the text calls it so; the better known first. */
function candidatesOf(spots: readonly Spot[], kinds: ReadonlySet<Precision>, counties: boolean): readonly Match[] {
  const all = new Map<number, Match>();
  const add = (matches: readonly Match[]) => {
    for (const m of matches) if (!all.has(m.entry.index) || (all.get(m.entry.index)?.alternate && !m.alternate)) all.set(m.entry.index, m);
  };
  for (const spot of spots) add(spot.matches);
  const nouns = kinds.has("district") ? DISTRICTS : counties ? DISTRICTS.slice(0, 2) : [];
  for (const noun of nouns) add(lookupKey(`${spots[0].key} ${noun}`).map((m) => ({ ...m, alternate: !kinds.has("district") })));
  const list = [...all.values()];
  if (list.length <= MOST) return list;
  const weight = (m: Match) =>
    (m.entry.kind === "country" || m.entry.kind === "region" ? 1e9 : 0) + m.entry.population - (m.alternate ? 1000 : 0);
  return list.sort((a, b) => weight(b) - weight(a) || a.entry.index - b.entry.index).slice(0, MOST);
}

/** "the Mexican city of León": the places of that country, where it has some of the name. */
function ofOrigin({ doc }: View, spots: readonly Spot[], all: readonly Match[]): readonly Match[] {
  for (const { first } of spots) {
    if (first < 3 || doc.norm[first - 1] !== OF || doc.upos[first - 2] !== U.NOUN || doc.upos[first - 3] !== U.ADJ) continue;
    const country = countryOf(doc.text.slice(doc.start[first - 3], doc.end[first - 3]));
    const own = country === null ? [] : all.filter((m) => m.entry.country === country);
    if (own.length > 0) return own;
  }
  return all;
}

/** The place that the words behind spot `k` put it in: the next spot after a comma, a bracket, or "in" within a few words. */
function holderOf({ doc }: View, spots: readonly Spot[], k: number, into: Set<string>): void {
  const spot = spots[k];
  const next = spots[k + 1];
  if (!next || doc.sentence[next.first] !== doc.sentence[spot.first] || next.first - spot.end > REACH || next.key === spot.key) return;
  const gap = next.first - spot.end;
  const mark = doc.norm[spot.end];
  if (gap === 1 && (mark === COMMA || vocabulary.of(mark) === "(")) into.add(next.key);
  else for (let i = spot.end; i < next.first; i++) if (IN.has(doc.norm[i])) into.add(next.key);
}

function kindsBeside({ doc }: View, spot: Spot, into: Set<Precision>): void {
  const add = (i: number) => {
    if (i < 0 || i >= doc.length || doc.sentence[i] !== doc.sentence[spot.first]) return;
    const kind = kindOf(senseOf(doc.norm[i]));
    if (kind) into.add(kind);
  };
  if (spot.end > spot.nameEnd) add(spot.nameEnd);
  else add(spot.end);
  if (spot.first > 1 && vocabulary.of(doc.norm[spot.first - 1]) === "of") add(spot.first - 2);
  else add(spot.first - 1);
}

export function settingOf(view: View, spots: readonly Spot[], report: Report): Setting {
  const counts = new Map<string, number>();
  const add = (country: string | null, weight: number) => {
    if (country) counts.set(country, (counts.get(country) ?? 0) + weight);
  };
  for (const spot of spots) {
    const country = spot.matches.find((m) => m.entry.kind === "country" && !m.alternate);
    if (country && spot.matches.length <= 2) add(country.entry.country, 1);
    else if (country) add(country.entry.country, 0.5);
  }
  origins(view, (country) => add(country, 0.5));
  bodies(view, (country) => add(country, 0.5));
  const total = [...counts.values()].reduce((a, b) => a + b, 0) || 1;
  const countries = new Map([...counts].map(([country, n]) => [country, n / total]));
  const host = hostOf(report.outlet) ?? hostOf(report.url);
  return { countries, outletCountry: countryOfHost(host), outletPlaces: placesOfHost(host), home: homeOfHost(host) ?? stationHome(view) };
}

/** Countries that adjectives and nouns of origin name: "Kazakh", "Turks". */
function origins({ doc, around }: View, add: (country: string | null) => void): void {
  for (let i = 0; i < doc.length; i++) {
    const shape = around.shape[i];
    if (shape === SHAPE.lower && around.mode[doc.sentence[i]] !== CASE.none) continue;
    if (shape === SHAPE.mark || shape === SHAPE.digits) continue;
    const country = originOf(doc.norm[i]);
    if (country) add(country);
  }
}

const originByNorm: (string | null | undefined)[] = [];

/** The country of a word of origin that is no place's name; asked once a word. */
function originOf(norm: number): string | null {
  let country = originByNorm[norm];
  if (country === undefined) {
    const word = vocabulary.of(norm);
    country = word.length > 3 && lookupKey(word).length === 0 ? countryOf(word) : null;
    originByNorm[norm] = country;
  }
  return country;
}

let known: { readonly phrases: Phrases; readonly countries: readonly string[] } | null = null;

/** Names of armed groups and public bodies of one country. */
function knownBodies(): { readonly phrases: Phrases; readonly countries: readonly string[] } {
  if (known) return known;
  const phrases = new Phrases();
  const countries: string[] = [];
  for (const table of ["armed-groups", "agencies"]) {
    for (const row of loadTable(table).rows) {
      if (!row.country) continue;
      countries.push(row.country);
      for (const name of [row.name, ...values(row.aliases)]) phrases.add(name, countries.length);
    }
  }
  for (const row of loadTable("country-cues").rows) {
    countries.push(row.country);
    phrases.add(row.id, countries.length);
  }
  known = { phrases, countries };
  return known;
}

/** Shorter names of bodies are initials, and small letters make words of them: "UP", "DAS". */
const SHORTEST_SMALL = 5;

/** Countries of the armed groups, agencies and things of one country that the report names. Each body counts twice at most. */
function bodies({ doc, around }: View, add: (country: string) => void): void {
  const { phrases, countries } = knownBodies();
  const seen = new Map<number, number>();
  for (let i = 0; i < doc.length; i++) {
    const found = phrases.longestAt(doc, i, Math.min(doc.length, i + 6));
    if (found === null || (found.length === 1 && around.shape[i] === SHAPE.lower && doc.end[i] - doc.start[i] < SHORTEST_SMALL)) continue;
    const n = (seen.get(found.value) ?? 0) + 1;
    seen.set(found.value, n);
    if (n <= 2) add(countries[found.value - 1]);
    i += found.length - 1;
  }
}

/** The home of the first station that the text names: "WDTN", "KMOV.com". */
function stationHome({ doc, around }: View): Point | null {
  for (let i = 0; i < doc.length; i++) {
    const shape = around.shape[i];
    if (shape === SHAPE.lower || shape === SHAPE.mark || shape === SHAPE.digits) continue;
    const length = doc.end[i] - doc.start[i];
    if (length < 4 || (shape !== SHAPE.capitals && length < 8)) continue;
    const home = homeOfStation(vocabulary.of(doc.norm[i]));
    if (home) return home;
  }
  return null;
}
