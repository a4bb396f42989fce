import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { fixed } from "./scorers/shared.js";

const FILE = new URL("./RESULTS.md", import.meta.url);

const HEAD = `# Results

One row a measurement, the latest last: \`npm run bench -- TASK --split dev --save\`. A commit with a star had changes that were not
committed yet.

| commit | command | corpus | figure |
| --- | --- | --- | --- |
`;

export interface Result {
  readonly command: string;
  readonly corpus: string;
  readonly task: string;
  readonly figure: number | string;
}

/** Adds a row to RESULTS.md. */
export function record(result: Result): void {
  if (!existsSync(FILE)) writeFileSync(FILE, HEAD);
  const figure = typeof result.figure === "number" ? `${result.task} ${fixed(result.figure, 1)}` : result.figure;
  appendFileSync(FILE, `| ${commit()} | \`${result.command}\` | ${result.corpus} | ${figure} |\n`);
}

function commit(): string {
  const git = (...words: string[]): string => execFileSync("git", words, { encoding: "utf8" }).trim();
  try {
    return (
      git("rev-parse", "--short", "HEAD") +
      (git("status", "--porcelain", "--untracked-files=no", "--", "src", "lexicons", "models") ? "*" : "")
    );
  } catch {
    return "?";
  }
}
