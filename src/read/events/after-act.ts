import type { EventFinding } from "../findings.js";
import type { Dates, Dating, Told } from "./dating.js";
import { isVerbal } from "./voice.js";

const OF_LAW = /^(justice\.(charge|trial|conviction|acquittal|sentence|appeal|execution)|security\.arrest)$/;
/** What courts do takes longer than the day of the act. */
const OF_COURT = /^justice\./;
const DAY = 86_400_000;
/** Days after which police who take somebody on the very day of the act would be old news. */
const OLD = 7;

/**
 * "He is serving five years for a robbery in 2013": the year is the robbery's, and what the law did about it came between then and the
 * report. The same where the days are those of the act that it is about, and not its own by any clause.
 */
export function afterAct(d: Dating, e: EventFinding, chosen: Dates, about: Dates | null): Dates | null {
  const { published } = d;
  if (published === null || e.status !== "occurred" || e.id === d.lead || !OF_LAW.test(e.type)) return null;
  const { earliest, latest } = chosen;
  if (earliest === null || latest === null || latest >= published) return null;
  const told = d.told.filter((t) => t.time.earliest === earliest && t.time.latest === latest);
  if (told.some((t) => isOwn(d, e, t))) return null;
  const ofOffence = told.some((t) => isOfOffence(e, t));
  const ofAct =
    about !== null && about.earliest === earliest && about.latest === latest && (OF_COURT.test(e.type) || isOld(latest, published));
  return ofOffence || ofAct ? { when: chosen.when, earliest, latest: published } : null;
}

/** By its own clause, or in its sentence where no other event has it. */
function isOwn(d: Dating, e: EventFinding, t: Told): boolean {
  if (isOfOffence(e, t) || isUnderAct(d, e, t)) return false;
  const owners = d.owners.get(t);
  if (owners !== undefined && owners.size > 0) return owners.has(e.id);
  return e.triggers.some((m) => d.doc.sentence[m] === t.sentence);
}

/** "The charges stem from a shooting that occurred in May": whether a time hangs on the noun of another act. */
function isUnderAct({ doc, events }: Dating, e: EventFinding, { head }: Told): boolean {
  const holds = (u: number): boolean =>
    doc.left[u] <= head && head <= doc.right[u] && !e.triggers.some((m) => doc.left[u] <= m && m <= doc.right[u]);
  return events.some((o) => o !== e && DEED.test(o.type) && o.triggers.some((u) => !isVerbal(doc, u) && holds(u)));
}

const DEED = /^(violence|hazard|unrest)/;

/** Whether a time stands among the words that say what somebody did. */
function isOfOffence({ roles }: EventFinding, { time }: Told): boolean {
  return roles.some((r) => r.role === "offence" && r.span[0] <= time.span[0] && time.span[1] <= r.span[1]);
}

const isOld = (latest: string, published: string): boolean => Date.parse(published) - Date.parse(latest) > OLD * DAY;
