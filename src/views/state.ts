import type { Entry, Judgement, StoredReading } from "../model/ledger.js";
import type { Reading, Statement } from "../model/reading.js";
import type { Report } from "../model/report.js";

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
  const judgements = new Map<string, { judgement: Judgement; at: string }>();
  const withdrawn = new Set<string>();
  return {
    add(entry: Entry): void {
      seq = entry.seq;
      if (entry.kind === "report") {
        reports.set(entry.body.id, entry.body);
        recorded.set(entry.body.id, entry.at);
      } else if (entry.kind === "reading") readings.set(entry.body.id, { seq: entry.seq, reading: entry.body });
      else if (entry.kind === "statement") {
        const of = statements.get(entry.body.reading) ?? new Map<string, Statement>();
        statements.set(entry.body.reading, of.set(entry.body.statement.id, entry.body.statement));
      } else if (entry.kind === "judgement") judgements.set(entry.body.id, { judgement: entry.body, at: entry.at });
      else if (entry.body.kind === "reading" || entry.body.by === null || entry.body.by.kind === "resolver" || within(entry.at, asOf))
        withdrawn.add(entry.body.target);
    },
    state(): State {
      const known = [...reports.values()].filter((r) => within(r.published.value ?? recorded.get(r.id) ?? null, asOf));
      const ids = new Set(known.map((r) => r.id));
      const live = new Map<string, Stored>();
      const former: StoredReading[] = [];
      for (const [id, stored] of readings) {
        const report = stored.reading.report;
        if (!ids.has(report)) continue;
        const now = live.get(report);
        if (withdrawn.has(id)) former.push(stored.reading);
        else if (now && now.seq > stored.seq) former.push(stored.reading);
        else {
          if (now) former.push(now.reading);
          live.set(report, stored);
        }
      }
      const sorted = known.sort(byPublished);
      return {
        seq,
        reports: new Map(sorted.map((r) => [r.id, r])),
        recorded: new Map(sorted.map((r) => [r.id, recorded.get(r.id) as string])),
        readings: new Map(
          sorted.flatMap((r) => (live.has(r.id) ? [[r.id, whole(r, (live.get(r.id) as Stored).reading, statements)] as const] : [])),
        ),
        readingIds: new Map(sorted.flatMap((r) => (live.has(r.id) ? [[r.id, (live.get(r.id) as Stored).reading.id] as const] : []))),
        former,
        judgements: [...judgements.values()]
          .filter((j) => !withdrawn.has(j.judgement.id) && ids.has(j.judgement.a.report) && ids.has(j.judgement.b.report))
          .filter((j) => j.judgement.by.kind === "resolver" || within(j.at, asOf))
          .map((j) => j.judgement),
      };
    },
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

function within(value: string | null, asOf: Moment | null): boolean {
  if (asOf === null) return true;
  const limit = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf;
  return value !== null && instant(value) <= instant(limit);
}
