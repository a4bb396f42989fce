export const RULES = [] as const;
export type RuleName = "latest" | "ucdp" | "acled" | "range" | "majority-of-independent";
