import type { State } from "./state.js";
import type { Receipt } from "./types.js";

export function receipts(_state: State): readonly Receipt[] {
  return [];
}
