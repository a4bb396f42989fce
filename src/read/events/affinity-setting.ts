import type { Place, Time } from "../../model/reading.js";
import type { Status } from "../../model/vocabulary.js";
import type { Cluster } from "./cluster.js";
import type { Mention } from "./mention.js";
import { bestTime } from "./when.js";
import { bestPlace } from "./where.js";

/** How far acts have come, as far as two mentions of one event may differ in it. */
export const GROUPS: Readonly<Record<Status, string>> = {
  occurred: "real",
  ongoing: "real",
  planned: "open",
  threatened: "open",
  possible: "open",
  attempted: "failed",
  foiled: "failed",
  "not-occurred": "not",
};

const STATUS_FITS = new Map(
  Object.values(GROUPS).map((a) => [a, new Map(Object.values(GROUPS).map((b) => [b, a === b ? "same" : `${a}/${b}`]))]),
);

export function statusFit(m: Mention, first: Mention): string {
  return STATUS_FITS.get(GROUPS[m.status])?.get(GROUPS[first.status]) ?? "same";
}

/** The places and times that stand close to a mention, and the best of each. */
interface Close {
  readonly places: Mention["places"];
  readonly times: Mention["times"];
  readonly place: Place | null;
  readonly time: Time | null;
}

const close = new WeakMap<Mention, Close>();

/** Found once a mention, which is asked for against every event told before. */
function closeOf(m: Mention): Close {
  const known = close.get(m);
  if (known) return known;
  const places = m.places.filter((p) => p.tier <= 1);
  const times = m.times.filter((t) => t.tier <= 1);
  const made = { places, times, place: bestPlace(places), time: bestTime(times)?.time ?? null };
  close.set(m, made);
  return made;
}

/** The best time that stands close to a mention, or null. */
export function closeTime(m: Mention): Time | null {
  return closeOf(m).time;
}

/** Whether a mention names the place that the cluster does: none, new, same, within, elsewhere, abroad. */
export function placeFit(m: Mention, c: Cluster): string {
  const mine = closeOf(m).place;
  if (!mine) return "none";
  const theirs = c.mentions.length === 1 ? closeOf(c.mentions[0]).place : bestPlace(c.mentions.flatMap((o) => closeOf(o).places));
  if (!theirs) return "new";
  if (mine.name === theirs.name || (mine.geonames && mine.geonames === theirs.geonames)) return "same";
  if (mine.country && theirs.country && mine.country !== theirs.country) return "abroad";
  // a flood may be in both
  const isParted = (m.type?.startsWith("violence.") ?? false) && areTwoRegions(mine, theirs);
  return (isWide(mine) || isWide(theirs)) && !isParted ? "within" : "elsewhere";
}

/** "In the Sumy region a drone hit a farm", behind shells on a village of the Kherson region: two divisions of one country. */
export function areTwoRegions(a: Place, b: Place): boolean {
  if (a.precision === "country" || b.precision === "country" || a.precision === "area" || b.precision === "area") return false;
  return a.country !== null && a.country === b.country && a.admin1 !== null && b.admin1 !== null && a.admin1 !== b.admin1;
}

function isWide(p: Place): boolean {
  return p.precision === "country" || p.precision === "region" || p.precision === "area";
}

/** Whether a mention gives the days that the cluster does: none, new, same, vague, other. */
export function timeFit(m: Mention, c: Cluster): string {
  const mine = closeOf(m).time;
  if (!mine) return "none";
  const theirs = c.mentions.length === 1 ? closeOf(c.mentions[0]).time : bestTime(c.mentions.flatMap((o) => closeOf(o).times))?.time;
  if (!theirs) return "new";
  return overlapping(mine, theirs);
}

function overlapping(a: Time, b: Time): string {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return "vague";
  return a.earliest <= b.latest && b.earliest <= a.latest ? "same" : "other";
}
