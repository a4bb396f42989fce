import type { EventRef } from "../model/ledger.js";
import type { Event, Reading } from "../model/reading.js";
import { type EventType, familyOf, type Role, type Status } from "../model/vocabulary.js";
import { namesOf } from "./bearing.js";
import { passages } from "./passages.js";
import { eventKey, eventRef } from "./refs.js";
import { hashTerm, type Wording, wordingOf } from "./terms.js";

/** A toll's bounds. */
export type Counted = readonly [low: number | null, high: number | null];

/** What comparing needs of one event of one report. */
export interface EventSummary {
  readonly key: string;
  readonly ref: EventRef;
  readonly type: EventType;
  readonly status: Status;
  readonly lead: boolean;
  readonly background: boolean;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Whether the report gives it a time of its own; else its days were reckoned from what stands around it. */
  readonly dated: boolean;
  readonly place: { readonly name: string; readonly lat: number | null; readonly lon: number | null; readonly precision: string } | null;
  readonly country: string | null;
  /** Hashes of the names that it is known by: a storm's, a ship's. */
  readonly named: readonly number[];
  /** Whether it happened at a protest. */
  readonly gathered: boolean;
  /** Keys of the acts of the same report that it is said to follow. */
  readonly follows: readonly string[];
  readonly actors: readonly { readonly role: Role; readonly name: string }[];
  /** Hashes of the words of the sentences that tell of it. */
  readonly words: readonly number[];
  /** Whole tolls as they are told, the first of them first. */
  readonly killed: readonly Counted[];
  readonly injured: readonly Counted[];
  readonly abducted: readonly Counted[];
  readonly missing: readonly Counted[];
}

/** What comparing needs of one report. Not the report: a hundred thousand of these fit in memory. */
export interface ReportSummary {
  readonly id: string;
  /** ISO date, or null. */
  readonly published: string | null;
  readonly outlet: string | null;
  readonly wording: Wording;
  readonly events: readonly EventSummary[];
  /** Full names, lower case, of people whom its events happened to or who are said to have done them. Not of officials who speak. */
  readonly people: readonly string[];
  /** Fingerprints of its passages: equal ones stand in copied text. */
  readonly passages: readonly number[];
}

export function summarise(reading: Reading): ReportSummary {
  const { report } = reading;
  return {
    id: report.id,
    published: report.published.value?.slice(0, 10) ?? null,
    outlet: report.outlet,
    wording: wordingOf(report.title, report.text, report.parts),
    events: reading.events.filter((e) => e.part !== "furniture" && e.part !== "teaser").map((event) => summariseEvent(reading, event)),
    people: parties(reading),
    passages: passages(report.text),
  };
}

const PARTY: ReadonlySet<Role> = new Set(["victim", "defendant", "perpetrator", "target"]);

function parties(reading: Reading): readonly string[] {
  const people = new Map(reading.actors.filter((a) => a.kind === "person").map((a) => [a.id, a.name]));
  const fillers = reading.events.flatMap((e) => e.roles.filter((r) => PARTY.has(r.role)));
  const names = fillers.map((r) => people.get(r.actor ?? "") ?? reading.report.text.slice(r.span[0], r.span[1]));
  return [...new Set(names.filter((n) => FULL_NAME.test(n)).map((n) => n.toLowerCase()))];
}

/** Two to four words with capitals and nothing else. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;

function summariseEvent(reading: Reading, event: Event): EventSummary {
  const place = reading.places.find((p) => p.id === event.where);
  const actors = new Map(reading.actors.map((a) => [a.id, a.name]));
  return {
    key: eventKey(reading.report.id, event),
    ref: eventRef(reading, event),
    type: event.type,
    status: event.status,
    lead: reading.lead === event.id,
    background: event.background,
    ...daysOf(reading, event),
    place: place ? { name: place.name, lat: place.lat, lon: place.lon, precision: place.precision } : null,
    country: event.country ?? place?.country ?? null,
    named: namesOf(reading, event),
    gathered: isGathered(reading, event),
    follows: event.links.flatMap((l) => (l.relation === "follows" || l.relation === "revenge-for" ? keyOf(reading, l.to) : [])),
    actors: event.roles.flatMap((r) => (r.actor && actors.has(r.actor) ? [{ role: r.role, name: actors.get(r.actor) as string }] : [])),
    words: wordsAbout(reading, event),
    killed: tollsOf(reading, event.id, "killed"),
    injured: tollsOf(reading, event.id, "injured"),
    abducted: tollsOf(reading, event.id, "abducted"),
    missing: tollsOf(reading, event.id, "missing"),
  };
}

/**
 * A court that sits on an act sits on a later day: an act that is dated by the hearing has no day that its report gives. A report tells
 * of a hearing within days of it; a day long before the report is the act's, which the hearing took.
 */
function daysOf({ events, report }: Reading, event: Event): Pick<EventSummary, "earliest" | "latest" | "dated"> {
  const { earliest, latest } = event;
  const published = report.published.value;
  const isLongAgo = latest !== null && published !== null && Date.parse(published) - Date.parse(latest) > HEARD_WITHIN;
  const hearing =
    earliest !== null && !isLongAgo && events.some((e) => HEARD.has(e.type) && e.earliest === earliest && isAbout(e, event.id));
  return hearing ? { earliest: null, latest, dated: false } : { earliest, latest, dated: event.when !== null };
}

function keyOf({ events, report }: Reading, id: string): readonly string[] {
  const event = events.find((e) => e.id === id);
  return event ? [eventKey(report.id, event)] : [];
}

function isGathered({ events }: Reading, event: Event): boolean {
  return event.links.some((l) => l.relation === "part-of" && events.some((e) => e.id === l.to && familyOf(e.type) === "unrest"));
}

const HEARD_WITHIN = 14 * 86_400_000;

const isAbout = (e: Event, act: string): boolean => e.links.some((l) => l.relation === "about" && l.to === act);

const HEARD: ReadonlySet<EventType> = new Set<EventType>([
  "justice.trial",
  "justice.conviction",
  "justice.acquittal",
  "justice.sentence",
  "justice.appeal",
]);

function tollsOf({ statements }: Reading, event: string, effect: "killed" | "injured" | "abducted" | "missing"): readonly Counted[] {
  const whole = statements.flatMap((s): Counted[] =>
    s.kind === "toll" && s.event === event && s.effect === effect && s.partOf === null ? [[s.count.low, s.count.high]] : [],
  );
  return whole.filter(([low, high], i) => whole.findIndex(([l, h]) => l === low && h === high) === i).slice(0, MOST_TOLLS);
}

const MOST_TOLLS = 6;

/** Words of four letters and more, of the event's own statements: what it was that happened, to whom. */
function wordsAbout(reading: Reading, event: Event): readonly number[] {
  const spans = reading.statements.filter((s) => s.kind === "event" && s.event === event.id).map((s) => s.evidence);
  const words = new Set<number>();
  for (const [start, end] of spans.slice(0, 3)) {
    for (const found of reading.report.text.slice(start, Math.min(end, start + 400)).matchAll(/\p{L}{4,}/gu)) words.add(hashTerm(found[0]));
  }
  return [...words];
}
