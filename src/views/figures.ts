import { shortHash } from "../base/hash.js";
import type { Span } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { FigureStatement, Reading } from "../model/reading.js";
import { likeness, termsOf } from "./measures.js";
import { plain } from "./parts.js";
import { instant, type State } from "./state.js";
import type { FigurePoint, FigureSeries } from "./types.js";
import { speakerKey, voiceOf, wordsOf } from "./voices.js";

interface Found {
  readonly measure: string;
  readonly terms: ReadonlySet<string>;
  readonly unit: string | null;
  readonly place: string | null;
  readonly point: FigurePoint;
}

/**
 * Figures as series: one measure, in one unit and place, over its periods. Measures are one where they are named by the same content
 * words, or, in one report, where one is named by fewer words of the other ("402 in 2022" after "armed robberies").
 */
export function figures(state: State): readonly FigureSeries[] {
  const found = [...state.readings.values()].flatMap((r) =>
    r.statements.flatMap((s) => (s.kind === "figure" && s.part !== "teaser" ? [figure(state, r, s)] : [])),
  );
  const series: { head: Found; of: Found[] }[] = [];
  for (const f of found) {
    const known = series.find(
      (s) => s.head.unit === f.unit && isChange(s.head) === isChange(f) && samePlace(s.head.place, f.place) && alike(s, f),
    );
    if (known) known.of.push(f);
    else series.push({ head: f, of: [f] });
  }
  return series.map(({ head, of }) => ({
    id: shortHash([plain(head.measure), head.unit, head.place]).slice(0, 12),
    measure: head.measure,
    unit: head.unit,
    place: of.find((f) => f.place)?.place ?? null,
    points: moved(
      of
        .map((f) => f.point)
        .sort((a, b) => instant(a.earliest) - instant(b.earliest) || instant(a.voice.published) - instant(b.voice.published)),
    ),
  }));
}

function figure(state: State, reading: Reading, s: FigureStatement): Found {
  const period = reading.times.find((t) => t.id === s.period) ?? null;
  const place = reading.places.find((p) => p.id === s.where) ?? null;
  const direction = s.rules.includes("figure.down") ? "down" : s.rules.includes("figure.up") ? "up" : null;
  const measure = s.measure ? withoutKind(withoutNumber(reading.report.text, s.measure, s.count.span)) : "";
  const called = s.measure && startsSentence(reading.report.text, s.measure[0]) ? small(bare(measure)) : bare(measure);
  return {
    measure: direction ? `change in ${called}` : called,
    terms: withoutPlace(termsOf(measure), place?.name ?? null),
    unit: s.count.unit,
    place: place?.name ?? null,
    point: {
      statement: s.id,
      count: s.count,
      earliest: period?.earliest ?? null,
      latest: period?.latest ?? null,
      period: period ? wordsOf(reading, period.span) : null,
      voice: voiceOf(state, reading, s),
      evidence: wordsOf(reading, s.evidence),
      number: wordsOf(reading, s.count.span),
      direction,
      change: "first",
      replaces: null,
      comparedTo: null,
    },
  };
}

/** "road crashes killed 312 people": what is measured, without how many. */
function withoutNumber(text: string, measure: Span, number: Span): string {
  if (number[0] < measure[0] || number[1] > measure[1]) return text.slice(measure[0], measure[1]);
  return `${text.slice(measure[0], number[0])}${text.slice(number[1], measure[1]).trimStart()}`;
}

/** A share by which a measure moved is no share of it. */
const isChange = (f: Found): boolean => f.point.direction !== null;

const bare = (words: string): string =>
  words
    .replace(/^(?:an?|the)\s+/iu, "")
    .replace(/\s+/gu, " ")
    .trim();
const small = (words: string): string => (/^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words);
const startsSentence = (text: string, at: number): boolean => /(?:^|[.!?"“”\n])\s*$/u.test(text.slice(Math.max(0, at - 3), at));

let whole: RegExp | null = null;

/** "attacks in the state" are the attacks of whichever state the series is of. */
function withoutKind(measure: string): string {
  const places = (): string[] => loadTable("figure-words").rows.flatMap((r) => (r.class === "whole" ? [r.form] : []));
  whole ??= new RegExp(`\\s+in th(?:e|is|at) (?:${places().join("|")})$`, "iu");
  return measure.replace(whole, "");
}

/** "road deaths in Ruritania" are the road deaths of a series of that place. */
function withoutPlace(terms: ReadonlySet<string>, place: string | null): ReadonlySet<string> {
  const names = termsOf(place ?? "");
  const rest = new Set([...terms].filter((t) => !names.has(t)));
  return rest.size ? rest : terms;
}

const value = (p: FigurePoint): number | null => p.count.low ?? p.count.high;

/** Says of each point how it stands to what was said before of its period, and what its own words compare it with. */
function moved(points: readonly FigurePoint[]): readonly FigurePoint[] {
  return points.map((point, i) => {
    const before = points.slice(0, i).filter((p) => samePeriod(p, point));
    const last = before.at(-1);
    const comparedTo = comparison(point, points);
    if (!last) return { ...point, comparedTo };
    if (value(last) === value(point)) return { ...point, change: "repeat" as const, comparedTo };
    const own = before.findLast((p) => speakerKey(p.voice) === speakerKey(point.voice) || p.voice.origin === point.voice.origin);
    const revised = own !== undefined || before.some((p) => value(p) === point.count.was);
    return {
      ...point,
      change: revised ? ("revision" as const) : ("other-speaker" as const),
      replaces: (own ?? last).statement,
      comparedTo,
    };
  });
}

function samePeriod(a: FigurePoint, b: FigurePoint): boolean {
  return a.earliest !== null && a.earliest === b.earliest && a.latest === b.latest;
}

/** "402 in 2022, compared with 377 in 2021": told as a count of its own, inside the words that tell the other; else as what the count was. */
function comparison(point: FigurePoint, points: readonly FigurePoint[]): FigurePoint["comparedTo"] {
  const earlier = points.filter((p) => p.earliest !== null && point.earliest !== null && p.earliest < point.earliest);
  const { report, span } = point.evidence;
  const beside = earlier.findLast((p) => p.evidence.report === report && besides(span, p.evidence.span));
  const was = beside ? value(beside) : point.count.was;
  if (was === null) return null;
  const told = beside ?? points.find((p) => p !== point && value(p) === was && (earlier.includes(p) || samePeriod(p, point)));
  const last = told ? undefined : earlier.at(-1);
  return { value: was, statement: told?.statement ?? null, differs: last?.statement ?? null };
}

function samePlace(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function alike(series: { head: Found; of: readonly Found[] }, f: Found): boolean {
  const { head } = series;
  if (!f.terms.size || !head.terms.size)
    return series.of.some((o) => o.point.evidence.report === f.point.evidence.report && touching(o.point, f.point));
  return likeness(f.terms, head.terms) >= 0.6;
}

function touching(a: FigurePoint, b: FigurePoint): boolean {
  return besides(a.evidence.span, b.evidence.span) || besides(b.evidence.span, a.evidence.span);
}

/** Whether words stand inside others, or follow them with a comma at most between. */
function besides([start, end]: Span, inner: Span): boolean {
  return inner[0] >= start && inner[0] <= end + 2;
}
