import { sha256 } from "../base/hash.js";
import type { Draft, Entry } from "../model/ledger.js";
import type { Head, RawEntry, Store } from "./store.js";

export const NO_HASH = "0".repeat(64);
export const EMPTY_HEAD: Head = { seq: 0, hash: NO_HASH };

/** The next line of a chain. */
export function chain(draft: Draft, head: Head, at: string): RawEntry {
  const open = {
    seq: head.seq + 1,
    kind: draft.kind,
    key: draft.key,
    report: draft.report,
    at,
    body: JSON.stringify(draft.body),
    previous: head.hash,
  };
  return { ...open, hash: hashOf(open) };
}

/** What an entry's hash must be. */
export function hashOf(entry: Omit<RawEntry, "hash">): string {
  return sha256(JSON.stringify([entry.seq, entry.kind, entry.key, entry.report, entry.at, entry.previous]) + entry.body);
}

export function parseEntry(raw: RawEntry): Entry {
  return { ...raw, body: JSON.parse(raw.body) } as unknown as Entry;
}

/** What a walk along the chain found. `broken` is the first entry that is not what was appended, or null. */
export interface Verification {
  readonly entries: number;
  readonly head: string;
  readonly broken: { readonly seq: number; readonly kind: string; readonly key: string; readonly reason: string } | null;
}

/** Walks the chain from the first entry. Does not notice entries cut off at the end: compare `head` with one written down elsewhere. */
export async function verify(store: Store): Promise<Verification> {
  let head = EMPTY_HEAD;
  for await (const entry of store.raw()) {
    const reason = flaw(entry, head);
    if (reason) return { entries: head.seq, head: head.hash, broken: { seq: entry.seq, kind: entry.kind, key: entry.key, reason } };
    head = { seq: entry.seq, hash: entry.hash };
  }
  return { entries: head.seq, head: head.hash, broken: null };
}

function flaw(entry: RawEntry, head: Head): string | null {
  if (entry.seq !== head.seq + 1) return `entry ${head.seq + 1} is missing`;
  if (entry.previous !== head.hash) return "it does not follow from the entry before";
  if (entry.hash !== hashOf(entry)) return "its content is not what was recorded";
  return null;
}
