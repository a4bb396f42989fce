import { sourceOfLine } from "../src/intake/index.js";
import { type MadeReport, reportOf } from "../src/pipeline/report.js";
import type { Findings } from "../src/read/findings.js";
import { findAll, toReading } from "../src/read/index.js";

/** What of a benchmark's line a predictor may look at; everything else is gold. */
const OPEN = ["id", "text", "html", "published", "outlet", "title", "url"] as const;

/** A line of an input file as a report: with the fields of gold taken out before anything looks at it. */
export function reportOfLine(line: Record<string, unknown>): MadeReport {
  const open = Object.fromEntries(OPEN.flatMap((key) => (line[key] === undefined ? [] : [[key, line[key]]])));
  return reportOf(sourceOfLine(String(line.id), Buffer.from(JSON.stringify(open)), {}));
}

export interface PredictOptions {
  /** The last stage to run; every one where unsaid. */
  readonly until: string | null;
}

function found(line: Record<string, unknown>, until: string | null): Findings {
  return findAll(reportOfLine(line).report, until);
}

/** What `{id, ...}` a task asks of one line, or, where it asks of the reports together, of all of them. */
export type Predictor =
  | { readonly kind: "each"; predict(line: Record<string, unknown>, options: PredictOptions): object }
  | { readonly kind: "all"; predict(lines: readonly Record<string, unknown>[]): readonly object[] | Promise<readonly object[]> };

/** Text of the article: what the page's parts call body. */
const body: Predictor = {
  kind: "each",
  predict(line) {
    const { report } = reportOfLine(line);
    const text = report.parts.filter((p) => p.part === "body" || p.part === "dateline").map((p) => report.text.slice(...p.span).trim());
    return { id: line.id, text: text.join("\n") };
  },
};

const names: Predictor = {
  kind: "each",
  predict: (line) => ({ id: line.id, names: found(line, "names").names.map(({ span, type }) => ({ span, type })) }),
};

const readings: Predictor = {
  kind: "each",
  predict: (line, { until }) => ({ id: line.id, ...toReading(found(line, until)) }),
};

/** Tasks whose predictions follow from the readings of many reports, or need an adapter of their own. */
async function adapter(name: string): Promise<Predictor | null> {
  try {
    const module = (await import(`./adapters/${name}.ts`)) as { predictor?: Predictor };
    return module.predictor ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

export async function predictorOf(task: string): Promise<Predictor> {
  if (task === "body") return body;
  if (task === "names") return names;
  return (await adapter(task)) ?? readings;
}
