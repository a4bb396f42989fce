import { shortHash } from "../base/hash.js";
import type { Span } from "../base/span.js";
import type { Report } from "../model/report.js";

/**
 * Id of a statement: a hash of report, kind, spans and values, so that reading a report twice adds nothing. Two statements of one
 * reading that share all of these are one statement.
 */
export function statementId(
  report: Report,
  kind: string,
  spans: readonly (Span | null)[],
  values: readonly (string | number | null)[],
): string {
  return shortHash([report.id, kind, ...spans.flatMap((s) => (s ? [s[0], s[1]] : [null])), ...values]);
}
