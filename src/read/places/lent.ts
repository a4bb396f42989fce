import { countryOf, type Entry } from "../../gazetteer/index.js";
import { Ids } from "../../language/ids.js";
import { vocabulary } from "../../language/vocabulary.js";
import { distance } from "./distance.js";
import type { Group } from "./evidence.js";
import { isStranger } from "./place.js";
import { type Beliefs, best } from "./resolve.js";
import type { Spot, View } from "./spots.js";
import { kindOf, S, senseOf } from "./words.js";

/** Where a place is that the gazetteer lacks: no nearer than what holds it. */
export interface Lent {
  readonly holder: Entry;
  readonly because: string;
  /** Whether it is a river, a lake, a mountain: near what holds it rather than in it. */
  readonly wide: boolean;
}

/** How sure the holder must be. */
const SURE = 0.5;
/** Kilometres from the middle of what holds a place beyond which a namesake is another place. */
const REACH: Readonly<Partial<Record<Entry["kind"], number>>> = { district: 90, town: 60, site: 40 };
/** Holders of holders that are followed: "X village under Y police station in Z district". */
const STEPS = 3;

/**
 * For names that nothing fitting is filed under: the town or district that the text puts them in, else the one town that the report is
 * set in. Null where the name has a place of its own, or nothing says where it is.
 */
export function lentOf(
  view: View,
  groups: readonly Group[],
  believed: Beliefs,
  isDateline: (spot: Spot) => boolean,
): readonly (Lent | null)[] {
  const byKey = new Map(groups.flatMap((g, k) => g.spots.map((spot) => [spot.key, k] as const)));
  const entryOf = (k: number): Entry | null => {
    const at = best(believed[k]);
    if (at < 0 || believed[k][at] < SURE) return null;
    const { entry } = groups[k].candidates[at];
    return isStranger(entry, groups[k], groups, believed) ? null : entry;
  };
  const scene = sceneTown(groups, (k) => (isQuarter(view, groups[k]) ? null : entryOf(k)), isDateline);
  const holders = new Holders(view, groups, byKey, believed, entryOf);
  return groups.map((group, k) => {
    const holder = holders.holderOf(k);
    const town = holder ?? scene;
    if (town !== null && isNamesakeOfQuarter(view, group, believed[k], town)) {
      const why = holder === null ? `the report is set in ${town.name}` : `the text puts it in ${town.name}`;
      return { holder: town, because: `no place of this name is known there; ${why}`, wide: false };
    }
    if (holder !== null) {
      if (isWide(view, group) || !holders.isElsewhere(k, holder)) return null;
      return { holder, because: `no place of this name is known there; the text puts it in ${holder.name}`, wide: false };
    }
    if (group.candidates.length > 0 || scene === null || !isLocal(view, group)) return null;
    return { holder: scene, because: `no place of this name is known; the report is set in ${scene.name}`, wide: isWide(view, group) };
  });
}

/** What the text puts each name in. A holder that is itself only a namesake of what is meant gives way to its own holder. */
class Holders {
  private readonly known = new Map<number, Entry | null>();

  constructor(
    private readonly view: View,
    private readonly groups: readonly Group[],
    private readonly byKey: ReadonlyMap<string, number>,
    private readonly believed: Beliefs,
    private readonly entryOf: (k: number) => Entry | null,
  ) {}

  /** The nearest town or district that the words behind the name put it in, however many names stand between. */
  holderOf(k: number, steps = STEPS): Entry | null {
    const known = this.known.get(k);
    if (known !== undefined) return known;
    const next = this.groups[k].within.map((key) => this.byKey.get(key)).find((g) => g !== undefined && g !== k);
    if (next === undefined || steps === 0) return null;
    const above = this.holderOf(next, steps - 1);
    const entry = this.entryOf(next);
    const own = entry === null || (above !== null && this.isElsewhere(next, above)) ? above : entry;
    const found = own === null || REACH[own.kind] === undefined ? null : own;
    this.known.set(k, found);
    return found;
  }

  /** "Delho village under Madhuban Police Station": what stands right behind the name holds a few villages and no more. */
  private isUnderStation(k: number): boolean {
    const { doc } = this.view;
    const holder = this.groups[k].within.map((key) => this.byKey.get(key)).find((g) => g !== undefined && g !== k);
    if (holder === undefined) return false;
    return this.groups[holder].spots.some(({ first, end }) => {
      const before = first > 1 && doc.norm[first - 1] === THE ? first - 2 : first - 1;
      if (before < 0 || doc.norm[before] !== UNDER) return false;
      return [doc.norm[end - 1], doc.norm[end]].some((norm) => senseOf(norm) === S.organisation || senseOf(norm) === S.site);
    });
  }

  /** "Mali Police Station": a name that is a station's. */
  private isStation(k: number): boolean {
    const { norm } = this.view.doc;
    return this.groups[k].spots.some(({ end }) => senseOf(norm[end]) === S.organisation && senseOf(norm[end + 1]) === S.site);
  }

  /** Whether no place of this name is what the text puts in `holder`: none is known, or only one too far from it. */
  isElsewhere(k: number, holder: Entry): boolean {
    const group = this.groups[k];
    const own = group.candidates[best(this.believed[k])]?.entry;
    if (own === undefined) return true;
    const km = distance(own, holder);
    if (own.kind === "town" && this.isUnderStation(k)) return km > BEAT;
    const reach = REACH[holder.kind] ?? 0;
    if (own.minor) return km > reach;
    // "Mali police station of Mirdih District": no country is in a district
    if (own.kind === "country" || own.kind === "region") return holder.kind === "district" && this.isStation(k);
    // "Rampur in Mirdih District": not the city of that name at the other end of the land
    if (holder.kind === "district" && own.country !== null && (own.kind === "district" || own.population < CITY) && km > FARTHER * reach)
      return true;
    // "Aron village of Mirdih District": not the town of Aron in another land
    if (own.kind === "town" && isVillage(this.view, group)) return km > FAR * reach;
    return (
      own.kind === "town" && own.population < SMALL && own.country === holder.country && holder.kind === "district" && km > FAR * reach
    );
  }
}

/** Kilometres from a police station within which what lies under it is. */
const BEAT = 30;
const SMALL = 50_000;
/** How many times the reach a place better known than a village has to lie away. */
const FAR = 2;
/** How many times the reach of a district a town that is no great city has to lie away for the text to mean another, wherever it is. */
const FARTHER = 4;
const CITY = 500_000;

const UNDER = vocabulary.id("under");
const THE = vocabulary.id("the");
const VILLAGES = new Ids(["village", "villages", "hamlet"].map((w) => vocabulary.id(w)));

/** "Aron village", "the village of Aron". */
function isVillage({ doc }: View, { spots }: Group): boolean {
  return spots.some((s) => VILLAGES.has(doc.norm[s.end]) || VILLAGES.has(doc.norm[s.end - 1]) || VILLAGES.has(doc.norm[s.first - 2]));
}

const QUARTERS = new Ids(["neighbourhood", "neighborhood", "quarter", "barrio", "colonia"].map((w) => vocabulary.id(w)));

/** "the San Juan neighbourhood", "the neighbourhood of San Juan". */
function isQuarter({ doc }: View, { spots }: Group): boolean {
  return spots.some(
    ({ first, end }) => QUARTERS.has(doc.norm[end]) || QUARTERS.has(doc.norm[end - 1]) || QUARTERS.has(doc.norm[first - 2]),
  );
}

/** A quarter of the town that a report is set in is no far-off town of its name. */
function isNamesakeOfQuarter(view: View, group: Group, belief: Float64Array, town: Entry): boolean {
  const own = group.candidates[best(belief)]?.entry;
  if (own === undefined || own.kind === "country" || own.kind === "region" || distance(own, town) <= MOST_APART) return false;
  return isQuarter(view, group);
}

/** The one town that a report is set in: most of its mentions of towns are of it or of places beside it. */
function sceneTown(groups: readonly Group[], entryOf: (k: number) => Entry | null, isDateline: (spot: Spot) => boolean): Entry | null {
  const towns = groups.flatMap((g, k) => {
    const entry = entryOf(k);
    // where the reporter sits is not where the report is set
    const mentions = g.spots.filter((spot) => !isDateline(spot)).length;
    return entry !== null && mentions > 0 && REACH[entry.kind] !== undefined ? [{ entry, mentions }] : [];
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

/** Whether a name is a building's, a ground's or a street's, by its word; or a place's of which nothing more is known, a river's or a lake's too. */
function isLocal(view: View, group: Group): boolean {
  const { doc } = view;
  const { first, end, name } = group.spots[0];
  if (kindOf(senseOf(doc.norm[end - 1])) === "site" || senseOf(doc.norm[first]) === S.street) return true;
  return name?.type === "place" && countryOf(doc.text.slice(doc.start[first], doc.end[end - 1])) === null;
}

/** A river, a lake, a mountain: it lies in many towns, or beside them. */
function isWide({ doc }: View, { spots }: Group): boolean {
  const last = senseOf(doc.norm[spots[0].end - 1]);
  const first = senseOf(doc.norm[spots[0].first]);
  return last === S.area || first === S.area || last === S.region;
}
