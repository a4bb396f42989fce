import type { Span } from "../../base/span.js";
import { spanOf, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { RoleFiller } from "../../model/reading.js";
import type { EventFinding } from "../findings.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { phraseTokens } from "./phrase.js";
import { caseOf } from "./voice.js";
import { wordsOf } from "./words.js";

/** Deeds that police do in one operation: who did one of them did the next. */
const OPERATION = /^security\.(arrest|raid|seizure)$/;
const NEXT = /^(security\.(arrest|raid|seizure|deployment)|violence\.clash)$/;
const DONE = new Set(["occurred", "ongoing"]);
/** How many sentences away the other deed may be told. */
const REACH = 2;

/**
 * "Police raided a house in the suburb. Two men were arrested and a rifle was recovered": an arrest, raid or seizure that names no
 * authority is the deed of the police or soldiers who did the one told nearest to it. Not of who merely says that it happened.
 */
export function withImplied(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  return events.map((e) => {
    if (!OPERATION.test(e.type) || !DONE.has(e.status) || e.roles.some((r) => r.role === "authority")) return e;
    const force = nearestForce(ctx, e, events);
    if (force.length > 0) return { ...e, roles: [...e.roles, ...force], rules: [...e.rules, "roles:same-operation"] };
    const tellers = tellersOf(ctx, e);
    return tellers.length === 0 ? e : { ...e, roles: [...e.roles, ...tellers], rules: [...e.rules, "roles:police-tell"] };
  });
}

/** Deaths in custody, by the rows that tell of them. */
const KEPT = /:(?:die-in-|custodial-death|death-in-custody)/;
/** "Nobody came", "calls went unanswered": what tells of police only where police are spoken of. */
const NOBODY = /:nobody-/;
const SPOKEN_OF = 2;

/**
 * "Calls to the police went unanswered", "died in custody at the police station": what was left undone, and who died in their hands, is
 * the matter of the police whom the sentence names, or one just before it.
 */
export function withKeepers(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  return events.flatMap((e) => {
    if (e.roles.some((r) => r.role === "authority" || r.role === "perpetrator")) return [e];
    const isNobody = e.rules.some((r) => NOBODY.test(r));
    const isTheirs = e.type === "security.deployment" ? e.status === "not-occurred" : e.rules.some((r) => KEPT.test(r));
    const keeper = isTheirs ? firstNear(ctx, e.triggers, isNobody ? SPOKEN_OF : 0) : HANDS_ON.test(e.type) ? keptAt(ctx, e) : -1;
    if (keeper < 0) return isNobody ? [] : [e];
    const [first, last] = phraseTokens(ctx.doc, keeper);
    const span = spanOf(ctx.doc, NONE.has(ctx.doc.norm[first]) && first < keeper ? first + 1 : first, last);
    const role = { role: "authority" as const, actor: actorAt(ctx, keeper), span, count: null };
    return [{ ...e, roles: [...e.roles, role], rules: [...e.rules, "roles:police-spoken-of"] }];
  });
}

const NONE = wordsOf("negation");
const HANDS_ON = /^violence\.(killing|assault)$/;
const KEEPING = wordsOf("where-police-keep");
const WITHIN = wordsOf("kept-in");

/** "were stripped and beaten at the police station", "tortured to death in the lock-up": the place that is the police's own; -1 where none is. */
function keptAt({ doc, classes }: Context, e: EventFinding): number {
  for (const t of e.triggers) {
    const end = Math.min(doc.sentenceStart[doc.sentence[t] + 1], t + KEPT_WITHIN);
    for (let i = t + 1; i < end; i++) {
      if (!KEEPING.has(doc.lemma[i]) || !WITHIN.has(caseOf(doc, i))) continue;
      if (!STATION.has(doc.lemma[i]) || (classes[i - 1] & C.police) !== 0) return i;
    }
  }
  return -1;
}

/** How far behind a deed the place may stand where police did it. */
const KEPT_WITHIN = 14;
const STATION = wordsOf("station");

/** The police who stand near the first of some triggers near which any stand; -1 where none do. */
function firstNear(ctx: Context, triggers: readonly number[], back: number): number {
  for (const t of triggers) {
    const near = policeNear(ctx, t, back);
    if (near >= 0) return near;
  }
  return -1;
}

/** The word for police that stands nearest to a trigger, in its sentence or, further off, in one of those before; -1 where none does. */
function policeNear({ doc, classes }: Context, trigger: number, back: number): number {
  let best = -1;
  const s = doc.sentence[trigger];
  for (let t = doc.sentenceStart[Math.max(0, s - back)]; t < doc.sentenceStart[s + 1]; t++)
    if (classes[t] & C.police && (best < 0 || Math.abs(t - trigger) < Math.abs(best - trigger))) best = t;
  if (best >= 0) return best;
  // "The outpost was locked": a place of theirs, where they are not spoken of
  for (let t = doc.sentenceStart[s]; t < doc.sentenceStart[s + 1]; t++) if (THEIR_PLACES.has(doc.lemma[t])) return t;
  return -1;
}

const THEIR_PLACES = wordsOf("police-place");

function actorAt({ doc, actorMentions }: Context, token: number): string | null {
  return actorMentions.find((m) => m.span[0] <= doc.start[token] && doc.start[token] < m.span[1])?.actor ?? null;
}

const GUILTY = /^justice\.(conviction|sentence)$/;

/** "He pleaded guilty to the shooting": whom a court found guilty of an act did it, where nobody else is said to have. */
export function withConvicted(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  const rulings = events.filter((e) => GUILTY.test(e.type) && e.status === "occurred" && e.links.length > 0);
  if (rulings.length === 0) return events;
  return events.map((act) => {
    if (!act.type.startsWith("violence.") || act.roles.some((r) => r.role === "perpetrator" || r.role === "authority")) return act;
    const guilty = rulings
      .filter((e) => isAbout(ctx, e, act))
      .flatMap((e) => e.roles.filter((r) => r.role === "defendant" && (isNamed(ctx, r) || isItsOffence(ctx, e, act))));
    if (guilty.length === 0) return act;
    const roles = guilty.slice(0, 1).map((r) => ({ ...r, role: "perpetrator" as const }));
    return { ...act, roles: [...act.roles, ...roles], rules: [...act.rules, "roles:found-guilty"] };
  });
}

/** Whether a ruling is linked to an act that a sentence tells of with it. */
function isAbout({ doc }: Context, e: EventFinding, act: EventFinding): boolean {
  if (!e.links.some((l) => l.relation === "about" && l.to === act.id)) return false;
  return e.triggers.some((t) => act.triggers.some((u) => u > t && doc.sentence[u] === doc.sentence[t]));
}

/** "the conviction of a guard for murdering a nurse": an act told as what a ruling is for was done by those ruled on. */
function isItsOffence({ doc }: Context, e: EventFinding, act: EventFinding): boolean {
  const holds = ([from, to]: Span): boolean => act.triggers.some((t) => from <= doc.start[t] && doc.start[t] < to);
  return e.roles.some((r) => r.role === "offence" && holds(r.span));
}

function isNamed(ctx: Context, r: RoleFiller): boolean {
  const [first, end] = tokensIn(ctx.doc, r.span);
  for (let t = first; t < end; t++) if (ctx.classes[t] & C.name) return true;
  return false;
}

/**
 * "Three men were arrested, police said", "A rebel was arrested. Police said he was wanted": police who tell of an arrest or a seizure
 * that names nobody else, or speak of it in the next breath, made it.
 */
function tellersOf({ doc, attributions, classes }: Context, e: EventFinding): readonly RoleFiller[] {
  let near: RoleFiller | null = null;
  for (const a of attributions) {
    const { sourceSpan } = a;
    if (sourceSpan === null || a.stance !== "asserts") continue;
    const [first, end] = tokensIn(doc, sourceSpan);
    if (doc.upos[first] === U.PRON) continue;
    let isPolice = false;
    for (let t = first; t < end; t++) isPolice ||= (classes[t] & C.police) !== 0;
    if (!isPolice) continue;
    const role = { role: "authority" as const, actor: a.source, span: sourceSpan, count: null };
    if (e.triggers.some((t) => a.content.some((c) => c[0] <= doc.start[t] && doc.end[t] <= c[1]))) return [role];
    const away = Math.min(...e.triggers.map((t) => doc.sentence[first] - doc.sentence[t]));
    if (near === null && e.type === "security.arrest" && away >= 0 && away <= REACH) near = role;
  }
  return near === null ? [] : [near];
}

function nearestForce(ctx: Context, e: EventFinding, events: readonly EventFinding[]): readonly RoleFiller[] {
  let best: readonly RoleFiller[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (const o of events) {
    if (o === e || !NEXT.test(o.type) || !DONE.has(o.status) || o.background !== e.background) continue;
    const away = distance(ctx, e, o);
    // "Eleven were rounded up. The army staged a flag march": who turns up next did not do it
    if (o.type === "security.deployment" && away !== Math.floor(away)) continue;
    if (away > REACH || away >= nearest) continue;
    const force = o.roles.filter((r) => r.role === "authority" && isForce(ctx, r) && !isSent(ctx, o, r));
    if (force.length === 0) continue;
    best = force;
    nearest = away;
  }
  return best;
}

/** Sentences between the nearest mentions of two events; what comes before counts a little nearer. */
function distance(ctx: Context, e: EventFinding, o: EventFinding): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of e.triggers)
    for (const b of o.triggers) {
      const away = ctx.doc.sentence[a] - ctx.doc.sentence[b];
      least = Math.min(least, away >= 0 ? away : 0.5 - away);
    }
  return least;
}

/** "The army was called in. Forty were taken into custody": soldiers of whom it is only told that somebody sent them made no arrests yet. */
function isSent({ doc, classes }: Context, o: EventFinding, r: RoleFiller): boolean {
  if (o.type !== "security.deployment") return false;
  const [first, end] = tokensIn(doc, r.span);
  for (let t = first; t < end; t++) {
    if (doc.relation[t] !== R["nsubj:pass"] && doc.relation[t] !== R.obj) continue;
    return o.triggers.includes(doc.head[t]) && (classes[t] & C.police) === 0;
  }
  return false;
}

function isForce(ctx: Context, r: RoleFiller): boolean {
  const [first, end] = tokensIn(ctx.doc, r.span);
  for (let t = first; t < end; t++) if (ctx.classes[t] & (C.police | C.security)) return true;
  return false;
}
