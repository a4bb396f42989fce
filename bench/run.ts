import { join } from "node:path";
import { AccordingError } from "../src/base/error.js";
import { corporaOf, dataFolder, readLines, withPage } from "./data.js";
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
}

/** Reads a split, scores what was read, prints it corpus by corpus; the last line of each is its headline figure. */
export async function run(options: RunCommand, print: (line: string) => void): Promise<void> {
  const { task: name, corpora } = corporaOf(options.name);
  const task = TASKS.find((t) => t.name === name);
  if (!task)
    throw new AccordingError("bench.task", `no task is called "${options.name}"`, `Tasks: ${TASKS.map((t) => t.name).join(", ")}.`);
  const folder = dataFolder(options.data);
  const predictor = await predictorOf(name);
  for (const corpus of corpora) {
    const gold = await readLines(join(folder, `${corpus}.${options.split}.jsonl`), options.limit);
    const lines = gold.map((line) => withPage(line, folder));
    const predictions =
      predictor.kind === "all" ? await predictor.predict(lines) : lines.map((line) => predictor.predict(line, { until: null }));
    const scored = score(task, gold, predictions as object[], options.errors);
    if (corpora.length > 1) print(`${corpus}.${options.split}`);
    for (const line of scored.lines) print(line);
    if (options.save) record({ command: options.command, corpus: `${corpus}.${options.split}`, task: name, figure: scored.headline });
  }
}
