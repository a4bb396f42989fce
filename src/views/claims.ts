import { contains } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { Reading, Statement } from "../model/reading.js";
import type { Group, Member } from "./groups.js";
import type { State } from "./state.js";
import type { Voice, Words } from "./types.js";
import { speakerKey, voiceOf, wordsWithSpeaker } from "./voices.js";

interface Said {
  readonly voice: Voice;
  readonly evidence: Words;
  readonly statement: string;
}

/** What is said of an event by those who say it, claim it and deny it; and what those who claimed it took back. */
export interface Claims {
  readonly claims: readonly Said[];
  readonly others: readonly Said[];
  readonly against: readonly Said[];
  readonly takenBack: readonly Said[];
}

interface Told extends Said {
  readonly s: Statement;
  readonly member: Member;
}

export function claimsOf(state: State, group: Group): Claims {
  const told = group.members.flatMap((m) => toldOf(state, m));
  const claims = withoutHeadlines(told.filter(isClaim));
  const against = told.filter(
    (t) => t.voice.chain.some((c) => c.stance === "denies" || (c.stance === "doubts" && t.s.kind === "event")) && !claims.includes(t),
  );
  const others = told.filter((t) => t.s.kind === "event" && !isClaim(t) && !against.includes(t));
  const claimants = new Set(claims.map((c) => speakerKey(c.voice)));
  const takenBack = [...new Set(group.members.map((m) => m.reading))].flatMap((reading) => withdrawals(state, reading, claimants));
  return { claims, others, against, takenBack };
}

/** "Group claims bombing": whom a headline does not name is the one whose claim its report tells. */
function withoutHeadlines(claims: readonly Told[]): readonly Told[] {
  const named = (c: Told): ReadonlySet<string> =>
    new Set(claims.filter((o) => o.member.report === c.member.report && o.s.part !== "headline").map((o) => speakerKey(o.voice)));
  return claims.filter((c) => c.s.part !== "headline" || !isCommon(c) || named(c).size !== 1);
}

/** Whether who claims is told of with a common word, which the body of the report does not call a name. */
function isCommon({ member, s }: Told): boolean {
  const source = member.reading.attributions.find((a) => a.id === s.attribution[0])?.source ?? null;
  const kind = member.reading.actors.find((a) => a.id === source)?.kind ?? "unnamed";
  return kind === "group" || kind === "unnamed";
}

/** Statements of the event, and remarks whose words mention it. */
function toldOf(state: State, member: Member): readonly Told[] {
  const { reading, event } = member;
  return reading.statements
    .filter((s) => s.kind === "event" || s.kind === "remark")
    .filter((s) => s.event === event.id || (s.kind === "remark" && s.event === null && event.mentions.some((m) => contains(s.evidence, m))))
    .map((s) => ({ s, member, voice: voiceOf(state, reading, s), evidence: wordsWithSpeaker(reading, s), statement: s.id }));
}

/** Who claims it for themselves, or says that it was they who did it. "No group claimed it" claims nothing. */
function isClaim({ s, member, voice }: Told): boolean {
  const [speaker] = voice.chain;
  if (!speaker || speaker.name === null || isNobody(speaker.name)) return false;
  if (speaker.stance === "claims") return true;
  const source = member.reading.attributions.find((a) => a.id === s.attribution[0])?.source ?? null;
  const actor = member.reading.actors.find((a) => a.id === source);
  if (speaker.stance !== "asserts" || !actor || actor.kind === "person") return false; // what one accused says is told with the case
  const { text } = member.reading.report;
  return member.event.roles.some(
    (r) =>
      (r.role === "perpetrator" || r.role === "organisation") &&
      (r.actor === source || (contains(s.evidence, r.span) && isOwn(text.slice(r.span[0], r.span[1])))),
  );
}

/** "The Brigade said that its fighters had planted the bomb": whose fighters they are says whose act it was. */
function isOwn(phrase: string): boolean {
  return words().own.has(phrase.trim().toLowerCase().split(/\s+/u, 1)[0]);
}

/** Remarks in which a claimant takes something back. */
function withdrawals(state: State, reading: Reading, claimants: ReadonlySet<string>): readonly Said[] {
  return reading.statements.flatMap((s) => {
    if (s.kind !== "remark" || !words().taken.test(reading.report.text.slice(s.evidence[0], s.evidence[1]))) return [];
    const voice = voiceOf(state, reading, s);
    return claimants.has(speakerKey(voice)) ? [{ voice, evidence: wordsWithSpeaker(reading, s), statement: s.id }] : [];
  });
}

function isNobody(name: string): boolean {
  return words().nobody.has(name.toLowerCase().split(/\s+/u)[0]);
}

let tables: { readonly taken: RegExp; readonly nobody: ReadonlySet<string>; readonly own: ReadonlySet<string> } | null = null;

/** Words that take something back, words that call nobody, and those that say whose somebody is: "its", "our". */
function words(): NonNullable<typeof tables> {
  tables ??= {
    taken: new RegExp(
      `\\b(?:${loadTable("withdrawal-words")
        .rows.map((r) => r.form)
        .join("|")})\\b`,
      "iu",
    ),
    nobody: new Set(loadTable("numbers").rows.flatMap((r) => (r.kind === "none" ? [r.form] : []))),
    own: new Set(loadTable("pronouns").rows.flatMap((r) => (OWN.has(`${r.class} ${r.number} ${r.case}`) ? [r.word] : []))),
  };
  return tables;
}

const OWN: ReadonlySet<string> = new Set(["third thing possessive", "third many possessive", "first many possessive"]);
