import type { Draft, Entry, EntryKind } from "../model/ledger.js";

/** Which entries to walk. Everything, where nothing is said. */
export interface Walk {
  /** Only entries after this number. */
  readonly after?: number;
  readonly kinds?: readonly EntryKind[];
  /** Only entries that belong to this report. */
  readonly report?: string;
}

/** The last entry's number and hash; 0 and 64 zeros where the ledger is empty. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** An entry as it stands in the store, its body unparsed: what `verify` hashes. */
export interface RawEntry {
  readonly seq: number;
  readonly kind: string;
  readonly key: string;
  readonly report: string | null;
  readonly at: string;
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
}

/**
 * Where a ledger is kept: entries in the order in which they were appended, never changed, never removed. One contract for every
 * store, held by one set of tests.
 */
export interface Store {
  /**
   * Appends in one transaction, all or nothing, and leaves out what is entered already (same kind, same key). Safe while another
   * process appends: the chain is continued from whatever stands there when the transaction has begun.
   *
   * @param at the moment to record, from the caller's clock
   * @returns the entries that were new
   */
  append(drafts: readonly Draft[], at: string): Promise<readonly Entry[]>;
  /** Entries in order. Entries appended meanwhile may or may not be met. */
  entries(walk?: Walk): AsyncIterable<Entry>;
  raw(): AsyncIterable<RawEntry>;
  get(kind: EntryKind, key: string): Promise<Entry | null>;
  head(): Promise<Head>;
  close(): Promise<void>;
}
