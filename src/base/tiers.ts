import { setFlagsFromString } from "node:v8";

/** V8's own is 67,584 bytes of bytecode. */
const INTERRUPT_BUDGET = 270_000;

/**
 * Has V8 wait four times as long before it compiles a function anew for speed, in all threads. The reader is many functions that each run
 * a little: compiled at V8's own pace, most are compiled too early, from types of the first few sentences, and thrown away again, and a
 * run of a few hundred reports spends more on compiling than on reading. Changes how soon, never what. For a process that reads, at
 * its start; a library leaves it to its host.
 */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
