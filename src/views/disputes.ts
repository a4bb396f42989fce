import type { Dispute, EventAccount } from "./types.js";

/** Every dispute of these events, the open ones first. */
export function disputes(accounts: readonly EventAccount[]): readonly Dispute[] {
  const all = accounts.flatMap((a) => a.disputes);
  return [...all.filter((d) => d.standing === "open"), ...all.filter((d) => d.standing !== "open")];
}
