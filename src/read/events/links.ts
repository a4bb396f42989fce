import type { Event, Place } from "../../model/reading.js";
import type { EventType } from "../../model/vocabulary.js";
import type { EventFinding } from "../findings.js";
import { distance as kilometres } from "../places/distance.js";
import type { Context } from "./context.js";
import { gatheringOf } from "./held.js";
import { inSequence } from "./sequence.js";

type Link = Event["links"][number];

/** Events that are about an act: what was done of it by police, courts, crowds. */
const ABOUT = new Set<EventType>([
  "security.arrest",
  "security.raid",
  "justice.charge",
  "justice.trial",
  "justice.conviction",
  "justice.acquittal",
  "justice.sentence",
  "justice.appeal",
  "justice.release",
  "justice.execution",
  "justice.investigation",
  "unrest.protest",
  "security.escape",
  "justice.extradition",
]);

const ACTED = new Set(["occurred", "ongoing", "attempted", "foiled"]);

function isAct(e: EventFinding): boolean {
  return (e.type.startsWith("violence.") || e.type.startsWith("hazard.")) && ACTED.has(e.status);
}

/** Events with their links to the acts they are about, and what they threaten. */
export function linked(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  const held = new Map(events.map((e) => [e.id, gatheringOf(ctx, e, events)?.id ?? null]));
  const holders = new Set(held.values());
  return events.map((e) => {
    const links: Link[] = [];
    const gathering = held.get(e.id) ?? null;
    if (gathering !== null) links.push({ to: gathering, relation: "part-of" });
    if (ABOUT.has(e.type)) {
      // "Police fired into a protest": what the crowd was there for is another matter
      const act = actInside(ctx, e, events) ?? (holders.has(e.id) ? null : actBefore(ctx, e, events));
      if (act && held.get(act.id) !== e.id) links.push({ to: act.id, relation: "about" });
    }
    if (e.type === "violence.threat") {
      const threatened = events.find((o) => o !== e && o.status === "threatened" && sharesSentence(ctx, e, o));
      if (threatened) links.push({ to: threatened.id, relation: "threatens" });
    }
    return links.length > 0 ? { ...e, links } : e;
  });
}

function sharesSentence(ctx: Context, a: EventFinding, b: EventFinding): boolean {
  return a.triggers.some((t) => b.triggers.some((u) => ctx.doc.sentence[t] === ctx.doc.sentence[u]));
}

/** "charged over the killing", "an investigation into the fire": the act among the words that hang on the trigger. */
function actInside(ctx: Context, e: EventFinding, events: readonly EventFinding[]): EventFinding | null {
  const { doc } = ctx;
  for (const t of e.triggers) {
    const act = events.find((o) => o !== e && isAct(o) && o.triggers.some((u) => doc.left[t] <= u && u <= doc.right[t]));
    if (act) return act;
  }
  return null;
}

/** The act told last before it, in the same part of the report; acts with more mentions win from a sentence's distance. */
function actBefore(ctx: Context, e: EventFinding, events: readonly EventFinding[]): EventFinding | null {
  const { doc } = ctx;
  let best: EventFinding | null = null;
  let top = -FARTHEST;
  const news = newsDay(events);
  for (const o of events) {
    if (o === e || !isAct(o) || o.part === "teaser") continue;
    // "A fire killed 31 in 2014. The ministry promised an inquiry": into what is new
    if (isRecalled(o, news) && !sharesSentence(ctx, e, o) && !isTried(ctx, e, o, events)) continue;
    let away = Number.POSITIVE_INFINITY;
    for (const u of o.triggers) for (const t of e.triggers) away = Math.min(away, distance(doc.sentence[t] - doc.sentence[u]));
    const score = o.triggers.length * 0.7 - away;
    if (score > top) {
      top = score;
      best = o;
    }
  }
  return best;
}

/** "convicted of a murder of last June. He will be sentenced in March": a further stage of a case about what is recalled. */
function isTried(ctx: Context, e: EventFinding, act: EventFinding, events: readonly EventFinding[]): boolean {
  if (!COURT.test(e.type)) return false;
  return events.some((o) => o !== e && COURT.test(o.type) && o.triggers[0] < e.triggers[0] && actInside(ctx, o, events) === act);
}

const COURT = /^justice\.(charge|trial|conviction|acquittal|sentence|appeal)$/;

/** How far an act may be told from what is about it, in sentences before it; sentences behind it count double, mentions make up for some. */
const FARTHEST = 4;

function distance(sentences: number): number {
  return sentences >= 0 ? sentences * 0.5 : -sentences;
}

/** Follow-ups that no time of their own dates happened after the act they are about and before the report. */
export function dated(events: readonly EventFinding[]): readonly EventFinding[] {
  return events.map((e) => {
    if (e.when !== null || e.earliest !== null) return e;
    if (e.status !== "occurred" && !(e.status === "ongoing" && e.type === "justice.investigation")) return e;
    const about = e.links.filter((l) => l.relation === "about");
    const act = about.length === 0 ? null : events.find((o) => about.some((l) => l.to === o.id));
    if (!act?.earliest || !act.latest || e.type === "security.escape") return e;
    return { ...e, earliest: act.earliest };
  });
}

/** Acts of one story: what happens in it happens where and when the act told just before it did, unless it says otherwise. */
const SCENE = /^(violence|hazard|unrest|movement|security\.(seizure|raid|escape|deployment))/;
const HAPPENED = new Set(["occurred", "attempted", "foiled"]);

/**
 * Gives acts without a place or a time of their own those of the act told just before them, no farther than two sentences back; what is
 * said not to have happened would have happened there and then.
 */
export function settled(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  const made: EventFinding[] = [];
  const told = new Scenes(ctx);
  for (const e of events) {
    told.addAll(made);
    const near = e.where !== null && ctx.places.some((p) => p.id === e.where && p.relation !== "at");
    if (!SCENE.test(e.type) || !(HAPPENED.has(e.status) || e.status === "not-occurred") || (e.where !== null && !near && e.when !== null)) {
      made.push(e);
      continue;
    }
    const scene = told.before(e);
    const place =
      scene &&
      !isOtherDay(e, scene) &&
      (e.where === null || (near && scene.where !== null && isClose(ctx, e.where, scene.where))) &&
      (e.country === null || e.country === scene.country);
    const time = scene && e.when === null && e.earliest === null && scene.earliest !== null && scene.status !== "ongoing";
    made.push({
      ...e,
      ...(place ? { where: scene.where, country: scene.country } : {}),
      ...(time ? { earliest: scene.earliest, latest: scene.latest } : {}),
    });
  }
  return made;
}

/** Days from the scene's beyond which an act with days of its own is no part of the scene. */
const SCENE_DAYS = 30 * 86_400_000;

/** "who seized power in 2021": what happened long before or after happened elsewhere, for all the scene says. */
function isOtherDay(e: EventFinding, scene: EventFinding): boolean {
  const apart = (a: string | null, b: string | null): boolean => a !== null && b !== null && Date.parse(a) - Date.parse(b) > SCENE_DAYS;
  // "attacks have killed 330 people since November 2024": many acts, in many places
  return apart(e.earliest, scene.latest) || apart(scene.earliest, e.latest) || (e.when !== null && apart(e.latest, e.earliest));
}

/** Kilometres within which what is near one place may be in the other. */
const NEAR = 60;

/** Whether two places may be of one scene: of a place that is on no map nothing is known. */
function isClose({ places }: Context, a: string, b: string): boolean {
  const [p, q] = [a, b].map((id) => places.find((x) => x.id === id));
  if (!p || !q || p.lat === null || p.lon === null || q.lat === null || q.lon === null) return true;
  if (!FINE.has(p.precision) || !FINE.has(q.precision)) return p.country === q.country;
  return kilometres({ lat: p.lat, lon: p.lon }, { lat: q.lat, lon: q.lon }) <= NEAR;
}

const FINE: ReadonlySet<Place["precision"]> = new Set(["town", "site", "district"]);

/** Parts that tell of something beside the story. */
const isApart = (part: EventFinding["part"]): EventFinding["part"] | "story" => (part === "headline" || part === "body" ? "story" : part);

/** The last day of what is told: what is weeks older is recalled, and the next sentence comes back to the news. */
function newsDay(events: readonly EventFinding[]): number | null {
  return events.reduce(laterDay, null);
}

function laterDay(day: number | null, o: EventFinding): number | null {
  if (!HAPPENED.has(o.status) || o.earliest === null || o.latest === null) return day;
  return Math.max(day ?? Number.NEGATIVE_INFINITY, Date.parse(o.latest));
}

const RECALLED = 14 * 86_400_000;
/** Sentences from an act within which another happens in its scene. */
const SCENE_REACH = 2;

function isRecalled(o: EventFinding, news: number | null): boolean {
  return news !== null && o.latest !== null && news - Date.parse(o.latest) > RECALLED;
}

/** Acts told so far, by the sentences of their mentions. */
class Scenes {
  private readonly bySentence = new Map<number, Set<number>>();
  private all: readonly EventFinding[] = [];
  private added = 0;
  /** The last day of what was told so far. */
  private news: number | null = null;

  constructor(private readonly ctx: Context) {}

  /** Takes in what came to the list since it was handed in last. */
  addAll(events: readonly EventFinding[]): void {
    this.all = events;
    for (; this.added < events.length; this.added++) {
      const o = events[this.added];
      this.news = laterDay(this.news, o);
      if (!HAPPENED.has(o.status) || !SCENE.test(o.type)) continue;
      for (const t of o.triggers) {
        const s = this.ctx.doc.sentence[t];
        const here = this.bySentence.get(s);
        if (here) here.add(this.added);
        else this.bySentence.set(s, new Set([this.added]));
      }
    }
  }

  /** The act in whose scene an event happens: the nearest told so far, of several the first. */
  before(e: EventFinding): EventFinding | null {
    const at = this.ctx.doc.sentence[e.triggers[0]];
    for (let away = 0; away <= SCENE_REACH; away++) {
      let first = Number.POSITIVE_INFINITY;
      for (const s of away === 0 ? [at] : [at - away, at + away])
        for (const k of this.bySentence.get(s) ?? []) if (k < first && this.fits(e, this.all[k], away === 0)) first = k;
      if (first < this.all.length) return this.all[first];
    }
    return null;
  }

  private fits(e: EventFinding, o: EventFinding, sameSentence: boolean): boolean {
    if (isApart(o.part) !== isApart(e.part)) return false;
    // "fired rockets in retaliation for the killing of a commander in Beirut": what came before has a scene of its own
    if (sameSentence && o.triggers.some((t) => inSequence(this.ctx.doc, this.ctx.times, t, e.triggers[0]))) return false;
    return sameSentence || !isRecalled(o, this.news);
  }
}

/** What courts do in one sitting, told together: fined, sentenced and ordered to pay on the same day. */
const SITTING = /^justice\.(conviction|sentence|trial|acquittal)/;

/** Gives rulings without a time of their own that of the ruling told just before. */
export function ruled(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  let last: EventFinding | null = null;
  return events.map((e) => {
    if (!SITTING.test(e.type) || e.status !== "occurred") return e;
    if (e.when !== null || e.earliest !== null) {
      last = e;
      return e;
    }
    const close = last !== null && ctx.doc.sentence[e.triggers[0]] - ctx.doc.sentence[last.triggers[0]] <= 4;
    return close && last ? { ...e, earliest: last.earliest, latest: last.latest } : e;
  });
}
