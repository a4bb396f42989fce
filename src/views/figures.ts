import type { State } from "./state.js";
import type { FigureSeries } from "./types.js";

export function figures(_state: State): readonly FigureSeries[] {
  return [];
}
