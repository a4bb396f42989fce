import type { EventFinding } from "../findings.js";
import type { Candidate, Dating } from "./dating.js";

/**
 * "sentenced on Monday for killing his wife in February 2021": each has the time of its own clause. What the scorer chose stays, unless
 * its times are all other events' own and one other candidate's are this event's.
 */
export function ownTime(d: Dating, e: EventFinding, all: readonly Candidate[], best: Candidate): Candidate {
  const owns = (c: Candidate): boolean => c.told.some((t) => d.owners.get(t)?.has(e.id));
  // days that follow from the act or the story yield only for what police and courts do, each on a day of its own
  if (best.told.length === 0 && !STAGE.test(e.type)) return best;
  const isOthers = best.told.every((t) => (d.owners.get(t)?.size ?? 0) > 0) && !owns(best);
  if (!isOthers) return best;
  const own = all.filter((c) => c.from === "time" && owns(c));
  return own.length === 1 ? own[0] : best;
}

const STAGE = /^(justice|security)\./;
