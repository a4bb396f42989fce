import { areDaysApart, areFarApart, DONE, isAct, otherDays, speaksAgainst } from "./events.js";
import { kinship } from "./kin.js";
import type { EventSummary, ReportSummary } from "./summary.js";

/** Kinds that no report gives an act of another kind: a robbery of the same day is not the bombing that its report tells of too. */
const APART: ReadonlySet<EventSummary["type"]> = new Set<EventSummary["type"]>([
  "violence.bombing",
  "violence.shelling",
  "violence.riot",
  "violence.coup",
  "violence.hijacking",
]);

/** Kinds that name an act of many phases: a bombing told beside one may be one of them. */
const WIDE: ReadonlySet<EventSummary["type"]> = new Set<EventSummary["type"]>(["violence.attack", "violence.clash", "violence.killing"]);

/**
 * Whether a report tells an act of the very kind of another report's act apart from an act of its own; where its own is an attack that it
 * is chiefly about, which may have had phases, elsewhere or on another day. Then the two acts are two, however alike the reports.
 */
export function isToldApart(report: ReportSummary, own: EventSummary, otherReport: ReportSummary, other: EventSummary): boolean {
  if (own.type === "justice.release") {
    if (other.type === "violence.abduction") return isOfOthers(report, [other]);
    if (other.type === "justice.release") return isOfOthers(report, takenIn(otherReport));
  }
  if (own.type === other.type || !APART.has(other.type)) return false;
  const apart = (e: EventSummary): boolean => !own.lead || !WIDE.has(own.type) || elsewhere(e, own);
  const twin = (e: EventSummary): boolean => e.type === other.type && DONE.has(e.status) && apart(e) && !otherDays(e, other);
  return isAct(own.type) && report.events.some((e) => e !== own && twin(e));
}

/** "Bus passengers freed but pupils still missing": a release is of those whom its own report tells were taken, not of others taken elsewhere. */
function isOfOthers(report: ReportSummary, taken: readonly EventSummary[]): boolean {
  const told = takenIn(report);
  return told.length > 0 && taken.length > 0 && told.every((e) => taken.every((o) => elsewhere(e, o)));
}

const takenIn = (report: ReportSummary): readonly EventSummary[] =>
  report.events.filter((e) => e.type === "violence.abduction" && DONE.has(e.status));

function elsewhere(a: EventSummary, b: EventSummary): boolean {
  return (a.place !== null && b.place !== null && a.place.name !== b.place.name) || otherDays(a, b);
}

/**
 * Acts that a report tells beside the one that it is chiefly about: "two policemen were killed on Sunday, a day after a bombing at the bus
 * station". The two have days of their own, one following the other, or are in two towns.
 */
export function toldBeside(report: ReportSummary, own: EventSummary): readonly EventSummary[] {
  if (!own.lead || !isAct(own.type)) return [];
  return report.events.filter((e) => e !== own && DONE.has(e.status) && isAct(e.type) && (isFollowed(own, e) || isOfOtherTown(own, e)));
}

/** Whether what another report is chiefly about is what a report tells beside its own act, and not that act. */
export function isBeside(own: EventSummary, beside: EventSummary, other: EventSummary): boolean {
  if (kinship(beside.type, other.type) < kinship(own.type, other.type) || speaksAgainst(beside, other)) return false;
  if (isFollowed(own, beside)) return areDaysApart(own, other, 0) && !areDaysApart(beside, other, 0);
  return isOfOtherTown(own, other) && isOfOneTown(beside, other);
}

const isFollowed = (own: EventSummary, e: EventSummary): boolean =>
  own.follows.includes(e.key) && own.dated && e.dated && areDaysApart(own, e, 0);

const isTown = ({ place }: EventSummary): boolean => place !== null && (place.precision === "town" || place.precision === "site");

const isOfOneTown = (a: EventSummary, b: EventSummary): boolean => isTown(a) && isTown(b) && a.place?.name === b.place?.name;

const isOfOtherTown = (a: EventSummary, b: EventSummary): boolean => isTown(a) && isTown(b) && areFarApart(a, b);
