import { CommanderError } from "commander";
import { failureOf } from "../pipeline/outcome.js";
import { type Context, reportFailure, UsageError } from "./context.js";
import { program } from "./program.js";

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 something could not be done, 2 wrong use
 */
export async function run(words: readonly string[], context: Context): Promise<number> {
  try {
    await program(context).parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 || error.code === "commander.help" ? usage(error) : 2;
    reportFailure(context, null, failureOf(error));
    if (error instanceof UsageError) return 2;
  }
  return context.exitCode();
}

/** Help that was asked for is done; help shown because nothing was asked is wrong use. */
function usage(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}
