import { readdirSync, readFileSync } from "node:fs";
import { shortHash } from "../base/hash.js";
import { overlap, overlaps, type Span, wordsAt } from "../base/span.js";
import { type Case, type Finding, findingOf, type Key, type Mark, parseCases } from "../lexicon/cases.js";
import { parseTable } from "../lexicon/table.js";
import type { Count } from "../model/reading.js";
import { plainReport, type Report } from "../model/report.js";
import type { Findings } from "../read/findings.js";
import { findAll } from "../read/index.js";
import { failureOf } from "./outcome.js";

const LEXICONS = new URL("../../lexicons/", import.meta.url);

export interface Checked {
  readonly tables: number;
  readonly rows: number;
  readonly cases: number;
  /** What is wrong, with file and line. */
  readonly failures: readonly string[];
  /** Cases marked `?` that are right by now. */
  readonly mended: readonly string[];
}

/** Loads every table of a language, and reads every case beside them. `only` names one table. */
export function checkLexicon(language = "en", only: string | null = null): Checked {
  const folder = new URL(`${language}/`, LEXICONS);
  const names = readdirSync(folder).sort();
  const failures: string[] = [];
  const mended: string[] = [];
  let [tables, rows, cases] = [0, 0, 0];
  for (const file of names) {
    const [name, kind] = [file.replace(/\.[a-z]+$/, ""), file.slice(file.lastIndexOf(".") + 1)];
    if (only !== null && name !== only) continue;
    try {
      const text = readFileSync(new URL(file, folder), "utf8");
      if (kind === "tsv") {
        tables++;
        rows += parseTable(name, text).rows.length;
      } else if (kind === "cases") {
        for (const one of parseCases(file, text)) {
          cases++;
          const wrong = checkCase(one);
          if (one.sign === "?" && wrong.length === 0 && one.marks.length > 0)
            mended.push(`${file} line ${one.line}: right by now: ${one.text}`);
          if (one.sign !== "?") failures.push(...wrong.map((w) => `${file} line ${one.line}: ${w}\n    ${one.text}`));
        }
      }
    } catch (error) {
      failures.push(`${file}: ${failureOf(error).message}`);
    }
  }
  return { tables, rows, cases, failures, mended };
}

/** What is wrong with how a case is read; nothing, where it is right. */
export function checkCase(one: Case): readonly string[] {
  const found = findAll(reportOf(one));
  if (one.sign === "-" || one.marks.length === 0) return one.finds.flatMap((kind) => unwanted(found, kind));
  return one.marks.flatMap((mark) => {
    const missing = mark.keys.filter((key) => !isFound(found, mark, key));
    return missing.map((key) => `"${wordsAt(one.text, mark.span)}" is not ${said(key)}; ${instead(found, mark, key)}`);
  });
}

function reportOf({ text, published }: Case): Report {
  return plainReport(text, { id: shortHash([text, published]), published });
}

function said({ name, is, value }: Key): string {
  return name + (is ?? "") + (value ?? "");
}

/** Spans of everything of one kind that was found. */
function spansOf(found: Findings, kind: Finding): readonly Span[] {
  switch (kind) {
    case "attribution":
      return found.attributions.map((a) => a.cue ?? a.content[0] ?? [0, 0]);
    case "event":
      return found.events.flatMap((e) => e.mentions);
    case "time":
      return found.times.map((t) => t.span);
    case "quantity":
      return found.quantities.map((q) => q.count.span);
    case "place":
      return found.places.map((p) => p.span);
    case "name":
      return found.names.map((n) => n.span);
    default:
      return found.statements.filter((s) => s.kind === kind).map((s) => s.evidence);
  }
}

function unwanted(found: Findings, kind: Finding): readonly string[] {
  return spansOf(found, kind).map((span) => `finds ${kind} "${wordsAt(found.report.text, span)}"`);
}

function instead(found: Findings, { span }: Mark, key: Key): string {
  const near = spansOf(found, findingOf(key.name)).filter((s) => overlaps(s, span));
  return near.length > 0
    ? `found ${near.map((s) => `"${wordsAt(found.report.text, s)}"`).join(", ")}`
    : `found no ${findingOf(key.name)} there`;
}

/** Whether what a key asks for was found at the mark's words. */
function isFound(found: Findings, mark: Mark, key: Key): boolean {
  const { span } = mark;
  const { text } = found.report;
  const meets = (s: Span | null): boolean => s !== null && overlaps(s, span);
  const is = (s: Span | null): boolean => s !== null && bare(wordsAt(text, s)) === bare(wordsAt(text, span)) && overlap(s, span) > 0;
  const { value } = key;
  switch (key.name) {
    case "source":
      return found.attributions.some((a) => is(a.sourceSpan));
    case "cue":
      return found.attributions.some((a) => meets(a.cue));
    case "stance":
      return found.attributions.some((a) => (meets(a.cue) || meets(a.sourceSpan)) && a.stance === value);
    case "content":
      return found.attributions.some(
        (a) => a.content.some(is) || (a.content.length > 0 && is([a.content[0][0], a.content.at(-1)?.[1] ?? 0])),
      );
    case "event":
      return found.events.some((e) => e.mentions.some(meets) && (value === null || e.type === value));
    case "status":
      return found.events.some((e) => e.mentions.some(meets) && e.status === value && fits(mark, "event", e.type));
    case "role":
      return found.events.some((e) => e.roles.some((r) => meets(r.span) && r.role === value));
    case "time":
      return found.times.some((t) => meets(t.span) && (value === null || t.value === value));
    case "place":
      return found.places.some(
        (p) => meets(p.span) && (value === null || p.country === value || `#${p.geonames}` === value || p.name === value),
      );
    case "name":
      return found.names.some((n) => is(n.span) && (value === null || n.type === value));
    case "number":
      return found.quantities.some((q) => meets(q.count.span) && counts(q.count, key));
    case "label":
      return found.statements.some((s) => s.kind === "label" && meets(s.span) && s.label === value);
    case "figure":
      return found.statements.some((s) => s.kind === "figure" && meets(s.count.span) && counts(s.count, key));
    default:
      return found.statements.some((s) => s.kind === "toll" && s.effect === key.name && meets(s.count.span) && counts(s.count, key));
  }
}

/** Whether the mark asks for nothing else of this name. */
function fits(mark: Mark, name: string, value: string): boolean {
  return mark.keys.every((key) => key.name !== name || key.value === value);
}

/** Words without what surrounds them: quotes, stops, an article of the sentence's start. */
function bare(words: string): string {
  return words.replace(/^[\s"“”'‘’,.;:–—-]+|[\s"“”'‘’,.;:–—-]+$/g, "").replace(/\s+/g, " ");
}

function counts({ low, high }: Count, { is, value }: Key): boolean {
  if (value === null) return true;
  const range = /^(-?[\d.]+)-([\d.]+)$/.exec(value);
  if (range) return low === Number(range[1]) && high === Number(range[2]);
  const n = Number(value);
  if (is === ">=") return low === n && high === null;
  return is === "<=" ? high === n && low === null : low === n && high === n;
}
