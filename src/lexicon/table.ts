import { readFileSync } from "node:fs";
import { AccordingError } from "../base/error.js";

/** One row of a lexicon table: its cells by column name, trimmed; an empty cell is the empty string. */
export type Row = Readonly<Record<string, string>>;

export interface Table {
  /** File name without `.tsv`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads a TSV table: the first line that is neither empty nor a comment (`#`) names the columns; the first column is `id`, unique
 * in the table. Not a general TSV reader: there is no quoting.
 *
 * @throws AccordingError `lexicon.syntax` with file and line where a row has too many cells, no id, or an id twice.
 */
export function parseTable(name: string, text: string): Table {
  let columns: string[] | null = null;
  const rows: Row[] = [];
  const seen = new Set<string>();
  text.split(/\r?\n/).forEach((line, k) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (columns === null) {
      columns = cells;
      return;
    }
    const where = `${name}.tsv line ${k + 1}`;
    if (cells.length > columns.length) {
      throw new AccordingError(
        "lexicon.syntax",
        `${where}: ${cells.length} cells for ${columns.length} columns`,
        "Separate cells by one tab; leave out trailing ones.",
      );
    }
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
    const id = row[columns[0]];
    if (!id || seen.has(id)) {
      throw new AccordingError(
        "lexicon.syntax",
        `${where}: ${id ? `id "${id}" stands twice` : "no id"}`,
        "Give every row an id of its own in the first column.",
      );
    }
    seen.add(id);
    rows.push(row);
  });
  return { name, columns: columns ?? [], rows };
}

const LEXICONS = new URL("../../lexicons/", import.meta.url);

/** Loads `lexicons/<language>/<name>.tsv`. */
export function loadTable(name: string, language = "en"): Table {
  return parseTable(name, readFileSync(new URL(`${language}/${name}.tsv`, LEXICONS), "utf8"));
}

/** Splits a cell that holds several values: `a|b|c`. */
export function values(cell: string | undefined): readonly string[] {
  return cell
    ? cell
        .split("|")
        .map((v) => v.trim())
        .filter(Boolean)
    : [];
}
