import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { expand } from "../../intake/index.js";
import { figures } from "../../views/index.js";
import { type Context, DEFAULT_LEDGER } from "../context.js";
import { renderAccount } from "../render/account.js";
import { renderFigures } from "../render/figures.js";
import { rule } from "../terminal.js";
import { besideOf, viewsOf } from "../views.js";
import { ingestFiles } from "./ingest.js";
import { withLedgerOption } from "./shared.js";

const SAMPLES = fileURLToPath(new URL("../../../samples/", import.meta.url));

/** `according demo`: what `npm start` does: the sample reports into a ledger, and the account of each event. */
export function demoCommand(context: Context): Command {
  return withLedgerOption(new Command("demo"))
    .description("Read the sample reports into a ledger and show the account of each event.")
    .option("--samples <folder>", "a folder of reports", SAMPLES)
    .addHelpText("after", "\nExample:\n  according demo --ledger samples.db")
    .action((options: { ledger: string; samples: string }) => run(context, options));
}

async function run(context: Context, { ledger, samples }: { ledger: string; samples: string }): Promise<void> {
  const files = (await expand([samples])).filter((file) => !/README/.test(file));
  const count = await ingestFiles({ ...context, failed: () => {} }, files, { ledger });
  const views = await viewsOf({ ledger, rule: "latest" });
  const chief = views.accounts.filter((account) => account.chief);
  for (const account of chief) {
    for (const line of renderAccount(account, besideOf(views, account), context.style)) context.out(line);
    context.out("");
  }
  const series = figures(views.state);
  if (series.length > 0) {
    context.out(rule(context.style, "figures"));
    for (const line of renderFigures(series, context.style)) context.out(line);
    context.out("");
  }
  context.out(rule(context.style));
  const failed = count.failed > 0 ? `, ${count.failed} was no report` : "";
  context.out(
    `${count.new + count.known + count.reread} reports${failed}; ${chief.length} events, kept in ${ledger === DEFAULT_LEDGER ? "according.db" : ledger}.`,
  );
  context.out(context.style.dim("Next: npm run according -- events · show EVENT · read FILE --published DATE"));
}
