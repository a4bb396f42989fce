import { Command } from "commander";
import { verify } from "../../ledger/index.js";
import { type Context, withLedger } from "../context.js";
import { withLedgerOption } from "./shared.js";

/** `according verify`: walks the hash chain. */
export function verifyCommand(context: Context): Command {
  return withLedgerOption(new Command("verify"))
    .description("Walk the ledger's hash chain: whether every entry is what was recorded.")
    .addHelpText("after", "\nExample:\n  according verify --ledger according.db")
    .action((options: { ledger: string }) => run(context, options.ledger));
}

async function run(context: Context, ledger: string): Promise<void> {
  const found = await withLedger(ledger, true, verify);
  if (found.broken) {
    const { seq, kind, reason } = found.broken;
    context.error(`${context.errorStyle.red("broken")} at entry ${seq} (${kind}): ${reason}; ${found.entries} entries before it hold`);
    context.failed();
  } else context.out(`${context.style.green("whole")}: ${found.entries} entries, head ${found.head}`);
}
