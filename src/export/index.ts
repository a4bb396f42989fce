/**
 * Live statements for use elsewhere. An export holds no clock and no order of arrival: two ledgers of the same reports export the
 * same bytes.
 *
 *     const format = EXPORTS.find((e) => e.name === "csv");
 *     for (const piece of format.write(rows(state, { hideNames: true }))) out.write(piece);
 */
import { csv } from "./csv.js";
import type { ExportFormat } from "./format.js";
import { jsonl } from "./jsonl.js";

export const EXPORTS: readonly ExportFormat[] = [csv, jsonl];
export type { ExportFormat, ExportRow, RowOptions } from "./format.js";
export { rows } from "./rows.js";
