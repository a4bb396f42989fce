import type { Entry, Judgement, StoredReading } from "../model/ledger.js";
import type { Reading, Statement } from "../model/reading.js";
import type { Report } from "../model/report.js";
import { resolve, summarise } from "../resolve/index.js";

/** A moment: ISO date (its end is meant) or date and time. */
export type Moment = string;

/** What a ledger holds at one moment: live readings with their reports and statements, live judgements. */
export interface State {
  /** Number of the last entry folded in. */
  readonly seq: number;
  readonly reports: ReadonlyMap<string, Report>;
  /** When each report was recorded. */
  readonly recorded: ReadonlyMap<string, string>;
  /** The live reading of each report, with its live statements. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly readingIds: ReadonlyMap<string, string>;
  /** Readings withdrawn, of reports in the state: their event ids still lead on. */
  readonly former: readonly StoredReading[];
  readonly judgements: readonly Judgement[];
}

/**
 * Folds entries into what they say together.
 *
 * @param asOf only what was known by this moment: reports published by then (one without a date: recorded by then), judgements of
 *   persons recorded by then. `null` for everything.
 */
export function fold(entries: Iterable<Entry>, asOf: Moment | null = null): State {
  const folder = newFolder(asOf);
  for (const entry of entries) folder.add(entry);
  return folder.state();
}

/** The same over a store's entries. */
export async function foldStore(store: { entries(): AsyncIterable<Entry> }, asOf: Moment | null = null): Promise<State> {
  const folder = newFolder(asOf);
  for await (const entry of store.entries()) folder.add(entry);
  return folder.state();
}

interface Stored {
  readonly seq: number;
  readonly reading: StoredReading;
}

function newFolder(asOf: Moment | null) {
  let seq = 0;
  const reports = new Map<string, Report>();
  const recorded = new Map<string, string>();
  const readings = new Map<string, Stored>();
  const statements = new Map<string, Map<string, Statement>>();
  const judgements = new Map<string, Judgement>();
  const withdrawn = new Set<string>();
  const known = knownThen(asOf);
  let judgedLater = false;
  return {
    add(entry: Entry): void {
      seq = entry.seq;
      if (!known(entry)) {
        judgedLater ||= (entry.kind === "judgement" || entry.kind === "withdrawal") && entry.body.by?.kind === "person";
        return;
      }
      if (entry.kind === "report") {
        reports.set(entry.body.id, entry.body);
        recorded.set(entry.body.id, entry.at);
      } else if (entry.kind === "reading") readings.set(entry.body.id, { seq: entry.seq, reading: entry.body });
      else if (entry.kind === "statement") {
        const of = statements.get(entry.body.reading) ?? new Map<string, Statement>();
        statements.set(entry.body.reading, of.set(entry.body.statement.id, entry.body.statement));
      } else if (entry.kind === "judgement") judgements.set(entry.body.id, entry.body);
      else withdrawn.add(entry.body.target);
    },
    state(): State {
      const live = new Map<string, Stored>();
      const former: StoredReading[] = [];
      for (const [id, stored] of readings) {
        const report = stored.reading.report;
        const now = live.get(report);
        if (withdrawn.has(id)) former.push(stored.reading);
        else if (now && now.seq > stored.seq) former.push(stored.reading);
        else {
          if (now) former.push(now.reading);
          live.set(report, stored);
        }
      }
      const sorted = [...reports.values()].sort(byPublished);
      const texts = sorted.flatMap((r) =>
        live.has(r.id) ? [[r.id, whole(r, (live.get(r.id) as Stored).reading, statements)] as const] : [],
      );
      const judged = [...judgements.values()].filter((j) => !withdrawn.has(j.id));
      return {
        seq,
        reports: new Map(sorted.map((r) => [r.id, r])),
        recorded: new Map(sorted.map((r) => [r.id, recorded.get(r.id) as string])),
        readings: new Map(texts),
        readingIds: new Map(sorted.flatMap((r) => (live.has(r.id) ? [[r.id, (live.get(r.id) as Stored).reading.id] as const] : []))),
        former,
        judgements: judgedLater
          ? judgedThen(
              texts.map(([, reading]) => reading),
              judged,
            )
          : judged,
      };
    },
  };
}

/** The resolver goes by what persons judge: where some of that came later, it judges anew by what they had judged then. */
function judgedThen(readings: readonly Reading[], judged: readonly Judgement[]): readonly Judgement[] {
  const persons = judged.filter((j) => j.by.kind === "person");
  return [...persons, ...resolve(readings.map(summarise), persons)];
}

/**
 * Which entries were known at a moment, asked in order: reports published by then (one without a date: recorded by then) with what was
 * read in them, the resolver's judgements of those, and what persons had judged and taken back by then.
 */
export function knownThen(asOf: Moment | null): (entry: Entry) => boolean {
  if (asOf === null) return () => true;
  const reports = new Set<string>();
  const judged = new Set<string>();
  return (entry) => {
    switch (entry.kind) {
      case "report":
        if (within(entry.body.published.value ?? entry.at, asOf)) reports.add(entry.body.id);
        return reports.has(entry.body.id);
      case "reading":
      case "statement":
        return reports.has(entry.body.report);
      case "judgement": {
        const { id, a, b, by } = entry.body;
        const known = reports.has(a.report) && reports.has(b.report) && (by.kind === "resolver" || within(entry.at, asOf));
        if (known) judged.add(id);
        return known;
      }
      case "withdrawal": {
        const { kind, target, by } = entry.body;
        if (kind === "reading") return entry.report === null || reports.has(entry.report);
        return judged.has(target) && (by?.kind !== "person" || within(entry.at, asOf));
      }
    }
  };
}

function whole(report: Report, stored: StoredReading, statements: ReadonlyMap<string, ReadonlyMap<string, Statement>>): Reading {
  const { id, report: _, statements: order, ...rest } = stored;
  const of = statements.get(id);
  return { ...rest, report, statements: order.flatMap((s) => of?.get(s) ?? []) };
}

/** Earliest first; without a date last; then by id: no order of arrival. */
export function byPublished(a: Report, b: Report): number {
  const [x, y] = [instant(a.published.value), instant(b.published.value)];
  return x - y || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Milliseconds of an ISO date or date and time; without an offset as UTC; none at the end of time. */
export function instant(value: string | null): number {
  if (!value) return Number.MAX_SAFE_INTEGER;
  const time = Date.parse(/T\d/.test(value) && !/(Z|[+-]\d\d:?\d\d)$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

function within(value: string, asOf: Moment): boolean {
  const limit = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf;
  return instant(value) <= instant(limit);
}
