import { shortHash } from "../base/hash.js";
import { overlaps } from "../base/span.js";
import type { Actor, Reading } from "../model/reading.js";
import type { Role } from "../model/vocabulary.js";
import { actorOf, actsOf, bodyActor, isStage } from "./about.js";
import { accusedOf } from "./accused.js";
import { type Group, type Groups, groupsOf, type Member } from "./groups.js";
import { isName, plain, surname } from "./parts.js";
import { byPublished, type State } from "./state.js";
import type { EventAccount, Fate, Person, PersonPart } from "./types.js";
import { voiceOf, wordsOf } from "./voices.js";

interface Open {
  readonly names: string[];
  readonly keys: Set<string>;
  readonly roles: Set<Role>;
  readonly as: Set<PersonPart>;
  readonly actors: { readonly actor: Actor; readonly member: Member }[];
}

/**
 * People of each event, named or described, with what is said of them: victims, accused, those who claim it, officials and witnesses
 * who speak of it. An act's people are also those of the arrests and trials that are about it. Two people of one name in two events stay
 * two.
 */
export function people(state: State, accounts: readonly EventAccount[]): readonly Person[] {
  const wanted = new Set(accounts.map((a) => a.id));
  const groups = groupsOf(state);
  const stages = stagesBy(groups);
  const told = new Set([...stages].flatMap(([act, of]) => (wanted.has(act) ? of.map((m) => groups.of(m.report, m.event.id)?.id) : [])));
  return groups.all
    .filter((g) => wanted.has(g.id) && !(told.has(g.id) && g.members.every((m) => isStage(m.event))))
    .flatMap((group) => peopleOf(state, group, [...group.members, ...(stages.get(group.id) ?? [])]));
}

function stagesBy(groups: Groups): ReadonlyMap<string, readonly Member[]> {
  const by = new Map<string, Member[]>();
  for (const group of groups.all)
    for (const m of group.members)
      if (isStage(m.event)) for (const act of actsOf(groups, m)) by.set(act.id, [...(by.get(act.id) ?? []), m]);
  return by;
}

function peopleOf(state: State, group: Group, members: readonly Member[]): readonly Person[] {
  const open: Open[] = [];
  const accused = accusedBy(groupsOf(state));
  for (const member of members)
    for (const found of rolesIn(member)) enter(open, member, found, accused.get(`${member.report} ${found.actor.id}`) ?? null);
  return open.map((o) => person(state, group.id, o));
}

const made = new WeakMap<Groups, ReadonlyMap<string, string>>();

/** Which accused of the cases an actor of a report is: a 34-year-old driver of one report may be named in another. */
function accusedBy(groups: Groups): ReadonlyMap<string, string> {
  const known = made.get(groups);
  if (known) return known;
  const by = new Map<string, string>();
  accusedOf(groups).forEach((accused, i) => {
    if (accused.several) return;
    for (const { member, span } of accused.spans) {
      const actor =
        actorOf(member.reading, { actor: null, span }) ?? member.reading.actors.find((a) => a.mentions.some((m) => overlaps(m, span)));
      if (actor) by.set(`${member.report} ${actor.id}`, `accused ${i}`);
    }
    for (const actor of accused.actors) {
      const report = accused.members.find((m) => m.reading.actors.includes(actor))?.report;
      if (report) by.set(`${report} ${actor.id}`, `accused ${i}`);
    }
  });
  made.set(groups, by);
  return by;
}

interface Found {
  readonly actor: Actor;
  readonly role: Role | null;
  readonly as: PersonPart;
}

const AS: Partial<Record<Role, PersonPart>> = { victim: "victim", defendant: "accused", perpetrator: "accused" };

/** Who has a part in the event, and who speaks of it. */
function rolesIn({ reading, event }: Member): readonly Found[] {
  const fillers = event.roles.flatMap((filler): Found[] => {
    const actor = actorOf(reading, filler);
    const as = event.type === "justice.release" && filler.role === "victim" ? "freed" : (AS[filler.role] ?? "other");
    return actor?.kind === "person" ? [{ actor, role: filler.role, as }] : [];
  });
  const among = [...new Set([...fillers.map((f) => f.actor), ...reading.actors.filter((a) => a.kind === "person" && isName(a.name))])];
  const parts = fillers.map((f) => ({ ...f, actor: bodyActor(reading, f.actor, among) ?? f.actor }));
  return [...parts, ...speakersIn(reading, event.id)];
}

function speakersIn(reading: Reading, event: string): readonly Found[] {
  const said = reading.statements.filter((s) => s.event === event);
  return reading.attributions.flatMap((a) => {
    const actor = reading.actors.find((x) => x.id === a.source);
    if (actor?.kind !== "person" || !isName(actor.name) || !said.some((s) => s.attribution.includes(a.id))) return [];
    const as: PersonPart = a.stance === "claims" ? "claimant" : actor.standing === "witness" ? "witness" : official(actor);
    return [{ actor, role: null, as }];
  });
}

const OFFICIAL: ReadonlySet<Actor["standing"]> = new Set<Actor["standing"]>(["official", "police", "soldier"]);
const official = (actor: Actor): PersonPart => (OFFICIAL.has(actor.standing) ? "official" : "speaker");

function enter(open: Open[], member: Member, { actor, role, as }: Found, accused: string | null): void {
  const keys = isName(actor.name) ? [plain(actor.name), surname(actor.name)].filter(Boolean) : [`${member.report} ${actor.id}`];
  if (accused !== null) keys.unshift(accused);
  const known = open.find((o) => keys.some((k) => o.keys.has(k)) && agree(o, actor));
  const into = known ?? { names: [], keys: new Set<string>(), roles: new Set<Role>(), as: new Set<PersonPart>(), actors: [] };
  if (!known) open.push(into);
  into.names.push(actor.name);
  if (role) into.roles.add(role);
  into.as.add(as);
  for (const k of keys) into.keys.add(k);
  if (!into.actors.some((a) => a.actor === actor && a.member.report === member.report)) into.actors.push({ actor, member });
}

/** A father and a son share a name, not an age; ages a year or two apart may be one person's, told of years later. */
function agree(open: Open, actor: Actor): boolean {
  return open.actors.every(({ actor: a }) => a.age === null || actor.age === null || Math.abs(a.age - actor.age) <= 2);
}

function person(state: State, event: string, open: Open): Person {
  const name = [...open.names].sort((a, b) => Number(isName(b)) - Number(isName(a)) || b.length - a.length)[0];
  const first = <K extends "title" | "age" | "sex" | "minor">(key: K): Actor[K] | null =>
    open.actors.find((a) => a.actor[key] !== null)?.actor[key] ?? null;
  const actors = [...open.actors].sort((a, b) => byPublished(a.member.reading.report, b.member.reading.report));
  return {
    id: shortHash([event, plain(name)]).slice(0, 12),
    name,
    variants: variantsOf(actors, name),
    event,
    roles: [...open.roles],
    as: open.as.size > 1 ? [...open.as].filter((x) => x !== "other") : [...open.as],
    title: first("title"),
    age: first("age"),
    sex: first("sex"),
    minor: first("minor"),
    fates: actors.flatMap(({ actor, member }) => fatesOf(state, member.reading, actor)),
    said: actors.flatMap(({ actor, member }) => saidOf(state, member.reading, actor)),
  };
}

/** Other names, each with the words that give it. */
function variantsOf(actors: Open["actors"], name: string): Person["variants"] {
  const all = actors.flatMap(({ actor, member }) =>
    actor.mentions.map((m) => wordsOf(member.reading, m)).filter((w) => /\p{Lu}|\s/u.test(w.words) && plain(w.words) !== plain(name)),
  );
  return all.filter((w, i) => all.findIndex((v) => plain(v.words) === plain(w.words)) === i);
}

/** Statements whose words mention this actor. */
function saidOf(state: State, reading: Reading, actor: Actor): Person["said"] {
  return reading.statements
    .filter((s) => actor.mentions.some((m) => m[0] >= s.evidence[0] && m[1] <= s.evidence[1]))
    .map((s) => ({ statement: s.id, what: s.kind, voice: voiceOf(state, reading, s), evidence: wordsOf(reading, s.evidence) }));
}

/** What tolls say became of them: unharmed in one report and dead in the next is a history, no conflict. */
function fatesOf(state: State, reading: Reading, actor: Actor): readonly Fate[] {
  return reading.statements.flatMap((s) => {
    if (s.kind !== "toll" || (s.count.low ?? 0) > 1 || s.count.high === null || s.count.high > 1) return [];
    const counts = [s.count.span, ...(s.who ? [s.who] : [])];
    if (!actor.mentions.some((m) => counts.some((c) => overlaps(m, c)))) return [];
    const voice = voiceOf(state, reading, s);
    return [
      {
        effect: s.effect,
        spared: s.count.high === 0,
        published: reading.report.published.value,
        voice,
        statement: s.id,
        evidence: wordsOf(reading, s.evidence),
      },
    ];
  });
}
