import { type Recorded, recordReadings, recordResolution, type Store } from "../ledger/index.js";
import type { Reading } from "../model/reading.js";
import { resolve, summarise } from "../resolve/index.js";
import { foldStore } from "../views/index.js";
import type { Outcome } from "./outcome.js";
import { type RunOptions, readAll } from "./run.js";

export interface IngestOptions extends RunOptions {
  /** The moment, for the ledger's record; the only clock here. */
  readonly clock: () => string;
  /** Told of every report as it comes by. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

export interface Ingested {
  readonly new: number;
  readonly reread: number;
  readonly known: number;
  readonly failed: number;
  readonly statements: number;
}

/** So many readings are recorded in one transaction. */
const READINGS_A_TRANSACTION = 50;

/**
 * Reads files into a ledger and brings its judgements up to date. Reports recorded already add nothing, so an ingest that was cut
 * off is taken up again by running it again.
 */
export async function ingest(store: Store, files: readonly string[], options: IngestOptions): Promise<Ingested> {
  const count = { new: 0, reread: 0, known: 0, failed: 0, statements: 0 };
  let waiting: Reading[] = [];
  const record = async (): Promise<void> => {
    const recorded: readonly Recorded[] = waiting.length > 0 ? await recordReadings(store, waiting, options.clock()) : [];
    waiting = [];
    for (const { outcome, statements } of recorded) {
      count[outcome]++;
      count.statements += statements;
    }
  };
  for await (const outcome of readAll(files, options)) {
    options.onOutcome?.(outcome);
    if (outcome.kind === "failed") {
      count.failed++;
      continue;
    }
    waiting.push(outcome.reading);
    if (waiting.length >= READINGS_A_TRANSACTION) await record();
  }
  await record();
  if (count.new + count.reread > 0) await resolveAll(store, options.clock);
  return count;
}

/** Judges anew which events of the ledger's readings are the same; what persons judged holds. */
export async function resolveAll(store: Store, clock: () => string): Promise<void> {
  const state = await foldStore(store);
  const summaries = [...state.readings.values()].map(summarise);
  const persons = state.judgements.filter((judgement) => judgement.by.kind === "person");
  await recordResolution(store, resolve(summaries, persons), clock());
}
