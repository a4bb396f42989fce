import { type Command, Option } from "commander";
import { calendarDate } from "../../lexicon/dates.js";
import type { Given } from "../../model/source.js";
import { RULES, type RuleName } from "../../views/index.js";
import { type Context, DEFAULT_LEDGER, UsageError } from "../context.js";

export interface GivenOptions {
  readonly published?: string;
  readonly outlet?: string;
}

/** Options that say of reports what they do not say themselves. */
export function withGiven(command: Command): Command {
  return command
    .option("--published <date>", "when the reports were published: 2016-07-21, or with a time and offset", date)
    .option("--outlet <name>", "who published them");
}

export function givenOf(options: GivenOptions): Partial<Given> {
  return { published: options.published ?? null, outlet: options.outlet ?? null };
}

export function withLedgerOption(command: Command): Command {
  return command.option("--ledger <file>", "the ledger", DEFAULT_LEDGER);
}

export interface ViewOptions {
  readonly ledger: string;
  readonly asOf?: string;
  readonly rule: RuleName;
}

/** Text for people, JSON for programs. */
export function withFormat(command: Command, says = "text for people, json for programs"): Command {
  return command.addOption(new Option("--format <format>", says).choices(["text", "json"]).default("text"));
}

/** Says on standard error that a view is empty: for people, who would else wonder whether it has run. */
export function orNone(
  context: Context,
  { format, asOf }: { readonly format: string; readonly asOf?: string },
  n: number,
  what: string,
): void {
  if (n === 0 && format !== "json") context.error(context.errorStyle.dim(`no ${what}${asOf ? ` as of ${asOf}` : ""}`));
}

/** Options of every view of a ledger. */
export function withView(command: Command): Command {
  return withAsOf(withLedgerOption(command)).addOption(
    new Option("--rule <rule>", "how tolls are reckoned").choices(RULES.map((rule) => rule.name)).default("latest"),
  );
}

export function withAsOf(command: Command): Command {
  return command.option("--as-of <moment>", "only what was known and judged then: 2016-07-20", date);
}

/** A calendar date from the command line. */
export function date(words: string): string {
  const found = calendarDate(words);
  if (found === null)
    throw new UsageError("cli.date", `"${words}" is no calendar date`, "Write it as 2016-07-21, or 2016-07-21T08:30:00+06:00.");
  return found;
}

export function wholeNumber(words: string): number {
  const n = Number(words);
  if (!Number.isInteger(n) || n < 1) throw new UsageError("cli.number", `"${words}" is no whole number above 0`);
  return n;
}
