import { countryEntry, type Entry } from "../../gazetteer/index.js";
import { spanOf } from "../../language/document.js";
import type { Place } from "../../model/reading.js";
import type { Precision } from "../../model/vocabulary.js";
import { distance } from "./distance.js";
import type { Group } from "./evidence.js";
import { holds } from "./holding.js";
import type { Lent } from "./lent.js";
import { relationOf } from "./relation.js";
import { type Beliefs, best } from "./resolve.js";
import type { Spot, View } from "./spots.js";
import { kindOf, S, senseOf } from "./words.js";

/** Below this the report does not tell which place of the name it means. */
const UNSURE = 0.2;

/** The place of the reading that a spot stands for; null where it turns out to be no place. */
export function placeOf(
  id: string,
  view: View,
  spot: Spot,
  group: Group,
  belief: Float64Array,
  groups: readonly Group[],
  all: Beliefs,
  lent: Lent | null,
): Place | null {
  const { doc } = view;
  const span = spanOf(doc, spot.first, spot.end - 1);
  const relation = relationOf(doc, spot);
  const said = kindOf(senseOf(doc.norm[spot.end - 1]));
  const at = best(belief);
  const text = doc.text.slice(span[0], span[1]);
  if (lent !== null) {
    const { lat, lon, country, division, kind } = lent.holder;
    const where = { lat, lon, country, admin1: division?.name ?? null, precision: lent.wide ? ("area" as const) : kind };
    return { id, span, name: text, geonames: null, ...where, relation, because: lent.because };
  }
  // a street that no gazetteer holds is an address, no place of its own
  if (at < 0 && isStreet(view, spot)) return null;
  if (at < 0 || belief[at] < UNSURE) {
    const because =
      at < 0 ? "no place of this name is known" : `${belief.length} places of this name, and nothing in the report tells which is meant`;
    return {
      id,
      span,
      name: text,
      geonames: null,
      lat: null,
      lon: null,
      country: commonCountry(group) ?? landOf(group, groups, all),
      admin1: null,
      precision: said ?? "town",
      relation,
      because,
    };
  }
  const { entry } = group.candidates[at];
  const lone = isNamesake(view, entry, group, groups, all);
  if (lone || isStranger(entry, group, groups, all)) {
    if (spot.name === null) return null;
    const because = lone
      ? `${entry.name}, which it may be called after, is far from all places that the report names`
      : `the likeliest place of this name lies in ${countryEntry(entry.country ?? "")?.name ?? entry.country}, of which the report does not speak`;
    return {
      id,
      span,
      name: text,
      geonames: null,
      lat: null,
      lon: null,
      country: lone ? null : landOf(group, groups, all),
      admin1: null,
      precision: said ?? "town",
      relation,
      because,
    };
  }
  return {
    id,
    span,
    name: entry.name,
    geonames: entry.geonames,
    lat: entry.lat,
    lon: entry.lon,
    country: entry.country,
    admin1: entry.kind === "country" || entry.kind === "area" ? null : (entry.division?.name ?? null),
    precision: precisionOf(entry, spot.end > spot.nameEnd ? said : null),
    relation,
    because: reasonOf(entry, group, groups, all),
  };
}

function isStreet({ doc }: View, { first, end }: Spot): boolean {
  return end > first + 1 && (senseOf(doc.norm[end - 1]) === S.street || senseOf(doc.norm[first]) === S.street);
}

/** Names of other places that a report must hold before one far from them all is doubted. */
const COMPANY = 3;
const KNOWN_ABROAD = 100_000;

/** A small place in a country of which nothing else in the report speaks: more likely a place that the gazetteer lacks. */
export function isStranger(entry: Entry, group: Group, groups: readonly Group[], all: Beliefs): boolean {
  if (entry.population >= KNOWN_ABROAD || entry.listed || entry.kind === "region" || entry.country === null) return false;
  // "the town of Komanda, in Ituri province": not that of another land
  const lands = holdersOf(group, groups, all).map((o) => o.country);
  if (lands.length > 0) return group.candidates.length === 1 && !lands.includes(entry.country) && !lands.includes(null);
  if (group.within.length > 0) return false;
  const { counts, total } = countsOf(group, groups, all);
  return total >= COMPANY && !counts.has(entry.country) && Math.max(...counts.values()) >= CLEAR * total;
}

/** The divisions and countries that the text puts a name in. */
function holdersOf(group: Group, groups: readonly Group[], all: Beliefs): readonly Entry[] {
  if (group.within.length === 0) return [];
  const found = believedPlaces(groups, all).filter((o) => o.group !== group && group.within.includes(o.key));
  return found.map((o) => o.entry).filter((e) => e.kind === "country" || e.kind === "region");
}

/** Share of the other places that one land has to hold for the report to be about it. */
const CLEAR = 0.6;

/** How many of the other names of a report are held for places of each country. */
function countsOf(
  group: Group,
  groups: readonly Group[],
  all: Beliefs,
): { readonly counts: ReadonlyMap<string | null, number>; readonly total: number } {
  const counts = new Map<string | null, number>();
  let total = 0;
  for (const { group: other, entry } of believedPlaces(groups, all)) {
    if (other === group) continue;
    counts.set(entry.country, (counts.get(entry.country) ?? 0) + 1);
    if (entry.country !== null) total++;
  }
  return { counts, total };
}

/** The land of a place that the gazetteer lacks: where the text puts it, else that of most places of the report; null where that is not clear. */
function landOf(group: Group, groups: readonly Group[], all: Beliefs): string | null {
  const holder = holdersOf(group, groups, all).find((e) => e.country !== null);
  if (holder) return holder.country;
  const { counts, total } = countsOf(group, groups, all);
  for (const [country, n] of counts) if (country !== null && n >= COMPANY && 2 * n > total) return country;
  return null;
}

/** A division that goes by its seat's name has the precision of the division: "Karak District". */
function precisionOf(entry: Entry, said: Precision | null): Precision {
  return entry.kind === "town" && (said === "district" || said === "region") ? said : entry.kind;
}

/** Kilometres from every other place named beyond which a house called after a town is another town's. */
const OUT_OF_THE_WAY = 200;
const METROPOLIS = 1_000_000;

/** "Harbour Castle", "Mills Centre" in a report of other parts: called after a town, or after a person, but not in the town of that name. */
function isNamesake(view: View, entry: Entry, group: Group, groups: readonly Group[], all: Beliefs): boolean {
  if (entry.kind === "country" || entry.kind === "area" || entry.population >= METROPOLIS || group.within.length > 0) return false;
  if (!group.spots.every((spot) => isHouse(view, spot))) return false;
  const others = believedPlaces(groups, all).filter((o) => o.group !== group && o.entry.kind !== "country" && o.entry.kind !== "area");
  return others.length > 0 && others.every((o) => !holds(o.entry, entry) && distance(o.entry, entry) > OUT_OF_THE_WAY);
}

/** Whether words behind the name make it a house's, a ground's or a body's: not "Karak District". */
function isHouse({ doc }: View, { nameEnd, end }: Spot): boolean {
  for (let i = nameEnd; i < end; i++) {
    const sense = senseOf(doc.norm[i]);
    if (sense !== S.district && sense !== S.region && sense !== S.town && sense !== S.zone) return true;
  }
  return false;
}

function commonCountry(group: Group): string | null {
  const countries = new Set(group.candidates.map((c) => c.entry.country));
  return countries.size === 1 ? [...countries][0] : null;
}

/** A name with the place that it is held for. */
interface Believed {
  readonly group: Group;
  readonly key: string;
  readonly entry: Entry;
}

const believed = new WeakMap<Beliefs, readonly Believed[]>();

/** The place that each name is held for, where it is for one; worked out once a report. */
function believedPlaces(groups: readonly Group[], all: Beliefs): readonly Believed[] {
  const known = believed.get(all);
  if (known) return known;
  const made = groups.flatMap((group, k) => {
    const entry = group.candidates[best(all[k])]?.entry ?? null;
    return entry === null ? [] : [{ group, key: group.spots[0].key, entry }];
  });
  believed.set(all, made);
  return made;
}

function reasonOf(entry: Entry, group: Group, groups: readonly Group[], all: Beliefs): string {
  if (group.misprint) return `no place of this name is known; the only one spelled nearly so that fits the report is ${entry.name}`;
  if (group.candidates.length === 1) return "the only place of this name";
  const others = believedPlaces(groups, all).filter((o) => o.group !== group);
  const holder = others.find((o) => group.within.includes(o.key) && holds(o.entry, entry));
  const of = `one of ${group.candidates.length} places of this name`;
  if (holder) return `${of}; the text puts it in ${holder.entry.name}`;
  const near = others
    .filter((o) => o.entry.kind !== "country" && o.entry.kind !== "region" && o.entry.kind !== "area")
    .map((o) => ({ ...o, km: distance(o.entry, entry) }));
  const nearest = near.sort((a, b) => a.km - b.km)[0];
  if (nearest && nearest.km < 150) return `${of}; ${Math.round(nearest.km)} km from ${nearest.entry.name}, also named`;
  const around = others.find((o) => holds(o.entry, entry) && o.entry.kind !== "area");
  if (around) return `${of}; in ${around.entry.name}, also named`;
  const larger = group.candidates.every((c) => c.entry.population <= entry.population || c.entry === entry);
  return larger ? `${of}; the largest` : `${of}; the best known`;
}
