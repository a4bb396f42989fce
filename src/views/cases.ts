import { shortHash } from "../base/hash.js";
import { overlaps, type Span } from "../base/span.js";
import type { Role } from "../model/vocabulary.js";
import { STAGES } from "./about.js";
import { type Accused, accusedOf } from "./accused.js";
import { type Groups, groupsOf, type Member } from "./groups.js";
import { isName, plain, surname, voicesOf } from "./parts.js";
import { instant, type State } from "./state.js";
import type { Case, CaseStage, EventAccount, Voice, Words } from "./types.js";
import { voiceOf, wordsOf } from "./voices.js";

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

function caseOf(state: State, groups: Groups, accused: Accused): Case {
  const by = new Map<string, Member[]>();
  for (const m of accused.members) {
    const key = [...by.entries()].find(([, of]) => of.some((x) => oneStage(x, m)))?.[0] ?? groups.of(m.report, m.event.id)?.id ?? m.key;
    by.set(key, [...(by.get(key) ?? []), m]);
  }
  foldCharges(by);
  const ids = (members: readonly Member[]): string[] => members.flatMap((m) => groups.of(m.report, m.event.id)?.id ?? []);
  const stages = [...by.entries()].map(([event, members]) => ({
    ...stage(state, accused, event, members),
    events: [...new Set([event, ...ids(members)])],
  }));
  const at = (s: CaseStage): number =>
    s.status === "planned" || s.status === "possible" ? Number.MAX_SAFE_INTEGER : instant(s.earliest ?? s.latest);
  stages.sort((a, b) => at(a) - at(b) || STAGES.indexOf(a.type) - STAGES.indexOf(b.type) || (a.event < b.event ? -1 : 1));
  const defendant = [...accused.names].sort((a, b) => Number(isName(b)) - Number(isName(a)) || b.length - a.length)[0];
  return {
    id: shortHash([accused.members[0].key, plain(defendant)]).slice(0, 12),
    defendant,
    variants: otherNames(accused.names, defendant),
    event: [...accused.acts][0] ?? null,
    stages,
    denials: denialsOf(state, accused),
  };
}

/** "The trial of Omar Vale, who is accused of ..., opened": whoever is tried was charged before, and what is told of it then is that charge. */
function foldCharges(by: Map<string, Member[]>): void {
  const began = ({ event }: Member): number => instant(event.earliest ?? event.latest);
  const all = [...by.entries()].filter(([, of]) => of[0].event.status === "occurred");
  const of = (type: string): typeof all => all.filter(([, members]) => members[0].event.type === type);
  const trials = of("justice.trial").flatMap(([, members]) => members.map(began));
  const first = Math.min(...trials);
  const charges = of("justice.charge").sort((a, b) => began(a[1][0]) - began(b[1][0]));
  if (charges.length < 2 || !trials.length) return;
  const [[own, members], ...later] = charges;
  if (began(members[0]) > first) return;
  for (const [key, told] of later) {
    if (began(told[0]) < first) continue;
    by.set(own, [...(by.get(own) ?? []), ...told]);
    by.delete(key);
  }
}

/** What else an accused is called; "Two men" that begin a sentence are "two men". */
function otherNames(names: readonly string[], name: string): readonly string[] {
  return names.filter((n, i) => plain(n) !== plain(name) && names.findIndex((o) => plain(o) === plain(n)) === i);
}

/** Two tellings of one stage: one kind, and the same last day in one report; nobody is arrested twice in one. */
function oneStage(a: Member, b: Member): boolean {
  if (a.report !== b.report || a.event.type !== b.event.type || a.event.status !== b.event.status) return false;
  return a.event.latest === b.event.latest || a.event.type === "security.arrest";
}

function stage(state: State, accused: Accused, event: string, members: readonly Member[]): Omit<CaseStage, "events"> {
  const words = (role: Role): Words[] =>
    distinct(
      members.flatMap((m) =>
        m.event.roles.filter((r) => r.role === role && concerns(accused, m, r.span)).map((r) => wordsOf(m.reading, r.span)),
      ),
    );
  const named = new Set(accused.spans.filter((s) => isName(wordsOf(s.member.reading, s.span).words)).map((s) => s.member));
  const days = members.filter((m) => m.event.earliest && m.event.latest);
  const dated = days.find((m) => named.has(m)) ?? days[0] ?? members[0];
  const voices: Voice[] = members.flatMap((m) => voicesOf(state, m));
  return {
    event,
    type: members[0].event.type,
    status: (members.find((m) => m.event.status === "occurred") ?? members[0]).event.status,
    earliest: dated.event.earliest,
    latest: dated.event.latest,
    defendants: distinct(accused.spans.filter((x) => members.includes(x.member)).map((x) => wordsOf(x.member.reading, x.span))),
    authority: words("authority"),
    offence: words("offence"),
    penalty: words("penalty"),
    voices: voices.filter((v, i) => voices.findIndex((w) => w.text === v.text && w.report === v.report) === i),
    evidence: distinctSpans(members.flatMap((m) => evidenceOf(m, accused))),
  };
}

/**
 * Whether what stands at a span is about this accused: where one telling holds two sentences of a court, each about an accused of its
 * own, what stands with the other's name is not.
 */
function concerns(accused: Accused, m: Member, span: Span): boolean {
  const inside = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];
  const own = accused.spans.filter((s) => s.member === m).map((s) => s.span);
  const said = m.reading.statements.filter((s) => s.kind === "event" && s.event === m.event.id).map((s) => s.evidence);
  const holding = said.filter((e) => inside(span, e));
  if (!holding.length || holding.some((e) => own.some((o) => inside(o, e)))) return true;
  return !said.some((e) => own.some((o) => inside(o, e)));
}

function distinctSpans(words: readonly Words[]): Words[] {
  return words.filter((w, i) => words.findIndex((v) => v.report === w.report && v.span[0] === w.span[0] && v.span[1] === w.span[1]) === i);
}

function evidenceOf(m: Member, accused: Accused): Words[] {
  const all = m.reading.statements.filter((s) => s.kind === "event" && s.event === m.event.id);
  const own = all.filter((s) => concerns(accused, m, s.evidence));
  const statements = own.length ? own : all;
  return statements.length
    ? statements.map((s) => wordsOf(m.reading, s.evidence))
    : m.event.mentions.slice(0, 1).map((x) => wordsOf(m.reading, x));
}

function distinct(words: readonly Words[]): Words[] {
  return words.filter((w, i) => words.findIndex((v) => plain(v.words) === plain(w.words)) === i);
}

/** What the accused, or somebody who is named by them ("his lawyer"), denies in the reports of the case. */
function denialsOf(state: State, accused: Accused): Case["denials"] {
  const denials = [...new Set(accused.members.map((m) => m.reading))].flatMap((reading) => {
    const own = accused.actors.flatMap((a) => (reading.actors.includes(a) ? a.mentions : []));
    return reading.statements.flatMap((s) => {
      const voice = voiceOf(state, reading, s);
      const [speaker] = voice.chain;
      if (speaker?.stance !== "denies") return [];
      const by = speaker.name !== null && [plain(speaker.name), surname(speaker.name)].some((k) => k && accused.keys.has(k));
      const near = speaker.words !== null && own.some((m) => overlaps(m, (speaker.words as Words).span));
      return by || near ? [{ voice, evidence: wordsOf(reading, s.evidence), statement: s.id }] : [];
    });
  });
  return denials.filter(
    (d, i) => denials.findIndex((o) => o.voice.report === d.voice.report && o.evidence.words.includes(d.evidence.words)) === i,
  );
}
