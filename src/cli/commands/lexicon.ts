import { Command } from "commander";
import { checkLexicon } from "../../pipeline/cases.js";
import type { Context } from "../context.js";
import { wrap } from "../terminal.js";

/** `according lexicon check`: tables and the cases beside them. */
export function lexiconCommand(context: Context): Command {
  const lexicon = new Command("lexicon").description("Check the tables of words and the cases beside them.");
  lexicon
    .command("check")
    .description("Load every table of lexicons/en and read every case beside them; print what is read wrong.")
    .argument("[table]", "only this table")
    .addHelpText("after", "\nExample:\n  according lexicon check reporting-cues")
    .action((table: string | undefined) => check(context, table ?? null));
  return lexicon;
}

function check(context: Context, only: string | null): void {
  const { tables, rows, cases, failures, mended } = checkLexicon("en", only);
  const { red, yellow, green, width } = context.style;
  for (const failure of failures)
    for (const line of failure.split("\n"))
      context.out(wrap(line, width, line.startsWith(" ") ? "        " : red("wrong: "), "        ").join("\n"));
  for (const line of mended) context.out(wrap(line, width, yellow("mended: "), "        ").join("\n"));
  const found = `${tables} tables, ${rows.toLocaleString("en")} rows, ${cases} cases`;
  if (failures.length > 0 || tables === 0) {
    context.out(tables === 0 ? `no table is called "${only}": lexicons/en holds them` : `${found}: ${failures.length} wrong`);
    context.failed();
  } else context.out(`${found}: ${green("all right")}`);
}
