/** What a terminal allows: colours, and how wide it is. */
export interface Style {
  readonly width: number;
  readonly bold: (s: string) => string;
  readonly dim: (s: string) => string;
  readonly red: (s: string) => string;
  readonly green: (s: string) => string;
  readonly yellow: (s: string) => string;
  readonly blue: (s: string) => string;
  readonly magenta: (s: string) => string;
  readonly cyan: (s: string) => string;
  readonly coloured: boolean;
}

const NARROWEST = 60;
const WIDEST = 100;
const DEFAULT_WIDTH = 80;

/** Colours on a terminal only, and never where `NO_COLOR` is set to anything. */
export function styleFor(stream: { isTTY?: boolean; columns?: number }, env: NodeJS.ProcessEnv): Style {
  const coloured = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== "dumb";
  const columns = stream.columns ?? (Number(env.COLUMNS) || DEFAULT_WIDTH);
  const paint = (open: number, close: number) => (s: string) => (coloured && s ? `\u001b[${open}m${s}\u001b[${close}m` : s);
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, columns)),
    coloured,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    magenta: paint(35, 39),
    cyan: paint(36, 39),
  };
}

/** No colours, 80 columns. */
export const PLAIN: Style = styleFor({ isTTY: false }, {});

/** Takes out what a report could do to a terminal: control characters, escape sequences, marks that turn the writing round. */
export function harmless(words: string): string {
  return words.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\u0009/g, " ");
}

const ESCAPES = /\u001b\[\d+m/g;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/gu;

/** How many columns a string takes on a terminal, its colours left out. */
export function columnsOf(s: string): number {
  const bare = s.replace(ESCAPES, "");
  let columns = 0;
  for (const character of bare) columns += character.length > 1 ? 1 : 1;
  return columns + (bare.match(WIDE)?.length ?? 0) - (bare.match(/\p{M}/gu)?.length ?? 0);
}

export function padTo(s: string, columns: number): string {
  return s + " ".repeat(Math.max(0, columns - columnsOf(s)));
}

/** Cuts a string without colours to so many columns, with an ellipsis where something was cut. */
export function clip(s: string, columns: number): string {
  if (columnsOf(s) <= columns) return s;
  let out = "";
  for (const character of s) {
    if (columnsOf(out + character) > columns - 1) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
}

/** Breaks text into lines of at most `width` columns. `first` stands before the first line, `rest` before the others. */
export function wrap(text: string, width: number, first = "", rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += (empty ? "" : " ") + word;
    empty = false;
  }
  return empty && lines.length > 0 ? lines : [...lines, line];
}

/** A line over the whole width with words in it. */
export function rule(style: Style, words = ""): string {
  const line = words ? `── ${words} ` : "";
  return style.dim(line + "─".repeat(Math.max(0, style.width - columnsOf(line))));
}
