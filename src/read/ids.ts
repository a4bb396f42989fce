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
  const parts: (string | number | null)[] = [report.id, kind];
  for (const s of spans) {
    if (s) parts.push(s[0], s[1]);
    else parts.push(null);
  }
  parts.push(...values);
  return shortHash(parts);
}
