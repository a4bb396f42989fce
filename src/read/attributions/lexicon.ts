import { ById } from "../../language/by-id.js";
import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Stance } from "../../model/vocabulary.js";

/** What sort of reporting a cue does: talk, thought, will, blame, feeling, showing. Not its stance. */
export const CUE_KINDS = [
  "speech",
  "thought",
  "wish",
  "expect",
  "doubt",
  "deny",
  "accuse",
  "claim",
  "estimate",
  "feeling",
  "evidence",
  "impression",
  "perception",
  "hedge",
  "known",
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** A row of `reporting-cues.tsv`. */
export interface CueRow {
  readonly id: string;
  /** The preposition, particle or object the row asks for: a vocabulary id, or -1. */
  readonly with: number;
  /** Whether the word hardly does anything but report: it needs less support from the scorer. */
  readonly sure: boolean;
  /** Index into CUE_KINDS; -1 where the row says that this is no cue. */
  readonly kind: number;
  readonly stance: Stance;
}

export const SOURCE_KINDS = ["none", "person", "group", "document", "unnamed", "self"] as const;

interface Lexicon {
  /** Rows by lemma, then part of speech, those with a condition first; part of speech 31 is any. */
  readonly cues: ById<readonly (readonly CueRow[] | undefined)[]>;
  /** Index into SOURCE_KINDS by lemma. */
  readonly sources: ById<number>;
  /** Stance that a source bends plain speech to, by lemma: prosecutors allege. */
  readonly bent: ReadonlyMap<number, Stance>;
  /** Documents that speak for whom they are from. */
  readonly messages: ReadonlySet<number>;
  /** Lemmas that say that two things hang together, and words that deny. */
  readonly links: ReadonlySet<number>;
  readonly negations: ReadonlySet<number>;
  /** Ids of rows of plain saying: without a clause or a quotation they report nothing. */
  readonly plain: ReadonlySet<string>;
  /** Ids of rows whose content is taken for granted ("praised"), and of rows that bear out what others say ("confirmed"). */
  readonly presupposing: ReadonlySet<string>;
  readonly bearing: ReadonlySet<string>;
  /** Ids of rows that close a sentence as its tag ("..., the Herald reports."). */
  readonly tags: ReadonlySet<string>;
  /** Ids of rows that always say that somebody says so ("allegedly"). */
  readonly hedges: ReadonlySet<string>;
  /** Ids of rows that say who somebody is ("identified"). */
  readonly naming: ReadonlySet<string>;
  /** Ids of rows that report nothing without a clause or a quotation. */
  readonly clausal: ReadonlySet<string>;
  /** Ids of rows that report nothing where their object is people. */
  readonly ofThings: ReadonlySet<string>;
  /** Ids of rows that report nothing but a number that takes the place of another. */
  readonly ofNumbers: ReadonlySet<string>;
  /** Kind of each row by its id. */
  readonly kinds: ReadonlyMap<string, CueKind>;
}

const ANY = 31;

function load(): Lexicon {
  const cues = new Map<number, CueRow[][]>();
  const kinds = new Map<string, CueKind>();
  const noted = {
    plain: new Set<string>(),
    presupposes: new Set<string>(),
    "bears-out": new Set<string>(),
    tag: new Set<string>(),
    hedge: new Set<string>(),
    names: new Set<string>(),
    clause: new Set<string>(),
    things: new Set<string>(),
    number: new Set<string>(),
  };
  for (const row of loadTable("reporting-cues").rows) {
    const pos = row.pos === "*" ? ANY : U[row.pos as keyof typeof U];
    const lemma = vocabulary.id(row.lemma);
    const notes = row.note.split(" ");
    const entry: CueRow = {
      id: row.id,
      sure: notes.includes("sure"),
      with: row.with ? vocabulary.id(row.with) : -1,
      kind: CUE_KINDS.indexOf(row.kind as CueKind),
      stance: row.stance as Stance,
    };
    for (const [note, ids] of Object.entries(noted)) if (notes.includes(note)) ids.add(row.id);
    kinds.set(row.id, row.kind as CueKind);
    const byPos = cues.get(lemma) ?? Array.from({ length: ANY + 1 });
    cues.set(lemma, byPos);
    const list = byPos[pos] ?? [];
    byPos[pos] = entry.with >= 0 ? [entry, ...list] : [...list, entry];
  }
  const sources = new Map<number, number>();
  const bent = new Map<number, Stance>();
  const messages = new Set<number>();
  for (const row of loadTable("source-nouns").rows) {
    const lemma = vocabulary.id(row.lemma);
    sources.set(lemma, SOURCE_KINDS.indexOf(row.kind as "person"));
    if (row.note === "message") messages.add(lemma);
    if (row.stance) bent.set(lemma, row.stance as Stance);
  }
  const links = new Set<number>();
  const negations = new Set<number>();
  for (const row of loadTable("denial-words").rows) (row.kind === "link" ? links : negations).add(vocabulary.id(row.lemma));
  return {
    cues: new ById(cues),
    sources: new ById(sources),
    bent,
    messages,
    links,
    negations,
    kinds,
    plain: noted.plain,
    presupposing: noted.presupposes,
    bearing: noted["bears-out"],
    tags: noted.tag,
    hedges: noted.hedge,
    naming: noted.names,
    clausal: noted.clause,
    ofThings: noted.things,
    ofNumbers: noted.number,
  };
}

let lexicon: Lexicon | null = null;

/** The rows that may hold for a token, or null. */
export function cueRowsAt(doc: Document, i: number): readonly CueRow[] | null {
  lexicon ??= load();
  return lexicon.cues.get(doc.lemma[i])?.[doc.upos[i]] ?? lexicon.cues.get(doc.norm[i])?.[ANY] ?? null;
}

/** Index into SOURCE_KINDS: what sort of speaker a token names by itself. */
export function sourceKindAt(doc: Document, i: number): number {
  lexicon ??= load();
  return lexicon.sources.get(doc.lemma[i]) ?? 0;
}

/** The stance that a source's noun gives to what it plainly says, or null. */
export function sourceStanceAt(doc: Document, i: number): Stance | null {
  lexicon ??= load();
  return lexicon.bent.get(doc.lemma[i]) ?? null;
}

/** Whether a token is a message that somebody sent or put out ("statement"). */
export function isMessage(doc: Document, i: number): boolean {
  lexicon ??= load();
  return lexicon.messages.has(doc.lemma[i]);
}

/** What sort of reporting the row of this id does, or null for the id of anything else. */
export function cueKindOf(row: string): CueKind | null {
  lexicon ??= load();
  return lexicon.kinds.get(row) ?? null;
}

/** Whether a token says that things hang together ("related", "connection"). */
export function isLinkWord(doc: Document, i: number): boolean {
  lexicon ??= load();
  return lexicon.links.has(doc.lemma[i]);
}

export function isNegation(doc: Document, i: number): boolean {
  lexicon ??= load();
  return lexicon.negations.has(doc.norm[i]) || lexicon.negations.has(doc.lemma[i]);
}

/** Whether the row of this id says by itself that somebody says so ("allegedly"). */
export function isOpenHedge(row: string): boolean {
  lexicon ??= load();
  return lexicon.hedges.has(row);
}

/** Whether a token is a speaker's word for himself ("I", "we"). */
export function isSelf(doc: Document, i: number): boolean {
  return SOURCE_KINDS[sourceKindAt(doc, i)] === "self";
}

/** Whether the row of this id is plain saying ("said", "told"). */
export function isPlainSaying(row: string): boolean {
  lexicon ??= load();
  return lexicon.plain.has(row);
}

/** Whether the row of this id takes what it is about for granted ("praised", "condemned"). */
export function presupposes(row: string): boolean {
  lexicon ??= load();
  return lexicon.presupposing.has(row);
}

/** Whether the row of this id bears out what others say ("confirmed", "verified"). */
export function bearsOut(row: string): boolean {
  lexicon ??= load();
  return lexicon.bearing.has(row);
}

/** Whether the row of this id closes a sentence as its tag ("..., the Herald reports."). */
export function closesSentence(row: string): boolean {
  lexicon ??= load();
  return lexicon.tags.has(row);
}

/** Whether the row of this id says who somebody is, of whom other things are known ("identified"). */
export function saysWho(row: string): boolean {
  lexicon ??= load();
  return lexicon.naming.has(row);
}

/** Whether the row of this id reports nothing without a clause or a quotation ("fired back that ..."). */
export function needsClause(row: string): boolean {
  lexicon ??= load();
  return lexicon.clausal.has(row);
}

/** Whether the row of this id reports nothing where its object is people ("released 11 hostages"). */
export function isOfThings(row: string): boolean {
  lexicon ??= load();
  return lexicon.ofThings.has(row);
}

/** Whether the row of this id reports nothing but a number that takes the place of another ("lowered the toll to 24"). */
export function isOfNumbers(row: string): boolean {
  lexicon ??= load();
  return lexicon.ofNumbers.has(row);
}
