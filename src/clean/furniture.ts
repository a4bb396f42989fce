import { loadTable } from "../lexicon/table.js";
import type { Part } from "../model/report.js";

/** A stretch of a line, from its start to that of the next. */
export interface Stretch {
  /** Offset within the line. */
  readonly start: number;
  readonly part: Part;
}

interface Rule {
  readonly words: string;
  readonly at: string;
  readonly part: Part;
  readonly most: number;
  readonly rest: Part | null;
}

interface Rules {
  readonly whole: ReadonlyMap<string, Rule>;
  /** By their first two characters. */
  readonly starts: ReadonlyMap<string, readonly Rule[]>;
  readonly ends: readonly Rule[];
  readonly credit: RegExp;
}

let loaded: Rules | null = null;

function rules(): Rules {
  loaded ??= load();
  return loaded;
}

function load(): Rules {
  const all = loadTable("furniture").rows.map(
    (row): Rule => ({
      words: row.words,
      at: row.at,
      part: row.part as Part,
      most: row.most ? Number(row.most) : Number.POSITIVE_INFINITY,
      rest: row.rest ? (row.rest as Part) : null,
    }),
  );
  const starts = new Map<string, Rule[]>();
  for (const rule of all.filter((r) => r.at === "start" || r.at === "prefix" || r.at === "byline")) {
    const key = rule.words.slice(0, 2);
    starts.set(
      key,
      [...(starts.get(key) ?? []), rule].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return {
    whole: new Map(all.filter((r) => r.at === "whole").map((r) => [r.words, r])),
    starts,
    ends: all.filter((r) => r.at === "end"),
    credit: creditPattern(),
  };
}

/** Words of a credit, as one pattern: any case where the table says so, else as written. */
function creditPattern(): RegExp {
  const { rows } = loadTable("credits");
  const anyCase = (word: string): string => word.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`);
  return new RegExp(
    `(?:^|[^A-Za-z])(?:${rows.map((row) => (row.case === "any" ? anyCase(row.word) : row.word)).join("|")})(?:$|[^A-Za-z])`,
  );
}

/** How long a line a table row can speak of. */
const LONGEST_LINE = 2000;

/**
 * What a line is, where its words show that it is not the story; null for a line of the story. `start`s are offsets within the line.
 * Knows nothing of the line's neighbours.
 */
export function furnitureIn(line: string): readonly Stretch[] | null {
  if (line.length > LONGEST_LINE) return null;
  const low = line.toLowerCase();
  const { whole, starts, ends } = rules();
  const same = whole.get(low);
  if (same) return [{ start: 0, part: same.part }];
  for (const rule of starts.get(low.slice(0, 2)) ?? []) {
    if (!low.startsWith(rule.words) || line.length > rule.most || isLetter(low, rule.words)) continue;
    if (rule.at === "byline") {
      if (bylineOf(line) === null) continue;
      return [{ start: 0, part: rule.part }];
    }
    return rule.at === "start" ? [{ start: 0, part: rule.part }] : afterPrefix(line, low, rule);
  }
  const end = ends.find((rule) => low.endsWith(rule.words) && line.length <= rule.most);
  return end ? [{ start: 0, part: end.part }] : captionBefore(line);
}

/** Names and what joins them: "Ana Ruiz, Bo Li and the staff of the Herald" is none. */
const NAMES = /^(?:\p{Lu}[\p{L}.'’-]*)(?:,? (?:and |& )?\p{Lu}[\p{L}.'’-]*){0,9}(?:,? [A-Z][\p{L} ]{2,40})?$/u;

/** Who a line says wrote the report: the line begins with a word of the table, and all else is names. */
export function bylineOf(line: string): string | null {
  const space = line.indexOf(" ");
  if (line.length > 100 || space < 0) return null;
  const word = line.slice(0, space).toLowerCase();
  const isRow = rules()
    .starts.get(word.slice(0, 2))
    ?.some((rule) => rule.at === "byline" && rule.words === word);
  const names = line.slice(space + 1).trim();
  return isRow && NAMES.test(names) && !names.endsWith(".") ? names : null;
}

/** "Images" is not "image" with something after it. */
function isLetter(low: string, words: string): boolean {
  return /[a-z]$/.test(words) && /[a-z]/.test(low.charAt(words.length));
}

/** "Image copyright The Paper Image caption Rescuers have ...": a prefix, and what follows it. */
function afterPrefix(line: string, low: string, rule: Rule): readonly Stretch[] | null {
  const caption = low.indexOf("image caption", rule.words.length);
  if (rule.rest === null && caption > 0) return [{ start: 0, part: rule.part }, ...shift(furnitureIn(line.slice(caption)) ?? [], caption)];
  if (rule.words.startsWith("image ") && rule.rest === null) return [{ start: 0, part: rule.part }];
  let at = rule.words.length;
  while (at < line.length && line.charCodeAt(at) <= 32) at++;
  const rest = line.slice(at);
  const within = rest === "" ? [] : shift(captionBefore(rest) ?? [{ start: 0, part: rule.rest ?? "body" }], at);
  return [{ start: 0, part: rule.part }, ...within];
}

function shift(stretches: readonly Stretch[], by: number): readonly Stretch[] {
  return stretches.map((s) => ({ ...s, start: s.start + by }));
}

/** "A photo issued by investigators of the tram. (Photo: AP)": a credit in brackets ends a caption. */
function captionBefore(line: string): readonly Stretch[] | null {
  let end = line.length;
  while (end > 0 && (line[end - 1] === "." || /\s/.test(line[end - 1]))) end--;
  const close = line.slice(0, end);
  const bracket = close.endsWith(")") ? "(" : close.endsWith("]") ? "[" : null;
  if (!bracket) return null;
  const open = close.lastIndexOf(bracket);
  const words = close.slice(open + 1, -1);
  if (open < 0 || words.length > 120 || !rules().credit.test(words)) return null;
  const furniture: Stretch = { start: open, part: "furniture" };
  return open === 0 ? [furniture] : [{ start: 0, part: "caption" }, furniture];
}
