import type { Span } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { Actor, Reading, RoleFiller } from "../model/reading.js";
import type { Role } from "../model/vocabulary.js";
import { actorOf, actsOf, bodyActor, isStage } from "./about.js";
import type { Groups, Member } from "./groups.js";
import { isName, plain, surname } from "./parts.js";

/** One accused over all reports: how reports call them, about which acts, in which stages. */
export interface Accused {
  readonly names: string[];
  readonly keys: Set<string>;
  readonly acts: Set<string>;
  /** Stages by their events' ids. */
  readonly stages: Set<string>;
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
          stages: new Set(),
          members: [],
          actors: [],
          spans: [],
          named: false,
          several: false,
        };
        if (!known) open.push(into);
        into.stages.add(group.id);
        enter(into, told, keys);
        for (const k of keys) if (!by.get(k)?.includes(into)) by.set(k, [...(by.get(k) ?? []), into]);
      }
  for (const group of groups.all) for (const member of group.members) letGo(by, group.id, member, groups);
  return shared(described(merged(open)));
}

/** "The second suspect, Omar Vale, was released without charge": an accused whom other reports name. Those freed from captors are accused of nothing. */
function letGo(by: ReadonlyMap<string, readonly Accused[]>, group: string, member: Member, groups: Groups): void {
  if (member.event.type !== "justice.release") return;
  for (const told of toldOf(groups, member, "victim")) {
    const known = told.named ? keysOf(told).flatMap((k) => by.get(k) ?? []) : [];
    const into = known.find((a) => sharesAct(a, told, group));
    if (!into || into.members.includes(member)) continue;
    into.stages.add(group);
    enter(into, told, keysOf(told));
  }
}

function toldOf(groups: Groups, member: Member, role: Role = "defendant"): Told[] {
  const { event, reading } = member;
  if (!isStage(event) || event.part === "teaser") return [];
  const acts = actsOf(groups, member).map((g) => g.id);
  const accused = event.roles.filter((r) => r.role === role).map((filler) => ({ filler, actor: actorOf(reading, filler) }));
  const others = accused.some((a) => a.actor?.kind !== "government");
  const ruling = new Set(
    reading.events.flatMap((e) => e.roles.flatMap((r) => (r.role === "authority" ? (actorOf(reading, r)?.id ?? []) : []))),
  );
  return accused.flatMap(({ filler, actor: told }) => {
    // "appeared before the High Court": a court that rules in the same report is accused of nothing
    if (told?.kind === "government" && (others || ruling.has(told.id))) return [];
    const whole = wholeOf(member, filler);
    const actor = whole ?? (told ? bodyActor(reading, told, accusedIn(reading)) : null) ?? told;
    const named = actor?.kind === "person" && isName(actor.name);
    const words = reading.report.text.slice(filler.span[0], filler.span[1]);
    // "people convicted of terrorism": a bare plural accuses nobody.
    if (!named && filler.count === null && !/\s/u.test(words.trim()) && !/\p{Lu}/u.test(words)) return [];
    return [{ member, filler, actor, named, name: named ? actor.name : (whole?.name ?? words), acts }];
  });
}

function accusedIn(reading: Reading): readonly Actor[] {
  const fillers = reading.events.filter(isStage).flatMap((e) => e.roles.filter((r) => r.role === "defendant"));
  return [...new Set(fillers.flatMap((f) => actorOf(reading, f) ?? []))];
}

/** "One of them": the accused of the same report of whom it is one, by whom it names; else those told of last before it. */
function wholeOf(member: Member, filler: RoleFiller): Actor | null {
  const groups = accusedIn(member.reading).filter((a) => a.kind === "group" && a.id !== filler.actor);
  const inside = (a: Actor): boolean =>
    a.mentions.some((m) => m[0] > filler.span[0] && m[1] <= filler.span[1] && m[1] - m[0] < filler.span[1] - filler.span[0]);
  const named = groups.find(inside);
  if (named || filler.actor !== null || !endsInMany(member, filler)) return named ?? null;
  const before = (a: Actor): number => Math.max(-1, ...a.mentions.filter((m) => m[1] <= filler.span[0]).map((m) => m[0]));
  return groups.filter((a) => before(a) >= 0).sort((a, b) => before(b) - before(a))[0] ?? null;
}

let plurals: ReadonlySet<string> | null = null;

/** "One of them", whomever the report means by "them". */
function endsInMany({ reading }: Member, { span }: RoleFiller): boolean {
  plurals ??= new Set(loadTable("pronouns").rows.flatMap((r) => (r.class === "third" && r.number === "many" ? [r.word] : [])));
  const words = reading.report.text.slice(span[0], span[1]).toLowerCase().split(/\s+/u);
  return words.length > 1 && plurals.has(words[words.length - 1]);
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

/** Who may be whom: the sure first. */
const LIKENESS: readonly ((named: Accused, one: Accused) => boolean)[] = [
  sameAge,
  (named, one) => agree(named, one) && shares(named.stages, one.stages), // "the man who was arrested on Monday"
  (named, one) => agree(named, one) && !oneReport(named, one),
];

/** "the 27-year-old suspect" of one report is the named 27-year-old of another, where the named is the only one whom it can mean. */
function described(all: readonly Accused[]): readonly Accused[] {
  const of = new Map<string, Accused[]>();
  for (const a of all) if (a.named) for (const act of [...a.acts, ...a.stages]) of.set(act, [...(of.get(act) ?? []), a]);
  const gone = new Set<Accused>();
  for (const alike of LIKENESS)
    for (const one of all) {
      if (one.named || one.several || gone.has(one)) continue;
      const named = [...new Set([...one.acts, ...one.stages].flatMap((act) => of.get(act) ?? []))];
      const fit = named.filter((n) => !n.several && alike(n, one));
      if (fit.length !== 1) continue;
      absorb(fit[0], one);
      gone.add(one);
      for (const act of [...one.acts, ...one.stages]) if (!of.get(act)?.includes(fit[0])) of.set(act, [...(of.get(act) ?? []), fit[0]]);
    }
  return all.filter((a) => !gone.has(a));
}

/**
 * "Two men" are the two whom the same report names as accused of the same act, where it names just so many: what was done to them was done
 * to each.
 */
function shared(all: readonly Accused[]): readonly Accused[] {
  return all.filter((one) => {
    const many = howMany(one);
    if (one.named || many === null) return true;
    const fit = all.filter((a) => a.named && !a.several && oneReport(a, one) && shares(a.acts, one.acts));
    if (fit.length !== many) return true;
    for (const a of fit) {
      for (const s of one.stages) a.stages.add(s);
      a.members.push(...one.members);
      a.spans.push(...one.spans);
    }
    return false;
  });
}

/** How many are meant, where reports say it of more than one, and agree. */
function howMany(accused: Accused): number | null {
  const said = new Set(
    accused.spans.flatMap(({ member, span }) => {
      const count = member.event.roles.find((r) => r.role === "defendant" && r.span === span)?.count;
      return count?.low != null && count.low === count.high ? [count.low] : [];
    }),
  );
  const [only] = said;
  return said.size === 1 && only > 1 ? only : null;
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
  for (const s of other.stages) into.stages.add(s);
  into.members.push(...other.members);
  into.actors.push(...other.actors);
  into.spans.push(...other.spans);
  into.several ||= other.several;
}

function shares<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const x of a) if (b.has(x)) return true;
  return false;
}
