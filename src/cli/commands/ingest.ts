import { Command } from "commander";
import { expand } from "../../intake/index.js";
import { ingest } from "../../pipeline/ingest.js";
import { type Context, Progress, reportFailure, withLedger } from "../context.js";
import { warnOfFuture } from "./read.js";
import { type GivenOptions, givenOf, wholeNumber, withGiven, withLedgerOption } from "./shared.js";

interface IngestCommandOptions extends GivenOptions {
  readonly ledger: string;
  readonly threads?: number;
}

/** `according ingest`: reads files into a ledger. */
export function ingestCommand(context: Context): Command {
  const command = new Command("ingest")
    .description("Read reports into a ledger. Reports that it holds already add nothing; a killed ingest is resumed by running it again.")
    .argument("<files...>", "text, HTML or JSONL files; folders; patterns in quotes; - for standard input");
  return withLedgerOption(withGiven(command))
    .option("--threads <n>", "threads at most", wholeNumber)
    .addHelpText("after", "\nExample:\n  according ingest wire/ --ledger according.db")
    .action((files: string[], options: IngestCommandOptions) => run(context, files, options));
}

async function run(context: Context, names: readonly string[], options: IngestCommandOptions): Promise<void> {
  const files = await expand(names);
  const count = await ingestFiles(context, files, options);
  if (count.new + count.reread + count.known === 0) context.failed();
  const said = [
    `${count.new} new`,
    count.reread > 0 ? `${count.reread} read again` : "",
    `${count.known} known already`,
    count.failed > 0 ? `${count.failed} failed` : "",
  ];
  context.out(`${said.filter(Boolean).join(", ")}; ${count.statements} statements added to ${options.ledger}`);
}

export async function ingestFiles(
  context: Context,
  files: readonly string[],
  options: IngestCommandOptions,
): Promise<Awaited<ReturnType<typeof ingest>>> {
  const progress = new Progress(context, files.length);
  return withLedger(options.ledger, false, async (store) => {
    const count = await ingest(store, files, {
      given: givenOf(options),
      ...(options.threads ? { threads: options.threads } : {}),
      clock: context.clock,
      onOutcome: (outcome) => {
        progress.saw(outcome);
        if (outcome.kind === "read") warnOfFuture(context, outcome.name, outcome.reading.report.published.value);
        else {
          progress.end();
          reportFailure(context, outcome.name, outcome.failure);
        }
      },
    });
    progress.end();
    return count;
  });
}
