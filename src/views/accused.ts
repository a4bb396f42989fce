import type { Span } from "../base/span.js";
import type { Actor, RoleFiller } from "../model/reading.js";
import type { EventType } from "../model/vocabulary.js";
import type { Groups, Member } from "./groups.js";
import { isName, plain, surname } from "./parts.js";

/** Kinds of events that are stages of a case, in the order of the law. */
export const STAGES: readonly EventType[] = [
  "security.arrest",
  "security.surrender",
  "justice.investigation",
  "justice.charge",
  "justice.extradition",
  "justice.trial",
  "justice.acquittal",
  "justice.conviction",
  "justice.sentence",
  "justice.appeal",
  "justice.release",
  "justice.execution",
];

/** One accused over all reports: how reports call them, about which acts, in which stages. */
export interface Accused {
  readonly names: string[];
  readonly keys: Set<string>;
  readonly acts: Set<string>;
  readonly members: Member[];
  readonly actors: Actor[];
  /** Where each telling names the accused. */
  readonly spans: { readonly member: Member; readonly span: Span }[];
  /** Whether some report gives a name. */
  named: boolean;
  /** Whether more than one person is meant: "12 men". */
  several: boolean;
}

interface Told {
  readonly member: Member;
  readonly filler: RoleFiller;
  readonly actor: Actor | null;
  readonly named: boolean;
  readonly name: string;
  readonly acts: readonly string[];
}

/**
 * Accused over all reports. Two of one name stay two unless they share an act, a report or a joined stage. Somebody described is the named
 * one where they are accused of one act and what is said of them agrees; whom one report tells apart from the named one stays apart.
 */
export function accusedOf(groups: Groups): readonly Accused[] {
  const open: Accused[] = [];
  const by = new Map<string, Accused[]>();
  for (const group of groups.all)
    for (const member of group.members)
      for (const told of toldOf(groups, member)) {
        const keys = keysOf(told);
        const known = keys.flatMap((k) => by.get(k) ?? []).find((a) => !told.named || sharesAct(a, told, group.id));
        const into = known ?? {
          names: [],
          keys: new Set(),
          acts: new Set(),
          members: [],
          actors: [],
          spans: [],
          named: false,
          several: false,
        };
        if (!known) open.push(into);
        enter(into, told, keys);
        for (const k of keys) if (!by.get(k)?.includes(into)) by.set(k, [...(by.get(k) ?? []), into]);
      }
  return described(merged(open));
}

function toldOf(groups: Groups, member: Member): Told[] {
  const { event, reading } = member;
  if (!STAGES.includes(event.type) || event.part === "teaser") return [];
  const acts = actsOf(groups, member);
  return event.roles.flatMap((filler) => {
    if (filler.role !== "defendant") return [];
    const actor = reading.actors.find((a) => a.id === filler.actor) ?? null;
    const named = actor?.kind === "person" && isName(actor.name);
    const words = reading.report.text.slice(filler.span[0], filler.span[1]);
    // "people convicted of terrorism": a bare plural accuses nobody.
    if (!named && filler.count === null && !/\s/u.test(words.trim()) && !/\p{Lu}/u.test(words)) return [];
    return [{ member, filler, actor: wholeOf(member, filler) ?? actor, named, name: named ? actor.name : words, acts }];
  });
}

/** "One of them": the accused of the same report of whom it is one. */
function wholeOf(member: Member, filler: RoleFiller): Actor | null {
  const { actors, events } = member.reading;
  const accused = new Set(
    events.flatMap((e) => e.roles.filter((r) => r.role === "defendant" && r.actor !== filler.actor).map((r) => r.actor)),
  );
  const inside = (a: Actor): boolean =>
    a.mentions.some((m) => m[0] > filler.span[0] && m[1] <= filler.span[1] && m[1] - m[0] < filler.span[1] - filler.span[0]);
  return actors.find((a) => a.kind === "group" && accused.has(a.id) && inside(a)) ?? null;
}

/** By which names an accused is found again; one without a name only in the same report, or by the same words about the same act. */
function keysOf({ member, actor, named, name, acts }: Told): readonly string[] {
  if (named) return [plain(name), surname(name)].filter(Boolean);
  return [`${member.report} ${actor?.id ?? plain(name)}`, ...acts.map((act) => `${act} ${plain(name)}`)];
}

function enter(into: Accused, told: Told, keys: readonly string[]): void {
  into.names.push(told.name);
  for (const k of keys) into.keys.add(k);
  for (const act of told.acts) into.acts.add(act);
  into.members.push(told.member);
  into.spans.push({ member: told.member, span: told.filler.span });
  if (told.actor) into.actors.push(told.actor);
  into.named ||= told.named;
  into.several ||= told.actor?.kind === "group" || (told.filler.count?.low ?? 1) > 1;
}

function sharesAct(accused: Accused, { acts, member }: Told, stage: string): boolean {
  if (!acts.length || !accused.acts.size) return true;
  return acts.some((a) => accused.acts.has(a)) || accused.acts.has(stage) || accused.members.some((m) => m.report === member.report);
}

/** Accused of one name who share a report or an act after all were gathered are one: their stages came in another order. */
function merged(all: readonly Accused[]): Accused[] {
  const by = new Map<string, Accused[]>();
  const out: Accused[] = [];
  for (const accused of all) {
    const alike = new Set([...accused.keys].flatMap((k) => by.get(k) ?? []));
    const same = [...alike].find((o) => shares(o.acts, accused.acts) || oneReport(o, accused));
    const into = same ?? accused;
    if (same) absorb(same, accused);
    else out.push(accused);
    for (const k of into.keys) if (!by.get(k)?.includes(into)) by.set(k, [...(by.get(k) ?? []), into]);
  }
  return out;
}

/** "the 27-year-old suspect" of one report is the named 27-year-old of another, where the named is the only one whom it can mean. */
function described(all: readonly Accused[]): readonly Accused[] {
  const of = new Map<string, Accused[]>();
  for (const a of all) if (a.named) for (const act of a.acts) of.set(act, [...(of.get(act) ?? []), a]);
  const gone = new Set<Accused>();
  for (const sure of [true, false])
    for (const one of all) {
      if (one.named || one.several || gone.has(one)) continue;
      const named = [...new Set([...one.acts].flatMap((act) => of.get(act) ?? []))];
      const fit = named.filter((n) => !n.several && (sure ? sameAge(n, one) : agree(n, one) && !oneReport(n, one)));
      if (fit.length !== 1) continue;
      absorb(fit[0], one);
      gone.add(one);
    }
  return all.filter((a) => !gone.has(a));
}

function sameAge(a: Accused, b: Accused): boolean {
  return agree(a, b) && a.actors.some((x) => x.age !== null && b.actors.some((y) => y.age === x.age));
}

/** Whether ages and sexes, as said, can be one person's. */
function agree(a: Accused, b: Accused): boolean {
  return a.actors.every((x) =>
    b.actors.every(
      (y) =>
        (x.age === null || y.age === null || Math.abs(x.age - y.age) <= 1) &&
        (x.sex === null || y.sex === null || x.sex === y.sex) &&
        (x.minor === null || y.minor === null || x.minor === y.minor),
    ),
  );
}

function oneReport(a: Accused, b: Accused): boolean {
  return a.members.some((m) => b.members.some((n) => n.report === m.report));
}

function absorb(into: Accused, other: Accused): void {
  into.names.push(...other.names);
  for (const k of other.keys) into.keys.add(k);
  for (const a of other.acts) into.acts.add(a);
  into.members.push(...other.members);
  into.actors.push(...other.actors);
  into.spans.push(...other.spans);
  into.several ||= other.several;
}

function shares<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const x of a) if (b.has(x)) return true;
  return false;
}

/** The acts that a stage is about: what its links say, else the lead of its report where that is an act which it can be about. */
function actsOf(groups: Groups, member: Member): readonly string[] {
  const linked = member.event.links.filter((l) => l.relation === "about").flatMap((l) => groups.of(member.report, l.to) ?? []);
  const acts = linked.filter((g) => !STAGES.includes(g.members[0].event.type)).map((g) => g.id);
  if (acts.length) return acts;
  const lead = groups.of(member.report, member.reading.lead);
  return lead && !STAGES.includes(lead.members[0].event.type) && !member.event.background && mayBeAbout(member, lead.members)
    ? [lead.id]
    : [];
}

/** No stage comes before its act; what has an offence and a town of its own is about something else. */
function mayBeAbout({ event, reading }: Member, act: readonly Member[]): boolean {
  const began = act.map((m) => m.event.earliest).find((d) => d !== null) ?? null;
  if (began !== null && event.earliest !== null && event.earliest < began) return false;
  const where = reading.places.find((p) => p.id === event.where);
  const elsewhere = where !== undefined && act.every((m) => m.reading.places.find((p) => p.id === m.event.where)?.name !== where.name);
  return !(elsewhere && event.roles.some((r) => r.role === "offence"));
}
