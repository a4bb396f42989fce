import type { Entry } from "../model/ledger.js";
import type { Count, Statement } from "../model/reading.js";
import type { Change } from "./types.js";

/** What was added and withdrawn after a cursor. */
export function changes(entries: Iterable<Entry>, since = 0): readonly Change[] {
  const out: Change[] = [];
  for (const entry of entries) {
    if (entry.seq <= since) continue;
    const { seq, at, report } = entry;
    if (entry.kind === "withdrawal")
      out.push({
        seq,
        at,
        change: "withdrawn",
        kind: entry.body.kind,
        id: entry.body.target,
        report,
        reason: entry.body.reason,
        says: entry.body.by?.kind === "person" ? `by ${entry.body.by.name}` : "",
      });
    else
      out.push({
        seq,
        at,
        change: "added",
        kind: entry.kind,
        id: entry.key,
        report,
        reason: entry.kind === "judgement" ? entry.body.reason : null,
        says: says(entry),
      });
  }
  return out;
}

function says(entry: Exclude<Entry, { kind: "withdrawal" }>): string {
  switch (entry.kind) {
    case "report":
      return [entry.body.published.value?.slice(0, 10), entry.body.outlet, entry.body.title].filter(Boolean).join(", ");
    case "reading":
      return `${entry.body.statements.length} statements by ${entry.body.read.reader} ${entry.body.read.version}`;
    case "statement":
      return said(entry.body.statement);
    case "judgement": {
      const by = entry.body.by.kind === "person" ? entry.body.by.name : `resolver ${entry.body.by.version}`;
      return `${entry.body.verdict}${entry.body.score === null ? "" : ` (${entry.body.score.toFixed(2)})`}, by ${by}: ${entry.body.a.type} and ${entry.body.b.type}`;
    }
  }
}

function said(s: Statement): string {
  if (s.kind === "toll") return `toll: ${s.effect} ${number(s.count)}`;
  if (s.kind === "figure") return `figure: ${number(s.count)}${s.count.unit ? ` ${s.count.unit}` : ""}`;
  return s.kind === "label" ? `label: ${s.label}` : s.kind;
}

function number({ low, high, was }: Count): string {
  const now = low === high ? `${low}` : high === null ? `at least ${low}` : low === null ? `at most ${high}` : `${low} to ${high}`;
  return was === null ? now : `${now} (was ${was})`;
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
