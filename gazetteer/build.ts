/**
 * Compiles `places.bin` from the packages beside this file and GeoNames' tables of divisions and countries.
 *
 *     npx tsx gazetteer/build.ts FOLDER_OF_GEONAMES_TABLES
 */
import { writeFileSync } from "node:fs";
import type { Division } from "../src/gazetteer/entry.js";
import type { RawPlace } from "./place.js";
import { airports } from "./sources/airports.js";
import { counties } from "./sources/counties.js";
import { alpha3, cities, divisions } from "./sources/geonames.js";
import { postal } from "./sources/postal.js";
import { provinces } from "./sources/provinces.js";
import { packed } from "./write.js";

const geonames = process.argv[2];
const towns = cities();
const firstOrder = divisions(geonames);
const states = provinces(firstOrder, towns);
const places: RawPlace[] = [...towns, ...states, ...counties(), ...postal(towns), ...airports()];
const ordered = [...places.filter((p) => p.geonames > 0), ...places.filter((p) => p.geonames === 0)];

const countries = alpha3(geonames);
const named = new Map<string, string>(firstOrder.map((d) => [d.code, d.name]));
for (const p of ordered) if (!named.has(p.division)) named.set(p.division, "");
const table: Division[] = [...named].map(([code, name]) => ({ code, name, country: countries.get(code.slice(0, 2)) ?? "" }));

const file = packed(ordered, table);
writeFileSync(new URL("places.bin", import.meta.url), file);
console.error(`${ordered.length} places, ${table.length} divisions, ${(file.length / 1e6).toFixed(1)} MB`);
