import { readFileSync } from "node:fs";
import { P, R, U } from "../tags.js";

/** A gold sentence of a treebank. Heads count from 0; the root's is -1. */
export interface GoldSentence {
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly number[];
  readonly xpos: readonly number[];
  readonly heads: readonly number[];
  readonly relations: readonly number[];
  /** Whether a space follows each token. */
  readonly spaced: readonly boolean[];
}

const OLD_NAMES: Readonly<Record<string, string>> = {
  "obl:npmod": "obl:unmarked",
  "obl:tmod": "obl:unmarked",
  "nmod:npmod": "nmod:unmarked",
  "nmod:tmod": "nmod:unmarked",
};

function indexIn(table: Readonly<Record<string, number>>, name: string, fallback: number): number {
  return table[name] ?? fallback;
}

/** Reads a CoNLL-U file. Empty nodes are left out; a multi-word token's parts are tokens. */
export function readTreebank(path: string): GoldSentence[] {
  return readFileSync(path, "utf8")
    .split(/\n\n+/)
    .map((block) => block.split("\n"))
    .filter((lines) => lines.some((line) => /^\d/.test(line)))
    .map(readSentence);
}

function readSentence(lines: readonly string[]): GoldSentence {
  const text = lines.find((line) => line.startsWith("# text = "))?.slice(9) ?? "";
  const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split("\t"));
  const spaced = rows.map((row) => !row[9].includes("SpaceAfter=No"));
  for (const line of lines) {
    const range = /^(\d+)-(\d+)\t/.exec(line);
    if (!range) continue;
    for (let k = Number(range[1]); k < Number(range[2]); k++) spaced[k - 1] = false;
    spaced[Number(range[2]) - 1] = !line.includes("SpaceAfter=No");
  }
  return {
    text,
    forms: rows.map((row) => row[1]),
    lemmas: rows.map((row) => row[2]),
    upos: rows.map((row) => indexIn(U, row[3], U.X)),
    xpos: rows.map((row) => indexIn(P, row[4], P.NONE)),
    heads: rows.map((row) => Number(row[6]) - 1),
    relations: rows.map((row) => indexIn(R, OLD_NAMES[row[7]] ?? row[7], indexIn(R, row[7].split(":")[0], R.dep))),
    spaced,
  };
}
