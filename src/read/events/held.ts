import { tokensIn } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { EventFinding } from "../findings.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { caseOf } from "./voice.js";
import { wordsOf } from "./words.js";

const HAPPENED = new Set(["occurred", "ongoing"]);
/** "fired into a protest", "killed at a rally", "died during the march", "in the protests". */
const HELD_AT = wordsOf("held-at");
/** Words for people who stand for their protest. */
const MARCHERS = wordsOf("marcher");
const DAY = 86_400_000;
/** How many steps up the tree from a gathering the deed may stand. */
const STEPS = 4;

const isGathering = (e: EventFinding): boolean => e.type.startsWith("unrest.") && HAPPENED.has(e.status);
const isDeed = (e: EventFinding): boolean => e.type.startsWith("violence.") && e.type !== "violence.threat" && HAPPENED.has(e.status);

/**
 * The protest, strike or blockade at which an act of violence happened, where the words or those who were harmed say so: "fired into a
 * protest", "four demonstrators were shot". The act is a part of it, and the gathering is not about the act. Not a protest over a killing,
 * nor one of another day.
 */
export function gatheringOf(ctx: Context, deed: EventFinding, events: readonly EventFinding[]): EventFinding | null {
  if (!isDeed(deed)) return null;
  const all = events.filter((p) => isGathering(p) && p.part !== "teaser" && !isOver(ctx, p, deed));
  const at = all.find((p) => isAt(ctx, p, deed)) ?? null;
  if (at !== null || !isOnMarchers(ctx, deed)) return at;
  return all.find((p) => !areDaysApart(p, deed) && isOfScene(p, deed)) ?? null;
}

/** Stages of the law, which sit on a later day than what they are about. */
const LATER = /^(justice\.|security\.arrest)/;

/**
 * "convicted on Wednesday of murdering a student during last June's protest", "the student shot dead on June 25 during a protest": a deed
 * and the gathering that it is a part of are of one day. The gathering takes the deed's where it has none of its own, the deed the
 * gathering's where it has none but that of a stage of the law.
 */
export function withDaysOfGatherings(events: readonly EventFinding[]): readonly EventFinding[] {
  const days = new Map<string, Pick<EventFinding, "when" | "earliest" | "latest">>();
  const stages = events.filter((e) => LATER.test(e.type));
  for (const deed of events) {
    const to = isDeed(deed) ? deed.links.find((l) => l.relation === "part-of")?.to : undefined;
    const p = to === undefined ? undefined : events.find((e) => e.id === to && isGathering(e));
    if (!p || (p.earliest === deed.earliest && p.latest === deed.latest)) continue;
    const lent = deed.when === null || stages.some((s) => s.when === deed.when);
    const own = p.when !== null && p.earliest !== null && !stages.some((s) => s.when === p.when);
    if (own && lent) days.set(deed.id, p);
    else if (!own && !lent && deed.earliest !== null) days.set(p.id, deed);
  }
  return events.map((e) => {
    const of = days.get(e.id);
    return of ? { ...e, when: of.when, earliest: of.earliest, latest: of.latest, rules: [...e.rules, "when:of-the-gathering"] } : e;
  });
}

/** "a protest over the killing": the deed among the words that hang on the gathering, but for "a protest at which four were shot". */
function isOver({ doc }: Context, p: EventFinding, deed: EventFinding): boolean {
  return p.triggers.some((t) =>
    deed.triggers.some(
      (u) => doc.left[t] <= u && u <= doc.right[t] && doc.relation[u] !== R["acl:relcl"] && doc.head[u] !== t + 1 && u > t,
    ),
  );
}

/** Whether the deed's words say that it happened at the gathering: "shot dead at a march", or harmed whoever the words call by it. */
function isAt(ctx: Context, p: EventFinding, deed: EventFinding): boolean {
  const { doc } = ctx;
  const told = new Set([...deed.triggers, ...deed.results]);
  return p.triggers.some((t) => {
    if (isInRole(ctx, deed, t)) return true;
    if (doc.relation[t] !== R.obl && doc.relation[t] !== R.nmod) return false;
    if (!HELD_AT.has(caseOf(doc, t))) return false;
    for (let at = doc.head[t], step = 0; at >= 0 && step < STEPS; at = doc.head[at], step++) if (told.has(at)) return true;
    return false;
  });
}

/** "opened fire on demonstrators protesting against a tax": a gathering told with those harmed. */
function isInRole({ doc }: Context, deed: EventFinding, t: number): boolean {
  const head = doc.head[t];
  if (head < 0 || (doc.relation[t] !== R.acl && doc.relation[t] !== R["acl:relcl"])) return false;
  const at = doc.start[head];
  return deed.roles.some((r) => (r.role === "target" || r.role === "victim") && r.span[0] <= at && at < r.span[1]);
}

function isOnMarchers({ doc, classes }: Context, deed: EventFinding): boolean {
  return deed.roles.some((r) => {
    if (r.role !== "target" && r.role !== "victim") return false;
    const [first, end] = tokensIn(doc, r.span);
    for (let t = first; t < end; t++) if (MARCHERS.has(doc.lemma[t]) || ((classes[t] & C.crowd) !== 0 && t === end - 1)) return true;
    return false;
  });
}

/** One day and one place, as far as both are told. */
function isOfScene(p: EventFinding, deed: EventFinding): boolean {
  const known = p.earliest !== null && deed.earliest !== null;
  return known && (p.where === null || deed.where === null || p.where === deed.where);
}

function areDaysApart(a: EventFinding, b: EventFinding): boolean {
  const [ae, al, be, bl] = [a.earliest, a.latest, b.earliest, b.latest].map((d) => (d ? Date.parse(d) : null));
  return (al !== null && be !== null && be > al + DAY) || (bl !== null && ae !== null && ae > bl + DAY);
}
