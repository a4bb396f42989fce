import { familyOf } from "../model/vocabulary.js";
import { kinship } from "./kin.js";
import type { Counted, EventSummary, ReportSummary } from "./summary.js";

/** What speaks for and against two events being one, by name; their sum is log-odds. */
export type Evidence = Readonly<Record<string, number>>;

/** Set by hand over the samples' and the readings' events, since no corpus judges background events. In log-odds. */
const W = {
  start: -3.2,
  story: 1.2,
  leads: 4,
  otherKind: -8,
  people: 4,
  datePeople: -1,
  kind: 1.5,
  date: 1.6,
  otherDate: -4,
  reckonedDate: -2,
  place: 1.6,
  region: 0.4,
  otherPlace: -4,
  rare: 1.5,
  /** A storm or a ship is called by its name; two that have names of their own are two. */
  name: 3.5,
  otherName: -5,
  /** What a day or a place says against two that bear one name: a hearing's place, a report's day. */
  misread: -1,
  actor: 1.3,
  otherDefendant: -1.5,
  toll: 0.7,
  tollOfMany: 1.4,
  otherToll: -1.5,
  status: -2.5,
  /** What is threatened is an event of its own, and what comes of it another. */
  threat: -6,
  copies: 1.5,
  words: 4,
};

/** How two reports stand to each other: whether they tell one story, the log-odds of it (null: never compared), people named in both. */
export interface Between {
  readonly told: boolean;
  readonly odds: number | null;
  readonly people: number;
}

/** Weighs two events of two reports; `null` where their kinds can never be one. Leads of one story are one event unless their kinds forbid it. */
export function weigh(a: EventSummary, b: EventSummary, between: Between): Evidence | null {
  const leads = a.lead && b.lead;
  const kin = isTakingBesideDeath(a, b) ? 0 : kinship(a.type, b.type);
  if (kin === 0 && leads && between.told && isAct(a.type) && isAct(b.type))
    return { "one story": between.odds ?? 0, kind: W.otherKind, date: dates(a, b, W.otherDate), place: places(a, b), status: status(a, b) };
  if (kin === 0) return null;
  if (leads && between.told)
    return { "one story": W.leads + Math.max(0, between.odds ?? 0), kind: (kin - 1) * 2, name: names(a, b), status: status(a, b) };
  const name = names(a, b);
  const least = name > 0 && !areDaysApart(a, b, MISDATED) ? W.misread : -Infinity;
  return {
    start: W.start + (leads ? Math.max(-1, Math.min(0, between.odds ?? -1)) : 0),
    "one story": between.told ? W.story : 0,
    people: isStage(a) && isStage(b) ? 0 : W.people * Math.min(1.5, between.people), // one accused has many stages
    kind: (kin - 0.5) * 2 * W.kind,
    date: Math.max(least, dates(a, b, leads && between.people > 0 ? W.datePeople : a.dated && b.dated ? W.otherDate : W.reckonedDate)),
    place: Math.max(least, places(a, b)),
    rare: rare(a, b),
    name,
    actors: actors(a, b),
    defendants: defendants(a, b),
    toll: tolls(a, b),
    status: status(a, b),
    words: W.words * words(a, b),
  };
}

/** "A teacher held with the pupils was found dead": one of many who were taken may be killed, which is another act, and another day. */
function isTakingBesideDeath(a: EventSummary, b: EventSummary): boolean {
  const taking = (e: EventSummary): boolean => e.type === "violence.abduction" && e.abducted.some(([low]) => (low ?? 0) > 1);
  const death = (e: EventSummary): boolean => e.type === "violence.killing" || e.type === "violence.attack";
  return (taking(a) && death(b)) || (taking(b) && death(a));
}

/** What a story is about when it is about an act: reports name one act's kind in many ways. */
export function isAct(type: EventSummary["type"]): boolean {
  const family = familyOf(type);
  return family === "violence" || family === "hazard" || family === "unrest";
}

export function sum(evidence: Evidence): number {
  return Object.values(evidence).reduce((x, y) => x + y, 0);
}

/** Statuses of what took place. */
export const DONE: ReadonlySet<EventSummary["status"]> = new Set<EventSummary["status"]>(["occurred", "ongoing", "attempted"]);

function status(a: EventSummary, b: EventSummary): number {
  if (a.status === b.status || (DONE.has(a.status) && DONE.has(b.status))) return 0;
  return a.status === "threatened" || b.status === "threatened" ? W.threat : W.status;
}

const DAY = 86_400_000;

/**
 * Closed intervals that meet speak for it, the more the shorter; a gap of more than a day against it: less so where the same people are
 * named, since months later a report of the trial may date the act by the hearing.
 */
function dates(a: EventSummary, b: EventSummary, against: number): number {
  if (otherDays(a, b)) return against;
  const [ae, al, be, bl] = [a.earliest, a.latest, b.earliest, b.latest].map((d) => (d ? Date.parse(d) / DAY : null));
  if (ae === null || al === null || be === null || bl === null) return 0;
  const length = Math.max(al - ae, bl - be);
  return length <= 3 ? W.date : length <= 31 ? W.date / 3 : 0;
}

/** Whether more than a day lies between. */
export const otherDays = (a: EventSummary, b: EventSummary): boolean => areDaysApart(a, b, 1);

/** Days within which a report of an act that bears a name may take the day of the news for the act's. */
const MISDATED = 31;

/** Whether more than so many days lie between. */
export function areDaysApart(a: EventSummary, b: EventSummary, days: number): boolean {
  const [ae, al, be, bl] = [a.earliest, a.latest, b.earliest, b.latest].map((d) => (d ? Date.parse(d) / DAY : null));
  return (al !== null && be !== null && be > al + days) || (bl !== null && ae !== null && ae > bl + days);
}

const COARSE = new Set(["country", "region", "area"]);

function places(a: EventSummary, b: EventSummary): number {
  if (a.country && b.country && a.country !== b.country) return W.otherPlace;
  if (!a.place || !b.place) return 0;
  const coarse = COARSE.has(a.place.precision) || COARSE.has(b.place.precision);
  if (a.place.name === b.place.name) return coarse ? W.region : W.place;
  const far = kilometres(a.place, b.place);
  if (far === null || coarse) return 0;
  return far < 15 ? W.place : far < 60 ? 0 : W.otherPlace;
}

/** Whether what both reports say of the place cannot be one town. */
export const areFarApart = (a: EventSummary, b: EventSummary): boolean => places(a, b) < 0;

function kilometres(a: { lat: number | null; lon: number | null }, b: { lat: number | null; lon: number | null }): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether both are known by one name, or each by another; nothing where one has none. */
function names(a: EventSummary, b: EventSummary): number {
  if (a.named.length === 0 || b.named.length === 0) return 0;
  return a.named.some((n) => b.named.includes(n)) ? W.name : W.otherName;
}

/** Kinds of which one town seldom sees two in a day. Of shootings, arrests and clashes many do. */
const RARE = /^(violence\.(bombing|hijacking|coup)|hazard\.(collapse|explosion|landslide|earthquake|tsunami|eruption))$/;

/** One day and one town, for what seldom happens twice there; one month and one land, for what seldom happens twice in a land. */
function rare(a: EventSummary, b: EventSummary): number {
  // one town seldom sees two protests shot at in a month
  if (a.gathered && b.gathered && places(a, b) === W.place && dates(a, b, 0) > 0) return W.rare;
  if (a.type !== b.type || !a.dated || !b.dated) return 0;
  const oneDay = a.earliest !== null && a.earliest === a.latest && a.earliest === b.earliest && a.latest === b.latest;
  if (oneDay && RARE.test(a.type) && places(a, b) === W.place) return W.rare;
  const oneLand = a.country !== null && a.country === b.country && places(a, b) >= 0;
  return oneLand && RARE_IN_A_LAND.test(a.type) && dates(a, b, 0) > 0 ? W.rare : 0;
}

/** Kinds of which one land seldom sees two in a month. */
const RARE_IN_A_LAND = /^(violence\.coup|hazard\.(collapse|tsunami|eruption))$/;

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase();

/** Names shared in one role. A surname stands for the name. */
function actors(a: EventSummary, b: EventSummary): number {
  const names = (e: EventSummary): Set<string> => new Set(e.actors.map((x) => `${x.role} ${lastWord(x.name)}`));
  const [x, y] = [names(a), names(b)];
  return W.actor * Math.min(2, [...x].filter((n) => y.has(n)).length);
}

/**
 * Stages of justice whose defendants have names that have nothing in common are two, unless much else says otherwise; so are those that
 * share neither a name nor days that both reports give.
 */
function defendants(a: EventSummary, b: EventSummary): number {
  const called = (e: EventSummary): string[] =>
    e.actors.flatMap((x) => (x.role === "defendant" && /\p{Lu}\S*$/u.test(x.name) ? [lastWord(x.name)] : []));
  const [x, y] = [called(a), called(b)];
  if (x.some((n) => y.includes(n))) return 0;
  return (x.length && y.length) || (isStage(a) && !(a.dated && b.dated)) ? W.otherDefendant : 0;
}

/** What police and courts do to one accused: of one day in many places, to many. */
const isStage = (e: EventSummary): boolean => e.type === "security.arrest" || familyOf(e.type) === "justice";

/** From how many on the same number is seldom chance. */
const MANY = 10;

function tolls(a: EventSummary, b: EventSummary): number {
  let weight = 0;
  for (const effect of ["killed", "injured", "abducted", "missing"] as const) {
    const [x, y] = [a[effect][0], b[effect][0]];
    if (!x || !y) continue;
    const [few, many] = (x[0] ?? 0) <= (y[0] ?? 0) ? [x, y] : [y, x];
    const [least, most] = [few[0] ?? 0, many[0] ?? 0];
    if (sharesMany(a[effect], b[effect])) weight += W.tollOfMany;
    else if (least === most) weight += most > 0 ? W.toll : 0;
    else if (few[1] !== null && most - least > 2 && most > 2 * least) weight += W.otherToll; // "at least nine" may become 20
  }
  return weight;
}

/** A count of many that both give, first or later: "83 girls are missing, after 13 of the 96 escaped". */
function sharesMany(a: readonly Counted[], b: readonly Counted[]): boolean {
  return a.some(([x]) => x !== null && x >= MANY && b.some(([y]) => y === x));
}

/**
 * Whether two acts that reports of different stories are chiefly about may be one that happens seldom, told of again a long while later:
 * of one kind, and nothing of their days and places stands against it.
 */
export function mayBeOneSeldomAct(a: EventSummary, b: EventSummary): boolean {
  if (!DONE.has(a.status) || !DONE.has(b.status) || speaksAgainst(a, b)) return false;
  if (names(a, b) > 0 && kinship(a.type, b.type) >= 0.5) return true;
  if (a.gathered && b.gathered && rare(a, b) > 0) return kinship(a.type, b.type) > 0;
  return kinship(a.type, b.type) >= 0.9 && SELDOM.test(a.type);
}

/** Whether what two reports say of the day or the place of an act cannot be of one. */
export function speaksAgainst(a: EventSummary, b: EventSummary): boolean {
  if (names(a, b) > 0) return areDaysApart(a, b, MISDATED);
  return otherDays(a, b) || places(a, b) < 0;
}

const SELDOM = /^(violence\.(bombing|hijacking|coup|abduction)|hazard\.(collapse|explosion|landslide|earthquake|tsunami|eruption|flood))$/;

/** Share of the fewer words that both tell it with. */
function words(a: EventSummary, b: EventSummary): number {
  const [few, many] = a.words.length < b.words.length ? [a.words, new Set(b.words)] : [b.words, new Set(a.words)];
  if (few.length < 3) return 0;
  return few.filter((w) => many.has(w)).length / few.length - 0.25;
}

/** Where events are looked up that may be one though their reports are not one story: kind's family with place. */
export function lookups(event: EventSummary): readonly string[] {
  if (!event.place || COARSE.has(event.place.precision)) return [];
  return [`${event.type.slice(0, event.type.indexOf("."))} ${event.place.name.toLowerCase()}`];
}

/** The event of a report whose mentions share most with some evidence. */
export function eventAt(report: ReportSummary, ref: EventSummary["ref"]): EventSummary | null {
  let best: EventSummary | null = null;
  let most = 0;
  for (const event of report.events) {
    const n = event.ref.evidence.filter((m) => ref.evidence.some((e) => m[0] < e[1] && e[0] < m[1])).length;
    const all = n + (n && event.type === ref.type ? 0.5 : 0);
    if (all > most) [most, best] = [all, event];
  }
  return best;
}
