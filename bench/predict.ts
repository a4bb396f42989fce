import { AccordingError } from "../src/base/error.js";
import { dataFolder, readLines, withPage } from "./data.js";
import { predictorOf } from "./predictions.js";

export interface PredictCommand {
  readonly task: string;
  readonly file: string;
  readonly until: string | null;
  readonly limit: number;
  readonly data: string | null;
}

/** Predictions for the lines of any file, in their order, handed to `write` one by one. A line that fails is said and left out. */
export async function predict(command: PredictCommand, write: (prediction: object) => void): Promise<number> {
  const predictor = await predictorOf(command.task);
  const pages = (line: Record<string, unknown>): Record<string, unknown> =>
    line.htmlFile === undefined || line.html !== undefined ? line : withPage(line, dataFolder(command.data));
  const lines = (await readLines(command.file, command.limit)).map(pages);
  if (predictor.kind === "all") {
    for (const prediction of await predictor.predict(lines)) write(prediction);
    return 0;
  }
  let failed = 0;
  for (const line of lines) {
    try {
      write(predictor.predict(line, { until: command.until }));
    } catch (error) {
      failed++;
      const said =
        error instanceof AccordingError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${String(line.id)}: ${said}\n`);
    }
  }
  return failed;
}

if (process.argv[1]?.endsWith("predict.ts")) {
  const [task, file, ...options] = process.argv.slice(2);
  const option = (name: string): string | null => (options.includes(name) ? options[options.indexOf(name) + 1] : null);
  const limit = Number(option("--limit") ?? Number.POSITIVE_INFINITY);
  await predict({ task, file, until: option("--until"), limit, data: option("--data") }, (prediction) =>
    process.stdout.write(`${JSON.stringify(prediction)}\n`),
  );
}
