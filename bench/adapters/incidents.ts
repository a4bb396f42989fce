import type { Actor, Event, Reading, RoleFiller, TollStatement } from "../../src/model/reading.js";
import type { EventType } from "../../src/model/vocabulary.js";
import { findAll, toReading } from "../../src/read/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/** Bombs, mines and the like by their nouns: laid ones, not what they are made of. */
const DEVICE = /\b(?:ieds?|land-?mines?|mines?|(?:\w+-)?bombs?|claymores?|explosive devices?|booby traps?)\b/i;
/** "arrested along with two rifles": what somebody had on him. */
const ARMED_WITH =
  /\bwith\b(?:\s+[\w.,'"&-]+){0,6}?\s+(?:arms|weapons?|ammunition|explosives?|detonators?|rifles?|pistols?|guns?|bombs?|cartridges?|revolvers?|grenades?|gelatine?|ieds?|firearms?)\b/i;
/** What coders call by another name than a reading does. */
const CODED: { readonly [T in EventType]?: EventType } = {
  "violence.robbery": "security.seizure",
  "violence.assault": "violence.attack",
  "hazard.explosion": "violence.bombing",
};
/** Acts that are the day's incident where a report opens with them, whatever else it tells. */
const OPENING: ReadonlySet<EventType> = new Set<EventType>(["security.arrest", "security.surrender"]);
/** What such a report tells of the past of those people; a clash may have led to the arrest. */
const PAST: ReadonlySet<EventType> = new Set<EventType>(["violence.attack", "violence.bombing", "violence.killing", "violence.abduction"]);
/** By what a report opens with: what it tells besides is recalled, of those whom insurgents demand back or who had laid down arms. */
const RECALLED: { readonly [T in EventType]?: readonly EventType[] } = {
  "violence.arson": ["security.arrest"],
  "violence.bombing": ["security.arrest"],
  "violence.abduction": ["security.arrest", "security.surrender"],
  "violence.killing": ["security.surrender"],
  "security.arrest": ["security.surrender"],
};
const HURT: ReadonlySet<string> = new Set(["killed", "injured"]);
const OF_FORCES: ReadonlySet<EventType> = new Set<EventType>(["security.seizure", "security.raid", "violence.clash"]);

const side = (id: string, kind: Actor["kind"], name: string): Actor => ({
  ...{ id, name, kind, title: null, age: null, minor: null, sex: null, standing: null, country: null },
  mentions: [],
});
const INSURGENTS = side("insurgents", "armed-group", "Maoists");
const FORCES = side("forces", "organisation", "Security forces");

const isLive = (e: Event): boolean => !e.background && (e.status === "occurred" || e.status === "ongoing");

/**
 * A reading as the coders of SATP have it, who code the one incident of the day, in a land of two sides. Bombs found in the field are a bombing
 * by those who laid them, what is robbed is seized, a beating is an armed assault, arms that the arrested had on them were seized; arrests
 * are by the forces and surrenders by insurgents, and so are finds and violence that the report lays at nobody's door. Not what the
 * report says: what a row of that corpus means.
 */
export function coded(reading: Reading): Reading {
  const opening = reading.events.find(isLive);
  const opens = opening !== undefined && OPENING.has(opening.type);
  const lead = opens ? opening.id : reading.lead;
  const arrested = reading.events.some((e) => isLive(e) && e.type === "security.arrest");
  // an attack in which things are burnt or blown up and nobody is hurt is that
  const burns = reading.events.some((e) => isLive(e) && (e.type === "violence.arson" || e.type === "violence.bombing"));
  const hurts = new Set(reading.statements.flatMap((s) => (s.kind === "toll" && HURT.has(s.effect) ? [s.event] : [])));
  for (const e of reading.events) if (e.type === "violence.assault" || e.roles.some((r) => r.role === "victim")) hurts.add(e.id);
  const events = reading.events.map((e): Event => {
    const laid = !arrested && e.type === "security.seizure" && isOfDevices(e, reading.report.text);
    const type = laid ? "violence.bombing" : (CODED[e.type] ?? e.type);
    const recalled = opening !== undefined && (RECALLED[opening.type] ?? []).includes(type) && e.id !== lead;
    const background = e.background || recalled || (opens && PAST.has(type)) || (burns && type === "violence.attack" && !hurts.has(e.id));
    if (e.id !== lead) return { ...e, type, background };
    return { ...e, type, background, roles: credited(e, laid), where: located(e.where, reading) };
  });
  const again = toldAgain(reading, events);
  const arms = events.filter((e) => isLive(e) && e.type === "security.arrest" && isWithArms(e, reading.report.text)).slice(0, 1);
  return {
    ...reading,
    events: [
      ...events.map((e) => (again.has(e.id) && e.type === "security.arrest" ? { ...e, background: true } : e)),
      ...arms.map((e): Event => ({ ...e, id: `${e.id}-arms`, type: "security.seizure", roles: [] })),
    ],
    statements: [
      ...reading.statements.filter((s) => s.kind !== "toll" || s.effect !== "killed" || !again.has(s.event ?? "")),
      ...beaten(reading, events),
    ],
    lead,
    actors: [...reading.actors, INSURGENTS, FORCES],
  };
}

/** Whoever is attacked or beaten is injured, where the report tells of nobody killed or injured. */
function beaten({ statements, actors }: Reading, events: readonly Event[]): readonly TollStatement[] {
  if (statements.some((s) => s.kind === "toll" && HURT.has(s.effect))) return [];
  return events.flatMap((e) => {
    if (!isLive(e) || e.type !== "violence.attack") return [];
    return e.roles.flatMap(({ role, actor, count, span }): TollStatement[] => {
      if (count === null || count.low === null || count.low !== count.high || (role !== "victim" && role !== "target")) return [];
      const kind = actors.find((a) => a.id === actor)?.kind ?? null;
      const isPeople = count.low === 1 ? kind === "person" : kind === "group" || (kind === null && role === "victim");
      if (!isPeople) return [];
      const said = { id: `${e.id}-beaten-${span[0]}`, event: e.id, attribution: [], evidence: span, part: e.part, rules: [] };
      return [{ kind: "toll", ...said, effect: "injured", count, who: span, of: null, withAttackers: null, partOf: null, asOf: null }];
    });
  });
}

function isWithArms(e: Event, text: string): boolean {
  return e.mentions.some(([, at]) => {
    const end = text.indexOf(". ", at);
    return ARMED_WITH.test(text.slice(at, end < 0 ? text.length : end));
  });
}

/** Words in front of others who were arrested or killed besides. */
const BESIDES = /\b(?:another|also)\b/i;

/** Events that kill or arrest, behind the first that does: a row is of one incident, and unless others are told of, of the same people. */
function toldAgain(reading: Reading, events: readonly Event[]): ReadonlySet<string> {
  const { text } = reading.report;
  const again = new Set<string>();
  const kills = new Set(
    reading.statements.flatMap((s) => (s.kind === "toll" && s.effect === "killed" && s.event !== null ? [s.event] : [])),
  );
  for (const does of [(e: Event): boolean => e.type === "security.arrest", (e: Event): boolean => kills.has(e.id)]) {
    const doing = events.filter((e) => isLive(e) && does(e));
    for (const e of doing.slice(1)) {
      const [at, end] = e.mentions[0];
      if (!BESIDES.test(text.slice(text.lastIndexOf(". ", at) + 1, end))) again.add(e.id);
    }
  }
  return again;
}

/** Behind a name that is a force's: "Karak District Police", not "Karak Police Station". */
const OF_POLICE = /^(?: District| Rural| State)? Police(?! (?:station|outpost|post|camp|circle|limits))/i;

/** A row has its place on the map: where the event's own has none, the first of the report that has. */
function located(where: string | null, { places, report: { text } }: Reading): string | null {
  const isKnown = (p: Reading["places"][number]): boolean => p.lat !== null && p.precision !== "country" && p.precision !== "region";
  const own = places.find((p) => p.id === where && p.lat !== null);
  if (own !== undefined && !OF_POLICE.test(text.slice(own.span[1]))) return where;
  const other = places.find((p) => isKnown(p) && !OF_POLICE.test(text.slice(p.span[1])) && p.span[0] > (own?.span[0] ?? -1));
  return other?.id ?? where;
}

function isOfDevices(e: Event, text: string): boolean {
  const targets = e.roles.filter((r) => r.role === "target");
  return targets.length > 0 && targets.every((r) => DEVICE.test(text.slice(...r.span)));
}

/** The roles of an event with the side that coders credit: the one of its kind before all others, or one behind those whom the report names. */
function credited(e: Event, laid: boolean): readonly RoleFiller[] {
  const at = e.mentions[0][0];
  const as = (actor: Actor, role: RoleFiller["role"]): RoleFiller => ({ role, actor: actor.id, span: [at, at], count: null });
  if (laid || e.type === "security.surrender") return [as(INSURGENTS, "perpetrator"), ...e.roles];
  if (e.type === "security.arrest") return [as(FORCES, "perpetrator"), ...e.roles];
  return [...e.roles, as(OF_FORCES.has(e.type) ? FORCES : INSURGENTS, "participant")];
}

/** Readings as rows of the corpus. */
export const predictor: Predictor = {
  kind: "each",
  predict: (line) => ({ id: line.id, ...coded(toReading(findAll(reportOfLine(line).report))) }),
};
