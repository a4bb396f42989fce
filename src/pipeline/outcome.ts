import { AccordingError } from "../base/error.js";
import type { Reading } from "../model/reading.js";

/** Why something could not be done, as plain data: it crosses from thread to thread. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** What became of one report that was handed in. */
export type Outcome =
  | { readonly kind: "read"; readonly name: string; readonly inputId: string | null; readonly reading: Reading }
  | { readonly kind: "failed"; readonly name: string; readonly inputId: string | null; readonly failure: Failure };

/** An error of the caller or of the input keeps its code; anything else is a fault of ours, and kills one report, not the run. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AccordingError) return { code: error.code, message: error.message, hint: error.hint };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: "read.fault",
    message: `the reader failed on it (${message.slice(0, 200)})`,
    hint: "This is a fault of According: please report it with the text.",
  };
}
