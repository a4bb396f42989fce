import { bySpan, sameSpan } from "../base/span.js";
import { normOf, tokensIn } from "../language/document.js";
import { Ids } from "../language/ids.js";
import { P } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { loadTable } from "../lexicon/table.js";
import type { Place } from "../model/reading.js";
import { type EventType, type Family, familyOf } from "../model/vocabulary.js";
import { areTwoRegions } from "./events/affinity-setting.js";
import { areHandsApart } from "./events/another.js";
import { isGrievance } from "./events/grievance.js";
import { type Hands, handsOfEvent, headToken, isBetweenOthers, isByMob, isWithRiotTool } from "./events/hands.js";
import { saysNoMore } from "./events/once.js";
import { inSequence } from "./events/sequence.js";
import { wordsOf } from "./events/words.js";
import type { EventFinding, Findings } from "./findings.js";
import { stage } from "./stage.js";

type Needs = Pick<Findings, "doc" | "names" | "actors" | "events" | "lead" | "places" | "times">;

/**
 * One story a report: acts of the lead event's kind that nothing sets apart from it, neither day nor place nor a word ("another
 * shooting"), are the lead event. Coreference of mentions works from sentence to sentence; a news report as a whole tells of one act.
 */
export const story = stage({
  name: "story",
  needs: ["doc", "names", "actors", "events", "lead", "places", "times"],
  gives: ["events", "lead"],
  run(found) {
    const lead = found.events.find((e) => e.id === found.lead);
    if (!lead || !TOLD_ONCE.has(familyOf(lead.type))) return { events: found.events, lead: found.lead };
    const same = ofOneSide(
      found,
      lead,
      found.events.filter((e) => e !== lead && isOfStory(found, lead, e)),
    );
    return { events: same.length > 0 ? joined(found, lead, same) : found.events, lead: lead.id };
  },
});

/** Families whose acts a report tells of once. */
const TOLD_ONCE = new Set<Family>(["violence", "hazard"]);
const REAL = new Set(["occurred", "ongoing"]);

/** "tried to seize the palace ... the attempted coup": one attempt to take power. */
const TRIED = new Set(["attempted", "foiled"]);

/** Kinds that different words of one report give to one act: a shooting is an attack, a killing, a shoot-out. */
const ONE_ACT = new Set<EventType>(["violence.attack", "violence.killing", "violence.clash", "violence.assault", "violence.bombing"]);

function isOfStory(found: Needs, lead: EventFinding, e: EventFinding): boolean {
  if (e.background || (e.part !== lead.part && e.part === "teaser")) return false;
  const isAttempt =
    lead.type === "violence.coup" && e.type === lead.type && [e, lead].every((o) => REAL.has(o.status) || TRIED.has(o.status));
  if (!isAttempt && (!REAL.has(e.status) || !REAL.has(lead.status))) return false;
  if (
    lead.type.startsWith("hazard.") &&
    lead.type !== "hazard.collapse" &&
    (IN_PAIRS.has(lead.type) || !isSamePlace(found.places, lead, e))
  )
    return false;
  if (lead.type !== e.type && !(ONE_ACT.has(lead.type) && ONE_ACT.has(e.type))) return false;
  // "beaten in a barn during the war": a deed of a war is not the war
  if (isWar(found, lead) !== isWar(found, e)) return false;
  // "police beat him until he confessed to the bombing"
  if (lead.type !== e.type && [lead.type, e.type].includes("violence.assault") && [lead.type, e.type].includes("violence.bombing"))
    return false;
  if (areOfTwoSides(found, lead, e) || areHandsApart(lead.hands ?? null, e.hands ?? null)) return false;
  if (e.apart && lead.triggers[0] < e.triggers[0]) return false;
  // "opened fire at a rally against the killing of two": of one sentence, what is protested against is another act
  if (isOfGrievance(found.doc, lead, e)) return false;
  if (lead.triggers.some((a) => e.triggers.some((b) => inSequence(found.doc, found.times, a, b)))) return false;
  return daysMeet(lead, e) && placesMeet(found.places, lead, e) && !isSetApart(found, e) && !isActOfItsOwn(found, lead, e);
}

function isOfGrievance(doc: Needs["doc"], a: EventFinding, b: EventFinding): boolean {
  const [ofA, ofB] = [a, b].map((e) => e.triggers.filter((t) => isGrievance(doc, t)));
  if (ofA.length > 0 === ofB.length > 0) return false;
  const sentences = new Set([...ofA, ...ofB].map((t) => doc.sentence[t]));
  return (ofA.length > 0 ? b : a).triggers.some((t) => sentences.has(doc.sentence[t]));
}

function isWar({ doc }: Needs, e: EventFinding): boolean {
  return e.type === "violence.clash" && e.triggers.every((t) => WARS.has(doc.lemma[t]));
}

const WARS = wordsOf("war");

/** "The massacre", "police burst tear gas": what others did and what police did are two acts. */
function areOfTwoSides(found: Needs, a: EventFinding, b: EventFinding): boolean {
  const [ofA, ofB] = [a, b].map((e) => handsOfEvent(found, e));
  // in a clash both sides act; a rampage in which police are not spoken of is none of theirs
  const isApart = (fight: EventFinding, of: Hands): boolean => of === "police" && isBetweenOthers(found.doc, fight);
  if (isApart(a, ofB) || isApart(b, ofA)) return true;
  if (a.type === "violence.clash") return ofA === "police" && ofB === "others" && isByMob(found.doc, b.triggers);
  if (b.type === "violence.clash") return ofB === "police" && ofA === "others" && isByMob(found.doc, a.triggers);
  if (isToolBesideKilling(found, a, b)) return true;
  return ofA !== null && ofB !== null && ofA !== ofB;
}

const FINE: ReadonlySet<Place["precision"]> = new Set(["town", "site", "district"]);

/**
 * "Earlier, jihadists killed nine farmers in Dalwa", behind five people whom a bomber killed in Maiduguri: an act told by its verb with
 * a place of its own and with people harmed of whom the lead tells nothing.
 */
function isActOfItsOwn(found: Needs, lead: EventFinding, e: EventFinding): boolean {
  const { doc, places } = found;
  if (!e.triggers.some((t) => VERB.has(doc.xpos[t]))) return false;
  const own = places.find((p) => p.id === e.where);
  if (own === undefined || !FINE.has(own.precision) || own.relation !== "at" || !isToldWith(found, own, e)) return false;
  if (places.some((p) => p.name === own.name && isToldWith(found, p, lead))) return false;
  const [mine, theirs] = [e, lead].map((x) => x.roles.filter((r) => r.role === "victim" && (r.count !== null || r.actor !== null)));
  if (mine.length === 0 || theirs.length === 0) return false;
  const isSame = (a: EventFinding["roles"][number], b: EventFinding["roles"][number]): boolean =>
    (a.actor !== null && a.actor === b.actor) || (a.count !== null && b.count !== null && a.count.low === b.count.low);
  if (mine.some((a) => theirs.some((b) => isSame(a, b)))) return false;
  const there = places.find((p) => p.id === lead.where);
  if (there !== undefined && FINE.has(there.precision)) return true;
  const nouns = (roles: EventFinding["roles"]): number[] => roles.flatMap((r) => (r.span ? [doc.lemma[headToken(doc, r.span)]] : []));
  const told = new Set(nouns(theirs));
  return nouns(mine).every((n) => !told.has(n) && !ANYBODY.has(n)) && [...told].some((n) => !ANYBODY.has(n));
}

/** Whether a place stands in a sentence that tells of the event. */
function isToldWith({ doc }: Needs, place: Place, e: EventFinding): boolean {
  const s = doc.sentence[tokensIn(doc, place.span)[0]];
  return e.triggers.some((t) => doc.sentence[t] === s);
}

const VERB: ReadonlySet<number> = new Ids([P.VBD, P.VBN, P.VBG, P.VBZ, P.VBP]);
const ANYBODY = wordsOf("people-at-large");

/** "fired tear gas" is not what "shot dead three men". */
function isToolBesideKilling({ doc }: Needs, a: EventFinding, b: EventFinding): boolean {
  const withTool = (e: EventFinding): boolean =>
    isWithRiotTool(
      doc,
      e.roles.flatMap((r) => (r.span === null ? [] : [{ role: r.role, token: headToken(doc, r.span) }])),
    );
  const [killing, other] = a.type === "violence.killing" ? [a, b] : [b, a];
  return killing.type === "violence.killing" && other.type !== "violence.killing" && withTool(other) && !withTool(killing);
}

/** Where nobody is said to have done the lead and both police and others did acts like it, those of the side that is told of first. */
function ofOneSide(found: Needs, lead: EventFinding, same: readonly EventFinding[]): readonly EventFinding[] {
  if (same.length < 2 || handsOfEvent(found, lead) !== null) return same;
  let first: Hands = null;
  return same.filter((e) => {
    const hands = e.type === "violence.clash" ? null : handsOfEvent(found, e);
    first ??= hands;
    return hands === null || hands === first;
  });
}

const DAY = 86_400_000;

/** Whether the days of two events may be the same, a night's turn allowed. */
function daysMeet(a: EventFinding, b: EventFinding): boolean {
  const apart = (x: string | null, y: string | null): boolean => x !== null && y !== null && Date.parse(x) - Date.parse(y) > DAY;
  return !apart(a.earliest, b.latest) && !apart(b.earliest, a.latest);
}

/** What is told of twice for having come twice. */
const IN_PAIRS = new Set<EventType>(["hazard.explosion", "hazard.earthquake"]);

/** "Floods kill 23", "the river burst its banks": hazards of one kind are one only at one named place. */
function isSamePlace(places: readonly Place[], a: EventFinding, b: EventFinding): boolean {
  const [p, q] = [a, b].map((e) => places.find((x) => x.id === e.where));
  return p !== undefined && q !== undefined && p.name === q.name;
}

/** How far apart two named places of one act may lie, in kilometres: a town and its neighbour, not two towns of a region. */
const NEAR = 40;

function placesMeet(places: readonly Place[], a: EventFinding, b: EventFinding): boolean {
  const p = places.find((x) => x.id === a.where);
  const q = places.find((x) => x.id === b.where);
  if (!p || !q || p.lat === null || q.lat === null || p.lon === null || q.lon === null || p.name === q.name) return true;
  if (a.type.startsWith("violence.") && areTwoRegions(p, q) && (isRegion(p) || isRegion(q))) return false;
  if (p.precision === "country" || q.precision === "country" || p.precision === "region" || q.precision === "region")
    return p.country === q.country;
  return kilometres(p.lat, p.lon, q.lat, q.lon) <= NEAR;
}

const isRegion = (p: Place): boolean => p.precision === "region";

function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const r = Math.PI / 180;
  const x = (lon2 - lon1) * r * Math.cos(((lat1 + lat2) / 2) * r);
  return 6371 * Math.hypot((lat2 - lat1) * r, x);
}

let words: Set<number> | null = null;

function apartWords(): Set<number> {
  words ??= new Set(loadTable("story-words").rows.map((row) => vocabulary.id(row.norm)));
  return words;
}

const THE = vocabulary.id("the");

/** "another shooting", "shootings this year": every mention is set apart by a word or speaks of several; "the shootings" looks back. */
function isSetApart({ doc }: Needs, e: EventFinding): boolean {
  return e.triggers.every((t) => {
    let definite = false;
    for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
      if (apartWords().has(doc.norm[c])) return true;
      definite ||= doc.norm[c] === THE;
    }
    if (!definite && (doc.xpos[t] === P.NNS || doc.xpos[t] === P.NNPS)) return true;
    return t > 0 && apartWords().has(doc.norm[t - 1]) && normOf(doc, t - 1) !== "";
  });
}

function joined(found: Needs, lead: EventFinding, same: readonly EventFinding[]): readonly EventFinding[] {
  const { events } = found;
  const gone = new Set(same.map((e) => e.id));
  const all = [lead, ...same];
  const pairs = all.flatMap((e) => e.mentions.map((span, k) => ({ span, trigger: e.triggers[k] }))).sort((a, b) => bySpan(a.span, b.span));
  const told = sidesTaken(
    lead.type,
    all.flatMap((e) => e.roles),
  );
  const roles = toldOnce(
    found,
    told.filter((r, k) => told.findIndex((o) => o.role === r.role && sameSpan(o.span, r.span)) === k),
  );
  const merged: EventFinding = {
    ...lead,
    mentions: pairs.map((p) => p.span),
    triggers: pairs.map((p) => p.trigger),
    results: all.flatMap((e) => e.results).sort((a, b) => a - b),
    roles,
    where: lead.where ?? same.find((e) => e.where)?.where ?? null,
    country: lead.country ?? same.find((e) => e.country)?.country ?? null,
    ...dates(all),
    links: all
      .flatMap((e) => e.links)
      .filter(
        (l, k, list) => l.to !== lead.id && !gone.has(l.to) && list.findIndex((o) => o.to === l.to && o.relation === l.relation) === k,
      ),
    rules: [...new Set([...all.flatMap((e) => e.rules), "story:one-act"])],
  };
  return events
    .filter((e) => !gone.has(e.id))
    .map((e) => (e === lead ? merged : { ...e, links: e.links.map((l) => (gone.has(l.to) ? { ...l, to: lead.id } : l)) }));
}

/** "Six" of a headline beside "six others" of the body: a party that two tellings of the act name is told in its fullest words. */
function toldOnce({ doc, names }: Needs, roles: EventFinding["roles"]): EventFinding["roles"] {
  const parties = roles.map((r) => ({ ...r, token: r.span === null ? -1 : headToken(doc, r.span) }));
  const isName = (t: number): boolean => names.some((n) => n.type !== "nationality" && n.tokens[0] <= t && t < n.tokens[1]);
  return roles.filter(
    (_, k) => parties[k].token < 0 || !parties.some((o, i) => i !== k && o.token >= 0 && saysNoMore(doc, isName, parties[k], o)),
  );
}

/** In a fight with police or soldiers whoever fought them is the other side, whichever act told of it. */
function sidesTaken(type: EventType, roles: EventFinding["roles"]): EventFinding["roles"] {
  if (type !== "violence.clash" || !roles.some((r) => r.role === "authority")) return roles;
  return roles.map((r) => (r.role === "perpetrator" ? { ...r, role: "participant" as const } : r));
}

/** The narrowest days that one of the mentions gives; the lead's own where it has both ends. */
function dates(all: readonly EventFinding[]): Pick<EventFinding, "when" | "earliest" | "latest" | "clock"> {
  const whole = all.find((e) => e.earliest !== null && e.latest !== null) ?? all[0];
  return { when: whole.when, earliest: whole.earliest, latest: whole.latest, clock: all.find((e) => e.clock !== null)?.clock ?? null };
}
