import type { Role } from "../../model/vocabulary.js";

/** The roles that the scorer knows, in the order of its weights. */
export const FILLED = ["perpetrator", "organisation", "target", "victim", "weapon"] as const satisfies readonly Role[];
export type Filled = (typeof FILLED)[number];
