/**
 * Learns where outlets are at home from reports whose event's place, or whose toponyms, are known, for `models/places-outlets.tsv`:
 * outlets of three reports or more, three quarters of them from within 120 km of one point. A report with toponyms is where most of
 * them lie close together.
 *
 *     node --import tsx src/read/train/places-outlets.ts stories.train.jsonl places-lgl.train.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { distance } from "../places/distance.js";
import { hostOf, type Point } from "../places/outlet.js";

interface Line {
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly gold?: { readonly latlon?: readonly [number, number] | null };
  readonly toponyms?: readonly { readonly lat: number | null; readonly lon: number | null; readonly ignore?: boolean }[];
}

const LEAST = 3;
const SHARE = 0.75;
const NEAR = 120;

/** Where a report is set, as far as its gold says. */
function pointOf({ gold, toponyms }: Line): Point | null {
  if (gold?.latlon) return { lat: gold.latlon[0], lon: gold.latlon[1] };
  const all = (toponyms ?? []).flatMap((t) => (t.ignore || t.lat === null || t.lon === null ? [] : [{ lat: t.lat, lon: t.lon }]));
  return all.length === 0 ? null : middleOf(densest(all));
}

/** The points near the one that has most of them near. */
function densest(list: readonly Point[]): readonly Point[] {
  return list.map((p) => list.filter((q) => distance(p, q) < NEAR)).reduce((a, b) => (b.length > a.length ? b : a));
}

function middleOf(list: readonly Point[]): Point {
  const mean = (of: (p: Point) => number): number => list.reduce((sum, p) => sum + of(p), 0) / list.length;
  return { lat: mean((p) => p.lat), lon: mean((p) => p.lon) };
}

const points = new Map<string, Point[]>();
for (const raw of process.argv.slice(2).flatMap((file) => readFileSync(file, "utf8").split("\n"))) {
  if (raw.trim() === "") continue;
  const line = JSON.parse(raw) as Line;
  const host = hostOf(line.outlet ?? null) ?? hostOf(line.url ?? null);
  const point = pointOf(line);
  if (host && point) points.set(host, [...(points.get(host) ?? []), point]);
}
const rows: string[] = [];
for (const [host, list] of [...points].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (list.length < LEAST) continue;
  const home = densest(list);
  if (home.length / list.length < SHARE) continue;
  const { lat, lon } = middleOf(home);
  rows.push(`${host}\t${lat.toFixed(1)}\t${lon.toFixed(1)}`);
}
const head = "# Where outlets are at home: web address, latitude, longitude. Learned by src/read/train/places-outlets.ts.";
writeFileSync(new URL("../../../models/places-outlets.tsv", import.meta.url), `${head}\n${rows.join("\n")}\n`);
console.error(`${rows.length} outlets`);
