import { readFileSync } from "node:fs";
import { alpha3Of, type Entry, lookupKey, nameKey } from "../../gazetteer/index.js";
import { loadTable, values } from "../../lexicon/table.js";

/** A point on the map. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The web address of an outlet or page, without "www."; of an archived page that of the page itself. Null where there is none. */
export function hostOf(address: string | null): string | null {
  if (!address) return null;
  const lower = address.toLowerCase();
  const inner = Math.max(lower.lastIndexOf("http://"), lower.lastIndexOf("https://"), 0);
  const host = lower
    .slice(inner)
    .replace(/^https?:\/\//, "")
    .split(/[/:]/, 1)[0]
    .replace(/^www\./, "");
  return /^[a-z0-9.-]{1,80}\.[a-z]{2,10}$/.test(host) ? host : null;
}

/** Country codes that outlets of all countries use as names. */
const SOLD = new Set(["co", "tv", "me", "io", "fm", "ly", "cc", "to"]);

/** The country of a web address by its ending, or null. */
export function countryOfHost(host: string | null): string | null {
  if (!host) return null;
  const code = host.slice(host.lastIndexOf(".") + 1);
  return code.length !== 2 || SOLD.has(code) ? null : alpha3Of(code === "uk" ? "gb" : code);
}

const SMALLEST = 30_000;
const placesByHost = new Map<string, readonly Entry[]>();

/** Towns and divisions whose name a web address begins with: "dallasnews.com". */
export function placesOfHost(host: string | null): readonly Entry[] {
  if (!host) return [];
  const known = placesByHost.get(host);
  if (known) return known;
  const label = host.split(".", 1)[0];
  let found: readonly Entry[] = [];
  for (let n = label.length; n >= 5 && found.length === 0; n--) {
    found = lookupKey(label.slice(0, n))
      .map((m) => m.entry)
      .filter((e) => e.kind === "region" || e.population >= SMALLEST);
  }
  if (placesByHost.size > 1000) placesByHost.clear();
  placesByHost.set(host, found);
  return found;
}

interface Homes {
  readonly byHost: ReadonlyMap<string, Point>;
  /** By the station's letters: "kmov" of "kmov.com". */
  readonly byStation: ReadonlyMap<string, Point>;
}

let homes: Homes | null = null;

function readHomes(): Homes {
  const byHost = new Map<string, Point>();
  const byStation = new Map<string, Point>();
  for (const row of loadTable("outlet-homes").rows) {
    const town = townOf(row.city, row.within);
    if (town) for (const host of values(row.hosts)) byHost.set(host, town);
  }
  for (const line of readFileSync(new URL("../../../models/places-outlets.tsv", import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [host, lat, lon] = line.split("\t");
    byHost.set(host, { lat: Number(lat), lon: Number(lon) });
  }
  for (const [host, point] of byHost) {
    const station = /^([kw][a-z]{3})(?:tv|\d*)\.com$/.exec(host);
    if (station) byStation.set(station[1], point);
  }
  return { byHost, byStation };
}

/** The largest town of a name in a division, by the division's code. */
function townOf(city: string, within: string): Point | null {
  const all = lookupKey(nameKey(city)).filter((m) => m.entry.division?.code === within && m.entry.kind !== "region");
  return all.length === 0 ? null : all.reduce((a, b) => (b.entry.population > a.entry.population ? b : a)).entry;
}

/** Where the outlet of a web address is at home, as learned from what it reports on, else as the table says; null where unknown. */
export function homeOfHost(host: string | null): Point | null {
  homes ??= readHomes();
  for (let at = host; at?.includes("."); at = at.slice(at.indexOf(".") + 1)) {
    const home = homes.byHost.get(at);
    if (home) return home;
  }
  return null;
}

/** Where the station of these letters is at home ("KMOV", "kmov.com"), or null. */
export function homeOfStation(word: string): Point | null {
  homes ??= readHomes();
  return homes.byStation.get(word) ?? homes.byHost.get(word) ?? null;
}
