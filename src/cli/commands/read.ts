import { Command, Option } from "commander";
import { expand } from "../../intake/index.js";
import { readAll } from "../../pipeline/run.js";
import { type Context, Progress, reportFailure } from "../context.js";
import { renderReading } from "../render/reading.js";
import { harmless } from "../terminal.js";
import { type GivenOptions, givenOf, wholeNumber, withGiven } from "./shared.js";

interface ReadOptions extends GivenOptions {
  readonly format: "text" | "jsonl";
  readonly threads?: number;
}

/** `according read`: readings of files, for people or as JSON lines. */
export function readCommand(context: Context): Command {
  const command = new Command("read")
    .description("Read reports and print what they say, according to whom.")
    .argument("<files...>", "text, HTML or JSONL files; folders; patterns in quotes; - for standard input");
  return withGiven(command)
    .addOption(new Option("--format <format>", "text for people, jsonl for programs").choices(["text", "jsonl"]).default("text"))
    .option("--threads <n>", "threads at most", wholeNumber)
    .addHelpText(
      "after",
      `
Examples:
  according read report.txt --published 2016-07-21
  according read 'wire/*.html' --outlet "Lakeside Herald" --format jsonl > readings.jsonl
  cat report.txt | according read - --published 2016-07-21`,
    )
    .action((files: string[], options: ReadOptions) => run(context, files, options));
}

async function run(context: Context, names: readonly string[], options: ReadOptions): Promise<void> {
  const files = await expand(names);
  const progress = new Progress(context, files.length);
  let shown = 0;
  for await (const outcome of readAll(files, { given: givenOf(options), ...(options.threads ? { threads: options.threads } : {}) })) {
    progress.saw(outcome);
    if (outcome.kind === "failed") {
      progress.end();
      reportFailure(context, outcome.name, outcome.failure);
      continue;
    }
    const { reading, inputId, name } = outcome;
    warnOfFuture(context, name, reading.report.published.value);
    if (options.format === "jsonl") context.out(JSON.stringify(inputId === null ? reading : { id: inputId, ...reading }));
    else {
      if (shown++ > 0) context.out("\n");
      if (files.length > 1 || inputId !== null) context.out(context.style.dim(harmless(inputId === null ? name : `${name} ${inputId}`)));
      for (const line of renderReading(reading, context.style)) context.out(line);
    }
  }
  progress.end();
}

/** The reader knows no clock; whoever calls it does. */
export function warnOfFuture(context: Context, name: string, published: string | null): void {
  if (published === null || published.slice(0, 10) <= context.clock().slice(0, 10)) return;
  context.error(`${context.errorStyle.yellow("note:")} ${harmless(name)}: the published date ${published} is in the future`);
}
