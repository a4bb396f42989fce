import { overlaps, type Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { RoleFiller } from "../../model/reading.js";
import type { EventType, Role } from "../../model/vocabulary.js";
import { C } from "./classes.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { groupsOf } from "./membership.js";
import { saysNoMore } from "./once.js";
import { phraseSpan } from "./phrase.js";
import type { Filler } from "./roles.js";
import { caseOf } from "./voice.js";
import { wordsOf } from "./words.js";

/** Types in which police and soldiers act as the authority they are. */
const AUTHORITY_ACTS = /^(violence\.(attack|assault|shelling|clash)|security|justice|policy)/;

/** The role whose filler may belong to a group, by type, where it is not the perpetrator's. */
const MEMBER = new Map<string, Role>([["security.surrender", "defendant"]]);

/** The event's role fillers over all mentions: each party once a role, told by its fullest phrase. */
export function fillersOf(ctx: Context, c: Cluster, type: EventType): readonly RoleFiller[] {
  const all: Filler[] = [];
  for (const m of [...c.mentions, ...c.results].sort((a, b) => a.trigger.token - b.trigger.token)) {
    for (const f of m.fillers) if (!onlySaysSo(ctx, f, m.trigger.token)) all.push(fitted(ctx, f, type));
    for (const f of m.fillers)
      if (f.role === MEMBER.get(m.trigger.row.type ?? "") || f.role === "perpetrator") all.push(...groupsOf(ctx, f));
    const weapon = weaponOf(ctx, m.trigger.token, m.trigger.row.type);
    if (weapon) all.push(weapon);
  }
  const sides = type === "violence.clash" ? sidesOf(ctx, all) : all;
  const victims = new Set(all.filter((f) => f.role === "victim").map((f) => partyKey(ctx, f)));
  const kept: Filler[] = [];
  const seen = new Map<string, number>();
  for (const raw of sides) {
    const f = spokenFor(ctx, clientOf(ctx, raw, type));
    if (f === null || (type.startsWith("hazard.") && NO_DOER.has(f.role))) continue;
    const key = `${f.role} ${partyKey(ctx, f)}`;
    if (f.role === "target" && victims.has(partyKey(ctx, f))) continue;
    const known = seen.get(key);
    if (known === undefined) {
      seen.set(key, kept.length);
      kept.push(f);
    } else if (ctx.doc.upos[kept[known].token] === U.PRON && ctx.doc.upos[f.token] !== U.PRON) kept[known] = f;
  }
  const isName = (t: number): boolean => (ctx.classes[t] & C.name) !== 0;
  const compared = kept.slice(0, MOST_COMPARED);
  return kept
    .filter((f) => ctx.doc.upos[f.token] !== U.PRON && !isOwnJudge(kept, f))
    .filter((f) => !compared.some((o) => o !== f && (saysNoMore(ctx.doc, isName, f, o) || isLookedBackAt(ctx, c, f, o))))
    .map(({ token, via: _, ...f }) => (isDoubtful(ctx, f, token) ? { ...f, actor: null } : f));
}

/** With how many parties of an event each other is compared: more than any report of ten thousand words tells of. */
const MOST_COMPARED = 200;

/** "A judge raised her sentence", with "her" read as the judge's: who judges or arrests is not who is judged. */
function isOwnJudge(all: readonly Filler[], f: Filler): boolean {
  return f.role === "defendant" && f.actor !== null && all.some((o) => o.role === "authority" && o.actor === f.actor);
}

/** "The arrested men were identified": told by what was done to them, they were told of before. */
function isLookedBackAt({ doc }: Context, c: Cluster, f: Filler, other: Filler): boolean {
  if (f.role !== other.role || f.role !== "defendant" || other.token > f.token) return false;
  return c.mentions.some(({ trigger: { token } }) => doc.head[token] === f.token && doc.relation[token] === R.amod && token < f.token);
}

/** Where police or soldiers fight, they are the authority and whom they fight is the other side, whoever shot first. */
function sidesOf(ctx: Context, all: readonly Filler[]): readonly Filler[] {
  const party = (f: Filler): boolean => f.role === "participant" || f.role === "perpetrator" || f.role === "authority";
  if (!all.some((f) => party(f) && isForce(ctx, f))) return all;
  return all.map((f) => (party(f) ? { ...f, role: isForce(ctx, f) ? "authority" : "participant" } : f));
}

function isForce(ctx: Context, f: Filler): boolean {
  return (ctx.classes[f.token] & (C.police | C.security)) !== 0 && (ctx.classes[f.token] & C.militant) === 0;
}

const OFFICE = new Set(["official", "police", "soldier", "journalist"]);

/**
 * "The suspect" read as the official who was named before: a description under accusation is not given the name of somebody in office.
 * Presumed innocent, it stays a description.
 */
function isDoubtful(ctx: Context, f: RoleFiller, token: number): boolean {
  if (!DOERS.has(f.role) || f.actor === null || (ctx.classes[token] & C.name) !== 0 || ctx.doc.upos[token] === U.PROPN) return false;
  const actor = ctx.lookups.actor(f.actor);
  if (actor?.kind !== "person") return false;
  return (actor.title !== null && !isCourtesy(actor.title)) || (actor.standing !== null && OFFICE.has(actor.standing));
}

/** "Mr": a title that everybody bears, and no office. */
function isCourtesy(title: string): boolean {
  return COURTESY.has(vocabulary.id(title.toLowerCase()));
}

const COURTESY = wordsOf("courtesy-title");

const DOERS = new Set<Role>(["perpetrator", "defendant", "participant"]);
const HARMED = new Set<Role>(["victim", "target"]);

/**
 * "..., Interior Minister X said", "the official told reporters": who tells of an act is not who did it or was hurt, wherever the tree
 * hangs the name; who claims it may be.
 */
function onlySaysSo({ doc, attributions }: Context, f: Filler, trigger: number): boolean {
  if (!DOERS.has(f.role) && !HARMED.has(f.role)) return false;
  const at = (span: Span, token: number): boolean => span[0] <= doc.start[token] && doc.end[token] <= span[1];
  return attributions.some(
    (a) =>
      a.stance !== "claims" &&
      a.stance !== "denies" &&
      a.sourceSpan !== null &&
      !isParticiple(doc, a.cueToken) &&
      overlaps(a.sourceSpan, f.span) &&
      a.content.some((c) => at(c, trigger)),
  );
}

/** "Two rebels, identified as X and Y, surrendered": whom a participle tells of says nothing. */
function isParticiple(doc: Document, cue: number | null): boolean {
  return cue !== null && doc.xpos[cue] === P.VBN && childWith(doc, cue, R.aux, R["aux:pass"]) < 0;
}

function partyKey(ctx: Context, f: Filler): string {
  // "an Ohio man" and "Wei Li" both stand; "Mr Li" after "Wei Li" says no more
  if (f.actor !== null) return `${f.actor} ${isNamed(ctx, f) ? "named" : "described"}`;
  // "one count of fraud and one count of theft" are two
  if (COUNTS.has(ctx.doc.lemma[f.token])) return ctx.doc.text.slice(...f.span);
  return `${ctx.doc.lemma[f.token]} ${f.count?.low ?? ""}`;
}

/** Whether a name is among the words: "Mr Li", "the preacher Wei Li". */
function isNamed(ctx: Context, f: Filler): boolean {
  const [first, end] = tokensIn(ctx.doc, f.span);
  for (let t = first; t < end; t++) if ((ctx.classes[t] & C.name) !== 0) return true;
  return false;
}

const COUNTS = wordsOf("charge-count");
const NO_DOER = new Set<Role>(["perpetrator", "organisation", "weapon"]);

/** "Aylin's lawyer said he would appeal": who appeals is the client. */
function clientOf(ctx: Context, f: Filler, type: EventType): Filler {
  if (type !== "justice.appeal" || f.role !== "defendant") return f;
  const { doc } = ctx;
  const told = doc.upos[f.token] === U.PRON ? lastTold(ctx, f) : f.token;
  if (told < 0) return f;
  const counsel = COUNSEL.has(doc.lemma[told])
    ? told
    : doc.relation[told] === R.flat || doc.relation[told] === R.appos
      ? doc.head[told]
      : -1;
  const client = counsel >= 0 && COUNSEL.has(doc.lemma[counsel]) ? clientBeside(doc, counsel) : -1;
  if (client < 0) return f;
  const actor = ctx.lookups.headedBy(client)?.actor ?? null;
  return { ...f, token: client, span: phraseSpan(doc, client), actor, count: null };
}

const COUNSEL = wordsOf("counsel");
const FOR = vocabulary.id("for");

/** "her lawyer", "lawyers for the two men": whom counsel speaks for; -1 where nobody is told. */
function clientBeside(doc: Document, counsel: number): number {
  const owner = childWith(doc, counsel, R["nmod:poss"]);
  if (owner >= 0) return owner;
  for (let c = doc.firstChild[counsel]; c >= 0; c = doc.nextSibling[c])
    if (c > counsel && doc.relation[c] === R.nmod && caseOf(doc, c) === FOR) return c;
  return -1;
}

/** A pronoun's filler told by the last words before it that name or describe its actor; null where nothing does. */
function spokenFor(ctx: Context, f: Filler): Filler | null {
  if (ctx.doc.upos[f.token] !== U.PRON) return f;
  const best = lastTold(ctx, f);
  return best < 0 ? null : { ...f, token: best, span: phraseSpan(ctx.doc, best) };
}

/** The last token before a pronoun that names or describes its actor; -1 where none does. */
function lastTold(ctx: Context, f: Filler): number {
  if (f.actor === null) return -1;
  let best = -1;
  for (const m of ctx.actorMentions) {
    if (m.actor === f.actor && m.head < f.token && m.head > best && ctx.doc.upos[m.head] !== U.PRON) best = m.head;
  }
  return best;
}

/** Police and soldiers who act are the authority, also when they shoot or beat, save where they are said to have killed. */
function fitted(ctx: Context, f: Filler, type: EventType): Filler {
  if (f.role === "participant" && type !== "violence.clash" && type.startsWith("violence")) return { ...f, role: "perpetrator" };
  const role: Role = f.role === "perpetrator" && isForce(ctx, f) && AUTHORITY_ACTS.test(type) ? "authority" : f.role;
  return role === f.role ? f : { ...f, role };
}

/** "A car bomb killed two": the word that tells of the act names the weapon too. */
function weaponOf(ctx: Context, token: number, type: EventType | null): Filler | null {
  if (type !== "violence.bombing" || (ctx.classes[token] & C.bomb) === 0 || ctx.doc.upos[token] === U.VERB) return null;
  return { role: "weapon", token, via: "own", span: phraseSpan(ctx.doc, token), actor: null, count: null };
}
