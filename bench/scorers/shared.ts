/** What scorers share. They follow the corpora's own scorer to the digit, Python's ways of counting and rounding included. */

export type Json = Record<string, unknown>;
export type Pair = readonly [number, number];

/** Collects the lines that a scorer prints; `errors` is how many more errors may be printed. */
export class Report {
  readonly lines: string[] = [];
  /** Figures by name, 0 to 100: an F where a row has one, else its share. */
  readonly figures = new Map<string, number>();

  constructor(private left: number) {}

  print(line: string): void {
    this.lines.push(line);
  }

  /** Prints one error while some may be printed. */
  error(line: () => string): void {
    if (this.left <= 0) return;
    this.left--;
    this.lines.push(`  ${line()}`);
  }

  row(name: string, right: number, said: number, asked: number): number {
    const { p, r, f } = prf(right, said, asked);
    this.figures.set(name, 100 * f);
    this.print(
      `${name.padEnd(24)} P ${fixed(100 * p, 1, 5)}  R ${fixed(100 * r, 1, 5)}  F ${fixed(100 * f, 1, 5)}   (${right} right, ${said} said, ${asked} asked)`,
    );
    return f;
  }

  share(name: string, width: number, part: number, of: number, floor = 1): void {
    this.figures.set(name, (100 * part) / Math.max(floor, of));
    this.print(`${name.padEnd(width)} ${fixed((100 * part) / Math.max(floor, of), 1, 5)}%  (${part} of ${of})`);
  }
}

export function prf(right: number, said: number, asked: number): { p: number; r: number; f: number } {
  const p = said ? right / said : 0;
  const r = asked ? right / asked : 0;
  return { p, r, f: p + r ? (2 * p * r) / (p + r) : 0 };
}

/** As Python's `{:.1f}`: rounds the exact binary value, ties to even, where JavaScript's `toFixed` rounds ties up. */
export function fixed(value: number, digits: number, width = 0): string {
  const scaled = value * 10 ** digits;
  const tie = digits <= 1 && Number.isInteger(value * (digits === 0 ? 2 : 4)) && scaled - Math.floor(scaled) === 0.5;
  const even = Math.floor(scaled) % 2 === 0 ? Math.floor(scaled) : Math.ceil(scaled);
  return (tie ? (even / 10 ** digits).toFixed(digits) : value.toFixed(digits)).padStart(width);
}

export function overlap(a: readonly number[], b: readonly number[]): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

/** Compares like Python's tuples of numbers, strings and booleans. */
export function compareTuples(a: readonly (number | string | boolean)[], b: readonly (number | string | boolean)[]): number {
  for (let k = 0; k < a.length && k < b.length; k++) {
    if (a[k] < b[k]) return -1;
    if (a[k] > b[k]) return 1;
  }
  return a.length - b.length;
}

/** A text whose offsets count code points, as Python's do. */
export class Points {
  private readonly points: readonly string[] | null;

  constructor(readonly text: string) {
    this.points = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? Array.from(text) : null;
  }

  slice(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }

  find(words: string, from = 0): number {
    const at = this.text.indexOf(words, from === 0 || !this.points ? from : this.points.slice(0, from).join("").length);
    return at < 0 || !this.points ? at : Array.from(this.text.slice(0, at)).length;
  }

  lengthOf(words: string): number {
    return this.points ? Array.from(words).length : words.length;
  }
}

const STOP = new Set(
  "of in on at from to with who that which for by and under near belonging located carrying headed led against whose where wearing armed".split(
    " ",
  ),
);
const DROP = new Set("the a an some several two three four five six one mr mrs dr".split(" "));

export function words(s: string): string[] {
  return s
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_' -]/gu, " ")
    .replaceAll("-", " ")
    .split(/\s+/)
    .filter(Boolean);
}

/** A noun phrase's head, roughly: the last word before the first preposition, relative or comma; singular. */
export function head(s: string): string {
  let ws = words(s.split(/,|;| — | – /)[0].replace(/\([^\n]*?\)|\[[^\n]*?\]/g, " "));
  for (let i = 1; i < ws.length; i++) {
    if (!STOP.has(ws[i])) continue;
    ws = ws.slice(0, i);
    break;
  }
  const kept = ws.filter((w) => !DROP.has(w));
  if (kept.length > 0) ws = kept;
  const w = (ws.at(-1) ?? "").replace(/'s?$/, "");
  return Array.from(w).length > 3 && w.endsWith("s") && !w.endsWith("ss") ? w.slice(0, -1) : w;
}

export function sameWords(a: string, b: string): boolean {
  return words(a).join(" ") === words(b).join(" ");
}

export function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return Boolean(a && b) && (head(a as string) === head(b as string) || sameWords(a as string, b as string));
}

/** Kilometres between two points. */
export function km(a: Pair, b: Pair): number {
  const rad = Math.PI / 180;
  const [p1, l1, p2, l2] = [a[0] * rad, a[1] * rad, b[0] * rad, b[1] * rad];
  const h = Math.sin((p2 - p1) / 2) ** 2 + Math.cos(p1) * Math.cos(p2) * Math.sin((l2 - l1) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** As Python's `repr` shows strings, lists, numbers and None. */
export function repr(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (typeof value !== "string") return String(value);
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replaceAll("\u00a0", "\\xa0");
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

export interface Task {
  readonly name: string;
  /** Prints what it counts and gives the headline figure, 0 to 1. */
  score(gold: readonly any[], said: ReadonlyMap<string, any>, report: Report): number;
}
