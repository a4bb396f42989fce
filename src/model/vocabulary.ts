/** The closed vocabularies of a reading. */

export const EVENT_TYPES = [
  "violence.attack",
  "violence.bombing",
  "violence.shelling",
  "violence.clash",
  "violence.killing",
  "violence.abduction",
  "violence.hijacking",
  "violence.arson",
  "violence.robbery",
  "violence.assault",
  "violence.riot",
  "violence.coup",
  "violence.threat",
  "unrest.protest",
  "unrest.strike",
  "unrest.blockade",
  "security.arrest",
  "security.raid",
  "security.seizure",
  "security.deployment",
  "security.recruitment",
  "security.travel",
  "security.escape",
  "security.surrender",
  "justice.charge",
  "justice.trial",
  "justice.conviction",
  "justice.acquittal",
  "justice.sentence",
  "justice.appeal",
  "justice.release",
  "justice.extradition",
  "justice.execution",
  "justice.investigation",
  "policy.proposal",
  "policy.law",
  "policy.ban",
  "policy.sanction",
  "policy.agreement",
  "policy.ceasefire",
  "hazard.accident",
  "hazard.collapse",
  "hazard.explosion",
  "hazard.fire",
  "hazard.flood",
  "hazard.landslide",
  "hazard.storm",
  "hazard.earthquake",
  "hazard.tsunami",
  "hazard.eruption",
  "hazard.drought",
  "hazard.heatwave",
  "hazard.epidemic",
  "movement.displacement",
  "movement.expulsion",
  "movement.evacuation",
  "movement.return",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const FAMILIES = ["violence", "unrest", "security", "justice", "policy", "hazard", "movement"] as const;
export type Family = (typeof FAMILIES)[number];

/** The part of an event type before the dot. */
export function familyOf(type: EventType): Family {
  return type.slice(0, type.indexOf(".")) as Family;
}

export const STATUSES = ["occurred", "ongoing", "attempted", "foiled", "planned", "threatened", "possible", "not-occurred"] as const;
export type Status = (typeof STATUSES)[number];

export const ROLES = [
  "perpetrator",
  "organisation",
  "victim",
  "target",
  "weapon",
  "authority",
  "defendant",
  "offence",
  "penalty",
  "participant",
  "measure",
  "beneficiary",
] as const;
export type Role = (typeof ROLES)[number];

export const EFFECTS = [
  "killed",
  "injured",
  "missing",
  "abducted",
  "arrested",
  "displaced",
  "evacuated",
  "released",
  "affected",
  "destroyed",
  "damaged",
] as const;
export type Effect = (typeof EFFECTS)[number];

export const LABELS = [
  "terrorism",
  "crime",
  "lone-act",
  "accident",
  "suicide",
  "war-crime",
  "genocide",
  "coup",
  "hate-crime",
  "self-defence",
  "provocation",
  "other",
] as const;
export type Label = (typeof LABELS)[number];

export const STANCES = ["asserts", "alleges", "claims", "denies", "doubts", "estimates", "proposes", "expects"] as const;
export type Stance = (typeof STANCES)[number];

export const QUALIFIERS = ["exact", "about", "at-least", "at-most", "between", "order"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const ACTOR_KINDS = ["person", "organisation", "government", "armed-group", "group", "outlet", "unnamed"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const STANDINGS = [
  "civilian",
  "combatant",
  "police",
  "soldier",
  "official",
  "journalist",
  "aid-worker",
  "witness",
  "relative",
] as const;
export type Standing = (typeof STANDINGS)[number];

export const PRECISIONS = ["site", "town", "district", "region", "country", "area"] as const;
export type Precision = (typeof PRECISIONS)[number];

export const TIME_TYPES = ["date", "time", "duration", "set"] as const;
export type TimeType = (typeof TIME_TYPES)[number];

export const LINK_RELATIONS = ["about", "part-of", "follows", "revenge-for", "threatens"] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

export const TOLL_OF = ["civilians", "children", "women", "security-forces", "militants", "attackers", "foreigners"] as const;
export type TollOf = (typeof TOLL_OF)[number];
