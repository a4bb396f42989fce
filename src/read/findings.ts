import type { Span } from "../base/span.js";
import type { Document } from "../language/document.js";
import type { Actor, Attribution, Count, Event, Note, Place, Statement, Time } from "../model/reading.js";
import type { Part, Report } from "../model/report.js";

/** A name as it stands in the text. `nationality` also holds adjectives of origin ("Kazakh", "Turkish"). */
export interface NameMention {
  readonly span: Span;
  readonly type: "person" | "organisation" | "place" | "nationality";
  /** First token and one past the last. */
  readonly tokens: readonly [first: number, end: number];
}

/** A counted noun phrase or a bare number with its meaning. Dates, ages, clock times and ordinals are not quantities. */
export interface Quantity {
  /** What is said, as a Count; `count.span` holds the number words with their qualifier ("at least 12"). */
  readonly count: Count;
  /** Tokens `[first, end)` of the number words. */
  readonly tokens: readonly [first: number, end: number];
  /** Token of the noun counted ("people" in "12 people"), or null for a bare number. */
  readonly noun: number | null;
  /** Ids of the rules and rows that made it. */
  readonly rules: readonly string[];
}

/** A phrase that may denote an actor: a noun phrase or pronoun with its head token. Not every mention becomes an actor of the reading. */
export interface ActorMention {
  readonly span: Span;
  readonly head: number;
  readonly actor: string;
}

/**
 * An attribution with the tokens that made it; `rules` say which rows. `vouches` is false where its content does not stand on the
 * source's word: what somebody wants, supports, sees, or what a passive without its agent tells ("was charged with").
 */
export type AttributionFinding = Attribution & {
  readonly cueToken: number | null;
  readonly vouches: boolean;
  readonly rules: readonly string[];
};

/** An event with its trigger tokens (one for each of `mentions`) and the rules and rows that made it. */
export type EventFinding = Event & {
  readonly triggers: readonly number[];
  /** Words that tell what the event did without being mentions of it ("killed" of a quake), by token. */
  readonly results: readonly number[];
  /** Whether its own words tell of another act than those told of before it: "in a separate attack". */
  readonly apart?: boolean;
  /** Whose deed it is, where that tells it from another: that of police and soldiers against fighters, or of fighters. */
  readonly hands?: "forces" | "fighters" | "somebody" | null;
  readonly rules: readonly string[];
};

/** What stages have found so far in one report. Every stage adds its own members and changes none. */
export interface Findings {
  readonly report: Report;
  readonly doc: Document;
  /** Part of each sentence of `doc`. */
  readonly partOf: readonly Part[];
  readonly names: readonly NameMention[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly actorMentions: readonly ActorMention[];
  readonly attributions: readonly AttributionFinding[];
  readonly events: readonly EventFinding[];
  readonly lead: string | null;
  /** Statements of kind `event`: who says of which event that it took place, is planned, was foiled. */
  readonly assertions: readonly Statement[];
  readonly tolls: readonly Statement[];
  readonly labels: readonly Statement[];
  readonly figures: readonly Statement[];
  readonly remarks: readonly Statement[];
  readonly statements: readonly Statement[];
  readonly notes: readonly Note[];
}
export type FindingName = keyof Findings;
