import { childWith, type Document, tokenAt } from "../language/document.js";
import { Ids } from "../language/ids.js";
import { R } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { C, wordBits } from "./events/classes.js";
import { isLater } from "./events/dating.js";
import { isOfEarlierCount } from "./events/earlier-count.js";
import { isCourts, isPassing } from "./events/passing.js";
import { isOfFind, isOfPast } from "./events/record.js";
import type { EventFinding, Findings } from "./findings.js";
import { stage } from "./stage.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "events" | "times" | "quantities" | "places" | "attributions">;

/** The event that the report is chiefly about. Not its first: an arrest gives way to the act it is about. */
export const lead = stage({
  name: "lead",
  needs: ["doc", "report", "partOf", "events", "times", "quantities", "places", "attributions"],
  gives: ["lead", "events"],
  run(found) {
    const chief = chiefOf(found);
    const told = chief && withScene(found, chief);
    return {
      lead: chief?.id ?? null,
      events: found.events.map((e) => (e === chief && told ? told : { ...e, background: chief !== null && isBackground(found, e, chief) })),
    };
  },
});

function chiefOf(found: Needs): EventFinding | null {
  const title = new Set((found.report.title ?? "").toLowerCase().match(/[a-z]+/g) ?? []);
  const weighed = found.events.map((e): Weighed => [e, weightOf(found, e, title)]);
  const best = heaviest(weighed);
  if (!best) return null;
  // "officer shot during pursuit; no shots fired by police": what did not happen is told beside what did
  const done = UNDONE.test(`${best[0].type} ${best[0].status}`)
    ? heaviest(weighed.filter(([e, score]) => e.type.startsWith("violence.") && DONE.test(e.status) && score >= BESIDE * best[1]))
    : null;
  return coupOf(found, actOf(found, deedAt((done ?? best)[0], weighed, best[1])));
}

/** "Police fired into a protest, killing four": of a gathering and a deed that killed or hurt people at it, the deed. */
function deedAt(e: EventFinding, weighed: readonly Weighed[], most: number): EventFinding {
  if (!e.type.startsWith("unrest.")) return e;
  const isOfIt = (o: EventFinding): boolean => o.links.some((l) => l.relation === "part-of" && l.to === e.id);
  const isHarm = (o: EventFinding): boolean => DEADLY.test(o.type) && DONE.test(o.status) && o.roles.some((r) => r.role === "victim");
  return heaviest(weighed.filter(([o, score]) => isHarm(o) && isOfIt(o) && score >= BESIDE * most))?.[0] ?? e;
}

const DEADLY = /^violence\.(killing|attack|bombing|shelling)$/;

type Weighed = readonly [event: EventFinding, score: number];

function heaviest(all: readonly Weighed[]): Weighed | null {
  return all.reduce<Weighed | null>((best, w) => (w[1] > (best?.[1] ?? 0) ? w : best), null);
}

const UNDONE = /^violence\..* (?:not-occurred|possible)$/;
const DONE = /^(occurred|ongoing)$/;
/** How much an act that happened weighs at least beside one that did not, to be what a report is about. */
const BESIDE = 0.25;

/** "Gunfire was heard in what appeared to be an attempted coup": shots and fights that a sentence tells with a coup are of the coup. */
function coupOf({ doc, events }: Needs, e: EventFinding): EventFinding {
  if (!/^violence\.(attack|clash|killing)$/.test(e.type)) return e;
  const told = new Set(e.triggers.map((t) => doc.sentence[t]));
  const isTold = (o: EventFinding): boolean => REAL.test(o.status) && o.triggers.some((t) => told.has(doc.sentence[t]));
  return events.find((o) => o.type === "violence.coup" && isTold(o)) ?? e;
}

const REAL = /^(occurred|ongoing|attempted|foiled)$/;

function weightOf({ doc, partOf, events }: Needs, e: EventFinding, title: ReadonlySet<string>): number {
  if (e.part === "teaser" || e.part === "furniture") return 0;
  let score = 0;
  for (const t of e.triggers) {
    const s = doc.sentence[t];
    const part = partOf[s];
    const words = doc.text.slice(doc.start[t], doc.end[t]).toLowerCase();
    const weight = part === "headline" ? 3 : s === 0 ? 2.5 : s === 1 ? 1.2 : s === 2 ? 0.8 : s < 6 ? 0.5 : 0.3;
    // "girls abducted in May have been released": what only tells people apart is not the news
    score += ASIDE.has(doc.relation[t]) || isDaysBefore(doc, t) ? weight / 2 : isSince(doc, t) ? weight / 10 : weight;
    if (title.has(words)) score += 0.8;
  }
  if (/^(violence|hazard)/.test(e.type)) score *= 1.3;
  if (/^(policy|movement|justice\.investigation|security\.(deployment|escape|travel))/.test(e.type)) score *= 0.6;
  if (e.status !== "occurred" && e.status !== "ongoing" && e.status !== "foiled") score *= 0.5;
  return isPastOnly(doc, e) && events.some((o) => CAUGHT.test(o.type) && doc.sentence[o.triggers[0]] <= doc.sentence[e.triggers[0]])
    ? score * OF_PAST
    : score;
}

/** "marched on Sunday, a day after police broke up a rally": what came before the news by so many days. */
function isDaysBefore(doc: Document, t: number): boolean {
  const mark = doc.relation[t] === R.advcl ? childWith(doc, t, R.mark) : -1;
  return mark > 0 && doc.norm[mark] === AFTER && (wordBits(doc.lemma[mark - 1]) & C.time) !== 0;
}

/** "arrested since the coup": from when numbers are counted. */
function isSince(doc: Document, t: number): boolean {
  const mark = doc.relation[t] === R.obl || doc.relation[t] === R.nmod ? childWith(doc, t, R.case) : -1;
  return mark >= 0 && doc.norm[mark] === SINCE;
}

const SINCE = vocabulary.id("since");
const AFTER = vocabulary.id("after");

/** What an act weighs that is told only as somebody's past. */
const OF_PAST = 0.4;

const ASIDE = new Ids([R.acl, R["acl:relcl"], R.amod]);

const DEEDS = /^(violence|unrest|hazard)/;
/** Sentences in which a report says when and where its act happened, though another word than the act's says so ("officers were called"). */
const OPENING = 6;
const SCENE = /^(violence|hazard)/;
const DAY = 86_400_000;

/** The chief act with the time and place that the report's opening gives, where its own mentions give none. */
function withScene(found: Needs, e: EventFinding): EventFinding {
  if (!SCENE.test(e.type) || e.status !== "occurred") return e;
  const time = e.when === null && e.earliest === null ? openingTime(found) : null;
  const place = e.where === null && e.type !== "violence.threat" ? openingPlace(found, e.country) : null;
  return {
    ...e,
    ...(time ? { when: time.id, earliest: time.earliest, latest: time.latest } : {}),
    ...(place ? { where: place.id, country: place.country ?? e.country } : {}),
  };
}

/** A day of the last ten before the report, told in its opening and not as when somebody spoke. */
function openingTime({ doc, report, times, quantities, attributions }: Needs): Needs["times"][number] | null {
  const published = report.published.value?.slice(0, 10);
  if (!published) return null;
  const isNear = (t: Needs["times"][number]): boolean =>
    t.earliest !== null &&
    t.latest !== null &&
    t.latest <= published &&
    Date.parse(t.latest) - Date.parse(t.earliest) <= DAY &&
    Date.parse(published) - Date.parse(t.earliest) <= 10 * DAY;
  return (
    times.find((t) => {
      const at = tokenAt(doc, t.span[0]);
      return (
        at < doc.length &&
        doc.sentence[at] < OPENING &&
        isNear(t) &&
        !isLater(doc, at) &&
        !isOfEarlierCount({ doc, quantities }, t.span[0]) &&
        !attributions.some((a) => a.cueToken !== null && a.cueToken === doc.head[at])
      );
    }) ?? null
  );
}

function openingPlace({ doc, places, attributions, partOf }: Needs, country: string | null): Needs["places"][number] | null {
  return (
    places.find((p) => {
      const at = tokenAt(doc, p.span[0]);
      if (
        at >= doc.length ||
        doc.sentence[at] >= OPENING ||
        partOf[doc.sentence[at]] === "dateline" ||
        p.relation !== "at" ||
        p.lat === null ||
        isPassing(doc, at) ||
        isCourts(doc, at)
      )
        return false;
      if (p.precision === "country" || p.precision === "area" || (country !== null && p.country !== country)) return false;
      return !attributions.some((a) => a.sourceSpan !== null && a.sourceSpan[0] <= p.span[0] && p.span[1] <= a.sourceSpan[1]);
    }) ?? null
  );
}

const FOLLOW_UPS = /^(security\.(arrest|raid)|justice\.(charge|trial|conviction|sentence|investigation|acquittal|appeal))/;

/** The act behind an arrest, charge, trial, sentence or investigation, where the report tells of it. */
function actOf({ doc, events }: Needs, e: EventFinding): EventFinding {
  if (!FOLLOW_UPS.test(e.type)) return e;
  const to = e.links.find((l) => l.relation === "about")?.to;
  const act = events.find((o) => o.id === to) ?? (INQUIRY.test(e.type) ? onlyAct(events) : undefined);
  // "police arrested a man wanted for two killings": the arrest is the news
  if (act && CAUGHT.test(e.type) && isPastOnly(doc, act)) return e;
  return act && DEEDS.test(act.type) ? act : e;
}

const INQUIRY = /^justice\.investigation/;

/** The one act of violence of a report, however far it is told from the investigation: "police are investigating after a boy was hit". */
function onlyAct(events: readonly EventFinding[]): EventFinding | undefined {
  const acts = events.filter(
    (o) => o.type.startsWith("violence.") && o.status === "occurred" && (o.part === "body" || o.part === "headline"),
  );
  return acts.length === 1 ? acts[0] : undefined;
}

const CAUGHT = /^security\.(arrest|raid|surrender|seizure)/;

/** Whether an act is told of only as what somebody who was caught has to do with. */
function isPastOnly(doc: Document, e: EventFinding): boolean {
  // a mine that was laid and found was laid, whoever found it
  return e.triggers.every((t) => isOfPast(doc, t) || (e.type !== "violence.bombing" && isOfFind(doc, t)));
}

/** Whether an event belongs to another story: it ended weeks before the chief event and nothing links them. */
function isBackground({ doc }: Needs, e: EventFinding, chief: EventFinding): boolean {
  if (e === chief || e.part === "teaser") return false;
  const since = chief.earliest ?? chief.latest;
  const isOld = e.latest !== null && since !== null && Date.parse(since) - Date.parse(e.latest) > 14 * DAY;
  // "was arrested; he was wanted for two killings": undated or old, they are his past
  if (CAUGHT.test(chief.type) && DEEDS.test(e.type) && (e.earliest === null || isOld) && isPastOnly(doc, e)) return true;
  // "a month after the city saw its deadliest attack": what merely came before is recalled
  const ties = [...e.links.filter((l) => l.to === chief.id), ...chief.links.filter((l) => l.to === e.id)];
  if (ties.some((l) => l.relation !== "follows")) return false;
  return isOld;
}
