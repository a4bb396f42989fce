import { join } from "node:path";
import { tokenise } from "../src/language/index.js";
import type { Report } from "../src/model/report.js";
import type { Findings } from "../src/read/findings.js";
import { STAGES } from "../src/read/index.js";
import { dataFolder, readLines } from "./data.js";
import { reportOfLine } from "./predictions.js";
import { record } from "./results.js";

const ROUNDS = 5;
const DEFAULT_REPORTS = 400;

export interface SpeedCommand {
  readonly data: string | null;
  readonly limit: number;
  readonly save: boolean;
}

/**
 * Words a second on one core: cutting into tokens alone, each stage, and all of them; medians of five rounds, start-up left out. By the
 * clock: on a machine that does other things besides, less.
 */
export async function speed(options: SpeedCommand, print: (line: string) => void): Promise<void> {
  const limit = Number.isFinite(options.limit) ? options.limit : DEFAULT_REPORTS;
  const lines = await readLines(join(dataFolder(options.data), "stories.dev.jsonl"), limit);
  const reports = lines.map((line) => reportOfLine(line).report).filter((report) => report.language === "en");
  const words = reports.reduce((n, report) => n + wordsIn(report.text), 0);
  print(`${reports.length} reports of stories.dev, ${words.toLocaleString("en")} words; one core, median of ${ROUNDS} rounds`);
  round(reports.slice(0, 40));
  const rounds = Array.from({ length: ROUNDS }, () => round(reports));
  const show = (name: string, of: (r: Round) => number): number => {
    const seconds = median(rounds.map(of));
    const rate = Math.round(words / seconds);
    print(
      `${name.padEnd(22)} ${rate.toLocaleString("en").padStart(12)} words/s   ${((1000 * seconds * 1000) / words).toFixed(2).padStart(7)} ms per 1,000 words`,
    );
    return rate;
  };
  const baseline = show("tokenise only", (r) => r.tokenise);
  STAGES.forEach((stage, k) => {
    show(stage.name, (r) => r.stages[k]);
  });
  const all = show("whole reading", (r) => r.all);
  if (options.save) {
    const figure = `whole reading ${all.toLocaleString("en")} words/s, tokenise only ${baseline.toLocaleString("en")}`;
    record({ command: "npm run bench -- speed", corpus: "stories.dev", task: "speed", figure });
  }
}

interface Round {
  readonly tokenise: number;
  readonly stages: readonly number[];
  readonly all: number;
}

function round(reports: readonly Report[]): Round {
  const began = performance.now();
  for (const report of reports) tokenise(report.text);
  const cutting = (performance.now() - began) / 1000;
  const stages = STAGES.map(() => 0);
  for (const report of reports) {
    const found = {
      report,
      partOf: [],
      names: [],
      quantities: [],
      times: [],
      places: [],
      actors: [],
      actorMentions: [],
    } as unknown as Findings;
    STAGES.forEach((stage, k) => {
      const start = performance.now();
      Object.assign(found, stage.run(found));
      stages[k] += (performance.now() - start) / 1000;
    });
  }
  return { tokenise: cutting, stages, all: stages.reduce((a, b) => a + b, 0) };
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
