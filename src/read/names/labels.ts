import type { NameMention } from "../findings.js";

/** Types of names, in the order of their label numbers. */
export const NAME_TYPES = ["person", "organisation", "place", "nationality"] as const satisfies readonly NameMention["type"][];

/**
 * Labels of the sequence model, BILOU (Ratinov and Roth 2009): 0 is outside; each type has begin, inside, last and unit, in this order.
 */
export const LABELS = 1 + 4 * NAME_TYPES.length;
export const OUTSIDE = 0;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

export function labelOf(type: number, position: number): number {
  return 1 + 4 * type + position;
}

export function typeOf(label: number): number {
  return (label - 1) >> 2;
}

export function positionOf(label: number): number {
  return (label - 1) & 3;
}

/** Whether `label` leaves a name open, to be gone on with by the next token. */
function isOpen(label: number): boolean {
  return label !== OUTSIDE && positionOf(label) <= INSIDE;
}

/** Whether `next` may stand after `label`; -1 stands for the edge of a sentence on either side. */
export function mayFollow(label: number, next: number): boolean {
  const goesOn = next > OUTSIDE && (positionOf(next) === INSIDE || positionOf(next) === LAST);
  if (label >= 0 && isOpen(label)) return goesOn && typeOf(next) === typeOf(label);
  return !goesOn;
}

/** For each label, the labels that may stand before it, as one flat list with starts. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, next) =>
  Array.from({ length: LABELS }, (_, label) => label).filter((label) => mayFollow(label, next)),
);
/** BEFORE as one list: the labels before `k` stand from `EDGE_STARTS[k]` to `EDGE_STARTS[k + 1]`. */
export const EDGES: Uint8Array = Uint8Array.from(BEFORE.flat());
export const EDGE_STARTS: Uint8Array = Uint8Array.from([0, ...BEFORE.map((_, k) => BEFORE.slice(0, k + 1).flat().length)]);
export const MAY_START: readonly boolean[] = Array.from({ length: LABELS }, (_, label) => mayFollow(-1, label));
export const MAY_END: readonly boolean[] = Array.from({ length: LABELS }, (_, label) => mayFollow(label, -1));
