import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AccordingError } from "../src/base/error.js";
import { sha256 } from "../src/base/hash.js";
import { readLines } from "./data.js";

/** A split with fewer reports than this stays whole: cross-validate it instead. */
const FEWEST = 50;

/**
 * Copies the corpora of `from` to `to` with a tenth of each train split kept out as `CORPUS.blind.jsonl`, for nobody to look at before
 * the end: which tenth follows from a hash of the report's topic, incident or id, so that reports of one event stay together, and
 * neither order nor chance decides. Dev splits are copied as they are.
 */
export async function holdOut(from: string, to: string, print: (line: string) => void): Promise<void> {
  if (resolve(from) === resolve(to))
    throw new AccordingError("bench.hold-out", "the corpora would overwrite themselves", "Name another folder.");
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).sort()) {
    if (file === "html" && !existsSync(join(to, file))) symlinkSync(resolve(from, file), join(to, file));
    if (!file.endsWith(".jsonl")) continue;
    const corpus = /^(.+)\.train\.jsonl$/.exec(file)?.[1];
    const lines = corpus ? await readLines(join(from, file)) : [];
    if (corpus === undefined || lines.length < FEWEST) {
      copyFileSync(join(from, file), join(to, file));
      continue;
    }
    const blind = lines.filter(isBlind);
    write(
      join(to, file),
      lines.filter((line) => !isBlind(line)),
    );
    write(join(to, `${corpus}.blind.jsonl`), blind);
    print(`${corpus}: ${lines.length - blind.length} to learn from, ${blind.length} kept blind`);
  }
}

function isBlind(line: Record<string, unknown>): boolean {
  return Number.parseInt(sha256(`blind ${line.topic ?? line.incident ?? line.id}`).slice(0, 8), 16) % 10 === 0;
}

function write(file: string, lines: readonly object[]): void {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
