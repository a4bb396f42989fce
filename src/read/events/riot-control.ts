import { childWith, type Document, spanOf, tokensIn } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { EventFinding } from "../findings.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { phraseTokens } from "./phrase.js";
import { caseOf, isPassive, isVerbal, markOf } from "./voice.js";
import { wordsOf } from "./words.js";

const FORCE = /^violence\.(attack|assault)$/;
const DONE = new Set(["occurred", "ongoing"]);
/** What none but police use on a crowd: batons, tear gas, rubber bullets. */
const TOOLS = wordsOf("riot-control");
const DISPERSING = wordsOf("dispersing");
/** How far around the trigger its tool may be named. */
const BESIDE = 4;
/** How many sentences before, and behind, may speak of the police: of what only they have, more than of what others may do. */
const BACK = 1;
const BACK_OF_TOOL = 6;
const AHEAD_OF_TOOL = 2;

/**
 * "Twelve rounds were fired to disperse the mob, the superintendent of police said", "Rubber bullets were fired when police moved in":
 * a crowd put down with what police put crowds down with, by nobody who is named, is the deed of the police whom the sentence or the one
 * before speaks of. Where none are spoken of nobody is said to have done it.
 */
export function withRiotControl(ctx: Context, events: readonly EventFinding[]): readonly EventFinding[] {
  return events.map((e) => {
    const isForce = FORCE.test(e.type);
    if (!(isForce || e.type === "violence.killing") || !DONE.has(e.status)) return e;
    if (e.roles.some((r) => r.role === "authority" || r.role === "perpetrator" || r.role === "organisation")) return e;
    const trigger = isForce ? e.triggers.find((t) => isWithTool(ctx.doc, t) || isToDisperse(ctx.doc, t)) : undefined;
    const doer = trigger === undefined ? shooterBeside(ctx, e) : policeBefore(ctx, e, trigger);
    if (doer < 0) return e;
    // "the police commissioner"
    const head = ctx.doc.relation[doer] === R.compound ? ctx.doc.head[doer] : doer;
    const span = spanOf(ctx.doc, ...phraseTokens(ctx.doc, head));
    const role = { role: "authority" as const, actor: actorAt(ctx, head), span, count: null };
    return { ...e, roles: [...e.roles, role], rules: [...e.rules, "roles:riot-control"] };
  });
}

function isWithTool(doc: Document, t: number): boolean {
  for (let i = Math.max(0, t - BESIDE); i <= Math.min(doc.length - 1, t + BESIDE); i++)
    if (doc.sentence[i] === doc.sentence[t] && TOOLS.has(doc.norm[i])) return true;
  return false;
}

/** "fired to disperse the mob": what it was done for. */
function isToDisperse(doc: Document, t: number): boolean {
  if (!isVerbal(doc, t) || !isPassive(doc, t)) return false;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (c > t && (doc.relation[c] === R.advcl || doc.relation[c] === R.xcomp) && DISPERSING.has(doc.lemma[c])) return true;
  return false;
}

/**
 * "Two men were shot dead as police tried to disperse the mob", "was shot and killed after officers opened fire": the police whom the
 * clause names within which, or behind whose fire, somebody was shot; -1 where none does.
 */
function shooterBeside(ctx: Context, e: EventFinding): number {
  const { doc } = ctx;
  if (isHarmedPolice(ctx, e)) return -1;
  for (const t of e.triggers) {
    if (!SHOT.has(doc.lemma[t]) || !isVerbal(doc, t) || !isPassive(doc, t)) continue;
    const both = doc.relation[t] === R.conj && doc.head[t] >= 0 ? [t, doc.head[t]] : [t];
    for (const at of both) {
      const doer = policeMeanwhile(ctx, at);
      if (doer >= 0) return doer;
    }
    const doer = both.length === 2 ? policeFaced(ctx, both[1]) : policeAt(ctx, t);
    if (doer >= 0) return doer;
  }
  return policeOfOperation(ctx, e);
}

/** "lunged at the officers with a knife and was shot dead": the police at whom the verb before it went; -1 where it went at none. */
function policeFaced({ doc, classes }: Context, at: number): number {
  if (!isVerbal(doc, at) || isPassive(doc, at)) return -1;
  for (let c = doc.firstChild[at]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    const isFaced = r === R.obj || (r === R.obl && FACED.has(caseOf(doc, c)));
    if (c > at && isFaced && classes[c] & C.police && classes[c] & (C.person | C.security | C.organisation | C.police)) return c;
  }
  return -1;
}

/** "was shot dead during a police raid": the police whose operation it was; -1 where none is told. */
function policeAt({ doc, classes }: Context, t: number): number {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (c < t || doc.relation[c] !== R.obl || !DURING.has(caseOf(doc, c)) || !OPERATIONS.has(doc.lemma[c])) continue;
    const whose = childWith(doc, c, R.compound, R["nmod:poss"]);
    if (whose >= 0 && classes[whose] & C.police) return whose;
  }
  return -1;
}

/** "were killed in a buy-bust operation": what none but police do, and the police whom the report speaks of nearest to it. */
function policeOfOperation(ctx: Context, e: EventFinding): number {
  const { doc } = ctx;
  for (const t of e.triggers)
    for (let c = isVerbal(doc, t) ? doc.firstChild[t] : -1; c >= 0; c = doc.nextSibling[c]) {
      if (c < t || doc.relation[c] !== R.obl || !DURING.has(caseOf(doc, c)) || !OPERATIONS.has(doc.lemma[c])) continue;
      for (let k = doc.left[c]; k < c; k++)
        if (OF_POLICE_ONLY.has(doc.norm[k])) return nearestPolice(ctx, e, t, BACK_OF_TOOL, AHEAD_OF_TOOL);
    }
  return -1;
}

/** The police who broke a crowd up, or fired, while or before a verb's deed was done; -1 where no clause of it says so. */
function policeMeanwhile({ doc, classes }: Context, t: number): number {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (c < t || doc.relation[c] !== R.advcl) continue;
    const subject = childWith(doc, c, R.nsubj);
    if (subject < 0 || !(classes[subject] & (C.police | C.security))) continue;
    const mark = markOf(doc, c) >= 0 ? markOf(doc, c) : whenOf(doc, c);
    const deed = childWith(doc, c, R.xcomp);
    const disperses = isOnPeople(doc, c) || (deed >= 0 && isOnPeople(doc, deed));
    if (isFiring(doc, c) ? MEANWHILE.has(mark) || AFTER.has(mark) : disperses && MEANWHILE.has(mark)) return subject;
  }
  return -1;
}

/** "disperse", "arrest", "baton-charged": what police do at which somebody may be shot or trampled. */
function isOnPeople(doc: Document, t: number): boolean {
  return DISPERSING.has(doc.lemma[t]) || TOOLS.has(doc.norm[t]) || RAIDING.has(doc.lemma[t]);
}

function whenOf(doc: Document, c: number): number {
  const when = childWith(doc, c, R.advmod);
  return when >= 0 && when < c ? doc.norm[when] : -1;
}

/** "fired", "opened fire", "returned fire". */
function isFiring(doc: Document, t: number): boolean {
  if (FIRING.has(doc.lemma[t])) return true;
  const object = childWith(doc, t, R.obj);
  return object >= 0 && FIRING.has(doc.lemma[object]);
}

const AFTER = wordsOf("after-which");
const FIRING = wordsOf("firing");
const SHOT = wordsOf("shot");
const RAIDING = wordsOf("raiding");
const FACED = wordsOf("faced");
const DURING = wordsOf("during");
const OPERATIONS = wordsOf("police-operation");
const OF_POLICE_ONLY = wordsOf("of-police-only");
const MEANWHILE = wordsOf("meanwhile");

function isHarmedPolice({ doc, classes }: Pick<Context, "doc" | "classes">, e: EventFinding): boolean {
  return e.roles.some((r) => {
    const [first, end] = tokensIn(doc, r.span);
    for (let t = first; t < end; t++) if (classes[t] & C.police) return true;
    return false;
  });
}

/** The police who are spoken of nearest to an act and not as those whom it was done to; -1 where none are. */
function policeBefore(ctx: Context, e: EventFinding, trigger: number): number {
  const isTool = isWithTool(ctx.doc, trigger);
  return nearestPolice(ctx, e, trigger, isTool ? BACK_OF_TOOL : BACK, isTool ? AHEAD_OF_TOOL : 0);
}

function nearestPolice(ctx: Context, e: EventFinding, trigger: number, back: number, ahead: number): number {
  const { doc } = ctx;
  const s = doc.sentence[trigger];
  for (let at = s; at >= Math.max(0, s - back); at--) {
    const best = policeIn(ctx, e, trigger, at);
    if (best >= 0) return best;
  }
  const last = Math.min(doc.sentenceStart.length - 2, s + ahead);
  for (let at = s + 1; at <= last; at++) {
    const best = policeIn(ctx, e, trigger, at);
    if (best >= 0) return best;
  }
  return -1;
}

function policeIn({ doc, classes }: Context, e: EventFinding, trigger: number, sentence: number): number {
  let best = -1;
  for (let t = doc.sentenceStart[sentence]; t < doc.sentenceStart[sentence + 1]; t++) {
    if (!(classes[t] & C.police) || isOfThing(doc, classes, t) || isHarmed(doc, e, t)) continue;
    if (best < 0 || Math.abs(t - trigger) < Math.abs(best - trigger)) best = t;
  }
  return best;
}

/** "the police station": a thing of theirs. */
function isOfThing(doc: Document, classes: Int32Array, t: number): boolean {
  if (doc.relation[t] !== R.compound || doc.head[t] < 0) return false;
  return (classes[doc.head[t]] & (C.police | C.security | C.person | C["plural-person"])) === 0;
}

function isHarmed(doc: Document, e: EventFinding, t: number): boolean {
  return e.roles.some((r) => {
    const [first, end] = tokensIn(doc, r.span);
    return first <= t && t < end;
  });
}

function actorAt({ doc, actorMentions }: Context, token: number): string | null {
  return actorMentions.find((m) => m.span[0] <= doc.start[token] && doc.start[token] < m.span[1])?.actor ?? null;
}
