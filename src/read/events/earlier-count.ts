import type { Findings, Quantity } from "../findings.js";

const ends = new WeakMap<readonly Quantity[], ReadonlySet<number>>();

/** Where the words of counts that tell what they were before end. */
function endsOf(quantities: readonly Quantity[]): ReadonlySet<number> {
  const known = ends.get(quantities);
  if (known) return known;
  const made = new Set(quantities.filter((q) => q.count.was !== null).map((q) => q.count.span[1]));
  ends.set(quantities, made);
  return made;
}

/** "has risen to 47 from 31 a day earlier": whether a time that begins at an offset says when the earlier number stood, and not when it happened. */
export function isOfEarlierCount({ doc, quantities }: Pick<Findings, "doc" | "quantities">, from: number): boolean {
  return doc.text[from - 1] === " " && endsOf(quantities).has(from - 1);
}
