import { AccordingError } from "../base/error.js";
import { shortHash } from "../base/hash.js";
import type { OffsetMap } from "../base/offsets.js";
import { type Cleaned, clean } from "../clean/index.js";
import { languageOf } from "../intake/index.js";
import { calendarDate } from "../lexicon/dates.js";
import type { Note } from "../model/reading.js";
import type { Report } from "../model/report.js";
import type { Source } from "../model/source.js";

/** More than a long report holds; what is longer is a book, an archive or a trick. */
const LONGEST_TEXT = 250_000;

export interface MadeReport {
  readonly report: Report;
  /** From `report.text` back to what came in. */
  readonly offsets: OffsetMap;
  readonly notes: readonly Note[];
}

/**
 * A source as a Report: cleaned, its parts told, what is known of it put together. What the caller gave stands above what the page
 * says, that above the dateline, that above the address.
 *
 * @throws AccordingError `intake.empty`, `intake.too-long`
 */
export function reportOf(source: Source): MadeReport {
  const cleaned = clean(source);
  const { text, found, parts, offsets } = cleaned;
  if (text.trim() === "") throw new AccordingError("intake.empty", "there is no text in it to read");
  if (text.length > LONGEST_TEXT) {
    const length = text.length.toLocaleString("en");
    throw new AccordingError("intake.too-long", `${length} characters are no one report`, "Hand in one report a file, or JSONL.");
  }
  const { given } = source;
  const outlet = given.outlet ?? found.outlet;
  const url = given.url ?? found.url;
  const published = publishedOf(source, cleaned);
  const language = languageOf(bodyStart(cleaned)) ?? found.language;
  const report: Report = {
    id: shortHash([outlet, url, published.value, text]),
    url,
    outlet,
    title: given.title ?? found.title,
    byline: found.byline,
    dateline: found.dateline,
    published,
    modified: found.modified,
    retrieved: null,
    revisionOf: null,
    bytes: source.bytes,
    language,
    text,
    parts,
  };
  return { report, offsets, notes: [...source.notes, ...cleaned.notes, ...notesOn(report, given.published)] };
}

function publishedOf({ given }: Source, { found }: Cleaned): Report["published"] {
  const from = [
    ["given", given.published === null ? null : calendarDate(given.published)],
    ["metadata", found.published.metadata],
    ["dateline", found.published.dateline],
    ["url", found.published.url],
  ] as const;
  for (const [kind, value] of from) if (value) return { value, from: kind };
  return { value: null, from: null };
}

/** The first words of the story itself: menus speak no language. */
function bodyStart({ text, parts }: Cleaned): string {
  const body = parts.filter((p) => p.part === "body").map((p) => text.slice(p.span[0], Math.min(p.span[1], p.span[0] + 1200)));
  return body.join(" ").slice(0, 2400) || text.slice(0, 2400);
}

function notesOn(report: Report, given: string | null): readonly Note[] {
  const notes: Note[] = [];
  if (given !== null && calendarDate(given) === null) {
    notes.push({ code: "published-unread", span: null, message: `the date given, "${given.slice(0, 40)}", is no calendar date` });
  }
  if (report.language !== null && report.language !== "en") {
    notes.push({ code: "language", span: null, message: `the text is in "${report.language}", not English: it was not read` });
  }
  return notes;
}
