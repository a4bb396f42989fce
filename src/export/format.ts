/** One statement as a flat row: every value with its words, every name as the report gives it. */
export interface ExportRow {
  readonly statement: string;
  readonly kind: string;
  readonly event: string | null;
  readonly event_type: string | null;
  readonly event_status: string | null;
  readonly event_earliest: string | null;
  readonly event_latest: string | null;
  readonly place: string | null;
  readonly place_geonames: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly country: string | null;
  /** Innermost speaker first, joined by " > "; empty where the outlet speaks itself. */
  readonly said_by: string;
  readonly stance: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly report: string;
  readonly part: string;
  readonly effect: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly was: number | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly who: string | null;
  readonly of: string | null;
  readonly part_of: string | null;
  readonly label: string | null;
  readonly measure: string | null;
  readonly period: string | null;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly rules: string;
}

export interface RowOptions {
  /** Leaves out names of private persons and of minors, and the exact words that hold them. */
  readonly hideNames?: boolean;
}

/** A way to write rows down. */
export interface ExportFormat {
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  /** The file in pieces, so that a large ledger need not be held in memory as one string. */
  write(rows: Iterable<ExportRow>): Iterable<string>;
}
