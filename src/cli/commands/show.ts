import { Command } from "commander";
import { RULES } from "../../views/index.js";
import type { Context } from "../context.js";
import { renderAccount } from "../render/account.js";
import { PLAIN, padTo, wrap } from "../terminal.js";
import { accountOf, besideOf, viewsOf } from "../views.js";
import { type ViewOptions, withFormat, withView } from "./shared.js";

/** `according show`: the account of one event over all its reports. */
export function showCommand(context: Context): Command {
  const command = new Command("show")
    .description("Show the account of an event: tolls and how they moved, what is contested, cases, reports.")
    .argument("<event>", "its id, the first letters of it, or words of its title or place");
  return withFormat(withView(command), "text, or json for all of it")
    .addHelpText("after", `\nRules:\n${rules()}\n\nExample:\n  according show 3f2a91c0 --as-of 2016-07-20 --rule ucdp`)
    .action((id: string, options: ViewOptions & { format: string }) => run(context, id, options));
}

/** Each rule with what it does, a line or two. */
function rules(): string {
  const wide = Math.max(...RULES.map((r) => r.name.length)) + 2;
  return RULES.flatMap(({ name, says }) => wrap(says, PLAIN.width, `  ${padTo(name, wide)}`, " ".repeat(wide + 2))).join("\n");
}

async function run(context: Context, id: string, options: ViewOptions & { format: string }): Promise<void> {
  const views = await viewsOf(options);
  const account = accountOf(views, id);
  const beside = besideOf(views, account);
  if (options.format === "json")
    context.out(JSON.stringify({ ...account, caseObjects: beside.cases, proposals: beside.proposals }, null, 2));
  else for (const line of renderAccount(account, beside, context.style)) context.out(line);
}
