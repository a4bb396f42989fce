import { contains } from "../../base/span.js";
import { type Document, tokenAt } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { R } from "../../language/tags.js";
import type { Place } from "../../model/reading.js";
import type { Report } from "../../model/report.js";
import { nounBefore } from "../events/behind.js";
import { isPassing } from "../events/passing.js";
import { caseOf, SUBJECTS } from "../events/voice.js";
import { eponymsOf, isOfSite, isStreet } from "../events/where.js";
import { wordsOf } from "../events/words.js";
import type { EventFinding, Findings } from "../findings.js";
import { distance } from "../places/distance.js";
import { homeOfHost, hostOf, type Point } from "../places/outlet.js";

/** One mention of a place, by its tokens. */
export interface PlaceMention {
  readonly place: Place;
  readonly first: number;
  readonly end: number;
}

/** A place on the map with all its mentions in a report: one answer to where the chief event was. */
export interface Candidate {
  readonly mentions: readonly PlaceMention[];
  readonly place: Place;
  readonly point: Point;
}

/** Places of a report that have coordinates, each once, in the order of the text. */
export function candidatesOf(doc: Document, places: readonly Place[]): readonly Candidate[] {
  const found = new Map<string, { mentions: PlaceMention[]; place: Place; point: Point }>();
  const eponyms = eponymsOf(doc, places);
  for (const place of places) {
    const { lat, lon } = place;
    if (lat === null || lon === null) continue;
    const mention = mentionOf(doc, place);
    if (mention.first >= doc.length) continue;
    if (isStreet(doc, mention.end) || (eponyms.has(place.name) && isOfSite(doc, mention.end))) continue;
    if (isPassing(doc, topOf(doc, mention.first, mention.end))) continue;
    const key = `${lat} ${lon} ${place.precision}`;
    const known = found.get(key);
    if (known) known.mentions.push(mention);
    else found.set(key, { mentions: [mention], place, point: { lat, lon } });
  }
  return [...found.values()];
}

export function mentionOf(doc: Document, place: Place): PlaceMention {
  return { place, first: tokenAt(doc, place.span[0]), end: Math.min(doc.length, tokenAt(doc, place.span[1] - 1) + 1) };
}

/** The token of a mention that hangs on what is outside it. */
export function topOf(doc: Document, first: number, end: number): number {
  for (let i = first; i < end; i++) if (doc.head[i] < first || doc.head[i] >= end) return i;
  return first;
}

const LOCATIVE = wordsOf("locative");

/** Whether the event's own words say it: "a car bombing at a market in Baidoa", "the Baidoa bombing". */
export function isTold(doc: Document, event: EventFinding, { first, end }: PlaceMention): boolean {
  const word = caseOf(doc, topOf(doc, first, end));
  if (word >= 0 && !LOCATIVE.has(word)) return false;
  const led = nounBefore(doc, new Set(event.triggers), first, true);
  if (led >= 0 && event.triggers.includes(led)) return true;
  return event.triggers.some((t) => doc.sentence[t] === doc.sentence[first] && doc.left[t] <= first && first <= doc.right[t]);
}

/** A country is where something happens only where a preposition says so once: "France urged its citizens" does not. */
export function isScene(doc: Document, { place, mentions }: Candidate): boolean {
  return place.precision !== "country" || mentions.some((m) => LOCATIVE.has(caseOf(doc, topOf(doc, m.first, m.end))));
}

/** "A dateline alone locates nothing", unless it is the town of the outlet itself or the title names it too. */
export function isOnlyDateline(
  { place, mentions, point }: Candidate,
  found: Pick<Findings, "doc" | "partOf" | "report" | "attributions">,
  home: Point | null,
): boolean {
  const inDateline = (m: PlaceMention): boolean => found.partOf[found.doc.sentence[m.first]] === "dateline";
  if (!mentions.some(inDateline) || !mentions.every((m) => inDateline(m) || isOfSpeakersBody(found, m))) return false;
  if (home !== null && distance(home, point) <= LOCAL) return false;
  return !(found.report.title ?? "").toLowerCase().includes(place.name.toLowerCase());
}

const DESCRIBING = new Ids([R.compound, R.nmod, R["nmod:poss"], R.conj, R.flat, R.appos]);

/** "said Ali Rahman, head of the Makassar rescue agency": the town of the body that a speaker is of, where his description names it. */
function isOfSpeakersBody({ doc, attributions }: Pick<Findings, "doc" | "attributions">, { first, end }: PlaceMention): boolean {
  let described = false;
  for (let at = topOf(doc, first, end), step = 0; at >= 0 && step < 6 && DESCRIBING.has(doc.relation[at]); step++) {
    described ||= doc.relation[at] === R.appos;
    at = doc.head[at];
    if (described && attributions.some((a) => a.sourceSpan !== null && contains(a.sourceSpan, [doc.start[at], doc.end[at]]))) return true;
  }
  return false;
}

/** "told the Savannah Post": a place only within an outlet's name is none of the report's. */
export function isOutletsName({ mentions }: Candidate, { doc, attributions }: Pick<Findings, "doc" | "attributions">): boolean {
  return mentions.every(
    ({ place, end }) =>
      end < doc.length &&
      TITLE.test(doc.text.slice(doc.start[end], doc.end[end])) &&
      attributions.some((a) => a.sourceSpan !== null && a.sourceSpan[0] <= place.span[0] && a.sourceSpan[1] >= doc.end[end]),
  );
}

/** "Washington says the men were fighters": a place that only speaks is a government by its seat. Not the town of "Varkala police said". */
export function isOnlySpeaker({ mentions }: Candidate, { doc, attributions }: Pick<Findings, "doc" | "attributions">): boolean {
  return mentions.every(({ place, first, end }) => {
    if (!SUBJECTS.includes(doc.relation[topOf(doc, first, end)])) return false;
    return attributions.some((a) => a.sourceSpan !== null && contains(a.sourceSpan, place.span) && a.sourceSpan[1] === place.span[1]);
  });
}

/** A word with a capital right behind a place is of one name with it. */
const TITLE = /^\p{Lu}/u;

/** Kilometres around its home about which an outlet reports as local news. */
const LOCAL = 150;

/** Kilometres within which two places count as one neighbourhood. */
const NEAR = 40;

/** What the candidates have to do with one another and with the outlet's home. */
export interface Ground {
  readonly home: Point | null;
  readonly mentions: number;
  /** For each candidate: mentions of places near it, of its division, of its country, its own included. */
  readonly near: readonly number[];
  readonly division: readonly number[];
  readonly country: readonly number[];
}

/** Where the report's outlet is at home, or null. */
export function homeOf(report: Report): Point | null {
  return homeOfHost(hostOf(report.outlet) ?? hostOf(report.url));
}

export function groundOf(candidates: readonly Candidate[], home: Point | null): Ground {
  const sum = (fits: (other: Candidate) => boolean): number =>
    candidates.reduce((n, other) => n + (fits(other) ? other.mentions.length : 0), 0);
  return {
    home,
    mentions: sum(() => true),
    near: candidates.map((c) => sum((o) => o === c || (isSettled(o.place) && distance(o.point, c.point) <= NEAR))),
    division: candidates.map((c) => sum((o) => o.place.admin1 === c.place.admin1 && o.place.country === c.place.country)),
    country: candidates.map((c) => sum((o) => o.place.country === c.place.country)),
  };
}

/** Whether a place is a settlement, a part of one or a site: its coordinates say where it is, and not only where its middle is. */
export function isSettled(place: Place): boolean {
  return place.precision === "site" || place.precision === "town" || place.precision === "district";
}

const AFTER = /^(justice\.(?!investigation)|security\.(arrest|escape|surrender))/;
const GOING = wordsOf("going");

type Told = Findings["events"];

const typed = new WeakMap<Told, ReadonlyMap<number, Told[number]["type"]>>();

/** Types of events by their triggers; made once a report, which is asked for every place. */
function typesOf(events: Told): ReadonlyMap<number, Told[number]["type"]> {
  const known = typed.get(events);
  if (known) return known;
  const made = new Map(events.flatMap((e) => e.triggers.map((t) => [t, e.type] as const)));
  typed.set(events, made);
  return made;
}

/** Whether a place is only where what came after the act was: the court's town, where somebody was arrested, "walked to the town of X". */
export function isOfAfter({ doc, events }: Pick<Findings, "doc" | "events">, { mentions }: Candidate): boolean {
  const types = typesOf(events);
  return mentions.every(({ first, end }) => {
    for (let at = topOf(doc, first, end), step = 0; at >= 0 && step < 8; at = doc.head[at], step++) {
      const type = types.get(at);
      if (type !== undefined) return AFTER.test(type);
      if (GOING.has(doc.lemma[at])) return true;
    }
    return false;
  });
}

/** Whether a place is only where another act of violence or hazard happened: "Separately, gunmen stormed a college in Wana". */
export function isOfAnother({ doc, events }: Pick<Findings, "doc" | "events">, lead: EventFinding, { mentions }: Candidate): boolean {
  const types = typesOf(events);
  return mentions.every(({ first, end }) => {
    if (lead.triggers.some((t) => doc.sentence[t] === doc.sentence[first])) return false;
    for (let at = topOf(doc, first, end), step = 0; at >= 0 && step < 8; at = doc.head[at], step++) {
      const type = types.get(at);
      if (type !== undefined) return HARMFUL.test(type);
    }
    return false;
  });
}

const HARMFUL = /^(violence|hazard)\./;

/** Whether a place is only named with acts that the report recalls: "in 2018, gunmen seized travellers on the road to Gusau". */
export function isRecalled({ doc, events }: Pick<Findings, "doc" | "events">, { mentions }: Candidate): boolean {
  const recalled = new Set(events.flatMap((e) => (e.background ? e.triggers : [])));
  if (recalled.size === 0) return false;
  return mentions.every(({ first, end }) => {
    for (let at = topOf(doc, first, end), step = 0; at >= 0 && step < 8; at = doc.head[at], step++) if (recalled.has(at)) return true;
    return false;
  });
}
