import { shortHash } from "../base/hash.js";
import { overlaps, type Span } from "../base/span.js";
import type { Event } from "../model/reading.js";
import type { EventType, Status } from "../model/vocabulary.js";
import { actorOf } from "./about.js";
import { type Group, groupsOf, type Member } from "./groups.js";
import { likeness, termsOf } from "./measures.js";
import { partsOf, plain, surname, voicesOf } from "./parts.js";
import { stepIn } from "./proposal-steps.js";
import { instant, type State } from "./state.js";
import type { Proposal, ProposalStep, Words } from "./types.js";
import { standBehind, wordsOf } from "./voices.js";

/** Kinds of events that make or unmake a rule. */
const KINDS: ReadonlySet<EventType> = new Set<EventType>(["policy.proposal", "policy.law", "policy.ban"]);

/**
 * Measures proposed, passed, dropped: what, who, and how each report says it stands, over time. A proposal, a bill and the ban that it
 * would bring are one where a report tells of them in one breath; over reports, where what they would do is called alike.
 */
export function proposals(state: State): readonly Proposal[] {
  const groups = groupsOf(state)
    .all.filter((g) => KINDS.has(g.members[0].event.type) && g.members[0].event.part !== "teaser")
    .flatMap(parted);
  const all = together(groups).map((of) => proposal(state, of));
  return all.filter((p) => p !== null).sort((a, b) => compare(lastOf(b), lastOf(a)) || compare(a.id, b.id));
}

/** How little of what two proposals would do is called alike, at most, where they are two. */
const OTHER = 0.2;

/** A group whose members would do different things: what was put together for its day and place is as many measures as it has. */
function parted(group: Group): readonly Group[] {
  const sets: { terms: Set<string>; members: Member[] }[] = [];
  const silent: Member[] = [];
  for (const m of group.members) {
    const terms = new Set(m.event.roles.filter((r) => r.role === "measure").flatMap((r) => [...termsOf(wordsOf(m.reading, r.span).words)]));
    if (terms.size < 2) {
      silent.push(m);
      continue;
    }
    const set = sets.find((s) => likeness(s.terms, terms) > OTHER);
    if (set) {
      set.members.push(m);
      for (const t of terms) set.terms.add(t);
    } else sets.push({ terms, members: [m] });
  }
  if (sets.length < 2) return [group];
  sets[0].members.push(...silent);
  return sets.map(({ members }, k) => (k === 0 ? { ...group, members } : { id: members[0].key, ids: [members[0].key], members }));
}

const lastOf = (p: Proposal): string => p.steps.at(-1)?.at ?? "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function together(groups: readonly Group[]): readonly (readonly Group[])[] {
  const sets: Group[][] = [];
  for (const group of groups) {
    const fit = sets.filter((s) => s.some((other) => oneBreath(group, other) || calledAlike(group, other)));
    const into = fit[0] ?? [];
    if (!fit.length) sets.push(into);
    into.push(group);
    for (const other of fit.slice(1)) into.push(...sets.splice(sets.indexOf(other), 1)[0]);
  }
  return sets.reduce<Group[][]>((apart, set) => {
    const same = apart.find((other) => onePlan(other, set));
    if (same) same.push(...set);
    else apart.push(set);
    return apart;
  }, []);
}

/** What one person proposes in fewer of the same words: "a ban on parking", "a ban on parking near bus stations". */
function onePlan(a: readonly Group[], b: readonly Group[]): boolean {
  const by = proposers(b);
  if (![...proposers(a)].some((name) => by.has(name))) return false;
  const [x, y] = [a, b].map((set) => new Set(set.flatMap(measuresOf).flatMap((w) => [...termsOf(w.words)])));
  const [few, many] = x.size < y.size ? [x, y] : [y, x];
  return few.size > 0 && [...few].every((t) => many.has(t));
}

function proposers(set: readonly Group[]): ReadonlySet<string> {
  const fillers = set.flatMap((g) => g.members.flatMap((m) => m.event.roles.filter((r) => r.role === "authority").map((r) => ({ m, r }))));
  return new Set(fillers.flatMap(({ m, r }) => surname(actorOf(m.reading, r)?.name ?? wordsOf(m.reading, r.span).words) || []));
}

/** One report tells of both in one statement, or the one is what the other would do. */
function oneBreath(a: Group, b: Group): boolean {
  return a.members.some((m) =>
    b.members.some((n) => m.report === n.report && said(m).some((x) => said(n).some((y) => x[0] === y[0] || overlaps(x, y)))),
  );
}

function said({ reading, event }: Member): readonly Span[] {
  return [...reading.statements.filter((s) => s.kind === "event" && s.event === event.id).map((s) => s.evidence), ...event.mentions];
}

function calledAlike(a: Group, b: Group): boolean {
  const [x, y] = [countryOf(a), countryOf(b)];
  if (x !== null && y !== null && x !== y) return false;
  if (measuresOf(a).some((m) => measuresOf(b).some((n) => alike(termsOf(m.words), termsOf(n.words))))) return true;
  return heldIn(a, b) || heldIn(b, a);
}

/** A ban that its report calls no more than "a ban" is told in a sentence that holds what the other would do. */
function heldIn(few: Group, many: Group): boolean {
  if (measuresOf(many).some((w) => termsOf(w.words).size > 0)) return false;
  const told = new Set(many.members.flatMap((m) => said(m).flatMap((x) => [...termsOf(wordsOf(m.reading, x).words)])));
  return measuresOf(few).some((w) => termsOf(w.words).size > 1 && [...termsOf(w.words)].every((t) => told.has(t)));
}

/** "night flights" is what "ban on night flights" would do; one word alone is not enough. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return Math.min(a.size, b.size) > 1 && likeness(a, b) >= 0.6;
}

const countryOf = (group: Group): string | null => group.members.find((m) => m.event.country)?.event.country ?? null;

function measuresOf(group: Group): readonly Words[] {
  return group.members.flatMap((m) => m.event.roles.filter((r) => r.role === "measure").map((r) => wordsOf(m.reading, r.span)));
}

function proposal(state: State, groups: readonly Group[]): Proposal | null {
  const members = groups.flatMap((g) => g.members);
  if (members.every((m) => m.event.type === "policy.ban" && m.event.status !== "planned")) return null; // a ban of old
  const measure = groups.flatMap(measuresOf);
  if (!measure.length && members.every((m) => m.event.type !== "policy.proposal")) return null; // "we should not make laws"
  const steps = stepsOf(state, members);
  const best = nameOf(members, measure);
  const [first] = members.flatMap((m) => m.event.mentions.slice(0, 1).map((x) => wordsOf(m.reading, x)));
  return {
    id: shortHash([groups.map((g) => g.id).sort()[0], "proposal"]).slice(0, 12),
    event: groups[0].id,
    events: groups.map((g) => g.id),
    name: best?.words ?? first?.words ?? "a measure",
    measure,
    by: groups.flatMap((g) => partsOf(state, g).filter((p) => p.role === "authority" || p.role === "perpetrator")),
    status: steps.at(-1)?.stands ?? "proposed",
    steps,
  };
}

/** What most reports say that it would do, in the fewest words that call it too: "a ban on parking" before "parking". */
function nameOf(members: readonly Member[], measure: readonly Words[]): Words | undefined {
  const often = (w: Words): number => new Set(measure.filter((o) => plain(o.words) === plain(w.words)).map((o) => o.report)).size;
  const size = (w: Words): number => termsOf(w.words).size;
  const [core] = measure.toSorted((a, b) => often(b) - often(a) || size(b) - size(a) || b.words.length - a.words.length);
  if (core === undefined) return undefined;
  const calls = (w: Words): boolean => members.some((m) => m.report === w.report && m.event.mentions.some((x) => overlaps(x, w.span)));
  const whole = measure.filter((w) => calls(w) && size(core) > 0 && [...termsOf(core.words)].every((t) => termsOf(w.words).has(t)));
  return whole.toSorted((a, b) => a.words.length - b.words.length)[0] ?? core;
}

/** How far a measure is come, by kind and status, where no word says it: the furthest that a report tells is how it stands there. */
const STANDS: readonly (readonly [stands: string, is: (type: EventType, status: Status) => boolean])[] = [
  ["dropped", (_, status) => status === "not-occurred"],
  ["passed", (type, status) => type !== "policy.proposal" && (status === "occurred" || status === "ongoing")],
  ["considered", (_, status) => status === "possible"],
  ["proposed", () => true],
];

function standsOf({ type, status }: Event): number {
  return STANDS.findIndex(([, is]) => is(type, status));
}

function stepsOf(state: State, members: readonly Member[]): readonly ProposalStep[] {
  const reports = [...new Set(members.map((m) => m.report))];
  const steps = reports.map((report): ProposalStep => {
    const of = members.filter((m) => m.report === report);
    const furthest = Math.min(...of.map((m) => standsOf(m.event)));
    const { text } = of[0].reading.report;
    const called = of.flatMap((m) => [...m.event.mentions, ...m.event.roles.filter((r) => r.role === "measure").map((r) => r.span)]);
    const step = stepIn(text, called);
    const said = step ? of.filter((m) => m.event.mentions.some((x) => overlaps(x, step.sentence))) : [];
    const telling = said.length > 0 ? said : of.filter((m) => standsOf(m.event) === furthest);
    const chief = telling.find((m) => m.event.type === "policy.law") ?? telling.find((m) => m.event.part === "body") ?? telling[0];
    const all = telling.flatMap((m) => voicesOf(state, m));
    const voices = all.filter((v, i) => all.findIndex((w) => w.text === v.text) === i);
    const { earliest, latest } = chief.event;
    const statement = chief.reading.statements.find((s) => s.kind === "event" && s.event === chief.event.id);
    return {
      at: earliest !== null && earliest === latest ? latest : null,
      published: chief.reading.report.published.value,
      stands: step?.stands ?? STANDS[furthest][0],
      voices,
      independent: standBehind(voices).independent,
      evidence: wordsOf(chief.reading, step?.sentence ?? statement?.evidence ?? chief.event.mentions[0] ?? [0, 0]),
    };
  });
  return steps.sort((a, b) => instant(a.at ?? a.published) - instant(b.at ?? b.published) || compare(a.evidence.report, b.evidence.report));
}
