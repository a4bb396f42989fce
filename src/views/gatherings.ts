import type { Effect } from "../model/vocabulary.js";
import type { Group, Groups, Member } from "./groups.js";
import type { EventLink } from "./types.js";

/** Whose tolls an account tells beside those of its own members, and which of its own it leaves to another. */
export interface Lent {
  readonly from: readonly Member[];
  readonly without: ReadonlySet<Effect>;
  /** Who had to leave, as the reports that are chiefly about the event tell it. */
  readonly moved: readonly Member[];
}

export const OWN: Lent = { from: [], without: new Set(), moved: [] };

/** What befalls people at a protest by a deed that has an account of its own. */
export const HARMS: ReadonlySet<Effect> = new Set<Effect>(["killed", "injured", "missing"]);
const DEED = /^violence\.(killing|attack|clash|bombing|shelling|assault)$/;

/** What befalls people whom a disaster or an attack drove out. */
export const MOVES: ReadonlySet<Effect> = new Set<Effect>(["displaced", "evacuated"]);

/**
 * "The storm has driven 30,000 from their homes": who had to leave is told with what drove them out, where a report is chiefly about that
 * and sets their flight nowhere else. Not a flight that some report is chiefly about.
 */
function movedBy(groups: Groups, { members }: Group): readonly Member[] {
  const chief = members.filter((m) => m.reading.lead === m.event.id && DRIVES.test(m.event.type));
  return chief.flatMap(({ report, reading, event }) =>
    reading.events.flatMap((e) => {
      if (!e.type.startsWith("movement.") || e.background || e.part === "teaser" || e.links.length > 0) return [];
      if (e.country !== null && event.country !== null && e.country !== event.country) return [];
      const own = groups.of(report, e.id);
      if (!own || own.members.some((m) => m.reading.lead === m.event.id)) return [];
      return own.members.filter((m) => m.report === report && m.event === e);
    }),
  );
}

const DRIVES = /^(hazard|violence)\./;

/**
 * "The ministry says that two died in the protests, a hospital that seven were shot dead": the dead of a protest are told with the deed
 * that is a part of it, where one is: one history and not two. Of several deeds, the one that most reports tell.
 */
export function lentTo(groups: Groups, links: ReadonlyMap<string, readonly EventLink[]>, group: Group): Lent {
  const by = new Map(groups.all.map((g) => [g.id, g]));
  const partsOf = (g: Group): readonly Group[] => linked(links, g, "in").flatMap((id) => by.get(id) ?? []);
  if (isGathering(group)) return deedOf(partsOf(group)) === null ? OWN : { ...OWN, without: HARMS };
  const moved = movedBy(groups, group);
  const gatherings = linked(links, group, "out").flatMap((id) => by.get(id) ?? []);
  const from = gatherings.filter((g) => isGathering(g) && deedOf(partsOf(g)) === group);
  return from.length + moved.length > 0 ? { ...OWN, from: from.flatMap((g) => g.members), moved } : OWN;
}

function linked(links: ReadonlyMap<string, readonly EventLink[]>, { id }: Group, direction: EventLink["direction"]): readonly string[] {
  return (links.get(id) ?? []).filter((l) => l.relation === "part-of" && l.direction === direction).map((l) => l.to);
}

const isGathering = ({ members }: Group): boolean => members[0].event.type.startsWith("unrest.");

function deedOf(parts: readonly Group[]): Group | null {
  const deeds = parts.filter((g) => g.members.some((m) => DEED.test(m.event.type)));
  return deeds.reduce<Group | null>(
    (best, g) =>
      best === null || g.members.length > best.members.length || (g.members.length === best.members.length && g.id < best.id) ? g : best,
    null,
  );
}
