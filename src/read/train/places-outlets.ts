/**
 * Learns where outlets are at home from reports whose event's place is known, for `models/places-outlets.tsv`: outlets of three reports
 * or more, three quarters of them from within 120 km of one point.
 *
 *     npx tsx src/read/train/places-outlets.ts stories.train.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Entry } from "../../gazetteer/index.js";
import { hostOf } from "../places/outlet.js";
import { distance } from "../places/resolve.js";

interface Line {
  readonly url?: string | null;
  readonly gold: { readonly latlon?: readonly [number, number] | null };
}

const LEAST = 3;
const SHARE = 0.75;
const NEAR = 120;

const points = new Map<string, Entry[]>();
for (const raw of readFileSync(process.argv[2], "utf8").split("\n")) {
  if (raw.trim() === "") continue;
  const { url, gold } = JSON.parse(raw) as Line;
  const host = hostOf(url ?? null);
  if (!host || !gold.latlon) continue;
  const point = { lat: gold.latlon[0], lon: gold.latlon[1] } as Entry;
  points.set(host, [...(points.get(host) ?? []), point]);
}
const rows: string[] = [];
for (const [host, list] of [...points].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (list.length < LEAST) continue;
  const around = list.map((p) => list.filter((q) => distance(p, q) < NEAR));
  const home = around.reduce((a, b) => (b.length > a.length ? b : a));
  if (home.length / list.length < SHARE) continue;
  const mean = (of: (p: Entry) => number) => (home.reduce((sum, p) => sum + of(p), 0) / home.length).toFixed(1);
  rows.push(`${host}\t${mean((p) => p.lat)}\t${mean((p) => p.lon)}`);
}
const head = "# Where outlets are at home: web address, latitude, longitude. Learned by src/read/train/places-outlets.ts.";
writeFileSync(new URL("../../../models/places-outlets.tsv", import.meta.url), `${head}\n${rows.join("\n")}\n`);
console.error(`${rows.length} outlets`);
