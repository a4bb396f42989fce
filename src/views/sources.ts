import type { State } from "./state.js";
import type { EventAccount, SourceRecord } from "./types.js";

export function sources(_state: State, _accounts: readonly EventAccount[]): readonly SourceRecord[] {
  return [];
}
