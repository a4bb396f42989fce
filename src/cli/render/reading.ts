import type { Span } from "../../base/span.js";
import type { Attribution, Count, Event, Reading, Statement } from "../../model/reading.js";
import { speakerName } from "../../model/speaker-name.js";
import { columnsOf, harmless, padTo, rule, type Style, wrap } from "../terminal.js";

/** A reading for people: the text with what was found marked in it, then what was read out of it, statement by statement. */
export function renderReading(reading: Reading, style: Style): readonly string[] {
  const names = namesOf(reading);
  return [
    ...header(reading, style),
    "",
    ...markedText(reading, names, style),
    "",
    ...events(reading, names, style),
    ...statements(reading, names, style),
    ...notes(reading, style),
  ];
}

interface Names {
  /** Short names of this page: e1, e2 ... for events, in the order of the text. */
  readonly events: ReadonlyMap<string, string>;
}

function namesOf(reading: Reading): Names {
  const inOrder = [...reading.events].sort((a, b) => (a.mentions[0]?.[0] ?? 0) - (b.mentions[0]?.[0] ?? 0));
  return { events: new Map(inOrder.map((event, k) => [event.id, `e${k + 1}`])) };
}

const words = (reading: Reading, span: Span | null): string =>
  span ? harmless(reading.report.text.slice(span[0], span[1]).replace(/\s+/g, " ")) : "";

function header({ report }: Reading, style: Style): readonly string[] {
  const published = report.published.value ? `published ${report.published.value} (${report.published.from})` : "no published date";
  const title = report.title ? wrap(style.bold(harmless(report.title)), style.width) : [];
  const by = [report.outlet, report.byline, published, report.url].filter((x) => x !== null).map(harmless);
  return [...title, ...wrap(by.join(" · "), style.width).map(style.dim)];
}

type MarkKind = "event" | "source" | "count" | "place" | "time";

interface Mark {
  readonly span: Span;
  readonly kind: MarkKind;
  /** What stands behind the words: "e1". */
  readonly sign: string;
}

function marksOf(reading: Reading, names: Names): readonly Mark[] {
  const marks: Mark[] = [
    ...reading.events.flatMap((e) => e.mentions.map((span): Mark => ({ span, kind: "event", sign: names.events.get(e.id) ?? "" }))),
    ...reading.attributions.flatMap((a): Mark[] => (a.sourceSpan ? [{ span: a.sourceSpan, kind: "source", sign: "s" }] : [])),
    ...reading.statements.flatMap((s): Mark[] =>
      s.kind === "toll" || s.kind === "figure" ? [{ span: s.count.span, kind: "count", sign: "n" }] : [],
    ),
    ...reading.places.map((p): Mark => ({ span: p.span, kind: "place", sign: "p" })),
    ...reading.times.map((t): Mark => ({ span: t.span, kind: "time", sign: "t" })),
  ];
  const rank: Record<MarkKind, number> = { event: 0, count: 1, source: 2, time: 3, place: 4 };
  marks.sort((a, b) => rank[a.kind] - rank[b.kind]);
  const kept: Mark[] = [];
  for (const mark of marks) {
    if (mark.span[1] > mark.span[0] && !kept.some((k) => k.span[0] < mark.span[1] && mark.span[0] < k.span[1])) kept.push(mark);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
}

function paint(mark: Mark, said: string, style: Style): string {
  if (!style.coloured) return `[${said}|${mark.sign}]`;
  const tint = { event: style.red, source: style.cyan, count: style.yellow, place: style.green, time: style.blue }[mark.kind];
  const each = said.split(" ").map((word) => style.bold(tint(word)));
  return each.join(" ") + (mark.kind === "event" ? style.dim(mark.sign) : "");
}

function markedText(reading: Reading, names: Names, style: Style): readonly string[] {
  const { text, parts } = reading.report;
  const marks = marksOf(reading, names);
  const lines: string[] = [];
  for (const { span, part } of parts.length > 0 ? parts : [{ span: [0, text.length] as Span, part: "body" as const }]) {
    const label = part === "body" ? "" : style.dim(`${part}: `);
    for (const [k, paragraph] of paragraphs(text, span).entries()) {
      const marked = withMarks(text, paragraph, marks, style);
      if (lines.length > 0 && part !== "furniture") lines.push("");
      lines.push(...wrap((k === 0 ? label : "") + (part === "furniture" ? style.dim(marked) : marked), style.width));
    }
  }
  const legend = style.coloured
    ? [style.red("event"), style.cyan("source"), style.yellow("count"), style.green("place"), style.blue("time")].join("  ")
    : "[..|e1] event  [..|s] source  [..|n] count  [..|p] place  [..|t] time";
  return [rule(style, "text"), ...lines, "", style.dim(legend)];
}

function paragraphs(text: string, span: Span): readonly Span[] {
  const out: Span[] = [];
  let start = span[0];
  for (let end = text.indexOf("\n", start); end >= 0 && end < span[1]; end = text.indexOf("\n", start)) {
    if (text.slice(start, end).trim()) out.push([start, end]);
    start = end + 1;
  }
  if (text.slice(start, span[1]).trim()) out.push([start, span[1]]);
  return out;
}

function withMarks(text: string, [start, end]: Span, marks: readonly Mark[], style: Style): string {
  let out = "";
  let at = start;
  for (const mark of marks) {
    if (mark.span[0] < at || mark.span[1] > end) continue;
    out += harmless(text.slice(at, mark.span[0])) + paint(mark, harmless(text.slice(...mark.span).replace(/\s+/g, " ")), style);
    at = mark.span[1];
  }
  return out + harmless(text.slice(at, end));
}

function events(reading: Reading, names: Names, style: Style): readonly string[] {
  if (reading.events.length === 0) return [];
  const lines = [rule(style, "events")];
  const inOrder = [...reading.events].sort((a, b) => (a.mentions[0]?.[0] ?? 0) - (b.mentions[0]?.[0] ?? 0));
  for (const event of inOrder) {
    const lead = event.id === reading.lead ? style.bold(" ★ lead") : "";
    const what = `${style.bold(event.type)} ${event.status}${event.background ? ", background" : ""}${lead}`;
    lines.push(`${padTo(names.events.get(event.id) ?? "", 4)}${what}`);
    const facts = [placeAndTime(reading, event), ...roles(reading, event)].filter(Boolean);
    if (facts.length > 0) lines.push(...wrap(facts.join(" · "), style.width, "    ").map(style.dim));
  }
  return [...lines, ""];
}

function placeAndTime(reading: Reading, event: Event): string {
  const place = reading.places.find((p) => p.id === event.where);
  const where = place ? harmless(place.name) + (place.country ? `, ${place.country}` : "") : event.country;
  return [where, period(event.earliest, event.latest)].filter(Boolean).join(", ");
}

export function period(earliest: string | null, latest: string | null): string {
  if (earliest && latest) return earliest === latest ? earliest : `${earliest} to ${latest}`;
  if (latest) return `by ${latest}`;
  return earliest ? `from ${earliest}` : "";
}

function roles(reading: Reading, event: Event): readonly string[] {
  const by = new Map<string, string[]>();
  for (const role of event.roles) by.set(role.role, [...(by.get(role.role) ?? []), words(reading, role.span)]);
  return [...by].map(([role, who]) => `${role}: ${[...new Set(who)].join("; ")}`);
}

function statements(reading: Reading, names: Names, style: Style): readonly string[] {
  const count = reading.statements.length;
  const lines = [rule(style, count === 0 ? "no statements" : count === 1 ? "1 statement" : `${count} statements`)];
  if (count > 0) lines.push(style.dim(`${padTo("", 4)}${padTo("says", 34)}who says so`));
  reading.statements.forEach((statement, k) => {
    const part = statement.part === "body" ? "" : style.dim(` (${statement.part})`);
    const said = cells(reading, statement, names, style) + part;
    const voice = voiceOf(reading, statement, style);
    const number = style.dim(padTo(String(k + 1), 4));
    const fits = columnsOf(said) <= 33 && columnsOf(voice) <= style.width - 38;
    if (fits) lines.push(`${number}${padTo(said, 34)}${voice}`);
    else lines.push(...wrap(said, style.width, number, "    "), ...wrap(voice, style.width, `    ${style.dim("by ")}`, "       "));
    lines.push(...wrap(`“${words(reading, statement.evidence)}”`, style.width, "    ").map(style.dim));
  });
  return lines;
}

function cells(reading: Reading, statement: Statement, names: Names, style: Style): string {
  const event = statement.event ? ` ${names.events.get(statement.event) ?? ""}` : "";
  const kind = style.bold(statement.kind);
  switch (statement.kind) {
    case "event":
      return `${kind}${event}`;
    case "toll":
      return `${kind}${event} ${statement.effect} ${style.yellow(countWords(statement.count))}${statement.who ? ` (${words(reading, statement.who)})` : ""}`;
    case "label":
      return `${kind}${event} ${style.magenta(statement.label)}`;
    case "figure":
      return `${kind} ${style.yellow(countWords(statement.count))} ${words(reading, statement.measure)}`;
    case "remark":
      return kind;
  }
}

/** A count as low, high and what it was before: "at least 12", "6 (was 5)", "30–40". */
export function countWords(count: Count): string {
  const n = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 3 });
  const { low, high, was, unit, qualifier } = count;
  const base =
    low !== null && high !== null
      ? low === high
        ? `${qualifier === "about" ? "about " : ""}${n(low)}`
        : `${n(low)}–${n(high)}`
      : low !== null
        ? `${n(low)} or more`
        : high !== null
          ? `up to ${n(high)}`
          : "some";
  return base + (unit ? ` ${unit}` : "") + (was === null ? "" : ` (was ${n(was)})`);
}

/** The chain, innermost first: "Kasymov asserts", "Prosecutors allege, RFE/RL asserts". */
function voiceOf(reading: Reading, statement: Statement, style: Style): string {
  if (statement.attribution.length === 0) return style.dim(harmless(reading.report.outlet ?? "the outlet itself"));
  const by = new Map(reading.attributions.map((a) => [a.id, a]));
  const links = statement.attribution.map((id) => by.get(id)).filter((a): a is Attribution => a !== undefined);
  return links.map((a) => `${style.cyan(sourceName(reading, a))} ${a.stance}`).join(style.dim(" ← "));
}

function sourceName(reading: Reading, attribution: Attribution): string {
  return harmless(speakerName(reading, attribution) ?? "") || "(unnamed)";
}

function notes(reading: Reading, style: Style): readonly string[] {
  if (reading.notes.length === 0) return [];
  return ["", ...reading.notes.flatMap((n) => wrap(harmless(n.message), style.width, style.yellow("note: "), "      "))];
}
