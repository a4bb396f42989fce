import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { AccordingError } from "../../base/error.js";
import type { Draft, Entry } from "../../model/ledger.js";
import { chain, EMPTY_HEAD, parseEntry } from "../chain.js";
import type { Head, RawEntry, Store, Walk } from "../store.js";

/** "acco" as a number: marks a SQLite file as a ledger of According. */
const APPLICATION = 0x6163636f;
/** Raised when the tables change. A ledger of a higher number is refused. */
const FORMAT = 1;

const TABLES = `
  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    report TEXT,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (kind, key)
  ) STRICT;
  CREATE INDEX entries_report ON entries (report) WHERE report IS NOT NULL;
  CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
`;

export interface OpenOptions {
  /** Only read: nothing is created, nothing can be appended. */
  readonly readOnly?: boolean;
  /** How long to wait for another writer, in milliseconds; 5,000 where unsaid. */
  readonly wait?: number;
  /** How many pages of 4 KB the file may grow to; as many as the disk holds where unsaid. */
  readonly pages?: number;
}

/**
 * A ledger in one SQLite file: WAL, synchronous=FULL, so that what `append` has acknowledged survives a kill and a power cut.
 * Several processes may read and append at once.
 *
 * @throws AccordingError with a `ledger.` code
 */
export function openLedger(file: string, options: OpenOptions = {}): Store {
  const readonly = options.readOnly ?? false;
  if (readonly && !existsSync(file)) {
    throw new AccordingError("ledger.missing", `There is no ledger at ${file}.`, "Make one with: according ingest FILES... --ledger FILE");
  }
  const guard = guardFor(file);
  return guard(() => {
    const db = new Database(file, { readonly, timeout: options.wait ?? 5_000 });
    try {
      if (options.pages) db.pragma(`max_page_count = ${options.pages}`);
      prepare(db, file, readonly);
    } catch (error) {
      db.close();
      throw error;
    }
    return sqliteStore(db, guard);
  });
}

function prepare(db: Database.Database, file: string, readonly: boolean): void {
  const application = Number(db.pragma("application_id", { simple: true }));
  const format = Number(db.pragma("user_version", { simple: true }));
  const empty = db.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as { n: number };
  if (empty.n > 0 && application !== APPLICATION) {
    throw new AccordingError(
      "ledger.not-a-ledger",
      `${file} is a database, but not a ledger of According.`,
      "Name another file with --ledger FILE.",
    );
  }
  if (format > FORMAT) {
    throw new AccordingError(
      "ledger.newer",
      `${file} was written by a newer According (ledger format ${format}; this one knows up to ${FORMAT}).`,
      "Install the newer According, or name another file with --ledger FILE.",
    );
  }
  if (readonly) return;
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  if (empty.n > 0) return;
  db.transaction(() => {
    const now = db.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as { n: number };
    if (now.n > 0) return; // another process was quicker
    db.exec(TABLES);
    db.pragma(`application_id = ${APPLICATION}`);
    db.pragma(`user_version = ${FORMAT}`);
  }).immediate();
}

type Guard = <T>(work: () => T) => T;

function sqliteStore(db: Database.Database, guard: Guard): Store {
  const insert = () =>
    db.prepare(
      "INSERT INTO entries (seq, kind, key, report, at, body, previous, hash) VALUES (@seq, @kind, @key, @report, @at, @body, @previous, @hash)",
    );
  const find = guard(() => db.prepare("SELECT * FROM entries WHERE kind = ? AND key = ?"));
  const last = guard(() => db.prepare("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"));
  const head = (): Head => (last.get() as Head | undefined) ?? EMPTY_HEAD;
  const appendAll = db.transaction((drafts: readonly Draft[], at: string): Entry[] => {
    const into = insert();
    const added: Entry[] = [];
    let end = head();
    for (const draft of drafts) {
      if (find.get(draft.kind, draft.key)) continue;
      const row = chain(draft, end, at);
      into.run(row);
      end = row;
      added.push(parseEntry(row));
    }
    return added;
  });
  return {
    async append(drafts, at) {
      return drafts.length ? guard(() => appendAll.immediate(drafts, at)) : [];
    },
    async *entries(walk: Walk = {}) {
      for (const row of pages(db, guard, walk)) yield parseEntry(row);
    },
    async *raw() {
      yield* pages(db, guard, {});
    },
    async get(kind, key) {
      const row = guard(() => find.get(kind, key)) as RawEntry | undefined;
      return row ? parseEntry(row) : null;
    },
    async head() {
      return guard(head);
    },
    async close() {
      guard(() => db.close());
    },
  };
}

const PAGE = 500;

/** Rows in pages, so that no statement stays open while the caller appends between two of them. */
function* pages(db: Database.Database, guard: Guard, walk: Walk): Generator<RawEntry> {
  const where = ["seq > @after"];
  if (walk.report !== undefined) where.push("report = @report");
  if (walk.kinds) where.push(`kind IN (${walk.kinds.map((kind) => `'${kind}'`).join(", ")})`);
  const select = guard(() => db.prepare(`SELECT * FROM entries WHERE ${where.join(" AND ")} ORDER BY seq LIMIT ${PAGE}`));
  let after = walk.after ?? 0;
  for (;;) {
    const rows = guard(() => select.all({ after, report: walk.report ?? null })) as RawEntry[];
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1].seq;
  }
}

/** What SQLite says, as what the caller can do about it. */
function guardFor(file: string): Guard {
  return (work) => {
    try {
      return work();
    } catch (error) {
      if (error instanceof AccordingError || !(error instanceof Error)) throw error;
      const code = (error as { code?: string }).code ?? "";
      const known = REFUSALS.find(([start]) => code.startsWith(start));
      if (known) throw new AccordingError(known[1], known[2](file), known[3], { cause: error });
      if (error instanceof TypeError && /directory does not exist/.test(error.message)) {
        throw new AccordingError(
          "ledger.missing",
          `The folder of ${file} does not exist.`,
          "Make the folder first, or name another file.",
          { cause: error },
        );
      }
      throw new AccordingError("ledger.failed", `The ledger ${file} could not be used: ${error.message}`, null, { cause: error });
    }
  };
}

const REFUSALS: readonly (readonly [code: string, to: string, message: (file: string) => string, hint: string])[] = [
  ["SQLITE_BUSY", "ledger.locked", (f) => `${f} is locked by another process.`, "Wait until it has finished, then try again."],
  ["SQLITE_LOCKED", "ledger.locked", (f) => `${f} is locked by another process.`, "Wait until it has finished, then try again."],
  [
    "SQLITE_FULL",
    "ledger.full",
    (f) => `No room is left to write to ${f}; what was recorded before is safe.`,
    "Free some disk space, then run the same command again: it goes on where it stopped.",
  ],
  ["SQLITE_NOTADB", "ledger.not-a-ledger", (f) => `${f} is not a ledger.`, "Name another file with --ledger FILE."],
  ["SQLITE_READONLY", "ledger.read-only", (f) => `${f} may only be read.`, "Check who may write to the file and its folder."],
  ["SQLITE_CANTOPEN", "ledger.missing", (f) => `${f} cannot be opened.`, "Check that its folder exists and may be written to."],
  ["SQLITE_CORRUPT", "ledger.damaged", (f) => `${f} is damaged.`, "Restore a copy, then check it with: according verify"],
];
