import type { EventFinding } from "../findings.js";
import type { Candidate, Dating, Told } from "./dating.js";
import { clauseOf, holds, leadsInto, ledBy } from "./when.js";

/**
 * "sentenced on Monday for killing his wife in February 2021": each has the time of its own clause. What the scorer chose stays, unless
 * its times are all other events' own and one other candidate's are this event's, or the event's own noun says when it was.
 */
export function ownTime(d: Dating, e: EventFinding, all: readonly Candidate[], best: Candidate): Candidate {
  const owns = (c: Candidate): boolean => c.told.some((t) => d.owners.get(t)?.has(e.id));
  const isOthers = best.told.length > 0 && best.told.every((t) => (d.owners.get(t)?.size ?? 0) > 0) && !owns(best);
  // "an exile on Monday disputed the toll of the disaster": what is denied is no news of that day
  const said = best.told.filter((t) => d.partOf[t.sentence] !== "dateline");
  if (said.length > 0 && said.every((t) => isOfDenying(d, t))) return all[all.length - 1];
  const named = all.filter((c) => c.from === "time" && isNamed(d, e, c));
  // "last week's bombing ... the bomb went off on Tuesday" is of that Tuesday; "the suspects were captured on Saturday" is not
  if (named.length === 1 && named[0] !== best && (isOthers || !holds(named[0], best))) return named[0];
  // days that follow from the act or the story yield only for what police and courts do, each on a day of its own
  if (!isOthers && (best.told.length > 0 || !STAGE.test(e.type))) return best;
  const own = all.filter((c) => c.from === "time" && owns(c));
  return own.length === 1 ? own[0] : best;
}

const STAGE = /^(justice|security)\./;

/** "last week's bombing", "jailed on Friday for the bombing of a market last March": whether a time is a part of the event's own noun, or led to by it. */
function isNamed(d: Dating, e: EventFinding, { told }: Candidate): boolean {
  return told.some((t) =>
    e.triggers.some((m) => d.doc.sentence[m] === t.sentence && (leadsInto(d.doc, t.head, m) || ledBy(d, t.time, t.head) === m)),
  );
}

/** Whether a time hangs on a verb of denying or doubting that is no act of the report's. */
function isOfDenying({ doc, attributions, actTokens }: Dating, { head }: Told): boolean {
  const verb = clauseOf(doc, head);
  if (verb < 0 || actTokens.has(verb)) return false;
  return attributions.some((a) => a.cueToken === verb && (a.stance === "denies" || a.stance === "doubts"));
}
