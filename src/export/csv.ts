import papaparse from "papaparse";
import type { ExportFormat, ExportRow } from "./format.js";

const COLUMNS: readonly (keyof ExportRow)[] = [
  "statement",
  "kind",
  "event",
  "event_type",
  "event_status",
  "event_earliest",
  "event_latest",
  "place",
  "place_geonames",
  "lat",
  "lon",
  "country",
  "said_by",
  "stance",
  "outlet",
  "published",
  "url",
  "report",
  "part",
  "effect",
  "low",
  "high",
  "was",
  "unit",
  "qualifier",
  "who",
  "of",
  "part_of",
  "label",
  "measure",
  "period",
  "words",
  "start",
  "end",
  "rules",
];

/** Comma-separated, RFC 4180, UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csv: ExportFormat = {
  name: "csv",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  *write(rows) {
    yield `${COLUMNS.join(",")}\r\n`;
    for (const row of rows) yield `${papaparse.unparse([COLUMNS.map((c) => harmless(row[c]))], { newline: "\r\n" })}\r\n`;
  },
};

/** "=1+1" in a report's words must stay words. Numbers of ours stay numbers. */
function harmless(value: string | number | null): string | number | null {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
