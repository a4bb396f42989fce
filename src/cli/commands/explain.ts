import { Command } from "commander";
import { AccordingError } from "../../base/error.js";
import type { Reading, Statement } from "../../model/reading.js";
import { explain, type Reason } from "../../pipeline/explain.js";
import { foldStore } from "../../views/index.js";
import { type Context, withLedger } from "../context.js";
import { harmless, type Style, wrap } from "../terminal.js";
import { withAsOf, withLedgerOption } from "./shared.js";

interface ExplainOptions {
  readonly ledger: string;
  readonly asOf?: string;
}

/** `according explain`: the tree of rules, rows and stages that made a statement. */
export function explainCommand(context: Context): Command {
  return withAsOf(withLedgerOption(new Command("explain")))
    .description("Show why a statement stands in the ledger: words, speaker, event, count, and the rules and table rows behind them.")
    .argument("<statement>", "its id, or the first letters of it")
    .addHelpText("after", "\nExample:\n  according explain 55faf156")
    .action((id: string, options: ExplainOptions) => run(context, id, options));
}

async function run(context: Context, id: string, { ledger, asOf }: ExplainOptions): Promise<void> {
  const state = await withLedger(ledger, true, (store) => foldStore(store, asOf ?? null));
  const found: { reading: Reading; statement: Statement }[] = [];
  for (const reading of state.readings.values()) {
    for (const statement of reading.statements)
      if (statement.id === id || (id.length >= 4 && statement.id.startsWith(id))) found.push({ reading, statement });
  }
  if (found.length !== 1) {
    const what = found.length === 0 ? "no live statement is" : `${found.length} statements are`;
    const then = asOf ? ` as of ${asOf}` : "";
    const hint =
      "according history EVENT, changes and export give statements with their ids; the first four letters are enough, where no other begins so.";
    throw new AccordingError("cli.no-statement", `${what} called "${id}"${then}`, hint);
  }
  const [{ reading, statement }] = found;
  const { report } = reading;
  const where = [report.outlet, report.published.value, report.title].filter((x) => x !== null).map(harmless);
  context.out(wrap(where.join(" · "), context.style.width).map(context.style.dim).join("\n"));
  for (const line of tree(explain(reading, statement), context.style)) context.out(line);
}

function tree(reason: Reason, style: Style, first = "", rest = ""): readonly string[] {
  const stage = reason.stage ? ` ${style.dim(`‹${reason.stage}›`)}` : "";
  const own = wrap(harmless(reason.text) + stage, style.width, first, rest + (reason.children.length > 0 ? "│ " : "  "));
  const below = reason.children.flatMap((child, k) => {
    const last = k === reason.children.length - 1;
    return tree(child, style, `${rest}${last ? "└ " : "├ "}`, `${rest}${last ? "  " : "│ "}`);
  });
  return [...own, ...below];
}
