import { Command } from "commander";
import type { Entry } from "../../model/ledger.js";
import { changes } from "../../views/index.js";
import { type Context, UsageError, withLedger } from "../context.js";
import { clip, columnsOf, harmless, padTo } from "../terminal.js";
import { withLedgerOption } from "./shared.js";

interface ChangesOptions {
  readonly ledger: string;
  readonly since: number;
  readonly format: string;
}

/** `according changes`: what was added and withdrawn since a cursor. */
export function changesCommand(context: Context): Command {
  return withLedgerOption(new Command("changes"))
    .description("List what was added and withdrawn since a cursor: the number that stands first in each line.")
    .option("--since <cursor>", "after this one", cursor, 0)
    .option("--format <format>", "text or json", "text")
    .addHelpText("after", "\nExample:\n  according changes --since 120")
    .action((options: ChangesOptions) => run(context, options));
}

function cursor(words: string): number {
  if (!/^\d+$/.test(words))
    throw new UsageError("cli.cursor", `"${words}" is no cursor`, "A cursor is the number that stands first in a line of changes.");
  return Number(words);
}

async function run(context: Context, options: ChangesOptions): Promise<void> {
  const entries: Entry[] = [];
  await withLedger(options.ledger, true, async (store) => {
    for await (const entry of store.entries({ after: options.since })) entries.push(entry);
  });
  for (const change of changes(entries, options.since)) {
    if (options.format === "json") context.out(JSON.stringify(change));
    else {
      const { green, red, dim, width } = context.style;
      const sign = change.change === "added" ? green("+") : red("-");
      const left = `${String(change.seq).padStart(7)} ${sign} ${padTo(change.kind, 9)} ${dim(idOf(change.id))}  `;
      const words = [change.says, change.reason].filter(Boolean).join(" — ");
      context.out(left + clip(harmless(words), width - columnsOf(left)));
    }
  }
}

/** What stands for an entry on a line: of a statement, its own id without that of its reading. */
function idOf(id: string): string {
  return harmless(id.slice(id.lastIndexOf("/") + 1))
    .slice(0, 8)
    .padEnd(8);
}
