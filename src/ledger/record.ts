import { shortHash } from "../base/hash.js";
import type { Draft, Entry, Judge, Judgement } from "../model/ledger.js";
import type { Reading } from "../model/reading.js";
import type { Store } from "./store.js";

/** What recording a reading did: `new` report, `reread` by another reader version, or nothing: it was `known`. */
export interface Recorded {
  readonly report: string;
  readonly outcome: "new" | "reread" | "known";
  readonly statements: number;
}

/**
 * Records readings with their reports and statements, in one transaction. The same report read by the same version appends
 * nothing; read by another version, its statements are appended and the reading before is withdrawn: both stay to be seen.
 */
export async function recordReadings(store: Store, readings: readonly Reading[], at: string): Promise<readonly Recorded[]> {
  const drafts: Draft[] = [];
  const recorded: Recorded[] = [];
  for (const reading of readings) {
    const known = await knownReadings(store, reading.report.id);
    const { reader, version, lexicon, models } = reading.read;
    const made = [reading.report.id, reader, version, lexicon, models];
    const live = known.filter((k) => !k.withdrawn);
    const times = known.filter((k) => k.made === JSON.stringify(made) && k.withdrawn).length;
    if (live.some((k) => k.made === JSON.stringify(made))) {
      recorded.push({ report: reading.report.id, outcome: "known", statements: 0 });
      continue;
    }
    const id = shortHash([...made, ...(times ? [times] : [])]);
    drafts.push(...readingDrafts(reading, id));
    for (const old of live) drafts.push(withdrawalDraft("reading", old.id, `read again by ${reader} ${version}`, null, reading.report.id));
    recorded.push({ report: reading.report.id, outcome: live.length ? "reread" : "new", statements: reading.statements.length });
  }
  await store.append(drafts, at);
  return recorded;
}

/** Whether this report has a live reading of these versions: a resumed ingest asks before it reads. */
export async function isRecorded(store: Store, report: string, read: Reading["read"]): Promise<boolean> {
  const made = JSON.stringify([report, read.reader, read.version, read.lexicon, read.models]);
  return (await knownReadings(store, report)).some((k) => !k.withdrawn && k.made === made);
}

interface Known {
  readonly id: string;
  readonly made: string;
  readonly withdrawn: boolean;
}

async function knownReadings(store: Store, report: string): Promise<readonly Known[]> {
  const known: { id: string; made: string }[] = [];
  const withdrawn = new Set<string>();
  for await (const entry of store.entries({ report, kinds: ["reading", "withdrawal"] })) {
    if (entry.kind === "reading") {
      const { reader, version, lexicon, models } = entry.body.read;
      known.push({ id: entry.body.id, made: JSON.stringify([report, reader, version, lexicon, models]) });
    } else if (entry.kind === "withdrawal") withdrawn.add(entry.body.target);
  }
  return known.map((k) => ({ ...k, withdrawn: withdrawn.has(k.id) }));
}

function readingDrafts(reading: Reading, id: string): Draft[] {
  const { report, statements, ...rest } = reading;
  return [
    { kind: "report", key: report.id, report: report.id, body: report },
    { kind: "reading", key: id, report: report.id, body: { ...rest, id, report: report.id, statements: statements.map((s) => s.id) } },
    ...statements.map(
      (statement): Draft => ({
        kind: "statement",
        key: `${id}/${statement.id}`,
        report: report.id,
        body: { report: report.id, reading: id, statement },
      }),
    ),
  ];
}

function withdrawalDraft(kind: "reading" | "judgement", target: string, reason: string, by: Judge | null, report: string | null): Draft {
  return { kind: "withdrawal", key: target, report, body: { kind, target, reason, by } };
}

/** Records judgements; one that is entered already (same id) adds nothing. */
export async function recordJudgements(store: Store, judgements: readonly Judgement[], at: string): Promise<readonly Entry[]> {
  return store.append(judgements.map(judgementDraft), at);
}

function judgementDraft(body: Judgement): Draft {
  return { kind: "judgement", key: body.id, report: null, body };
}

/**
 * Brings the resolver's judgements up to date: what it judges now and did not before is appended, what it judged before and does not
 * now is withdrawn. Judgements of persons are left alone.
 */
export async function recordResolution(store: Store, judgements: readonly Judgement[], at: string): Promise<readonly Entry[]> {
  const live = new Map<string, Judgement>();
  const times = new Map<string, number>();
  for await (const entry of store.entries({ kinds: ["judgement", "withdrawal"] })) {
    if (entry.kind === "judgement" && entry.body.by.kind === "resolver") live.set(entry.body.id, entry.body);
    if (entry.kind === "withdrawal" && live.delete(entry.body.target)) {
      const base = entry.body.target.split("+")[0];
      times.set(base, (times.get(base) ?? 0) + 1);
    }
  }
  const drafts: Draft[] = [];
  const held = new Set([...live.keys()].map((key) => key.split("+")[0]));
  const wanted = new Set(judgements.map((j) => j.id));
  for (const old of live.keys())
    if (!wanted.has(old.split("+")[0])) drafts.push(withdrawalDraft("judgement", old, "the resolver judges otherwise now", null, null));
  for (const judgement of judgements) {
    if (held.has(judgement.id)) continue;
    const again = times.get(judgement.id) ?? 0;
    drafts.push(judgementDraft(again ? { ...judgement, id: `${judgement.id}+${again}` } : judgement));
  }
  return store.append(drafts, at);
}

/** Takes back judgements. What was taken back already stays taken back. */
export async function withdrawJudgements(
  store: Store,
  ids: readonly string[],
  reason: string,
  by: Judge,
  at: string,
): Promise<readonly Entry[]> {
  return store.append(
    ids.map((id) => withdrawalDraft("judgement", id, reason, by, null)),
    at,
  );
}
