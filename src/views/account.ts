import type { Event } from "../model/reading.js";
import { type EventType, LINK_RELATIONS, STATUSES, type Status } from "../model/vocabulary.js";
import { isStage, mayBeAbout } from "./about.js";
import { casesOf } from "./cases.js";
import { creditOf } from "./credits.js";
import { disputesOf, labelsOf } from "./disputes.js";
import { type Lent, lentTo } from "./gatherings.js";
import { type Group, type Groups, groupsOf, type Member } from "./groups.js";
import { partsOf, surname } from "./parts.js";
import type { RuleName } from "./rules.js";
import { byPublished, instant, type State } from "./state.js";
import { asserted } from "./tellings.js";
import { isOf, tollHistories } from "./tolls.js";
import type { EventAccount, EventLink, Telling, When, Where, Words } from "./types.js";
import { originOf, speakerKey, voiceOf, wordsOf } from "./voices.js";

export interface AccountOptions {
  /** How low, best and high are reckoned; `latest` where unsaid. */
  readonly rule?: RuleName;
}

/** An account of every event: those that some report is chiefly about first, then by date (latest first), then by id. */
export function eventAccounts(state: State, options: AccountOptions = {}): readonly EventAccount[] {
  const groups = groupsOf(state);
  const links = linksOf(groups);
  const casesBy = casesByEvent(state, groups);
  const accounts = groups.all.map((group) =>
    account(state, group, {
      links: links.get(group.id) ?? [],
      cases: casesBy.get(group.id) ?? [],
      lent: lentTo(groups, links, group),
      rule: options.rule ?? "latest",
    }),
  );
  return accounts.sort(
    (a, b) =>
      Number(b.chief) - Number(a.chief) ||
      compare(b.when.latest ?? "", a.when.latest ?? "") ||
      b.reports.length - a.reports.length ||
      compare(a.id, b.id),
  );
}

/** The account that an id, an older id or the start of one calls; `null` where none or more than one does. */
export function findAccount(accounts: readonly EventAccount[], id: string): EventAccount | null {
  const exact = accounts.find((a) => a.id === id) ?? accounts.find((a) => a.ids.includes(id));
  if (exact || id.length < 4) return exact ?? null;
  const found = accounts.filter((a) => a.ids.some((i) => i.startsWith(id)));
  return found.length === 1 ? found[0] : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What an account holds beside its own members' words. */
interface Beside {
  readonly links: readonly EventLink[];
  readonly cases: readonly string[];
  readonly lent: Lent;
  readonly rule: RuleName;
}

function account(state: State, group: Group, { links, cases, lent, rule }: Beside): EventAccount {
  const { members } = group;
  const types = typesOf(members);
  const statements = members.flatMap((m) =>
    m.reading.statements.filter((s) => s.event === m.event.id || (s.kind === "toll" && isOf(s, m.event))).map((s) => ({ m, s })),
  );
  const voices = statements.map(({ m, s }) => voiceOf(state, m.reading, s));
  const tolls = tollHistories(state, group, rule, lent);
  const labels = labelsOf(state, group);
  const wheres = wheresOf(members);
  const reports = tellingsOf(state, members);
  const parts = partsOf(state, group);
  return {
    id: group.id,
    ids: group.ids,
    type: types[0].type,
    types,
    status: statusOf(members),
    title: titleOf(members),
    where: wheres[0] ?? null,
    country: wheres.find((w) => w.country)?.country ?? mostSaid(members.flatMap((m) => m.event.country ?? [])),
    elsewhere: wheres.slice(1),
    when: whenOf(members),
    parts,
    tolls,
    namedDead: namedDead(tolls),
    labels,
    disputes: disputesOf(state, group, tolls, labels),
    links,
    reports,
    statements: statements.map(({ s }) => s.id),
    sources: {
      outlets: new Set(reports.flatMap((r) => r.outlet ?? [])).size,
      speakers: new Set(voices.filter((v) => v.chain.length && v.chain[0].name).map(speakerKey)).size,
      independent: new Set([...voices.map((v) => v.origin), ...(voices.length ? [] : reports.map((r) => r.origin))]).size,
    },
    cases,
    chief: members.some((m) => m.reading.lead === m.event.id),
  };
}

function namedDead(tolls: EventAccount["tolls"]): readonly Words[] {
  const points = tolls.filter((t) => t.effect === "killed").flatMap((t) => t.points);
  const named = points.filter((p) => p.who !== null && surname(p.who) !== "" && asserted(p));
  const first = named.filter((p, i) => named.findIndex((q) => surname(q.who ?? "") === surname(p.who ?? "")) === i);
  return first.map((p) => ({ ...p.number, words: p.who ?? "" })).map((w, i) => wordsNamed(w, first[i].evidence));
}

/** The name's own span, inside the words that tell of the death. */
function wordsNamed(name: Words, evidence: Words): Words {
  const at = evidence.words.indexOf(name.words);
  return at < 0 ? evidence : { ...name, span: [evidence.span[0] + at, evidence.span[0] + at + name.words.length] };
}

/** Kinds by how many reports give them, leads counting double; of equals the one said first. */
function typesOf(members: readonly Member[]): readonly { type: EventType; reports: number }[] {
  const weight = new Map<EventType, { reports: number; weight: number }>();
  for (const m of members) {
    const known = weight.get(m.event.type) ?? { reports: 0, weight: 0 };
    weight.set(m.event.type, { reports: known.reports + 1, weight: known.weight + (m.reading.lead === m.event.id ? 2 : 1) });
  }
  return [...weight.entries()].sort(([, a], [, b]) => b.weight - a.weight).map(([type, { reports }]) => ({ type, reports }));
}

/** What most tellings say; of equals, what comes first in the vocabulary: an act that occurred before one that may. */
function statusOf(members: readonly Member[]): Status {
  const said = members.map((m) => m.event.status);
  return [...STATUSES].sort((a, b) => said.filter((s) => s === b).length - said.filter((s) => s === a).length)[0];
}

function mostSaid(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function titleOf(members: readonly Member[]): EventAccount["title"] {
  const chief = members.find((m) => m.reading.lead === m.event.id);
  if (chief) {
    const { title, parts, text, id } = chief.reading.report;
    const headline = parts.find((p) => p.part === "headline");
    const words = title ?? (headline ? text.slice(...headline.span) : null);
    if (words) return { text: words.replace(/\s+/gu, " ").trim(), report: id };
  }
  const { reading, event, report } = members[0];
  const statement = reading.statements.find((s) => s.event === event.id);
  const span = statement?.evidence ?? event.mentions[0] ?? [0, 0];
  return { text: shorten(reading.report.text.slice(span[0], span[1])), report };
}

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, " ").trim();
  return flat.length <= 90 ? flat : `${flat.slice(0, flat.lastIndexOf(" ", 88))} …`;
}

const FINENESS = ["site", "town", "district", "region", "area", "country"];

/** Places by how many tellings name them, then the finer one. A country does not stand against a town. */
function wheresOf(members: readonly Member[]): Where[] {
  const found = new Map<string, { where: Where; weight: number }>();
  for (const m of members) {
    const place = m.reading.places.find((p) => p.id === m.event.where);
    if (!place) continue;
    const key = place.geonames ?? place.name.toLowerCase();
    const known = found.get(key);
    const evidence = wordsOf(m.reading, place.span);
    const { name, geonames, lat, lon, country, admin1, precision } = place;
    found.set(key, {
      where: { name, geonames, lat, lon, country, admin1, precision, evidence: [...(known?.where.evidence ?? []), evidence] },
      weight: (known?.weight ?? 0) + (m.reading.lead === m.event.id ? 2 : 1),
    });
  }
  const coarse = (w: Where): number => Number(w.precision === "country" || w.precision === "area");
  return [...found.values()]
    .sort(
      (a, b) =>
        coarse(a.where) - coarse(b.where) ||
        b.weight - a.weight ||
        FINENESS.indexOf(a.where.precision) - FINENESS.indexOf(b.where.precision),
    )
    .map((f) => f.where);
}

/**
 * The dates that most tellings give, "in November" standing behind a day of November too; of equals the narrower; a closed interval
 * before an open one.
 */
function whenOf(members: readonly Member[]): When {
  const counts = new Map<string, { n: number; m: Member }>();
  for (const m of members) {
    if (!m.event.earliest && !m.event.latest) continue;
    const key = `${m.event.earliest} ${m.event.latest}`;
    counts.set(key, { n: (counts.get(key)?.n ?? 0) + 1, m: counts.get(key)?.m ?? m });
  }
  const all = [...counts.values()];
  const behind = (c: { m: Member }): number => all.reduce((sum, o) => sum + (o.m === c.m || isWithin(c.m.event, o.m.event) ? o.n : 0), 0);
  const weighed = new Map(all.map((c) => [c, behind(c)]));
  const best = all.sort(
    (a, b) =>
      closed(b.m.event) - closed(a.m.event) ||
      (weighed.get(b) ?? 0) - (weighed.get(a) ?? 0) ||
      b.n - a.n ||
      days(a.m.event) - days(b.m.event),
  )[0];
  if (!best) return { earliest: null, latest: null, clock: members.find((m) => m.event.clock)?.event.clock ?? null, evidence: [] };
  const { earliest, latest } = best.m.event;
  // "Wednesday night" of what another report dates otherwise is no hour of this day
  const clock = members.find((m) => m.event.clock && m.event.earliest === earliest && m.event.latest === latest)?.event.clock ?? null;
  const evidence = members
    .filter((m) => m.event.earliest === earliest && m.event.latest === latest)
    .flatMap((m) => m.reading.times.filter((t) => t.id === m.event.when).map((t) => wordsOf(m.reading, t.span)));
  return { earliest, latest, clock, evidence };
}

/** Whether the days of one telling lie within another's, which both tell whole. */
function isWithin(a: Event, b: Event): boolean {
  if (closed(a) === 0 || closed(b) === 0 || (a.earliest === b.earliest && a.latest === b.latest)) return false;
  return (b.earliest ?? "") <= (a.earliest ?? "") && (a.latest ?? "") <= (b.latest ?? "");
}

const closed = (e: Event): number => Number(e.earliest !== null && e.latest !== null);
const days = (e: Event): number => (e.earliest && e.latest ? instant(e.latest) - instant(e.earliest) : Number.MAX_SAFE_INTEGER);

function tellingsOf(state: State, members: readonly Member[]): readonly Telling[] {
  const by = new Map<string, Telling>();
  const rank = { lead: 0, further: 1, background: 2 };
  for (const m of members) {
    const { id, outlet, published, title } = m.reading.report;
    const as = m.reading.lead === m.event.id ? "lead" : m.event.background || m.event.part === "teaser" ? "background" : "further";
    const known = by.get(id);
    if (known && rank[known.as] <= rank[as]) continue;
    by.set(id, {
      report: id,
      outlet,
      agency: creditOf(m.reading.report),
      published: published.value,
      title,
      as,
      origin: originOf(state, id),
    });
  }
  return [...by.values()].sort((a, b) => byPublished(state.reports.get(a.report) as never, state.reports.get(b.report) as never));
}

/** Links of readings, between the events that they ended in. */
function linksOf(groups: Groups): ReadonlyMap<string, readonly EventLink[]> {
  const links = new Map<string, EventLink[]>();
  const add = (id: string, link: EventLink): void => {
    const known = links.get(id) ?? [];
    if (!known.some((l) => l.to === link.to && l.relation === link.relation && l.direction === link.direction)) known.push(link);
    links.set(id, known);
  };
  for (const group of groups.all) {
    for (const m of group.members) {
      for (const { to, relation } of m.event.links) {
        const other = groups.of(m.report, to);
        if (!other || other.id === group.id || (relation === "about" && (isAnswered(m, to) || !mayLink(groups, m, other)))) continue;
        add(group.id, { to: other.id, relation, direction: "out" });
        add(other.id, { to: group.id, relation, direction: "in" });
      }
    }
  }
  for (const list of links.values())
    list.sort(
      (a, b) =>
        LINK_RELATIONS.indexOf(a.relation) - LINK_RELATIONS.indexOf(b.relation) || compare(a.direction, b.direction) || compare(a.to, b.to),
    );
  return links;
}

/** What is revenge for a raid, or follows it, is not what the raid was about. */
function isAnswered({ reading, event }: Member, to: string): boolean {
  const act = reading.events.find((e) => e.id === to);
  return act?.links.some((l) => l.to === event.id && (l.relation === "revenge-for" || l.relation === "follows")) ?? false;
}

/** A stage is about an act that it can be about; charges that nobody brought are about none. */
function mayLink(groups: Groups, member: Member, act: Group): boolean {
  return !isStage(member.event) || (member.event.status !== "not-occurred" && mayBeAbout(groups, member, act));
}

function casesByEvent(state: State, groups: Groups): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>();
  for (const c of casesOf(state, groups)) {
    for (const id of new Set([...(c.event ? [c.event] : []), ...c.stages.flatMap((s) => s.events)]))
      by.set(id, [...(by.get(id) ?? []), c.id]);
  }
  return by;
}
