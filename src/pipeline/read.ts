import { bytesOf, sourceOfBytes, sourceOfLine } from "../intake/index.js";
import type { Reading } from "../model/reading.js";
import type { Given, Source } from "../model/source.js";
import { read } from "../read/index.js";
import { readBy } from "../read/version.js";
import { failureOf, type Outcome } from "./outcome.js";
import { type MadeReport, reportOf } from "./report.js";

/** A source to its reading. Plain: the same source and versions give the same bytes. */
export function readSource(source: Source): Reading {
  return readReport(reportOf(source));
}

/** A report to its reading. A text in another language gives a reading that holds the report and a note, and nothing else. */
export function readReport({ report, notes }: Pick<MadeReport, "report" | "notes">): Reading {
  if (report.language !== null && report.language !== "en") return unread(report, notes);
  const reading = read(report);
  return notes.length === 0 ? reading : { ...reading, notes: [...notes, ...reading.notes] };
}

function unread(report: Reading["report"], notes: Reading["notes"]): Reading {
  return { report, actors: [], places: [], times: [], attributions: [], events: [], lead: null, statements: [], notes, read: readBy() };
}

/** Several reports for one go of a thread. */
export type Batch =
  | { readonly kind: "files"; readonly names: readonly string[]; readonly given: Partial<Given> }
  | { readonly kind: "bytes"; readonly name: string; readonly bytes: Uint8Array; readonly given: Partial<Given> }
  | {
      readonly kind: "lines";
      readonly name: string;
      readonly lines: readonly { number: number; bytes: Uint8Array }[];
      readonly given: Partial<Given>;
    };

/** Reads a batch, one outcome a report, in order. A report that fails stops no other. */
export async function readBatch(batch: Batch): Promise<readonly Outcome[]> {
  const { given } = batch;
  if (batch.kind === "bytes") return [attempt(batch.name, () => sourceOfBytes(batch.name, batch.bytes, given))];
  if (batch.kind === "lines") {
    return batch.lines.map(({ number, bytes }) =>
      attempt(`${batch.name}:${number}`, () => sourceOfLine(`${batch.name}:${number}`, bytes, given)),
    );
  }
  const outcomes: Outcome[] = [];
  for (const name of batch.names) {
    try {
      const bytes = await bytesOf(name);
      outcomes.push(attempt(name, () => sourceOfBytes(name, bytes, given)));
    } catch (error) {
      outcomes.push({ kind: "failed", name, inputId: null, failure: failureOf(error) });
    }
  }
  return outcomes;
}

function attempt(name: string, make: () => Source): Outcome {
  let inputId: string | null = null;
  try {
    const source = make();
    inputId = source.inputId;
    return { kind: "read", name, inputId, reading: readSource(source) };
  } catch (error) {
    return { kind: "failed", name, inputId, failure: failureOf(error) };
  }
}
