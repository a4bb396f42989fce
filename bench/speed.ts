import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type * as Language from "../src/language/index.js";
import type { Report } from "../src/model/report.js";
import type * as Run from "../src/pipeline/run.js";
import type { Findings } from "../src/read/findings.js";
import type * as Read from "../src/read/index.js";
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

/** The reader as it is shipped. */
interface Built {
  readonly tokenise: typeof Language.tokenise;
  readonly stages: typeof Read.STAGES;
  readonly readAll: typeof Run.readAll;
}

/** @throws Error where nothing is built: sources run through a loader are slower than what people install. */
async function built(): Promise<Built> {
  const file = (name: string): URL => new URL(`../dist/${name}.js`, import.meta.url);
  if (!existsSync(file("read/index"))) throw new Error("nothing is built: run npm run build first, speed is measured on what is shipped");
  const language = (await import(file("language/index").href)) as typeof Language;
  const read = (await import(file("read/index").href)) as typeof Read;
  const run = (await import(file("pipeline/run").href)) as typeof Run;
  return { tokenise: language.tokenise, stages: read.STAGES, readAll: run.readAll };
}

/**
 * Words a second on one core: cutting into tokens alone, each stage, and all of them, of the built reader; medians of five rounds,
 * start-up left out; then from a file to readings in as many threads as there are cores. By the clock: on a machine that does other things besides, less.
 */
export async function speed(options: SpeedCommand, print: (line: string) => void): Promise<void> {
  const reader = await built();
  const limit = Number.isFinite(options.limit) ? options.limit : DEFAULT_REPORTS;
  const lines = await readLines(join(dataFolder(options.data), "stories.dev.jsonl"), limit);
  const reports = lines.map((line) => reportOfLine(line).report).filter((report) => report.language === "en");
  const words = reports.reduce((n, report) => n + wordsIn(report.text), 0);
  print(`${reports.length} reports of stories.dev, ${words.toLocaleString("en")} words; one core, median of ${ROUNDS} rounds`);
  round(reader, reports.slice(0, 40));
  const rounds = Array.from({ length: ROUNDS }, () => round(reader, reports));
  const show = (name: string, of: (r: Round) => number): number => {
    const seconds = median(rounds.map(of));
    const rate = Math.round(words / seconds);
    print(
      `${name.padEnd(22)} ${rate.toLocaleString("en").padStart(12)} words/s   ${((1000 * seconds * 1000) / words).toFixed(2).padStart(7)} ms per 1,000 words`,
    );
    return rate;
  };
  const baseline = show("tokenise only", (r) => r.tokenise);
  reader.stages.forEach((stage, k) => {
    show(stage.name, (r) => r.stages[k]);
  });
  const all = show("whole reading", (r) => r.all);
  const threads = availableParallelism();
  const many = Math.round(words / (await secondsInThreads(reader, reports, threads)));
  print(
    `${`in ${threads} threads`.padEnd(22)} ${many.toLocaleString("en").padStart(12)} words/s   from a file of lines, its cleaning included`,
  );
  if (options.save) {
    const figure = `whole reading ${all.toLocaleString("en")} words/s on one core, ${many.toLocaleString("en")} in ${threads} threads, tokenise only ${baseline.toLocaleString("en")}`;
    record({ command: "npm run bench -- speed", corpus: "stories.dev", task: "speed", figure });
  }
}

/** How often the reports stand in a short and a long file: what the long one takes more is reading, without the start of threads. */
const [SHORT, LONG] = [2, 8];

/** Seconds that the threads take for all reports, read from a file as a user's are. */
async function secondsInThreads({ readAll }: Built, reports: readonly Report[], threads: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "according-speed-"));
  const secondsOf = async (times: number): Promise<number> => {
    const file = join(folder, `${times}.jsonl`);
    const lines = Array.from({ length: times }, (_, k) =>
      reports.map(({ id, title, text }) => JSON.stringify({ id: `${id}-${k}`, title, text })),
    );
    await writeFile(file, `${lines.flat().join("\n")}\n`);
    const began = performance.now();
    for await (const outcome of readAll([file], { given: {}, threads }))
      if (outcome.kind === "failed") throw new Error(outcome.failure.message);
    return (performance.now() - began) / 1000;
  };
  try {
    const short = await secondsOf(SHORT);
    return ((await secondsOf(LONG)) - short) / (LONG - SHORT);
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Round {
  readonly tokenise: number;
  readonly stages: readonly number[];
  readonly all: number;
}

function round({ tokenise, stages: all }: Built, reports: readonly Report[]): Round {
  const began = performance.now();
  for (const report of reports) tokenise(report.text);
  const cutting = (performance.now() - began) / 1000;
  const stages = all.map(() => 0);
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
    all.forEach((stage, k) => {
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
