import { type EventType, familyOf } from "../model/vocabulary.js";

/** Kinds that reports give one and the same event, across families: "a fire" becomes "arson", "an explosion" "a bombing". */
const ALIKE: readonly (readonly EventType[])[] = [
  ["hazard.explosion", "violence.bombing", "violence.attack"],
  ["hazard.accident", "hazard.explosion", "hazard.fire", "hazard.collapse"],
  ["hazard.accident", "violence.killing", "violence.attack"],
  ["hazard.landslide", "hazard.flood", "hazard.storm"],
  ["hazard.landslide", "hazard.collapse"],
  ["hazard.earthquake", "hazard.tsunami"],
  ["unrest.protest", "violence.riot", "violence.clash"],
  ["unrest.protest", "unrest.strike", "unrest.blockade"],
  ["policy.proposal", "policy.law", "policy.ban"],
  ["justice.charge", "justice.trial"],
  ["movement.displacement", "movement.evacuation"],
];

/** Kinds that only the cause tells apart, which reports learn late. */
const ONE: readonly (readonly EventType[])[] = [
  ["hazard.fire", "violence.arson"],
  ["hazard.explosion", "violence.bombing"],
];

/** How easily two kinds name one event: 1 the same kind, 0 never. Stages of justice are events of their own. */
export function kinship(a: EventType, b: EventType): number {
  if (a === b) return 1;
  if (familyOf(a) === "violence" && familyOf(b) === "violence" && a !== "violence.threat" && b !== "violence.threat") return 0.6;
  if (ONE.some((set) => set.includes(a) && set.includes(b))) return 0.9;
  return ALIKE.some((set) => set.includes(a) && set.includes(b)) ? 0.5 : 0;
}
