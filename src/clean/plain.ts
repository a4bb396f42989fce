import type { Span } from "../base/span.js";
import type { Part, ReportPart } from "../model/report.js";
import { type Dateline, datelineOf } from "./dateline.js";
import { bylineOf, furnitureIn } from "./furniture.js";
import { linesIn, PartsBuilder } from "./parts.js";

export interface Parted {
  readonly parts: readonly ReportPart[];
  readonly headline: Span | null;
  readonly dateline: Dateline | null;
  readonly byline: string | null;
}

/** Parts of a plain text, told by its lines: a headline first, a dateline, captions, pointers to other stories, furniture. */
export function partsOfText(text: string, title: string | null): Parted {
  const lines = linesIn(text);
  const headline = headlineOf(text, lines, title);
  const builder = new PartsBuilder();
  let dateline: Dateline | null = null;
  let byline: string | null = null;
  let begun = false;
  for (const line of lines) {
    if (line === headline) {
      builder.mark(line[0], "headline");
      continue;
    }
    const words = text.slice(line[0], line[1]);
    const stretches = furnitureIn(words);
    if (stretches) {
      byline ??= begun ? null : bylineOf(words);
      for (const s of stretches) builder.mark(line[0] + s.start, s.part);
      begun ||= stretches.some((s) => s.part === "body");
      continue;
    }
    if (!begun) dateline = markDateline(builder, words, line[0]);
    else builder.mark(line[0], "body");
    begun = true;
  }
  return { parts: builder.build(text.length), headline, dateline, byline };
}

/** Marks the first line of the story, its dateline told apart; gives the dateline with its place in the text. */
export function markDateline(builder: PartsBuilder, line: string, at: number): Dateline | null {
  const found = datelineOf(line);
  if (found) builder.mark(at, "dateline");
  builder.mark(at + (found?.span[1] ?? 0), "body" satisfies Part);
  return found && { ...found, span: [at, at + found.span[1]] };
}

const LONGEST_HEADLINE = 200;

/** The first line where it is the given title, or stands apart and is no sentence. */
function headlineOf(text: string, lines: readonly Span[], title: string | null): Span | null {
  const [first] = lines;
  const second = lines.slice(1, 6).find((l) => furnitureIn(text.slice(l[0], l[1])) === null);
  if (!first || !second || first[1] - first[0] > LONGEST_HEADLINE) return null;
  const words = text.slice(first[0], first[1]);
  if (title !== null && plain(words) === plain(title)) return first;
  if (furnitureIn(words) || datelineOf(words) || !/[\p{L}]/u.test(words) || words.split(/\s+/).length < 3) return null;
  const apart = /\n[ \t\r]*\n/.test(text.slice(first[1], second[0]));
  const next = text.slice(second[0], Math.min(second[1], second[0] + 200));
  if (!apart && datelineOf(next) === null && !isMuchLonger(first, second)) return null;
  return /[^.!?…,;:]$|\p{Lu}\.$|[!?]$/u.test(words) ? first : null;
}

/** "Blast kills six in Nigeria" over a paragraph of forty words; not the first of wrapped lines. */
function isMuchLonger(first: Span, second: Span): boolean {
  return second[1] - second[0] > 2 * (first[1] - first[0]);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
