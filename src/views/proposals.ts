import type { EventAccount, Proposal } from "./types.js";

export function proposals(_accounts: readonly EventAccount[]): readonly Proposal[] {
  return [];
}
