import { contains } from "../base/span.js";
import type { Event, Reading, TollStatement } from "../model/reading.js";
import type { Effect } from "../model/vocabulary.js";
import { candidatesOf } from "./candidates.js";
import { HARMS, type Lent, MOVES, OWN } from "./gatherings.js";
import type { Group, Member } from "./groups.js";
import { explained } from "./moves.js";
import { type RuleName, ruleBy, type Telling } from "./rules.js";
import { instant, type State } from "./state.js";
import { sumsOf } from "./sums.js";
import { scopeOf, tellingsOf, WHOLE } from "./tellings.js";
import type { Reckoning, SaidCount, TollHistory, TollPoint } from "./types.js";
import { standBehind, voiceOf, wordsOf } from "./voices.js";
import { reckonWeighed, type Weighed } from "./weighing.js";

/**
 * The toll histories of an event, the whole before its parts, deaths before injuries.
 *
 * @param lent whose tolls are told with its own, and which of its own are told elsewhere
 */
export function tollHistories(state: State, group: Group, rule: RuleName, lent: Lent = OWN): readonly TollHistory[] {
  const of = (members: readonly Member[]): TollPoint[] => members.flatMap((m) => pointsOf(state, m));
  const points = [
    ...of(group.members).filter((p) => !lent.without.has(p.effect)),
    ...of(lent.from).filter((p) => HARMS.has(p.effect)),
    ...of(lent.moved).filter((p) => MOVES.has(p.effect)),
  ];
  const effects = [...new Set(points.map((p) => p.effect))].sort((a, b) => order(a) - order(b));
  return effects.flatMap((effect) => {
    const of = points.filter((p) => p.effect === effect);
    const scopes = [...new Set(of.map(scopeOf))].sort((a, b) => Number(b === WHOLE) - Number(a === WHOLE) || (a < b ? -1 : 1));
    const dead = effect === "injured" ? points.filter((p) => p.effect === "killed") : [];
    const whole = (): Reckoning => everybody(group, points, effect, rule);
    const histories = scopes.map((scope) => {
      const inside = explained(inTime(of.filter((p) => scopeOf(p) === scope)), of);
      const everything = scope === WHOLE && !THINGS.has(effect);
      return {
        effect,
        scope,
        points: inside,
        counts: countsOf(inside),
        now: everything ? whole() : reckon(tellingsOf(inside, dead), inside, rule),
      };
    });
    if (scopes.includes(WHOLE) || THINGS.has(effect)) return histories;
    return [{ effect, scope: WHOLE, points: [], counts: [], now: whole() }, ...histories];
  });
}

/** Counts apart, in order of when each was first said. A breakdown is none of them. */
function countsOf(points: readonly TollPoint[]): readonly SaidCount[] {
  const by = new Map<string, TollPoint[]>();
  for (const p of points) {
    const key = `${p.count.low} ${p.count.high} ${p.partOf === null} ${p.change === "denial"}`;
    by.set(key, [...(by.get(key) ?? []), p]);
  }
  return [...by.values()].map((of) => ({
    low: of[0].count.low,
    high: of[0].count.high,
    statements: of.map((p) => p.statement),
    ...standBehind(of.map((p) => p.voice)),
  }));
}

/** How many of everybody, by the rule. */
function everybody(group: Group, points: readonly TollPoint[], effect: Effect, rule: RuleName): Reckoning {
  if (rule === "weighed" && (effect === "killed" || effect === "injured"))
    return reckonWeighed(weighed(group, points, effect), weighed(group, points, effect === "killed" ? "injured" : "killed"));
  const of = inTime(points.filter((p) => p.effect === effect));
  const dead = effect === "injured" ? inTime(points.filter((p) => p.effect === "killed")) : [];
  return reckon(tellingsOf(of, dead), of, rule);
}

/** What is weighed of how many an event killed or injured. */
export function weighedOf(state: State, group: Group, effect: "killed" | "injured"): Weighed {
  return weighed(
    group,
    group.members.flatMap((m) => pointsOf(state, m)),
    effect,
  );
}

function weighed(group: Group, points: readonly TollPoint[], effect: "killed" | "injured"): Weighed {
  const by = (e: Effect): readonly TollPoint[] => inTime(points.filter((p) => p.effect === e));
  const [of, dead] = [by(effect), effect === "injured" ? by("killed") : []];
  const best = (told: readonly TollPoint[], among: readonly TollPoint[]): number | null =>
    reckon(tellingsOf(told, among), told, "latest").best;
  const chief = group.members.filter((m) => m.reading.lead === m.event.id).map((m) => m.report);
  return {
    candidates: candidatesOf(of, dead),
    points: of,
    dead,
    injured: effect === "injured",
    reports: new Set(group.members.map((m) => m.report)).size,
    chief: new Set(chief),
    latest: best(of, dead),
    killed: best(dead, []) ?? 0,
    sums: sumsOf(group.members),
  };
}

/** What happens to things: kinds of things are not summed. */
const THINGS: ReadonlySet<Effect> = new Set(["destroyed", "damaged"]);
const EFFECT_ORDER: readonly Effect[] = [
  "killed",
  "injured",
  "missing",
  "abducted",
  "arrested",
  "displaced",
  "evacuated",
  "released",
  "affected",
  "destroyed",
  "damaged",
];
const order = (effect: Effect): number => EFFECT_ORDER.indexOf(effect);

function pointsOf(state: State, member: Member): TollPoint[] {
  const { reading, event } = member;
  const place = reading.places.find((p) => p.id === event.where);
  const site = place && SITES.has(place.precision) ? place.name : null;
  return reading.statements.flatMap((s) =>
    s.kind === "toll" && isOf(s, event) && s.part !== "teaser" ? [pointOf(state, reading, s, site)] : [],
  );
}

/** Whether a toll is the event's: by its reading, else where its own words mention the event ("the death toll of the attack"). */
export function isOf(s: TollStatement, event: Event): boolean {
  return s.event === event.id || (s.event === null && event.mentions.some((m) => contains(s.evidence, m)));
}

const SITES: ReadonlySet<string> = new Set(["site", "district"]);

function pointOf(state: State, reading: Reading, s: TollStatement, site: string | null): TollPoint {
  const voice = voiceOf(state, reading, s);
  const time = reading.times.find((t) => t.id === s.asOf);
  return {
    statement: s.id,
    effect: s.effect,
    count: s.count,
    who: s.who ? reading.report.text.slice(s.who[0], s.who[1]) : null,
    of: s.of,
    partOf: s.partOf,
    stance: voice.chain[0]?.stance ?? null,
    part: s.part,
    published: reading.report.published.value,
    asOf: time?.latest ?? null,
    voice,
    evidence: wordsOf(reading, s.evidence),
    number: wordsOf(reading, s.count.span),
    withAttackers: s.withAttackers,
    site,
    change: "first",
    because: null,
    replaces: null,
  };
}

export function inTime(points: readonly TollPoint[]): TollPoint[] {
  return [...points].sort(
    (a, b) =>
      said(a) - said(b) ||
      (a.voice.report < b.voice.report
        ? -1
        : a.voice.report > b.voice.report
          ? 1
          : a.evidence.span[0] - b.evidence.span[0] || a.number.span[0] - b.number.span[0]),
  );
}

function said(point: TollPoint): number {
  return instant(point.published);
}

/** A source's last word stands; what it said before does not. */
function reckon(all: readonly Telling[], points: readonly TollPoint[], name: RuleName): Reckoning {
  const none: Reckoning = {
    rule: name,
    low: null,
    best: null,
    high: null,
    used: [],
    left: points.map((p) => ({ statement: p.statement, why: "not a count that is asserted" })),
    beliefs: [],
  };
  if (!all.length) return none;
  const standing = all.filter((t, i) => !all.some((later, j) => j > i && later.origin === t.origin));
  const { used, ...numbers } = ruleBy(name).reckon(standing, all);
  const inputs = new Set(used.flatMap((t) => t.statements));
  return {
    rule: name,
    ...numbers,
    used: [...inputs],
    left: points.filter((p) => !inputs.has(p.statement)).map((p) => ({ statement: p.statement, why: whyLeft(p, all, standing, used) })),
    beliefs: [],
  };
}

function whyLeft(point: TollPoint, all: readonly Telling[], standing: readonly Telling[], used: readonly Telling[]): string {
  if (point.stance === "denies" || point.stance === "doubts") return "it denies or doubts a count";
  if (point.stance === "expects") return "it is a fear or a hope";
  if (point.partOf !== null) return "it is a part of a total";
  const own = all.find((t) => t.statements.includes(point.statement));
  if (own && !standing.includes(own)) return "its source gave a later count";
  if (own && !used.includes(own)) return "the rule takes another";
  return "its report gives another count for the whole";
}
