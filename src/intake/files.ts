import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import fastGlob from "fast-glob";
import { AccordingError } from "../base/error.js";

const READABLE = /\.(?:txt|text|html?|xhtml|jsonl|ndjson)$/i;

/** Standard input, as a file name on the command line. */
export const STDIN = "-";

/**
 * The files that the words of a command line name: files as they are, the reports of a folder and its folders in order of their
 * names, what a pattern matches, `-`. A name that stands for nothing is kept: reading it will say that it is not there.
 */
export async function expand(names: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (name === STDIN) {
      files.push(name);
      continue;
    }
    const found = await stat(name).catch(() => null);
    if (found?.isDirectory()) files.push(...(await inFolder(name)));
    else if (!found && fastGlob.isDynamicPattern(name)) files.push(...(await matching(name)));
    else files.push(name);
  }
  return [...new Set(files)];
}

async function inFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile() && READABLE.test(e.name)).map((e) => join(e.parentPath, e.name));
  if (files.length === 0)
    throw new AccordingError("intake.nothing", `${folder}: no reports in this folder`, "Reports are .txt, .html or .jsonl files.");
  return files.sort(byName);
}

async function matching(pattern: string): Promise<readonly string[]> {
  const files = await fastGlob(pattern, { onlyFiles: true });
  if (files.length === 0)
    throw new AccordingError("intake.nothing", `${pattern}: matches no file`, "Put the pattern in quotes, and look at its folder.");
  return files.sort(byName);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What files weigh more than this is no report. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * A file's bytes.
 *
 * @throws AccordingError `intake.missing`, `intake.unreadable`, `intake.too-big`
 */
export async function bytesOf(name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of streamOf(name)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES)
        throw new AccordingError("intake.too-big", `more than ${MOST_BYTES / 2 ** 20} MB`, "Hand in one report a file, or JSONL.");
    }
  } catch (error) {
    throw asIntakeError(error);
  }
  return Buffer.concat(chunks);
}

export function streamOf(name: string): AsyncIterable<Buffer> {
  return name === STDIN ? process.stdin : createReadStream(name, { highWaterMark: 1 << 18 });
}

export function asIntakeError(error: unknown): AccordingError {
  if (error instanceof AccordingError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return new AccordingError("intake.missing", "no such file", "Look at the name, or put a pattern in quotes.");
  if (code === "EISDIR") return new AccordingError("intake.unreadable", "is a folder");
  if (code === "EACCES" || code === "EPERM") return new AccordingError("intake.unreadable", "may not be read (permission denied)");
  return new AccordingError("intake.unreadable", `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
