import { once } from "node:events";
import { closeSync, openSync, writeSync } from "node:fs";
import { Command, Option } from "commander";
import { AccordingError } from "../../base/error.js";
import { EXPORTS, rows } from "../../export/index.js";
import { foldStore } from "../../views/index.js";
import { type Context, withLedger } from "../context.js";
import { withAsOf, withLedgerOption } from "./shared.js";

interface ExportOptions {
  readonly ledger: string;
  readonly asOf?: string;
  readonly format: string;
  readonly out?: string;
  readonly hideNames?: boolean;
}

/** `according export`: live statements for use elsewhere. */
export function exportCommand(context: Context): Command {
  return withAsOf(withLedgerOption(new Command("export")))
    .description("Write all live statements down. Two ledgers of the same reports export the same bytes.")
    .addOption(new Option("--format <format>", "how").choices(EXPORTS.map((e) => e.name)).default("csv"))
    .option("--out <file>", "into this file instead of standard output")
    .option("--hide-names", "leave out names of private persons and of minors, and words that hold them")
    .addHelpText("after", "\nExample:\n  according export --format jsonl > statements.jsonl")
    .action((options: ExportOptions) => run(context, options));
}

async function run(_context: Context, options: ExportOptions): Promise<void> {
  const format = EXPORTS.find((e) => e.name === options.format);
  if (!format) throw new AccordingError("cli.format", `no export is called "${options.format}"`);
  const state = await withLedger(options.ledger, true, (store) => foldStore(store, options.asOf ?? null));
  const pieces = format.write(rows(state, { hideNames: options.hideNames ?? false }));
  if (options.out) writeFile(options.out, pieces);
  else for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, "drain");
}

function writeFile(file: string, pieces: Iterable<string>): void {
  try {
    const out = openSync(file, "w");
    for (const piece of pieces) writeSync(out, piece);
    closeSync(out);
  } catch (error) {
    throw new AccordingError(
      "cli.write",
      `${file} could not be written: ${(error as Error).message}`,
      "Look at its folder, its permissions and the disk.",
      { cause: error },
    );
  }
}
