import type { TollStatement } from "../../model/reading.js";
import { familyOf } from "../../model/vocabulary.js";
import type { EventFinding } from "../findings.js";
import type { Candidate } from "./candidate.js";

const isDisaster = (event: EventFinding): boolean => familyOf(event.type) === "hazard";

/** "51 were taken to hospital", "twelve were treated at the scene": of a disaster's several, what is only a hint of one person. */
export function isHurt({ word, count }: Candidate, event: EventFinding, lead: string | null): boolean {
  return word.care === true && (count.low ?? 0) >= 2 && isDisaster(event) && event.id === lead;
}

/**
 * "Seven of the dead were patients at a clinic that caved in": the disaster whose dead were counted before in sum, whatever the words
 * around tell of; null where it is not known to be that.
 */
export function countedIn(
  { rules, word, count }: Candidate,
  lead: EventFinding | null,
  told: readonly TollStatement[],
  general: ReadonlySet<string>,
): EventFinding | null {
  if (!rules.includes("toll:breakdown") || !lead || !isDisaster(lead)) return null;
  const isTotal = (s: TollStatement): boolean =>
    s.event === lead.id && s.effect === word.effect && (s.count.low ?? 0) > (count.low ?? 0) && general.has(s.id);
  return told.some(isTotal) ? lead : null;
}
