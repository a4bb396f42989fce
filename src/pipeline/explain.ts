import { readdirSync } from "node:fs";
import { overlaps, type Span, wordsAt } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { Actor, Attribution, Count, Event, Reading, Statement } from "../model/reading.js";
import type { Effect } from "../model/vocabulary.js";
import type { Findings } from "../read/findings.js";
import { findAll } from "../read/index.js";
import { type Decision, explained } from "../read/journal.js";

/** A tree of reasons: what was believed, and below it why. */
export interface Reason {
  readonly text: string;
  /** The stage that found it, or `null`. */
  readonly stage: string | null;
  readonly children: readonly Reason[];
}

/**
 * Why a statement stands in a reading: the words, whose word it is, the event, place, time and count, each with the stage that
 * found it and the table rows that made it. The report is read once more; where this version reads it otherwise than the one that
 * recorded the statement, the tree says so.
 */
export function explain(reading: Reading, statement: Statement): Reason {
  const { result: found, decisions } = explained(() => findAll(reading.report));
  const again = found.statements.find((s) => s.id === statement.id);
  const quote = (span: Span): string => quoted(reading.report.text, span);
  const stale = again
    ? []
    : [reason("the reader of today does not make this statement any more; what follows is what it was recorded with")];
  return reason(`${statement.kind} ${statement.id}`, null, [
    reason(`words ${quote(statement.evidence)} at ${statement.evidence.join("–")}, ${statement.part}`),
    ...stale,
    voice(reading, statement, found, decisions),
    ...eventOf(reading, statement, found, decisions),
    ...own(reading, statement, found, decisions),
    ...figuresOfSpeech(reading, statement, decisions),
    reason("rules", "statements", statement.rules.map(ruleReason)),
    reason(`read by ${reading.read.reader} ${reading.read.version}, lexicon ${reading.read.lexicon}, models ${reading.read.models}`),
  ]);
}

function reason(text: string, stage: string | null = null, children: readonly Reason[] = []): Reason {
  return { text, stage, children };
}

function quoted(text: string, span: Span): string {
  return `“${wordsAt(text, span).replace(/\s+/g, " ")}”`;
}

/** The most features that are shown of a decision, and how little against the heaviest one may weigh. */
const SHOWN = 6;
const LIGHT = 0.1;

/** What learned scorers decided about words of the text: each with the features that weighed most. */
function learned(text: string, decisions: readonly Decision[], about: (d: Decision) => boolean): readonly Reason[] {
  return decisions.filter(about).map((d) => {
    const least = d.least === null ? "" : `, believed from ${signed(d.least)}`;
    const instead = d.instead === null ? "" : `; next ${d.instead}`;
    const top = Math.abs(d.features[0]?.weight ?? 0);
    const shown = d.features.filter((f) => Math.abs(f.weight) >= LIGHT * top).slice(0, SHOWN);
    const more = d.features.length - shown.length;
    return reason(
      `learned (models/${d.model}.md): ${quoted(text, d.span)} is ${d.what}, score ${signed(d.score)}${least}${instead}`,
      null,
      [...shown.map((f) => reason(`${signed(f.weight)}  ${f.name}`)), ...(more > 0 ? [reason(`and ${more} that weigh less`)] : [])],
    );
  });
}

function signed(x: number): string {
  const digits = Math.abs(x).toFixed(2);
  return digits === "0.00" ? digits : `${x < 0 ? "−" : "+"}${digits}`;
}

/** Decisions of a stage about words that stand in, or around, a span. */
function aboutWords(words: Span, ...whats: readonly string[]): (d: Decision) => boolean {
  return (d) => overlaps(d.span, words) && whats.some((what) => d.what.startsWith(what));
}

function voice(reading: Reading, statement: Statement, found: Findings, decisions: readonly Decision[]): Reason {
  const { text } = reading.report;
  if (statement.attribution.length === 0)
    return reason(`said by the outlet itself${reading.report.outlet ? `, ${reading.report.outlet}` : ""}`, "attributions");
  const links = statement.attribution.flatMap((id) => {
    const a = reading.attributions.find((x) => x.id === id);
    if (!a) return [];
    const actor = reading.actors.find((x) => x.id === a.source);
    const twin = found.attributions.find((x) => x.cue?.[0] === a.cue?.[0] && x.sourceSpan?.[0] === a.sourceSpan?.[0]);
    return [
      reason(
        `${actor?.name ?? (a.sourceSpan ? wordsAt(text, a.sourceSpan) : "somebody unnamed")} ${a.stance} (${a.quoted})`,
        "attributions",
        [
          ...(a.cue ? [reason(`cue ${quoted(text, a.cue)}`, null, learned(text, decisions, aboutWords(a.cue, "cue")))] : []),
          ...(a.sourceSpan ? [reason(`source ${quoted(text, a.sourceSpan)}`, null, sourceReasons(text, a, actor, decisions))] : []),
          ...a.content.map((c) => reason(`content ${quoted(text, c)}`, null, learned(text, decisions, contentOf(a.cue, c)))),
          ...(twin?.rules ?? []).map(ruleReason),
        ],
      ),
    ];
  });
  return reason("said by, innermost first", null, links);
}

function sourceReasons(text: string, a: Attribution, actor: Actor | undefined, decisions: readonly Decision[]): readonly Reason[] {
  const span = a.sourceSpan as Span;
  const source = (d: Decision): boolean => overlaps(d.span, span) && (d.what.startsWith("name") || isFor(d, "source", a.cue));
  return [...(actor ? [actorReason(text, actor)] : []), ...learned(text, decisions, source)];
}

/** Whether a decision chose something for this cue: the same words may be source or content of several. */
function isFor(d: Decision, what: string, cue: Span | null): boolean {
  return d.what === what && d.of !== null && cue !== null && d.of[0] === cue[0];
}

function contentOf(cue: Span | null, content: Span): (d: Decision) => boolean {
  return (d) => isFor(d, "content", cue) && overlaps(d.span, content);
}

function actorReason(text: string, actor: Actor): Reason {
  const called = [...new Set(actor.mentions.map((m) => quoted(text, m)))].slice(0, 6).join(", ");
  return reason(`${actor.kind} ${actor.name}, called ${called}`, "actors");
}

function eventOf(reading: Reading, statement: Statement, found: Findings, decisions: readonly Decision[]): readonly Reason[] {
  const event = reading.events.find((e) => e.id === statement.event);
  if (!event) return [];
  const { text } = reading.report;
  const place = reading.places.find((p) => p.id === event.where);
  const time = reading.times.find((t) => t.id === event.when);
  const twin = found.events.find((e) => e.mentions.some((m) => event.mentions.some((n) => overlaps(m, n))));
  return [
    reason(
      `event ${event.type} ${event.status}${event.id === reading.lead ? ", the lead" : ""}${event.background ? ", background" : ""}`,
      "events",
      [
        ...event.mentions.map((m) =>
          reason(`mention ${quoted(text, m)}`, null, learned(text, decisions, aboutWords(m, "mention", "meant as"))),
        ),
        ...(place
          ? [
              reason(`where ${place.name}${place.geonames ? ` (GeoNames ${place.geonames})` : ""}: ${place.because}`, "places", [
                reason(`words ${quoted(text, place.span)}`, null, learned(text, decisions, aboutWords(place.span, "name", "place"))),
                ...learned(text, decisions, (d) => d.what.startsWith("the scene") && isOfEvent(event, d.of)),
              ]),
            ]
          : []),
        ...(time
          ? [
              reason(`when ${time.value}, ${time.earliest ?? "open"} to ${time.latest ?? "open"}, hung on ${time.anchor}`, "times", [
                reason(`words ${quoted(text, time.span)}`),
              ]),
            ]
          : []),
        ...dated(text, event, decisions),
        ...event.roles.map((r) => reason(`${r.role} ${quoted(text, r.span)}`)),
        ...(twin?.rules ?? []).map(ruleReason),
      ],
    ),
  ];
}

function dated(text: string, event: Event, decisions: readonly Decision[]): readonly Reason[] {
  const why = learned(text, decisions, (d) => d.what.startsWith("dated") && isOfEvent(event, d.span));
  if (why.length === 0) return [];
  const { earliest, latest } = event;
  const days =
    earliest === null && latest === null ? "no day" : earliest === latest ? earliest : `${earliest ?? "open"} to ${latest ?? "open"}`;
  return [reason(`day ${days}`, "dates", why)];
}

/** Whether words are among those that tell of an event. */
function isOfEvent(event: Event, words: Span | null): boolean {
  return words !== null && event.mentions.some((m) => overlaps(m, words));
}

/** Effects whose numbers are weighed against each other over the whole report. */
const WEIGHED: ReadonlySet<Effect> = new Set<Effect>(["killed", "injured"]);

function reckoned(reading: Reading, statement: Statement, decisions: readonly Decision[]): readonly Reason[] {
  const event = reading.events.find((e) => e.id === statement.event);
  if (statement.kind !== "toll" || !WEIGHED.has(statement.effect) || !event) return [];
  return learned(reading.report.text, decisions, (d) => d.what.startsWith("reckoned") && isOfEvent(event, d.span));
}

function own(reading: Reading, statement: Statement, found: Findings, decisions: readonly Decision[]): readonly Reason[] {
  const { text } = reading.report;
  switch (statement.kind) {
    case "toll":
      return [
        countReason(text, statement.count, found),
        reason(
          `effect ${statement.effect}${statement.who ? ` of ${quoted(text, statement.who)}` : ""}${statement.partOf ? `, part of ${statement.partOf}` : ""}`,
          "tolls",
          reckoned(reading, statement, decisions),
        ),
      ];
    case "figure":
      return [
        countReason(text, statement.count, found),
        ...(statement.measure ? [reason(`measure ${quoted(text, statement.measure)}`, "figures")] : []),
      ];
    case "label":
      return [reason(`label ${statement.label}: ${quoted(text, statement.span)}`, "labels")];
    case "remark":
      return [reason(`remark ${quoted(text, statement.span)}`, "remarks")];
    case "event":
      return [];
  }
}

/** Words of the statement that could tell of an act and were taken for none: "attacked" in "attacked his record". */
function figuresOfSpeech(reading: Reading, statement: Statement, decisions: readonly Decision[]): readonly Reason[] {
  const figures = learned(reading.report.text, decisions, aboutWords(statement.evidence, "a figure of speech"));
  return figures.length === 0 ? [] : [reason("no acts", "events", figures)];
}

function countReason(text: string, count: Count, found: Findings): Reason {
  const { low, high, was, unit, qualifier } = count;
  const twin = found.quantities.find((q) => overlaps(q.count.span, count.span));
  const bounds = `low ${low ?? "open"}, high ${high ?? "open"}${was === null ? "" : `, was ${was}`}${unit ? ` ${unit}` : ""} (${qualifier})`;
  return reason(`count ${quoted(text, count.span)}: ${bounds}`, "quantities", (twin?.rules ?? []).map(ruleReason));
}

/** A rule with the table row that it names, where it names one. */
function ruleReason(id: string): Reason {
  const row = rowOf(id);
  return reason(row ? `${id}  [${row}]` : id);
}

let rows: ReadonlyMap<string, readonly (readonly [table: string, cells: string])[]> | null = null;

/** "lexicons/en/triggers.tsv: words=kill pos=VERB type=violence.killing": the row that a rule's id leads to. */
function rowOf(rule: string): string | null {
  rows ??= loadRows();
  const whole = rows.get(rule)?.[0];
  if (whole) return `${whole[0]}: ${whole[1]}`;
  for (const cut of [rule.indexOf(":"), rule.indexOf("."), rule.indexOf("/")].filter((at) => at > 0)) {
    const [prefix, id] = [rule.slice(0, cut), rule.slice(cut + 1)];
    const row = rows.get(id)?.find(([table]) => table === prefix || table === `${prefix}s`);
    if (row) return `${row[0]}: ${row[1]}`;
  }
  return null;
}

function loadRows(): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const all = new Map<string, (readonly [string, string])[]>();
  for (const file of readdirSync(new URL("../../lexicons/en/", import.meta.url))) {
    if (!file.endsWith(".tsv")) continue;
    const table = loadTable(file.slice(0, -4));
    if (table.columns[0] !== "id") continue;
    for (const row of table.rows) {
      const cells = table.columns.slice(1).flatMap((column) => (row[column] ? [`${column}=${row[column]}`] : []));
      all.set(row.id, [...(all.get(row.id) ?? []), [table.name, cells.join(" ")]]);
    }
  }
  return all;
}
