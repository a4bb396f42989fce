import { R } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import type { Place } from "../model/reading.js";
import { isCourts, isLinked } from "./events/passing.js";
import { audiencePlaces } from "./events/speaker-places.js";
import { caseOf } from "./events/voice.js";
import { wordsOf } from "./events/words.js";
import type { EventFinding, Findings } from "./findings.js";
import { isExplaining } from "./journal.js";
import { Features, score } from "./linear.js";
import { distance } from "./places/distance.js";
import {
  type Candidate,
  candidatesOf,
  groundOf,
  homeOf,
  isOfAfter,
  isOfAnother,
  isOnlyDateline,
  isOnlySpeaker,
  isOutletsName,
  isRecalled,
  isScene,
  isSettled,
  isTold,
  mentionOf,
  type PlaceMention,
  topOf,
} from "./scene/candidates.js";
import { BITS, candidateFeatures, type Needs, type Scene } from "./scene/features.js";
import { landOf, namedLand } from "./scene/land.js";
import { sceneModel } from "./scene/model.js";
import { keepScene } from "./scene/why.js";
import { stage } from "./stage.js";

/**
 * Where the chief event was, of all the places that the report names: what its own clauses give is one witness, the rest of the report
 * the other. Not where the other events were: their clauses alone say that.
 */
export const scene = stage({
  name: "scene",
  needs: ["doc", "report", "partOf", "names", "places", "attributions", "events", "lead"],
  gives: ["events"],
  run(found) {
    const lead = found.events.find((e) => e.id === found.lead);
    const isOpen =
      lead !== undefined &&
      !isOfThreatened(lead) &&
      (PLACED.test(lead.type) || ((lead.where === null || isDistrict(found, lead.where)) && OPERATION.test(lead.type)));
    const place = isOpen ? sceneOf(found, lead) : null;
    const land = landOf(found);
    const named = land === null ? null : namedLand(found, land);
    const ruled = lead !== undefined && RULING.test(lead.type);
    return {
      events: found.events.map((e) => {
        const placed = e === lead && place !== null ? placedAt(e, place) : e;
        return isOfThreatened(e) || isElsewhere(placed, named, ruled) ? placed : inLand(placed, land, named);
      }),
    };
  },
});

function isDistrict({ places }: Pick<Findings, "places">, id: string): boolean {
  return places.some((p) => p.id === id && p.precision === "district");
}

function placedAt(e: EventFinding, place: Place): EventFinding {
  return place.id === e.where
    ? e
    : { ...e, where: place.id, country: place.country ?? e.country, also: e.also.filter((id) => id !== place.id) };
}

const REAL = new Set(["occurred", "ongoing", "attempted", "foiled"]);

/**
 * What took place, and nothing says where, took place in the land that the report is about; by its name, where the report names it, what
 * its courts rule, its parliament decides and who seizes power there.
 */
function inLand(e: EventFinding, land: string | null, named: Place | null): EventFinding {
  if (land === null || e.where !== null || !(REAL.has(e.status) || MADE_LAW.test(e.type))) return e;
  if (e.country !== null && e.country !== land) return e;
  return { ...e, country: land, where: NATIONAL.test(e.type) ? (named?.id ?? null) : null };
}

/** What is proposed for a land is of that land before it is done. */
const MADE_LAW = /^policy\.(proposal|law|ban)$/;
const NATIONAL = /^(policy\.|violence\.coup|unrest|justice\.(charge|conviction|sentence|acquittal|trial|execution))/;

const RULING = /^justice\.(conviction|sentence|acquittal)/;
const OF_LAW = /^(justice|security)\./;

/**
 * "The driver was arrested", "he was charged": what police and courts do over an act need not be where the act was. By a court of the land
 * it is where the report names the land, or tells of its rulings. Hostages are freed by who held them, where they were held.
 */
function isElsewhere({ type, roles }: EventFinding, named: Place | null, ruled: boolean): boolean {
  if (!OF_LAW.test(type) || (type === "justice.release" && roles.some((r) => r.role === "victim"))) return false;
  return !(named !== null && NATIONAL.test(type)) && !(ruled && RULING.test(type));
}

/** "threatened to bomb a hotel in Lagos": the places that a report of such a threat names are those of what is threatened. */
function isOfThreatened(e: EventFinding): boolean {
  return e.links.some((l) => l.relation === "threatens");
}

const PLACED = /^(violence|hazard)/;
/** Deeds of police and soldiers on the ground: where their own clause says, else where the report is set. */
const OPERATION = /^security\.(arrest|raid|seizure|surrender)$/;
const features = new Features(BITS);

const FROM = vocabulary.id("from");

/** "a barrage from Lebanon": a place that is told of as where something came from, and as nothing else. */
function isOrigin(doc: Needs["doc"], { mentions }: Candidate): boolean {
  return mentions.every((m) => caseOf(doc, topOf(doc, m.first, m.end)) === FROM);
}

/** What there is to choose from; null where no place of the report is on the map. */
export function sceneFor(found: Needs & Pick<Findings, "places" | "events">, event: EventFinding): Scene | null {
  const home = homeOf(found.report);
  const isDateline = (m: PlaceMention): boolean => found.partOf[found.doc.sentence[m.first]] === "dateline";
  const isAudiences = audiencePlaces(found.doc, found.attributions);
  const isAudiencesOnly = ({ mentions }: Candidate): boolean => {
    const told = mentions.filter((m) => !isDateline(m));
    return home === null && told.length > 0 && told.every((m) => isAudiences(topOf(found.doc, m.first, m.end)));
  };
  const isCourtsOnly = ({ mentions }: Candidate): boolean =>
    !OF_LAW.test(event.type) && mentions.every((m) => isCourts(found.doc, topOf(found.doc, m.first, m.end)));
  const own = new Set(event.triggers.map((t) => found.doc.sentence[t]));
  const isLinkedOnly = ({ mentions }: Candidate): boolean => {
    const told = mentions.filter((m) => !isDateline(m));
    return (
      told.length > 0 && told.every((m) => !own.has(found.doc.sentence[m.first]) && isLinked(found.doc, topOf(found.doc, m.first, m.end)))
    );
  };
  const candidates = candidatesOf(found.doc, found.places).filter(
    (c) =>
      !isOnlyDateline(c, found, home) &&
      !isOutletsName(c, found) &&
      !isOnlySpeaker(c, found) &&
      !isRecalled(found, c) &&
      !isAudiencesOnly(c) &&
      !isCourtsOnly(c) &&
      !(event.type === "violence.shelling" && isOrigin(found.doc, c)) &&
      !isLinkedOnly(c),
  );
  if (candidates.length === 0) return null;
  return {
    found,
    event,
    told: found.places.find((p) => p.id === event.where) ?? null,
    title: ` ${(found.report.title ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `,
    candidates,
    ground: groundOf(candidates, home),
  };
}

function sceneOf(found: Needs & Pick<Findings, "events">, event: EventFinding): Place | null {
  const scene = sceneFor(found, event);
  if (scene === null) return null;
  const { candidates, told } = scene;
  const scores = candidates.map((_, k) => {
    candidateFeatures(scene, k, features);
    return score(sceneModel(), features);
  });
  const isOwn = told !== null && candidates.some((c) => isAt(c, told) && c.mentions.some((m) => isTold(found.doc, event, m)));
  if (isOwn)
    for (const [k, c] of candidates.entries())
      if (!isAt(c, told) && (isOfAfter(found, c) || (isSettled(told) && isOfAnother(found, event, c))))
        scores[k] = Number.NEGATIVE_INFINITY;
  // "killed a farmer in northern Israel": told in one land, an act was in no town of another
  const land = isOwn && COARSE.has(told.precision) ? told.country : null;
  if (land !== null && candidates.some((c) => c.place.country === land))
    for (const [k, c] of candidates.entries()) if (c.place.country !== land) scores[k] = Number.NEGATIVE_INFINITY;
  const best = scores.indexOf(Math.max(...scores));
  if (isExplaining()) keepScene(scene, scores, best);
  const { place, point } = candidates[best];
  const chosen = isScene(found.doc, candidates[best]) ? place : null;
  if (told === null) return chosen;
  if (isSpread(scene, told)) return told;
  const inside = told.relation === "at" ? null : insideOf(scene, told, scores);
  if (inside !== null) return inside;
  // "off Sulawesi": the land that holds it says less
  if (isOwn && told.precision !== "country" && place.precision === "country" && told.country === place.country) return told;
  const finer = finerOf(found, scene, event, told, scores);
  if (finer !== null) return finer;
  const held = !SHOT.test(event.type) && isSettled(told);
  // "in the town of Komanda, in Ituri province", on no map: no wider place says better where
  if (told.lat === null && told.country !== null && told.country === place.country && !isSettled(place)) return told;
  if (told.lat === null || told.lon === null) return held && isTold(found.doc, event, mentionOf(found.doc, told)) ? told : chosen;
  if (agree(told, { lat: told.lat, lon: told.lon }, place, point)) return told;
  const own = candidates.find((c) => c.point.lat === told.lat && c.point.lon === told.lon);
  return held && own?.mentions.some((m) => isTold(found.doc, event, m)) ? told : place;
}

const COARSE: ReadonlySet<Place["precision"]> = new Set(["country", "region"]);
const SPREAD = wordsOf("spread");

/** "Floods across western Nepal": what an act is told to have gone through, wide as it is, no town of it says better. */
function isSpread({ candidates, found: { doc }, event }: Scene, told: Place): boolean {
  const own = candidates.find((c) => isAt(c, told));
  const near = new Set(event.triggers.map((t) => doc.sentence[t]));
  return own?.mentions.some((m) => SPREAD.has(caseOf(doc, topOf(doc, m.first, m.end))) && near.has(doc.sentence[m.first])) ?? false;
}

/** "derailed near Toledo ... called to the scene in Oregon": what an act is merely near yields to the place close by that the report puts things in. */
function insideOf({ candidates, found: { doc } }: Scene, told: Place, scores: readonly number[]): Place | null {
  if (told.lat === null || told.lon === null) return null;
  const near = { lat: told.lat, lon: told.lon };
  let best = -1;
  for (const [k, c] of candidates.entries()) {
    if (!isSettled(c.place) || c.place.name === told.name || distance(near, c.point) > SAME) continue;
    if (!c.mentions.some((m) => m.place.relation === "at" && LOCATIVE.has(caseOf(doc, carrierOf(doc, topOf(doc, m.first, m.end))))))
      continue;
    if (best < 0 || scores[k] > scores[best]) best = k;
  }
  return best < 0 ? null : candidates[best].place;
}

/** "in the province's Bishnupur district": the noun behind the name that carries its preposition. */
function carrierOf(doc: Needs["doc"], t: number): number {
  return doc.relation[t] === R.compound && doc.head[t] > t ? doc.head[t] : t;
}

/** Kilometres from the middle of a district within which a town is taken to lie in it. */
const IN_DISTRICT = 90;

/** "under Bisra police station in Sundargarh District": the town of the district that the event's own clauses name, or that the whole report points to. */
function finerOf(
  { doc }: Pick<Needs, "doc">,
  { candidates }: Scene,
  event: EventFinding,
  told: Place,
  scores: readonly number[],
): Place | null {
  if (told.precision !== "district" || told.lat === null || told.lon === null) return null;
  const middle = { lat: told.lat, lon: told.lon };
  let best = -1;
  for (const [k, { place, point, mentions }] of candidates.entries()) {
    if ((place.precision !== "town" && place.precision !== "site") || place.country !== told.country) continue;
    if (distance(middle, point) > IN_DISTRICT) continue;
    // "near Rampur village in Kullu district": it was in the district
    const isOwn = mentions.some((m) => isTold(doc, event, m));
    if (isOwn && told.relation === "at" && mentions.every((m) => m.place.relation !== "at")) continue;
    if (!isOwn && scores[k] < Math.max(...scores)) continue;
    if (best < 0 || scores[k] > scores[best]) best = k;
  }
  return best < 0 ? null : candidates[best].place;
}

const isAt = ({ point }: Candidate, { lat, lon }: Place): boolean => point.lat === lat && point.lon === lon;

/** What the weights have seen most of: for these the whole report may know better than the clause. */
const SHOT = /^violence\.(attack|killing)$/;

const SAME = 40;
const LOCATIVE = wordsOf("locative");

/** Whether what the event's clauses say is the chosen place, or a part of it, or beside it: then it stays. */
function agree(told: Place, at: { lat: number; lon: number }, chosen: Place, point: { lat: number; lon: number }): boolean {
  if (!isSettled(told)) return false;
  return told.country === chosen.country && distance(at, point) <= SAME;
}
