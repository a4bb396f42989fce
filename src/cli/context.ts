import { AccordingError } from "../base/error.js";
import { openLedger, type Store } from "../ledger/index.js";
import type { Failure, Outcome } from "../pipeline/outcome.js";
import { harmless, type Style, styleFor } from "./terminal.js";

/** What commands do with the world: one of these is handed in, so that a command can be run by a test. */
export interface Context {
  readonly style: Style;
  readonly errorStyle: Style;
  /** Now, as an ISO moment. */
  readonly clock: () => string;
  out(line: string): void;
  error(line: string): void;
  /** Marks that something could not be done: the exit code becomes 1. */
  failed(): void;
  readonly exitCode: () => number;
  /** Whether standard error is a terminal: progress is shown there only. */
  readonly showsProgress: boolean;
}

export function processContext(): Context {
  let code = 0;
  return {
    style: styleFor(process.stdout, process.env),
    errorStyle: styleFor(process.stderr, process.env),
    clock: () => new Date().toISOString(),
    out: (line) => {
      process.stdout.write(`${line}\n`);
    },
    error: (line) => {
      process.stderr.write(`${line}\n`);
    },
    failed: () => {
      code = 1;
    },
    exitCode: () => code,
    showsProgress: Boolean(process.stderr.isTTY),
  };
}

/** "error: report.pdf: not a text: looks like a PDF", and the way out below it. */
export function reportFailure(context: Context, name: string | null, failure: Failure): void {
  const { red, dim } = context.errorStyle;
  const where = name === null ? "" : `${harmless(name)}: `;
  context.error(`${red("error:")} ${where}${harmless(failure.message)} ${dim(`[${failure.code}]`)}`);
  if (failure.hint) context.error(dim(`       ${harmless(failure.hint)}`));
  context.failed();
}

export const DEFAULT_LEDGER = "according.db";

/** Runs with a ledger and closes it whatever happens. */
export async function withLedger<T>(file: string, readOnly: boolean, use: (store: Store) => Promise<T>): Promise<T> {
  const store = openLedger(file, { readOnly });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** What was wrong with how a command was called: exit code 2. */
export class UsageError extends AccordingError {}

/** A line on a terminal's standard error that says how far it is; drawn at most ten times a second. */
export class Progress {
  private done = 0;
  private failures = 0;
  private drawn = 0;
  private readonly began = Date.now();

  constructor(
    private readonly context: Context,
    private readonly files: number,
  ) {}

  saw(outcome: Outcome): void {
    this.done++;
    if (outcome.kind === "failed") this.failures++;
    const now = Date.now();
    if (!this.context.showsProgress || now - this.drawn < 100) return;
    this.drawn = now;
    const rate = this.done / Math.max(0.001, (now - this.began) / 1000);
    const bar = this.files > 1 ? `${this.bar()} ` : "";
    const failed = this.failures > 0 ? `, ${this.failures} failed` : "";
    process.stderr.write(`\r\u001b[K${bar}${this.done.toLocaleString("en")} reports read${failed}, ${rate.toFixed(0)} a second`);
  }

  private bar(): string {
    const share = Math.min(1, this.done / this.files);
    const full = Math.round(share * 20);
    return `${"█".repeat(full)}${"░".repeat(20 - full)} ${String(Math.floor(share * 100)).padStart(3)}%`;
  }

  /** Takes the line away. */
  end(): void {
    if (this.context.showsProgress && this.drawn > 0) process.stderr.write("\r\u001b[K");
  }
}
