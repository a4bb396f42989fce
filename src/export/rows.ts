import { eventAccounts, type State } from "../views/index.js";
import type { ExportRow, RowOptions } from "./format.js";

/** Every live statement as a row, sorted by report date, report, place in the text and id. */
export function* rows(state: State, _options: RowOptions = {}): Generator<ExportRow> {
  eventAccounts(state);
}
