import { shortHash } from "../base/hash.js";
import type { EventType, Role } from "../model/vocabulary.js";
import { type Groups, groupsOf, type Member } from "./groups.js";
import { plain, surname, voicesOf } from "./parts.js";
import { instant, type State } from "./state.js";
import type { Case, CaseStage, EventAccount, Voice, Words } from "./types.js";
import { voiceOf, wordsOf } from "./voices.js";

/** Kinds of events that are stages of a case, in the order of the law. */
const STAGES: readonly EventType[] = [
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

interface Accused {
  readonly names: string[];
  readonly keys: Set<string>;
  readonly acts: Set<string>;
  readonly members: Member[];
}

/** Cases, the one with the latest stage first. Nobody is guilty here: a stage says what a court or the police did, and who says so. */
export function cases(state: State, _accounts: readonly EventAccount[] = []): readonly Case[] {
  return casesOf(state, groupsOf(state));
}

const made = new WeakMap<Groups, readonly Case[]>();

export function casesOf(state: State, groups: Groups): readonly Case[] {
  const known = made.get(groups);
  if (known) return known;
  const accused = accusedOf(groups);
  const out = accused.map((a) => caseOf(state, groups, a)).filter((c) => c.stages.length > 0);
  const last = (c: Case): number => Math.max(...c.stages.map((s) => (s.latest ? instant(s.latest) : 0)));
  out.sort((a, b) => last(b) - last(a) || b.stages.length - a.stages.length || (a.id < b.id ? -1 : 1));
  made.set(groups, out);
  return out;
}

/**
 * One accused over all reports: stages of one defendant of that name, about one act; or, where nobody is named, stages of one report
 * about one act. Two of one name stay two unless they share an act or a joined stage.
 */
function accusedOf(groups: Groups): Accused[] {
  const all: Accused[] = [];
  for (const group of groups.all) {
    for (const member of group.members) {
      if (!STAGES.includes(member.event.type) || member.event.part === "teaser") continue;
      const acts = actsOf(groups, member);
      const defendants = member.event.roles.filter((r) => r.role === "defendant");
      for (const d of defendants) {
        const actor = member.reading.actors.find((a) => a.id === d.actor);
        const person = actor?.kind === "person" && /\p{Lu}/u.test(actor.name);
        const name = person ? actor.name : member.reading.report.text.slice(d.span[0], d.span[1]);
        const keys = person
          ? [plain(name), surname(name)].filter(Boolean)
          : [`${member.report} ${d.actor ?? plain(name)}`, ...acts.map((act) => `${act} ${plain(name)}`)];
        const same = all.find((a) => keys.some((k) => a.keys.has(k)) && (!person || sharesAct(a, acts, group.id, member)));
        const into = same ?? { names: [], keys: new Set<string>(), acts: new Set<string>(), members: [] };
        if (!same) all.push(into);
        into.names.push(name);
        for (const k of keys) into.keys.add(k);
        for (const act of acts) into.acts.add(act);
        into.members.push(member);
      }
    }
  }
  return merged(all);
}

/** Accused of one name who share a report or an act after all were gathered are one: their stages came in another order. */
function merged(all: readonly Accused[]): Accused[] {
  const out: Accused[] = [];
  for (const accused of all) {
    const same = out.find(
      (o) =>
        shares(o.keys, accused.keys) &&
        (shares(o.acts, accused.acts) || accused.members.some((m) => o.members.some((n) => n.report === m.report))),
    );
    if (!same) {
      out.push(accused);
      continue;
    }
    same.names.push(...accused.names);
    for (const k of accused.keys) same.keys.add(k);
    for (const a of accused.acts) same.acts.add(a);
    same.members.push(...accused.members);
  }
  return out;
}

function shares<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const x of a) if (b.has(x)) return true;
  return false;
}

function sharesAct(accused: Accused, acts: readonly string[], stage: string, member: Member): boolean {
  if (!acts.length || !accused.acts.size) return true;
  return acts.some((a) => accused.acts.has(a)) || accused.acts.has(stage) || accused.members.some((m) => m.report === member.report);
}

/** The acts that a stage is about: what its links say, else the lead of its report where that is an act. */
function actsOf(groups: Groups, member: Member): string[] {
  const linked = member.event.links.filter((l) => l.relation === "about").flatMap((l) => groups.of(member.report, l.to) ?? []);
  const acts = linked.filter((g) => !STAGES.includes(g.members[0].event.type)).map((g) => g.id);
  if (acts.length) return acts;
  const lead = groups.of(member.report, member.reading.lead);
  return lead && !STAGES.includes(lead.members[0].event.type) && !member.event.background ? [lead.id] : [];
}

function caseOf(state: State, groups: Groups, accused: Accused): Case {
  const by = new Map<string, Member[]>();
  for (const m of accused.members) {
    const key = [...by.entries()].find(([, of]) => of.some((x) => oneStage(x, m)))?.[0] ?? groups.of(m.report, m.event.id)?.id ?? m.key;
    by.set(key, [...(by.get(key) ?? []), m]);
  }
  const stages = [...by.entries()].map(([event, members]) => stage(state, event, members));
  const at = (s: CaseStage): number =>
    s.status === "planned" || s.status === "possible" ? Number.MAX_SAFE_INTEGER : instant(s.earliest ?? s.latest);
  stages.sort((a, b) => at(a) - at(b) || STAGES.indexOf(a.type) - STAGES.indexOf(b.type) || (a.event < b.event ? -1 : 1));
  const defendant = [...accused.names].sort((a, b) => Number(/^\p{Lu}/u.test(b)) - Number(/^\p{Lu}/u.test(a)) || b.length - a.length)[0];
  return {
    id: shortHash([accused.members[0].key, plain(defendant)]).slice(0, 12),
    defendant,
    variants: [...new Set(accused.names)].filter((n) => n !== defendant),
    event: [...accused.acts][0] ?? null,
    stages,
    denials: denialsOf(state, accused),
  };
}

/** Two tellings of one stage: one kind, and the same last day in one report. */
function oneStage(a: Member, b: Member): boolean {
  return a.report === b.report && a.event.type === b.event.type && a.event.latest === b.event.latest && a.event.status === b.event.status;
}

function stage(state: State, event: string, members: readonly Member[]): CaseStage {
  const words = (role: Role): Words[] =>
    distinct(members.flatMap((m) => m.event.roles.filter((r) => r.role === role).map((r) => wordsOf(m.reading, r.span))));
  const dated = members.find((m) => m.event.earliest && m.event.latest) ?? members[0];
  const voices: Voice[] = members.flatMap((m) => voicesOf(state, m));
  return {
    event,
    type: members[0].event.type,
    status: members[0].event.status,
    earliest: dated.event.earliest,
    latest: dated.event.latest,
    authority: words("authority"),
    offence: words("offence"),
    penalty: words("penalty"),
    voices: voices.filter((v, i) => voices.findIndex((w) => w.text === v.text && w.report === v.report) === i),
    evidence: members.flatMap((m) => evidenceOf(m)),
  };
}

function evidenceOf(m: Member): Words[] {
  const statements = m.reading.statements.filter((s) => s.kind === "event" && s.event === m.event.id);
  return statements.length
    ? statements.map((s) => wordsOf(m.reading, s.evidence))
    : m.event.mentions.slice(0, 1).map((x) => wordsOf(m.reading, x));
}

function distinct(words: readonly Words[]): Words[] {
  return words.filter((w, i) => words.findIndex((v) => plain(v.words) === plain(w.words)) === i);
}

/** What the accused, or somebody for the accused, denies in the reports of the case. */
function denialsOf(state: State, accused: Accused): Case["denials"] {
  const readings = [...new Set(accused.members.map((m) => m.reading))];
  return readings.flatMap((reading) => {
    const events = new Set(
      accused.members.filter((m) => m.reading === reading).flatMap((m) => [m.event.id, ...m.event.links.map((l) => l.to)]),
    );
    return reading.statements.flatMap((s) => {
      const voice = voiceOf(state, reading, s);
      const own = voice.chain[0]?.name && [plain(voice.chain[0].name), surname(voice.chain[0].name)].some((k) => accused.keys.has(k));
      if (voice.chain[0]?.stance !== "denies" || !(own || (s.event && events.has(s.event)))) return [];
      return [{ voice, evidence: wordsOf(reading, s.evidence), statement: s.id }];
    });
  });
}
