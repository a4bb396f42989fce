import { readFileSync } from "node:fs";
import { Command } from "commander";
import { peopleCommand, receiptsCommand, sourcesCommand } from "./commands/about.js";
import { changesCommand } from "./commands/changes.js";
import { demoCommand } from "./commands/demo.js";
import { eventsCommand } from "./commands/events.js";
import { explainCommand } from "./commands/explain.js";
import { exportCommand } from "./commands/export.js";
import { ingestCommand } from "./commands/ingest.js";
import { judgeCommands } from "./commands/judge.js";
import { judgementsCommand } from "./commands/judgements.js";
import { lexiconCommand } from "./commands/lexicon.js";
import { readCommand } from "./commands/read.js";
import { showCommand } from "./commands/show.js";
import { verifyCommand } from "./commands/verify.js";
import { casesCommand, disputesCommand, figuresCommand, historyCommand, proposalsCommand } from "./commands/views.js";
import type { Context } from "./context.js";

/** Every command, in the order in which help shows them. */
const COMMANDS: readonly ((context: Context) => Command)[] = [
  readCommand,
  ingestCommand,
  eventsCommand,
  showCommand,
  historyCommand,
  disputesCommand,
  casesCommand,
  figuresCommand,
  proposalsCommand,
  peopleCommand,
  sourcesCommand,
  receiptsCommand,
  explainCommand,
  changesCommand,
  judgementsCommand,
  ...judgeCommands,
  verifyCommand,
  exportCommand,
  lexiconCommand,
  demoCommand,
];

function version(): string {
  return (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;
}

/** "show ", "lexicon check ", and nothing for the program itself. */
function nameOf(command: Command): string {
  return command.parent === null ? "" : `${nameOf(command.parent)}${command.name()} `;
}

/** The program `according`: thin, everything it does is done in the rooms below. */
export function program(context: Context): Command {
  const root = new Command("according")
    .description("Reads news reports and keeps a ledger of attributed statements: what happened, according to whom.")
    .version(version())
    .addHelpText(
      "after",
      "\nExample:\n  according read report.txt --published 2016-07-21\n\nExit codes: 0 done, 1 something could not be done, 2 wrong use.",
    );
  for (const make of COMMANDS) root.addCommand(make(context));
  for (const command of [root, ...root.commands, ...root.commands.flatMap((c) => c.commands)]) {
    command
      .exitOverride()
      .showHelpAfterError(`(according ${nameOf(command)}--help shows how it is used)`)
      .configureOutput({ writeOut: (s) => context.out(s.replace(/\n$/, "")), writeErr: (s) => context.error(s.replace(/\n$/, "")) });
  }
  return root;
}
