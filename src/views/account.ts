import type { RuleName } from "./rules.js";
import type { State } from "./state.js";
import type { EventAccount } from "./types.js";

export interface AccountOptions {
  /** How low, best and high are reckoned; `latest` where unsaid. */
  readonly rule?: RuleName;
}

/** An account of every event: those that some report is chiefly about first, then by date (latest first), then by id. */
export function eventAccounts(_state: State, _options: AccountOptions = {}): readonly EventAccount[] {
  return [];
}

/** The account that an id, an older id or the start of one calls; `null` where none or more than one does. */
export function findAccount(accounts: readonly EventAccount[], id: string): EventAccount | null {
  const exact = accounts.find((a) => a.ids.includes(id));
  if (exact || id.length < 4) return exact ?? null;
  const found = accounts.filter((a) => a.ids.some((i) => i.startsWith(id)));
  return found.length === 1 ? found[0] : null;
}
