import type { ExportFormat } from "./format.js";

/** One JSON object a line. */
export const jsonl: ExportFormat = {
  name: "jsonl",
  extension: "jsonl",
  mediaType: "application/x-ndjson",
  *write(rows) {
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
  },
};
