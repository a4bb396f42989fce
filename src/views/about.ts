import { overlaps, type Span } from "../base/span.js";
import type { Actor, Event, Reading, RoleFiller } from "../model/reading.js";
import type { EventType } from "../model/vocabulary.js";
import type { Group, Groups, Member } from "./groups.js";
import { instant } from "./state.js";

/** Kinds of events that are stages of a case, in the order of the law. */
export const STAGES: readonly EventType[] = [
  "security.arrest",
  "security.surrender",
  "justice.investigation",
  "justice.charge",
  "justice.extradition",
  "justice.trial",
  "justice.acquittal",
  "justice.conviction",
  "justice.sentence",
  "justice.appeal",
  "justice.release",
  "justice.execution",
];

export function isStage(event: Event): boolean {
  return STAGES.includes(event.type);
}

/** The acts that a stage is about: what its links say, else the lead of its report where that is an act which it can be about. */
export function actsOf(groups: Groups, member: Member): readonly Group[] {
  const acts = member.event.links.flatMap((l) => {
    const act = l.relation === "about" ? groups.of(member.report, l.to) : null;
    return act && !isStage(act.members[0].event) && mayBeAbout(groups, member, act) ? [act] : [];
  });
  if (acts.length) return acts;
  const lead = groups.of(member.report, member.reading.lead);
  if (!lead || isStage(lead.members[0].event) || member.event.background) return [];
  return !isElsewhere(member, lead) && mayBeAbout(groups, member, lead) ? [lead] : [];
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/**
 * Whether a stage can be about an act: none comes before it ("this month" may, by days: the month began before), no court sentences
 * within days of it, and what somebody is accused of may be told as another event of the report ("for joining the rebels"). What the same
 * accused are tried for in the same report, they appeal against.
 */
export function mayBeAbout(groups: Groups, member: Member, act: Group): boolean {
  const began = act.members.map((m) => m.event.earliest).find((d) => d !== null) ?? null;
  return [member.event, ...sharedStages(member)].every((e) => isInTime(e, began) && !isOfAnother(groups, member, e, act));
}

/** Stages that courts take weeks to come to. */
const SLOW: ReadonlySet<EventType> = new Set<EventType>(["justice.trial", "justice.conviction", "justice.acquittal", "justice.sentence"]);
const SOONEST = 3 * DAY;

function isInTime({ type, status, earliest, latest }: Event, began: string | null): boolean {
  if (began === null) return true;
  if (latest !== null && latest < began) return false;
  if (earliest === null) return true;
  const after = instant(earliest) - instant(began);
  const slow = SLOW.has(type) && status === "occurred" && latest !== null && instant(latest) - instant(began) < SOONEST;
  return after >= -WEEK && !slow;
}

/** Stages of the same report with the same accused: an appeal is about what the sentence is about. */
function sharedStages({ reading, event }: Member): readonly Event[] {
  const accused = new Set(accusedIds(reading, event));
  return reading.events.filter((e) => e !== event && isStage(e) && accusedIds(reading, e).some((id) => accused.has(id)));
}

function accusedIds(reading: Reading, event: Event): readonly string[] {
  return event.roles.flatMap((r) => (r.role === "defendant" ? (actorOf(reading, r)?.id ?? []) : []));
}

function isOfAnother(groups: Groups, { reading, report }: Member, stage: Event, act: Group): boolean {
  const offences = stage.roles.filter((r) => r.role === "offence").map((r) => r.span);
  if (!offences.length) return false;
  const told = (e: Event): boolean => e.mentions.some((m) => offences.some((o) => overlaps(m, o)));
  const events = reading.events.filter((e) => !isStage(e) && told(e));
  return events.length > 0 && events.every((e) => groups.of(report, e.id) !== act);
}

/** What has an offence and a town of its own, and no link, is about something else. */
function isElsewhere({ event, reading }: Member, act: Group): boolean {
  const where = reading.places.find((p) => p.id === event.where);
  const elsewhere =
    where !== undefined && act.members.every((m) => m.reading.places.find((p) => p.id === m.event.where)?.name !== where.name);
  return elsewhere && event.roles.some((r) => r.role === "offence");
}

/** Who fills a role: its actor, else the one whom its words mention. */
export function actorOf(reading: Reading, filler: Pick<RoleFiller, "actor" | "span">): Actor | null {
  const known = filler.actor === null ? null : reading.actors.find((a) => a.id === filler.actor);
  return known ?? reading.actors.find((a) => a.mentions.some((m) => m[0] === filler.span[0] && m[1] === filler.span[1])) ?? null;
}

/**
 * Whom a headline means: "Bus driver charged" is the one of its report's body who is called a 34-year-old bus driver there; `null` where
 * nobody is, or several are.
 */
export function bodyActor(reading: Reading, actor: Actor, among: readonly Actor[]): Actor | null {
  const headlines = reading.report.parts.filter((p) => p.part === "headline").map((p) => p.span);
  const inside = (m: Span): boolean => headlines.some((h) => m[0] >= h[0] && m[1] <= h[1]);
  if (!headlines.length || !actor.mentions.length || !actor.mentions.every(inside)) return null;
  const words = wordsIn(actor.name);
  const fit = among.filter(
    (a) =>
      a.id !== actor.id &&
      a.kind === "person" &&
      a.mentions.some((m) => !inside(m) && isSubset(words, wordsIn(reading.report.text.slice(m[0], m[1])))),
  );
  return fit.length === 1 ? fit[0] : null;
}

function wordsIn(words: string): ReadonlySet<string> {
  return new Set(
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(Boolean),
  );
}

function isSubset(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return few.size > 0 && [...few].every((w) => many.has(w));
}
