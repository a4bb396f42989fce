import { type Document, tokensIn } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Time } from "../../model/reading.js";
import type { Status } from "../../model/vocabulary.js";
import type { EventFinding, Findings } from "../findings.js";
import { is, timeWord } from "../times/words.js";
import { isOfEarlierCount } from "./earlier-count.js";
import { type Since, sinceTold } from "./since.js";
import { OWN, standing } from "./standing.js";
import { headOf, holds, type Reach } from "./when.js";

/** Days that an event may have, with the time that gives them; no time where they follow from other events, or are not given at all. */
export interface Dates {
  readonly when: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A time of the report with what its place in it says. */
export interface Told {
  readonly time: Time;
  readonly head: number;
  readonly sentence: number;
  /** How many times with days stand before it. */
  readonly order: number;
  /** Whether its words say which day: not "at 7:45 p.m." alone. */
  readonly saysDay: boolean;
  /** Whether it stands in a line without a verb ("Posted: Monday, October 27"). */
  readonly line: boolean;
  /** Whether it is the page's: "Posted: Monday", "(Published Thursday)". */
  readonly page: boolean;
  /** Whether it stands in brackets: "at 6 am (2200 GMT Friday)". */
  readonly bracketed: boolean;
  /** "later on Wednesday": the rest of a day, when nothing that is told of has happened yet. */
  readonly later: boolean;
  /** "since March" leaves its end open, "by March" its beginning. */
  readonly side: "since" | "by" | null;
}

const BRACKETS = new Set(["(", "["]);

function sideOf(doc: Document, first: number): Told["side"] {
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    const w = timeWord(doc.norm[i]);
    if (is(w, "since") !== null) return "since";
    if (is(w, "by") !== null) return "by";
    if (is(w, "phase") === null && is(w, "det") === null) return null;
  }
  return null;
}

/** "later on Wednesday", by the first token of the day. */
export function isLater(doc: Document, first: number): boolean {
  for (let i = first; i >= Math.max(0, first - 2); i--) if (is(timeWord(doc.norm[i]), "phase") === "later") return true;
  return false;
}

export type Needs = Pick<Findings, "doc" | "report" | "partOf" | "times" | "quantities" | "attributions" | "events" | "lead">;

/** What dating looks at: the findings, the times with days, and where acts stand. */
export interface Dating extends Needs, Reach {
  readonly told: readonly Told[];
  /** Years from which on something happened, at the verb that says so. */
  readonly since: readonly Since[];
  /** Events that have a time by their own clause. */
  readonly owners: ReadonlyMap<Told, ReadonlySet<string>>;
  readonly published: string | null;
  /** What the times alone give events of a status: the same for all of them. */
  readonly timed: Map<Status, readonly Candidate[]>;
}

export function datingOf(found: Needs): Dating {
  const { doc } = found;
  const told: Told[] = [];
  for (const time of found.times) {
    if (told.length === MOST) break;
    if (time.type === "set" || (!time.earliest && !time.latest)) continue;
    const [first, end] = tokensIn(doc, time.span);
    if (first >= end || isOfEarlierCount(found, time.span[0])) continue;
    const head = headOf(doc, first, end);
    const sentence = doc.sentence[head];
    told.push({
      time,
      head,
      sentence,
      order: told.length,
      saysDay: saysDay(doc, first, end, time.type === "time"),
      line: isLine(doc, sentence),
      page: isPage(doc, first),
      bracketed: first > 0 && BRACKETS.has(doc.text[doc.start[first - 1]]),
      later: isLater(doc, first),
      side: sideOf(doc, first),
    });
  }
  const since = sinceTold(doc, told);
  const actTokens = new Set(found.events.flatMap((e) => e.triggers));
  const reach = { ...found, actTokens };
  const published = found.report.published.value?.slice(0, 10) ?? null;
  return { ...reach, told, since, owners: ownersOf(reach, told), published, timed: new Map() };
}

/** More times than this are a table or a chronicle; those behind date no event. */
const MOST = 300;

function ownersOf(found: Needs & Reach, told: readonly Told[]): ReadonlyMap<Told, ReadonlySet<string>> {
  const bySentence = new Map<number, [EventFinding, number][]>();
  for (const e of found.events)
    for (const m of e.triggers) {
      const s = found.doc.sentence[m];
      const here = bySentence.get(s);
      if (here) here.push([e, m]);
      else bySentence.set(s, [[e, m]]);
    }
  return new Map(
    told.map((t) => {
      const near = bySentence.get(t.sentence) ?? [];
      return [t, new Set(near.filter(([e, m]) => standing(found, e, m, t) <= OWN).map(([e]) => e.id))];
    }),
  );
}

const DAYS = ["weekday", "weekday-unsure", "month", "month-unsure", "day", "daypart", "unit", "turn"];

function saysDay(doc: Document, first: number, end: number, clock: boolean): boolean {
  for (let i = first; i < end; i++) {
    const w = timeWord(doc.norm[i]);
    if (w && (w.written !== null || (w.width === 4 && !clock) || DAYS.some((c) => is(w, c) !== null))) return true;
  }
  return false;
}

function isPage(doc: Document, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) if (is(timeWord(doc.norm[i]), "page") !== null) return true;
  return false;
}

function isLine(doc: Document, s: number): boolean {
  for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) if (doc.upos[i] === U.VERB || doc.upos[i] === U.AUX) return false;
  return true;
}

/** A candidate for an event's dates, with all times of the report that give it. */
export interface Candidate extends Dates {
  readonly told: readonly Told[];
  /** `after`: since the act it is about; `kept`: as the mentions or the scene gave it first; `none`: nothing is said. */
  readonly from: "time" | "after" | "kept" | "none";
  /** How many of the other candidates that times give are wider and hold it, and how many it holds. */
  readonly within: number;
  readonly holding: number;
}

/** "threatened to kill them unless it is paid by Sunday": days right after the report are no days of what has happened. */
function isSoon(day: string | null, published: string | null): boolean {
  return day !== null && published !== null && day > published && Date.parse(day) - Date.parse(published) <= SOON;
}

const SOON = 14 * 86_400_000;

export const PAST = new Set(["occurred", "attempted", "foiled"]);

/** Days that what has happened cannot be after, and that what goes on does not end with. */
function clipped(d: Dating, status: Status, earliest: string | null, latest: string | null): Pick<Dates, "earliest" | "latest"> | null {
  const { published } = d;
  if (published === null) return { earliest, latest };
  if (PAST.has(status)) {
    if (earliest !== null && earliest > published) return null;
    return { earliest, latest: latest === null || latest > published ? published : latest };
  }
  return status === "ongoing" ? { earliest, latest: latest === published ? null : latest } : { earliest, latest };
}

export const same = (a: Pick<Dates, "earliest" | "latest">, b: Pick<Dates, "earliest" | "latest">): boolean =>
  a.earliest === b.earliest && a.latest === b.latest;

/** The days of a time as an event has them: "since March" runs on, "by March" began nobody says when. */
function daysOf(d: Dating, status: Status, { time, side }: Told): readonly [string | null, string | null] {
  if (side === "since") return [time.earliest, status === "ongoing" ? null : d.published];
  return side === "by" ? [null, time.latest] : [time.earliest, time.latest];
}

/** Days that past acts and others have where nothing is said. */
function nothing(d: Dating, status: Status): Pick<Dates, "earliest" | "latest"> {
  return { earliest: null, latest: PAST.has(status) ? d.published : null };
}

/** Candidates that the times alone give an event of this status. */
function timedOf(d: Dating, status: Status): readonly Candidate[] {
  const known = d.timed.get(status);
  if (known) return known;
  const all = new Map<string, { when: string | null; earliest: string | null; latest: string | null; told: Told[] }>();
  const none = nothing(d, status);
  for (const t of d.told) {
    if (t.later && PAST.has(status) && t.time.latest === d.published) continue;
    const days = clipped(d, status, ...daysOf(d, status, t));
    if (!days || same(days, none)) continue;
    const key = `${days.earliest} ${days.latest}`;
    const candidate = all.get(key);
    if (candidate) candidate.told.push(t);
    else all.set(key, { ...days, when: t.time.id, told: [t] });
  }
  const list = [...all.values()];
  const within = list.map(() => 0);
  const made = list.map((c, k) => {
    let holding = 0;
    for (let o = 0; o < list.length; o++)
      if (o !== k && holds(c, list[o])) {
        within[o]++;
        holding++;
      }
    return { ...c, from: "time" as const, holding, within: 0 };
  });
  made.forEach((c, k) => {
    c.within = within[k];
  });
  d.timed.set(status, made);
  return made;
}

/** All dates that an event may have. `about` is the act that it follows, dated already. */
export function candidatesOf(d: Dating, e: EventFinding, about: Dates | null): readonly Candidate[] {
  const isOther = ({ sentence }: Told): boolean => (d.partOf[sentence] === "teaser") !== (e.part === "teaser");
  // the days of what else a page points to are no days of its report, nor the other way round
  const all = timedOf(d, e.status).filter((c) => !c.told.every(isOther));
  const none = nothing(d, e.status);
  const bare = { told: [], within: 0, holding: 0 };
  const kept = { when: e.when, earliest: e.earliest, latest: e.latest };
  const ahead = PAST.has(e.status) && isSoon(kept.earliest, d.published);
  // "the dead of floods since March": no flood of that month alone
  const open = d.told.some((t) => t.time.id === e.when && t.side === "since" && same(t.time, kept));
  if (!ahead && !open && !same(kept, none) && !all.some((c) => same(c, kept))) all.push({ ...kept, ...bare, from: "kept" });
  if (about?.earliest && (PAST.has(e.status) || e.status === "ongoing")) {
    const since = { when: null, earliest: about.earliest, latest: e.status === "ongoing" ? null : d.published };
    if (!same(since, none) && !all.some((c) => same(c, since))) all.push({ ...since, ...bare, from: "after" });
  }
  all.push({ when: null, ...none, ...bare, from: "none" });
  return all;
}
