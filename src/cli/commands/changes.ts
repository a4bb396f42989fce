import { Command } from "commander";
import type { Entry } from "../../model/ledger.js";
import { type Change, changes } from "../../views/index.js";
import { type Context, UsageError, withLedger } from "../context.js";
import { clip, columnsOf, harmless, padTo, type Style } from "../terminal.js";
import { orNone, withAsOf, withFormat, withLedgerOption } from "./shared.js";

interface ChangesOptions {
  readonly ledger: string;
  readonly asOf?: string;
  readonly since: number;
  readonly format: string;
}

/** `according changes`: what was added, changed and withdrawn since a cursor. */
export function changesCommand(context: Context): Command {
  return withFormat(withAsOf(withLedgerOption(new Command("changes"))))
    .description("List what was added, changed and withdrawn since a cursor: the number that stands first in each line.")
    .option("--since <cursor>", "after this one", cursor, 0)
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
    for await (const entry of store.entries()) entries.push(entry);
  });
  const found = changes(entries, options.since, options.asOf ?? null);
  orNone(context, options, found.length, `changes after ${options.since}, and the last entry is ${entries.at(-1)?.seq ?? 0}`);
  for (const change of found) {
    if (options.format === "json") context.out(JSON.stringify(change));
    else context.out(line(change, context.style));
  }
}

const SIGNS = { added: "+", changed: "~", withdrawn: "-" } as const;

function line({ seq, change, kind, id, says, words, reason }: Change, { green, red, yellow, dim, width }: Style): string {
  const paint = { added: green, changed: yellow, withdrawn: red }[change];
  const left = `${String(seq).padStart(7)} ${paint(SIGNS[change])} ${padTo(kind, 9)} ${dim(harmless(id).slice(0, 8).padEnd(8))}  `;
  const said = [says, words ? `“${words.words.replace(/\s+/g, " ")}”` : "", reason ?? ""].filter(Boolean).join(" — ");
  return left + clip(harmless(said), width - columnsOf(left));
}
