import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { AccordingError } from "../src/base/error.js";
import { linesOf } from "../src/intake/index.js";

/** Corpora of a task; the first is the one that its name alone means where only one is asked for. */
export const CORPORA: Readonly<Record<string, readonly string[]>> = {
  times: ["times-tempeval", "times-wikiwars"],
  places: ["places-trnews", "places-lgl", "places-gwn"],
  stories: ["stories", "stories-world", "stories-ecb"],
  accounts: ["stories"],
  shootings: ["stories"],
};

/** The task that scores a corpus, and its corpora: "times-wikiwars" is one of "times". */
export function corporaOf(name: string): { task: string; corpora: readonly string[] } {
  for (const [task, corpora] of Object.entries(CORPORA))
    if (name !== task && name !== "stories" && corpora.includes(name)) return { task, corpora: [name] };
  return { task: name, corpora: CORPORA[name] ?? [name] };
}

/** Where the corpora lie: `--data`, else ACCORDING_BENCH. */
export function dataFolder(given: string | null): string {
  const folder = given ?? process.env.ACCORDING_BENCH ?? null;
  if (folder === null) throw new AccordingError("bench.data", "where are the corpora?", "Say it with --data FOLDER or in ACCORDING_BENCH.");
  if (!existsSync(folder)) throw new AccordingError("bench.data", `no such folder: ${folder}`);
  return folder;
}

/** JSON objects of a file, one a line (a `.json` file holds one). */
export async function readLines(file: string, limit = Number.POSITIVE_INFINITY): Promise<Record<string, unknown>[]> {
  if (!existsSync(file)) throw new AccordingError("bench.data", `no such file: ${file}`);
  if (file.endsWith(".json")) return [JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>];
  const lines: Record<string, unknown>[] = [];
  for await (const { bytes } of linesOf(createReadStream(file))) {
    if (lines.length >= limit) break;
    lines.push(JSON.parse(Buffer.from(bytes).toString("utf8")) as Record<string, unknown>);
  }
  return lines;
}

/** A split's line with its page: it names a file, gzipped, instead of holding `html`. */
export function withPage(line: Record<string, unknown>, folder: string): Record<string, unknown> {
  if (typeof line.htmlFile !== "string" || typeof line.html === "string") return line;
  const bytes = readFileSync(join(folder, line.htmlFile));
  return { ...line, html: (line.htmlFile.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8") };
}
