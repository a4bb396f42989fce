import type { Span } from "../base/span.js";
import type { Entry, EventRef, StoredReading } from "../model/ledger.js";
import type { Count, Statement } from "../model/reading.js";
import type { Report } from "../model/report.js";
import { knownThen, type Moment } from "./state.js";
import type { Change } from "./types.js";

type Of<K extends Entry["kind"]> = Extract<Entry, { kind: K }>;

/**
 * What was added, changed and withdrawn after a cursor. A report that is read again is a change of its reading: statements that both
 * readings make stay, and stand in no line.
 *
 * @param entries all of the ledger's, in order: those up to the cursor say what the later ones change
 * @param asOf only what was known and judged by this moment; `null` for everything
 */
export function changes(entries: Iterable<Entry>, since = 0, asOf: Moment | null = null): readonly Change[] {
  const feed = new Feed();
  const known = knownThen(asOf);
  const out: Change[] = [];
  for (const entry of entries) {
    if (!known(entry)) continue;
    const found = feed.take(entry);
    if (entry.seq > since) out.push(...found);
  }
  return out;
}

class Feed {
  readonly #reports = new Map<string, Report>();
  /** Live readings of a report with the statements that they have so far. */
  readonly #readings = new Map<string, Map<string, Map<string, Statement>>>();
  readonly #stored = new Map<string, StoredReading>();

  take(entry: Entry): readonly Change[] {
    switch (entry.kind) {
      case "report":
        this.#reports.set(entry.body.id, entry.body);
        return [{ ...base(entry), change: "added", kind: "report", id: entry.body.id, reason: null, says: named(entry.body), words: null }];
      case "reading":
        return [this.#reading(entry)];
      case "statement":
        return this.#statement(entry);
      case "judgement":
        return [this.#judgement(entry)];
      case "withdrawal":
        return this.#withdrawal(entry);
    }
  }

  #live(report: string): Map<string, Map<string, Statement>> {
    const known = this.#readings.get(report) ?? new Map<string, Map<string, Statement>>();
    this.#readings.set(report, known);
    return known;
  }

  #reading(entry: Of<"reading">): Change {
    const { id, report, statements, read } = entry.body;
    const live = this.#live(report);
    const before = live.size > 0;
    live.set(id, new Map());
    this.#stored.set(id, entry.body);
    return {
      ...base(entry),
      change: before ? "changed" : "added",
      kind: "reading",
      id,
      reason: before ? "read again" : null,
      says: `${statements.length} statements by ${read.reader} ${read.version}`,
      words: null,
    };
  }

  #statement(entry: Of<"statement">): readonly Change[] {
    const { reading, report, statement } = entry.body;
    const live = this.#live(report);
    const held = [...live.values()].some((of) => of.has(statement.id));
    live.get(reading)?.set(statement.id, statement);
    if (held) return [];
    return [{ ...base(entry), change: "added", kind: "statement", id: statement.id, reason: null, ...this.#said(report, statement) }];
  }

  #said(report: string, statement: Statement): Pick<Change, "says" | "words"> {
    return { says: said(statement), words: this.#words(report, statement.evidence) };
  }

  #words(report: string, span: Span): Change["words"] {
    const text = this.#reports.get(report)?.text;
    return text === undefined ? null : { report, span, words: text.slice(span[0], span[1]) };
  }

  #judgement(entry: Of<"judgement">): Change {
    const { verdict, score, by, a, b, reason } = entry.body;
    const who = by.kind === "person" ? by.name : `resolver ${by.version}`;
    const says = `${verdict}${score === null ? "" : ` ${score.toFixed(2)}`} by ${who}: ${this.#event(a)} / ${this.#event(b)}`;
    return { ...base(entry), change: "added", kind: "judgement", id: entry.body.id, reason, says, words: null };
  }

  /** "bombing (Lake Wire, 2023-03-11)" */
  #event({ report, type }: EventRef): string {
    const known = this.#reports.get(report);
    const where = [known?.outlet ?? report.slice(0, 8), known?.published.value?.slice(0, 10)].filter(Boolean).join(", ");
    return `${type.slice(type.indexOf(".") + 1)} (${where})`;
  }

  #withdrawal(entry: Of<"withdrawal">): readonly Change[] {
    const { kind, target, reason, by } = entry.body;
    const who = by?.kind === "person" ? `by ${by.name}` : "";
    const own: Change = { ...base(entry), change: "withdrawn", kind, id: target, reason, says: who, words: null };
    if (kind !== "reading") return [own];
    const report = this.#stored.get(target)?.report ?? null;
    if (report === null) return [own];
    const live = this.#live(report);
    const gone = live.get(target) ?? new Map<string, Statement>();
    live.delete(target);
    const lost = [...gone.values()].filter((s) => ![...live.values()].some((of) => of.has(s.id)));
    return [
      { ...own, report },
      ...lost.map(
        (s): Change => ({ ...base(entry), report, change: "withdrawn", kind: "statement", id: s.id, reason, ...this.#said(report, s) }),
      ),
    ];
  }
}

function base({ seq, at, report }: Entry): Pick<Change, "seq" | "at" | "report"> {
  return { seq, at, report };
}

function named({ published, outlet, title }: Report): string {
  return [published.value?.slice(0, 10), outlet, title].filter(Boolean).join(", ");
}

function said(s: Statement): string {
  if (s.kind === "toll") return `${s.effect} ${number(s.count)}`;
  if (s.kind === "figure") return `figure ${number(s.count)}${s.count.unit ? ` ${s.count.unit}` : ""}`;
  return s.kind === "label" ? `called ${s.label}` : s.kind;
}

function number({ low, high, was }: Count): string {
  const now = low === high ? `${low}` : high === null ? `at least ${low}` : low === null ? `at most ${high}` : `${low} to ${high}`;
  return was === null ? now : `${now} (was ${was})`;
}

/** What is live after these changes: kind and id of each. */
export function replay(feed: readonly Change[]): ReadonlySet<string> {
  const live = new Set<string>();
  for (const { change, kind, id } of feed) {
    if (change === "withdrawn") live.delete(`${kind} ${id}`);
    else live.add(`${kind} ${id}`);
  }
  return live;
}
