import type { Span } from "../base/span.js";
import type { Count, Statement } from "../model/reading.js";
import type { Effect, EventType, Label, LinkRelation, Role, Stance, Status, TollOf } from "../model/vocabulary.js";

export type * from "./records.js";

/** Exact words of a report, to be found again: every value on a view leads to some. */
export interface Words {
  readonly report: string;
  readonly span: Span;
  readonly words: string;
}

/** One link of an attribution chain, as a person would name it. */
export interface Speaker {
  /** As the report names the source; `null` for "reportedly". */
  readonly name: string | null;
  readonly title: string | null;
  readonly stance: Stance;
  readonly quoted: "direct" | "indirect" | "mixed";
  readonly words: Words | null;
}

/** Whose word a statement is: the chain (innermost first; empty is the outlet's own voice), in whose report, from which origin. */
export interface Voice {
  readonly chain: readonly Speaker[];
  readonly outlet: string | null;
  readonly report: string;
  readonly published: string | null;
  /** Where the words come from: reports that carry one agency's copy share an origin. */
  readonly origin: string;
  /** "Kasymov, in Alatau Courier"; the outlet alone where it speaks itself. */
  readonly text: string;
}

/** Why a toll point stands where it stands in the history. */
export type TollChange = "first" | "repeat" | "revision" | "recount" | "other-scope" | "other-speaker" | "contradiction" | "denial";

/** One said count of an event: a point of its toll history. */
export interface TollPoint {
  readonly statement: string;
  readonly effect: Effect;
  readonly count: Count;
  /** The phrase counted, where it says more than people. */
  readonly who: string | null;
  readonly of: TollOf | null;
  /** The statement that this one is a part of. */
  readonly partOf: string | null;
  readonly stance: Stance | null;
  /** Where in the report it stands: headline, body, caption. */
  readonly part: Statement["part"];
  /** ISO date of the report; `null` where unknown. */
  readonly published: string | null;
  readonly asOf: string | null;
  readonly voice: Voice;
  readonly evidence: Words;
  readonly number: Words;
  /** Whether its words say that attackers are in the count; `null` where they do not say. */
  readonly withAttackers: boolean | null;
  /** The place that its report gives the event, where that is finer than a town: a site of several may be counted alone. */
  readonly site: string | null;
  readonly change: TollChange;
  /** What makes it that: "said to be up from 9", "a part of 14". `null` where the change says all. */
  readonly because: string | null;
  /** The point that this one stands against or takes the place of. */
  readonly replaces: string | null;
}

/** How many, by a named rule: what it used, what it left out and why. An input is a statement id. */
export interface Reckoning {
  readonly rule: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly used: readonly string[];
  readonly left: readonly { readonly statement: string; readonly why: string }[];
  /** Where counts were weighed: every count that the statements come to, with its share of belief. Else empty. */
  readonly beliefs: readonly { readonly count: number; readonly belief: number; readonly statements: readonly string[] }[];
}

/** The history of one count of one event. `scope` is "people" for the whole, else whom it counts ("security-forces", "Americans"). */
export interface TollHistory {
  readonly effect: Effect;
  readonly scope: string;
  readonly points: readonly TollPoint[];
  /** Its counts apart, in order of when each was first said. */
  readonly counts: readonly SaidCount[];
  readonly now: Reckoning;
}

/** One count, however often it was said: five outlets that carry one agency are one source. */
export interface SaidCount {
  readonly low: number | null;
  readonly high: number | null;
  /** In order of time: the first is who said it first. */
  readonly statements: readonly string[];
  readonly reports: number;
  readonly outlets: number;
  readonly independent: number;
}

/** A side of a dispute: who says it, in which words. */
export interface Side {
  readonly says: string;
  readonly voices: readonly Voice[];
  readonly evidence: readonly Words[];
  readonly statements: readonly string[];
  readonly independent: number;
  /** The words by which all who held it took it back; `null` while somebody holds it. */
  readonly withdrawn: { readonly voice: Voice; readonly evidence: Words } | null;
}

/** Two or more sides on one matter; of a claim of responsibility one is enough. The tool takes none. */
export interface Dispute {
  readonly id: string;
  readonly event: string;
  readonly matter: "label" | "denial" | "claim" | "toll" | "occurrence";
  /** "whether it was terrorism", "how many were killed". */
  readonly about: string;
  readonly sides: readonly Side[];
  readonly standing: "open" | "withdrawn" | "settled";
  readonly settledBy: Voice | null;
}

export interface Where {
  readonly name: string;
  readonly geonames: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly precision: string;
  readonly evidence: readonly Words[];
}

export interface When {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly clock: string | null;
  readonly evidence: readonly Words[];
}

/** Who or what had which part in the event, as said, by whom. */
export interface Part {
  readonly role: Role;
  readonly name: string;
  readonly variants: readonly string[];
  readonly count: Count | null;
  readonly evidence: readonly Words[];
  readonly voices: readonly Voice[];
}

export interface LabelSaid {
  readonly label: Label;
  /** The words that name it: "a massacre". */
  readonly said: Words;
  readonly stance: Stance | null;
  readonly voice: Voice;
  readonly evidence: Words;
  readonly statement: string;
}

export interface EventLink {
  readonly to: string;
  readonly relation: LinkRelation;
  /** `out`: this event is about, part of ... that one; `in`: that one is about, part of ... this one. */
  readonly direction: "out" | "in";
}

/** A report that tells of the event: as its lead, as a further event, or looking back. */
export interface Telling {
  readonly report: string;
  readonly outlet: string | null;
  /** The agency whose words it says that it carries. */
  readonly agency: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly as: "lead" | "further" | "background";
  readonly origin: string;
}

/** Everything that is said of one event, over all its reports. */
export interface EventAccount {
  readonly id: string;
  /** Every id by which the event can be called, its own included: those of the mentions that it was joined from. */
  readonly ids: readonly string[];
  readonly type: EventType;
  /** Other kinds that reports gave it, with how many did. */
  readonly types: readonly { readonly type: EventType; readonly reports: number }[];
  readonly status: Status;
  /** For lists: the headline of the first report that is chiefly about it, else the words that tell of it first; with that report's id. */
  readonly title: { readonly text: string; readonly report: string };
  readonly where: Where | null;
  readonly country: string | null;
  readonly elsewhere: readonly Where[];
  readonly when: When;
  readonly parts: readonly Part[];
  readonly tolls: readonly TollHistory[];
  /** The dead whom some report names, each with the words that do. */
  readonly namedDead: readonly Words[];
  readonly labels: readonly LabelSaid[];
  readonly disputes: readonly Dispute[];
  readonly links: readonly EventLink[];
  readonly reports: readonly Telling[];
  readonly statements: readonly string[];
  readonly sources: { readonly outlets: number; readonly speakers: number; readonly independent: number };
  /** Ids of `Case`s about it. */
  readonly cases: readonly string[];
  /** Whether some report is chiefly about it. Lists show these first. */
  readonly chief: boolean;
}

/** A stage of a case: arrest, charge, trial, verdict, sentence, appeal. */
export interface CaseStage {
  readonly event: string;
  /** All events that tell of it, in order of the reports. */
  readonly events: readonly string[];
  readonly type: EventType;
  readonly status: Status;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** How the reports call the accused here: "One of them". */
  readonly defendants: readonly Words[];
  readonly authority: readonly Words[];
  readonly offence: readonly Words[];
  readonly penalty: readonly Words[];
  readonly voices: readonly Voice[];
  readonly evidence: readonly Words[];
}

/** What courts and police did about one accused. Presumed innocent: `stage` says how far it came, and who says so. */
export interface Case {
  readonly id: string;
  readonly defendant: string;
  readonly variants: readonly string[];
  /** The act that it is about, where a report says so. */
  readonly event: string | null;
  readonly stages: readonly CaseStage[];
  /** What the accused is reported to say: denials. */
  readonly denials: readonly { readonly voice: Voice; readonly evidence: Words; readonly statement: string }[];
}

export interface FigurePoint {
  readonly statement: string;
  readonly count: Count;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The period's words. */
  readonly period: Words | null;
  readonly voice: Voice;
  readonly evidence: Words;
  readonly number: Words;
  /** Which way it says that its measure moved, where it is a share by which it did ("down 4 percent"); else `null`. */
  readonly direction: "up" | "down" | null;
  /** How it stands to what was said before of the same period. */
  readonly change: "first" | "repeat" | "revision" | "other-speaker";
  /** The point of the same period that it takes the place of, or stands against. */
  readonly replaces: string | null;
  /**
   * The earlier value that its own words compare it with ("up from 790", "compared to 790 in 2021"), with the point of the series that
   * says so too; where none does, `differs` is what the series last said of the period before.
   */
  readonly comparedTo: { readonly value: number; readonly statement: string | null; readonly differs: string | null } | null;
}

/** One measure over time, in one place. */
export interface FigureSeries {
  readonly id: string;
  readonly measure: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly points: readonly FigurePoint[];
}

/** A measure and how it stands over time: proposed, considered, passed, dropped. */
export interface Proposal {
  readonly id: string;
  readonly event: string;
  /** Every event that tells of it: the proposal, the bill, the ban that it would bring. */
  readonly events: readonly string[];
  /** The fullest of the words that say what it would do. */
  readonly name: string;
  readonly measure: readonly Words[];
  readonly by: readonly Part[];
  /** How the last report says that it stands. */
  readonly status: string;
  readonly steps: readonly ProposalStep[];
}

/** How one report says that a measure stands. */
export interface ProposalStep {
  /** The day of it, where the report says one; else see `published`. */
  readonly at: string | null;
  readonly published: string | null;
  readonly stands: string;
  readonly voices: readonly Voice[];
  readonly independent: number;
  readonly evidence: Words;
}
