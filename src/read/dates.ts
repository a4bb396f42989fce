import { R } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { afterAct } from "./events/after-act.js";
import { type Known, Values, valuesOf } from "./events/date-features.js";
import { loadDateWeights } from "./events/date-weights.js";
import { keepDates } from "./events/date-why.js";
import { type Candidate, candidatesOf, type Dates, type Dating, datingOf, type Needs } from "./events/dating.js";
import { withDaysOfGatherings } from "./events/held.js";
import { lagOf } from "./events/lag.js";
import { withoutAsides, withoutCourt } from "./events/of-court.js";
import { ownTime } from "./events/own-time.js";
import { datedAhead } from "./events/proposed.js";
import { ownSince, phraseSince } from "./events/since.js";
import { Timeline } from "./events/timeline.js";
import { wordsOf } from "./events/words.js";
import type { EventFinding } from "./findings.js";
import { isExplaining } from "./journal.js";
import { stage } from "./stage.js";

/**
 * The days of every event, once it is known which mentions are one event and which event leads: of all times of the report the one
 * that a linear scorer, learned from reports with known dates, holds for its own; or none. Not what a time means: that is `times`.
 */
export const dates = stage({
  name: "dates",
  needs: ["doc", "report", "partOf", "times", "quantities", "attributions", "events", "lead"],
  gives: ["events"],
  run(found) {
    const chosen = chosenDates(found);
    const published = found.report.published.value?.slice(0, 10) ?? null;
    const events = found.events.map((e) => ({ ...e, ...chosen.get(e.id) }));
    return { events: withDaysOfGatherings(datedAhead(found.doc, published, found.times, events)) };
  },
});

/** One event at its turn: its candidates and what is known of those before. */
export type Choose = (d: Dating, e: EventFinding, all: readonly Candidate[], known: Known) => Dates;

const values = new Values();

function chosenDates(found: Needs): ReadonlyMap<string, Dates> {
  const weights = loadDateWeights();
  return walkEvents(datingOf(found), (d, e, all, known) => {
    let best = all[all.length - 1];
    let top = Number.NEGATIVE_INFINITY;
    const open = withoutAsides(d, e, withoutCourt(d, e, all));
    for (const c of open) {
      valuesOf(d, e, c, all, known, values);
      let score = 0;
      for (let i = 0; i < values.count; i++) score += weights[values.index[i]] * values.value[i];
      if (score > top) [best, top] = [c, score];
    }
    if (isExplaining()) keepDates(d, e, all, known, weights);
    return ownTime(d, e, open, best);
  });
}

/** Dates events in turn: the lead, then acts as they are told, then what is about them. */
export function walkEvents(d: Dating, choose: Choose): ReadonlyMap<string, Dates> {
  const chosen = new Map<string, Dates>();
  const dated = new Map<string, Timeline>();
  const turn = (e: EventFinding): number => (e.id === d.lead ? 0 : e.links.some((l) => l.relation === "about") ? 2 : 1);
  const rulings = rulingsOf(d);
  const order = d.events.map((e, k) => ({ e, k })).sort((a, b) => turn(a.e) - turn(b.e) || a.k - b.k);
  for (const { e, k } of order) {
    const act = e.links.find((l) => l.relation === "about");
    const about = (act && chosen.get(act.to)) ?? null;
    const all = candidatesOf(d, e, about);
    const known = { ...lastOf(d, e, dated.get(e.part)), lead: chosen.get(d.lead ?? "") ?? null, about };
    const { earliest, latest, when } = choose(d, e, all, known);
    const since = ownSince(d.doc, d.since, e, d.published) ?? phraseSince(d.doc, d.told, e, d.published);
    const told = lagOf(d, e) ?? (e.id === d.lead ? null : since) ?? { earliest, latest, when };
    const said = told.when === null && earliest === null ? (implied(d, e, about, chosen, rulings) ?? told) : told;
    const dates =
      isStandingBan(d, e) || isOnlyHeld(e)
        ? { when: null, earliest: null, latest: d.published }
        : withoutEnd(e, afterAct(d, e, said, about) ?? said);
    chosen.set(e.id, dates);
    if (!dates.earliest) continue;
    const timeline = dated.get(e.part) ?? new Timeline();
    dated.set(e.part, timeline);
    for (const token of e.triggers) timeline.add({ token, order: k, dates });
  }
  return chosen;
}

/** "held in captivity for 40 days, he reached home on Wednesday": a taking of which only the state is told has no day that is told. */
function isOnlyHeld(e: EventFinding): boolean {
  return e.type === "violence.abduction" && e.rules.some((r) => r === CAPTIVITY) && e.triggers.length === 1;
}

const CAPTIVITY = "trigger:captivity.n";

/** "the outlawed Workers Party": what was banned before, nobody says when. */
function isStandingBan({ doc }: Dating, e: EventFinding): boolean {
  return e.type === "policy.ban" && e.triggers.every((t) => doc.relation[t] === R.amod);
}

/** What goes on has no last day yet; what may be or is threatened has none. */
function withoutEnd({ status }: EventFinding, dates: Dates): Dates {
  if (status === "possible" || status === "threatened") return { when: null, earliest: null, latest: null };
  return status === "ongoing" ? { ...dates, latest: null } : dates;
}

/** The days of what no time dates: an inquiry runs since the act it is about, and a ruling is of the sitting that the rulings told before it are of. */
function implied(
  d: Dating,
  e: EventFinding,
  about: Dates | null,
  chosen: ReadonlyMap<string, Dates>,
  rulings: readonly Ruling[],
): Dates | null {
  if (e.type === "justice.investigation" && e.status === "ongoing")
    return about?.earliest ? { when: null, earliest: about.earliest, latest: null } : null;
  if (!isRuling(e) || isEarlier(d.doc, e)) return null;
  const at = e.triggers[0];
  let sitting: Dates | null = null;
  let last = -1;
  for (let r = firstNotBefore(rulings, at) - 1; r >= 0 && d.doc.sentence[at] - d.doc.sentence[rulings[r].token] <= SITTING; r--) {
    const { id, order } = rulings[r];
    const dates = chosen.get(id);
    if (order > last && dates?.earliest && dates.earliest === dates.latest) [sitting, last] = [dates, order];
  }
  return sitting && { ...sitting, when: null };
}

/** A ruling that is news, by where it is first told and its place among the events. */
interface Ruling {
  readonly id: string;
  readonly token: number;
  readonly order: number;
}

/** The rulings that a report tells as news, as the text has them. */
function rulingsOf(d: Dating): readonly Ruling[] {
  return d.events
    .flatMap((e, order) => (isRuling(e) && !isEarlier(d.doc, e) ? [{ id: e.id, token: e.triggers[0], order }] : []))
    .sort((a, b) => a.token - b.token || a.order - b.order);
}

/** Index of the first ruling told at `token` or behind it. */
function firstNotBefore(rulings: readonly Ruling[], token: number): number {
  let lo = 0;
  for (let hi = rulings.length; lo < hi; ) {
    const mid = (lo + hi) >> 1;
    if (rulings[mid].token < token) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

const isRuling = (e: EventFinding): boolean => RULING.test(e.type) && e.status === "occurred";

const RULING = /^justice\.(conviction|sentence|acquittal)$/;
/** Sentences over which a report tells of the rulings of one sitting. */
const SITTING = 6;

/** "had already been sentenced", "is serving a sentence", "Earlier, he was handed ...": a ruling before the one that is the news. */
function isEarlier(doc: Dating["doc"], e: EventFinding): boolean {
  return e.triggers.some((t) => {
    if (doc.lemma[t] === SERVE) return true;
    for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
      if (doc.norm[c] === HAD || (doc.relation[c] === R.advmod && BEFORE.has(doc.norm[c]))) return true;
    return false;
  });
}

const SERVE = vocabulary.id("serve");
const HAD = vocabulary.id("had");
const BEFORE = wordsOf("before-now");

/** The dated event told nearest before this one. */
function lastOf(d: Dating, e: EventFinding, dated: Timeline | undefined): Pick<Known, "last" | "back"> {
  const at = e.triggers[0];
  // "Meanwhile, troops killed eight rebels": not on the day of what was told before
  const last = e.apart ? null : (dated?.lastBefore(at) ?? null);
  return { last: last?.dates ?? null, back: last ? d.doc.sentence[at] - d.doc.sentence[last.token] : 99 };
}
