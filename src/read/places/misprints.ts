import { type Entry, type NearMatch, nearMisses } from "../../gazetteer/index.js";
import { distance } from "./distance.js";
import type { Group, Setting } from "./evidence.js";
import { type Beliefs, best } from "./resolve.js";

/** Names looked up by their misprints in one report, at most. */
const MOST = 12;
const SHORTEST = 5;
/** Kilometres from a place of the report within which a misprinted town, a misprinted village fits. */
const FITS = 150;
const FITS_MINOR = 80;
/** Where no town is known, the country must be clear and the place no village. */
const CLEAR = 0.6;
const KNOWN_BY_NAME = 5_000;
/** Places nearer than this to one another are one place. */
const SAME = 30;

/**
 * Gives names that nothing is filed under the one place whose name is a misprint away and that fits the report's own geography. A
 * name with two such places, or none, stays as it is.
 */
export function spelledOtherwise(
  groups: readonly Group[],
  believed: Beliefs,
  setting: Setting,
): { readonly groups: readonly Group[]; readonly believed: Beliefs } {
  const anchors = groups.flatMap((g, k) => {
    const at = best(believed[k]);
    return at >= 0 && believed[k][at] > 0.5 ? [g.candidates[at].entry] : [];
  });
  let left = MOST;
  const outGroups = [...groups];
  const outBelieved = [...believed];
  groups.forEach((group, k) => {
    if (group.candidates.length > 0 || group.key.length < SHORTEST || group.key.includes(" ") || left-- <= 0) return;
    const [holder, region] = [NEAR, WIDE].map((kinds) => holderOf(group, groups, believed, kinds));
    const found = onlyFit(group.key, anchors, holder, region, setting);
    if (found === null) return;
    outGroups[k] = { ...group, candidates: [{ entry: found, alternate: true }], misprint: true };
    outBelieved[k] = Float64Array.of(1);
  });
  return { groups: outGroups, believed: outBelieved };
}

/** Tries the report's towns first, then its divisions and its country. */
function onlyFit(key: string, anchors: readonly Entry[], holder: Entry | null, region: Entry | null, setting: Setting): Entry | null {
  const near = nearMisses(key).filter((m) => region === null || m.entry.division?.code === region.division?.code);
  if (near.length === 0) return null;
  if (holder !== null) return onlyOne(near.filter((m) => distance(holder, m.entry) < (m.entry.minor ? FITS_MINOR : FITS)));
  const points = anchors.filter((a) => a.kind === "town" || a.kind === "district" || a.kind === "site");
  const close = near.filter((m) => points.some((p) => distance(p, m.entry) < (m.entry.minor ? FITS_MINOR : FITS)));
  return onlyOne(close.length > 0 ? close : near.filter((m) => isKnownThere(m.entry, anchors, setting)));
}

const NEAR: ReadonlySet<Entry["kind"]> = new Set(["town", "district"]);
/** "Kyaukme, a town in Shan State": no misprint of a town of another division. */
const WIDE: ReadonlySet<Entry["kind"]> = new Set(["region"]);

/** The town or district, or the division, that the text puts a name in. */
function holderOf(group: Group, groups: readonly Group[], believed: Beliefs, kinds: ReadonlySet<Entry["kind"]>): Entry | null {
  for (const key of group.within) {
    const k = groups.findIndex((g) => g !== group && g.spots[0].key === key);
    const at = k < 0 ? -1 : best(believed[k]);
    const entry = at >= 0 && believed[k][at] > SURE ? groups[k].candidates[at].entry : null;
    if (entry && kinds.has(entry.kind)) return entry;
  }
  return null;
}

const SURE = 0.5;

function onlyOne(fitting: readonly NearMatch[]): Entry | null {
  const edits = Math.min(...fitting.map((m) => m.edits));
  const nearest = fitting.filter((m) => m.edits === edits).map((m) => m.entry);
  if (nearest.length === 0 || nearest.some((e) => distance(e, nearest[0]) > SAME)) return null;
  return nearest.reduce((a, b) => (b.population > a.population ? b : a));
}

/** A town or division that people know by name, in a division or the one country that the report is about. */
function isKnownThere(entry: Entry, anchors: readonly Entry[], { countries }: Setting): boolean {
  if (entry.minor || entry.population < KNOWN_BY_NAME || entry.country === null) return false;
  const regions = anchors.filter((a) => a.kind === "region" && a.country === entry.country);
  if (regions.length > 0) return regions.some((r) => r.division?.code === entry.division?.code);
  return (countries.get(entry.country) ?? 0) >= CLEAR;
}
