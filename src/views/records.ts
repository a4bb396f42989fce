import type { Judgement } from "../model/ledger.js";
import type { Effect, EventType, Role } from "../model/vocabulary.js";
import type { Voice, Words } from "./types.js";

/** What part somebody has in what happened. Nobody is guilty here: who is accused is said to have done it. */
export type PersonPart = "victim" | "freed" | "accused" | "claimant" | "official" | "witness" | "speaker" | "other";

/** What one report says became of somebody. */
export interface Fate {
  readonly effect: Effect;
  /** Whether it says that this did not befall them: "unharmed". */
  readonly spared: boolean;
  readonly published: string | null;
  readonly voice: Voice;
  readonly statement: string;
  readonly evidence: Words;
}

/** Somebody of an event. Two people of one name stay two until somebody judges otherwise. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What else they are called, each in the words that call them so. */
  readonly variants: readonly Words[];
  readonly event: string;
  readonly roles: readonly Role[];
  readonly as: readonly PersonPart[];
  readonly title: string | null;
  readonly age: number | null;
  readonly sex: "female" | "male" | null;
  readonly minor: boolean | null;
  /** In order of time: unharmed in one report and dead in the next is a history. */
  readonly fates: readonly Fate[];
  readonly said: readonly { readonly statement: string; readonly what: string; readonly voice: Voice; readonly evidence: Words }[];
}

/** What an outlet or a speaker has said so far. No score: being alone may be a scoop or a mistake. */
export interface SourceRecord {
  readonly name: string;
  readonly kind: "outlet" | "speaker";
  readonly statements: number;
  readonly events: number;
  /** Counts that it was first to give while others gave them later. */
  readonly first: readonly SourceCount[];
  /** Counts that it later changed itself, with what it changed them to. */
  readonly revised: readonly (SourceCount & { readonly to: SourceCount })[];
  /** Counts that no other origin gives. */
  readonly alone: readonly SourceCount[];
}

/** A count that a source gave, to be found again. */
export interface SourceCount {
  readonly event: string;
  readonly statement: string;
  readonly effect: Effect;
  readonly number: Words;
  /** Whom it counts, where that says more than people: of "a customer" the number is "a". */
  readonly who: string | null;
  readonly published: string | null;
}

/** What a reading made of its report, and what it left. */
export interface Receipt {
  readonly report: string;
  readonly sentences: number;
  readonly withStatement: number;
  /** Sentences that mention an act or a number and gave no statement. */
  readonly left: readonly (Words & { readonly because: "act" | "number" })[];
}

/** A cell of an event that is open, and why. */
export interface OpenCell {
  /** "where", "when", "killed", "who did it". */
  readonly cell: string;
  readonly why: string;
  /** The words that come closest, where some do. */
  readonly evidence: readonly Words[];
}

/** Something that was added, changed or withdrawn. Replayed from the start, changes give the current state. */
export interface Change {
  /** Cursor: `changes(since)` gives what came after it. */
  readonly seq: number;
  readonly at: string;
  /** `changed`: a report was read again. */
  readonly change: "added" | "changed" | "withdrawn";
  readonly kind: "report" | "reading" | "statement" | "judgement";
  readonly id: string;
  readonly report: string | null;
  readonly reason: string | null;
  /** What it is, in short: "killed 34", "same 0.93 by resolver 0.4.0: ...", a report's title. */
  readonly says: string;
  /** The words of a statement. */
  readonly words: Words | null;
}

/** A live judgement with the words that it is about. */
export interface Judged extends Pick<Judgement, "id" | "verdict" | "by" | "score" | "features" | "reason" | "action"> {
  /** Of the features, those whose sum is the log-odds. The others tell how alike the two reports' wordings are. */
  readonly weights: Readonly<Record<string, number>>;
  readonly a: JudgedEvent;
  readonly b: JudgedEvent;
}

/** One of the two tellings of a judgement. */
export interface JudgedEvent {
  /** The event that it ended in. */
  readonly event: string;
  readonly type: EventType;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly words: Words;
}
