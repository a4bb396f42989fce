import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { AccordingError } from "../base/error.js";
import { bytesOf, formatOf, linesOf, linesOfFile, STDIN } from "../intake/index.js";
import type { Given } from "../model/source.js";
import { failureOf, type Outcome } from "./outcome.js";
import { type Batch, readBatch } from "./read.js";

export interface RunOptions {
  readonly given: Partial<Given>;
  /** Threads at most; 1 reads in this one. All cores but none too many, where nothing is said. */
  readonly threads?: number;
}

/** So many reports in a batch: a thread is kept busy, and a slow batch holds nobody up for long. */
const LINES_A_BATCH = 50;
const FILES_A_BATCH = 20;
/** Fewer batches than this are read here: a thread takes longer to start than they do. */
const WORTH_THREADS = 3;

/** Threads load JavaScript: run from its sources, the reader reads in one. */
const isBuilt = import.meta.url.endsWith(".js");

/** Reads everything the files hold, in order of the files and their lines, by several threads where there is much. */
export async function* readAll(files: readonly string[], options: RunOptions): AsyncGenerator<Outcome> {
  const batches = batchesOf(files, options.given);
  const first: (Batch | Outcome)[] = [];
  for (let k = 0; k < WORTH_THREADS; k++) {
    const next = await batches.next();
    if (next.done) break;
    first.push(next.value);
  }
  const threads = options.threads ?? Math.min(availableParallelism(), 16);
  const all = follow(first, batches);
  const long = (await Promise.all(first.map(isLong))).some(Boolean);
  const many = first.length >= WORTH_THREADS && threads > 1;
  if (isBuilt && (many || long)) yield* inThreads(all, many ? threads : 1);
  else yield* inThisThread(all);
}

/** A text so long is read in a thread of its own, which can be stopped: nobody waits for ever for one made to harm. */
const LONG_BYTES = 100_000;
const MOST_MILLISECONDS = 120_000;

async function isLong(batch: Batch | Outcome): Promise<boolean> {
  if (isOutcome(batch)) return false;
  if (batch.kind === "bytes") return batch.bytes.length > LONG_BYTES;
  if (batch.kind === "lines") return batch.lines.some((line) => line.bytes.length > LONG_BYTES);
  const sizes = await Promise.all(
    batch.names.map((name) =>
      stat(name).then(
        (s) => s.size,
        () => 0,
      ),
    ),
  );
  return sizes.some((size, k) => size > (formatOf(batch.names[k], "") === "html" ? 5 : 1) * LONG_BYTES);
}

async function* follow<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

async function* inThisThread(batches: AsyncIterable<Batch | Outcome>): AsyncGenerator<Outcome> {
  for await (const batch of batches) {
    if (isOutcome(batch)) yield batch;
    else yield* await readBatch(batch);
  }
}

/** Keeps a few batches under way for each thread and gives their outcomes in the order in which they were handed in. */
async function* inThreads(batches: AsyncGenerator<Batch | Outcome>, threads: number): AsyncGenerator<Outcome> {
  const pool = new Piscina<Batch, readonly Outcome[]>({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  pool.on("error", () => {}); // A thread that dies fails its batch, which is read again; nothing else.
  const underWay: Promise<readonly Outcome[]>[] = [];
  try {
    for await (const batch of batches) {
      underWay.push(isOutcome(batch) ? Promise.resolve([batch]) : handIn(pool, batch));
      if (underWay.length >= threads * 3) yield* await (underWay.shift() as Promise<readonly Outcome[]>);
    }
    for (const last of underWay) yield* await last;
  } finally {
    await pool.destroy();
  }
}

const TOO_SLOW = new AccordingError(
  "read.too-slow",
  `not read within ${MOST_MILLISECONDS / 1000} seconds`,
  "A text of one endless sentence takes long: split it.",
);

/** A batch whose thread dies (out of memory, out of time) is read once more report by report, so that one report alone is lost. */
async function handIn(pool: Piscina<Batch, readonly Outcome[]>, batch: Batch): Promise<readonly Outcome[]> {
  try {
    return await pool.run(batch, { signal: AbortSignal.timeout(MOST_MILLISECONDS) });
  } catch (error) {
    const single = split(batch);
    if (single.length === 1) {
      const failure = failureOf((error as Error).name === "AbortError" ? TOO_SLOW : error);
      return [{ kind: "failed", name: nameOf(batch), inputId: null, failure }];
    }
    const outcomes: Outcome[] = [];
    for (const one of single) outcomes.push(...(await handIn(pool, one)));
    return outcomes;
  }
}

function split(batch: Batch): readonly Batch[] {
  if (batch.kind === "files") return batch.names.map((name) => ({ ...batch, names: [name] }));
  if (batch.kind === "lines") return batch.lines.map((line) => ({ ...batch, lines: [line] }));
  return [batch];
}

function nameOf(batch: Batch): string {
  if (batch.kind === "files") return batch.names[0];
  return batch.kind === "lines" ? `${batch.name}:${batch.lines[0].number}` : batch.name;
}

function isOutcome(value: Batch | Outcome): value is Outcome {
  return value.kind === "read" || value.kind === "failed";
}

/** Files as batches in their order; what cannot even be opened is an outcome already. */
async function* batchesOf(files: readonly string[], given: Partial<Given>): AsyncGenerator<Batch | Outcome> {
  let names: string[] = [];
  for (const file of files) {
    if (file !== STDIN && formatOf(file, "") !== "jsonl") {
      names.push(file);
      if (names.length < FILES_A_BATCH) continue;
    }
    if (names.length > 0) yield { kind: "files", names, given };
    names = [];
    if (file === STDIN || formatOf(file, "") === "jsonl") yield* batchesOfLines(file, given);
  }
  if (names.length > 0) yield { kind: "files", names, given };
}

async function* batchesOfLines(file: string, given: Partial<Given>): AsyncGenerator<Batch | Outcome> {
  try {
    let source = linesOfFile(file);
    if (file === STDIN) {
      const bytes = await bytesOf(file);
      if (formatOf(file, bytes.subarray(0, 4000).toString("utf8")) !== "jsonl") {
        yield { kind: "bytes", name: "standard input", bytes, given };
        return;
      }
      source = linesOf(one(bytes));
    }
    const name = file === STDIN ? "standard input" : file;
    let lines: { number: number; bytes: Uint8Array }[] = [];
    for await (const line of source) {
      lines.push(line);
      if (lines.length < LINES_A_BATCH) continue;
      yield { kind: "lines", name, lines, given };
      lines = [];
    }
    if (lines.length > 0) yield { kind: "lines", name, lines, given };
  } catch (error) {
    yield { kind: "failed", name: file, inputId: null, failure: failureOf(error) };
  }
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
