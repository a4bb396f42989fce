import { shortHash } from "../base/hash.js";
import type { Count } from "../model/reading.js";
import type { Effect, Label } from "../model/vocabulary.js";
import { claimsOf } from "./claims.js";
import type { Group } from "./groups.js";
import { compatible, totalBeside } from "./moves.js";
import { isName } from "./parts.js";
import { instant, type State } from "./state.js";
import { counted, WHOLE } from "./tellings.js";
import type { Dispute, EventAccount, LabelSaid, Side, TollHistory, TollPoint, Voice, Words } from "./types.js";
import { isOneSpeaker, speakerKey, standBehind, voiceOf, wordsOf, wordsWithSpeaker } from "./voices.js";

/** Every dispute of these events, the open ones first. */
export function disputes(accounts: readonly EventAccount[]): readonly Dispute[] {
  const all = accounts.flatMap((a) => a.disputes);
  return [...all.filter((d) => d.standing === "open"), ...all.filter((d) => d.standing !== "open")];
}

/** What the event is called, by whom. */
export function labelsOf(state: State, group: Group): readonly LabelSaid[] {
  return group.members.flatMap((m) =>
    m.reading.statements.flatMap((s) => {
      if (s.kind !== "label" || s.event !== m.event.id) return [];
      const voice = voiceOf(state, m.reading, s);
      const words = { said: wordsOf(m.reading, s.span), evidence: wordsWithSpeaker(m.reading, s) };
      return [{ label: s.label, stance: voice.chain[0]?.stance ?? null, voice, ...words, statement: s.id }];
    }),
  );
}

/** Matters on which the reports hold two sides, and claims of responsibility, which stand here though nobody should contradict them. */
export function disputesOf(state: State, group: Group, tolls: readonly TollHistory[], labels: readonly LabelSaid[]): readonly Dispute[] {
  return [...labelDispute(group, labels), ...claimDispute(state, group), ...tolls.flatMap((t) => tollDispute(state, group, t))];
}

export interface Say {
  readonly says: string;
  readonly voice: Voice;
  readonly evidence: Words;
  readonly statement: string;
}

/** Sides from what was said, by what it says; a voice that says one thing twice is one voice. */
function sides(said: readonly Say[], takenBack: readonly Say[]): Side[] {
  return [...new Set(said.map((s) => s.says))].map((says) => {
    const of = said.filter((s) => s.says === says);
    const voices = of.filter((s, i) => of.findIndex((t) => t.voice.text === s.voice.text) === i).map((s) => s.voice);
    const withdrawn = backOf(of, [...takenBack, ...said.filter((s) => s.says !== says)]);
    const independent = standBehind(of.map((s) => s.voice)).independent;
    return { says, voices, evidence: of.map((s) => s.evidence), statements: of.map((s) => s.statement), independent, withdrawn };
  });
}

/** Who took a side back: whoever held it later took another, or said that they did not hold it. `null` while somebody holds it. */
function backOf(side: readonly Say[], others: readonly Say[]): Side["withdrawn"] {
  const backs = [...new Set(side.map((s) => speakerKey(s.voice)))].map((speaker) => {
    const own = (s: Say): boolean => speakerKey(s.voice) === speaker;
    const last = side.filter(own).reduce((m, s) => Math.max(m, instant(s.voice.published)), 0);
    return others.findLast((s) => own(s) && s.voice.published !== null && instant(s.voice.published) > last) ?? null;
  });
  const back = backs.at(-1);
  return back && backs.every((b) => b !== null) ? { voice: back.voice, evidence: back.evidence } : null;
}

function dispute(group: Group, matter: Dispute["matter"], about: string, said: readonly Say[], takenBack: readonly Say[] = []): Dispute[] {
  const of = sides(said, takenBack);
  if (of.length < (matter === "claim" ? 1 : 2)) return [];
  const held = of.filter((side) => side.withdrawn === null);
  return [
    {
      id: shortHash([group.id, matter, about]).slice(0, 12),
      event: group.id,
      matter,
      about,
      sides: of,
      standing: held.length === of.length ? "open" : held.length > 1 ? "open" : "withdrawn",
      settledBy: null,
    },
  ];
}

const LABEL_WORDS: Readonly<Record<Exclude<Label, "other">, string>> = {
  terrorism: "terrorism",
  crime: "a crime",
  "lone-act": "a lone act",
  accident: "an accident",
  suicide: "suicide",
  "war-crime": "a war crime",
  genocide: "genocide",
  coup: "a coup",
  "hate-crime": "a hate crime",
  "self-defence": "self-defence",
  provocation: "a provocation",
};

function labelDispute(group: Group, labels: readonly LabelSaid[]): Dispute[] {
  const said = labels.map((l): Say => {
    const against = l.stance === "denies" || l.stance === "doubts";
    const name = l.label === "other" ? `“${l.said.words.replace(/\s+/gu, " ")}”` : LABEL_WORDS[l.label];
    return { says: against ? `${l.stance} that it was ${name}` : `calls it ${name}`, ...l };
  });
  // who calls it "a cowardly act of terrorism" calls it two things, and contests nothing
  if (new Set(said.map((s) => speakerKey(s.voice))).size < 2 && said.every((s) => s.says.startsWith("calls it"))) return [];
  return dispute(group, "label", "what to call it", said);
}

/**
 * Claims of responsibility, and denials of something said of the event beside those who say it. What an accused denies of the charges is
 * told of the act, not of the day on which they were brought.
 */
function claimDispute(state: State, group: Group): Dispute[] {
  const { claims, others, against, takenBack } = claimsOf(state, group);
  const say = (says: string, xs: readonly Omit<Say, "says">[]): Say[] => xs.map((x) => ({ ...x, says }));
  if (claims.length) {
    const said = [...claimSides(claims), ...say("denies it", against)];
    return dispute(group, "claim", "who did it", said, say("", takenBack)).map(withClaimants);
  }
  if (!against.length || group.members.some((m) => m.event.type.startsWith("justice."))) return [];
  const alleged = others.filter((o) => o.voice.chain[0]?.stance === "alleges");
  const sides = [...say("says so", alleged.length ? alleged : others), ...say("denies or doubts it", against)];
  return dispute(group, "denial", alleged.length ? "what is alleged" : "what happened", sides);
}

/** A side for each who claims it, where more than one does: rivals are no two voices for one claim. */
function claimSides(claims: readonly Omit<Say, "says">[]): readonly Say[] {
  const names: string[] = [];
  const called = claims.map(({ voice }) => {
    const name = voice.chain[0]?.name ?? "somebody";
    const known = names.find((n) => isOneName(n, name));
    if (known === undefined) names.push(name);
    return known ?? name;
  });
  return claims.map((c, i) => ({ ...c, says: names.length > 1 ? `claimed by ${within(called[i])}` : "claims it" }));
}

/** "A second group" that begins a sentence is "a second group" within one. */
function within(name: string): string {
  return isName(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** "ISWAP" is the Islamic State West Africa Province. */
function isOneName(a: string, b: string): boolean {
  const bare = (name: string): string => name.replace(/^the /iu, "");
  const key = (name: string): string => bare(name).toLowerCase();
  const initials = (name: string): string => (bare(name).match(/\p{Lu}/gu) ?? []).join("").toLowerCase();
  const short = (name: string, of: string): boolean => /^\p{Lu}{2,}$/u.test(name) && initials(of).startsWith(key(name));
  return key(a) === key(b) || short(a, b) || short(b, a);
}

/** A claim has the word of whoever claims it, however many outlets carry it. */
function withClaimants(d: Dispute): Dispute {
  return { ...d, sides: d.sides.map((s) => (s.says === "claims it" || s.says.startsWith("claimed by ") ? { ...s, independent: 1 } : s)) };
}

/** Counts of the whole that cannot both be true, each its source's last word. */
function tollDispute(state: State, group: Group, history: TollHistory): Dispute[] {
  const whole = history.points.filter((p) => counts(p) && !totalBeside(p, history.points));
  const last = whole.filter((p) => !whole.some((q) => later(q, p)));
  const falls = FALLS.has(history.effect);
  const clashes = last.filter((p) => last.some((q) => !isOneSpeaker(p.voice, q.voice) && !compatible(p, q) && close(p, q, falls)));
  if (clashes.length === 0) return [];
  // what was counted before, and has risen since, takes no side; what is counted later does
  const from = clashes.reduce((day, p) => (dayOf(p) > day ? dayOf(p) : day), "");
  const said = last
    .filter((p) => clashes.includes(p) || dayOf(p) >= from)
    .map((p): Say => ({ says: sayCount(p.count), voice: p.voice, evidence: toldBy(state, p), statement: p.statement }));
  const whom = history.scope === WHOLE ? "people" : history.scope;
  const by = settling(last);
  return dispute(group, "toll", `how many ${whom} were ${history.effect}`, said).map((d) =>
    by && d.standing === "open" ? { ...d, standing: "settled", settledBy: by.voice } : d,
  );
}

/** A count's words with those of its speaker. */
function toldBy(state: State, p: TollPoint): Words {
  const reading = state.readings.get(p.voice.report);
  const statement = reading?.statements.find((s) => s.id === p.statement);
  return reading && statement ? wordsWithSpeaker(reading, statement) : p.evidence;
}

/** "27" and "twenty-seven" are one side. */
function sayCount({ low, high, qualifier }: Count): string {
  const n = (x: number): string => x.toLocaleString("en");
  if (low === null) return high === null ? "some" : `at most ${n(high)}`;
  if (high === null) return `at least ${n(low)}`;
  return low === high ? `${qualifier === "about" ? "about " : ""}${n(low)}` : `${n(low)} to ${n(high)}`;
}

/** Who gave the last word on a toll: a count said to take the place of an earlier one, after which, and on whose day, nobody said otherwise. */
function settling(last: readonly TollPoint[]): TollPoint | null {
  const final = last.findLast((p) => p.count.was !== null && p.published !== null);
  if (!final) return null;
  return last.some((p) => p !== final && !compatible(p, final) && dayOf(p) >= dayOf(final)) ? null : final;
}

const dayOf = (p: TollPoint): string => p.published?.slice(0, 10) ?? "9999";

/** Counts that fall as time passes: the missing are found, the displaced go home. */
const FALLS: ReadonlySet<Effect> = new Set(["missing", "abducted", "displaced", "evacuated"]);

/** Somebody told of without a number ("a sergeant died") is no count that stands against another. */
const counts = (p: TollPoint): boolean => p.partOf === null && p.stance !== "expects" && p.stance !== "denies" && counted(p);

/**
 * Whether `q` is a later word of whoever said `p`: the same speaker's, or the same outlet's of what it told in its own voice. What a paper
 * has next from the clinic takes nothing back of what it had from the ministry; who says a count again still says it.
 */
function later(q: TollPoint, p: TollPoint): boolean {
  if (q === p || (q.published ?? "") <= (p.published ?? "") || (q.count.low === p.count.low && q.count.high === p.count.high)) return false;
  return isOneSpeaker(q.voice, p.voice) || (p.voice.chain.length === 0 && q.voice.origin === p.voice.origin);
}

/**
 * Whether two counts stand against each other: said on one day, or the later one lower within three. A later, higher count is the toll's
 * history, not a dispute.
 */
function close(p: TollPoint, q: TollPoint, falls: boolean): boolean {
  if (!p.published || !q.published) return true;
  const [first, then] = p.published <= q.published ? [p, q] : [q, p];
  const days = (Date.parse(then.published?.slice(0, 10) ?? "") - Date.parse(first.published?.slice(0, 10) ?? "")) / 86_400_000;
  return days === 0 || (!falls && days <= 3 && (then.count.high ?? Number.POSITIVE_INFINITY) < (first.count.low ?? 0));
}
