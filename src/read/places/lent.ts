import type { Entry } from "../../gazetteer/index.js";
import { distance } from "./distance.js";
import type { Group } from "./evidence.js";
import { type Beliefs, best } from "./resolve.js";
import type { View } from "./spots.js";
import { kindOf, S, senseOf } from "./words.js";

/** Where a place is that the gazetteer lacks: no nearer than what holds it. */
export interface Lent {
  readonly holder: Entry;
  readonly because: string;
}

/** How sure the holder must be. */
const SURE = 0.5;
/** Kilometres from the middle of what holds a place beyond which a namesake is another place. */
const REACH: Readonly<Partial<Record<Entry["kind"], number>>> = { district: 90, town: 60, site: 40 };
/** Holders of holders that are followed: "X village under Y police station in Z district". */
const STEPS = 3;
/** A small town this far, in kilometres, from the district that the text puts it in is a namesake, though it is better known. */
const NAMESAKE = 300;
const KNOWN = 20_000;

/**
 * For names that nothing fitting is filed under: the town or district that the text puts them in, else, for sites, the one town that
 * the report is set in. Null where the name has a place of its own, or nothing says where it is.
 */
export function lentOf(view: View, groups: readonly Group[], believed: Beliefs): readonly (Lent | null)[] {
  const byKey = new Map(groups.flatMap((g, k) => g.spots.map((spot) => [spot.key, k] as const)));
  const entryOf = (k: number): Entry | null => {
    const at = best(believed[k]);
    return at >= 0 && believed[k][at] >= SURE ? groups[k].candidates[at].entry : null;
  };
  const scene = sceneTown(groups, entryOf);
  const nextOf = (k: number): number | undefined => groups[k].within.map((key) => byKey.get(key)).find((g) => g !== undefined && g !== k);
  // "Bande police station in Kanker District": a Bande of another land holds nothing here
  const trusted = (k: number): Entry | null => {
    const entry = entryOf(k);
    const next = nextOf(k);
    const outer = next === undefined ? null : entryOf(next);
    return entry !== null && outer !== null && isNamesake(entry, outer) ? null : entry;
  };
  return groups.map((group, k) => {
    const holder = holderOf(k, nextOf, trusted);
    if (holder !== null) {
      const own = groups[k].candidates[best(believed[k])]?.entry ?? null;
      if (isWide(view, group) || (own !== null && !isNamesake(own, holder))) return null;
      return { holder, because: `no place of this name is known there; the text puts it in ${holder.name}` };
    }
    if (group.candidates.length > 0 || scene === null || !isSite(view, group)) return null;
    return { holder: scene, because: `no place of this name is known; the report is set in ${scene.name}` };
  });
}

/** Whether a place lies too far from a town or district to be the one of its name there. */
function isNamesake(own: Entry, holder: Entry): boolean {
  const reach = REACH[holder.kind];
  if (own.minor) return reach === undefined || distance(own, holder) > reach;
  return own.kind === "town" && holder.kind === "district" && own.population < KNOWN && distance(own, holder) > NAMESAKE;
}

/** The nearest town or district that the words behind the name put it in, however many names stand between. */
function holderOf(k: number, nextOf: (k: number) => number | undefined, entryOf: (k: number) => Entry | null): Entry | null {
  let at = k;
  for (let step = 0; step < STEPS; step++) {
    const next = nextOf(at);
    if (next === undefined) return null;
    const entry = entryOf(next);
    if (entry !== null) return REACH[entry.kind] === undefined ? null : entry;
    at = next;
  }
  return null;
}

/** The one town that a report is set in: most of its mentions of towns are of it or of places beside it. */
function sceneTown(groups: readonly Group[], entryOf: (k: number) => Entry | null): Entry | null {
  const towns = groups.flatMap((g, k) => {
    const entry = entryOf(k);
    return entry !== null && REACH[entry.kind] !== undefined ? [{ entry, mentions: g.spots.length }] : [];
  });
  let total = 0;
  for (const t of towns) total += t.mentions;
  let chosen: { readonly entry: Entry; readonly mentions: number } | null = null;
  for (const t of towns) if (chosen === null || t.mentions > chosen.mentions) chosen = t;
  if (chosen === null) return null;
  const { entry } = chosen;
  const near = towns.reduce((sum, t) => sum + (distance(t.entry, entry) <= MOST_APART ? t.mentions : 0), 0);
  return near >= MOSTLY * total ? entry : null;
}

const MOST_APART = 60;
const MOSTLY = 0.6;

/** Whether a name is a building's, a ground's or a street's, by its last word. */
function isSite({ doc }: View, { spots }: Group): boolean {
  return kindOf(senseOf(doc.norm[spots[0].end - 1])) === "site";
}

/** A river, a lake, a mountain: it lies in many towns, or beside them. */
function isWide({ doc }: View, { spots }: Group): boolean {
  const last = senseOf(doc.norm[spots[0].end - 1]);
  const first = senseOf(doc.norm[spots[0].first]);
  return last === S.area || first === S.area || last === S.region;
}
