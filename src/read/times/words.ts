import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import { numberWord } from "../quantities/numeral.js";

/** What a token can be in a time expression: its classes in `time-words.tsv`, each with its value, and what its digits say. */
export interface TimeWord {
  readonly classes: ReadonlyMap<string, string>;
  /** Whole number in digits, at most four of them; -1 where there is none. */
  readonly digits: number;
  /** How many digits. */
  readonly width: number;
  /** Small number word ("seven", "fifteen"), or the digits; -1 where there is none. */
  readonly number: number;
  /** "20th", "third"; -1 where it is none. */
  readonly ordinal: number;
  /** "1990s", "'90s": the year without its last digit, "199"; else null. */
  readonly decade: string | null;
  /** "7:15", "7.30": minutes since midnight as written; -1 where it is none. */
  readonly clock: number;
  /** "16/7/2016", "2016-07-21": its three numbers in order; else null. No telephone number "9-1-1". */
  readonly written: readonly [number, number, number] | null;
  /** "1926-1928" in one token; else null. */
  readonly years: readonly [number, number] | null;
  /** "mid-November" in one token. */
  readonly mid: boolean;
  /** Whether an expression can begin here; `led` where only together with a word of time behind it ("the", "a"). */
  readonly begins: "alone" | "led" | null;
}

const NONE: TimeWord = {
  classes: new Map(),
  digits: -1,
  width: 0,
  number: -1,
  ordinal: -1,
  decade: null,
  clock: -1,
  written: null,
  years: null,
  mid: false,
  begins: null,
};

const ORDINAL = /^(\d{1,3})(?:st|nd|rd|th)$/;
const DECADE = /^'?([2-9]0|\d{3}0)'?s$/;
const CLOCK = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/;
const WRITTEN = /^(?:(\d{4})([/.-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([/.-])(\d{1,2})\6(\d{4}|\d{2}))(?:t\d{2}.*)?$/;
const YEARS = /^(\d{4})-(\d{4}|\d{2})$/;
const MID = "mid-";

let table: Map<string, Map<string, string>> | null = null;

function classes(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (table) return table;
  table = new Map();
  for (const row of loadTable("time-words").rows) {
    const entry = table.get(row.form) ?? new Map<string, string>();
    table.set(row.form, entry.set(row.class, row.value));
  }
  return table;
}

const cache: (TimeWord | null)[] = [];

/** What a norm can be in a time expression; null where nothing. Every norm is looked at once. */
export function timeWord(norm: number): TimeWord | null {
  const known = cache[norm];
  if (known !== undefined) return known;
  while (cache.length < norm) cache.push(undefined as unknown as null);
  const made = make(vocabulary.of(norm));
  cache[norm] = made;
  return made;
}

function make(form: string): TimeWord | null {
  const known = classes().get(form);
  const mid = !known && form.startsWith(MID) ? classes().get(form.slice(MID.length)) : undefined;
  const number = numberWord(vocabulary.id(form));
  const first = form.charCodeAt(form[0] === "'" ? 1 : 0);
  const shaped = first >= 48 && first <= 57 ? shape(form) : null;
  const small = number && (number.kind === "digit" || number.kind === "teen" || number.kind === "ten") ? number.value : -1;
  const ordinal = number?.kind === "ordinal" ? number.value : -1;
  const yearOf = decadeWord(form);
  if (!known && !mid && !shaped && small < 0 && ordinal < 0 && !number && !yearOf) return null;
  const base = { ...NONE, classes: known ?? mid ?? NONE.classes, mid: mid !== undefined };
  const full = { ...base, number: small, ordinal, ...(yearOf ? { decade: yearOf } : {}), ...shaped };
  return { ...full, begins: beginning(full, number !== null) };
}

const ALONE = new Set([
  "month",
  "month-unsure",
  "weekday",
  "weekday-unsure",
  "weekdays",
  "units",
  "part",
  "season",
  "season-unsure",
  "hour",
  "day",
  "daypart",
  "ref",
  "ref-history",
  "ref-news",
  "turn",
  "turn-told",
  "phase",
  "phase-of",
  "set",
  "each",
  "per",
  "fiscal",
  "quantifier",
  "year-relative",
  "quarter-name",
  "these",
  "holiday",
  "holiday-day",
  "easter-day",
  "new",
  "era",
  "unit",
]);
const LED = new Set(["det", "article", "half"]);

function beginning(w: TimeWord, number: boolean): TimeWord["begins"] {
  const names = [...w.classes.keys()];
  if (names.some((name) => LED.has(name))) return "led";
  const shaped =
    w.digits >= 0 || w.number >= 0 || w.ordinal >= 0 || w.decade !== null || w.clock >= 0 || w.written !== null || w.years !== null;
  return shaped || number || names.some((name) => ALONE.has(name)) ? "alone" : null;
}

function decadeWord(form: string): string | null {
  return classes().get(form)?.get("decade") ?? null;
}

/** Reads what a token that begins with a digit can be; null where it is nothing of time. */
function shape(form: string): Partial<TimeWord> | null {
  if (form.length > 20) return null;
  if (/^\d{1,4}$/.test(form)) return { digits: Number(form), width: form.length, number: Number(form) };
  const apostrophe = /^'(\d{2})$/.exec(form);
  if (apostrophe) return { digits: Number(apostrophe[1]), width: 2, number: Number(apostrophe[1]), mid: false };
  const ordinal = ORDINAL.exec(form);
  if (ordinal) return { ordinal: Number(ordinal[1]) };
  const decade = DECADE.exec(form);
  if (decade) return { decade: decade[1].length === 2 ? `19${decade[1][0]}` : decade[1].slice(0, 3) };
  const clock = CLOCK.exec(form);
  if (clock && Number(clock[1]) < 25 && Number(clock[2]) < 60) return { clock: Number(clock[1]) * 60 + Number(clock[2]) };
  const years = yearRange(form);
  if (years) return { years };
  const written = WRITTEN.exec(form);
  if (!written) return null;
  const [a, b, c] = written[1] === undefined ? [written[5], written[7], written[8]] : [written[1], written[3], written[4]];
  return { written: [Number(a), Number(b), Number(c)] };
}

function yearRange(form: string): readonly [number, number] | null {
  const m = YEARS.exec(form);
  if (!m) return null;
  const a = Number(m[1]);
  const b = m[2].length === 4 ? Number(m[2]) : a - (a % 100) + Number(m[2]);
  return a >= 1000 && a < b && b <= 2100 ? [a, b] : null;
}

/** Value of one class of a word, or null. */
export function is(w: TimeWord | null, name: string): string | null {
  return w === null ? null : (w.classes.get(name) ?? null);
}
