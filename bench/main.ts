import { Command } from "commander";
import { compileLater } from "../src/base/tiers.js";
import { failureOf } from "../src/pipeline/outcome.js";
import { holdOut } from "./hold-out.js";
import { predict } from "./predict.js";
import { commandOf, run } from "./run.js";
import { scale } from "./scale.js";
import { speed } from "./speed.js";

compileLater();
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const whole = (words: string): number => Number.parseInt(words, 10);
const number = Number.POSITIVE_INFINITY;

const program = new Command("bench")
  .enablePositionalOptions()
  .description("Measures the reader. Corpora lie in --data FOLDER or ACCORDING_BENCH.")
  .argument(
    "<task>",
    "all, or reading, times, places, names, attribution, shootings, muc4, incidents, mentions, stories, accounts, body; or a corpus: times-wikiwars",
  )
  .option("--split <split>", "train, dev or blind", "dev")
  .option("--errors <n>", "print up to so many errors a corpus", whole, 0)
  .option("--limit <n>", "only so many lines", whole, number)
  .option("--data <folder>", "where the corpora lie")
  .option("--intervals <draws>", "print a bootstrap interval of so many draws", whole, 0)
  .option("--save", "add the figures to bench/RESULTS.md")
  .action(async (name: string, options) => {
    const command = commandOf(options, name);
    await run({ ...options, name, command, data: options.data ?? null, save: options.save ?? false, brief: false }, print);
  });

program
  .command("predict")
  .description("Print predictions for any file of reports, looking at no field of gold.")
  .argument("<task>")
  .argument("<file>", "JSONL: {id, text | html, published, outlet, title, url}")
  .option("--until <stage>", "run stages up to this one")
  .option("--limit <n>", "only so many lines", whole, number)
  .option("--data <folder>", "where pages lie that lines name as htmlFile")
  .action(async (task: string, file: string, options) => {
    const failed = await predict({ task, file, until: options.until ?? null, limit: options.limit, data: options.data ?? null }, (p) =>
      print(JSON.stringify(p)),
    );
    if (failed > 0) process.exitCode = 1;
  });

program
  .command("hold-out")
  .description("Copy the corpora, a tenth of each train split kept out as CORPUS.blind.jsonl: learn from the copy, look at the tenth last.")
  .argument("<from>", "folder of the corpora")
  .argument("<to>", "folder to make")
  .action(async (from: string, to: string) => holdOut(from, to, print));

program
  .command("scale")
  .description("What resolving costs a report among a thousand, ten thousand, a hundred thousand made ones, on one core.")
  .option("--sizes <n,n>", "how many reports", (words) => words.split(",").map(Number), [1000, 10_000, 100_000])
  .action((options) => scale(options, print));

program
  .command("speed")
  .description("Words a second on one core, for each stage and for all, beside cutting into tokens alone.")
  .option("--limit <n>", "only so many reports", whole, number)
  .option("--data <folder>", "where the corpora lie")
  .option("--save", "add the figure to bench/RESULTS.md")
  .action(async (options) => speed({ ...options, data: options.data ?? null, save: options.save ?? false }, print));

try {
  await program.parseAsync();
} catch (error) {
  const { message, hint } = failureOf(error);
  process.stderr.write(`${message}\n${hint ?? ""}\n`);
  process.exitCode = 1;
}
