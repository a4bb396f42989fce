import type { Outcome } from "./outcome.js";
import { type Batch, readBatch } from "./read.js";

/** What a thread runs: a batch to its outcomes. */
export default function work(batch: Batch): Promise<readonly Outcome[]> {
  return readBatch(batch);
}
