import { Command } from "commander";
import type { Store } from "../../ledger/index.js";
import { resolveAll } from "../../pipeline/ingest.js";
import { join, type Person, pin, split, undo } from "../../pipeline/judge.js";
import { eventAccounts, foldStore } from "../../views/index.js";
import { type Context, withLedger } from "../context.js";
import { accountOf, type Views } from "../views.js";
import { withLedgerOption } from "./shared.js";

interface JudgeOptions {
  readonly ledger: string;
  readonly by: string;
  readonly reason?: string;
}

function judgeCommand(name: string, description: string, example: string): Command {
  return withLedgerOption(new Command(name))
    .description(description)
    .option("--by <name>", "who judges", process.env.USER ?? "somebody")
    .option("--reason <words>", "why")
    .addHelpText("after", `\nExample:\n  ${example}`);
}

/** `according join`, `split`, `pin`, `undo`: judgements of a person, which stand above the resolver's. */
export const judgeCommands: readonly ((context: Context) => Command)[] = [
  (context) =>
    judgeCommand("join", "Say that two events are one.", 'according join 3f2a91c0 87be01aa --by "A. Editor" --reason "same attack"')
      .argument("<event>")
      .argument("<other>")
      .action((a: string, b: string, options: JudgeOptions) =>
        judged(context, options, (store, views, person) => join(store, views.state, accountOf(views, a), accountOf(views, b), person)),
      ),
  (context) =>
    judgeCommand("split", "Say that a report tells of another event than the other reports.", "according split 3f2a91c0 98765a5e")
      .argument("<event>")
      .argument("<report>", "id of a report, or the first letters of it")
      .action((id: string, report: string, options: JudgeOptions) =>
        judged(context, options, (store, views, person) => split(store, views.state, accountOf(views, id), report, person)),
      ),
  (context) =>
    judgeCommand("pin", "Say that an event holds what it should: nothing may take it apart.", "according pin 3f2a91c0")
      .argument("<event>")
      .action((id: string, options: JudgeOptions) =>
        judged(context, options, (store, views, person) => pin(store, views.state, accountOf(views, id), person)),
      ),
  (context) =>
    judgeCommand("undo", "Take back a join, a split or a pin.", "according undo 5c1d2e3f4a5b")
      .argument("<action>", "the id that join, split or pin printed")
      .action((id: string, options: JudgeOptions) =>
        judged(context, options, async (store, views, person) => {
          await undo(store, views.state, id, person);
          return null;
        }),
      ),
];

async function judged(
  context: Context,
  options: JudgeOptions,
  act: (store: Store, views: Views, person: Person) => Promise<string | null>,
): Promise<void> {
  await withLedger(options.ledger, false, async (store) => {
    const state = await foldStore(store);
    const views: Views = { state, accounts: eventAccounts(state), cases: [], proposals: [], asOf: null };
    const action = await act(store, views, { name: options.by, reason: options.reason ?? null, at: context.clock() });
    await resolveAll(store, context.clock);
    context.out(action === null ? "taken back" : `judged; take it back with: according undo ${action}`);
  });
}
