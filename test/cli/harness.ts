import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "../../src/cli/context.js";
import { run } from "../../src/cli/run.js";
import { PLAIN } from "../../src/cli/terminal.js";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in this process, at noon of 1 February 2025, 80 columns, no colours. */
export async function according(...words: string[]): Promise<Ran> {
  const [out, error]: string[][] = [[], []];
  let code = 0;
  const context: Context = {
    style: PLAIN,
    errorStyle: PLAIN,
    clock: () => "2025-02-01T12:00:00.000Z",
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    failed: () => {
      code = 1;
    },
    exitCode: () => code,
    showsProgress: false,
  };
  const exit = await run(words, context);
  return { code: exit, out: out.join("\n"), error: error.join("\n") };
}

/** A folder for one test file, taken away at its end. */
export function temporaryFolder(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "according-cli-"));
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const REPORT = `Two dead in attack on Bosaso market

Gunmen attacked a market in Bosaso on Monday and killed two people, police said.

Police arrested a man. The mayor denied that the market was the target.
`;
