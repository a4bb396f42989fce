import { type Document, tokenAt } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Place } from "../../model/reading.js";
import { PRECISIONS } from "../../model/vocabulary.js";
import { caseOf, isVerbal } from "../events/voice.js";
import type { EventFinding, Findings } from "../findings.js";
import { type Features, stableHash } from "../linear.js";
import { distance } from "../places/distance.js";
import { senseOf } from "../places/words.js";
import { type Candidate, type Ground, type PlaceMention, topOf } from "./candidates.js";

export const BITS = 15;

export type Needs = Pick<Findings, "doc" | "report" | "partOf" | "places" | "attributions">;

/** What of a report and its chief event the features of all candidates look at. */
export interface Scene {
  readonly found: Needs;
  readonly event: EventFinding;
  /** The place that the event's own clauses gave, or null. */
  readonly told: Place | null;
  readonly title: string;
  readonly candidates: readonly Candidate[];
  readonly ground: Ground;
}

/** Mentions of one place that are looked at; the rest say the same again. */
const MOST = 10;

/** Features of candidate `k` as the place of the chief event. Words go in as letters' hashes, the rest by name of its template. */
export function candidateFeatures(scene: Scene, k: number, f: Features): void {
  f.clear();
  ownFeatures(scene, k, f);
  groundFeatures(scene, k, f);
  const { mentions } = scene.candidates[k];
  for (let m = 0; m < mentions.length && m < MOST; m++) mentionFeatures(scene, mentions[m], f);
}

function ownFeatures({ found, event, told, title, candidates }: Scene, k: number, f: Features): void {
  const { doc, partOf } = found;
  const { place, mentions, point } = candidates[k];
  const precision = PRECISIONS.indexOf(place.precision);
  const first = mentions[0].first;
  const sentence = doc.sentence[first];
  const titled = title.includes(` ${place.name.toLowerCase()} `) || title.includes(wordsOf(doc, mentions[0])) ? 1 : 0;
  const datelined = mentions.filter((m) => partOf[doc.sentence[m.first]] === "dateline").length;
  f.add(0, precision);
  f.add(1, precision, bucket(mentions.length));
  f.add(2, precision, bucket(sentence));
  f.add(3, precision, titled);
  f.add(4, datelined === 0 ? 0 : datelined === mentions.length ? 1 : 2, precision);
  f.add(5, bucket(candidates.length), precision);
  f.add(6, k === 0 ? 0 : candidates.slice(0, k).some((o) => o.place.precision === place.precision) ? 1 : 2, precision);
  if (told === null) f.add(7, 0);
  else if (told.lat === null || told.lon === null)
    f.add(7, 1, Math.min(2, bucket(Math.abs(sentence - doc.sentence[tokenAt(doc, told.span[0])]))));
  else if (told.lat === point.lat && told.lon === point.lon) f.add(7, 2, PRECISIONS.indexOf(told.precision));
  else f.add(7, 3, kmBucket(distance({ lat: told.lat, lon: told.lon }, point)), precision);
  f.add(8, stableHash(vocabulary.id(event.type)), precision);
}

function groundFeatures({ ground, candidates }: Scene, k: number, f: Features): void {
  const { place, point, mentions } = candidates[k];
  const precision = PRECISIONS.indexOf(place.precision);
  const share = (n: number): number => Math.floor((4.99 * n) / Math.max(1, ground.mentions));
  f.add(20, precision, share(mentions.length));
  f.add(21, precision, share(ground.near[k]));
  f.add(22, precision, share(ground.division[k]));
  f.add(23, share(ground.country[k]));
  f.add(24, precision, bucket(ground.near[k]));
  f.add(25, ground.home === null ? 0 : 1 + kmBucket(distance(ground.home, point)), precision);
  f.add(26, Math.max(...ground.near) === ground.near[k] ? 1 : 0, precision);
  f.add(27, candidates.some((o, i) => i !== k && isInside(o.place, place)) ? 1 : 0, precision);
}

/** Whether one place is known to lie in the other, a division or a country. */
function isInside(inner: Place, outer: Place): boolean {
  if (outer.precision === "country") return inner.precision !== "country" && inner.country === outer.country;
  return outer.precision === "region" && inner.precision !== "region" && inner.admin1 === outer.admin1 && inner.country === outer.country;
}

function mentionFeatures({ found, event }: Scene, { place, first, end }: PlaceMention, f: Features): void {
  const { doc, partOf, attributions } = found;
  const s = doc.sentence[first];
  const from = doc.sentenceStart[s];
  const to = doc.sentenceStart[s + 1];
  const word = (i: number): number => (i < from ? 1 : i >= to ? 2 : stableHash(doc.norm[i]));
  const precision = PRECISIONS.indexOf(place.precision);
  const part = partOf[s] === "headline" ? 1 : partOf[s] === "dateline" ? 2 : partOf[s] === "body" ? 0 : 3;
  const before = word(first - 1);
  const after = word(end);
  f.add(40, before);
  f.add(41, after);
  f.add(42, before, word(first - 2));
  f.add(43, after, word(end + 1));
  f.add(44, before, after);
  f.add(45, before, precision, part);
  f.add(46, part, bucket(s), precision);
  f.add(47, senseOf(doc.norm[end - 1]), precision);
  f.add(48, typeof place.relation === "string" ? (place.relation === "at" ? 0 : 1) : 2, precision);
  f.add(
    49,
    attributions.some((a) => a.sourceSpan !== null && a.sourceSpan[0] <= place.span[0] && place.span[1] <= a.sourceSpan[1]) ? 1 : 0,
  );
  const top = topOf(doc, first, end);
  const head = doc.head[top];
  f.add(50, head >= 0 ? stableHash(doc.lemma[head]) : 0, doc.relation[top]);
  f.add(51, head >= 0 ? stableHash(doc.lemma[head]) : 0, caseOf(doc, top) >= 0 ? stableHash(caseOf(doc, top)) : 0);
  const verb = predicateOf(doc, top);
  f.add(52, verb >= 0 ? stableHash(doc.lemma[verb]) : 0);
  f.add(53, first === from ? 1 : 0, end >= to ? 1 : 0, part);
  triggerFeatures(doc, event, first, verb, before, f);
}

/** How a mention stands to the event's own words: as near as they come. */
function triggerFeatures(doc: Document, event: EventFinding, at: number, verb: number, before: number, f: Features): void {
  const s = doc.sentence[at];
  let sentences = 99;
  let tokens = 99;
  let clause = 0;
  for (const t of event.triggers) {
    sentences = Math.min(sentences, Math.abs(doc.sentence[t] - s));
    if (doc.sentence[t] !== s) continue;
    if (Math.abs(at - t) < Math.abs(tokens)) tokens = at - t;
    if (doc.left[t] <= at && at <= doc.right[t]) clause = Math.max(clause, 3);
    else if (verb >= 0 && (verb === t || predicateOf(doc, t) === verb)) clause = Math.max(clause, 2);
    else clause = Math.max(clause, 1);
  }
  f.add(70, Math.min(6, sentences));
  f.add(71, clause, before);
  f.add(72, clause, tokens < 0 ? 1 : 0, bucket(Math.abs(tokens)));
  f.add(73, clause);
}

function predicateOf(doc: Document, t: number): number {
  let at = doc.head[t];
  while (at >= 0 && !isVerbal(doc, at)) at = doc.head[at];
  return at;
}

function wordsOf(doc: Document, { first, end }: PlaceMention): string {
  return ` ${doc.text.slice(doc.start[first], doc.end[end - 1]).toLowerCase()} `;
}

function bucket(n: number): number {
  return n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 20 ? 6 : 7;
}

function kmBucket(km: number): number {
  return km < 15 ? 0 : km < 40 ? 1 : km < 100 ? 2 : km < 250 ? 3 : km < 600 ? 4 : 5;
}
