/** Where in a stretch of time: "early" (`start`), "mid", "late" (`end`), "the beginning of" (`open`), "the end of" (`close`); `earlier` and `later` bound it by the moment of speaking. */
export type Phase = "open" | "start" | "mid" | "end" | "close" | "earlier" | "later" | null;

/** What a moment is counted from: when the report was published, or what the text spoke of last. */
export type From = "published" | "told";

/** Units of calendar and clock, by the letters that TIMEX3 gives them; `TH` and `TM` are hours and minutes, `FN` a fortnight. */
export type TimeUnit = "S" | "TM" | "TH" | "D" | "N" | "W" | "FN" | "WE" | "M" | "Q" | "Y" | "DE" | "CE" | "ML" | "SE";

/** The year of a date: said, reckoned from the published or told one, or unsaid. */
export type YearSaid = { readonly said: number; readonly short?: boolean } | { readonly shift: number; readonly from: From } | null;

/** A time expression as it is said, before it is resolved. Not a date: "last Friday" has none until it is known when it was said. */
export type Meaning =
  | {
      readonly kind: "calendar";
      readonly year: YearSaid;
      readonly month: number | null;
      readonly day: number | null;
      readonly weekday: number | null;
      readonly turn: number | null;
    }
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly turn: number | null;
      readonly from: From;
      /** Which week it is said to be of: "Tuesday next week" 1. */
      readonly week?: number;
    }
  | {
      readonly kind: "unit";
      readonly unit: TimeUnit;
      readonly shift: number;
      readonly from: From;
      readonly rolling: boolean;
      /** "the month": the one told of just before, else this one; not "that month". */
      readonly loose?: boolean;
      /** A day of that month: "the third of last month". */
      readonly day?: number;
    }
  | { readonly kind: "day"; readonly shift: number }
  | {
      readonly kind: "away";
      readonly count: number | null;
      readonly unit: TimeUnit;
      readonly direction: number;
      readonly from: From;
      readonly bound: boolean;
      /** Something is compared with it: "higher than a year ago". */
      readonly compared?: boolean;
    }
  | { readonly kind: "season"; readonly season: string; readonly year: YearSaid; readonly turn: number | null }
  | {
      readonly kind: "quarter";
      readonly quarter: number | null;
      /** A quarter or half of a year; `P` any period, `M` a month, of which another year's is meant. */
      readonly unit: "Q" | "H" | "P" | "M";
      readonly year: YearSaid;
      readonly turn: number | null;
    }
  | { readonly kind: "feast"; readonly rule: string; readonly year: YearSaid; readonly turn: number | null; readonly shift: number }
  | { readonly kind: "span"; readonly value: string }
  | { readonly kind: "ref"; readonly value: string; readonly only?: "history" | "news" }
  | {
      readonly kind: "duration";
      readonly value: string;
      readonly unit: TimeUnit;
      readonly count: number | null;
      readonly turn: number | null;
    }
  | { readonly kind: "set"; readonly value: string };

/** An expression found: its tokens, its meaning, and the part of the day or clock time that goes with it. */
export interface Expression {
  readonly first: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly phase: Phase;
  /** "T14:30", "TMO", "TNI"; null where no time of day is said. */
  readonly clock: string | null;
  /** A date that lends its year and month to this one: "14 August - 24 August 1914". */
  readonly borrows: boolean;
  /** What of the date is meant: the day before it, the day after it, the week that holds it, or that week of it (-1 its last); null where it is itself. */
  readonly beside: "eve" | "morrow" | "week" | number | null;
  /** Code units inside the one token, where it holds two expressions ("1926-1928"); else null. */
  readonly piece: readonly [start: number, end: number] | null;
}

export function expression(first: number, end: number, meaning: Meaning, more: Partial<Expression> = {}): Expression {
  return { first, end, meaning, phase: null, clock: null, borrows: false, beside: null, piece: null, ...more };
}

export function calendar(
  year: YearSaid,
  month: number | null,
  day: number | null,
  weekday: number | null = null,
  turn: number | null = null,
): Meaning {
  return { kind: "calendar", year, month, day, weekday, turn };
}
