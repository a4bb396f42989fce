import type { State } from "./state.js";
import type { Case, EventAccount } from "./types.js";

export function cases(_state: State, _accounts: readonly EventAccount[]): readonly Case[] {
  return [];
}
