import type { State } from "./state.js";
import type { EventAccount, Person } from "./types.js";

export function people(_state: State, _accounts: readonly EventAccount[]): readonly Person[] {
  return [];
}
