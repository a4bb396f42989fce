import type { Entry } from "../model/ledger.js";
import type { Change } from "./types.js";

/** What was added and withdrawn after a cursor. */
export function changes(entries: Iterable<Entry>, since = 0): readonly Change[] {
  const out: Change[] = [];
  for (const entry of entries) {
    if (entry.seq <= since) continue;
    const { seq, at, report } = entry;
    if (entry.kind === "withdrawal")
      out.push({ seq, at, change: "withdrawn", kind: entry.body.kind, id: entry.body.target, report, reason: entry.body.reason });
    else
      out.push({
        seq,
        at,
        change: "added",
        kind: entry.kind,
        id: entry.key,
        report,
        reason: entry.kind === "judgement" ? entry.body.reason : null,
      });
  }
  return out;
}

/** Keys of what is live after these changes, by kind. A statement goes with its reading. */
export function replay(feed: readonly Change[]): ReadonlySet<string> {
  const live = new Set<string>();
  for (const change of feed) {
    if (change.change === "added") live.add(`${change.kind} ${change.id}`);
    else {
      live.delete(`${change.kind} ${change.id}`);
      if (change.kind === "reading") for (const key of live) if (key.startsWith(`statement ${change.id}/`)) live.delete(key);
    }
  }
  return live;
}
