import { loadTable } from "../lexicon/table.js";
import { DATE, ENDING, TITLE } from "./buffer.js";

/** How an abbreviation keeps its full stop: always (`shape` says what it is then), or only in a certain neighbourhood. */
export interface Abbreviation {
  readonly shape: number;
  readonly only: "digit" | "digitOrComma" | "comma" | null;
}

const KINDS: Readonly<Record<string, Abbreviation>> = {
  title: { shape: TITLE, only: null },
  number: { shape: TITLE, only: "digit" },
  end: { shape: ENDING, only: null },
  date: { shape: DATE, only: null },
  maybe: { shape: DATE, only: "digitOrComma" },
  state: { shape: ENDING, only: "comma" },
};

export interface TokenParts {
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  readonly elided: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
}

let loaded: TokenParts | null = null;

/** The tables of `abbreviations.tsv` and `token-parts.tsv`, loaded on first use. */
export function tokenParts(): TokenParts {
  if (loaded) return loaded;
  const rows = loadTable("token-parts").rows;
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.word));
  loaded = {
    abbreviations: new Map(loadTable("abbreviations").rows.map((row) => [row.id, KINDS[row.kind]])),
    prefixes: of("prefix"),
    suffixes: of("suffix"),
    units: of("unit"),
    domains: of("domain"),
    elided: of("elided"),
    money: of("money"),
  };
  return loaded;
}
