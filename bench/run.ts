import { existsSync } from "node:fs";
import { join } from "node:path";
import { AccordingError } from "../src/base/error.js";
import { corporaOf, dataFolder, readLines, withPage } from "./data.js";
import { bootstrap, type Interval } from "./intervals.js";
import { predictorOf } from "./predictions.js";
import { record } from "./results.js";
import { score, TASKS } from "./scorers/index.js";

export interface RunCommand {
  readonly name: string;
  readonly split: string;
  readonly errors: number;
  readonly limit: number;
  readonly data: string | null;
  /** Whether the figures go into RESULTS.md. */
  readonly save: boolean;
  readonly command: string;
  /** How many draws a bootstrap interval takes; 0 for none. */
  readonly intervals: number;
  /** Whether only the figures are printed. */
  readonly brief: boolean;
}

/** Reads a split, scores what was read, prints it corpus by corpus; the last line of each is its headline figure. "all" runs every task. */
export async function run(options: RunCommand, print: (line: string) => void): Promise<void> {
  if (options.name === "all") {
    for (const task of TASKS) await runTask({ ...options, name: task.name, command: commandOf(options, task.name), brief: true }, print);
    return;
  }
  await runTask(options, print);
}

/** The command that prints a task's figures on a split by itself. */
export function commandOf(options: { readonly split: string; readonly limit: number }, name: string): string {
  return `npm run bench -- ${name} --split ${options.split}${Number.isFinite(options.limit) ? ` --limit ${options.limit}` : ""}`;
}

async function runTask(options: RunCommand, print: (line: string) => void): Promise<void> {
  const { task: name, corpora } = corporaOf(options.name);
  const task = TASKS.find((t) => t.name === name);
  if (!task)
    throw new AccordingError("bench.task", `no task is called "${options.name}"`, `Tasks: all, ${TASKS.map((t) => t.name).join(", ")}.`);
  const folder = dataFolder(options.data);
  const predictor = await predictorOf(name);
  for (const corpus of corpora) {
    const file = join(folder, `${corpus}.${options.split}.jsonl`);
    if (options.brief && !existsSync(file)) continue;
    const gold = await readLines(file, options.limit);
    const lines = gold.map((line) => withPage(line, folder));
    const predictions = (
      predictor.kind === "all" ? await predictor.predict(lines) : lines.map((line) => predictor.predict(line, { until: null }))
    ) as Record<string, unknown>[];
    const scored = score(task, gold, predictions, options.errors);
    const intervals = options.intervals > 0 ? bootstrap(task, gold, predictions, options.intervals) : new Map<string, Interval>();
    const shown = scored.lines.map((line, k) =>
      withInterval(line, k === scored.lines.length - 1 ? [name] : scored.figures.keys(), intervals),
    );
    if (options.brief) print(`${corpus.padEnd(16)} ${shown.at(-1)}`);
    else {
      if (corpora.length > 1) print(`${corpus}.${options.split}`);
      for (const line of shown) print(line);
    }
    if (options.save) record({ command: options.command, corpus: `${corpus}.${options.split}`, task: name, figure: shown.at(-1) ?? "" });
  }
}

/** A printed row with the interval of the figure that it begins with, if it has one. */
function withInterval(line: string, names: Iterable<string>, intervals: ReadonlyMap<string, Interval>): string {
  for (const name of names) {
    const interval = intervals.get(name);
    if (interval && line.startsWith(`${name} `) && /[\d%)]$/.test(line))
      return `${line}  [${interval.low.toFixed(1)}-${interval.high.toFixed(1)}]`;
  }
  return line;
}
